import * as door from '../index.ts'
import { aDoor } from './people.ts'
import { roubles } from './sales.ts'
import type { Rule } from './webhook-rules.ts'

/** A verb of administrators and members, each with a scope. */
type Both = (adminScope: string, memberScope: string, use: Rule['use']) => Rule
/** A verb of members alone. */
type Member = (scope: string, use: Rule['use']) => Rule

/** Who may call the verbs of links, of who brought whom, and of what customers do beside purchases. `id` names nothing that there is. */
export function linkRules(
  id: string,
  batch: { readonly coalitionId: string; readonly limit: number },
  by: {
    readonly both: Both
    readonly member: Member
    readonly admin: Member
    readonly due: (use: Rule['use']) => Rule
  },
): Record<string, Rule> {
  const write = (use: Rule['use']) => by.both('promotions:write', 'promotions:write', use)
  return {
    createLink: write((c) => door.createLink(c, { name: '' })),
    archiveLink: write((c) => door.archiveLink(c, { id })),
    readLinks: by.both('coalition:read', 'rules:read', (c) => door.readLinks(c, { limit: 1 })),
    issueEarnCode: by.member('purchases:write', (c) =>
      door.issueEarnCode(c, { receiptRef: '', total: roubles(1), idempotencyKey: id }, aDoor()),
    ),
    revokeEarnCode: by.member('purchases:write', (c) => door.revokeEarnCode(c, { id })),
    readEarnCodes: by.member('purchases:write', (c) => door.readEarnCodes(c, { limit: 1 })),
    claimEarnCode: {
      kinds: ['member', 'customer'],
      scopes: { member: 'purchases:write', customer: 'wallet:write' },
      use: (c) => door.claimEarnCode(c, { code: '', idempotencyKey: id }, aDoor()),
    },
    addFiscalDrive: by.member('member:write', (c) => door.addFiscalDrive(c, { fn: '' })),
    acceptFiscalDrive: by.admin('members:write', (c) => door.acceptFiscalDrive(c, { id })),
    closeFiscalDrive: by.both('members:write', 'member:write', (c) => door.closeFiscalDrive(c, { id })),
    readFiscalDrives: by.member('member:write', (c) => door.readFiscalDrives(c, { limit: 1 })),
    makeReceiptClaim: {
      kinds: ['member', 'customer'],
      scopes: { member: 'purchases:write', customer: 'wallet:write' },
      use: (c) => door.makeReceiptClaim(c, { receipt: '', idempotencyKey: id }),
    },
    confirmReceiptClaim: by.member('purchases:write', (c) =>
      door.confirmReceiptClaim(c, { id, idempotencyKey: id }),
    ),
    declineReceiptClaim: by.member('purchases:write', (c) =>
      door.declineReceiptClaim(c, { id, reason: 'Not ours' }),
    ),
    readReceiptClaims: by.member('purchases:write', (c) => door.readReceiptClaims(c, { limit: 1 })),
    bindCustomer: by.member('customers:write', (c) =>
      door.bindCustomer(c, { customer: { id }, code: 'NOBODY-HAS-IT' }),
    ),
    bindReferral: by.member('customers:write', (c) =>
      door.bindReferral(c, { customer: { id }, code: 'NOBODY-HAS-IT' }),
    ),
    recordVisit: by.member('purchases:write', (c) =>
      door.recordVisit(c, { customer: { id }, idempotencyKey: 'visit' }),
    ),
    recordCustomerEvent: by.member('purchases:write', (c) =>
      door.recordCustomerEvent(c, { customer: { id }, event: 'asked', idempotencyKey: 'event' }),
    ),
    setBirthDate: by.both('customers:write', 'customers:write', (c) =>
      door.setBirthDate(c, { customer: { id }, birthDate: null }),
    ),
    giveDueOccasions: by.due((c) => door.giveDueOccasions(c, batch)),
    attributePurchases: by.due((c) => door.attributePurchases(c, batch)),
  }
}
