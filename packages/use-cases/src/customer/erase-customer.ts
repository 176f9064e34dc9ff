import {
  CustomerClosedError,
  CustomerHasOpenHoldsError,
  CustomerHasPointsError,
  NotFoundError,
  type Points,
  points,
} from '@artel/ledger'
import { coalitionNow, eraseCustomerData, type Store } from '@artel/store'
import { actorOf } from '../access/actor.ts'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkId, checkOneOf, checkRef } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'

/** Why an administrator takes a customer's personal data away. */
export const ERASURE_REASONS = ['CUSTOMER_REQUEST', 'CONSENT_WITHDRAWN', 'LEGAL_DUTY'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

export interface EraseCustomerInput {
  /** Raw UUID. By id alone: a mistyped phone must not erase somebody else. */
  readonly customerId: string
  readonly reason: ErasureReason
  /** Your own number of the request, without personal data. At most 128 characters. */
  readonly reference?: string | null
  /** The customer knows that the points are lost: they stay in their lots, for nobody, until those end. */
  readonly givesUpPoints?: boolean | null
}

export interface ErasedCustomer {
  readonly coalitionId: string
  readonly customerId: string
  readonly erasedAt: Date
  /** Points that the customer gave up. */
  readonly points: Points
  /** Rows of the books in which the name or a contact stands, since somebody wrote it into a receipt's number or a reason. */
  readonly tracesLeft: number
  /** It was erased before. */
  readonly replayed: boolean
}

/**
 * Takes away for good what tells who a customer is: name, phone, e-mail, cards, references, codes, messages that tell of it,
 * proofs of consents; those of customers merged into it too. The books keep the bare id, so balances, statements and `verify`
 * are as they were. Again, it answers what was done. Administrators only; there is no way back.
 * Throws InvalidInputError, NotFoundError, CustomerClosedError for one that was merged, CustomerHasOpenHoldsError, and
 * CustomerHasPointsError unless the points are given up.
 */
export async function eraseCustomer(context: Context, input: EraseCustomerInput): Promise<ErasedCustomer> {
  const principal = requireAdmin(context.principal, 'customers:write')
  const { coalitionId } = principal
  const customerId = checkId('customer', input.customerId, ['customerId'])
  const reason = checkOneOf(['reason'], input.reason, ERASURE_REASONS)
  const reference = input.reference == null ? null : checkRef(['reference'], input.reference)
  const { givesUpPoints } = input
  return eraseForGood(context.store, {
    ...{ coalitionId, customerId, reason, reference },
    ...{ givesUpPoints: givesUpPoints ?? false, erasedById: actorOf(principal) },
  })
}

/** An erasure as it is written down, whoever decided on it. */
export interface DecidedErasure {
  readonly coalitionId: string
  readonly customerId: string
  readonly reason: ErasureReason | 'RETENTION'
  readonly reference: string | null
  readonly givesUpPoints: boolean
  /** Null for the coalition's retention. */
  readonly erasedById: string | null
}

/** Erases and tells of it, in one transaction. Throws as `eraseCustomer`. */
export async function eraseForGood(store: Store, decided: DecidedErasure): Promise<ErasedCustomer> {
  const { coalitionId, customerId } = decided
  const { prisma } = store
  const [erasedAt, gone] = await Promise.all([
    coalitionNow(store, coalitionId),
    prisma.customer.findMany({
      where: { coalitionId, OR: [{ id: customerId }, { mergedIntoId: customerId }] },
      select: { id: true },
    }),
  ])
  const publicIds = gone.map(({ id }) => encodePublicId('customer', id))
  const done = await prisma.$transaction(async (transaction) => {
    const erased = await eraseCustomerData(
      transaction,
      { coalitionId, customerId, publicIds },
      { ...decided, erasedAt },
    )
    if (erased?.outcome !== 'DONE') return erased
    const event = { kind: 'customer.erased' as const, subjectId: customerId, payload: { customerId } }
    await transaction.outbox.create({ data: outboxRow(coalitionId, erasedAt, event) })
    return erased
  })
  if (!done) throw new NotFoundError({ what: 'customer' }, { path: ['customerId'] })
  const { openHolds, held, traces: tracesLeft } = done
  if (done.outcome === 'OPEN_HOLDS') throw new CustomerHasOpenHoldsError({ openHolds, held: points(held) })
  if (done.outcome === 'HAS_POINTS') throw new CustomerHasPointsError({ points: points(done.points) })
  if (done.outcome === 'NOT_ACTIVE') return erasedBefore(store, decided)
  const name = { coalitionId, customerId, erasedAt }
  return { ...name, points: points(done.points), tracesLeft, replayed: false }
}

/** What an earlier erasure did; CustomerClosedError for a customer that was closed by a merge. */
async function erasedBefore(
  { prisma }: Store,
  { coalitionId, customerId }: Pick<DecidedErasure, 'coalitionId' | 'customerId'>,
): Promise<ErasedCustomer> {
  const before = await prisma.erasure.findUnique({
    where: { coalitionId_customerId: { coalitionId, customerId } },
  })
  if (before) {
    const { erasedAt, tracesLeft } = before
    const name = { coalitionId, customerId, erasedAt }
    return { ...name, points: points(before.points), tracesLeft, replayed: true }
  }
  const { mergedIntoId } = await prisma.customer.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: customerId } },
  })
  throw new CustomerClosedError({ mergedIntoId })
}
