import type { Store } from '../store.ts'

/** Remembers that a background job has seen a coalition up to now, by its own clock, so that it need not look again yet. */
export async function rememberJob(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  job: 'roll-up' | 'checkpoint' | 'inactive-lots' | 'retention',
): Promise<void> {
  await store.pool.query({
    name: 'artel_remember_job',
    text: `insert into job_cursor as j (coalition_id, job, done_until)
      select c.coalition_id, $2, coalition_clock(c.clock_offset_seconds)
      from coalition c where c.coalition_id = $1
      on conflict (coalition_id, job) do update set done_until = greatest(j.done_until, excluded.done_until)`,
    values: [coalitionId, job],
  })
}

/**
 * The same for a job that has looked as things stood at an instant of the coalition's clock: a clock that was moved ahead
 * since is due at once.
 */
export async function rememberLook(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { job, lookedAt }: { readonly job: 'remind-expiring'; readonly lookedAt: Date },
): Promise<void> {
  await store.pool.query({
    name: 'artel_remember_look',
    text: `insert into job_cursor as j (coalition_id, job, done_until) values ($1, $2, $3)
      on conflict (coalition_id, job) do update set done_until = greatest(j.done_until, excluded.done_until)`,
    values: [coalitionId, job, lookedAt],
  })
}
