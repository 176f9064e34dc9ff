import type pg from 'pg'

/** Writes down that rules were asked about an occasion, and why those that gave nothing did not; the first word stands. */
export async function finishOccasion(
  store: { readonly pool: pg.Pool },
  finished: {
    readonly coalitionId: string
    readonly id: string
    /** Version and reason each. */
    readonly skipped: readonly (readonly [versionId: string, reason: string])[]
  },
): Promise<void> {
  await store.pool.query({
    name: 'artel_finish_occasion',
    text: `update occasion o set done_at = coalition_clock(c.clock_offset_seconds), skipped = $3
      from coalition c
      where c.coalition_id = $1 and o.coalition_id = $1 and o.occasion_id = $2 and o.done_at is null`,
    values: [finished.coalitionId, finished.id, JSON.stringify(finished.skipped)],
  })
}
