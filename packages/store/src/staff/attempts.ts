import type { PrismaClient } from '../generated/prisma/client.ts'

/** Something whose failed attempts are counted together, and how long they make the next one wait. */
export interface AttemptBucket {
  /** SHA-256 in hex, so that no name or address is kept for it. */
  readonly bucket: string
  /** Failures without a wait; after them 1, 2, 4... seconds. */
  readonly free: number
  /** Longest wait, seconds. */
  readonly maxWaitSeconds: number
}

/** Failures are forgotten after a day without another. */
const FORGOTTEN_AFTER = '1 day'

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
  // Half a second and less is none: 2^-1, 2^-2... are the free failures.
  const counted = await prisma.$queryRaw<object[]>`
    insert into sign_in_delay as d (bucket, failures, last_at, allowed_at)
    values (${bucket}, 1, clock_timestamp(), clock_timestamp()
      + interval '1 second' * least(floor(power(2::float, -${free}::int)), ${maxWaitSeconds}::int))
    on conflict (bucket) do update set
      failures = case when d.last_at < clock_timestamp() - ${FORGOTTEN_AFTER}::interval then 1 else d.failures + 1 end,
      allowed_at = clock_timestamp() + interval '1 second' * least(${maxWaitSeconds}::int, floor(power(2::float, least(30,
        case when d.last_at < clock_timestamp() - ${FORGOTTEN_AFTER}::interval then 0 else d.failures end - ${free}::int)))),
      last_at = clock_timestamp()
    where d.allowed_at <= clock_timestamp()
    returning 1`
  return counted.length > 0
}

/** Takes back the attempt that was counted last: it was right. With `entirely` the failures before it are forgotten too. */
export async function forgiveAttempt(
  prisma: PrismaClient,
  buckets: readonly (Pick<AttemptBucket, 'bucket'> & { readonly entirely: boolean })[],
): Promise<void> {
  for (const { bucket, entirely } of buckets)
    await prisma.$executeRaw`update sign_in_delay
      set failures = case when ${entirely}::boolean then 0 else greatest(failures - 1, 0) end, allowed_at = clock_timestamp()
      where bucket = ${bucket}`
}

async function longestWait(prisma: PrismaClient, buckets: readonly string[]): Promise<number> {
  const [row] = await prisma.$queryRaw<{ seconds: number }[]>`
    select greatest(ceil(extract(epoch from max(allowed_at) - clock_timestamp())), 1)::int as seconds
    from sign_in_delay where bucket = any(${[...buckets]})`
  return row?.seconds ?? 1
}
