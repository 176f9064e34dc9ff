import { EarlierWindowPendingError, WindowStepOutOfOrderError } from '@artel/ledger'
import { type PlanMethod, planTotal } from '@artel/rules'
import { addPlan, coalitionNow, isPerson, newestPlan, newId, windowAndUnapprovedBefore } from '@artel/store'
import type { Plan, PlanApproval } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkOneOf } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { agreeWindow } from './agree-window.ts'
import { announce } from './announce.ts'
import { currentPlan } from './current-plan.ts'
import { actingPerson, refusingOnce, settlementKey, settleOnce } from './settle.ts'
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
 * `settlement:propose`. Throws PersonRequiredError, WindowStepNotReadyError, WindowStepOutOfOrderError, EarlierWindowPendingError,
 * NotFoundError, InvalidInputError, IdempotencyKeyMismatchError.
 */
export async function proposePlan(context: Context, input: ProposePlanInput): Promise<ProposedWindowPlan> {
  const settler = requireSettler(context.principal, 'settlement:propose')
  const { coalitionId } = settler
  const { store } = context
  const windowNo = checkWindowNo(input.windowNo)
  const method = checkOneOf(['method'], input.method ?? 'HUB', ['HUB', 'PEER'])
  const key = settlementKey(coalitionId, 'planPropose', input)
  const personId = await actingPerson(store, settler, key)
  await refusingOnce(store, coalitionId, key, () => agreeWindow(context, coalitionId, windowNo))
  const [agreement, window, members, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    findWindow(store, coalitionId, windowNo),
    store.prisma.member.findMany({ where: { coalitionId }, select: { id: true, segment: true } }),
    coalitionNow(store, coalitionId),
  ])
  const { ref, replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const [first] = await windowAndUnapprovedBefore(client, { coalitionId, windowNo })
    if (first && first.windowNo < windowNo)
      throw new EarlierWindowPendingError({ windowNo: first.windowNo, windowStatus: first.status })
    if (first?.status !== 'AGREED')
      throw new WindowStepOutOfOrderError({
        windowStatus: first?.status ?? 'OPEN',
        step: 'APPROVE',
        expected: 'AGREED',
      })
    const at = window.statedAt ?? now
    const { plan, hash } = await currentPlan(client, { agreement, members, windowNo, method, at })
    const last = await newestPlan(client, { coalitionId, windowNo })
    // What was proposed before there were persons is proposed anew by one.
    if (last?.hash === hash && (await isPerson(client, last.proposedById))) return last.id
    const id = newId()
    const planNo = (last?.planNo ?? 0) + 1
    await addPlan(client, {
      ...{ coalitionId, id, windowNo, planNo, method, hash, currency: plan.currency, total: planTotal(plan) },
      ...{ legs: plan.legs, carried: plan.carried, residues: plan.residues },
      ...{ proposedAt: now, proposedById: personId },
    })
    await announce(client, coalitionId, {
      kind: 'plan.proposed',
      subjectId: id,
      payload: { planId: id, windowNo, planNo, hash },
    })
    await recordActIn(context, client, {
      ...{ act: 'planPropose', coalitionId, subject: { type: 'plan', id } },
      details: { windowNo, planNo, method, planHash: hash },
    })
    return id
  })
  const plan = await store.prisma.plan.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: ref } },
    include: { approvals: true },
  })
  return { plan, replayed }
}
