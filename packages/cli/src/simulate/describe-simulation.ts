import { amountText, decimalText, percentText, wholeText } from '@artel/documents'
import { MICROS_PER_MINOR } from '@artel/ledger'
import type { JoinAssumptions, JoinSimulation, SimulatedMonth } from '@artel/rules'
import { type TextColumn, textTable } from '../text-table.ts'
import type { Language } from '../words/language.ts'
import { type AssumptionName, SIMULATION_WORDS } from '../words/simulation-words.ts'

/** A simulation and all that it was made of. */
export interface Simulated {
  readonly simulation: JoinSimulation
  readonly assumptions: JoinAssumptions
  readonly currency: string
  readonly salesCount: number
  /** Rows of the file that could not be read. */
  readonly skippedRows: number
}

/** What a person reads: assumptions, a table by month, and what to make of it. */
export function describeSimulation(simulated: Simulated, language: Language): string {
  const { simulation, salesCount, skippedRows, currency } = simulated
  const words = SIMULATION_WORDS[language]
  const { months, fundings, outstanding } = simulation
  const sold = months.filter(({ salesMinor }) => salesMinor !== 0n)
  const deepest = fundings.map(
    ({ deposit, deepest: low }) =>
      `${words.netOf(priceText(deposit, language))}: ${words.deepest(moneyText(-low, currency, language))}`,
  )
  const notes = [words.netCash, ...deepest, words.tillNote]
  if (outstanding > 0n) notes.push(words.outstanding(wholeText(outstanding, language)))
  if (skippedRows > 0) notes.push(`${words.skipped(skippedRows)}.`)
  return [
    `${words.title(wholeText(salesCount, language), sold[0]?.month ?? '-', sold.at(-1)?.month ?? '-')}\n\n`,
    `${words.assumptions}\n`,
    ...assumptionLines(simulated, language).map((line) => `  ${line}\n`),
    '\n',
    monthTable(simulated, language),
    '\n',
    ...notes.map((note) => `${note}\n`),
  ].join('')
}

function assumptionLines({ assumptions, currency }: Simulated, language: Language): string[] {
  const words = SIMULATION_WORDS[language]
  const { earnRule, prices, breakage, expiryMonths } = assumptions
  const percent = (bps: bigint) => percentText(bps, language)
  const price = (micros: bigint) => priceText(micros, language)
  const values: Record<AssumptionName, string> = {
    earn:
      earnRule.kind === 'PERCENT' ? percent(earnRule.percentBps) : wholeText(earnRule.fixedPoints, language),
    participation: percent(assumptions.participationBps),
    redemption: percent(assumptions.redemptionBps),
    lag: words.months(assumptions.redemptionLagMonths),
    spread: words.months(assumptions.redemptionSpreadMonths),
    elsewhere: percent(assumptions.elsewhereBps),
    inbound: percent(assumptions.inboundBps),
    expiry: expiryMonths === null ? words.never : words.months(expiryMonths),
    prices: [prices.reservePrice, prices.issueFee, prices.redeemFee].map(price).join('; '),
    faceValue: amountText(assumptions.faceValueMinor, { currency, digits: 2 }, language),
    breakage: [breakage.issuer, breakage.promoFund, breakage.operator].map(percent).join('; '),
  }
  return Object.entries(values).map(
    ([name, value]) => `${words.assumption[name as AssumptionName]}: ${value}`,
  )
}

function monthTable({ simulation, currency }: Simulated, language: Language): string {
  const { columns, netOf, total } = SIMULATION_WORDS[language]
  const { months, fundings } = simulation
  const head: TextColumn[] = [
    { title: columns.month, align: 'left' },
    ...[columns.sales, columns.issued, columns.spentHere, columns.elsewhere, columns.inbound]
      .concat(columns.expired, columns.till)
      .concat(fundings.map(({ deposit }) => netOf(priceText(deposit, language))))
      .map((title) => ({ title, align: 'right' }) as const),
  ]
  const count = (value: bigint) => wholeText(value, language)
  const row = (
    label: string,
    of: (pick: (month: SimulatedMonth) => bigint) => bigint,
    nets: readonly bigint[],
  ) => [
    label,
    amountText(
      of(({ salesMinor }) => salesMinor),
      { currency, digits: 2 },
      language,
    ),
    count(of(({ issued }) => issued)),
    count(of(({ spentHere }) => spentHere)),
    count(of(({ spentElsewhere }) => spentElsewhere)),
    count(of(({ inbound }) => inbound)),
    count(of(({ expired }) => expired)),
    amountText(
      of(({ tillMinor }) => tillMinor),
      { currency, digits: 2 },
      language,
    ),
    ...nets.map((net) => moneyText(net, currency, language)),
  ]
  return textTable(
    head,
    months.map((month, at) =>
      row(
        month.month,
        (pick) => pick(month),
        fundings.map(({ netCash }) => netCash[at] ?? 0n),
      ),
    ),
    row(
      total,
      (pick) => months.reduce((sum, month) => sum + pick(month), 0n),
      fundings.map((funding) => funding.total),
    ),
  )
}

/** Micros as people read them: to the minor unit, half away from zero. */
export function moneyText(amountMicros: bigint, currency: string, language: Language): string {
  const half = amountMicros < 0n ? -MICROS_PER_MINOR / 2n : MICROS_PER_MINOR / 2n
  return amountText((amountMicros + half) / MICROS_PER_MINOR, { currency, digits: 2 }, language)
}

/** The price of a point: two decimals at least, more where it has more. */
export function priceText(micros: bigint, language: Language): string {
  const exact = decimalText(micros, 6, language === 'ru' ? ',' : '.')
  return exact.replace(/0{1,4}$/, '')
}
