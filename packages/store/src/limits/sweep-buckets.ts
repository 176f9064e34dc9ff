import type pg from 'pg'

/** Rows of one sweep. More are left to the next. */
const SWEPT_AT_ONCE = 20_000

const SWEEP_BUCKETS = `delete from rate_bucket where bucket in (select bucket from rate_bucket
  where full_at < clock_timestamp() limit $1 for update skip locked)`
/** Of an attempt that is forgotten (see `admitAttempt`) and no longer waited for. */
const SWEEP_DELAYS = `delete from sign_in_delay where bucket in (select bucket from sign_in_delay
  where last_at < clock_timestamp() - interval '1 day' and allowed_at < clock_timestamp()
  limit $1 for update skip locked)`

/**
 * Removes the rows of buckets that are full again and of attempts that are forgotten: both mean the same as no row. So the
 * tables hold no more than what was asked for within the time that a bucket takes to fill, or within a day.
 */
export async function sweepBuckets(pool: pg.Pool): Promise<void> {
  await pool.query(SWEEP_BUCKETS, [SWEPT_AT_ONCE])
  await pool.query(SWEEP_DELAYS, [SWEPT_AT_ONCE])
}
