import {
  budgetWords,
  counted,
  moneyText,
  percentText,
  points,
  pointsOfMany,
  quantity,
  times,
} from './amounts-in-words.ts'
import { clock, date, isAllDay, per, weekday } from './days-in-words.ts'
import { filterWords, groupWords, listed } from './phrases.ts'
import type { RuleTrigger } from './rule.ts'
import type { Speech } from './speech.ts'
import { voucherWords } from './voucher-words.ts'

export const russian: Speech = {
  language: 'ru',
  trigger: ({ when }, currency) => {
    switch (when?.on) {
      case 'ENROL':
        return 'за вступление в программу'
      case 'BIRTHDAY':
        return 'в день рождения'
      case 'VISIT':
        return 'за визит'
      case 'EVENT':
        return `за событие «${when.event}»`
      case 'REFERRER':
        return `за приведённого друга${purchaseWords(when, currency)}`
      case 'REFERRED':
        return `тому, кого привёл друг${purchaseWords(when, currency)}`
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
        return `${lines === '' ? '' : `${lines.trimStart()} `}купон на ${counted(effect.validDays, 'ru', ['день', 'дня', 'дней'])}: ${voucherWords(effect, russian, currency)}`
    }
  },
  limits: ({ limits: { perPurchasePoints, perCustomer, budget }, maxMinor, when }, currency) => [
    ...(perPurchasePoints === null ? [] : [`не больше ${pointsOfMany(perPurchasePoints)} за чек`]),
    ...(maxMinor === undefined
      ? []
      : [`на сумму не больше ${moneyText(maxMinor, currency, 'ru')}${when ? '' : ' за чек'}`]),
    ...(when?.on === 'BIRTHDAY'
      ? ['раз в год']
      : when?.on === 'ENROL' || when?.on === 'REFERRED'
        ? ['один раз на покупателя']
        : []),
    ...(perCustomer
      ? [
          `не чаще ${perCustomer.times === 1 ? 'одного раза' : `${perCustomer.times} раз`} на покупателя${per(perCustomer.per, 'ru')}`,
        ]
      : []),
    ...(budget ? [`всего не больше ${budgetWords(budget, currency, 'ru')}${per(budget.per, 'ru')}`] : []),
  ],
  list: (parts) => listed(parts, 'ru'),
}

/** What is asked of the friend's purchase. */
const purchaseWords = ({ minTotalMinor, waitDays }: RuleTrigger, currency: string): string =>
  [
    minTotalMinor === undefined
      ? ', после первой покупки друга'
      : `, после первой покупки друга от ${moneyText(minTotalMinor, currency, 'ru')}`,
    waitDays ? ` и ещё ${counted(waitDays, 'ru', ['день', 'дня', 'дней'])} ожидания` : '',
  ].join('')
