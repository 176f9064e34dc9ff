import { InvitationLimitReachedError } from '@artel/ledger'
import type { Prisma } from '@artel/store/prisma'

const DAY_MS = 86_400_000
/** Invitations of a place in a day: letters are its own business, and not a way to write to anybody at any rate. */
const LIMITS = { ADDRESS: 5, INVITER: 50, PLACE: 200 } as const

/** An invitation that was written down and not yet sent. */
export interface WrittenInvitation {
  readonly coalitionId: string
  /** The member in whose name it is; null for the coalition. */
  readonly senderMemberId: string | null
  readonly personId: string
  readonly madeById: string
}

/**
 * Counts an invitation with all of the last day from its place, a member or the coalition itself: by whom it goes to, by who
 * invites, and all of them. No place uses up what another has. The transaction, in which the place invites alone, undoes one
 * too many with all that was made for it. Throws InvitationLimitReachedError.
 */
export async function refuseTooMany(
  { staffLink }: Prisma.TransactionClient,
  { personId, madeById, ...place }: WrittenInvitation,
  now: Date,
): Promise<void> {
  const sent = { ...place, purpose: 'INVITATION', createdAt: { gt: new Date(now.getTime() - DAY_MS) } }
  const counts = {
    ADDRESS: await staffLink.count({ where: { ...sent, personId } }),
    INVITER: await staffLink.count({ where: { ...sent, madeById } }),
    PLACE: await staffLink.count({ where: sent }),
  }
  for (const per of ['ADDRESS', 'INVITER', 'PLACE'] as const)
    if (counts[per] > LIMITS[per]) throw new InvitationLimitReachedError({ per, limit: LIMITS[per] })
}
