import { TOTP } from 'otpauth'
import { v7 as uuidv7 } from 'uuid'
import type {
  AdminPrincipal,
  Context,
  MemberPrincipal,
  PersonPrincipal,
  Principal,
} from '../access/principal.ts'
import { createApiKey } from '../keys/create-api-key.ts'
import type { Message } from '../messages/message-sender.ts'
import { STORED_SESSION_SELECT, sessionPrincipal } from '../session/session-principal.ts'
import { hashSecret } from '../session/session-secret.ts'
import type { StaffDoor } from '../session/staff-door.ts'
import { type AcceptedInvitation, acceptInvitation } from '../staff/accept-invitation.ts'
import { type InviteStaffInput, inviteStaff } from '../staff/invite-staff.ts'
import { keepingSender } from './keeping-sender.ts'

/** The door of a deployment in tests. Every address is another caller. */
export const aDoor = (address = '203.0.113.7'): StaffDoor => ({
  secretsKey: Buffer.alloc(32, 7),
  device: 'Firefox, Linux',
  address,
  deviceProof: null,
  publicUrl: 'https://artel.example',
})

/** The secret of the one-time link that a letter carries. */
export function linkIn(letter: Pick<Message, 'text'> | undefined): string {
  const secret = /#(\S+)/.exec(letter?.text ?? '')?.[1]
  if (secret === undefined) throw new Error('There is no letter with a link')
  return secret
}

/** Whom to invite, and what they answer. */
export type Invited = Pick<InviteStaffInput, 'email' | 'role'> & {
  readonly memberId?: string
  readonly password?: string
}

/** Invites somebody through the verbs and lets them accept. */
export async function aPerson(
  inviter: Context,
  { password, ...invited }: Invited,
): Promise<AcceptedInvitation> {
  const letters: Message[] = []
  const invitation = { ...invited, language: 'en', publicUrl: aDoor().publicUrl } as const
  await inviteStaff({ ...inviter, sender: keepingSender(letters) }, invitation)
  const name = invited.email.split('@')[0] ?? ''
  const answer = { linkSecret: linkIn(letters[0]), name, ...(password ? { password } : {}), door: aDoor() }
  return acceptInvitation({ store: inviter.store, principal: { kind: 'anonymous' } }, answer)
}

/** What a session's secret makes of its caller, as a door would. Of members' staff, as if the member were ACTIVE. */
export async function signedIn({ store }: Pick<Context, 'store'>, secret: string): Promise<Context> {
  const session = await store.prisma.staffSession.findUniqueOrThrow({
    where: { tokenHash: hashSecret(secret) },
    select: STORED_SESSION_SELECT,
  })
  const acting = sessionPrincipal(session, null)
  if (!acting) throw new Error('Nobody was named')
  const principal: Principal = acting.kind === 'member' ? { ...acting, status: 'ACTIVE' } : acting
  return { store, principal }
}

/** What a session lacks; undefined when it acts for a coalition or a member. */
export const lackOf = ({ principal }: Context): PersonPrincipal['lacks'] | undefined =>
  principal.kind === 'person' ? principal.lacks : undefined

/** The code of an authenticator app, so many 30-second steps from now. */
export const codeOf = (base32: string, steps = 0): string =>
  new TOTP({ secret: base32 }).generate({ timestamp: Date.now() + steps * 30_000 })

/**
 * Another person with the rights of a member or an administrator, who was invited by it, and a key that the person made.
 * The second factor is the doors' business.
 */
export async function aColleague<Of extends AdminPrincipal | MemberPrincipal>(
  { store, principal }: { readonly store: Context['store']; readonly principal: Of },
  name = 'colleague',
): Promise<{ readonly context: Context & { readonly principal: Of }; readonly key: string }> {
  const role = principal.kind === 'admin' ? 'COALITION_ADMIN' : 'MEMBER_MANAGER'
  const inviter: Context = { store, principal }
  const { session } = await aPerson(inviter, { email: `${name}@${uuidv7()}.example`, role })
  const { personId } = session
  const inPerson: Of = { ...principal, personId }
  const { apiKey, secret } = await createApiKey({ store, principal: inPerson }, { name })
  return { context: { store, principal: { ...inPerson, keyId: apiKey.id } }, key: secret }
}

/** A colleague of whoever acts in a context. */
export async function colleagueOf({ store, principal }: Context): Promise<Context> {
  if (principal.kind === 'admin') return (await aColleague({ store, principal })).context
  if (principal.kind === 'member') return (await aColleague({ store, principal })).context
  throw new Error('Only members and administrators have colleagues')
}
