import type pg from 'pg'

/** Rows of one sweep. More are left to the next. */
const SWEPT_AT_ONCE = 20_000

const SWEEP_BUCKETS = `delete from rate_bucket where bucket in (select bucket from rate_bucket
  where full_at < clock_timestamp() limit $1 for update skip locked)`

/**
 * Removes the rows of buckets that are full again, which mean the same as no row: the table holds no more than what was asked
 * for within the time that a bucket takes to fill.
 */
export async function sweepBuckets(pool: pg.Pool): Promise<void> {
  await pool.query(SWEEP_BUCKETS, [SWEPT_AT_ONCE])
}
