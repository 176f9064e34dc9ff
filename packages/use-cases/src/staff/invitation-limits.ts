import { InvitationLimitReachedError } from '@artel/ledger'
import { databaseNow, type Store } from '@artel/store'
import { hashSecret } from '../session/session-secret.ts'

const DAY_MS = 86_400_000
/** Invitations of a coalition in a day: letters are its own business, and not a way to write to anybody at any rate. */
const LIMITS = { ADDRESS: 5, INVITER: 50, COALITION: 200 } as const

/**
 * Counts an invitation that was written down and not yet sent, with all of its coalition's last day: by whom it goes to, by who
 * invites, and all of them. One too many is taken back. Written down first and counted then, so that of many at once no more
 * get through than of one after another. Throws InvitationLimitReachedError.
 */
export async function refuseTooMany(
  { prisma, pool }: Store,
  {
    secret,
    ...link
  }: {
    readonly secret: string
    readonly coalitionId: string
    readonly personId: string
    readonly madeById: string
  },
): Promise<void> {
  const { coalitionId, personId, madeById } = link
  const since = new Date((await databaseNow(pool)).getTime() - DAY_MS)
  const sent = { coalitionId, purpose: 'INVITATION', createdAt: { gt: since } }
  const [ADDRESS, INVITER, COALITION] = await Promise.all([
    prisma.staffLink.count({ where: { ...sent, personId } }),
    prisma.staffLink.count({ where: { ...sent, madeById } }),
    prisma.staffLink.count({ where: sent }),
  ])
  const counts = { ADDRESS, INVITER, COALITION }
  for (const per of ['ADDRESS', 'INVITER', 'COALITION'] as const) {
    if (counts[per] <= LIMITS[per]) continue
    await prisma.staffLink.delete({ where: { tokenHash: hashSecret(secret) } })
    throw new InvitationLimitReachedError({ per, limit: LIMITS[per] })
  }
}
