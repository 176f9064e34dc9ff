import { printQuantity } from '@artel/ledger'
import type {
  LineFilter,
  RuleBudget,
  RuleConditions,
  RuleDefinition,
  RuleEffect,
  RuleLimits,
  RuleTrigger,
  VoucherEffect,
} from '@artel/rules'
import { encodePublicId, type RuleDefinitionInput } from '@artel/use-cases'
import { definitionIn } from './read-definition.ts'

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A rule as a file of `artel rule draft` and the API's input have it. */
export function writtenDefinition(rule: RuleDefinition, currency: string, coalitionId = ''): object {
  const { name, when, schedule, give, limits, combine, pilot, at, pays, maxMinor } = rule
  const wanted = writtenConditions(rule.if, currency)
  const atMost = writtenLimits(limits, currency)
  return {
    name,
    ...(when ? { when: writtenTrigger(when, currency) } : {}),
    ...(Object.keys(wanted).length > 0 ? { if: wanted } : {}),
    schedule: {
      fromDay: schedule.fromDay,
      ...(schedule.toDay === null ? {} : { toDay: schedule.toDay }),
      ...(schedule.weekly.length === 0
        ? {}
        : {
            weekly: schedule.weekly.map(({ days, fromMinute, toMinute }) => ({
              ...{ days, from: clock(fromMinute), to: clock(toMinute) },
            })),
          }),
    },
    give: give.map((effect) => writtenEffect(effect, currency)),
    ...(Object.keys(atMost).length > 0 ? { limits: atMost } : {}),
    combine,
    ...(pilot ? { pilotId: encodePublicId('pilot', pilot.id) } : {}),
    ...(at ? { at: at.map((id) => encodePublicId('member', id)) } : {}),
    ...(pays
      ? {
          pays: pays.map(({ payerId, shareBps }) => ({
            ...(payerId === coalitionId
              ? { isPromoFund: true }
              : { memberId: encodePublicId('member', payerId) }),
            shareBps: Number(shareBps),
          })),
        }
      : {}),
    ...(maxMinor === undefined ? {} : { maxPerPurchase: money(maxMinor, currency) }),
  }
}

const money = (amountMinor: bigint, currency: string) => ({ amountMinor: String(amountMinor), currency })

const writtenTrigger = ({ minTotalMinor, ...when }: RuleTrigger, currency: string) => ({
  ...when,
  ...(minTotalMinor === undefined ? {} : { minTotal: money(minTotalMinor, currency) }),
})

function writtenConditions(wanted: RuleConditions, currency: string): object {
  const { minTotalMinor, anyLine, noLine, code } = wanted
  const { firstPurchaseHere, firstInCoalition, absentDays, segments, tiers } = wanted
  const customer = {
    ...(firstPurchaseHere ? { firstPurchaseHere } : {}),
    ...(firstInCoalition ? { firstInCoalition } : {}),
    ...(absentDays === undefined ? {} : { absentDays }),
    ...(segments ? { segments: segments.map(({ id }) => encodePublicId('segment', id)) } : {}),
    ...(tiers ? { tiers: tiers.map(({ id }) => encodePublicId('tier', id)) } : {}),
  }
  const quantity = anyLine?.minQuantityMilli
  return {
    ...(minTotalMinor === undefined ? {} : { minTotal: money(minTotalMinor, currency) }),
    ...(anyLine
      ? {
          anyLine: {
            ...writtenFilter(anyLine),
            ...(quantity === undefined ? {} : { minQuantity: printQuantity(quantity) }),
          },
        }
      : {}),
    ...(noLine ? { noLine: writtenFilter(noLine) } : {}),
    ...(Object.keys(customer).length > 0 ? { customer } : {}),
    ...(code === undefined ? {} : { code }),
  }
}

const writtenFilter = ({ categories, skus }: LineFilter) => ({
  ...(categories.length > 0 ? { categories } : {}),
  ...(skus.length > 0 ? { skus } : {}),
})

function writtenEffect(effect: RuleEffect, currency: string): object {
  switch (effect.kind) {
    case 'POINTS_PERCENT':
      return { pointsPercentBps: Number(effect.percentBps) }
    case 'POINTS_FIXED':
      return { pointsFixed: String(effect.points) }
    case 'POINTS_PER_UNIT':
      return { pointsPerUnit: String(effect.points) }
    case 'POINTS_MULTIPLY':
      return { pointsMultiplyBps: Number(effect.multiplyBps) }
    case 'DISCOUNT_PERCENT':
      return { discountPercentBps: Number(effect.percentBps) }
    case 'DISCOUNT_FIXED':
      return { discountFixed: money(effect.amountMinor, currency) }
    case 'DISCOUNT_FREE_LINE':
      return { discountFreeLine: true }
    case 'VOUCHER':
      return { voucher: writtenVoucher(effect, currency) }
  }
}

const writtenVoucher = (
  { at, validDays, off, minTotalMinor, anyLine, maxMinor }: VoucherEffect,
  currency: string,
) => ({
  ...{ at: at.map((id) => encodePublicId('member', id)), validDays, ...writtenEffect(off, currency) },
  ...(minTotalMinor === undefined ? {} : { minTotal: money(minTotalMinor, currency) }),
  ...(anyLine ? { anyLine: writtenFilter(anyLine) } : {}),
  ...(maxMinor === undefined ? {} : { maxPerUse: money(maxMinor, currency) }),
})

function writtenLimits({ perPurchasePoints, perCustomer, budget }: RuleLimits, currency: string): object {
  return {
    ...(perPurchasePoints === null ? {} : { perPurchasePoints: String(perPurchasePoints) }),
    ...(perCustomer ? { perCustomer } : {}),
    ...(budget ? { budget: { ...writtenBudget(budget, currency), per: budget.per } } : {}),
  }
}

function writtenBudget(budget: RuleBudget, currency: string): object {
  switch (budget.unit) {
    case 'POINTS':
      return { points: String(budget.points) }
    case 'MONEY':
      return { amount: money(budget.amountMinor, currency) }
    case 'VOUCHERS':
      return { vouchers: budget.vouchers }
  }
}

/** The same as the verbs take it. */
export const writtenInput = (rule: RuleDefinition, currency: string): RuleDefinitionInput =>
  definitionIn(writtenDefinition(rule, currency))
