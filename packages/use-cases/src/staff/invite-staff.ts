import { AlreadyExistsError, NotFoundError } from '@artel/ledger'
import { inviteAlone, newId, type Store } from '@artel/store'
import type { Person, Prisma, StaffGrant } from '@artel/store/prisma'
import { actorOf, makerKeyOf } from '../access/actor.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkEmail } from '../input/contact.ts'
import { checkId } from '../input/text.ts'
import { requireMail, sendInvitation } from '../session/letters.ts'
import { writeLink } from '../session/one-time-link.ts'
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
 * by address, inviter and place. A refused call leaves nothing behind. Throws InvalidInputError, NotFoundError,
 * AlreadyExistsError for a role that was accepted, MemberNotActiveError,
 * InvitationLimitReachedError; and LetterNotSentError: the invitation stands then, and is sent by inviting again.
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
  const { grant, secret } = await writeInvitation(context, named, email)
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

/** Writes the person, the role and the link down, all or nothing. Throws AlreadyExistsError, InvitationLimitReachedError. */
async function writeInvitation(
  context: Context,
  named: NamedRole,
  email: string,
): Promise<{ readonly grant: StaffGrant; readonly secret: string }> {
  const { principal } = named
  const { coalitionId } = principal
  const senderMemberId = principal.kind === 'member' ? principal.memberId : null
  return context.store.prisma.$transaction(async (transaction) => {
    const now = await inviteAlone(transaction, { coalitionId, memberId: senderMemberId })
    const { id: personId } = await personOf(transaction, email, now)
    const grant = await grantOf(transaction, named, { personId, now })
    const sent = { coalitionId, senderMemberId, personId, madeById: actorOf(principal) }
    const link = { ...sent, grantId: grant.id, purpose: 'INVITATION', lifeMs: INVITATION_LIFE_MS }
    const secret = await writeLink(transaction, link, now)
    await refuseTooMany(transaction, sent, now)
    await recordAct(context, transaction, {
      ...{ act: 'staffInvite', coalitionId, memberId: grant.memberId },
      subject: { type: 'staffGrant', id: grant.id },
      details: { role: grant.role, person: encodePublicId('person', personId) },
    })
    return { grant, secret }
  })
}

async function personOf(
  { person }: Prisma.TransactionClient,
  email: string,
  createdAt: Date,
): Promise<Person> {
  await person.createMany({ data: [{ id: newId(), email, createdAt }], skipDuplicates: true })
  return person.findUniqueOrThrow({ where: { email } })
}

/** The role as it waits, made or made before. Throws AlreadyExistsError for one that was accepted. */
async function grantOf(
  { staffGrant }: Prisma.TransactionClient,
  { principal, role, memberId }: NamedRole,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<StaffGrant> {
  const name = { coalitionId: principal.coalitionId, personId, memberId, role }
  await staffGrant.createMany({
    data: [
      {
        ...name,
        id: newId(),
        invitedAt: now,
        invitedById: actorOf(principal),
        madeByKeyId: makerKeyOf(principal),
      },
    ],
    skipDuplicates: true,
  })
  const standing = await staffGrant.findFirst({ where: { ...name, revokedAt: null } })
  if (standing?.acceptedAt === null) return standing
  throw new AlreadyExistsError({ what: 'staffGrant', existingId: standing?.id ?? null }, { path: ['email'] })
}
