import type { Language } from './language.ts'

/** Titles of the tables of `artel figures`. */
export interface FigureWords {
  readonly part: string
  readonly name: string
  readonly sums: readonly string[]
  readonly customers: readonly string[]
  readonly total: string
  readonly before: string
  readonly cost: readonly string[]
  readonly from: string
  readonly to: string
  readonly brought: string
  readonly month: string
  readonly size: string
  readonly later: string
  readonly asOf: string
  readonly forgotten: (batches: string) => string
}

export const FIGURE_WORDS: Readonly<Record<Language, FigureWords>> = {
  en: {
    part: 'from',
    name: 'name',
    sums: ['sales', 'turnover', 'average bill', 'discounts', 'refunded', 'issued', 'spent', 'expired'],
    customers: ['customers', 'new', 'returning'],
    total: 'total',
    before: 'before',
    cost: ['points issued', 'points taken', 'discounts', 'cost', 'a new customer', 'return, %'],
    from: 'began at',
    to: 'came to',
    brought: 'customers',
    month: 'month',
    size: 'began',
    later: 'months later',
    asOf: 'counted up to',
    forgotten: (batches) => `Counted anew: ${batches} batches.`,
  },
  ru: {
    part: 'с',
    name: 'название',
    sums: ['продажи', 'оборот', 'средний чек', 'скидки', 'возвращено', 'начислено', 'списано', 'сгорело'],
    customers: ['клиенты', 'новые', 'вернулись'],
    total: 'итого',
    before: 'до этого',
    cost: ['начисленные баллы', 'принятые баллы', 'скидки', 'затраты', 'новый клиент', 'окупаемость, %'],
    from: 'начали у',
    to: 'пришли к',
    brought: 'клиенты',
    month: 'месяц',
    size: 'начали',
    later: 'месяцев спустя',
    asOf: 'посчитано по',
    forgotten: (batches) => `Посчитано заново, пачек: ${batches}.`,
  },
}
