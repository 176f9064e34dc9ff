import type {
  CustomerGroup,
  LimitPeriod,
  LineFilter,
  RuleDefinition,
  RuleEffect,
  VoucherEffect,
} from './rule.ts'

/** The languages that a rule's sentence comes in. */
export type RuleLanguage = 'en' | 'ru'

/**
 * The rule as one sentence, shown wherever the rule is. `currency` is ISO 4217 with two decimals. What it does not say is
 * only how it stands beside other rules.
 */
export function describeRule(
  rule: RuleDefinition,
  language: RuleLanguage,
  currency: string,
  nameOf?: NameOf,
): string {
  const said = knownSentence(rule, language, currency)
  return nameOf ? [said, ...partiesOf(rule, language, nameOf)].join(', ') : said
}

/** What a member is called; undefined for the coalition, whose promo fund it is. */
export type NameOf = (id: string) => string | undefined

/** Where a rule of the coalition holds, and who pays. */
function partiesOf({ at, pays, give }: RuleDefinition, language: RuleLanguage, nameOf: NameOf): string[] {
  const say = PARTIES[language]
  const called = (id: string) => nameOf(id) ?? say.fund
  const voucher = give.find((effect) => effect.kind === 'VOUCHER')
  return [
    ...(voucher ? [say.taken(listed(voucher.at.map(called), language))] : []),
    ...(at ? [say.at(listed(at.map(called), language))] : []),
    ...(pays
      ? [
          say.paidBy(
            listed(
              pays.map(({ payerId, shareBps }) =>
                pays.length === 1 ? called(payerId) : `${called(payerId)} ${percentText(shareBps, language)}`,
              ),
              language,
            ),
            pays.length,
          ),
        ]
      : []),
  ]
}

const PARTIES = {
  en: {
    fund: 'the promo fund',
    taken: (members: string) => `the voucher is for ${members}`,
    at: (members: string) => `at ${members}`,
    paidBy: (payers: string) => `paid by ${payers}`,
  },
  ru: {
    fund: 'промофонд',
    taken: (members: string) => `купон принимают: ${members}`,
    at: (members: string) => `у участников: ${members}`,
    paidBy: (payers: string, count: number) => `${count === 1 ? 'платит' : 'платят'} ${payers}`,
  },
} as const

function knownSentence(rule: RuleDefinition, language: RuleLanguage, currency: string): string {
  const key = `${language} ${currency}`
  const known = sentences.get(rule)
  const sentence = known?.get(key) ?? composed(rule, language, currency)
  if (known) known.set(key, sentence)
  else sentences.set(rule, new Map([[key, sentence]]))
  return sentence
}

/** Of definitions in use: versions never change, and formatting one is worth half a millisecond. */
const sentences = new WeakMap<RuleDefinition, Map<string, string>>()

function composed(rule: RuleDefinition, language: RuleLanguage, currency: string): string {
  const say = SPEECH[language]
  const when = [say.trigger(rule), say.schedule(rule), say.customer(rule, currency), say.bill(rule, currency)]
    .filter(Boolean)
    .join(', ')
  const lines = rule.if.anyLine ? say.lines(rule.if.anyLine) : ''
  const gifts = rule.give.map((effect) => say.effect(effect, currency, lines))
  const limits = say.limits(rule, currency)
  const gives = [say.list(gifts), ...limits].join(', ')
  return when === '' ? capital(gives) : `${capital(when)}: ${gives}`
}

/** The same for those whom the rule is not: how much it gives in all, and who pays, is its member's affair. */
export function describeOffer(rule: RuleDefinition, language: RuleLanguage, currency: string): string {
  if (rule.limits.budget === null) return describeRule(rule, language, currency)
  const offer = offers.get(rule) ?? { ...rule, limits: { ...rule.limits, budget: null } }
  offers.set(rule, offer)
  return describeRule(offer, language, currency)
}

const offers = new WeakMap<RuleDefinition, RuleDefinition>()

/** What a voucher takes off a bill, as one sentence without where and until when. */
export const describeVoucher = (
  voucher: Omit<VoucherEffect, 'at' | 'validDays'>,
  language: RuleLanguage,
  currency: string,
): string => capital(voucherWords(voucher, language, currency))

function voucherWords(
  { off, minTotalMinor, anyLine, maxMinor }: Omit<VoucherEffect, 'at' | 'validDays'>,
  language: RuleLanguage,
  currency: string,
): string {
  const say = SPEECH[language]
  const most = VOUCHERS[language]
  const lines = anyLine ? say.lines(anyLine) : ''
  return [
    say.effect(off, currency, lines),
    ...(minTotalMinor === undefined ? [] : [most.from(moneyText(minTotalMinor, currency, language))]),
    ...(maxMinor === undefined ? [] : [most.atMost(moneyText(maxMinor, currency, language))]),
  ].join(', ')
}

