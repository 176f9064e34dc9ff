import { NotFoundError } from '@artel/ledger'
import { decideStep, nextCutOff } from '@artel/rules'
import { coalitionNow, closeWindow as cutWindow, inTransaction, type Store, settleAlone } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { announce } from './announce.ts'
import { settlementKey, settleThenRemember } from './settle.ts'
import { requireSettler } from './settler.ts'
import { checkWindowNo, findWindow, readOpenWindow, settlementTerms } from './window.ts'

export interface CloseWindowInput {
  /** The window that is open now. One that is closed already is answered as it is. */
  readonly windowNo: number
  /** Close it by hand before its cut-off, at this instant. */
  readonly early?: boolean | null
  readonly idempotencyKey: string
}

export interface ClosedWindow {
  readonly window: SettlementWindow
  readonly replayed: boolean
}

/**
 * Closes the open settlement window and opens the next, exactly between two batches. Scope `settlement:propose`.
 * Throws WindowStepNotReadyError before the cut-off unless `early`, NotFoundError for a window that is not open
 * yet, IdempotencyKeyMismatchError, InvalidInputError.
 */
export async function closeWindow(context: Context, input: CloseWindowInput): Promise<ClosedWindow> {
  const { coalitionId } = requireSettler(context.principal, 'settlement:propose')
  const { store } = context
  const windowNo = checkWindowNo(input.windowNo)
  const key = settlementKey(coalitionId, 'windowClose', input)
  const { replayed } = await settleThenRemember(store, coalitionId, key, async () => {
    await closeOpenWindow(store, coalitionId, { windowNo, early: input.early ?? false })
    return String(windowNo)
  })
  return { window: await findWindow(store, coalitionId, windowNo), replayed }
}

/**
 * Ends a window whose cut-off has come, or `early`. Whether it was this call that did. A window that was to be closed
 * long ago ends at the last cut-off that has come since.
 */
export async function closeOpenWindow(
  store: Store,
  coalitionId: string,
  { windowNo, early }: { readonly windowNo: number; readonly early: boolean },
): Promise<boolean> {
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const open = await readOpenWindow(store, agreement, now)
  if (open.windowNo > windowNo) return false
  const { schedule } = settlementTerms(agreement, now)
  const { timeZone } = agreement.coalition
  let cutOff = open.cutOff
  // A window is never empty of time, even if it was opened in this very millisecond.
  if (early && now < cutOff) cutOff = new Date(Math.max(now.getTime(), open.opensAt.getTime() + 1))
  if (open.windowNo < windowNo) throw new NotFoundError({ what: 'window' }, { path: ['windowNo'] })
  decideStep(
    { status: 'OPEN', cutOff, memberIds: [], statements: [], approvalsNeeded: undefined, legs: [] },
    'CLOSE',
    early ? cutOff : now,
  )
  for (let next = cutOff; next <= now; next = nextCutOff(schedule, timeZone, next)) cutOff = next
  const nextEnd = nextCutOff(schedule, timeZone, cutOff)
  const { opensAt, schedule: scheduled } = open
  return inTransaction(store, async (client) => {
    await settleAlone(client, coalitionId)
    const closed = await cutWindow(client, coalitionId, {
      windowNo,
      schedule: scheduled,
      opensAt,
      cutOff,
      nextCutOff: nextEnd,
    })
    if (closed)
      await announce(client, coalitionId, {
        kind: 'window.closed',
        subjectId: coalitionId,
        payload: { windowNo, cutOff: cutOff.toISOString() },
      })
    return closed
  })
}
