import type { Minor } from '@artel/ledger'
import type pg from 'pg'
import { toJson } from '../wire/to-json.ts'

/** A plan of payments before it is written. Its parts are kept as JSON, amounts as decimal strings. */
export interface NewPlan {
  readonly coalitionId: string
  readonly id: string
  readonly windowNo: number
  /** 1 for the first plan of a window; the last one counts. */
  readonly planNo: number
  readonly method: string
  readonly hash: string
  readonly currency: string
  readonly total: Minor
  readonly legs: readonly object[]
  readonly carried: readonly object[]
  readonly residues: readonly object[]
  readonly proposedAt: Date
  readonly proposedById: string
}

/** The last plan of a window, and who proposed it. */
export interface NewestPlan {
  readonly id: string
  readonly planNo: number
  readonly hash: string
  readonly proposedById: string
}

/** The plan of a window that counts: the last that was proposed. Undefined when there is none. */
export async function newestPlan(
  client: pg.ClientBase,
  { coalitionId, windowNo }: { readonly coalitionId: string; readonly windowNo: number },
): Promise<NewestPlan | undefined> {
  const { rows } = await client.query<{
    plan_id: string
    plan_no: number
    hash: string
    proposed_by_id: string
  }>(
    'select plan_id, plan_no, hash, proposed_by_id from plan where coalition_id = $1 and window_no = $2 order by plan_no desc limit 1',
    [coalitionId, windowNo],
  )
  const [newest] = rows
  if (!newest) return undefined
  const { plan_id: id, plan_no: planNo, hash, proposed_by_id: proposedById } = newest
  return { id, planNo, hash, proposedById }
}

/** Writes a proposed plan down. */
export async function addPlan(client: pg.ClientBase, plan: NewPlan): Promise<void> {
  await client.query(
    `insert into plan (coalition_id, plan_id, window_no, plan_no, method, hash, currency, total_minor, legs, carried,
      residues, proposed_at, proposed_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[plan.coalitionId, plan.id, plan.windowNo, plan.planNo, plan.method, plan.hash, plan.currency],
      ...[plan.total.toString(), toJson(plan.legs), toJson(plan.carried), toJson(plan.residues)],
      ...[plan.proposedAt, plan.proposedById],
    ],
  )
}

interface PlanKey {
  readonly coalitionId: string
  readonly planId: string
}

/** Who has approved a plan, and by which hash. */
export async function approvalsOf(
  client: pg.ClientBase,
  { coalitionId, planId }: PlanKey,
): Promise<readonly { readonly actorId: string; readonly planHash: string }[]> {
  const { rows } = await client.query<{ approved_by_id: string; plan_hash: string }>(
    'select approved_by_id, plan_hash from plan_approval where coalition_id = $1 and plan_id = $2',
    [coalitionId, planId],
  )
  return rows.map((row) => ({ actorId: row.approved_by_id, planHash: row.plan_hash }))
}

/** Writes an approval down. */
export async function addApproval(
  client: pg.ClientBase,
  { coalitionId, planId }: PlanKey,
  approval: { readonly approvedById: string; readonly planHash: string; readonly approvedAt: Date },
): Promise<void> {
  await client.query(
    'insert into plan_approval (coalition_id, plan_id, approved_by_id, plan_hash, approved_at) values ($1, $2, $3, $4, $5)',
    [coalitionId, planId, approval.approvedById, approval.planHash, approval.approvedAt],
  )
}