const VOUCHERS = {
  en: {
    from: (sum: string) => `on bills of ${sum} or more`,
    atMost: (sum: string) => `at most ${sum}`,
  },
  ru: {
    from: (sum: string) => `на чек от ${sum}`,
    atMost: (sum: string) => `не больше ${sum}`,
  },
} as const

/** How one language says the parts of a rule. */
interface Speech {
  readonly trigger: (rule: RuleDefinition) => string
  readonly schedule: (rule: RuleDefinition) => string
  readonly customer: (rule: RuleDefinition, currency: string) => string
  readonly bill: (rule: RuleDefinition, currency: string) => string
  readonly lines: (filter: LineFilter) => string
  readonly effect: (effect: RuleEffect, currency: string, lines: string) => string
  readonly limits: (rule: RuleDefinition, currency: string) => string[]
  readonly list: (parts: readonly string[]) => string
}

const english: Speech = {
  trigger: ({ when }) => {
    switch (when?.on) {
      case 'ENROL':
        return 'for joining the programme'
      case 'BIRTHDAY':
        return 'on the birthday'
      case 'VISIT':
        return 'for a visit'
      case 'EVENT':
        return `for the event «${when.event}»`
      case undefined:
        return ''
    }
  },
  schedule: ({ schedule: { fromDay, toDay, weekly } }) =>
    [
      ...weekly.map(
        ({ days, fromMinute, toMinute }) =>
          `on ${listed(
            days.map((day) => weekday(day, 'en')),
            'en',
          )}${isAllDay(fromMinute, toMinute) ? '' : ` from ${clock(fromMinute)} to ${clock(toMinute)}`}`,
      ),
      toDay === null ? `from ${date(fromDay, 'en')}` : `from ${date(fromDay, 'en')} to ${date(toDay, 'en')}`,
    ].join(', '),
  customer: ({ if: wanted }) =>
    [
      wanted.code === undefined ? '' : `with the code ${wanted.code}`,
      wanted.firstInCoalition ? 'on the first purchase in the programme' : '',
      wanted.firstPurchaseHere ? 'on the first purchase here' : '',
      wanted.absentDays === undefined
        ? ''
        : `after ${counted(wanted.absentDays, 'en', ['day', 'days'])} without a purchase here`,
      wanted.segments ? `for customers in ${groupWords(wanted.segments, 'en')}` : '',
      wanted.tiers ? `with the tier ${groupWords(wanted.tiers, 'en')}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  bill: ({ if: { minTotalMinor, noLine, anyLine } }, currency) =>
    [
      minTotalMinor === undefined ? '' : `on bills of ${moneyText(minTotalMinor, currency, 'en')} or more`,
      anyLine?.minQuantityMilli === undefined
        ? ''
        : `for ${quantity(anyLine.minQuantityMilli, 'en')} or more of it`,
      noLine ? `without ${filterWords(noLine, 'en')}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  lines: (filter) => ` on ${filterWords(filter, 'en')}`,
  effect: (effect, currency, lines) => {
    switch (effect.kind) {
      case 'POINTS_PERCENT':
        return `${percentText(effect.percentBps, 'en')} in points${lines}`
      case 'POINTS_FIXED':
        return `${points(effect.points, 'en')}${lines}`
      case 'POINTS_PER_UNIT':
        return `${points(effect.points, 'en')} for each unit${lines}`
      case 'POINTS_MULTIPLY':
        return `${times(effect.multiplyBps, 'en')} the usual points`
      case 'DISCOUNT_PERCENT':
        return `${percentText(effect.percentBps, 'en')} off${lines}`
      case 'DISCOUNT_FIXED':
        return `${moneyText(effect.amountMinor, currency, 'en')} off${lines}`
      case 'DISCOUNT_FREE_LINE':
        return `one unit of the cheapest line for free${lines}`
      case 'VOUCHER':
        return `a voucher good for ${counted(effect.validDays, 'en', ['day', 'days'])}: ${voucherWords(effect, 'en', currency)}`
    }
  },
  limits: ({ limits: { perPurchasePoints, perCustomer, budget }, maxMinor, when }, currency) => [
    ...(perPurchasePoints === null ? [] : [`at most ${points(perPurchasePoints, 'en')} a purchase`]),
    ...(maxMinor === undefined
      ? []
      : [`worth at most ${moneyText(maxMinor, currency, 'en')}${when ? '' : ' a purchase'}`]),
    ...(when?.on === 'BIRTHDAY' ? ['once a year'] : when?.on === 'ENROL' ? ['once a customer'] : []),
    ...(perCustomer
      ? [
          `${perCustomer.times === 1 ? 'once' : counted(perCustomer.times, 'en', ['time', 'times'])} a customer${per(perCustomer.per, 'en')}`,
        ]
      : []),
    ...(budget ? [`while ${budgetWords(budget, currency, 'en')}${per(budget.per, 'en')} last`] : []),
  ],
  list: (parts) => listed(parts, 'en'),
}

const russian: Speech = {
  trigger: ({ when }) => {
    switch (when?.on) {
      case 'ENROL':
        return 'за вступление в программу'
      case 'BIRTHDAY':
        return 'в день рождения'
      case 'VISIT':
        return 'за визит'
      case 'EVENT':
        return `за событие «${when.event}»`
      case undefined:
        return ''
    }
  },
  schedule: ({ schedule: { fromDay, toDay, weekly } }) =>
    [
      ...weekly.map(
        ({ days, fromMinute, toMinute }) =>
          `по ${listed(
            days.map((day) => weekday(day, 'ru')),
            'ru',
          )}${isAllDay(fromMinute, toMinute) ? '' : ` с ${clock(fromMinute)} до ${clock(toMinute)}`}`,
      ),
      toDay === null ? `с ${date(fromDay, 'ru')}` : `с ${date(fromDay, 'ru')} по ${date(toDay, 'ru')}`,
    ].join(', '),
  customer: ({ if: wanted }) =>
    [
      wanted.code === undefined ? '' : `по коду ${wanted.code}`,
      wanted.firstInCoalition ? 'за первую покупку в программе' : '',
      wanted.firstPurchaseHere ? 'за первую покупку здесь' : '',
      wanted.absentDays === undefined
        ? ''
        : `если не покупали здесь ${counted(wanted.absentDays, 'ru', ['день', 'дня', 'дней'])}`,
      wanted.segments ? `для покупателей из списка ${groupWords(wanted.segments, 'ru')}` : '',
      wanted.tiers ? `с уровнем ${groupWords(wanted.tiers, 'ru')}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  bill: ({ if: { minTotalMinor, noLine, anyLine } }, currency) =>
    [
      minTotalMinor === undefined ? '' : `за чек от ${moneyText(minTotalMinor, currency, 'ru')}`,
      anyLine?.minQuantityMilli === undefined
        ? ''
        : `от ${quantity(anyLine.minQuantityMilli, 'ru')} ед. такого товара`,
      noLine ? `если в чеке нет ${filterWords(noLine, 'ru')}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  lines: (filter) => ` за ${filterWords(filter, 'ru')}`,
  effect: (effect, currency, lines) => {
    const off = lines.replace(/^ за /, ' на ')
    switch (effect.kind) {
      case 'POINTS_PERCENT':
        return `${percentText(effect.percentBps, 'ru')} баллами${lines}`
      case 'POINTS_FIXED':
        return `${points(effect.points, 'ru')}${lines}`
      case 'POINTS_PER_UNIT':
        return `${points(effect.points, 'ru')} за каждую единицу${lines === '' ? '' : ` (${lines.slice(4)})`}`
      case 'POINTS_MULTIPLY':
        return `в ${times(effect.multiplyBps, 'ru')} больше обычных баллов`
      case 'DISCOUNT_PERCENT':
        return `скидка ${percentText(effect.percentBps, 'ru')}${off}`
      case 'DISCOUNT_FIXED':
        return `скидка ${moneyText(effect.amountMinor, currency, 'ru')}${off}`
      case 'DISCOUNT_FREE_LINE':
        return `одна единица самой дешёвой позиции бесплатно${lines === '' ? '' : ` (${lines.slice(4)})`}`
      case 'VOUCHER':
        return `купон на ${counted(effect.validDays, 'ru', ['день', 'дня', 'дней'])}: ${voucherWords(effect, 'ru', currency)}`
    }
  },
  limits: ({ limits: { perPurchasePoints, perCustomer, budget }, maxMinor, when }, currency) => [
    ...(perPurchasePoints === null ? [] : [`не больше ${pointsOfMany(perPurchasePoints)} за чек`]),
    ...(maxMinor === undefined
      ? []
      : [`на сумму не больше ${moneyText(maxMinor, currency, 'ru')}${when ? '' : ' за чек'}`]),
    ...(when?.on === 'BIRTHDAY' ? ['раз в год'] : when?.on === 'ENROL' ? ['один раз на покупателя'] : []),
    ...(perCustomer
      ? [
          `не чаще ${perCustomer.times === 1 ? 'одного раза' : `${perCustomer.times} раз`} на покупателя${per(perCustomer.per, 'ru')}`,
        ]
      : []),
    ...(budget ? [`всего не больше ${budgetWords(budget, currency, 'ru')}${per(budget.per, 'ru')}`] : []),
  ],
  list: (parts) => listed(parts, 'ru'),
}

const SPEECH: Readonly<Record<RuleLanguage, Speech>> = { en: english, ru: russian }

const WHOLE_DAY_MINUTES = 1_440
const RUSSIAN_DAYS = [
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
  'воскресеньям',
]
/** A Monday. */
const SOME_MONDAY = Date.UTC(2026, 0, 5)
const MS_PER_DAY = 86_400_000

const isAllDay = (from: number, to: number): boolean => from === 0 && to === WHOLE_DAY_MINUTES

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function weekday(day: number, language: RuleLanguage): string {
  if (language === 'ru') return RUSSIAN_DAYS[day - 1] ?? ''
  const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })
  return `${name.format(SOME_MONDAY + (day - 1) * MS_PER_DAY)}s`
}

