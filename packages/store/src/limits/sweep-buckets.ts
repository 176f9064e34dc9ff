import type pg from 'pg'

/** Rows of one statement: none holds locks for long. */
const SWEPT_AT_ONCE = 5_000

const SWEEP_BUCKETS = `delete from rate_bucket where bucket in (select bucket from rate_bucket
  where full_at < clock_timestamp() limit $1 for update skip locked)`

/**
 * Removes the rows of buckets that are full again, which mean the same as no row: the table holds no more than what was asked
 * for within the time that a bucket takes to fill.
 */
export async function sweepBuckets(pool: pg.Pool, atOnce = SWEPT_AT_ONCE): Promise<void> {
  let swept: number | null
  do swept = (await pool.query(SWEEP_BUCKETS, [atOnce])).rowCount
  while (swept === atOnce)
}
