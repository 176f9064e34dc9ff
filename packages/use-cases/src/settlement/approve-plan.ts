import {
  minor,
  moneyTransfers,
  NotFoundError,
  PlanChangedError,
  WindowStepOutOfOrderError,
} from '@artel/ledger'
import {
  approvePlan as decideApproval,
  localDateOf,
  type PaymentPlan,
  type PlanMethod,
  planTotal,
  roundingLines,
  type WindowStatus,
} from '@artel/rules'
import { coalitionNow, newId, postMoney, type TransactionClient } from '@artel/store'
import type { Plan, SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { announce } from './announce.ts'
import { currentPlan, type PlanFacts } from './current-plan.ts'
import type { ApprovedPlan } from './propose-plan.ts'
import { settlementKey, settleOnce } from './settle.ts'
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
 * Throws PlanChangedError, PlanApproverIsProposerError, PlanApprovedAlreadyError, WindowStepOutOfOrderError,
 * NotFoundError, IdempotencyKeyMismatchError.
 */
export async function approvePlan(context: Context, input: ApprovePlanInput): Promise<ApprovedWindowPlan> {
  const { coalitionId, keyId } = requireSettler(context.principal, 'settlement:approve')
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
  const { replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    await refuseUnlessAgreed(client, found)
    const { plan, hash } = await currentPlan(client, facts)
    await refuseOlder(client, found, { asked: input.planHash, now: hash })
    const settlement = settlementTerms(agreement, facts.at)
    const { approvalsNeeded } = decideApproval(
      {
        planHash: hash,
        proposedBy: found.proposedById,
        total: planTotal(plan),
        approvals: await approvalsOf(client, found),
      },
      { actorId: keyId, planHash: input.planHash.toLowerCase() },
      settlement,
    )
    await client.query(
      'insert into plan_approval (coalition_id, plan_id, approved_by_id, plan_hash, approved_at) values ($1, $2, $3, $4, $5)',
      [coalitionId, id, keyId, hash, now],
    )
    if (approvalsNeeded > 0) return id
    const dueOn = localDateOf(window.paymentDate ?? now, 'UTC')
    await putIntoForce(client, { ...found, plan, now, dueOn })
    return id
  })
  const plan = await store.prisma.plan.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id } },
    include: { approvals: true },
  })
  return { plan, window: await findWindow(store, coalitionId, windowNo), replayed }
}

async function refuseUnlessAgreed(client: TransactionClient, { coalitionId, windowNo }: Plan): Promise<void> {
  const { rows } = await client.query<{ status: WindowStatus }>(
    'select status from settlement_window where coalition_id = $1 and window_no = $2',
    [coalitionId, windowNo],
  )
  const status = rows[0]?.status ?? 'OPEN'
  if (status !== 'AGREED')
    throw new WindowStepOutOfOrderError({ windowStatus: status, step: 'APPROVE', expected: 'AGREED' })
}

/** A plan that was proposed after this one voids it, even where both pay the same. */
async function refuseOlder(
  client: TransactionClient,
  { coalitionId, windowNo, id }: Plan,
  hashes: { readonly asked: string; readonly now: string },
): Promise<void> {
  const { rows } = await client.query<{ plan_id: string }>(
    'select plan_id from plan where coalition_id = $1 and window_no = $2 order by plan_no desc limit 1',
    [coalitionId, windowNo],
  )
  if (rows[0]?.plan_id !== id)
    throw new PlanChangedError({ approvedHash: hashes.asked, planHash: hashes.now })
}

async function approvalsOf(client: TransactionClient, { coalitionId, id }: Plan) {
  const { rows } = await client.query<{ approved_by_id: string; plan_hash: string }>(
    'select approved_by_id, plan_hash from plan_approval where coalition_id = $1 and plan_id = $2',
    [coalitionId, id],
  )
  return rows.map((row) => ({ actorId: row.approved_by_id, planHash: row.plan_hash }))
}

async function putIntoForce(
  client: TransactionClient,
  approved: Plan & { readonly plan: PaymentPlan; readonly now: Date; readonly dueOn: string },
): Promise<void> {
  const { coalitionId, id, windowNo, plan, now, dueOn } = approved
  const { legs } = plan
  await client.query(
    `insert into payment_leg (coalition_id, payment_leg_id, plan_id, window_no, leg_no, payer_id, payee_id,
      amount_minor, reference, due_on)
    select $1, x.id, $2, $3, x.no, x.payer, x.payee, x.amount, x.reference, $4
    from unnest($5::uuid[], $6::int[], $7::uuid[], $8::uuid[], $9::bigint[], $10::text[])
      x(id, no, payer, payee, amount, reference)`,
    [
      ...[coalitionId, id, windowNo, dueOn, legs.map(() => newId()), legs.map(({ legNo }) => legNo)],
      legs.map(({ payerId }) => payerId),
      legs.map(({ payeeId }) => payeeId),
      legs.map(({ amount }) => minor(amount).toString()),
      legs.map(({ reference }) => reference),
    ],
  )
  await client.query(
    `update settlement_window set status = 'APPROVED', approved_at = $3
    where coalition_id = $1 and window_no = $2 and status = 'AGREED'`,
    [coalitionId, windowNo, now],
  )
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
