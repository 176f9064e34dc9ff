import { SignInDelayedError } from '@artel/ledger'
import { type AttemptBucket, admitAttempt, forgiveAttempt, type Store } from '@artel/store'
import { bucketOf } from '../session/staff-door.ts'
import type { PageDoor } from './page-door.ts'

// What is counted together, and how much of it is free; see packages/use-cases/src/session/attempt.ts, whose rules these are.

const QUARTER_SECONDS = 900

/** Whose phone it is about, at which coalition. */
export interface PhoneOf {
  readonly coalitionId: string
  /** E.164. */
  readonly phone: string
}

/**
 * Counts a request for a code by address, and by phone and address together, whether or not a customer has the phone. By the phone
 * alone nobody is refused: more codes than its owner may be sent are not sent, and that shows nowhere. Throws SignInDelayedError.
 */
export const countCodeRequest = (store: Store, door: PageDoor, { coalitionId, phone }: PhoneOf) =>
  count(store, [
    { ...named(door, 'code request address', door.address), free: 30, entirely: false },
    { ...named(door, 'code request', coalitionId, phone, door.address), free: 3, entirely: false },
  ])

/**
 * Counts a code that is tried by address, by phone and address together, and by phone, whose wait is short: strangers slow its owner
 * down and shut nobody out. Throws SignInDelayedError.
 */
export const countCodeGuess = (store: Store, door: PageDoor, { coalitionId, phone }: PhoneOf) =>
  count(store, [
    { ...named(door, 'code guess address', door.address), free: 30, entirely: false },
    { ...named(door, 'code guess', coalitionId, phone, door.address), free: 3, entirely: true },
    { ...named(door, 'code guess phone', coalitionId, phone), free: 10, maxWaitSeconds: 30, entirely: true },
  ])

/** The owner of the phone has signed in from here: the requests for its codes from here count no longer. */
export const forgiveCodeRequests = ({ prisma }: Store, door: PageDoor, { coalitionId, phone }: PhoneOf) =>
  forgiveAttempt(prisma, [
    { ...named(door, 'code request', coalitionId, phone, door.address), entirely: true },
  ])

const named = (door: PageDoor, ...parts: string[]) => ({
  bucket: bucketOf(door, 'customer', ...parts),
  maxWaitSeconds: QUARTER_SECONDS,
})

async function count(
  { prisma }: Store,
  buckets: readonly (AttemptBucket & { readonly entirely: boolean })[],
): Promise<{ readonly succeeded: () => Promise<void> }> {
  const waitSeconds = await admitAttempt(prisma, buckets)
  if (waitSeconds !== null) throw new SignInDelayedError({ waitSeconds })
  return { succeeded: () => forgiveAttempt(prisma, buckets) }
}
