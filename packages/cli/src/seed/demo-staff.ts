import { randomBytes } from 'node:crypto'
import {
  acceptInvitation,
  type Context,
  confirmTotp,
  enrolTotp,
  inviteStaff,
  type Message,
  type StaffDoor,
  type StaffRole,
} from '@artel/use-cases'
import { Secret, TOTP } from 'otpauth'
import type { DemoCoalition } from './demo-coalition.ts'

/** Somebody who signs in to the demo's portal. A sandbox's: secrets are shown to whoever starts it. */
export interface DemoStaffLogin {
  readonly role: StaffRole
  readonly name: string
  readonly email: string
  readonly password: string
  /** Base32, of who has a second factor. */
  readonly totpSecret: string | null
}

/** One for each role; a manager and a cashier serve the auto service. */
const staff: readonly Pick<DemoStaffLogin, 'role' | 'name' | 'email'>[] = [
  { role: 'COALITION_ADMIN', name: 'Ольга Миронова', email: 'admin@zarechye.example' },
  { role: 'TREASURER', name: 'Вера Панова', email: 'treasurer@zarechye.example' },
  { role: 'AUDITOR', name: 'Семён Крылов', email: 'auditor@zarechye.example' },
  { role: 'MEMBER_MANAGER', name: 'Игорь Савельев', email: 'manager@zarechye.example' },
  { role: 'CASHIER', name: 'Катя Лунина', email: 'cashier@zarechye.example' },
]
const NEED_SECOND_FACTOR: ReadonlySet<StaffRole> = new Set(['COALITION_ADMIN', 'TREASURER'])
const PUBLIC_URL = 'http://localhost:4000'
const STEP_MS = 30_000

/**
 * Five people with passwords, and second factors where a role demands one. Those of the last start as long as they can sign
 * in; others get addresses of their own, because nobody knows the passwords of the accounts that are there.
 * @param secretsKey of the deployment that is going to be served
 */
export async function ensureDemoStaff(
  demo: DemoCoalition,
  secretsKey: Uint8Array,
  known: readonly DemoStaffLogin[] = [],
): Promise<readonly DemoStaffLogin[]> {
  const { prisma } = demo.admin.store
  const there = await prisma.person.count({
    where: { email: { in: known.map(({ email }) => email) }, passwordHash: { not: null } },
  })
  if (known.length === staff.length && there === known.length) return known
  const isFirst = (await prisma.person.count({ where: { email: staff[0]?.email ?? '' } })) === 0
  const suffix = isFirst ? '' : `.${randomBytes(3).toString('hex')}`
  const made: DemoStaffLogin[] = []
  for (const one of staff)
    made.push(await join(demo, secretsKey, { ...one, email: one.email.replace('@', `${suffix}@`) }))
  return made
}

async function join(
  demo: DemoCoalition,
  secretsKey: Uint8Array,
  one: (typeof staff)[number],
): Promise<DemoStaffLogin> {
  const letters: Message[] = []
  const sender = {
    ...{ channels: ['EMAIL'] as const, isForDevelopment: true },
    send: async (letter: Message) => void letters.push(letter),
  }
  const isOfMember = one.role === 'MEMBER_MANAGER' || one.role === 'CASHIER'
  const inviter = isOfMember ? demo.members['motor-yard'].context : demo.admin
  const { email, role } = one
  await inviteStaff({ ...inviter, sender }, { email, role, language: 'ru', publicUrl: PUBLIC_URL })
  const linkSecret = letters[0]?.text.match(/#(\S+)/)?.[1] ?? ''
  const password = randomBytes(9).toString('base64url')
  const door = {
    ...{ secretsKey, device: 'Seed', address: '127.0.0.1' },
    ...{ deviceProof: null, publicUrl: PUBLIC_URL },
  }
  const nobody: Context = { store: inviter.store, principal: { kind: 'anonymous' } }
  const { session } = await acceptInvitation(nobody, { linkSecret, name: one.name, password, door })
  const inPerson: Context = {
    store: inviter.store,
    principal: { kind: 'person', personId: session.personId, sessionId: session.id, lacks: 'ENROLMENT' },
  }
  const totpSecret = NEED_SECOND_FACTOR.has(role) ? await secondFactorOf(inPerson, door) : null
  return { ...one, password, totpSecret }
}

/** Enrols with the code of the step before, so that the first code that somebody types is a fresh one. */
async function secondFactorOf(inPerson: Context, door: StaffDoor): Promise<string> {
  const { secret } = await enrolTotp(inPerson, { door })
  const timestamp = Date.now() - STEP_MS
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
  await confirmTotp(inPerson, { code, door })
  return secret
}
