import { MICROS_PER_MINOR } from '@artel/ledger'
import type { FigurePart, Turnover } from '@artel/rules'
import type { FigureSums } from '@artel/store'
import {
  type Context,
  type FigureDimension,
  type FiguresOfPart,
  type FiguresOfPeriod,
  readFigures,
  readFiguresBy,
  readFirstVisits,
  readRetention,
} from '@artel/use-cases'
import { FIGURE_WORDS } from '../words/figure-words.ts'
import type { Language } from '../words/language.ts'
import type { FigureColumn, FigureSheet } from './figure-sheet.ts'

/** What the command was asked for. */
export interface AskedFigures {
  readonly coalitionId: string
  readonly memberId: string | null
  readonly from: string
  readonly to: string
  readonly by: FigurePart
  readonly marginBps: number | null
  readonly months: number
  readonly language: Language
  /** Names of members by their ids. */
  readonly nameOf: (memberId: string) => string
}

/** A table, and what it was made of. */
export interface ReadSheet {
  readonly data: object
  readonly sheets: readonly FigureSheet[]
}

/** Tables by a dimension, by the word of the command. */
export const DIMENSIONS: Readonly<Record<string, FigureDimension>> = {
  members: 'MEMBER',
  rules: 'RULE',
  products: 'PRODUCT',
  categories: 'CATEGORY',
  tills: 'TILL',
  people: 'PERSON',
}

const columnsOf = (titles: readonly string[], holds: FigureColumn['holds']): FigureColumn[] =>
  titles.map((title) => ({ title, holds }))

const SUMS_HOLD = ['count', 'money', 'money', 'money', 'money', 'count', 'count', 'count'] as const

const sumColumns = (language: Language): FigureColumn[] =>
  FIGURE_WORDS[language].sums.map((title, at) => ({ title, holds: SUMS_HOLD[at] ?? 'count' }))

const sumCells = (sums: FigureSums & Turnover): (bigint | null)[] => [
  sums.purchases,
  sums.netMinor * MICROS_PER_MINOR,
  sums.averageBillMinor === null ? null : sums.averageBillMinor * MICROS_PER_MINOR,
  sums.discountMinor * MICROS_PER_MINOR,
  sums.refundedMinor * MICROS_PER_MINOR,
  ...[sums.issued, sums.spent, sums.expired],
]

/** The tables of a word of `artel figures`. */
export async function readSheet(context: Context, what: string, asked: AskedFigures): Promise<ReadSheet> {
  const words = FIGURE_WORDS[asked.language]
  const dimension = DIMENSIONS[what]
  if (dimension !== undefined) {
    const data = await readFiguresBy(context, { ...asked, dimension, first: 200 })
    const columns = [...columnsOf([words.name], 'text'), ...sumColumns(asked.language)]
    const rows = data.map((row) => [row.name, ...sumCells(row)])
    return { data, sheets: [{ name: what, columns, rows, bar: 2 }] }
  }
  if (what === 'visits') {
    const data = await readFirstVisits(context, asked)
    const columns = [...columnsOf([words.from, words.to], 'text'), ...columnsOf([words.brought], 'count')]
    const rows = data.map((row) => [asked.nameOf(row.fromId), asked.nameOf(row.toId), row.customers])
    return { data, sheets: [{ name: what, columns, rows, bar: 2 }] }
  }
  if (what === 'customers' || what === 'partners') return await retentionSheet(context, what, asked)
  return await periodSheets(context, asked)
}

async function retentionSheet(context: Context, what: 'customers' | 'partners', asked: AskedFigures) {
  const words = FIGURE_WORDS[asked.language]
  const of = what === 'partners' ? 'PARTNERS' : 'CUSTOMERS'
  const data = await readRetention(context, { ...asked, of })
  const width = Math.max(1, ...data.map(({ active }) => active.length))
  const later = Array.from({ length: width - 1 }, (_, at) => `+${at + 1}`)
  const columns = [...columnsOf([words.month], 'text'), ...columnsOf([words.size, ...later], 'count')]
  const rows = data.map(({ began, active }) => [
    began,
    ...active,
    ...Array.from({ length: width - active.length }, () => null),
  ])
  return { data, sheets: [{ name: what, columns, rows }] }
}

async function periodSheets(context: Context, asked: AskedFigures): Promise<ReadSheet> {
  const words = FIGURE_WORDS[asked.language]
  const data = await readFigures(context, asked)
  const columns = [
    ...columnsOf([words.part], 'text'),
    ...sumColumns(asked.language),
    ...columnsOf(words.customers, 'count'),
  ]
  const rowOf = (name: string, part: FiguresOfPart) => [
    name,
    ...sumCells(part),
    ...[part.active, part.fresh, part.returning],
  ]
  const parts = { name: 'period', columns, rows: data.parts.map((part) => rowOf(part.from, part)), bar: 2 }
  const totals = [rowOf(words.total, data.total), rowOf(words.before, data.before)]
  return { data, sheets: [parts, { name: words.total, columns, rows: totals }, ...costSheets(data, asked)] }
}

function costSheets({ cost }: FiguresOfPeriod, { language }: AskedFigures): FigureSheet[] {
  if (!cost) return []
  const titles = FIGURE_WORDS[language].cost
  const columns = [...columnsOf(titles.slice(0, -1), 'money'), ...columnsOf(titles.slice(-1), 'count')]
  const percent = cost.returnBps === null ? null : cost.returnBps / 100n
  const { pointsIssued, pointsTaken, discounts, total, perNewCustomer } = cost
  return [
    { name: 'cost', columns, rows: [[pointsIssued, pointsTaken, discounts, total, perNewCustomer, percent]] },
  ]
}
