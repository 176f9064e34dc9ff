import { type BasisPoints, basisPoints, type Minor, type Points, points } from '@artel/ledger'
import type { Weekday } from '../calendar/local-date.ts'
import type { RuleDefinition, RuleTrigger, TwoLanguages } from './rule.ts'
import { onceACustomer, onceADay, ruleOf, type TemplateDays, timesAMonth } from './template-rule.ts'

/** So much in points in quiet hours. */
export const happyHours = (
  days: TemplateDays,
  by: {
    readonly weekdays: readonly Weekday[]
    /** Minutes from midnight; the second not included. */
    readonly fromMinute: number
    readonly toMinute: number
    readonly percentBps: BasisPoints
  },
): RuleDefinition =>
  ruleOf({
    name: { en: 'Happy hours', ru: 'Счастливые часы' },
    days,
    weekly: [{ days: by.weekdays, fromMinute: by.fromMinute, toMinute: by.toMinute }],
    give: [{ kind: 'POINTS_PERCENT', percentBps: by.percentBps }],
  })

/** Twice the points that the earn rule gives. */
export const doublePoints = (days: TemplateDays): RuleDefinition =>
  ruleOf({
    name: { en: 'Double points', ru: 'Двойные баллы' },
    days,
    give: [{ kind: 'POINTS_MULTIPLY', multiplyBps: basisPoints(20_000n) }],
  })

/** So much in points on lines of a category. */
export const percentForCategory = (
  days: TemplateDays,
  { category, percentBps }: { readonly category: string; readonly percentBps: BasisPoints },
): RuleDefinition =>
  ruleOf({
    name: { en: `Points on ${category}`, ru: `Баллы за ${category}` },
    days,
    if: { anyLine: { categories: [category], skus: [] } },
    give: [{ kind: 'POINTS_PERCENT', percentBps }],
  })

/** Points for who comes back after so many days without a purchase here. */
export const comeBack = (
  days: TemplateDays,
  { absentDays, points: n }: { readonly absentDays: number; readonly points: Points },
): RuleDefinition =>
  ruleOf({
    name: { en: 'Come back', ru: 'Возвращайтесь' },
    days,
    if: { absentDays },
    give: [{ kind: 'POINTS_FIXED', points: n }],
  })

/** Points on the first purchase at the member. */
export const firstVisit = (days: TemplateDays, { points: n }: { readonly points: Points }): RuleDefinition =>
  ruleOf({
    name: { en: 'First visit', ru: 'Первый визит' },
    days,
    if: { firstPurchaseHere: true },
    give: [{ kind: 'POINTS_FIXED', points: n }],
  })

/** Money off for who names the code, once a customer. */
export const promoCode = (
  days: TemplateDays,
  { code, amountMinor }: { readonly code: string; readonly amountMinor: Minor },
): RuleDefinition =>
  onceACustomer(
    ruleOf({
      name: { en: `Code ${code}`, ru: `Промокод ${code}` },
      days,
      if: { code },
      give: [{ kind: 'DISCOUNT_FIXED', amountMinor }],
    }),
  )

/** So much off lines of a category. */
export const priceOffForCategory = (
  days: TemplateDays,
  { category, percentBps }: { readonly category: string; readonly percentBps: BasisPoints },
): RuleDefinition =>
  ruleOf({
    name: { en: `Sale on ${category}`, ru: `Скидка на ${category}` },
    days,
    if: { anyLine: { categories: [category], skus: [] } },
    give: [{ kind: 'DISCOUNT_PERCENT', percentBps }],
  })

/** Points for what is no purchase: a new customer, a birthday, a visit, something that a member's own system tells. */
export const pointsFor = (
  days: TemplateDays,
  by: { readonly name: TwoLanguages; readonly when: RuleTrigger; readonly points: Points },
): RuleDefinition =>
  ruleOf({ name: by.name, when: by.when, days, give: [{ kind: 'POINTS_FIXED', points: by.points }] })

/** Buy here, get something there: a voucher for other members' bills with every purchase of a category, once a customer and month. */
export const buyHereGetThere = (
  days: TemplateDays,
  by: {
    readonly category: string
    /** The members that take it. */
    readonly at: readonly string[]
    readonly validDays: number
    readonly percentBps: BasisPoints
    readonly maxMinor: Minor
  },
): RuleDefinition => {
  const rule = ruleOf({
    name: { en: 'Buy here, get there', ru: 'Купи здесь, получи там' },
    days,
    if: { anyLine: { categories: [by.category], skus: [] } },
    give: [
      {
        kind: 'VOUCHER',
        at: by.at,
        validDays: by.validDays,
        off: { kind: 'DISCOUNT_PERCENT', percentBps: by.percentBps },
        maxMinor: by.maxMinor,
      },
    ],
  })
  return { ...rule, limits: { ...rule.limits, perCustomer: { times: 1, per: 'MONTH' } } }
}

