import { SignInDelayedError } from '@artel/ledger'
import { type AttemptBucket, admitAttempt, forgiveAttempt, type Store, takeAttemptBack } from '@artel/store'
import { deviceOf } from './known-device.ts'
import { bucketOf, networkShown, type StaffDoor } from './staff-door.ts'

// What is counted together, and how much of it is free. How the wait doubles, and how failures are forgotten, is in
// packages/store/src/staff/sign-in-delay.ts.

const MINUTE = 60

/** What an attempt is made at, and whether it comes from where the person has been before. */
export interface AttemptAt {
  /** An e-mail, or what else names the secret. */
  readonly account: string
  /** From a device or a network that the person signed in from: strangers do not slow it down. */
  readonly isKnown: boolean
}

/**
 * Counts an attempt to sign in as an account: by address, by account and address together and, from where the person has
 * never been, by account. The address comes first, so that one that waits leaves no rows of accounts that it makes up. The
 * wait of an account alone is short and is nobody's who is known. Throws SignInDelayedError.
 */
export async function countSignIn(
  store: Store,
  door: StaffDoor,
  { account, isKnown }: AttemptAt,
): Promise<Attempt> {
  const { address } = door
  return count(store, [
    { bucket: bucketOf(door, 'address', address), free: 30, maxWaitSeconds: 15 * MINUTE, entirely: false },
    {
      ...{ bucket: bucketOf(door, 'both', account, address), free: 3, maxWaitSeconds: 15 * MINUTE },
      entirely: true,
    },
    ...(isKnown
      ? []
      : [{ bucket: bucketOf(door, 'account', account), free: 10, maxWaitSeconds: 30, entirely: true }]),
  ])
}

/**
 * Counts an attempt from a device that the person has signed in from: by that device alone, so that no stranger behind the
 * same address is in its way. Throws SignInDelayedError.
 */
export const countFromDevice = (store: Store, door: StaffDoor, account: string, device: string) =>
  count(store, [
    {
      ...{ bucket: bucketOf(door, 'device', account, device), free: 5, maxWaitSeconds: 15 * MINUTE },
      entirely: true,
    },
  ])

/**
 * Counts a request for a link by address, and by e-mail and address together; of a device that is known by that device. By the
 * e-mail alone nobody is refused: `isFlood` says that all the world asks for it. `countedIn` is for `forgiveLinkRequest`.
 * Throws SignInDelayedError.
 */
export async function countLinkRequest(
  store: Store,
  door: StaffDoor,
  email: string,
): Promise<{ readonly isFlood: boolean; readonly countedIn: readonly string[] }> {
  const account = `link ${email}`
  const device = await deviceOf(store, door, email)
  if (device !== null) {
    const { countedIn } = await countFromDevice(store, door, account, device)
    return { isFlood: false, countedIn }
  }
  const { countedIn } = await countSignIn(store, door, { account, isKnown: true })
  const bucket = bucketOf(door, 'account', account)
  const waits = await admitAttempt(store.prisma, [{ bucket, free: 10, maxWaitSeconds: 15 * MINUTE }])
  const isFlood = waits !== null
  return { isFlood, countedIn: isFlood ? countedIn : [...countedIn, bucket] }
}

/** A link that was asked for was used by whoever reads the mail: its request counts no longer. */
export const forgiveLinkRequest = ({ prisma }: Store, countedIn: readonly string[]): Promise<void> =>
  takeAttemptBack(prisma, countedIn)

/**
 * Counts an attempt at a code of a person's second factor: by the place that it comes from, the network of who is known. From
 * elsewhere all attempts count together too, since six digits are guessed by who has many addresses: after ten of them the
 * unknown wait, up to a quarter of an hour, and the known do not. Throws SignInDelayedError.
 */
export async function countCode(
  store: Store,
  door: StaffDoor,
  { account, isKnown }: AttemptAt,
): Promise<Attempt> {
  const from = isKnown ? networkShown(door.address) : door.address
  return count(store, [
    {
      ...{ bucket: bucketOf(door, 'second factor', account, from), free: 4, maxWaitSeconds: 15 * MINUTE },
      entirely: true,
    },
    ...(isKnown
      ? []
      : [
          {
            ...{ bucket: bucketOf(door, 'second factor', account), free: 10, maxWaitSeconds: 15 * MINUTE },
            entirely: true,
          },
        ]),
  ])
}

/** Counts an attempt at a long secret, such as a recovery code or a person's own password. Throws SignInDelayedError. */
export const countSecret = (store: Store, door: StaffDoor, ...subject: string[]): Promise<Attempt> =>
  count(store, [
    {
      ...{ bucket: bucketOf(door, ...subject, door.address), free: 4, maxWaitSeconds: 15 * MINUTE },
      entirely: true,
    },
  ])

/**
 * Counts an attempt at a PIN: by till, and by till and person together. The till comes first, so that one that waits leaves no
 * rows of persons that it makes up; its wait is short, since others stand in line there. A right PIN takes only its own attempt
 * out of both: a colleague who guesses between two sign-ins of the owner waits longer each time. Throws SignInDelayedError.
 */
export const countPin = (
  store: Store,
  door: StaffDoor,
  { tillId, personId }: { readonly tillId: string; readonly personId: string },
): Promise<Attempt> =>
  count(store, [
    { bucket: bucketOf(door, 'till', tillId), free: 15, maxWaitSeconds: MINUTE, entirely: false },
    {
      ...{ bucket: bucketOf(door, 'pin', tillId, personId), free: 3, maxWaitSeconds: 15 * MINUTE },
      entirely: false,
    },
  ])

/** Counts an attempt at a code that a PIN is set with, by till. Throws SignInDelayedError. */
export const countPinCode = (store: Store, door: StaffDoor, tillId: string): Promise<Attempt> =>
  count(store, [
    { bucket: bucketOf(door, 'pin code', tillId), free: 5, maxWaitSeconds: 15 * MINUTE, entirely: false },
  ])

/** An attempt that was let through and counts as failed until it is forgiven. */
export interface Attempt {
  /** The buckets that it was counted in. */
  readonly countedIn: readonly string[]
  /** It was right: it counts no longer. */
  succeeded(): Promise<void>
}

async function count(
  { prisma }: Store,
  buckets: readonly (AttemptBucket & { readonly entirely: boolean })[],
): Promise<Attempt> {
  const waitSeconds = await admitAttempt(prisma, buckets)
  if (waitSeconds !== null) throw new SignInDelayedError({ waitSeconds })
  return {
    countedIn: buckets.map(({ bucket }) => bucket),
    succeeded: () => forgiveAttempt(prisma, buckets),
  }
}
