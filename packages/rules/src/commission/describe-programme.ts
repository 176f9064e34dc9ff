import type { Minor } from '@artel/ledger'
import type { RuleLanguage } from '../rule/describe-rule.ts'
import type { CommissionDefinition, CommissionEffect } from './programme.ts'

const MINOR_A_UNIT = 100
const BPS_A_PERCENT = 100

/** The programme as one sentence, shown wherever it is. `currency` is ISO 4217 with two decimals. */
export function describeProgramme(
  programme: CommissionDefinition,
  language: RuleLanguage,
  currency: string,
): string {
  const say = SPEECH[language]
  const money = (amount: Minor | bigint) =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(amount) / MINOR_A_UNIT)
  const percent = (bps: bigint) =>
    `${new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(Number(bps) / BPS_A_PERCENT)}\u00a0%`
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
        : `${percent(bps)} from ${from} customers on`,
    )
    return `${steps.join(', ')} ${{ MONTH: 'a month', QUARTER: 'a quarter', EVER: 'in all' }[effect.per]}`
  },
  of: (of, months) => {
    if (of === 'FIRST_PURCHASE') return 'for the first purchase of a customer'
    return months === null ? 'for every purchase' : `for purchases within ${months} months of the first`
  },
  tax: 'without tax',
  approval: (by, days) =>
    by === 'TIME' ? `due after ${days} days` : `due when it is approved, after ${days} days`,
}

const russian: Speech = {
  effect: (effect, { money, percent }) => {
    if (effect.kind === 'PERCENT') return `${percent(effect.percentBps)} от оплаченного деньгами`
    if (effect.kind === 'FIXED') return money(effect.fixedMinor)
    const steps = effect.steps.map(({ from, bps }) =>
      effect.by === 'MONEY'
        ? `${percent(bps)} свыше ${money(from)}`
        : `${percent(bps)}, если покупателей от ${from}`,
    )
    return `${steps.join(', ')} ${{ MONTH: 'за месяц', QUARTER: 'за квартал', EVER: 'за всё время' }[effect.per]}`
  },
  of: (of, months) => {
    if (of === 'FIRST_PURCHASE') return 'за первую покупку покупателя'
    return months === null ? 'за каждую покупку' : `за покупки в течение стольких месяцев с первой: ${months}`
  },
  tax: 'без налога',
  approval: (by, days) =>
    by === 'TIME' ? `к выплате по истечении дней: ${days}` : `к выплате по решению, не раньше дней: ${days}`,
}

const SPEECH: Readonly<Record<RuleLanguage, Speech>> = { en: english, ru: russian }
