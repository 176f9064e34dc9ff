import type { Language } from './language.ts'

/** What a simulation says to people. */
export interface SimulationWords {
  readonly title: (sales: string, from: string, to: string) => string
  readonly assumptions: string
  readonly assumption: Readonly<Record<AssumptionName, string>>
  readonly never: string
  readonly months: (count: number) => string
  readonly columns: Readonly<
    Record<'month' | 'sales' | 'issued' | 'spentHere' | 'elsewhere' | 'inbound' | 'expired' | 'till', string>
  >
  readonly total: string
  readonly netOf: (deposit: string) => string
  readonly netCash: string
  readonly deepest: (amount: string) => string
  readonly tillNote: string
  readonly outstanding: (points: string) => string
  readonly skipped: (count: number) => string
  readonly pointsChart: string
  readonly moneyChart: string
  readonly spent: string
}

/** Assumptions as they are printed, one a line. */
export type AssumptionName =
  | 'earn'
  | 'participation'
  | 'redemption'
  | 'lag'
  | 'spread'
  | 'elsewhere'
  | 'inbound'
  | 'expiry'
  | 'prices'
  | 'faceValue'
  | 'breakage'

const plural = (language: Language, words: Partial<Record<Intl.LDMLPluralRule, string>>) => {
  const rules = new Intl.PluralRules(language)
  return (count: number) => `${count} ${words[rules.select(count)] ?? words.other ?? ''}`
}

const en: SimulationWords = {
  title: (sales, from, to) => `Joining, played on ${sales} sales from ${from} to ${to}`,
  assumptions: 'Assumed (each has an option of its own; see --help):',
  assumption: {
    earn: 'earned of a sale',
    participation: 'sales that take part',
    redemption: 'points ever spent',
    lag: 'first spent after',
    spread: 'then spent evenly over',
    elsewhere: 'of them at other members',
    inbound: "sales paid in others' points",
    expiry: 'points run out after',
    prices: 'price of a point: R, issue fee, redeem fee',
    faceValue: 'pays at the till',
    breakage: 'deposits of points that run out: issuer, promo fund, operator',
  },
  never: 'never',
  months: plural('en', { one: 'month', other: 'months' }),
  columns: {
    month: 'month',
    sales: 'sales',
    issued: 'given',
    spentHere: 'spent here',
    elsewhere: 'elsewhere',
    inbound: "others' here",
    expired: 'run out',
    till: 'goods for points',
  },
  total: 'total',
  netOf: (deposit) => `net, D = ${deposit}`,
  netCash:
    'Net: money between you and the coalition in the month; minus is what you pay. D is the deposit a point: 0 pays when points are spent, R when they are given.',
  deepest: (amount) => `most to lay out: ${amount}`,
  tillNote:
    'Goods for points are at face value and beside the net: part of those visits would not have been without the points.',
  outstanding: (points) => `${points} points never run out and are not spent.`,
  skipped: plural('en', { one: 'row could not be read', other: 'rows could not be read' }),
  pointsChart: 'Points a month',
  moneyChart: 'Net money with the coalition a month',
  spent: 'spent',
}

const ru: SimulationWords = {
  title: (sales, from, to) => `Вступление, разыгранное на продажах: ${sales}, с ${from} по ${to}`,
  assumptions: 'Допущения (у каждого есть своя опция, см. --help):',
  assumption: {
    earn: 'начисление с продажи',
    participation: 'доля продаж участникам программы',
    redemption: 'доля баллов, которые потратят',
    lag: 'первые траты через',
    spread: 'дальше равномерно за',
    elsewhere: 'из них у других участников',
    inbound: 'доля продаж за чужие баллы',
    expiry: 'баллы сгорают через',
    prices: 'цена балла: R, комиссия начисления, комиссия списания',
    faceValue: 'балл оплачивает на кассе',
    breakage: 'депозиты сгоревших баллов: эмитент, промофонд, оператор',
  },
  never: 'никогда',
  months: plural('ru', { one: 'месяц', few: 'месяца', many: 'месяцев', other: 'месяца' }),
  columns: {
    month: 'месяц',
    sales: 'продажи',
    issued: 'начислено',
    spentHere: 'списано у вас',
    elsewhere: 'у других',
    inbound: 'чужие у вас',
    expired: 'сгорело',
    till: 'товары за баллы',
  },
  total: 'итого',
  netOf: (deposit) => `сальдо, D = ${deposit}`,
  netCash:
    'Сальдо: деньги между вами и коалицией за месяц; минус — платите вы. D — депозит за балл: при 0 платят за траты, при R — за начисления.',
  deepest: (amount) => `вложить придётся не больше: ${amount}`,
  tillNote: 'Товары за баллы — по номиналу и помимо сальдо: часть этих покупок без баллов не состоялась бы.',
  outstanding: (points) => `Не сгорают и не потрачены: ${points}.`,
  skipped: plural('ru', {
    one: 'строка не прочитана',
    few: 'строки не прочитаны',
    many: 'строк не прочитано',
    other: 'строки не прочитано',
  }),
  pointsChart: 'Баллы по месяцам',
  moneyChart: 'Сальдо с коалицией по месяцам',
  spent: 'списано',
}

/** The words of each language. */
export const SIMULATION_WORDS: Readonly<Record<Language, SimulationWords>> = { en, ru }
