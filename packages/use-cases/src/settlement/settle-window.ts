import { decideStep } from '@artel/rules'
import {
  coalitionNow,
  inTransaction,
  legsOfWindow,
  markReceivable,
  markSettled,
  settleAlone,
  type TransactionClient,
  type WindowLeg,
  windowStatus,
} from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { announce } from './announce.ts'
import { statusOfPaid } from './leg-status.ts'
import { refusingOnce, settlementKey, settleOnce } from './settle.ts'
import { requireSettler } from './settler.ts'
import { checkWindowNo, findWindow } from './window.ts'

export interface SettleWindowInput {
  readonly windowNo: number
  /**
   * Do not wait for payments that are past their day: what is missing of them stays owed, and a later plan asks for
   * it.
   */
  readonly carryForwardUnpaid?: boolean | null
  readonly idempotencyKey: string
}

export interface SettledWindow {
  readonly window: SettlementWindow
  readonly replayed: boolean
}

/**
 * Ends the settlement of an APPROVED window once all of its payments are made. Scope `settlement:propose`. Throws
 * WindowStepNotReadyError with the payments that are missing, WindowStepOutOfOrderError, NotFoundError,
 * IdempotencyKeyMismatchError.
 */
export async function settleWindow(context: Context, input: SettleWindowInput): Promise<SettledWindow> {
  const { coalitionId } = requireSettler(context.principal, 'settlement:propose')
  const { store } = context
  const windowNo = checkWindowNo(input.windowNo)
  const key = settlementKey(coalitionId, 'windowSettle', input)
  const window = await refusingOnce(store, coalitionId, key, () => findWindow(store, coalitionId, windowNo))
  const now = await coalitionNow(store, coalitionId)
  const { replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    await recordSettled(context, client, window, {
      now,
      carryForwardUnpaid: input.carryForwardUnpaid ?? false,
    })
    return String(windowNo)
  })
  return { window: await findWindow(store, coalitionId, windowNo), replayed }
}

/** The same for a worker, where all is paid. In the words of the rules. */
export async function settlePaidWindow(context: Context, window: SettlementWindow, now: Date): Promise<void> {
  await inTransaction(context.store, async (client) => {
    await settleAlone(client, window.coalitionId)
    await recordSettled(context, client, window, { now, carryForwardUnpaid: false })
  })
}

async function recordSettled(
  context: Context,
  client: TransactionClient,
  { coalitionId, windowNo, cutOff }: SettlementWindow,
  { now, carryForwardUnpaid }: { readonly now: Date; readonly carryForwardUnpaid: boolean },
): Promise<void> {
  const status = (await windowStatus(client, { coalitionId, windowNo })) ?? 'OPEN'
  const found = await legsOfWindow(client, { coalitionId, windowNo, now })
  const isCarriedForward = (leg: WindowLeg) => carryForwardUnpaid && leg.isMissed && leg.paid < leg.amount
  const legs = found.map((leg) => ({
    legId: leg.id,
    status: isCarriedForward(leg) ? ('RECEIVABLE' as const) : statusOfPaid(leg),
  }))
  const decision = decideStep(
    { status, cutOff, memberIds: [], statements: [], approvalsNeeded: 0, legs },
    'SETTLE',
    now,
  )
  if (decision === 'DONE') return
  const carriedForward = found.filter(isCarriedForward).map(({ id }) => id)
  await markReceivable(client, coalitionId, { legIds: carriedForward, at: now })
  await markSettled(client, { coalitionId, windowNo }, now)
  const payload = { windowNo, receivables: carriedForward.length }
  await announce(client, coalitionId, { kind: 'window.settled', subjectId: coalitionId, payload })
  const subject = { type: 'coalition', id: coalitionId } as const
  await recordActIn(context, client, { act: 'windowSettle', coalitionId, subject, details: payload })
}
