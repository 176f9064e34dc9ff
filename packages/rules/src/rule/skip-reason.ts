import type { Minor, PurchaseLine } from '@artel/ledger'
import { daysBetween, localDateOf } from '../calendar/local-date.ts'
import { isOfFilter, ONE_UNIT_MILLI, sumOf } from './bill-lines.ts'
import { type LocalMoment, outsideSchedule } from './local-moment.ts'
import type { CustomerGroup, RuleVersion } from './rule.ts'

/** What a customer did before the sale. */
export interface CustomerFacts {
  readonly id: string
  /** The newest purchase at the member; null: none. */
  readonly lastHere: Date | null
  /** The newest purchase at any member of the coalition; null: none. */
  readonly lastAnywhere: Date | null
  /** Pilots of which the customer is in the control. */
  readonly controlOf?: ReadonlySet<string>
  /** Ids of the segments that the customer is in and of the tiers that it has, of those that rules name; none when absent. */
  readonly groups?: ReadonlySet<string>
}

/** Why a rule gave nothing on a bill. */
export type SkipReason =
  | 'NOT_STARTED'
  | 'ENDED'
  | 'OTHER_DAY'
  | 'NOT_THIS_CUSTOMER'
  | 'NO_CODE'
  | 'BELOW_MINIMUM'
  | 'NO_LINE'
  /** The customer has had it as often as it may. */
  | 'LIMIT_REACHED'
  /** What is left of its budget does not cover what it would give. */
  | 'BUDGET_ENDED'
  /** One of its payers cannot pay: its credit limit, what the promo fund holds, or what it may give the customer in a day. */
  | 'PAYER_LIMIT'
  /** Another than the seller pays for it, and the sale is handed in on a later day than its own. */
  | 'LATE_SALE'
  /** Another rule of its group is worth more to the customer. */
  | 'LOST_TO'
  /** It holds, and what it comes to rounds down to nothing. */
  | 'GIVES_NOTHING'
  /** The customer is held out of the pilot that the rule is tried in. Members see it, customers never. */
  | 'CONTROL_GROUP'

/** What a rule's conditions are held against. */
export interface RuleSubject {
  readonly totalMinor: Minor
  readonly lines: readonly PurchaseLine[]
  readonly code: string | null
  /** Null for nobody in particular: a quote for whoever asks. */
  readonly customer: CustomerFacts | null
  readonly moment: LocalMoment
  readonly timeZone: string
}

/** The first condition that a rule's version does not meet; undefined when it meets all. Limits are not asked here. */
export function unmetCondition(rule: RuleVersion, subject: RuleSubject): SkipReason | undefined {
  return (
    outsideSchedule(rule.schedule, subject.moment) ??
    unmetByCustomer(rule, subject) ??
    unmetByBill(rule, subject) ??
    heldOut(rule, subject)
  )
}

/** Last, so that it is said only of a rule that would have held. Nobody in particular is in no group, and is promised nothing. */
function heldOut({ pilot }: RuleVersion, { customer }: RuleSubject): SkipReason | undefined {
  if (!pilot) return undefined
  if (!customer) return 'NOT_THIS_CUSTOMER'
  return customer.controlOf?.has(pilot.id) ? 'CONTROL_GROUP' : undefined
}

/** The first condition on the bill alone that is not met: what an undone part of a bill can change. */
export function unmetByBill(
  { if: { minTotalMinor, anyLine, noLine } }: RuleVersion,
  { totalMinor, lines }: Pick<RuleSubject, 'totalMinor' | 'lines'>,
): SkipReason | undefined {
  if (minTotalMinor !== undefined && totalMinor < minTotalMinor) return 'BELOW_MINIMUM'
  if (anyLine && !hasLines(lines, anyLine)) return 'NO_LINE'
  if (noLine && lines.some((line) => isOfFilter(line, noLine))) return 'NO_LINE'
  return undefined
}

function unmetByCustomer({ if: wanted }: RuleVersion, subject: RuleSubject): SkipReason | undefined {
  if (wanted.code !== undefined && wanted.code !== subject.code) return 'NO_CODE'
  if (!asksOfCustomer(wanted) && groupsAskedBy(wanted).length === 0) return undefined
  const { customer, moment, timeZone } = subject
  if (!customer) return 'NOT_THIS_CUSTOMER'
  if (!isInOneOf(customer, wanted.segments) || !isInOneOf(customer, wanted.tiers)) return 'NOT_THIS_CUSTOMER'
  const { lastHere, lastAnywhere } = customer
  if (wanted.firstPurchaseHere && lastHere) return 'NOT_THIS_CUSTOMER'
  if (wanted.firstInCoalition && lastAnywhere) return 'NOT_THIS_CUSTOMER'
  if (wanted.absentDays === undefined) return undefined
  const absent = lastHere ? daysBetween(localDateOf(lastHere, timeZone), moment.day) : 0
  return absent >= wanted.absentDays ? undefined : 'NOT_THIS_CUSTOMER'
}

/** Whether a rule asks what its customer did before. */
export const asksOfCustomer = (wanted: RuleVersion['if']): boolean =>
  wanted.firstPurchaseHere === true || wanted.firstInCoalition === true || wanted.absentDays !== undefined

/** Ids of the segments and tiers that a rule asks for. */
export const groupsAskedBy = ({ segments, tiers }: RuleVersion['if']): readonly string[] =>
  segments || tiers ? [...(segments ?? []), ...(tiers ?? [])].map(({ id }) => id) : NO_GROUPS

const NO_GROUPS: readonly string[] = []

const isInOneOf = ({ groups }: CustomerFacts, named: readonly CustomerGroup[] | undefined): boolean =>
  named === undefined || named.some(({ id }) => groups?.has(id))

/** Whether there are such lines, and enough of them; what refunds left of a line may be less than a thousandth of a unit. */
function hasLines(
  lines: readonly PurchaseLine[],
  wanted: NonNullable<RuleVersion['if']['anyLine']>,
): boolean {
  const named = lines.filter((line) => isOfFilter(line, wanted))
  const units = named.map(({ quantityMilli }) => quantityMilli ?? ONE_UNIT_MILLI)
  return named.length > 0 && sumOf(units) >= (wanted.minQuantityMilli ?? 0n)
}
