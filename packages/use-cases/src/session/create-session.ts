import { InvalidInputError, SignInFailedError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import { checkEmail } from '../input/contact.ts'
import { countFromDevice, countSignIn, forgiveLinkRequest } from './attempt.ts'
import { deviceOf, isKnownHere } from './known-device.ts'
import { useLink } from './one-time-link.ts'
import { isPassword } from './password.ts'
import type { StaffDoor } from './staff-door.ts'
import { type StartedSession, startSession } from './start-session.ts'

export interface CreateSessionInput {
  /** Together with the password. */
  readonly email?: string | null
  readonly password?: string | null
  /** Of a link that came by mail, instead of both. */
  readonly linkSecret?: string | null
  readonly door: StaffDoor
}

/**
 * Signs a person in, by e-mail and password or by a one-time link. A wrong password and an e-mail that nobody has are
 * refused alike, after the same time. What the session may do before the second factor: give it, end itself, read who it is.
 * Of a link nothing is counted: whoever has it is let in, however much others have guessed, and its request counts no longer.
 * Anybody. Throws SignInFailedError, SignInDelayedError, LinkNotValidError, InvalidInputError.
 */
export async function createSession(context: Context, input: CreateSessionInput): Promise<StartedSession> {
  const { store } = context
  const { email, password, linkSecret, door } = input
  if ((typeof linkSecret === 'string') === (typeof email === 'string' && typeof password === 'string'))
    throw new InvalidInputError({
      path: [],
      problem: 'Must be given: either the e-mail and the password, or the link.',
    })
  if (typeof linkSecret === 'string') {
    const { personId, countedIn } = await useLink(store, linkSecret, 'SIGN_IN')
    await forgiveLinkRequest(store, countedIn)
    return startSession(context, door, { personId, startedBy: 'LINK' })
  }
  const personId = await personWith({ store, door, email: email ?? '', password: password ?? '' })
  return startSession(context, door, { personId, startedBy: 'PASSWORD' })
}

async function personWith(asked: {
  readonly store: Context['store']
  readonly door: StaffDoor
  readonly email: string
  readonly password: string
}): Promise<string> {
  const { store, door, password } = asked
  const email = checkEmail(['email'], asked.email.normalize('NFC'))
  const device = await deviceOf(store, door, email)
  const attempt =
    device === null
      ? await countSignIn(store, door, { account: email, isKnown: await isKnownHere(store, door, email) })
      : await countFromDevice(store, door, email, device)
  const person = await store.prisma.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true },
  })
  const isRight = await isPassword(person?.passwordHash ?? null, password)
  if (!isRight || person === null) throw new SignInFailedError()
  await attempt.succeeded()
  return person.id
}
