import { LetterNotSentError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import type { CoalitionRole, MemberRole } from '../access/roles.ts'
import { sendBankDetailsNotice } from '../session/letters.ts'

/** Whose bank details they are. Raw UUIDs. */
interface Owner {
  readonly coalitionId: string
  readonly ownerId: string
  readonly kind: 'member' | 'affiliate' | 'coalition'
}

const OF_COALITION: readonly CoalitionRole[] = ['COALITION_ADMIN', 'TREASURER']
const OF_MEMBER: readonly MemberRole[] = ['MEMBER_MANAGER']
const MOST_LETTERS = 20

/**
 * Tells by mail whoever answers for a party that where it is paid was changed. The change stands whether or not its letters go out;
 * without mail the event says the same.
 */
export async function tellOwner(context: Context, owner: Owner): Promise<void> {
  const { sender } = context
  if (!sender?.channels.includes('EMAIL')) return
  const { party, emails } = await peopleOf(context, owner)
  for (const to of emails)
    await sendBankDetailsNotice(sender, { to, party }).catch((error: unknown) => {
      if (!(error instanceof LetterNotSentError)) throw error
    })
}

async function peopleOf(
  { store: { prisma } }: Context,
  { coalitionId, ownerId, kind }: Owner,
): Promise<{ readonly party: string; readonly emails: readonly string[] }> {
  const where = { coalitionId_id: { coalitionId, id: ownerId } }
  if (kind === 'affiliate') {
    const { name, email } = await prisma.affiliate.findUniqueOrThrow({ where })
    return { party: name, emails: [email] }
  }
  const { name } =
    kind === 'member'
      ? await prisma.member.findUniqueOrThrow({ where })
      : await prisma.coalition.findUniqueOrThrow({ where: { id: coalitionId } })
  const grants = await prisma.staffGrant.findMany({
    where: {
      coalitionId,
      memberId: kind === 'member' ? ownerId : null,
      role: { in: [...(kind === 'member' ? OF_MEMBER : OF_COALITION)] },
      acceptedAt: { not: null },
      revokedAt: null,
    },
    select: { person: { select: { email: true } } },
    orderBy: { id: 'asc' },
    take: MOST_LETTERS,
  })
  return { party: name, emails: [...new Set(grants.map(({ person }) => person.email))] }
}
