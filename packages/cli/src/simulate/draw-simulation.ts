import { renderChart, wholeText } from '@artel/documents'
import type { Language } from '../words/language.ts'
import { SIMULATION_WORDS } from '../words/simulation-words.ts'
import { moneyText, priceText, type Simulated } from './describe-simulation.ts'

const WIDTH = 720
const CHART_HEIGHT = 360

/** Points and money in charts of their own, one above the other: they have no scale in common. */
export function drawSimulation(simulated: Simulated, language: Language): string {
  const { simulation, currency } = simulated
  const { months, fundings } = simulation
  const words = SIMULATION_WORDS[language]
  // `11.25`: a year and a month would not stand side by side for two years.
  const labels = months.map(({ month }) => `${month.slice(5)}.${month.slice(2, 4)}`)
  const points = renderChart({
    id: 'points',
    title: words.pointsChart,
    description: `${words.pointsChart}: ${words.columns.issued}, ${words.spent}, ${words.columns.inbound}.`,
    labels,
    format: (value) => wholeText(value, language),
    series: [
      { name: words.columns.issued, kind: 'bar', values: months.map(({ issued }) => issued) },
      {
        name: words.spent,
        kind: 'bar',
        values: months.map(({ spentHere, spentElsewhere }) => spentHere + spentElsewhere),
      },
      { name: words.columns.inbound, kind: 'bar', values: months.map(({ inbound }) => inbound) },
    ],
  })
  const money = renderChart({
    id: 'money',
    title: `${words.moneyChart}, ${currency}`,
    description: words.netCash,
    labels,
    format: (value) => moneyText(value, currency, language),
    series: fundings.map(({ deposit, netCash }) => ({
      name: words.netOf(priceText(deposit, language)),
      kind: 'line',
      values: netCash,
    })),
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${2 * CHART_HEIGHT}">`,
    placed(points, 0),
    placed(money, CHART_HEIGHT),
    '</svg>\n',
  ].join('\n')
}

const placed = (chart: string, y: number): string =>
  chart.replace('<svg ', `<svg y="${y}" width="${WIDTH}" height="${CHART_HEIGHT}" `)
