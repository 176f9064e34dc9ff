import { EarlierWindowPendingError, WindowStepOutOfOrderError } from '@artel/ledger'
import { type PlanMethod, planTotal, type WindowStatus } from '@artel/rules'
import { coalitionNow, newId } from '@artel/store'
import type { Plan, PlanApproval } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkOneOf } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { agreeWindow } from './agree-window.ts'
import { announce } from './announce.ts'
import { currentPlan } from './current-plan.ts'
import { refusingOnce, settlementKey, settleOnce } from './settle.ts'
import { requireSettler } from './settler.ts'
import { checkWindowNo, findWindow } from './window.ts'

export interface ProposePlanInput {
  readonly windowNo: number
  /** HUB: through the coalition's account; PEER: members pay each other. */
  readonly method?: PlanMethod | null
  readonly idempotencyKey: string
}

export type ApprovedPlan = Plan & { readonly approvals: readonly PlanApproval[] }

export interface ProposedWindowPlan {
  readonly plan: ApprovedPlan
  readonly replayed: boolean
}

/**
 * Computes who pays whom to settle a window, and proposes it. Proposing again makes a new plan only where the last one
 * is no longer what comes out. A STATED window whose members have answered, or fallen silent, is agreed by it. Scope
 * `settlement:propose`. Throws WindowStepNotReadyError, WindowStepOutOfOrderError, EarlierWindowPendingError,
 * NotFoundError, InvalidInputError, IdempotencyKeyMismatchError.
 */
export async function proposePlan(context: Context, input: ProposePlanInput): Promise<ProposedWindowPlan> {
  const { coalitionId, keyId } = requireSettler(context.principal, 'settlement:propose')
  const { store } = context
  const windowNo = checkWindowNo(input.windowNo)
  const method = checkOneOf(['method'], input.method ?? 'HUB', ['HUB', 'PEER'])
  const key = settlementKey(coalitionId, 'planPropose', input)
  await refusingOnce(store, coalitionId, key, () => agreeWindow(store, coalitionId, windowNo))
  const [agreement, window, members, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    findWindow(store, coalitionId, windowNo),
    store.prisma.member.findMany({ where: { coalitionId }, select: { id: true, segment: true } }),
    coalitionNow(store, coalitionId),
  ])
  const { ref, replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const { rows } = await client.query<{ window_no: number; status: WindowStatus }>(
      `select window_no, status from settlement_window where coalition_id = $1 and window_no <= $2
        and (window_no = $2 or status not in ('APPROVED', 'SETTLED')) order by window_no`,
      [coalitionId, windowNo],
    )
    const [first] = rows
    if (first && first.window_no < windowNo)
      throw new EarlierWindowPendingError({ windowNo: first.window_no, windowStatus: first.status })
    if (first?.status !== 'AGREED')
      throw new WindowStepOutOfOrderError({
        windowStatus: first?.status ?? 'OPEN',
        step: 'APPROVE',
        expected: 'AGREED',
      })
    const at = window.statedAt ?? now
    const { plan, hash } = await currentPlan(client, { agreement, members, windowNo, method, at })
    const { rows: last } = await client.query<{ plan_id: string; plan_no: number; hash: string }>(
      'select plan_id, plan_no, hash from plan where coalition_id = $1 and window_no = $2 order by plan_no desc limit 1',
      [coalitionId, windowNo],
    )
    if (last[0]?.hash === hash) return last[0].plan_id
    const id = newId()
    const planNo = (last[0]?.plan_no ?? 0) + 1
    const json = (value: unknown) =>
      JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}` : one))
    await client.query(
      `insert into plan (coalition_id, plan_id, window_no, plan_no, method, hash, currency, total_minor, legs, carried,
        residues, proposed_at, proposed_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[coalitionId, id, windowNo, planNo, method, hash, plan.currency, planTotal(plan).toString()],
        ...[json(plan.legs), json(plan.carried), json(plan.residues), now, keyId],
      ],
    )
    await announce(client, coalitionId, {
      kind: 'plan.proposed',
      subjectId: id,
      payload: { planId: id, windowNo, planNo, hash },
    })
    return id
  })
  const plan = await store.prisma.plan.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: ref } },
    include: { approvals: true },
  })
  return { plan, replayed }
}
