import { expireHold, HoldNotOpenError, type Points, points, releaseEntries } from '@artel/ledger'
import type { Store } from '@artel/store'
import { coalitionNow, newId } from '@artel/store'
import type { Hold } from '@artel/store/prisma'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from '../points/expire-due-lots.ts'
import { allOrThrow } from '../posting/all-or-throw.ts'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import { loadAgreement } from '../terms/agreement.ts'

export interface ReleasedHolds {
  /** Holds that timed out in this call. */
  readonly holds: number
  readonly points: Points
  /** Whether more may be due. */
  readonly more: boolean
}

/**
 * Releases holds past their time-out, oldest first, at most `limit`. The operator's worker calls it; so may an
 * administrator of the coalition. A hold expires once: the key is made of the hold and its time-out, so that two
 * workers release it once, and a hold that was captured or voided meanwhile is passed over.
 */
export async function releaseDueHolds(context: Context, input: DueBatchInput): Promise<ReleasedHolds> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  await loadAgreement(store, coalitionId)
  const now = await coalitionNow(store, coalitionId)
  const due = await store.prisma.hold.findMany({
    where: { coalitionId, status: 'OPEN', expiresAt: { lte: now } },
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  const released = await allOrThrow(due.map((hold) => releaseHold(store, hold)))
  return {
    holds: released.filter((points) => points > 0n).length,
    points: points(released.reduce((sum, held) => sum + held, 0n)),
    more: due.length === limit,
  }
}

async function releaseHold(store: Store, hold: Hold): Promise<bigint> {
  const { coalitionId, id: holdId, customerId, memberId } = hold
  const identity = { holdId, expiresAt: hold.expiresAt }
  const ids = { groupId: newId(), eventId: newId() }
  try {
    const posted = await postCommand(store, coalitionId, {
      customerId,
      key: {
        scopeId: coalitionId,
        operation: 'holdExpire',
        key: `${holdId}@${hold.expiresAt.toISOString()}`,
        requestHash: requestHash(identity),
      },
      holdId,
      decide: (state, { now }) => ({
        documentId: ids.groupId,
        entries: releaseEntries(state, expireHold(state, { holdId, now }), { coalitionId }),
        outbox: [
          {
            id: ids.eventId,
            kind: 'hold.expired',
            subjectId: holdId,
            payload: { holdId, memberId, customerId, points: String(hold.points) },
          },
        ],
      }),
    })
    return posted.replayed ? 0n : hold.points
  } catch (error) {
    if (error instanceof HoldNotOpenError) return 0n
    throw error
  }
}
