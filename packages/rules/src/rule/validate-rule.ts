import { InvalidInputError, MAX_COMMAND_MINOR } from '@artel/ledger'
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  type Weekday,
  weekdayOf,
} from '../calendar/local-date.ts'
import { WHOLE_BPS } from '../purchase/points-part.ts'
import { sumOf } from './bill-lines.ts'
import {
  BASE_GROUP,
  type CustomerGroup,
  type LineFilter,
  type RuleDefinition,
  type RuleEffect,
  type VoucherEffect,
} from './rule.ts'
import { validateTrigger } from './trigger.ts'

const MAX_POINTS = 1_000_000_000n
const MAX_MULTIPLY_BPS = 1_000_000n
const MAX_EFFECTS = 4
const MAX_WEEKLY = 14
const MAX_NAMED = 50
const MAX_GROUPS = 20
const MAX_DAYS_ABSENT = 3_660
const MAX_TIMES = 1_000
const MAX_PRIORITY = 1_000
const MAX_NAME = 80
const MAX_MINUTE = 1_440
const MAX_PAYERS = 10
const MAX_PLACES = 200
const MAX_VOUCHER_PLACES = 20
const MAX_VALID_DAYS = 366
const DAYS_OF_A_WEEK = 7
const WORD = /^[a-z0-9][a-z0-9-]{0,39}$/
const CATEGORY = /^[\p{Ll}\p{Lo}\p{N}-]{1,40}(\/[\p{Ll}\p{Lo}\p{N}-]{1,40}){0,4}$/u
const CODE = /^[\p{Lu}\p{Lo}\p{N}-]{3,32}$/u

/**
 * Throws InvalidInputError that names the first field of a rule that cannot be: out of range, at odds with another, or such
 * that the rule could never give anything.
 */
export function validateRule(rule: RuleDefinition): void {
  for (const language of ['en', 'ru'] as const) {
    const { length } = rule.name[language]
    if (length < 1 || length > MAX_NAME) refuse(['name', language], `Must have 1 to ${MAX_NAME} characters.`)
  }
  validateConditions(rule)
  validateSchedule(rule)
  if (rule.give.length < 1 || rule.give.length > MAX_EFFECTS)
    refuse(['give'], `Must have 1 to ${MAX_EFFECTS} effects.`)
  for (const [index, effect] of rule.give.entries())
    if (effect.kind === 'VOUCHER') validateVoucher(effect, ['give', String(index)])
    else validateEffect(effect, ['give', String(index)], rule)
  const vouchers = rule.give.filter(({ kind }) => kind === 'VOUCHER')
  if (vouchers.length > 1) refuse(['give'], 'Must give at most one voucher.')
  validateLimits(rule)
  if (!WORD.test(rule.combine.group))
    refuse(['combine', 'group'], 'Must be up to 40 lower-case Latin letters, digits and hyphens.')
  whole(['combine', 'priority'], rule.combine.priority, -MAX_PRIORITY, MAX_PRIORITY)
  validatePayers(rule)
  validateTrigger(rule)
}

function validatePayers({ pays, maxMinor, at }: RuleDefinition): void {
  if (maxMinor !== undefined) inRange(['maxPerPurchase'], maxMinor, 1n, MAX_COMMAND_MINOR)
  if (at && (at.length === 0 || new Set(at).size !== at.length))
    refuse(['at'], 'Must name each member once, or be left out.')
  if (at && at.length > MAX_PLACES)
    refuse(['at'], `Must name at most ${MAX_PLACES} members, or be left out for all.`)
  if (!pays) return
  if (pays.length < 1 || pays.length > MAX_PAYERS) refuse(['pays'], `Must have 1 to ${MAX_PAYERS} payers.`)
  if (new Set(pays.map(({ payerId }) => payerId)).size !== pays.length)
    refuse(['pays'], 'Must name each payer once.')
  for (const [index, { shareBps }] of pays.entries())
    inRange(['pays', String(index), 'shareBps'], shareBps, 1n, WHOLE_BPS)
  if (sumOf(pays.map(({ shareBps }) => shareBps)) !== WHOLE_BPS)
    refuse(['pays'], `Must have shares that sum to ${WHOLE_BPS}.`)
}

/**
 * Throws InvalidInputError where a rule does not go with whose it is: a member's is for its own sales alone, and whoever pays
 * for another's knows how much a purchase may cost at most. `ownerId` is the member, or the coalition.
 */
export function validateOwner(
  { pays, maxMinor, at, give }: RuleDefinition,
  owner: { readonly ownerId: string; readonly isCoalition: boolean },
): void {
  if (at && !owner.isCoalition) refuse(['at'], 'Must be left out: a rule of a member is for its own sales.')
  const isPaidByOthers = owner.isCoalition || (pays ?? []).some(({ payerId }) => payerId !== owner.ownerId)
  // What a voucher costs at most, it says itself.
  const costsNow = give.some(({ kind }) => kind !== 'VOUCHER')
  if (isPaidByOthers && costsNow && maxMinor === undefined)
    refuse(['maxPerPurchase'], 'Must be given: somebody else than the seller pays.')
}