const date = (day: string, language: RuleLanguage): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

/** Hundredths, thousandths and the like as a number of the language, without what it does not need. */
function decimal(value: bigint, digits: number, language: RuleLanguage, least = 0): string {
  const scale = 10n ** BigInt(digits)
  const text = `${value / scale}.${String(value % scale).padStart(digits, '0')}`
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
  }).format(text as Intl.StringNumericLiteral)
}

/** An amount of minor units with its currency, exact whatever its size. `currency` is ISO 4217 with two decimals. */
export function moneyText(amount: bigint, currency: string, language: RuleLanguage): string {
  const text = `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}` as Intl.StringNumericLiteral
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(text)
}

/** Basis points as a percentage. */
export const percentText = (bps: bigint, language: RuleLanguage): string =>
  `${decimal(bps, 2, language)}\u00a0%`
const quantity = (milli: bigint, language: RuleLanguage): string => decimal(milli, 3, language)

const points = (value: bigint, language: RuleLanguage): string =>
  counted(value, language, language === 'en' ? ['point', 'points'] : ['балл', 'балла', 'баллов'])

/** After "no more than" Russian takes the genitive. */
const pointsOfMany = (value: bigint): string => counted(value, 'ru', ['балла', 'баллов', 'баллов'])

function times(bps: bigint, language: RuleLanguage): string {
  if (language === 'en') return bps === 20_000n ? 'twice' : `${decimal(bps, 4, 'en')} times`
  const isWhole = bps % 10_000n === 0n
  return isWhole ? counted(bps / 10_000n, 'ru', ['раз', 'раза', 'раз']) : `${decimal(bps, 4, 'ru')} раза`
}

