import { AlreadyExistsError, NotFoundError } from '@artel/ledger'
import { databaseNow, newId, type Store } from '@artel/store'
import type { Person, StaffGrant } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import type { Context } from '../access/principal.ts'
import { checkEmail } from '../input/contact.ts'
import { checkId } from '../input/text.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { requireMail, sendInvitation } from '../session/letters.ts'
import { makeLink } from '../session/one-time-link.ts'
import { type NamedRole, requireGrantable } from './grantable-roles.ts'
import { refuseTooMany } from './invitation-limits.ts'

const INVITATION_LIFE_MS = 7 * 86_400_000

export interface InviteStaffInput {
  readonly email: string
  /** COALITION_ADMIN, TREASURER, AUDITOR, MEMBER_MANAGER or CASHIER. */
  readonly role: string
  /** Of the last two: at which member. A member invites to itself. */
  readonly memberId?: string | null
  readonly language: 'en' | 'ru'
  /** Address of the deployment, without a trailing slash. */
  readonly publicUrl: string
}

/**
 * Invites somebody into a role by mail. Nothing tells whether the person has an account already; the letter's link is shown
 * to nobody else. Inviting again while the invitation waits sends another link; how many letters go out in a day is bounded
 * by address, inviter and coalition. Throws InvalidInputError, NotFoundError,
 * AlreadyExistsError for a role that was accepted, MemberNotActiveError,
 * InvitationLimitReachedError and LetterNotSentError: the invitation stands then, and is sent by inviting again.
 */
export async function inviteStaff(
  context: Context,
  input: InviteStaffInput,
): Promise<{ readonly grant: StaffGrant }> {
  const { store } = context
  const named = requireGrantable(context.principal, input)
  const sender = requireMail(context)
  const email = checkEmail(['email'], input.email.normalize('NFC'))
  const place = await placeName(store, named)
  const person = await personOf(store, email)
  const grant = await grantOf(store, named, person)
  const sent = { coalitionId: grant.coalitionId, personId: person.id, madeById: actorOf(named.principal) }
  const secret = await makeLink(store, {
    ...{ ...sent, grantId: grant.id, purpose: 'INVITATION', lifeMs: INVITATION_LIFE_MS },
  })
  await refuseTooMany(store, { ...sent, secret })
  const { language, publicUrl } = input
  const url = `${publicUrl}/invitation#${secret}`
  await sendInvitation(sender, { to: email, language, place, url })
  return { grant }
}

/** Name of the member, or of the coalition. Throws NotFoundError. */
async function placeName({ prisma }: Store, { principal, memberId }: NamedRole): Promise<string> {
  const { coalitionId } = principal
  if (memberId === null)
    return (await prisma.coalition.findUniqueOrThrow({ where: { id: coalitionId } })).name
  const id = checkId('member', memberId, ['memberId'])
  const member = await prisma.member.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (!member || member.status === 'CLOSED')
    throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  return member.name
}

async function personOf({ prisma, pool }: Store, email: string): Promise<Person> {
  const createdAt = await databaseNow(pool)
  await prisma.person.createMany({ data: [{ id: newId(), email, createdAt }], skipDuplicates: true })
  return prisma.person.findUniqueOrThrow({ where: { email } })
}

async function grantOf(
  { prisma, pool }: Store,
  { principal, role, memberId }: NamedRole,
  person: Person,
): Promise<StaffGrant> {
  const { coalitionId } = principal
  const name = { coalitionId, personId: person.id, memberId, role }
  const invitedAt = await databaseNow(pool)
  const id = newId()
  try {
    return await prisma.staffGrant.create({
      data: { ...name, id, invitedAt, invitedById: actorOf(principal) },
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const standing = await prisma.staffGrant.findFirst({ where: { ...name, revokedAt: null } })
    if (standing?.acceptedAt === null) return standing
    throw new AlreadyExistsError(
      { what: 'staffGrant', existingId: standing?.id ?? null },
      { path: ['email'] },
    )
  }
}
