import { NotFoundError, ReceiptNotClaimableError } from '@artel/ledger'
import { type LocalDate, localDateOf } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { ReceiptClaim } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkText } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { stateOfReceiptClaim } from './state-of.ts'
import { stopYes } from './stop-yes.ts'
import { openOn } from './take-receipt-claim.ts'

/** Longest reason. Characters. */
const MAX_REASON_LENGTH = 200

/**
 * The member's no to a claim, with a reason that the customer reads; twice changes nothing. Throws InvalidInputError, NotFoundError,
 * MemberNotActiveError, and ReceiptNotClaimableError for one that is decided otherwise or over.
 */
export async function declineReceiptClaim(
  context: Context,
  input: { /** Raw UUID. */ readonly id: string; readonly reason: string },
): Promise<{ readonly receiptClaim: ReceiptClaim }> {
  const member = requireMember(context.principal, 'purchases:write', 'declineReceiptClaim')
  const { coalitionId, memberId } = member
  const { store } = context
  const id = checkId('receiptClaim', input.id, ['id'])
  const reason = checkText(['reason'], input.reason, MAX_REASON_LENGTH)
  const { coalition } = await loadAgreement(store, coalitionId)
  const declinedAt = await coalitionNow(store, coalitionId)
  const today = localDateOf(declinedAt, coalition.timeZone)
  const no = {
    ...{ coalitionId, memberId, id, today },
    data: { declinedAt, declinedById: actorOf(member), reason },
  }
  const receiptClaim = await declined(context, no)
  if (receiptClaim.declinedAt !== null) return { receiptClaim }
  const isPending = stateOfReceiptClaim(receiptClaim, today) === 'PENDING'
  // A yes that was cut off before it posted anything holds nobody up for ever.
  const after =
    isPending && (await stopYes(context, receiptClaim, 'DECLINED'))
      ? await declined(context, no)
      : receiptClaim
  if (after.declinedAt !== null) return { receiptClaim: after }
  const state = stateOfReceiptClaim(after, today)
  // What is being confirmed waits for nothing but its end.
  throw new ReceiptNotClaimableError({ bar: state === 'PENDING' ? 'CONFIRMED' : state }, { path: ['id'] })
}

/** The claim after the no, which counts where nothing else was decided. Throws NotFoundError. */
function declined(
  context: Context,
  no: {
    readonly coalitionId: string
    readonly memberId: string
    readonly id: string
    readonly today: LocalDate
    readonly data: Pick<ReceiptClaim, 'declinedAt' | 'declinedById' | 'reason'>
  },
): Promise<ReceiptClaim> {
  const { coalitionId, memberId, id, today, data } = no
  return context.store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.receiptClaim.updateMany({
      where: { ...openOn({ coalitionId, id }, today), memberId },
      data,
    })
    const receiptClaim = await transaction.receiptClaim.findFirst({ where: { coalitionId, id, memberId } })
    if (!receiptClaim) throw new NotFoundError({ what: 'receiptClaim' }, { path: ['id'] })
    if (count === 1)
      await recordAct(context, transaction, {
        ...{ act: 'receiptClaimDecline', coalitionId, memberId, subject: { type: 'receiptClaim', id } },
        details: { receipt: receiptClaim.receipt },
      })
    return receiptClaim
  })
}
