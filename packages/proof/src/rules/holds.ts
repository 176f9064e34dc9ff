import type { RuleVersion } from '@artel/rules'
import { type ToldBill, type ToldLine, total } from './told.ts'

const DAY_MS = 86_400_000

type Filter = { readonly categories: readonly string[]; readonly skus: readonly string[] }

/** Whether a line is in one of the categories, or in one below it, or is one of the articles. */
export function isNamed(line: ToldLine, filter: Filter): boolean {
  for (const sku of filter.skus) if (line.sku === sku) return true
  for (const wanted of filter.categories) {
    const path = line.category?.split('/') ?? []
    const depth = wanted.split('/').length
    if (path.slice(0, depth).join('/') === wanted) return true
  }
  return false
}

/** Whether a rule is about a line. */
export const isItsLine = (rule: RuleVersion, line: ToldLine): boolean =>
  rule.if.anyLine === undefined || isNamed(line, rule.if.anyLine)

/** Why a rule does not hold, or null. */
export function whyNot(rule: RuleVersion, bill: ToldBill): string | null {
  const { day, weekday, minute } = bill.clock
  const { fromDay, toDay, weekly } = rule.schedule
  if (day < fromDay) return 'NOT_STARTED'
  if (toDay !== null && day > toDay) return 'ENDED'
  let isOpen = weekly.length === 0
  for (const hours of weekly)
    for (const open of hours.days)
      if (open === weekday && minute >= hours.fromMinute && minute < hours.toMinute) isOpen = true
  if (!isOpen) return 'OTHER_DAY'
  if (rule.if.code !== undefined && rule.if.code !== bill.code) return 'NO_CODE'
  if (!isForCustomer(rule, bill)) return 'NOT_THIS_CUSTOMER'
  const onBill = whyNotThisBill(rule, bill.lines)
  if (onBill !== null) return onBill
  const { perCustomer } = rule.limits
  const isUsedUp = perCustomer !== null && bill.timesHad(rule.ruleId) >= BigInt(perCustomer.times)
  return isUsedUp ? 'LIMIT_REACHED' : null
}

function isForCustomer({ if: wanted }: RuleVersion, { customer, clock }: ToldBill): boolean {
  const { firstPurchaseHere, firstInCoalition, absentDays } = wanted
  if (!firstPurchaseHere && !firstInCoalition && absentDays === undefined) return true
  if (customer === null) return false
  if (firstPurchaseHere && customer.dayHere !== null) return false
  if (firstInCoalition && customer.dayAnywhere !== null) return false
  if (absentDays === undefined) return true
  if (customer.dayHere === null) return false
  return (Date.parse(clock.day) - Date.parse(customer.dayHere)) / DAY_MS >= absentDays
}

/** Why a bill of these lines is not one for the rule, or null. */
export function whyNotThisBill(
  { if: wanted }: RuleVersion,
  lines: readonly ToldLine[],
  gross = total(lines.map((line) => line.gross)),
): string | null {
  const { minTotalMinor, anyLine, noLine } = wanted
  if (minTotalMinor !== undefined && gross < minTotalMinor) return 'BELOW_MINIMUM'
  if (anyLine !== undefined) {
    const named = lines.filter((line) => isNamed(line, anyLine))
    if (named.length === 0) return 'NO_LINE'
    const { minQuantityMilli } = anyLine
    if (minQuantityMilli !== undefined && total(named.map((line) => line.quantityMilli)) < minQuantityMilli)
      return 'NO_LINE'
  }
  if (noLine !== undefined && lines.some((line) => isNamed(line, noLine))) return 'NO_LINE'
  return null
}