/** A number with its noun: [one, many] in English, [one, few, many] in Russian. */
export function counted(value: bigint | number, language: RuleLanguage, forms: readonly string[]): string {
  const category = new Intl.PluralRules(language).select(Number(BigInt(value) % 1_000_000n))
  const form = category === 'one' ? forms[0] : category === 'few' ? forms[1] : forms.at(-1)
  return `${new Intl.NumberFormat(language).format(value)}\u00a0${form}`
}

const oneOf = (words: readonly string[], language: RuleLanguage): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(words.map((word) => `«${word}»`))

const filterWords = ({ categories, skus }: LineFilter, language: RuleLanguage): string =>
  oneOf([...categories, ...skus], language)

const groupWords = (groups: readonly CustomerGroup[], language: RuleLanguage): string =>
  oneOf(
    groups.map(({ name }) => name[language]),
    language,
  )

const listed = (parts: readonly string[], language: RuleLanguage): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : 'ru', { type: 'conjunction' }).format(parts)

function per(period: LimitPeriod, language: RuleLanguage): string {
  if (period === 'RULE') return ''
  if (language === 'en') return period === 'DAY' ? ' a day' : ' a month'
  return period === 'DAY' ? ' в день' : ' в месяц'
}

function budgetWords(
  budget: NonNullable<RuleDefinition['limits']['budget']>,
  currency: string,
  language: RuleLanguage,
): string {
  switch (budget.unit) {
    case 'MONEY':
      return moneyText(budget.amountMinor, currency, language)
    case 'POINTS':
      return language === 'ru' ? pointsOfMany(budget.points) : points(budget.points, 'en')
    case 'VOUCHERS':
      return counted(
        budget.vouchers,
        language,
        language === 'ru' ? ['купона', 'купонов', 'купонов'] : ['voucher', 'vouchers'],
      )
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
