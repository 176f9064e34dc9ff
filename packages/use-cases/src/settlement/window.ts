import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { nextCutOff, type SettlementTerms, settlementTermsOf, type WindowSchedule } from '@artel/rules'
import { openWindowNo, type Store } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import { type Agreement, termsInForce } from '../terms/agreement.ts'

/** How the coalition settles at an instant: the terms in force. */
export function settlementTerms(agreement: Agreement, now: Date): SettlementTerms {
  return settlementTermsOf(termsInForce(agreement, now) ?? {})
}

/** A schedule as it is stored: `MONTHLY`, `WEEKLY:1`. */
export const scheduleText = (schedule: WindowSchedule): string =>
  schedule.kind === 'WEEKLY' ? `WEEKLY:${schedule.weekday}` : schedule.kind

/** The open window: its row, or what the row would say before the first one was made. */
export async function readOpenWindow(
  store: Store,
  agreement: Agreement,
  now: Date,
): Promise<SettlementWindow> {
  const { coalition } = agreement
  const windowNo = await openWindowNo(store, coalition.id)
  const row = await store.prisma.settlementWindow.findUnique({
    where: { coalitionId_windowNo: { coalitionId: coalition.id, windowNo } },
  })
  const { schedule } = settlementTerms(agreement, now)
  const opensAt = row?.opensAt ?? coalition.createdAt
  return {
    ...EMPTY,
    ...row,
    coalitionId: coalition.id,
    windowNo,
    schedule: scheduleText(schedule),
    opensAt,
    // By the schedule of today: a window that is open when it changes ends at the new one's first cut-off.
    cutOff: nextCutOff(schedule, coalition.timeZone, opensAt),
  }
}

const EMPTY = {
  status: 'OPEN',
  lastBatchNo: null,
  chainHash: null,
  closedAt: null,
  statedAt: null,
  disputeDeadline: null,
  agreedAt: null,
  approvedAt: null,
  paymentDate: null,
  settledAt: null,
}

/** A window that was closed, as it stands. Throws NotFoundError. */
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
