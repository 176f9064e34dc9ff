import { budgetWords, counted, moneyText, percentText, points, quantity, times } from './amounts-in-words.ts'
import { clock, date, isAllDay, per, weekday } from './days-in-words.ts'
import { filterWords, groupWords, listed } from './phrases.ts'
import type { RuleTrigger } from './rule.ts'
import type { Speech } from './speech.ts'
import { voucherWords } from './voucher-words.ts'

export const english: Speech = {
  language: 'en',
  trigger: ({ when }, currency) => {
    switch (when?.on) {
      case 'ENROL':
        return 'for joining the programme'
      case 'BIRTHDAY':
        return 'on the birthday'
      case 'VISIT':
        return 'for a visit'
      case 'EVENT':
        return `for the event «${when.event}»`
      case 'REFERRER':
        return `for a friend that the customer brings${purchaseWords(when, currency)}`
      case 'REFERRED':
        return `for who is brought by a friend${purchaseWords(when, currency)}`
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
        return `${lines === '' ? '' : `for${lines.slice(3)} `}a voucher good for ${counted(effect.validDays, 'en', ['day', 'days'])}: ${voucherWords(effect, english, currency)}`
    }
  },
  limits: ({ limits: { perPurchasePoints, perCustomer, budget }, maxMinor, when }, currency) => [
    ...(perPurchasePoints === null ? [] : [`at most ${points(perPurchasePoints, 'en')} a purchase`]),
    ...(maxMinor === undefined
      ? []
      : [`worth at most ${moneyText(maxMinor, currency, 'en')}${when ? '' : ' a purchase'}`]),
    ...(when?.on === 'BIRTHDAY'
      ? ['once a year']
      : when?.on === 'ENROL' || when?.on === 'REFERRED'
        ? ['once a customer']
        : []),
    ...(perCustomer
      ? [
          `${perCustomer.times === 1 ? 'once' : counted(perCustomer.times, 'en', ['time', 'times'])} a customer${per(perCustomer.per, 'en')}`,
        ]
      : []),
    ...(budget ? [`while ${budgetWords(budget, currency, 'en')}${per(budget.per, 'en')} last`] : []),
  ],
  list: (parts) => listed(parts, 'en'),
}

/** What is asked of the friend's purchase. */
const purchaseWords = ({ minTotalMinor, waitDays }: RuleTrigger, currency: string): string =>
  [
    minTotalMinor === undefined
      ? ', after the first purchase of the friend'
      : `, after the first purchase of the friend for ${moneyText(minTotalMinor, currency, 'en')} or more`,
    waitDays ? ` and ${counted(waitDays, 'en', ['day', 'days'])} of waiting` : '',
  ].join('')
