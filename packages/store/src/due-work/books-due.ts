import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Coalitions that have posted since their accounts were last added up, `rollUpEverySeconds` ago or longer. */
export const coalitionsToRollUp = (
  store: Pick<Store, 'pool'>,
  { rollUpEverySeconds }: { readonly rollUpEverySeconds: number },
): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_roll_up_coalitions',
    condition: `exists (select from chain_head h
        left join job_cursor j on j.coalition_id = c.coalition_id and j.job = 'roll-up'
        where h.coalition_id = c.coalition_id and h.batch_no > 0
          and (j.done_until is null
            or (h.posted_at > j.done_until and j.done_until <= clock.now - make_interval(secs => $1::int))))`,
    values: [rollUpEverySeconds],
  })

/** Coalitions with batches that their figures do not count yet. */
export const coalitionsToFold = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_figures_coalitions',
    condition: `exists (select from chain_head h
        left join figure_cursor f on f.coalition_id = h.coalition_id
        where h.coalition_id = c.coalition_id and h.batch_no > coalesce(f.batch_no, 0))`,
  })

/** Coalitions with batches after their last checkpoint, when none was looked for since `checkpointEverySeconds`. */
export const coalitionsToCheckpoint = (
  store: Pick<Store, 'pool'>,
  { checkpointEverySeconds }: { readonly checkpointEverySeconds: number },
): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_checkpoint_coalitions',
    condition: `exists (select from chain_head h
        left join job_cursor j on j.coalition_id = c.coalition_id and j.job = 'checkpoint'
        where h.coalition_id = c.coalition_id
          and h.batch_no > coalesce((select max(k.batch_no) from chain_checkpoint k
            where k.coalition_id = c.coalition_id), 0)
          and coalesce(j.done_until <= clock.now - make_interval(secs => $1::int), true))`,
    values: [checkpointEverySeconds],
  })

/**
 * The last audit hour that has struck for coalition `c`, by the wall clock of its town and the real clock: a sandbox's
 * offset moves no night. $1 hour of the night.
 */
const DUE_AT = `(date_trunc('day', clock_timestamp() at time zone c.time_zone - make_interval(hours => $1::int))
  + make_interval(hours => $1::int)) at time zone c.time_zone`

/** Coalitions whose books no audit has seen since the last audit hour; those opened after it wait for the next. */
export async function coalitionsToAudit(
  store: Pick<Store, 'pool'>,
  { auditHour }: { readonly auditHour: number },
): Promise<string[]> {
  const { rows } = await store.pool.query<{ coalition_id: string }>({
    name: 'artel_coalitions_to_audit',
    text: `select c.coalition_id from coalition c
      where c.created_at < ${DUE_AT}
        and not exists (select from audit_run a where a.coalition_id = c.coalition_id and a.due_at >= ${DUE_AT})
      order by c.coalition_id`,
    values: [auditHour],
  })
  return rows.map((row) => row.coalition_id)
}

/** When the audit hour struck last for a coalition. Throws when there is no such coalition. */
export async function lastAuditHour(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { auditHour }: { readonly auditHour: number },
): Promise<Date> {
  const { rows } = await store.pool.query<{ due_at: Date }>({
    name: 'artel_last_audit_hour',
    text: `select ${DUE_AT} as due_at from coalition c where c.coalition_id = $2`,
    values: [auditHour, coalitionId],
  })
  const dueAt = rows[0]?.due_at
  if (!dueAt) throw new Error(`No coalition ${coalitionId}`)
  return dueAt
}
