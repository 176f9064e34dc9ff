import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'

/** An occasion about which rules were asked. */
export interface FinishedOccasion {
  readonly id: string
  /** Those that gave nothing: version and reason each. */
  readonly skipped: readonly (readonly [versionId: string, reason: string])[]
}

/** Writes down that rules were asked about occasions, and why those that gave nothing did not; the first word stands. */
export async function finishOccasions(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  finished: readonly FinishedOccasion[],
): Promise<void> {
  if (finished.length === 0) return
  await store.pool.query({
    name: 'artel_finish_occasions',
    text: `update occasion o set done_at = coalition_clock(c.clock_offset_seconds), skipped = x.skipped
      from coalition c, unnest($2::uuid[], $3::text[]) x(id, skipped)
      where c.coalition_id = $1 and o.coalition_id = $1 and o.occasion_id = x.id and o.done_at is null`,
    values: [
      coalitionId,
      uuidArray(finished, ({ id }) => id),
      finished.map(({ skipped }) => JSON.stringify(skipped)),
    ],
  })
}
