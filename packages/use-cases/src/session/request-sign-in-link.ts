import type { Context } from '../access/principal.ts'
import { checkEmail } from '../input/contact.ts'
import type { MessageSender } from '../messages/message-sender.ts'
import { countSignIn } from './attempt.ts'
import { requireMail, sendSignInLink } from './letters.ts'
import { makeLink } from './one-time-link.ts'
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
 * time. Anybody. Throws SignInDelayedError, LetterNotSentError, InvalidInputError.
 */
export async function requestSignInLink(context: Context, input: RequestSignInLinkInput): Promise<void> {
  const { store } = context
  const { door, language, later } = input
  const sender = requireMail(context)
  const email = checkEmail(['email'], input.email.normalize('NFC'))
  await countSignIn(store, door, `link ${email}`)
  later(sendLink(store, sender, { door, language, email }))
}

async function sendLink(
  store: Context['store'],
  sender: MessageSender,
  { door, language, email }: Pick<RequestSignInLinkInput, 'door' | 'language' | 'email'>,
): Promise<void> {
  const person = await store.prisma.person.findUnique({ where: { email } })
  // Who has never accepted an invitation has it in the mail still.
  if (person === null || person.endedAt !== null || person.name === null) return
  const secret = await makeLink(store, { personId: person.id, purpose: 'SIGN_IN', lifeMs: LINK_LIFE_MS })
  await sendSignInLink(sender, { to: email, language, url: `${door.publicUrl}/sign-in#${secret}` })
}
