import type { RuleConditions } from '@artel/rules'
import { checkBillCode } from '../input/bill-code.ts'
import { checkMoney } from '../input/money.ts'
import type { RuleDefinitionInput } from './definition-input.ts'
import { filterOf } from './line-filter.ts'

/** What an input asks of a bill and its customer, but for the groups, which are looked up. */
export function conditionsOf(
  input: NonNullable<RuleDefinitionInput['if']>,
  path: readonly string[],
  currency: string,
): RuleConditions {
  const { minTotal, anyLine, noLine, customer, code } = input
  const minQuantity = anyLine?.minQuantity ?? null
  const absentDays = customer?.absentDays ?? null
  const named = checkBillCode([...path, 'code'], code)
  return {
    ...(minTotal && { minTotalMinor: checkMoney([...path, 'minTotal'], minTotal, currency) }),
    ...(anyLine && {
      anyLine: {
        ...filterOf(anyLine, [...path, 'anyLine']),
        ...(minQuantity !== null && { minQuantityMilli: minQuantity as bigint }),
      },
    }),
    ...(noLine && { noLine: filterOf(noLine, [...path, 'noLine']) }),
    ...(named !== null && { code: named }),
    ...(customer?.firstPurchaseHere && { firstPurchaseHere: true as const }),
    ...(customer?.firstInCoalition && { firstInCoalition: true as const }),
    ...(absentDays !== null && { absentDays }),
  }
}
