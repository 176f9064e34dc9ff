import {
  InvalidInputError,
  MAX_COMMAND_POINTS,
  NotFoundError,
  type Points,
  points as pointsOf,
} from '@artel/ledger'
import { issueCost } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { Adjustment } from '@artel/store/prisma'
import { actorOf, requirePerson } from '../access/actor.ts'
import { memberInQuestion, refuseStatusOf, requireMemberOrAdmin, scopeOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { checkId, checkIdempotencyKey, checkOneOf, checkText } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import { loadCreditStanding } from '../purchase/credit-standing.ts'
import { creditVerdict } from '../purchase/permit-sale.ts'
import { type Agreement, loadAgreement, loadParticipation, termsBinding } from '../terms/agreement.ts'
import { countedInDay } from './one-persons-day.ts'
import type { AdjustmentOutcome } from './post-adjustment.ts'
import { bookedOrWaiting, proposedBefore, recordProposal } from './record-proposal.ts'

/** Why points are given or taken by hand. PROMO is an award's, and no adjustment may be proposed with it. */
export type AdjustmentKind = 'CORRECTION' | 'GOODWILL' | 'PROMO'

export interface ProposeAdjustmentInput {
  readonly customer: CustomerBy
  /**
   * Whose points they are: administrators name the member, a member is itself. Where the corrected entry is the promo
   * fund's, nobody is named.
   */
  readonly memberId?: string | null
  /** Above 0 they are given, below 0 taken back. */
  readonly points: Points
  readonly kind: AdjustmentKind
  /** Why, for those who check the books later. At most 1000 characters. */
  readonly reason: string
  /** The entry of an award or adjustment that points are taken back from; any points of the member when absent. */
  readonly correctsEntryId?: string | null
  readonly idempotencyKey: string
}

const MAX_REASON_LENGTH = 1_000

/**
 * Adjusts a customer's points in one member's name, with a reason and the key that asked for it. Points that the promo
 * fund gave are taken back into it by an administrator, who names their entry. Up to the coalition's
 * limit, of an administrator of the day and for the member who pays, it is booked at once; above it, it waits as PROPOSED until a second person approves. Points that pass the member's
 * credit limit are refused, or, by the terms, what the member asks for waits for an administrator.
 * What takes two people takes persons. Throws PersonRequiredError, InvalidInputError, NotFoundError, CustomerClosedError,
 * MemberNotActiveError, InsufficientPointsError, CreditLimitReachedError, AwardLimitReachedError,
 * IdempotencyKeyMismatchError, OverloadedError.
 */
export async function proposeAdjustment(
  context: Context,
  input: ProposeAdjustmentInput,
): Promise<AdjustmentOutcome> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'adjustments:write',
    admin: 'adjustments:write',
  })
  const { coalitionId } = principal
  const name = {
    coalitionId,
    keyScopeId: scopeOf(principal),
    operation: 'adjustmentPropose',
    key: checkIdempotencyKey(input.idempotencyKey),
    requestHash: requestHash({ ...input, idempotencyKey: null }),
  }
  const before = await proposedBefore(context, name)
  if (before) return bookedOrWaiting(context, before, true)
  refuseStatusOf(principal, 'proposeAdjustment')

  const memberId = memberInQuestion(principal, input.memberId)
  const draft = await checkedDraft(context, {
    ...input,
    coalitionId,
    memberId: memberId === undefined ? null : checkId('member', memberId, ['memberId']),
    customerId: await customerIdOf(context, reachOf(principal), input.customer),
  })
  const agreement = await loadAgreement(context.store, coalitionId)
  const size = draft.points < 0n ? -draft.points : draft.points
  const isLarge = size > agreement.coalition.adjustmentLimitPoints
  const counted =
    principal.kind === 'admin' && draft.points > 0n && !isLarge
      ? await countedInDay(context.store, agreement, {
          principal,
          parts: [{ payerId: draft.memberId ?? coalitionId, points: draft.points }],
        })
      : NOT_COUNTED
  const waits =
    isLarge ||
    !counted ||
    (principal.kind === 'member' && (await waitsForCoalition(context, agreement, draft)))
  const status = waits ? 'PROPOSED' : 'APPROVED'
  const proposedById = waits ? requirePerson(principal) : actorOf(principal)
  const made = await recordProposal(context, { ...name, ...draft, status, proposedById })
  if (made.replayed) await counted?.giveBack()
  // What is refused stays counted: its row is kept, and the same once more may be booked without being counted again.
  return bookedOrWaiting(context, made.adjustment, made.replayed)
}

/** What is taken back, a member's own, or too much for one person anyway. */
const NOT_COUNTED = { giveBack: async () => undefined }

/** Whether the points pass the member's credit limit and the terms leave that to the coalition. */
async function waitsForCoalition(
  { store }: Context,
  agreement: Agreement,
  { memberId, points }: Draft,
): Promise<boolean> {
  if (memberId === null || points <= 0n || !agreement.limitsCredit) return false
  const { id: coalitionId, timeZone } = agreement.coalition
  const owner = { coalitionId, memberId }
  const [{ member }, standing, now] = await Promise.all([
    loadParticipation(store, owner),
    loadCreditStanding(store, owner),
    coalitionNow(store, coalitionId),
  ])
  const terms = termsBinding(agreement, member, now)
  if (terms?.settlement.creditPolicy !== 'PENDING_APPROVAL') return false
  const adds = issueCost(pointsOf(points), terms.prices)
  return creditVerdict(standing, { terms, adds, timeZone, now }) === 'PENDING_APPROVAL'
}

type Draft = Pick<Adjustment, 'customerId' | 'memberId' | 'points' | 'kind' | 'reason' | 'correctsEntryId'>

async function checkedDraft(
  { store }: Context,
  input: ProposeAdjustmentInput & {
    readonly coalitionId: string
    readonly memberId: string | null
    readonly customerId: string
  },
): Promise<Draft> {
  const { coalitionId, memberId, customerId } = input
  if (input.points === 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must not be 0.' })
  if (input.points > MAX_COMMAND_POINTS || input.points < -MAX_COMMAND_POINTS)
    throw new InvalidInputError({
      path: ['points'],
      problem: `Must be at most ${MAX_COMMAND_POINTS} either way.`,
    })
  const draft = {
    customerId,
    memberId,
    points: input.points,
    kind: checkOneOf(['kind'], input.kind, ['CORRECTION', 'GOODWILL']),
    reason: checkText(['reason'], input.reason, MAX_REASON_LENGTH),
    correctsEntryId: input.correctsEntryId ?? null,
  }
  const [customer, , corrected] = await Promise.all([
    store.prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id: customerId } } }),
    memberId === null ? null : loadParticipation(store, { coalitionId, memberId }),
    draft.correctsEntryId === null
      ? null
      : store.prisma.entry.findUnique({
          where: { coalitionId_id: { coalitionId, id: checkId('entry', draft.correctsEntryId) } },
        }),
  ])
  if (!customer) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  // Only what the promo fund gave can be taken back in nobody's name.
  if (memberId === null && (corrected?.memberId !== null || corrected === null))
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member who pays.' })
  if (draft.correctsEntryId === null) return draft
  const path = ['correctsEntryId']
  if (corrected?.customerId !== customerId || corrected.memberId !== memberId)
    throw new NotFoundError({ what: 'entry' }, { path })
  if (draft.points > 0n || corrected.pointsDelta <= 0n || !['PROMO', 'ADJUSTMENT'].includes(corrected.kind))
    throw new InvalidInputError({
      path,
      problem: 'Must name points that were given by hand, when points are taken back.',
    })
  return draft
}
