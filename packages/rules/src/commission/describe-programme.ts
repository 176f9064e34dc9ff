import { counted, moneyText, percentText } from '../rule/amounts-in-words.ts'
import type { RuleLanguage } from '../rule/rule-language.ts'
import type { CommissionDefinition, CommissionEffect } from './programme.ts'

/** The programme as one sentence, shown wherever it is. `currency` is ISO 4217 with two decimals. */
export function describeProgramme(
  programme: CommissionDefinition,
  language: RuleLanguage,
  currency: string,
): string {
  const say = SPEECH[language]
  const money = (amount: bigint) => moneyText(amount, currency, language)
  const percent = (bps: bigint) => percentText(bps, language)
  const { of, months, taxBps, approval } = programme
  return [
    say.effect(programme.effect, { money, percent }),
    say.of(of, months),
    ...(taxBps > 0n ? [say.tax] : []),
    say.approval(approval.by, approval.days),
  ].join(', ')
}

interface Figures {
  readonly money: (amount: bigint) => string
  readonly percent: (bps: bigint) => string
}

interface Speech {
  readonly effect: (effect: CommissionEffect, figures: Figures) => string
  readonly of: (of: CommissionDefinition['of'], months: number | null) => string
  readonly tax: string
  readonly approval: (by: CommissionDefinition['approval']['by'], days: number) => string
}

const english: Speech = {
  effect: (effect, { money, percent }) => {
    if (effect.kind === 'PERCENT') return `${percent(effect.percentBps)} of what was paid`
    if (effect.kind === 'FIXED') return money(effect.fixedMinor)
    const steps = effect.steps.map(({ from, bps }) =>
      effect.by === 'MONEY'
        ? `${percent(bps)} above ${money(from)}`
        : `${percent(bps)} from ${counted(from, 'en', ['customer', 'customers'])} on`,
    )
    return `${steps.join(', ')} ${{ MONTH: 'a month', QUARTER: 'a quarter', EVER: 'in all' }[effect.per]}`
  },
  of: (of, months) => {
    if (of === 'FIRST_PURCHASE') return 'for the first purchase of a customer'
    return months === null
      ? 'for every purchase'
      : `for purchases within ${counted(months, 'en', ['month', 'months'])} of the first`
  },
  tax: 'without tax',
  approval: (by, days) => {
    const after = `after ${counted(days, 'en', ['day', 'days'])}`
    return by === 'TIME' ? `due ${after}` : `due when it is approved, ${after}`
  },
}

const russian: Speech = {
  effect: (effect, { money, percent }) => {
    if (effect.kind === 'PERCENT') return `${percent(effect.percentBps)} от оплаченного деньгами`
    if (effect.kind === 'FIXED') return money(effect.fixedMinor)
    const steps = effect.steps.map(({ from, bps }) =>
      effect.by === 'MONEY'
        ? `${percent(bps)} свыше ${money(from)}`
        : `${percent(bps)} начиная с ${from}-го покупателя`,
    )
    return `${steps.join(', ')} ${{ MONTH: 'за месяц', QUARTER: 'за квартал', EVER: 'за всё время' }[effect.per]}`
  },
  of: (of, months) => {
    if (of === 'FIRST_PURCHASE') return 'за первую покупку покупателя'
    if (months === null) return 'за каждую покупку'
    return `за покупки в течение ${counted(months, 'ru', ['месяца', 'месяцев'])} с первой`
  },
  tax: 'без налога',
  approval: (by, days) => {
    const after = `через ${counted(days, 'ru', ['день', 'дня', 'дней'])}`
    return by === 'TIME' ? `к выплате ${after}` : `к выплате по решению, не раньше чем ${after}`
  },
}

const SPEECH: Readonly<Record<RuleLanguage, Speech>> = { en: english, ru: russian }
