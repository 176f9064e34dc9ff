import { Prisma, type PrismaClient } from '../generated/prisma/client.ts'

/** Something whose failed attempts are counted together, and how long they make the next one wait. */
export interface AttemptBucket {
  /** SHA-256 in hex, so that no name or address is kept for it. */
  readonly bucket: string
  /** Failures without a wait; after them 1, 2, 4... seconds. */
  readonly free: number
  /** Longest wait, seconds: at most 2^10, the longest that is counted up to. */
  readonly maxWaitSeconds: number
}

/**
 * So many doublings of the wait are counted and no more. Who goes on guessing stays at the longest wait, in which more failures
 * come than are forgotten; who stops is rid of them in a known time.
 */
const MOST_DOUBLINGS = 10

/**
 * Whole hours since the last forgotten failure: one is forgotten for each. The clock is read once the row is locked. `now()`
 * may be earlier than the failure that the statement waited for.
 */
const HOURS = Prisma.sql`greatest(floor(extract(epoch from clock_timestamp() - d.last_at) / 3600)::int, 0)`
const STANDING = Prisma.sql`greatest(d.failures - ${HOURS}, 0)`

/**
 * Counts an attempt as failed in each bucket, before it is looked at: attempts that come together on several processes wait
 * for each other. Answers null, or, when one of the buckets has to wait, for how many seconds; then nothing stays counted.
 * `forgiveAttempt` takes back what turned out right. Each bucket is a statement of its own, so that a crowd waits for a row
 * and never for a transaction.
 */
export async function admitAttempt(
  prisma: PrismaClient,
  buckets: readonly AttemptBucket[],
): Promise<number | null> {
  for (const [at, one] of buckets.entries()) {
    if (await countOne(prisma, one)) continue
    await forgiveAttempt(
      prisma,
      buckets.slice(0, at).map(({ bucket }) => ({ bucket, entirely: false })),
    )
    return longestWait(
      prisma,
      buckets.map(({ bucket }) => bucket),
    )
  }
  return null
}

/** Counts one more failure, unless the bucket still waits. */
async function countOne(
  prisma: PrismaClient,
  { bucket, free, maxWaitSeconds }: AttemptBucket,
): Promise<boolean> {
  const level = Prisma.sql`least(${STANDING}, ${free}::int + ${MOST_DOUBLINGS}::int)`
  // Half a second and less is none: 2^-1, 2^-2... are the free failures.
  const counted = await prisma.$queryRaw<object[]>`
    insert into sign_in_delay as d (bucket, failures, last_at, allowed_at)
    values (${bucket}, 1, clock_timestamp(), clock_timestamp()
      + interval '1 second' * least(floor(power(2::float, -${free}::int)), ${maxWaitSeconds}::int))
    on conflict (bucket) do update set
      failures = ${level} + 1,
      allowed_at = clock_timestamp()
        + interval '1 second' * least(${maxWaitSeconds}::int, floor(power(2::float, ${level} - ${free}::int))),
      last_at = case when ${STANDING} = 0 then clock_timestamp() else d.last_at + interval '1 hour' * ${HOURS} end
    where d.allowed_at <= clock_timestamp()
    returning 1`
  return counted.length > 0
}

/**
 * Takes back the attempt that was counted last, with the wait that it began: it was right. It had been let through only once every
 * wait before it was over, so that no other is cut short. With `entirely` the failures before it are forgotten too.
 */
export async function forgiveAttempt(
  prisma: PrismaClient,
  buckets: readonly (Pick<AttemptBucket, 'bucket'> & { readonly entirely: boolean })[],
): Promise<void> {
  for (const { bucket, entirely } of buckets)
    await prisma.$executeRaw`update sign_in_delay
      set failures = case when ${entirely}::boolean then 0 else greatest(failures - 1, 0) end, allowed_at = clock_timestamp()
      where bucket = ${bucket}`
}

/** Takes one attempt back in each bucket, some time after it was counted. A wait that others have earned since goes on. */
export async function takeAttemptBack(prisma: PrismaClient, buckets: readonly string[]): Promise<void> {
  await prisma.$executeRaw`update sign_in_delay set failures = greatest(failures - 1, 0)
    where bucket = any(${[...buckets]})`
}

async function longestWait(prisma: PrismaClient, buckets: readonly string[]): Promise<number> {
  const [row] = await prisma.$queryRaw<{ seconds: number }[]>`
    select greatest(ceil(extract(epoch from max(allowed_at) - clock_timestamp())), 1)::int as seconds
    from sign_in_delay where bucket = any(${[...buckets]})`
  return row?.seconds ?? 1
}
