import { SecondFactorEnrolledError, SignInFailedError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import { requireOwnSession, requireProvenSession } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { countSecret } from './attempt.ts'
import { findKeeper, isFresh, type Keeper, lockKeeper, refuseStale } from './credential-keeper.ts'
import { checkPassword, hashPassword, isPassword } from './password.ts'
import type { StaffDoor } from './staff-door.ts'
import { renewSecretIn, type StartedSession } from './start-session.ts'
import { tellOfCredentials } from './tell-of-credentials.ts'

export interface ChangePasswordInput {
  /** The password of before; null or left out for an account without one, and in a session that a link began. */
  readonly current?: string | null
  readonly password: string
  readonly door: StaffDoor
}

/**
 * Sets the password of who is signed in. All other sessions and links end, and this one goes on under a new secret. Whoever
 * has a second factor has given it first; whoever lacks one that a role demands comes by a link. A password that was forgotten is not asked for within an hour of a link, which
 * proves the e-mail. The person is told by mail. Throws SignInFailedError, SignInDelayedError, SecondFactorEnrolledError,
 * SecondFactorStaleError,
 * InvalidInputError.
 */
export async function changePassword(
  context: Context,
  { current, password, door }: ChangePasswordInput,
): Promise<StartedSession> {
  const { store, principal } = context
  const asking = requireOwnSession(principal)
  const { personId, sessionId } = asking
  const { prisma, pool } = store
  const keeper = await findKeeper(prisma, asking)
  const { person, session } = keeper
  const now = await databaseNow(pool)
  refuseUnlessMaySet(keeper, now)
  requireProvenSession(principal)
  const checked = checkPassword(['password'], password, person.email)
  if (person.passwordHash !== null && !(session.startedBy !== 'PASSWORD' && isFresh(session, now))) {
    const attempt = await countSecret(store, door, 'password', personId)
    if (!(await isPassword(person.passwordHash, current ?? '')))
      throw new SignInFailedError({}, { path: ['current'] })
    await attempt.succeeded()
  }
  const passwordHash = await hashPassword(checked)
  const started = await prisma.$transaction(async (transaction) => {
    const locked = await lockKeeper(transaction, asking)
    refuseUnlessMaySet(locked, now)
    // What was proven was the password of then: of two changes at once, one is too late.
    if (locked.person.passwordHash !== person.passwordHash)
      throw new SignInFailedError({}, { path: ['current'] })
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
    return renewSecretIn(context, transaction, door, { sessionId, now })
  })
  await tellOfCredentials(context, person.email, 'PASSWORD_CHANGED')
  return started
}

/** Throws SecondFactorEnrolledError where one was not given, and SecondFactorStaleError where it was given too long ago. */
function refuseUnlessMaySet({ person, session }: Keeper, now: Date): void {
  if (person.totpConfirmedAt !== null && session.confirmedAt === null) throw new SecondFactorEnrolledError()
  refuseStale(session, now)
}
