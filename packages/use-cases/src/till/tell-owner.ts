import { LetterNotSentError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import { type PinNews, requireMail, sendPinNotice } from '../session/letters.ts'
import type { PinOwner } from './pin.ts'

/**
 * Tells a person by mail what somebody else could do in their name with a code: that one was made, or that a PIN was set with it.
 * It stands whether or not its letter goes out.
 */
export async function tellOwner(
  context: Context,
  { coalitionId, memberId, personId }: PinOwner,
  news: PinNews,
): Promise<void> {
  const { prisma } = context.store
  const [person, member] = await Promise.all([
    prisma.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } }),
    prisma.member.findUniqueOrThrow({
      where: { coalitionId_id: { coalitionId, id: memberId } },
      select: { name: true },
    }),
  ])
  try {
    await sendPinNotice(requireMail(context), { to: person.email, place: member.name, news })
  } catch (error) {
    if (!(error instanceof LetterNotSentError)) throw error
  }
}
