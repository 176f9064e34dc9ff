import { lesser, type Minor, minor, type PurchaseLine } from '@artel/ledger'
import { inOrder, type Lost, loserOf } from './compete.ts'
import { isAbout } from './discounts.ts'
import type { RuleVersion, VoucherEffect } from './rule.ts'

/** The vouchers that a bill brings its customer. */
export interface IssuedVouchers {
  /** By version id; a rule that brings none is missing. */
  readonly byRule: ReadonlyMap<string, VoucherEffect>
  readonly lost: readonly Lost[]
}

/** What of a bill a voucher is given for. */
export interface VoucherBill {
  readonly lines: readonly PurchaseLine[]
  /** What of each line is paid in money. */
  readonly moneyByLine: readonly bigint[]
}

const NO_VOUCHERS: IssuedVouchers = { byRule: new Map(), lost: [] }

/**
 * After earning: a rule that holds gives its voucher once a bill, like fixed points where something of its lines is paid in
 * money. In a group, BEST gives the one that may take the most off.
 */
export function issueVouchers(rules: readonly RuleVersion[], bill: VoucherBill): IssuedVouchers {
  if (!rules.some(({ give }) => give.some(isVoucher))) return NO_VOUCHERS
  const giving = rules.flatMap((rule) => {
    const effect = rule.give.find(isVoucher)
    return effect && givesVoucher(rule, bill) ? [{ rule, effect }] : []
  })
  const worth = new Map(giving.map(({ rule, effect }) => [rule.id, mostOff(effect)]))
  const effects = new Map(giving.map(({ rule, effect }) => [rule.id, effect]))
  const competing = giving.map(({ rule }) => rule)
  const byRule = new Map<string, VoucherEffect>()
  const lost: Lost[] = []
  for (const rule of inOrder(competing)) {
    const loser = loserOf(rule, competing, worth)
    const effect = effects.get(rule.id)
    if (loser) lost.push(loser)
    else if (effect) byRule.set(rule.id, effect)
  }
  return { byRule, lost }
}

/** Whether a rule that holds gives its voucher for a bill: something of the rule's lines is paid in money, of lines that earn. */
export const givesVoucher = (rule: RuleVersion, { lines, moneyByLine }: VoucherBill): boolean =>
  lines.some((line, index) => line.earns !== false && (moneyByLine[index] ?? 0n) > 0n && isAbout(rule, line))

/** The most that a voucher takes off a bill, minor units. */
export function mostOff({ off, maxMinor }: Pick<VoucherEffect, 'off' | 'maxMinor'>): Minor {
  const fixed = off.kind === 'DISCOUNT_FIXED' ? off.amountMinor : maxMinor
  return lesser(fixed ?? minor(0n), maxMinor ?? fixed ?? minor(0n))
}

export const isVoucher = (effect: RuleVersion['give'][number]): effect is VoucherEffect =>
  effect.kind === 'VOUCHER'
