import { InvalidInputError, type Points } from '@artel/ledger'
import type { DiscountEffect, RuleEffect, VoucherEffect } from '@artel/rules'
import type { MoneyAmount } from '../input/bill.ts'
import { checkMoney } from '../input/money.ts'
import { checkId } from '../input/text.ts'
import { bpsOf } from './basis-points.ts'
import type { RuleEffectInput, RuleVoucherInput } from './definition-input.ts'
import { filterOf } from './line-filter.ts'

/** What each field of an effect makes, and the kind that it is in the rules. */
const EFFECTS = {
  pointsPercentBps: 'POINTS_PERCENT',
  pointsFixed: 'POINTS_FIXED',
  pointsPerUnit: 'POINTS_PER_UNIT',
  pointsMultiplyBps: 'POINTS_MULTIPLY',
  discountPercentBps: 'DISCOUNT_PERCENT',
  discountFixed: 'DISCOUNT_FIXED',
  discountFreeLine: 'DISCOUNT_FREE_LINE',
  voucher: 'VOUCHER',
} as const satisfies Record<keyof RuleEffectInput, RuleEffect['kind']>

/** By the kind of an effect, the field that an input has it under. */
export const FIELD_OF_EFFECT: ReadonlyMap<string, string> = new Map(
  Object.entries(EFFECTS).map(([name, kind]) => [kind, name]),
)

/** The effect that an input names. */
export function effectOf(input: RuleEffectInput, path: readonly string[], currency: string): RuleEffect {
  const named = (Object.keys(EFFECTS) as (keyof RuleEffectInput)[]).filter((name) => input[name] != null)
  const [name] = named
  if (name === undefined || named.length > 1)
    throw new InvalidInputError({ path, problem: 'Must name one effect.' })
  switch (name) {
    case 'pointsPercentBps':
    case 'discountPercentBps':
      return { kind: EFFECTS[name], percentBps: bpsOf(input[name], [...path, name]) }
    case 'pointsMultiplyBps':
      return { kind: EFFECTS[name], multiplyBps: bpsOf(input[name], [...path, name]) }
    case 'pointsFixed':
    case 'pointsPerUnit':
      return { kind: EFFECTS[name], points: input[name] as Points }
    case 'discountFixed':
      return {
        kind: EFFECTS[name],
        amountMinor: checkMoney([...path, name], input[name] as MoneyAmount, currency),
      }
    case 'discountFreeLine':
      if (input[name] === true) return { kind: EFFECTS[name] }
      throw new InvalidInputError({ path: [...path, name], problem: 'Must be left out or true.' })
    case 'voucher':
      return voucherOf(input[name] as RuleVoucherInput, [...path, name], currency)
  }
}

function voucherOf(input: RuleVoucherInput, path: readonly string[], currency: string): VoucherEffect {
  const { at, validDays, minTotal, anyLine, maxPerUse, ...discount } = input
  const off = effectOf(discount, path, currency) as DiscountEffect
  return {
    kind: 'VOUCHER',
    at: at.map((id, index) => checkId('member', id, [...path, 'at', String(index)])),
    validDays,
    off,
    ...(minTotal ? { minTotalMinor: checkMoney([...path, 'minTotal'], minTotal, currency) } : {}),
    ...(anyLine ? { anyLine: filterOf(anyLine, [...path, 'anyLine']) } : {}),
    ...(maxPerUse ? { maxMinor: checkMoney([...path, 'maxPerUse'], maxPerUse, currency) } : {}),
  }
}
