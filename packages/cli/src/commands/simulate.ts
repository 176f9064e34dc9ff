import { createReadStream } from 'node:fs'
import {
  currencyDigits,
  readSalesFile,
  type SalesReading,
  type SalesReadingOptions,
  salesReadingOptions,
} from '@artel/documents'
import { beginSalesByMonth, type JoinAssumptions, simulateJoining, usualDeposits } from '@artel/rules'
import { CliError, UsageError } from '../cli-error.ts'
import { defineCommand } from '../command/define-command.ts'
import { JSON_LINE } from '../command/standing-options.ts'
import { describeReading } from '../file/describe-reading.ts'
import { requireReadable } from '../file/read-named-file.ts'
import { SALES_FILE_ARGS, salesFileWords } from '../file/sales-file-args.ts'
import { writeNamedFile } from '../file/write-named-file.ts'
import { describeSimulation, type Simulated } from '../simulate/describe-simulation.ts'
import { drawSimulation } from '../simulate/draw-simulation.ts'
import { ASSUMPTION_ARGS, readAssumptions, readDeposits } from '../simulate/read-assumptions.ts'

/** `artel simulate`: what joining a coalition would bring a business, from its own sales. Needs no database. */
export const simulate = defineCommand({
  meta: {
    name: 'simulate',
    description: 'Show what joining would bring: points and money by month, played on your own sales.',
    ru: 'Показать, что даст вступление: баллы и деньги по месяцам, на ваших собственных продажах.',
  },
  args: {
    sales: {
      type: 'string',
      description: 'Your sales, CSV or .xlsx: receipt, date, total; Russian or English heads.',
      ru: 'Ваши продажи, CSV или .xlsx: чек, дата, сумма; заголовки русские или английские.',
      required: true,
    },
    ...SALES_FILE_ARGS,
    ...ASSUMPTION_ARGS,
    currency: {
      type: 'string',
      description: 'ISO 4217 code of the totals.',
      ru: 'Код валюты сумм по ISO 4217.',
      default: 'RUB',
      form: { pattern: /^[A-Z]{3}$/, en: 'an ISO 4217 code such as RUB', ru: 'кодом ISO 4217, например RUB' },
    },
    'time-zone': {
      type: 'string',
      description: 'Zone of dates that name none.',
      ru: 'Часовой пояс дат, в которых он не указан.',
      default: 'Europe/Moscow',
    },
    svg: {
      type: 'string',
      description: 'Draw charts into this file.',
      ru: 'Нарисовать графики в этот файл.',
    },
    json: JSON_LINE,
  },
  async run({ args, language }) {
    checkPlace(args.currency, args['time-zone'])
    const assumptions = readAssumptions(args)
    const deposits = readDeposits(args.deposits) ?? usualDeposits(assumptions)
    const { months, salesCount, skippedRows, reading } = await readMonths(args.sales, {
      ...salesReadingOptions(salesFileWords(args)),
      timeZone: args['time-zone'],
      currency: args.currency,
      assumptions,
    })
    const simulation = simulateJoining(months, assumptions, deposits)
    const simulated = { simulation, assumptions, currency: args.currency, salesCount, skippedRows }
    if (args.svg !== undefined) await writeNamedFile(args.svg, drawSimulation(simulated, language))
    process.stdout.write(
      args.json
        ? `${jsonLine({ ...simulated, reading })}\n`
        : describeReading(reading, language) + describeSimulation(simulated, language),
    )
    return 0
  },
})

/** Streams the file: a year or ten years of sales take the memory of their months. */
async function readMonths(
  path: string,
  how: SalesReadingOptions & { timeZone: string; currency: string; assumptions: JoinAssumptions },
) {
  await requireReadable(path)
  const { earnRule, faceValueMinor } = how.assumptions
  const sales = beginSalesByMonth({ timeZone: how.timeZone, earnRule, faceValueMinor })
  let salesCount = 0
  let skippedRows = 0
  let reading: SalesReading | undefined
  const onRead = (found: SalesReading) => {
    reading = found
  }
  for await (const row of readSalesFile(createReadStream(path), { ...how, onRead })) {
    if (row.ok) {
      sales.add(row)
      if (row.totalMinor >= 0n) salesCount += 1
    } else skippedRows += 1
  }
  if (salesCount === 0 || !reading)
    throw new CliError(`"${path}" has no sale that can be read.`, {
      ru: `В «${path}» нет ни одной продажи, которую можно прочитать.`,
    })
  return { months: sales.months(), salesCount, skippedRows, reading }
}

function checkPlace(currency: string, timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch (error) {
    throw new UsageError(`--time-zone "${timeZone}" is not known.`, {
      cause: error,
      ru: `Часовой пояс --time-zone «${timeZone}» неизвестен.`,
    })
  }
  // The money book counts in hundredths.
  if (currencyDigits(currency) !== 2)
    throw new UsageError(`--currency "${currency}" does not count in hundredths.`, {
      ru: `Валюта --currency «${currency}» считает не в сотых долях.`,
    })
}

/** Amounts as decimal strings. */
const jsonLine = (simulated: Simulated & { readonly reading: SalesReading }): string =>
  JSON.stringify(simulated, (_name, value) => (typeof value === 'bigint' ? value.toString() : value))
