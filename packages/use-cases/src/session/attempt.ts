import { SignInDelayedError } from '@artel/ledger'
import { type AttemptBucket, admitAttempt, forgiveAttempt, type Store } from '@artel/store'
import { bucketOf, type StaffDoor } from './staff-door.ts'

const MINUTE = 60

/**
 * Counts an attempt to sign in as an account: by account and address together, by address and by account. The wait of an
 * account alone stays short, so that nobody can lock its owner out. Throws SignInDelayedError.
 */
export async function countSignIn(store: Store, door: StaffDoor, account: string): Promise<Attempt> {
  const { address } = door
  return count(
    store,
    [
      { bucket: bucketOf(door, 'both', account, address), free: 3, maxWaitSeconds: 15 * MINUTE },
      { bucket: bucketOf(door, 'address', address), free: 30, maxWaitSeconds: 15 * MINUTE },
      { bucket: bucketOf(door, 'account', account), free: 10, maxWaitSeconds: 30 },
    ],
    ([both, byAddress, byAccount]) => [
      { bucket: both, entirely: true },
      { bucket: byAddress, entirely: false },
      { bucket: byAccount, entirely: true },
    ],
  )
}

/** Counts an attempt at a short secret of one person, such as the code of a second factor. Throws SignInDelayedError. */
export async function countCode(store: Store, door: StaffDoor, ...subject: string[]): Promise<Attempt> {
  const bucket = { bucket: bucketOf(door, ...subject), free: 4, maxWaitSeconds: 15 * MINUTE }
  return count(store, [bucket], ([only]) => [{ bucket: only, entirely: true }])
}

/** An attempt that was let through and counts as failed until it is forgiven. */
export interface Attempt {
  /** It was right: it counts no longer. */
  succeeded(): Promise<void>
}

async function count<const Buckets extends readonly AttemptBucket[]>(
  { prisma }: Store,
  buckets: Buckets,
  forgiven: (names: { [Index in keyof Buckets]: string }) => Parameters<typeof forgiveAttempt>[1],
): Promise<Attempt> {
  const waitSeconds = await admitAttempt(prisma, buckets)
  if (waitSeconds !== null) throw new SignInDelayedError({ waitSeconds })
  const names = buckets.map(({ bucket }) => bucket) as { [Index in keyof Buckets]: string }
  return { succeeded: () => forgiveAttempt(prisma, forgiven(names)) }
}
