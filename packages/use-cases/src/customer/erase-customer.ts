import {
  CustomerClosedError,
  CustomerHasOpenHoldsError,
  CustomerHasPointsError,
  CustomerOwesPointsError,
  InvalidInputError,
  NotFoundError,
  type Points,
  points,
} from '@artel/ledger'
import { coalitionNow, type ErasureOutcome, eraseCustomerData, type Store } from '@artel/store'
import { actorOf } from '../access/actor.ts'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkOneOf, checkRef } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { giveUpPoints } from './give-up-points.ts'

/** Points may come while others are given up; whoever meets them so often is told of them. */
const MOST_ROUNDS = 5

/** Why an administrator takes a customer's personal data away. */
export const ERASURE_REASONS = ['CUSTOMER_REQUEST', 'CONSENT_WITHDRAWN', 'LEGAL_DUTY'] as const
export type ErasureReason = (typeof ERASURE_REASONS)[number]

export interface EraseCustomerInput {
  /** Raw UUID. By id alone: a mistyped phone must not erase somebody else. */
  readonly customerId: string
  readonly reason: ErasureReason
  /** Your own number of the request, without personal data. At most 128 characters. */
  readonly reference?: string | null
  /** The customer knows that the points are lost: they end as points end whose time has run out. */
  readonly givesUpPoints?: boolean | null
  /** The coalition forgives what the customer owes: nobody can be asked for it any more. */
  readonly forgivesDebts?: boolean | null
}

export interface ErasedCustomer {
  readonly coalitionId: string
  readonly customerId: string
  readonly erasedAt: Date
  /** Points that the customer gave up. */
  readonly points: Points
  /** Points that it owed, and was forgiven. */
  readonly owed: Points
  /** Rows of the books in which the name or a contact stands, since somebody wrote it into a receipt's number or a reason. */
  readonly tracesLeft: number
  /** It was erased before. */
  readonly replayed: boolean
}

/**
 * Takes away for good what tells who a customer is: name, phone, e-mail, cards, references, codes, proofs of consents; those
 * of customers merged into it too. What tells of it in messages and members' files follows within minutes, by the worker. The
 * books keep the bare id. Points that are given up end first, up to what one person may adjust. Again, it answers what was
 * done. Administrators only; there is no way back.
 * Throws InvalidInputError, NotFoundError, CustomerClosedError for one that was merged, CustomerHasOpenHoldsError,
 * CustomerOwesPointsError unless that is forgiven, and CustomerHasPointsError unless the points are given up.
 */
export async function eraseCustomer(context: Context, input: EraseCustomerInput): Promise<ErasedCustomer> {
  const principal = requireAdmin(context.principal, 'customers:write')
  const { coalitionId } = principal
  const customerId = checkId('customer', input.customerId, ['customerId'])
  const reason = checkOneOf(['reason'], input.reason, ERASURE_REASONS)
  const reference = input.reference == null ? null : checkRef(['reference'], input.reference)
  const { givesUpPoints, forgivesDebts } = input
  const erased = await eraseForGood(context, {
    ...{ coalitionId, customerId, reason, reference },
    ...{ givesUpPoints: givesUpPoints ?? false, forgivesDebts: forgivesDebts ?? false },
    erasedById: actorOf(principal),
  })
  if (!erased) throw new Error('Only retention lets a customer be who came back')
  return erased
}

/** An erasure as it is written down, whoever decided on it. */
export interface DecidedErasure {
  readonly coalitionId: string
  readonly customerId: string
  readonly reason: ErasureReason | 'RETENTION'
  readonly reference: string | null
  readonly givesUpPoints: boolean
  readonly forgivesDebts: boolean
  /** Null for the coalition's retention. */
  readonly erasedById: string | null
}

/**
 * Erases and tells of it, in one transaction. Points are ended before, and only when nothing else is in the way. Undefined where
 * retention would erase it, and it came back meanwhile. Throws as `eraseCustomer`.
 */
export async function eraseForGood(
  context: Context,
  decided: DecidedErasure,
): Promise<ErasedCustomer | undefined> {
  const { store } = context
  const { coalitionId, customerId } = decided
  const agreement = await loadAgreement(store, coalitionId)
  const atMost = agreement.coalition.adjustmentLimitPoints
  let givenUp = 0n
  for (let round = 1; ; round += 1) {
    const erasedAt = await coalitionNow(store, coalitionId)
    const done = await tryToErase(context, decided, { erasedAt, givenUp })
    if (!done) throw new NotFoundError({ what: 'customer' }, { path: ['customerId'] })
    const { outcome, traces: tracesLeft } = done
    const figures = { points: points(givenUp), owed: points(done.owed), tracesLeft }
    if (outcome === 'DONE') return { coalitionId, customerId, erasedAt, ...figures, replayed: false }
    if (outcome === 'NOT_ACTIVE') return erasedBefore(store, decided)
    if (outcome === 'NOT_INACTIVE') return undefined
    refuse(done)
    const mayGiveUp = decided.givesUpPoints && givenUp + done.points <= atMost && round < MOST_ROUNDS
    if (!mayGiveUp)
      throw new CustomerHasPointsError({ points: points(done.points), givesUpAtMost: points(atMost) })
    givenUp += await giveUpPoints(store, agreement, { customerId, atMost: atMost - givenUp })
  }
}

/** What no decision of the caller's points gets round. */
function refuse({ outcome, openHolds, held, owed }: ErasureOutcome): void {
  if (outcome === 'OPEN_HOLDS') throw new CustomerHasOpenHoldsError({ openHolds, held: points(held) })
  if (outcome === 'OWES') throw new CustomerOwesPointsError({ owed: points(owed) })
  if (outcome !== 'REFERENCE') return
  const problem = 'Must not tell who the customer is: it is kept.'
  throw new InvalidInputError({ path: ['reference'], problem })
}

async function tryToErase(
  context: Context,
  decided: DecidedErasure,
  at: { readonly erasedAt: Date; readonly givenUp: bigint },
): Promise<ErasureOutcome | undefined> {
  const { coalitionId, customerId } = decided
  return context.store.prisma.$transaction(async (transaction) => {
    const erased = await eraseCustomerData(transaction, { coalitionId, customerId }, { ...decided, ...at })
    if (erased?.outcome !== 'DONE') return erased
    const event = { kind: 'customer.erased' as const, subjectId: customerId, payload: { customerId } }
    await transaction.outbox.create({ data: outboxRow(coalitionId, at.erasedAt, event) })
    await recordAct(context, transaction, {
      ...{ act: 'customerErase', coalitionId, subject: { type: 'customer', id: customerId } },
      details: { reason: decided.reason, points: at.givenUp, owed: erased.owed },
    })
    return erased
  })
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
    const figures = { points: points(before.points), owed: points(before.owed), tracesLeft }
    return { ...name, ...figures, replayed: true }
  }
  const { mergedIntoId } = await prisma.customer.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: customerId } },
  })
  throw new CustomerClosedError({ mergedIntoId })
}
