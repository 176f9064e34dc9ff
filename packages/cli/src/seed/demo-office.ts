import { acceptInvitation, type Context, inviteStaff, type Message } from '@artel/use-cases'
import { adminContext, type DemoCoalition } from './demo-coalition.ts'

/** Two people of the demo's office: what one proposes, the other approves. */
export interface DemoOffice {
  readonly accountant: Context
  readonly director: Context
}

const PUBLIC_URL = 'http://localhost:4000'

/** The office of the demo, each person invited and accepted through the verbs when they are not there yet. */
export async function ensureDemoOffice(demo: DemoCoalition): Promise<DemoOffice> {
  return {
    accountant: await ensureColleague(demo, { email: 'buhgalter@zarechye.example', name: 'Бухгалтер' }),
    director: await ensureColleague(demo, { email: 'direktor@zarechye.example', name: 'Директор' }),
  }
}

async function ensureColleague(
  { admin, coalition }: DemoCoalition,
  colleague: { readonly email: string; readonly name: string },
): Promise<Context> {
  const { store } = admin
  const { email } = colleague
  const known = await store.prisma.person.findFirst({
    where: { email, grants: { some: { coalitionId: coalition.id, acceptedAt: { not: null } } } },
  })
  const personId = known?.id ?? (await join(admin, colleague))
  return adminContext(store, coalition.id, { keyId: personId, personId })
}

async function join(
  admin: Context,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<string> {
  const letters: Message[] = []
  const sender = {
    ...{ channels: ['EMAIL'] as const, isForDevelopment: true },
    send: async (letter: Message) => void letters.push(letter),
  }
  const invitation = { email, role: 'COALITION_ADMIN', language: 'ru', publicUrl: PUBLIC_URL } as const
  await inviteStaff({ ...admin, sender }, invitation)
  const linkSecret = letters[0]?.text.match(/#(\S+)/)?.[1] ?? ''
  const door = {
    ...{ secretsKey: new Uint8Array(32), device: 'Seed', address: '127.0.0.1' },
    ...{ deviceProof: null, publicUrl: PUBLIC_URL },
  }
  const nobody: Context = { store: admin.store, principal: { kind: 'anonymous' } }
  const { session } = await acceptInvitation(nobody, { linkSecret, name, door })
  return session.personId
}
