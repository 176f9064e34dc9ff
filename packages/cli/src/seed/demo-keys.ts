import { createApiKey } from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'
import { demoMembers, type MemberHandle } from './demo-members.ts'
import { ensureDemoOffice } from './demo-office.ts'

/** Secrets of the demo: shown to people, so good for a sandbox only. */
export interface DemoKeys {
  /** The director's, an administrator. */
  readonly admin: string
  /** The accountant's, an administrator too: what one of them proposes, the other approves. */
  readonly accountant: string
  /** Each member's server. */
  readonly members: Readonly<Record<MemberHandle, string>>
}

/** Makes a key for each of the two people of the office and one for each member, with all scopes of its kind. */
export async function makeDemoKeys(demo: DemoCoalition): Promise<DemoKeys> {
  const office = await ensureDemoOffice(demo)
  const { secret: admin } = await createApiKey(office.director, { name: 'Demo' })
  const { secret: accountant } = await createApiKey(office.accountant, { name: 'Demo' })
  const entries: [MemberHandle, string][] = []
  for (const { handle } of demoMembers) {
    const member = demo.members[handle]
    const { secret } = await createApiKey(member.context, { name: 'Demo' })
    entries.push([handle, secret])
  }
  return { admin, accountant, members: Object.fromEntries(entries) as DemoKeys['members'] }
}
