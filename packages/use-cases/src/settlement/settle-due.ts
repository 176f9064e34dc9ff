import { Refusal } from '@artel/ledger'
import { coalitionNow, listWindows } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { agreeWindow } from './agree-window.ts'
import { closeEndedWindows } from './close-window.ts'
import { issueWindowStatements } from './issue-window-statements.ts'
import { settlePaidWindow } from './settle-window.ts'

/**
 * Takes the steps of settlement that wait for nobody: closes windows whose cut-off has come, states them, takes silence
 * for acceptance, settles what is paid. What waits for people is left alone. The operator's worker calls it; so may an
 * administrator of the coalition. Returns how many steps were taken.
 */
export async function settleDue(
  context: Context,
  input: { readonly coalitionId: string },
): Promise<{ readonly steps: number; readonly more: boolean }> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const now = await coalitionNow(store, coalitionId)
  let steps = await closeDue(context, coalitionId)
  const standing = await store.prisma.settlementWindow.findMany({
    where: { coalitionId, status: { in: ['CLOSED', 'STATED', 'APPROVED'] } },
    orderBy: { windowNo: 'asc' },
  })
  for (const window of standing) steps += await moveOn(context, window, now)
  return { steps, more: false }
}

/** Closes every window before the present one. How many it closed. */
async function closeDue(context: Context, coalitionId: string): Promise<number> {
  const [, ended] = await listWindows(context.store, coalitionId, { limit: 2 })
  if (ended?.status !== 'OPEN') return 0
  return closeEndedWindows(context, coalitionId, { windowNo: ended.windowNo, early: false })
}

/** One step of a window, if it is ready: 1, else 0. */
async function moveOn(context: Context, window: SettlementWindow, now: Date): Promise<number> {
  const { coalitionId, windowNo, status } = window
  try {
    if (status === 'CLOSED') await issueWindowStatements(context, coalitionId, { windowNo })
    else if (status === 'STATED') await agreeWindow(context, coalitionId, windowNo)
    else await settlePaidWindow(context, window, now)
    return 1
  } catch (error) {
    // It waits for an answer or a payment.
    if (error instanceof Refusal && error.code === 'WINDOW_STEP_NOT_READY') return 0
    throw error
  }
}