function validateConditions({ if: wanted }: RuleDefinition): void {
  const { minTotalMinor, anyLine, noLine, absentDays, code } = wanted
  if (minTotalMinor !== undefined) inRange(['if', 'minTotal'], minTotalMinor, 1n, MAX_COMMAND_MINOR)
  if (anyLine) validateFilter(anyLine, ['if', 'anyLine'])
  if (noLine) validateFilter(noLine, ['if', 'noLine'])
  if (anyLine?.minQuantityMilli !== undefined)
    inRange(['if', 'anyLine', 'minQuantity'], anyLine.minQuantityMilli, 1n, MAX_POINTS)
  if (absentDays !== undefined) whole(['if', 'customer', 'absentDays'], absentDays, 1, MAX_DAYS_ABSENT)
  if (code !== undefined && !CODE.test(code))
    refuse(['if', 'code'], 'Must be 3 to 32 letters, digits and hyphens.')
  for (const kind of ['segments', 'tiers'] as const) validateGroups(wanted[kind], ['if', 'customer', kind])
  const isFirst = wanted.firstPurchaseHere || wanted.firstInCoalition
  if (isFirst && absentDays !== undefined)
    refuse(['if', 'customer', 'absentDays'], 'Can never hold together with a first purchase.')
  if (anyLine && noLine && isCovered(anyLine, noLine))
    refuse(['if', 'noLine'], 'Rules out every line that the rule asks for.')
}

function validateGroups(groups: readonly CustomerGroup[] | undefined, path: readonly string[]): void {
  if (groups === undefined) return
  if (groups.length < 1 || groups.length > MAX_GROUPS) refuse(path, `Must name 1 to ${MAX_GROUPS}.`)
  if (new Set(groups.map(({ id }) => id)).size !== groups.length) refuse(path, 'Must name each once.')
}

function validateFilter({ categories, skus }: LineFilter, path: readonly string[]): void {
  if (categories.length + skus.length === 0) refuse(path, 'Must name a category or an article.')
  if (categories.length + skus.length > MAX_NAMED)
    refuse(path, `Must name at most ${MAX_NAMED} categories and articles.`)
  for (const [index, category] of categories.entries())
    if (!CATEGORY.test(category))
      refuse(
        [...path, 'categories', String(index)],
        'Must be a path of lower-case words such as service/oil.',
      )
}

const isCovered = (asked: LineFilter, ruledOut: LineFilter): boolean =>
  asked.skus.every((sku) => ruledOut.skus.includes(sku)) &&
  asked.categories.every((category) =>
    ruledOut.categories.some((above) => category === above || category.startsWith(`${above}/`)),
  )

function validateSchedule({ schedule: { fromDay, toDay, weekly } }: RuleDefinition): void {
  localDate(fromDay, ['schedule', 'fromDay'])
  if (toDay !== null && localDate(toDay, ['schedule', 'toDay']) < fromDay)
    refuse(['schedule', 'toDay'], 'Must not be before the first day.')
  if (weekly.length > MAX_WEEKLY) refuse(['schedule', 'weekly'], `Must have at most ${MAX_WEEKLY} parts.`)
  for (const [index, { days, fromMinute, toMinute }] of weekly.entries()) {
    const path = ['schedule', 'weekly', String(index)]
    if (days.length === 0 || new Set(days).size !== days.length)
      refuse([...path, 'days'], 'Must name each day of the week once.')
    whole([...path, 'from'], fromMinute, 0, MAX_MINUTE - 1)
    whole([...path, 'to'], toMinute, 1, MAX_MINUTE)
    if (toMinute <= fromMinute)
      refuse([...path, 'to'], 'Must be later than the beginning: for a night, name both days.')
  }
  if (
    weekly.length > 0 &&
    toDay !== null &&
    !hasDayOf(
      weekly.flatMap(({ days }) => days),
      fromDay,
      toDay,
    )
  )
    refuse(
      ['schedule', 'weekly'],
      'Must name a day of the week that lies between the first day and the last.',
    )
}

function hasDayOf(days: readonly Weekday[], from: LocalDate, to: LocalDate): boolean {
  const span = Math.min(daysBetween(from, to), DAYS_OF_A_WEEK - 1)
  return Array.from({ length: span + 1 }, (_, index) => weekdayOf(addDays(from, index))).some((day) =>
    days.includes(day),
  )
}

