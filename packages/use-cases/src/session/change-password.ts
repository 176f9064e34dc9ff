import { SecondFactorEnrolledError, SignInFailedError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import { requireSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { countCode } from './attempt.ts'
import { checkPassword, hashPassword, isPassword } from './password.ts'
import type { StaffDoor } from './staff-door.ts'
import { renewSecret, type StartedSession } from './start-session.ts'

export interface ChangePasswordInput {
  /** The password of before; null or left out for an account without one. */
  readonly current?: string | null
  readonly password: string
  readonly door: StaffDoor
}

/**
 * Sets the password of who is signed in. All other sessions end, and this one goes on under a new secret. Whoever has a
 * second factor has given it first. Throws SignInFailedError, SignInDelayedError, SecondFactorEnrolledError,
 * InvalidInputError.
 */
export async function changePassword(
  { store, principal }: Context,
  { current, password, door }: ChangePasswordInput,
): Promise<StartedSession> {
  const { personId, sessionId } = requireSession(principal)
  const { prisma, pool } = store
  const person = await prisma.person.findUniqueOrThrow({ where: { id: personId } })
  const session = await prisma.staffSession.findUniqueOrThrow({ where: { id: sessionId } })
  if (person.totpConfirmedAt !== null && session.confirmedAt === null) throw new SecondFactorEnrolledError()
  const checked = checkPassword(['password'], password, person.email)
  if (person.passwordHash !== null) {
    const attempt = await countCode(store, door, 'password', personId)
    if (!(await isPassword(person.passwordHash, current ?? '')))
      throw new SignInFailedError({}, { path: ['current'] })
    await attempt.succeeded()
  }
  const passwordHash = await hashPassword(checked)
  const now = await databaseNow(pool)
  await prisma.$transaction([
    prisma.person.update({ where: { id: personId }, data: { passwordHash } }),
    prisma.staffSession.updateMany({
      where: { personId, endedAt: null, id: { not: sessionId } },
      data: { endedAt: now },
    }),
  ])
  return renewSecret(store, sessionId)
}
