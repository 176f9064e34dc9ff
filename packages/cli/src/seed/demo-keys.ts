import { createApiKey } from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'
import { demoMembers, type MemberHandle } from './demo-members.ts'

/** Secrets of the demo: shown to people, so good for a sandbox only. */
export interface DemoKeys {
  /** The coalition administrator's. */
  readonly admin: string
  /** Each member's server. */
  readonly members: Readonly<Record<MemberHandle, string>>
}

/** Makes one key for the administrator and one for each member, with all scopes of its kind. */
export async function makeDemoKeys(demo: DemoCoalition): Promise<DemoKeys> {
  const { secret: admin } = await createApiKey(demo.admin, { name: 'Demo' })
  const entries: [MemberHandle, string][] = []
  for (const { handle } of demoMembers) {
    const member = demo.members[handle]
    const { secret } = await createApiKey(member.context, { name: 'Demo' })
    entries.push([handle, secret])
  }
  return { admin, members: Object.fromEntries(entries) as DemoKeys['members'] }
}