function validateVoucher(voucher: VoucherEffect, path: readonly string[]): void {
  const { at, validDays, off, minTotalMinor, anyLine, maxMinor } = voucher
  if (at.length < 1 || at.length > MAX_VOUCHER_PLACES || new Set(at).size !== at.length)
    refuse([...path, 'at'], `Must name 1 to ${MAX_VOUCHER_PLACES} members, each once.`)
  whole([...path, 'validDays'], validDays, 1, MAX_VALID_DAYS)
  if (off.kind === 'DISCOUNT_PERCENT') inRange([...path, 'discountPercentBps'], off.percentBps, 1n, WHOLE_BPS)
  if (off.kind === 'DISCOUNT_FIXED')
    inRange([...path, 'discountFixed'], off.amountMinor, 1n, MAX_COMMAND_MINOR)
  if (minTotalMinor !== undefined) inRange([...path, 'minTotal'], minTotalMinor, 1n, MAX_COMMAND_MINOR)
  if (anyLine) validateFilter(anyLine, [...path, 'anyLine'])
  if (maxMinor !== undefined) inRange([...path, 'maxPerUse'], maxMinor, 1n, MAX_COMMAND_MINOR)
  else if (off.kind !== 'DISCOUNT_FIXED')
    refuse([...path, 'maxPerUse'], 'Must be given: whoever pays for the voucher knows how much it may cost.')
}

function validateEffect(
  effect: Exclude<RuleEffect, VoucherEffect>,
  path: readonly string[],
  { combine }: RuleDefinition,
): void {
  switch (effect.kind) {
    case 'POINTS_PERCENT':
    case 'DISCOUNT_PERCENT':
      inRange([...path, 'percentBps'], effect.percentBps, 1n, WHOLE_BPS)
      break
    case 'POINTS_FIXED':
    case 'POINTS_PER_UNIT':
      inRange([...path, 'points'], effect.points, 1n, MAX_POINTS)
      break
    case 'POINTS_MULTIPLY':
      inRange([...path, 'multiplyBps'], effect.multiplyBps, WHOLE_BPS + 1n, MAX_MULTIPLY_BPS)
      if (combine.group === BASE_GROUP)
        refuse(['combine', 'group'], 'Must not be base: a multiplier raises what that group gave.')
      break
    case 'DISCOUNT_FIXED':
      inRange([...path, 'amount'], effect.amountMinor, 1n, MAX_COMMAND_MINOR)
      break
    case 'DISCOUNT_FREE_LINE':
      break
  }
}

function validateLimits({ limits, give }: RuleDefinition): void {
  const { perPurchasePoints, perCustomer, budget } = limits
  const givesPoints = give.some(({ kind }) => kind.startsWith('POINTS_'))
  if (perPurchasePoints !== null) {
    inRange(['limits', 'perPurchasePoints'], perPurchasePoints, 1n, MAX_POINTS)
    if (!givesPoints) refuse(['limits', 'perPurchasePoints'], 'Must be left out: the rule gives no points.')
  }
  if (perCustomer) whole(['limits', 'perCustomer', 'times'], perCustomer.times, 1, MAX_TIMES)
  if (budget?.unit === 'POINTS') {
    inRange(['limits', 'budget', 'points'], budget.points, 1n, MAX_COMMAND_MINOR)
    if (give.some(({ kind }) => kind.startsWith('DISCOUNT_')))
      refuse(['limits', 'budget', 'points'], 'Must be an amount of money: the rule takes money off.')
  }
  if (budget?.unit === 'MONEY')
    inRange(['limits', 'budget', 'amount'], budget.amountMinor, 1n, MAX_COMMAND_MINOR)
  validateStock(limits, give)
}

/** What a voucher will cost is known once it is used, so a rule that gives nothing else counts vouchers. */
function validateStock({ budget }: RuleDefinition['limits'], give: RuleDefinition['give']): void {
  if (!budget) return
  const givesVoucher = give.some(({ kind }) => kind === 'VOUCHER')
  if (budget.unit === 'VOUCHERS') {
    if (!givesVoucher)
      refuse(['limits', 'budget', 'vouchers'], 'Must be left out: the rule gives no voucher.')
    whole(['limits', 'budget', 'vouchers'], budget.vouchers, 1, Number(MAX_POINTS))
  } else if (give.every(({ kind }) => kind === 'VOUCHER'))
    refuse(['limits', 'budget'], 'Must be a number of vouchers: the rule gives nothing else.')
}

function inRange(path: readonly string[], value: bigint, low: bigint, high: bigint): void {
  if (value < low || value > high) refuse(path, `Must be from ${low} to ${high}.`)
}

function whole(path: readonly string[], value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high)
    refuse(path, `Must be a whole number from ${low} to ${high}.`)
}

function refuse(path: readonly string[], problem: string): never {
  throw new InvalidInputError({ path, problem })
}
