import { coalitionNow, newId } from '@artel/store'
import type { Adjustment, Prisma } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { outboxRow } from '../posting/outbox.ts'
import { refuseOtherRequest } from '../posting/refuse-other-request.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { type AdjustmentOutcome, postAdjustment } from './post-adjustment.ts'

type Name = Pick<Adjustment, 'coalitionId' | 'keyScopeId' | 'operation' | 'key' | 'requestHash'>

/** What the key was used for by this verb. Throws IdempotencyKeyMismatchError when that was another request. */
export async function proposedBefore({ store }: Context, name: Name): Promise<Adjustment | null> {
  const { coalitionId, keyScopeId, operation, key } = name
  const found = await store.prisma.adjustment.findUnique({
    where: { coalitionId_keyScopeId_operation_key: { coalitionId, keyScopeId, operation, key } },
  })
  refuseOtherRequest(found?.requestHash, name.requestHash)
  return found
}

/** Records what was asked for, and announces it when it waits; of two calls with one key, one records. */
export async function recordProposal(
  context: Context,
  row: Name &
    Omit<Prisma.AdjustmentUncheckedCreateInput, 'id' | 'proposedAt' | 'points'> & { readonly points: bigint },
): Promise<{ readonly adjustment: Adjustment; readonly replayed: boolean }> {
  const { prisma } = context.store
  const { coalitionId, customerId, memberId = null, status } = row
  const now = await coalitionNow(context.store, coalitionId)
  const id = newId()
  const payload = { adjustmentId: id, customerId, memberId, points: String(row.points) }
  const announced = outboxRow(coalitionId, now, { kind: 'adjustment.proposed', subjectId: id, payload })
  try {
    const [adjustment] = await prisma.$transaction([
      prisma.adjustment.create({ data: { ...row, id, proposedAt: now } }),
      ...(status === 'PROPOSED' ? [prisma.outbox.create({ data: announced })] : []),
      recordAct(context, prisma, {
        ...{ act: 'adjustmentPropose', coalitionId, memberId, subject: { type: 'adjustment', id } },
        details: {
          kind: row.kind,
          points: row.points,
          status,
          customer: encodePublicId('customer', customerId),
        },
      }),
    ])
    return { adjustment, replayed: false }
  } catch (error) {
    const before = isUniqueViolation(error) ? await proposedBefore(context, row) : null
    if (!before) throw error
    return { adjustment: before, replayed: true }
  }
}

/** The adjustment as it waits for a second person or was taken back, or booked. */
export async function bookedOrWaiting(
  context: Context,
  adjustment: Adjustment,
  replayed: boolean,
): Promise<AdjustmentOutcome> {
  if (adjustment.status === 'PROPOSED' || adjustment.status === 'WITHDRAWN')
    return { adjustment, balanceAfter: null, replayed }
  return { ...(await postAdjustment(context, adjustment)), replayed }
}
