import * as door from '../index.ts'
import { aDoor } from './people.ts'
import type { Rule } from './webhook-rules.ts'

/** Who may call the verbs of roles and of tills. `id` names nothing that there is. */
export function staffRules(
  { id, memberId }: { readonly id: string; readonly memberId: string },
  both: (adminScope: string, memberScope: string, use: Rule['use']) => Rule,
): Record<string, Rule> {
  const here = { door: aDoor() }
  const staff = (use: Rule['use']): Rule => both('members:write', 'member:write', use)
  const till = (use: Rule['use']): Rule => ({ kinds: ['till'], scopes: {}, use })
  return {
    inviteStaff: staff((c) =>
      door.inviteStaff(c, { email: 'x', role: 'CASHIER', memberId, language: 'en', publicUrl: '' }),
    ),
    revokeStaff: staff((c) => door.revokeStaff(c, { grantId: id })),
    registerTill: staff((c) => door.registerTill(c, { name: '' })),
    revokeTill: staff((c) => door.revokeTill(c, { id })),
    // Of the administrators' two scopes either will do.
    readTills: {
      ...{ kinds: ['admin', 'member'], scopes: { member: 'member:write' } },
      use: (c) => door.readTills(c, { limit: 1 }),
    },
    createPinCode: staff((c) => door.createPinCode(c, { grantId: id, ...here })),
    readTillCashiers: till((c) => door.readTillCashiers(c)),
    createTillSession: till((c) => door.createTillSession(c, { personId: id, pin: '', ...here })),
    setPinByCode: till((c) => door.setPinByCode(c, { code: '', pin: '', ...here })),
    // Of a member, but for a session alone: keys are refused.
    setPin: { kinds: [], scopes: {}, use: (c) => door.setPin(c, { pin: '', ...here }) },
  }
}
