import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { type SettlementTerms, settlementTermsOf } from '@artel/rules'
import type { Store } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import { type Agreement, termsInForce } from '../terms/agreement.ts'

/** How the coalition settles at an instant: the terms in force. */
export function settlementTerms(agreement: Agreement, now: Date): SettlementTerms {
  return settlementTermsOf(termsInForce(agreement, now) ?? {})
}

/** A window that something was posted in or after, as it stands. Throws NotFoundError. */
export async function findWindow(
  store: Store,
  coalitionId: string,
  windowNo: number,
): Promise<SettlementWindow> {
  const row = await store.prisma.settlementWindow.findUnique({
    where: { coalitionId_windowNo: { coalitionId, windowNo: checkWindowNo(windowNo) } },
  })
  if (!row) throw new NotFoundError({ what: 'window' }, { path: ['windowNo'] })
  return row
}

/** A window's number; InvalidInputError otherwise. */
export function checkWindowNo(windowNo: number): number {
  if (Number.isInteger(windowNo) && windowNo > 0 && windowNo < 2 ** 31) return windowNo
  throw new InvalidInputError({ path: ['windowNo'], problem: 'Must be the number of a window, from 1.' })
}

/** Batches of a closed window. Throws for one that is open, which is a bug of the caller. */
export async function batchesOf(store: Store, window: SettlementWindow) {
  const { coalitionId, windowNo, lastBatchNo } = window
  if (lastBatchNo === null) throw new Error(`Window ${windowNo} is open: its last batch is not known`)
  const before = await store.prisma.settlementWindow.findUnique({
    where: { coalitionId_windowNo: { coalitionId, windowNo: windowNo - 1 } },
  })
  return { after: before?.lastBatchNo ?? 0n, through: lastBatchNo }
}
