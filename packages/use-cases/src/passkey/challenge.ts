import { createHash } from 'node:crypto'
import { databaseNow, type Store } from '@artel/store'
import type { StaffDoor } from '../session/staff-door.ts'

/** So long an authenticator has to answer, milliseconds. */
export const CHALLENGE_LIFE_MS = 5 * 60_000

/** Whose passkeys a deployment's are: the host of its address, and the page that asks. */
export function relyingParty({ publicUrl }: Pick<StaffDoor, 'publicUrl'>) {
  const { hostname, origin } = new URL(publicUrl)
  return { rpID: hostname, origin }
}

/** Keeps a challenge until it is answered or its time is over; those of before that are over go. */
export async function keepChallenge(
  { prisma, pool }: Store,
  { challenge, personId }: { readonly challenge: string; readonly personId: string | null },
): Promise<void> {
  const now = await databaseNow(pool)
  await prisma.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: now } } })
  const expiresAt = new Date(now.getTime() + CHALLENGE_LIFE_MS)
  await prisma.passkeyChallenge.create({ data: { challengeHash: hashOf(challenge), personId, expiresAt } })
}

/** Uses a challenge up, whatever becomes of its answer. Whether it was given to this person, or to who signs in, and not before. */
export async function takeChallenge(
  { prisma, pool }: Store,
  { challenge, personId }: { readonly challenge: string; readonly personId: string | null },
): Promise<boolean> {
  const now = await databaseNow(pool)
  const where = { challengeHash: hashOf(challenge), personId, expiresAt: { gt: now } }
  const { count } = await prisma.passkeyChallenge.deleteMany({ where })
  return count === 1
}

const hashOf = (challenge: string): string => createHash('sha256').update(challenge).digest('hex')
