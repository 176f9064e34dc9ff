import { decideStep, type WindowStatus } from '@artel/rules'
import { coalitionNow, inTransaction, type Store, settleAlone, type TransactionClient } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { announce } from './announce.ts'
import { legStatus } from './leg-status.ts'
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
    await recordSettled(client, window, { now, carryForwardUnpaid: input.carryForwardUnpaid ?? false })
    return String(windowNo)
  })
  return { window: await findWindow(store, coalitionId, windowNo), replayed }
}

/** The same for a worker, where all is paid. In the words of the rules. */
export async function settlePaidWindow(store: Store, window: SettlementWindow, now: Date): Promise<void> {
  await inTransaction(store, async (client) => {
    await settleAlone(client, window.coalitionId)
    await recordSettled(client, window, { now, carryForwardUnpaid: false })
  })
}

interface LegRow {
  readonly id: string
  readonly amount: string
  readonly paid: string
  readonly receivable_at: Date | null
  readonly missed: boolean
}

async function recordSettled(
  client: TransactionClient,
  { coalitionId, windowNo, cutOff }: SettlementWindow,
  { now, carryForwardUnpaid }: { readonly now: Date; readonly carryForwardUnpaid: boolean },
): Promise<void> {
  const { rows: windows } = await client.query<{ status: WindowStatus }>(
    'select status from settlement_window where coalition_id = $1 and window_no = $2',
    [coalitionId, windowNo],
  )
  const { rows } = await client.query<LegRow>(
    `select g.payment_leg_id as id, g.amount_minor::text as amount, coalesce(sum(y.amount_minor), 0)::text as paid,
      g.receivable_at, g.due_on < ($3::timestamptz at time zone c.time_zone)::date as missed
    from coalition c
    join payment_leg g on g.coalition_id = $1 and g.window_no = $2
    left join payment y on y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id
    where c.coalition_id = $1
    group by g.payment_leg_id, g.amount_minor, g.receivable_at, g.due_on, c.time_zone`,
    [coalitionId, windowNo, now],
  )
  const isCarriedForward = (leg: LegRow) =>
    carryForwardUnpaid && leg.missed && BigInt(leg.paid) < BigInt(leg.amount)
  const legs = rows.map((leg) => ({
    legId: leg.id,
    status: isCarriedForward(leg)
      ? ('RECEIVABLE' as const)
      : legStatus({
          amountMinor: BigInt(leg.amount),
          receivableAt: leg.receivable_at,
          payments: [{ amountMinor: BigInt(leg.paid) }],
        }),
  }))
  const status = windows[0]?.status ?? 'OPEN'
  const decision = decideStep(
    { status, cutOff, memberIds: [], statements: [], approvalsNeeded: 0, legs },
    'SETTLE',
    now,
  )
  if (decision === 'DONE') return
  await client.query(
    'update payment_leg set receivable_at = $3 where coalition_id = $1 and payment_leg_id = any($2::uuid[]) and receivable_at is null',
    [coalitionId, rows.filter(isCarriedForward).map(({ id }) => id), now],
  )
  await client.query(
    "update settlement_window set status = 'SETTLED', settled_at = $3 where coalition_id = $1 and window_no = $2",
    [coalitionId, windowNo, now],
  )
  const payload = { windowNo, receivables: rows.filter(isCarriedForward).length }
  await announce(client, coalitionId, { kind: 'window.settled', subjectId: coalitionId, payload })
}
