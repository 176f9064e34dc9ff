import { InvalidInputError, LinkNotValidError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import type { StaffGrant } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { useLink } from '../session/one-time-link.ts'
import { checkPassword, hashPassword } from '../session/password.ts'
import { hashSecret } from '../session/session-secret.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { type StartedSession, startSession } from '../session/start-session.ts'

export interface AcceptInvitationInput {
  readonly linkSecret: string
  /** What others call the person; of who has an account already it changes nothing. */
  readonly name: string
  /** Left out by who signs in by link, and by who has a password already. */
  readonly password?: string | null
  readonly door: StaffDoor
}

export interface AcceptedInvitation extends StartedSession {
  readonly grant: StaffGrant
}

/**
 * Accepts an invitation with the link of its letter, which proves the e-mail, and signs the person in; who has a second
 * factor still gives it. Anybody with the link. Throws LinkNotValidError, also once the role is revoked, and
 * InvalidInputError.
 */
export async function acceptInvitation(
  context: Context,
  { linkSecret, name, password, door }: AcceptInvitationInput,
): Promise<AcceptedInvitation> {
  const { store } = context
  const { prisma, pool } = store
  // Looked at before the link is used up: a bad name or password leaves it for another try.
  const link = await prisma.staffLink.findUnique({
    where: { tokenHash: hashSecret(linkSecret) },
    include: { person: true },
  })
  if (!link) throw new LinkNotValidError()
  const { person } = link
  const called = checkText(['name'], name, MAX_NAME_LENGTH)
  if (typeof password === 'string' && person.passwordHash !== null)
    throw new InvalidInputError({
      path: ['password'],
      problem: 'Must be left out: the account has a password.',
    })
  const passwordHash =
    typeof password === 'string'
      ? await hashPassword(checkPassword(['password'], password, person.email))
      : null
  const { coalitionId, grantId } = await useLink(store, linkSecret, 'INVITATION')
  const where = { coalitionId: coalitionId ?? '', id: grantId ?? '' }
  const acceptedAt = await databaseNow(pool)
  const grant = await prisma.$transaction(async (transaction) => {
    const { count } = await transaction.staffGrant.updateMany({
      where: { ...where, acceptedAt: null, revokedAt: null },
      data: { acceptedAt },
    })
    const accepted = await transaction.staffGrant.findUniqueOrThrow({ where: { coalitionId_id: where } })
    const { id, memberId, role } = accepted
    if (count > 0)
      await recordPersonAct(context, transaction, {
        ...{
          act: 'staffAccept',
          personId: person.id,
          subject: { type: 'staffGrant', id },
          details: { role },
        },
        at: { coalitionId: accepted.coalitionId, memberId },
      })
    return accepted
  })
  if (grant.revokedAt !== null) throw new LinkNotValidError()
  await prisma.person.updateMany({ where: { id: person.id, name: null }, data: { name: called } })
  if (passwordHash !== null)
    await prisma.person.updateMany({
      where: { id: person.id, passwordHash: null },
      data: { passwordHash },
    })
  return { ...(await startSession(context, door, { personId: person.id, startedBy: 'INVITATION' })), grant }
}
