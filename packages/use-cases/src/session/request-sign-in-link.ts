import { databaseNow } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { checkEmail } from '../input/contact.ts'
import type { MessageSender } from '../messages/message-sender.ts'
import { countLinkRequest } from './attempt.ts'
import { requireMail, sendSignInLink } from './letters.ts'
import { writeLink } from './one-time-link.ts'
import type { StaffDoor } from './staff-door.ts'

const LINK_LIFE_MS = 15 * 60_000

export interface RequestSignInLinkInput {
  readonly email: string
  readonly language: 'en' | 'ru'
  readonly door: StaffDoor
  /** Takes the work that goes on after the answer, so that the time of the answer tells nothing. */
  readonly later: (work: Promise<void>) => void
}

/**
 * Sends a one-time link to a person who has this e-mail. Whether somebody has it shows neither in the answer nor in its
 * time. However many strangers ask, the owner has a link in the mail that works: a flood of requests brings no more letters
 * than one for each half of a link's life. Anybody. Throws SignInDelayedError, LetterNotSentError, InvalidInputError.
 */
export async function requestSignInLink(context: Context, input: RequestSignInLinkInput): Promise<void> {
  const { store } = context
  const { door, language, later } = input
  const sender = requireMail(context)
  const email = checkEmail(['email'], input.email.normalize('NFC'))
  const { isFlood, countedIn } = await countLinkRequest(store, door, email)
  later(sendLink(context, sender, { door, language, email, isFlood, countedIn }))
}

async function sendLink(
  context: Context,
  sender: MessageSender,
  asked: Pick<RequestSignInLinkInput, 'door' | 'language' | 'email'> & {
    readonly isFlood: boolean
    readonly countedIn: readonly string[]
  },
): Promise<void> {
  const { store } = context
  const { door, language, email, isFlood, countedIn } = asked
  const person = await store.prisma.person.findUnique({ where: { email } })
  // Who has never accepted an invitation has it in the mail still.
  if (person === null || person.name === null) return
  if (isFlood && (await hasFreshLink(store, person.id))) return
  const { id: personId } = person
  const link = { personId, purpose: 'SIGN_IN', lifeMs: LINK_LIFE_MS, countedIn }
  const now = await databaseNow(store.pool)
  const secret = await store.prisma.$transaction(async (transaction) => {
    const made = await writeLink(transaction, link, now)
    await recordPersonAct(context, transaction, { act: 'sessionLinkRequest', personId })
    return made
  })
  await sendSignInLink(sender, { to: email, language, url: `${door.publicUrl}/sign-in#${secret}` })
}

/** Whether a link that was sent to the person has half its life or more before it. */
async function hasFreshLink({ prisma, pool }: Context['store'], personId: string): Promise<boolean> {
  const now = await databaseNow(pool)
  const link = await prisma.staffLink.findFirst({
    where: {
      ...{ personId, purpose: 'SIGN_IN', usedAt: null },
      expiresAt: { gt: new Date(now.getTime() + LINK_LIFE_MS / 2) },
    },
    select: { tokenHash: true },
  })
  return link !== null
}
