import {
  AdjustmentNotOpenError,
  adjust,
  IdempotencyKeyMismatchError,
  type Points,
  points,
  Refusal,
} from '@artel/ledger'
import { activationOf, expiryOf } from '@artel/rules'
import { newId } from '@artel/store'
import type { Adjustment } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { postCommand } from '../posting/post-command.ts'
import { isPosted } from '../posting/recorded-entries.ts'
import { requestHash } from '../posting/request-hash.ts'
import { addedTo, countPosted, loadCreditStanding } from '../purchase/credit-standing.ts'
import { termsOfActive } from '../purchase/sale.ts'
import {
  type Agreement,
  loadAgreement,
  loadParticipation,
  type Participation,
  type TermsVersion,
} from '../terms/agreement.ts'
import { refuseLavishAward } from '../velocity/award-limit.ts'
import { permitAward } from './permit-award.ts'
import { type PromoPayerInput, postAward } from './post-award.ts'

/** An adjustment as it is now; `balanceAfter` is null while it waits for a second person. */
export interface AdjustmentOutcome {
  readonly adjustment: Adjustment
  readonly balanceAfter: Points | null
  readonly replayed: boolean
}

/**
 * Books an APPROVED adjustment, once however often and by however many it is asked: the adjustment itself is the key.
 * Its row says afterwards what became of it, POSTED or REFUSED, and a refusal is thrown again each time.
 */
export async function postAdjustment(
  context: Context,
  adjustment: Adjustment,
): Promise<{ readonly adjustment: Adjustment; readonly balanceAfter: Points }> {
  try {
    const balanceAfter = await (adjustment.kind === 'PROMO' ? bookAward : book)(context, adjustment)
    return { adjustment: await withStatus(context, adjustment, 'POSTED'), balanceAfter }
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof IdempotencyKeyMismatchError))
      await withStatus(context, adjustment, 'REFUSED')
    throw error
  }
}

/** Under the adjustment's own id, whoever asks. */
const keyOf = ({ coalitionId, id }: Adjustment) => ({
  scopeId: coalitionId,
  operation: 'adjustmentPost',
  key: id,
  requestHash: requestHash({ adjustmentId: id }),
})

async function bookAward(context: Context, adjustment: Adjustment): Promise<Points> {
  const { coalitionId, customerId, id: awardId, expiresInDays: lifeDays } = adjustment
  await refuseTwin(context, adjustment)
  const { balanceAfter } = await postAward(context, {
    coalitionId,
    customerId,
    awardId,
    points: points(adjustment.points),
    // Checked when they were written.
    shares: adjustment.payers as unknown as readonly PromoPayerInput[],
    lifeDays,
    key: keyOf(adjustment),
    coalitionAgrees: isCoalitionsWord(adjustment),
    byTwoPeople: true,
  })
  return balanceAfter
}

/**
 * A call whose twin under the same key was on its way may have found the day's limit used up, by the twin itself, and left a proposal of what was then
 * booked. Throws AdjustmentNotOpenError: the gift is given.
 */
async function refuseTwin({ store }: Context, adjustment: Adjustment): Promise<void> {
  const { coalitionId, keyScopeId, operation, key } = adjustment
  if (await isPosted(store, coalitionId, { scopeId: keyScopeId, operation, key }))
    throw new AdjustmentNotOpenError({ adjustmentStatus: 'POSTED' })
}

async function book(context: Context, adjustment: Adjustment): Promise<Points> {
  const { store } = context
  const { coalitionId, id, customerId, memberId } = adjustment
  // Null: what the promo fund gave is taken back.
  const issuerId = memberId ?? coalitionId
  const [agreement, participation, onlyLotIds] = await Promise.all([
    loadAgreement(store, coalitionId),
    memberId === null ? null : loadParticipation(store, { coalitionId, memberId }),
    lotsOf(context, adjustment),
  ])
  const givesPoints = adjustment.points > 0n
  // What one person gives by hand is an award, whatever it is called.
  const isBound = givesPoints && adjustment.approvedById === null
  const standing =
    agreement.limitsCredit && memberId !== null
      ? await loadCreditStanding(store, { coalitionId, memberId })
      : undefined
  const ids = { lotId: newId(), eventId: newId() }
  const { balanceAfter, group } = await postCommand(store, coalitionId, {
    customerId,
    key: keyOf(adjustment),
    looksBack: isBound && agreement.coalition.dailyAwardLimitPoints !== null,
    decide: (state, at) => {
      refuseClosedCustomer(at)
      const entry = adjust(state, {
        issuerId,
        coalitionId,
        documentId: id,
        points: points(adjustment.points),
        now: at.now,
        newLot: () => {
          const terms = termsOfGiver(agreement, participation, at.now)
          const expiresAt = expiryOf(terms, at.now, agreement.coalition.timeZone)
          return {
            lotId: ids.lotId,
            terms,
            activatesAt: activationOf(terms, at.now, agreement.coalition.timeZone),
            expiresAt,
          }
        },
        ...(onlyLotIds ? { onlyLotIds } : {}),
      })
      if (isBound) refuseLavishAward(agreement.coalition, [entry], at)
      if (givesPoints)
        permitAward(standing, {
          terms: termsOfGiver(agreement, participation, at.now),
          adds: addedTo(issuerId, entry),
          timeZone: agreement.coalition.timeZone,
          now: at.now,
          coalitionAgrees: isCoalitionsWord(adjustment),
        })
      const payload = { adjustmentId: id, customerId, memberId, points: String(adjustment.points) }
      return {
        documentId: id,
        entries: [entry],
        outbox: [{ id: ids.eventId, kind: 'points.adjusted', subjectId: id, payload }],
      }
    },
  })
  countPosted(standing, issuerId, group?.entries)
  return balanceAfter
}

/** The terms that new points of the member are under. Only members give by adjustment: the promo fund gives by awards. */
function termsOfGiver(agreement: Agreement, participation: Participation | null, now: Date): TermsVersion {
  if (!participation) throw new Error('An adjustment gives points of nobody')
  return termsOfActive(agreement, participation, now)
}

/** Whether an administrator asked for it or agreed to it, so that the coalition knows what the member comes to owe. */
const isCoalitionsWord = ({ coalitionId, keyScopeId, approvedForId }: Adjustment): boolean =>
  // An administrator's proposal is kept under the coalition's name.
  keyScopeId === coalitionId || approvedForId === coalitionId

/** The lots of the award that the adjustment undoes; undefined when it undoes none in particular. */
async function lotsOf({ store }: Context, adjustment: Adjustment): Promise<readonly string[] | undefined> {
  const { coalitionId, customerId, correctsEntryId } = adjustment
  if (correctsEntryId === null) return undefined
  const lots = await store.prisma.lot.findMany({
    where: { coalitionId, customerId, entryId: correctsEntryId },
    select: { id: true },
  })
  return lots.map(({ id }) => id)
}

async function withStatus(
  { store }: Context,
  adjustment: Adjustment,
  status: 'POSTED' | 'REFUSED',
): Promise<Adjustment> {
  if (adjustment.status === status) return adjustment
  const { coalitionId, id } = adjustment
  return store.prisma.adjustment.update({
    where: { coalitionId_id: { coalitionId, id } },
    data: { status },
  })
}
