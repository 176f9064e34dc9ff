import { NotFoundError } from '@artel/ledger'
import { decideStep, type WindowStatus } from '@artel/rules'
import { closeWindows, coalitionNow, inTransaction, listWindows, settleAlone } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { announce } from './announce.ts'
import { settlementKey, settleThenRemember } from './settle.ts'
import { requireSettler } from './settler.ts'
import { checkWindowNo, findWindow } from './window.ts'

export interface CloseWindowInput {
  /** A window that has ended, or is open now. One that is closed already is answered as it is. */
  readonly windowNo: number
  /** End the window that is open now before its cut-off, at this instant. */
  readonly early?: boolean | null
  readonly idempotencyKey: string
}

export interface ClosedWindow {
  readonly window: SettlementWindow
  readonly replayed: boolean
}

/**
 * Closes a settlement window, and those before it. It ended at its cut-off, however late it is closed; `early` moves its
 * end to this instant. Scope `settlement:propose`. Throws WindowStepNotReadyError before the cut-off unless `early`,
 * NotFoundError for a window that is not open yet, IdempotencyKeyMismatchError, InvalidInputError.
 */
export async function closeWindow(context: Context, input: CloseWindowInput): Promise<ClosedWindow> {
  const { coalitionId } = requireSettler(context.principal, 'settlement:propose')
  const { store } = context
  const windowNo = checkWindowNo(input.windowNo)
  const key = settlementKey(coalitionId, 'windowClose', input)
  const { replayed } = await settleThenRemember(store, coalitionId, key, async () => {
    await closeEndedWindows(context, coalitionId, { windowNo, early: input.early ?? false })
    return String(windowNo)
  })
  return { window: await findWindow(store, coalitionId, windowNo), replayed }
}

/**
 * Closes a window that has ended, or `early`, and every one before it that is still to be closed. How many it closed: none
 * when they had been closed before. What is in them was settled when they ended, by the sales themselves.
 */
export async function closeEndedWindows(
  context: Context,
  coalitionId: string,
  { windowNo, early }: { readonly windowNo: number; readonly early: boolean },
): Promise<number> {
  const { store } = context
  const [now, [window]] = await Promise.all([
    coalitionNow(store, coalitionId),
    listWindows(store, coalitionId, { through: windowNo, limit: 1 }),
  ])
  if (window?.windowNo !== windowNo) throw new NotFoundError({ what: 'window' }, { path: ['windowNo'] })
  const status = window.status as WindowStatus
  const decision = decideStep(
    { status, cutOff: window.cutOff, memberIds: [], statements: [], approvalsNeeded: undefined, legs: [] },
    'CLOSE',
    early ? window.cutOff : now,
  )
  if (decision === 'DONE') return 0
  return inTransaction(store, async (client) => {
    await settleAlone(client, coalitionId)
    const closed = await closeWindows(client, coalitionId, { through: windowNo, early })
    for (const { windowNo, cutOff } of closed)
      await announce(client, coalitionId, {
        kind: 'window.closed',
        subjectId: coalitionId,
        payload: { windowNo, cutOff: cutOff.toISOString() },
      })
    for (const { windowNo, cutOff } of closed)
      await recordActIn(context, client, {
        ...{ act: 'windowClose', coalitionId, subject: { type: 'coalition', id: coalitionId } },
        details: { windowNo, cutOff: cutOff.toISOString(), early },
      })
    return closed.length
  })
}