/** Names of the templates. */
export const RULE_TEMPLATES = [
  'happy-hours',
  'double-points',
  'percent-for-category',
  'come-back',
  'first-visit',
  'promo-code',
  'price-off-for-category',
  'welcome',
  'birthday',
  'visit',
  'event',
  'bring-a-friend',
  'brought-by-a-friend',
  'buy-here-get-there',
] as const
export type RuleTemplate = (typeof RULE_TEMPLATES)[number]

/** Stands where whoever uses the template names a member. */
const SOMEBODY = '00000000-0000-7000-8000-000000000000'

/** What each template is for, and a rule made of it with usual parameters: a start, to be changed. `amountMinor` has two decimals. */
export const EXAMPLES_OF_TEMPLATES: Readonly<
  Record<RuleTemplate, { readonly says: TwoLanguages; readonly make: (days: TemplateDays) => RuleDefinition }>
> = {
  'happy-hours': {
    says: { en: 'Points in quiet hours.', ru: 'Баллы в тихие часы.' },
    make: (days) =>
      happyHours(days, {
        ...{ weekdays: [2, 3], fromMinute: 10 * 60, toMinute: 14 * 60 },
        percentBps: basisPoints(500n),
      }),
  },
  'double-points': {
    says: { en: 'Twice the usual points.', ru: 'Вдвое больше обычных баллов.' },
    make: doublePoints,
  },
  'percent-for-category': {
    says: { en: 'Points on one category of goods.', ru: 'Баллы за одну категорию.' },
    make: (days) => percentForCategory(days, { category: 'service/oil', percentBps: basisPoints(500n) }),
  },
  'come-back': {
    says: {
      en: 'Points for who has not bought here for a while.',
      ru: 'Баллы тому, кто давно не покупал.',
    },
    make: (days) => comeBack(days, { absentDays: 60, points: points(200n) }),
  },
  'first-visit': {
    says: { en: 'Points on the first purchase here.', ru: 'Баллы за первую покупку здесь.' },
    make: (days) => firstVisit(days, { points: points(100n) }),
  },
  'promo-code': {
    says: { en: 'Money off with a code.', ru: 'Скидка по промокоду.' },
    make: (days) => promoCode(days, { code: 'WELCOME', amountMinor: 30_000n as Minor }),
  },
  'price-off-for-category': {
    says: { en: 'A lower price for one category.', ru: 'Скидка на одну категорию.' },
    make: (days) => priceOffForCategory(days, { category: 'parts/filters', percentBps: basisPoints(1_000n) }),
  },
  welcome: {
    says: { en: 'Points for a new customer.', ru: 'Баллы новому покупателю.' },
    make: (days) =>
      pointsFor(days, {
        name: { en: 'Welcome', ru: 'Добро пожаловать' },
        when: { on: 'ENROL' },
        points: points(100n),
      }),
  },
  birthday: {
    says: { en: 'Points on the birthday.', ru: 'Баллы в день рождения.' },
    make: (days) =>
      pointsFor(days, {
        name: { en: 'Birthday', ru: 'День рождения' },
        when: { on: 'BIRTHDAY' },
        points: points(200n),
      }),
  },
  visit: {
    says: { en: 'Points for a visit, once a day.', ru: 'Баллы за визит, раз в день.' },
    make: (days) =>
      onceADay(
        pointsFor(days, {
          name: { en: 'Visit', ru: 'Визит' },
          when: { on: 'VISIT' },
          points: points(10n),
        }),
      ),
  },
  event: {
    says: {
      en: 'Points for something else that a customer did, once a customer.',
      ru: 'Баллы за другое событие, один раз на покупателя.',
    },
    make: (days) =>
      onceACustomer(
        pointsFor(days, {
          name: { en: 'Application installed', ru: 'Установлено приложение' },
          when: { on: 'EVENT', event: 'app-installed' },
          points: points(50n),
        }),
      ),
  },
  'bring-a-friend': {
    says: {
      en: 'Points for who brings a friend, five times a month at most.',
      ru: 'Баллы тому, кто привёл друга, не больше пяти раз в месяц.',
    },
    make: (days) =>
      timesAMonth(
        5,
        pointsFor(days, {
          name: { en: 'Bring a friend', ru: 'Приведи друга' },
          when: { on: 'REFERRER', minTotalMinor: 100_000n as Minor, waitDays: 14 },
          points: points(300n),
        }),
      ),
  },
  'brought-by-a-friend': {
    says: {
      en: 'Points for a new customer whom a friend brought.',
      ru: 'Баллы новому покупателю, которого привёл друг.',
    },
    make: (days) =>
      pointsFor(days, {
        name: { en: 'Brought by a friend', ru: 'По совету друга' },
        when: { on: 'REFERRED', minTotalMinor: 100_000n as Minor, waitDays: 14 },
        points: points(150n),
      }),
  },
  'buy-here-get-there': {
    says: {
      en: 'A voucher for another member: name it in `at`, and it is asked.',
      ru: 'Купон к другому участнику: назовите его в `at`, и он получит вопрос.',
    },
    make: (days) =>
      buyHereGetThere(days, {
        ...{ category: 'service/oil', at: [SOMEBODY], validDays: 14 },
        ...{ percentBps: basisPoints(2_000n), maxMinor: 30_000n as Minor },
      }),
  },
}
