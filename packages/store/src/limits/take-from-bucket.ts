import type pg from 'pg'

/** What is taken from a bucket, all in units of cost. */
export interface Taking {
  readonly bucket: string
  /** What the full bucket holds; at least `want`. */
  readonly burst: number
  /** How fast it fills. */
  readonly perSecond: number
  /** Less than this is of no use: nothing is taken then. */
  readonly need: number
  /** At most this is taken. */
  readonly want: number
}

export interface Taken {
  /** From `need` to `want`, or 0. */
  readonly granted: number
  /** What is left in the bucket, with fractions. */
  readonly left: number
}

/**
 * A bucket is one instant, that at which it will be full again: what it lacks now is what flows into it until then. It lacks
 * at most what it holds: an instant further away is of a slower flow, or of a clock that has been set back. `granted` is written
 * for `returning`, since a row as it was before can not be returned.
 */
const TAKE = `insert into rate_bucket as b (bucket, full_at, granted)
  values ($1, clock_timestamp() + $5::int * interval '1 second' / $3::float8, $5::int)
  on conflict (bucket) do update set (granted, full_at) = (
    select g.granted, f.full_at + g.granted * interval '1 second' / $3::float8
    from (select clock_timestamp() as now offset 0) t
    cross join lateral (select greatest(t.now,
      least(b.full_at, t.now + $2::float8 / $3::float8 * interval '1 second')) as full_at) f
    cross join lateral (select floor($2::float8
      - extract(epoch from f.full_at - t.now)::float8 * $3::float8) as held) h
    cross join lateral (select case when h.held >= $4::int then least($5::int, h.held) else 0 end::int as granted) g)
  returning granted, greatest(extract(epoch from full_at - clock_timestamp()), 0)::float8 as lacking_seconds`

/** Takes from a bucket that all processes share, in one statement that waits for nothing but that bucket's row. */
export async function takeFromBucket(
  pool: pg.Pool,
  { bucket, burst, perSecond, need, want }: Taking,
): Promise<Taken> {
  const { rows } = await pool.query<{ granted: number; lacking_seconds: number }>(TAKE, [
    ...[bucket, burst, perSecond, need, want],
  ])
  const [row] = rows
  if (!row) throw new Error('A bucket was taken from without an answer')
  return { granted: row.granted, left: burst - row.lacking_seconds * perSecond }
}
