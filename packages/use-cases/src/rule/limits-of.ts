import { InvalidInputError, type Minor } from '@artel/ledger'
import type { LimitPeriod, RuleBudget, RuleLimits } from '@artel/rules'
import type { MoneyAmount } from '../input/bill.ts'
import { checkMoney } from '../input/money.ts'
import { checkOneOf } from '../input/text.ts'
import type { RuleDefinitionInput } from './definition-input.ts'

const PERIODS = ['DAY', 'MONTH', 'RULE'] as const satisfies readonly LimitPeriod[]

/** What an input lets a rule give at most. */
export function limitsOf(
  { perPurchasePoints, perCustomer, budget }: NonNullable<RuleDefinitionInput['limits']>,
  path: readonly string[],
  currency: string,
): RuleLimits {
  return {
    perPurchasePoints: perPurchasePoints ?? null,
    perCustomer: perCustomer
      ? {
          times: perCustomer.times,
          per: checkOneOf([...path, 'perCustomer', 'per'], perCustomer.per, PERIODS),
        }
      : null,
    budget: budget ? budgetOf(budget, [...path, 'budget'], currency) : null,
  }
}

function budgetOf(
  { points, amount, vouchers, per: named }: NonNullable<NonNullable<RuleDefinitionInput['limits']>['budget']>,
  path: readonly string[],
  currency: string,
): RuleBudget {
  if ([points, amount, vouchers].filter((each) => each != null).length !== 1)
    throw new InvalidInputError({
      path,
      problem: 'Must be one of an amount of points, of money, or a number of vouchers.',
    })
  const per = checkOneOf([...path, 'per'], named, PERIODS)
  if (points != null) return { unit: 'POINTS', points, per }
  if (vouchers != null) return { unit: 'VOUCHERS', vouchers, per }
  const amountMinor: Minor = checkMoney([...path, 'amount'], amount as MoneyAmount, currency)
  return { unit: 'MONEY', amountMinor, per }
}
