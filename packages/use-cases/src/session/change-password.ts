import { SecondFactorEnrolledError, SignInFailedError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import { requireOwnSession, requireProvenSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { countSecret } from './attempt.ts'
import { checkPassword, hashPassword, isPassword } from './password.ts'
import type { StaffDoor } from './staff-door.ts'
import { renewSecret, type StartedSession } from './start-session.ts'

export interface ChangePasswordInput {
  /** The password of before; null or left out for an account without one, and in a session that a link began. */
  readonly current?: string | null
  readonly password: string
  readonly door: StaffDoor
}

/** So long a session that a link began may set a password without the one of before, milliseconds. */
const LINK_COUNTS_MS = 3_600_000

/**
 * Sets the password of who is signed in. All other sessions and links end, and this one goes on under a new secret. Whoever
 * has a second factor has given it first; whoever lacks one that a role demands comes by a link. A password that was forgotten is not asked for within an hour of a link, which
 * proves the e-mail. Throws SignInFailedError, SignInDelayedError, SecondFactorEnrolledError,
 * InvalidInputError.
 */
export async function changePassword(
  context: Context,
  { current, password, door }: ChangePasswordInput,
): Promise<StartedSession> {
  const { store, principal } = context
  const { personId, sessionId } = requireOwnSession(principal)
  const { prisma, pool } = store
  const person = await prisma.person.findUniqueOrThrow({ where: { id: personId } })
  const session = await prisma.staffSession.findUniqueOrThrow({ where: { id: sessionId } })
  if (person.totpConfirmedAt !== null && session.confirmedAt === null) throw new SecondFactorEnrolledError()
  requireProvenSession(principal)
  const checked = checkPassword(['password'], password, person.email)
  const now = await databaseNow(pool)
  const isFresh = now.getTime() - session.createdAt.getTime() < LINK_COUNTS_MS
  if (person.passwordHash !== null && !(session.startedBy !== 'PASSWORD' && isFresh)) {
    const attempt = await countSecret(store, door, 'password', personId)
    if (!(await isPassword(person.passwordHash, current ?? '')))
      throw new SignInFailedError({}, { path: ['current'] })
    await attempt.succeeded()
  }
  const passwordHash = await hashPassword(checked)
  await prisma.$transaction(async (transaction) => {
    await transaction.person.update({ where: { id: personId }, data: { passwordHash } })
    await transaction.staffSession.updateMany({
      where: { personId, endedAt: null, id: { not: sessionId } },
      data: { endedAt: now },
    })
    await transaction.staffLink.updateMany({
      where: { personId, purpose: 'SIGN_IN', usedAt: null },
      data: { usedAt: now },
    })
    await recordPersonAct(context, transaction, { act: 'passwordChange', personId })
  })
  return renewSecret(context, door, { sessionId })
}
