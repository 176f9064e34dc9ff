import {
  moneyTransfers,
  NotFoundError,
  PersonRequiredError,
  PlanChangedError,
  WindowStepOutOfOrderError,
} from '@artel/ledger'
import {
  approvePlan as decideApproval,
  localDateOf,
  type PlanMethod,
  planTotal,
  roundingLines,
} from '@artel/rules'
import {
  addApproval,
  addPaymentLegs,
  approvalsOf,
  coalitionNow,
  isPerson,
  markApproved,
  newestPlan,
  newId,
  postMoney,
  type TransactionClient,
  windowStatus,
} from '@artel/store'
import type { Plan, SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkId } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { announce } from './announce.ts'
import { type CurrentPlan, currentPlan, type PlanFacts } from './current-plan.ts'
import { NO_DETAILS_HASH } from './payee-details-hash.ts'
import type { ApprovedPlan } from './propose-plan.ts'
import { actingPerson, settlementKey, settleOnce } from './settle.ts'
import { requireSettler } from './settler.ts'
import { findWindow, settlementTerms } from './window.ts'

export interface ApprovePlanInput {
  readonly planId: string
  /** Hash of the plan that was read: what the approval binds to. */
  readonly planHash: string
  readonly idempotencyKey: string
}

export interface ApprovedWindowPlan {
  readonly plan: ApprovedPlan
  readonly window: SettlementWindow
  readonly replayed: boolean
}

/**
 * Approves a plan, as another person than its proposer. The approval that completes it makes the payments to be made,
 * moves parts of a minor unit to ROUNDING and the window to APPROVED, in one transaction. Scope `settlement:approve`.
 * Throws PersonRequiredError, PlanChangedError, PlanApproverIsProposerError, PlanApprovedAlreadyError, WindowStepOutOfOrderError,
 * NotFoundError, IdempotencyKeyMismatchError.
 */
export async function approvePlan(context: Context, input: ApprovePlanInput): Promise<ApprovedWindowPlan> {
  const settler = requireSettler(context.principal, 'settlement:approve')
  const { coalitionId } = settler
  const { store } = context
  const id = checkId('plan', input.planId, ['planId'])
  const found = await store.prisma.plan.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!found) throw new NotFoundError({ what: 'plan' }, { path: ['planId'] })
  const [agreement, window, members, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    findWindow(store, coalitionId, found.windowNo),
    store.prisma.member.findMany({ where: { coalitionId }, select: { id: true, segment: true } }),
    coalitionNow(store, coalitionId),
  ])
  const { windowNo, method } = found
  const facts: PlanFacts = {
    agreement,
    members,
    windowNo,
    method: method as PlanMethod,
    at: window.statedAt ?? now,
  }
  const key = settlementKey(coalitionId, 'planApprove', input)
  const personId = await actingPerson(store, settler, key)
  const { replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    await refuseUnlessAgreed(client, found)
    if (!(await isPerson(client, found.proposedById))) throw new PersonRequiredError()
    const { plan, hash, paidTo } = await currentPlan(client, facts)
    await refuseOlder(client, found, { asked: input.planHash, now: hash })
    const settlement = settlementTerms(agreement, facts.at)
    const { approvalsNeeded } = decideApproval(
      {
        planHash: hash,
        proposedBy: found.proposedById,
        total: planTotal(plan),
        approvals: await approvalsOf(client, { coalitionId, planId: id }),
      },
      { actorId: personId, planHash: input.planHash.toLowerCase() },
      settlement,
    )
    const approval = { approvedById: personId, planHash: hash, approvedAt: now }
    await addApproval(client, { coalitionId, planId: id }, approval)
    const dueOn = localDateOf(window.paymentDate ?? now, 'UTC')
    if (approvalsNeeded === 0) await putIntoForce(client, { ...found, plan, paidTo, now, dueOn })
    await recordActIn(context, client, {
      ...{ act: 'planApprove', coalitionId, subject: { type: 'plan', id } },
      details: { windowNo, planHash: hash, approvalsNeeded, person: encodePublicId('person', personId) },
    })
    return id
  })
  const plan = await store.prisma.plan.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id } },
    include: { approvals: true },
  })
  return { plan, window: await findWindow(store, coalitionId, windowNo), replayed }
}

async function refuseUnlessAgreed(client: TransactionClient, found: Plan): Promise<void> {
  const status = (await windowStatus(client, found)) ?? 'OPEN'
  if (status !== 'AGREED')
    throw new WindowStepOutOfOrderError({ windowStatus: status, step: 'APPROVE', expected: 'AGREED' })
}

/** A plan that was proposed after this one voids it, even where both pay the same. */
async function refuseOlder(
  client: TransactionClient,
  found: Plan,
  hashes: { readonly asked: string; readonly now: string },
): Promise<void> {
  const newest = await newestPlan(client, found)
  if (newest?.id !== found.id)
    throw new PlanChangedError({ approvedHash: hashes.asked, planHash: hashes.now })
}

async function putIntoForce(
  client: TransactionClient,
  approved: Plan & Pick<CurrentPlan, 'plan' | 'paidTo'> & { readonly now: Date; readonly dueOn: string },
): Promise<void> {
  const { coalitionId, id, windowNo, plan, paidTo, now, dueOn } = approved
  const legs = plan.legs.map((leg) => ({
    id: newId(),
    payeeDetailsHash: paidTo.get(leg.payeeId) ?? NO_DETAILS_HASH,
    ...leg,
  }))
  await addPaymentLegs(client, { coalitionId, planId: id, windowNo, dueOn }, legs)
  await markApproved(client, approved, now)
  await announce(client, coalitionId, {
    kind: 'plan.approved',
    subjectId: id,
    payload: { planId: id, windowNo, dueOn },
  })
  const transfers = moneyTransfers(roundingLines(plan))
  if (transfers.length === 0) return
  // Last: from here on the coalition's purchases wait for the commit.
  await postMoney(client, coalitionId, {
    key: { scopeId: coalitionId, operation: 'planApprove', key: id, requestHash: requestHash({ id }) },
    documentId: id,
    kind: 'SETTLEMENT',
    memberId: null,
    transfers,
    outbox: [],
  })
}
