import { LinkNotValidError } from '@artel/ledger'
import { databaseNow, type Store } from '@artel/store'
import type { StaffLink } from '@artel/store/prisma'
import { hashSecret, makeLinkSecret } from './session-secret.ts'

/** For whom a link is, and what it opens. */
export type LinkOf = Pick<StaffLink, 'personId' | 'purpose'> &
  Partial<Pick<StaffLink, 'coalitionId' | 'grantId' | 'madeById' | 'senderMemberId'>> & {
    /** What the request for it was counted under. */
    readonly countedIn?: readonly string[]
    readonly lifeMs: number
  }

/** Makes a link; its secret goes into the letter and is stored as a hash. */
export async function makeLink({ prisma, pool }: Store, of: LinkOf): Promise<string> {
  return writeLink(prisma, of, await databaseNow(pool))
}

/** Makes a link in a transaction that has read the time. */
export async function writeLink(
  prisma: Pick<Store['prisma'], 'staffLink'>,
  { lifeMs, countedIn = [], ...of }: LinkOf,
  now: Date,
): Promise<string> {
  const secret = makeLinkSecret()
  await prisma.staffLink.create({
    data: {
      ...of,
      countedIn: [...countedIn],
      tokenHash: hashSecret(secret),
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifeMs),
    },
  })
  return secret
}

/**
 * Uses a link up: of several who come with it one succeeds, and others of its kind that were sent to the same person, for the
 * same role, end with it. Throws LinkNotValidError.
 */
export async function useLink(
  { prisma, pool }: Store,
  secret: string,
  purpose: 'INVITATION' | 'SIGN_IN',
): Promise<StaffLink> {
  const tokenHash = hashSecret(secret)
  const usedAt = await databaseNow(pool)
  const { count } = await prisma.staffLink.updateMany({
    where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: usedAt } },
    data: { usedAt },
  })
  if (count === 0) throw new LinkNotValidError()
  const link = await prisma.staffLink.findUniqueOrThrow({ where: { tokenHash } })
  const { personId, coalitionId, grantId } = link
  await endLinks(prisma, { personId, purpose, coalitionId, grantId }, usedAt)
  return link
}

/** Ends the links that wait, of one kind: they open nothing any more. */
export async function endLinks(
  prisma: Pick<Store['prisma'], 'staffLink'>,
  of: Partial<Pick<StaffLink, 'personId' | 'purpose' | 'coalitionId' | 'grantId'>>,
  usedAt: Date,
): Promise<void> {
  await prisma.staffLink.updateMany({ where: { ...of, usedAt: null }, data: { usedAt } })
}
