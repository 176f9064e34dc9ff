import { voidHold as decideVoid, releaseEntries } from '@artel/ledger'
import { newId } from '@artel/store'
import type { Hold } from '@artel/store/prisma'
import { requireMemberKey } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import { ownHold } from './own-hold.ts'

export interface VoidHoldInput {
  readonly holdId: string
  readonly idempotencyKey: string
}

export interface VoidedHold {
  readonly hold: Hold
  readonly replayed: boolean
}

/**
 * Releases a hold of the calling member, a SUSPENDED one too: it only gives back. Points that a refund claims go to its
 * issuer.
 * Throws NotFoundError, MemberNotActiveError, HoldNotOpenError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function voidHold(context: Context, input: VoidHoldInput): Promise<VoidedHold> {
  const { coalitionId, memberId, status } = requireMemberKey(context.principal, 'holds:write')
  const { store } = context
  const hold = await ownHold(store, { coalitionId, memberId }, input.holdId)
  const ids = { groupId: newId(), eventId: newId() }
  const posted = await postCommand(store, coalitionId, {
    customerId: hold.customerId,
    key: {
      scopeId: memberId,
      operation: 'holdVoid',
      key: checkIdempotencyKey(input.idempotencyKey),
      requestHash: requestHash({ ...input, idempotencyKey: null }),
    },
    holdId: hold.id,
    decide: (state, { now }) => {
      refuseStatus('voidHold', status)
      return {
        documentId: ids.groupId,
        entries: releaseEntries(state, decideVoid(state, { holdId: hold.id, now }), { coalitionId }),
        outbox: [
          {
            id: ids.eventId,
            kind: 'hold.voided',
            subjectId: hold.id,
            payload: { holdId: hold.id, memberId, customerId: hold.customerId, points: String(hold.points) },
          },
        ],
      }
    },
  })
  return { hold: { ...hold, status: 'VOIDED', closedAt: posted.postedAt }, replayed: posted.replayed }
}
