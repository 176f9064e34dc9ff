import { coalitionNow } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { settlementReach } from './settler.ts'
import { readOpenWindow } from './window.ts'

export interface ReadWindowsInput {
  /** 1 to 100. */
  readonly first: number
  /** The number that the page before ended with. */
  readonly after?: number | null
}

/**
 * Windows of the caller's coalition, the open one first and then the closed ones, newest first. For administrators,
 * auditors and members that may read reports; NotFoundError for others.
 */
export async function readWindows(
  context: Context,
  input: ReadWindowsInput,
): Promise<{ readonly windows: readonly SettlementWindow[]; readonly hasNextPage: boolean }> {
  const { coalitionId } = settlementReach(context.principal)
  const { store } = context
  const first = checkInteger(['first'], input.first, { min: 1, max: 100 })
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const open = await readOpenWindow(store, agreement, now)
  const before = input.after ?? open.windowNo + 1
  const closed = await store.prisma.settlementWindow.findMany({
    where: { coalitionId, windowNo: { lt: Math.min(before, open.windowNo) } },
    orderBy: { windowNo: 'desc' },
    take: first + 1,
  })
  const windows = before > open.windowNo ? [open, ...closed] : closed
  return { windows: windows.slice(0, first), hasNextPage: windows.length > first }
}
