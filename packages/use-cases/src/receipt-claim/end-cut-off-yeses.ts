import { coalitionNow, YES_CUT_OFF_MINUTES } from '@artel/store'
import type { ReceiptClaim } from '@artel/store/prisma'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkInteger } from '../input/text.ts'
import { type DueBatchInput, MAX_DUE_BATCH } from '../points/expire-due-lots.ts'
import { allOrThrow } from '../posting/all-or-throw.ts'
import { stopYes } from './stop-yes.ts'

/**
 * Ends yeses to claims that were cut off, oldest first, at most `limit`. One that recorded nothing is refused under its key for good, so that a
 * straggler finds that, and its claim waits again, or is over; one whose purchase is there is finished. The operator's worker calls it; so may an
 * administrator of the coalition.
 */
export async function endCutOffYeses(
  context: Context,
  input: DueBatchInput,
): Promise<{ readonly yeses: number; readonly more: boolean }> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_DUE_BATCH })
  const now = await coalitionNow(store, coalitionId)
  const due = await store.prisma.receiptClaim.findMany({
    where: {
      ...{ coalitionId, confirmedAt: null },
      takenAt: { lte: new Date(now.getTime() - YES_CUT_OFF_MINUTES * 60_000) },
    },
    orderBy: [{ takenAt: 'asc' }, { id: 'asc' }],
    take: limit,
  })
  await allOrThrow(due.map((row) => endYes(context, row, now)))
  return { yeses: due.length, more: due.length === limit }
}

async function endYes(context: Context, row: ReceiptClaim, confirmedAt: Date): Promise<void> {
  if (await stopYes(context, row, 'EXPIRED')) return
  const { coalitionId, memberId, id, purchaseId, receipt, totalMinor } = row
  await context.store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.receiptClaim.updateMany({
      where: { coalitionId, id, purchaseId, confirmedAt: null, recordedAt: null },
      // Who of the member said it, the purchase knows where a person did.
      data: { confirmedAt, confirmedById: memberId },
    })
    if (count === 1)
      await recordAct(context, transaction, {
        ...{ act: 'receiptClaimConfirm', coalitionId, memberId, subject: { type: 'receiptClaim', id } },
        details: { receipt, totalMinor: String(totalMinor) },
      })
  })
}
