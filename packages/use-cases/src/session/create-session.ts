import { InvalidInputError, SignInFailedError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import { checkEmail } from '../input/contact.ts'
import { countSignIn } from './attempt.ts'
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
 * refused alike, after the same time. What the session may do before the second factor: nothing but give it.
 * Anybody. Throws SignInFailedError, SignInDelayedError, LinkNotValidError, InvalidInputError.
 */
export async function createSession({ store }: Context, input: CreateSessionInput): Promise<StartedSession> {
  const { email, password, linkSecret, door } = input
  if ((typeof linkSecret === 'string') === (typeof email === 'string' && typeof password === 'string'))
    throw new InvalidInputError({
      path: [],
      problem: 'Must be given: either the e-mail and the password, or the link.',
    })
  const personId =
    typeof linkSecret === 'string'
      ? (await useLink(store, linkSecret, 'SIGN_IN')).personId
      : await personWith({ store, door, email: email ?? '', password: password ?? '' })
  return startSession(store, door, personId)
}

async function personWith(asked: {
  readonly store: Context['store']
  readonly door: StaffDoor
  readonly email: string
  readonly password: string
}): Promise<string> {
  const { store, door, password } = asked
  const email = checkEmail(['email'], asked.email.normalize('NFC'))
  const attempt = await countSignIn(store, door, email)
  const person = await store.prisma.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, endedAt: true },
  })
  const isRight = await isPassword(person?.passwordHash ?? null, password)
  if (!isRight || person === null || person.endedAt !== null) throw new SignInFailedError()
  await attempt.succeeded()
  return person.id
}
