import { InvalidInputError, NotFoundError, type Points, points } from '@artel/ledger'
import { daysBetween, localDateOf, type RuleVersion, type SkipReason } from '@artel/rules'
import { coalitionNow, newId } from '@artel/store'
import type { Occasion } from '@artel/store/prisma'
import { requireMemberKey } from '../access/authorise.ts'
import type { MemberStatus } from '../access/member-status.ts'
import type { Context } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { keyOfOtherRequest } from '../posting/refuse-other-request.ts'
import { requestHash } from '../posting/request-hash.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { type Joined, loadJoined } from '../purchase/permit-sale.ts'
import { loadAgreement, loadParticipation } from '../terms/agreement.ts'
import { loadRuleVersions } from '../terms/running-rules.ts'
import { askRules } from './ask-rules.ts'

/** A member's clock may run this far ahead of the coalition's. Milliseconds. */
const MAX_CLOCK_SKEW_MS = 60_000
/** What happened may be told so many local days later. */
const TOLD_WITHIN_DAYS = 7

/** Something that a member tells of a customer. */
export interface OccasionInput {
  readonly customer: CustomerBy
  /** Defaults to now; at most seven local days ago. */
  readonly at?: Date | null
  readonly idempotencyKey: string
}

/** What a version of a rule gave, or why it gave nothing. */
export interface AnsweredRule {
  readonly rule: RuleVersion
  readonly points: Points
  /** Null: it gave. */
  readonly reason: SkipReason | null
}

export interface RecordedOccasion {
  readonly occasion: Occasion
  /** Rules that were asked: those that gave first. */
  readonly rules: readonly AnsweredRule[]
  /** All that rules gave for it. */
  readonly points: Points
  /** It had been recorded before. */
  readonly replayed: boolean
  /** ISO 4217, of the coalition. */
  readonly currency: string
}

/** Writes a visit or an event down and asks the rules of its member, and the coalition's, about it: what both verbs do. */
export async function recordOccasion(
  context: Context,
  input: OccasionInput,
  what: { readonly kind: 'VISIT' | 'EVENT'; readonly event: string | null },
): Promise<RecordedOccasion> {
  const { coalitionId, memberId } = requireMemberKey(context.principal, 'purchases:write')
  const { store } = context
  const key = checkIdempotencyKey(input.idempotencyKey)
  // What was sent, and not who that is by now: the customer may have been merged since.
  const hash = requestHash({ customer: input.customer, at: input.at ?? null, event: what.event })
  const name = { coalitionId, memberId, kind: what.kind, key }
  const before = await store.prisma.occasion.findFirst({ where: name })
  if (before) return answered(context, before, { hash, replayed: true })
  const customerId = await customerIdOf(context, { coalitionId, memberId }, input.customer)
  const [agreement, { member }, now, customer] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, { coalitionId, memberId }),
    coalitionNow(store, coalitionId),
    store.prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id: customerId } } }),
  ])
  refuseStatus(what.kind === 'VISIT' ? 'recordVisit' : 'recordCustomerEvent', member.status as MemberStatus)
  if (!customer) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  refuseClosedCustomer({ customerStatus: customer.status, mergedIntoId: customer.mergedIntoId ?? undefined })
  const { coalition } = agreement
  const happenedAt = checkedInstant(input.at ?? now, now, coalition.timeZone)
  const joined = await loadJoined(store, { agreement, memberId, customerId, occurredAt: input.at })
  refuseBeforeJoining(happenedAt, joined, coalition.timeZone)
  const day = new Date(`${localDateOf(happenedAt, coalition.timeZone)}T00:00:00Z`)
  const data = {
    ...name,
    ...what,
    id: newId(),
    customerId,
    day,
    happenedAt,
    requestHash: hash,
    recordedAt: now,
  }
  try {
    return await answered(context, await store.prisma.occasion.create({ data }), { hash, replayed: false })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const taken = await store.prisma.occasion.findFirst({ where: name })
    if (!taken) throw error
    return answered(context, taken, { hash, replayed: true })
  }
}

/** What rules gave for an occasion; asked now where nobody has asked them yet. */
async function answered(
  { store }: Context,
  occasion: Occasion,
  { hash, replayed }: { readonly hash: string; readonly replayed: boolean },
): Promise<RecordedOccasion> {
  if (occasion.requestHash !== hash) throw keyOfOtherRequest()
  const { coalitionId, id } = occasion
  if (occasion.doneAt === null)
    await askRules(store, coalitionId, [
      { ...occasion, isUndone: false, day: occasion.day.toISOString().slice(0, 10) },
    ])
  const [after, gifts, { coalition }] = await Promise.all([
    store.prisma.occasion.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id } } }),
    store.prisma.ruleGift.findMany({ where: { coalitionId, occasionId: id }, orderBy: { id: 'asc' } }),
    loadAgreement(store, coalitionId),
  ])
  const skipped = JSON.parse(after.skipped ?? '[]') as readonly (readonly [string, SkipReason])[]
  const ids = [...gifts.map(({ versionId }) => versionId), ...skipped.map(([versionId]) => versionId)]
  const versions = await loadRuleVersions(store, coalitionId, ids)
  const answer = (versionId: string, given: bigint, reason: SkipReason | null): AnsweredRule[] => {
    const rule = versions.get(versionId)
    return rule ? [{ rule, points: points(given), reason }] : []
  }
  return {
    occasion: after,
    rules: [
      ...gifts.flatMap((gift) => answer(gift.versionId, gift.points, null)),
      ...skipped.flatMap(([versionId, reason]) => answer(versionId, 0n, reason)),
    ],
    points: points(gifts.reduce((sum, gift) => sum + gift.points, 0n)),
    replayed,
    currency: coalition.currency,
  }
}

/** Nobody was here before it joined: by the local day, as with sales. */
function refuseBeforeJoining(happenedAt: Date, { member, customer }: Joined, timeZone: string): void {
  const day = localDateOf(happenedAt, timeZone)
  const isBefore = (since: Date | undefined) => since !== undefined && day < localDateOf(since, timeZone)
  const path = ['at']
  if (isBefore(member))
    throw new InvalidInputError({ path, problem: 'Must not be before the member joined.' })
  if (isBefore(customer))
    throw new InvalidInputError({ path, problem: 'Must not be before the customer joined.' })
}

function checkedInstant(at: Date, now: Date, timeZone: string): Date {
  const path = ['at']
  if (Number.isNaN(at.getTime())) throw new InvalidInputError({ path, problem: 'Must be an instant.' })
  if (at.getTime() - now.getTime() > MAX_CLOCK_SKEW_MS)
    throw new InvalidInputError({
      path,
      problem: `Must not be in the future: the coalition's clock says ${now.toISOString()}.`,
    })
  if (daysBetween(localDateOf(at, timeZone), localDateOf(now, timeZone)) > TOLD_WITHIN_DAYS)
    throw new InvalidInputError({ path, problem: `Must not be more than ${TOLD_WITHIN_DAYS} days ago.` })
  return at
}
