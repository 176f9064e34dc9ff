import * as door from '../index.ts'
import type { Rule } from './webhook-rules.ts'

/** A verb of administrators alone, or of members, with a scope. */
type One = (scope: string, use: Rule['use']) => Rule
/** A verb of administrators and members, each with a scope. */
type Both = (adminScope: string, memberScope: string, use: Rule['use']) => Rule

/** Who may call the verbs of affiliates and commissions. `id` names nothing that there is. */
export function commissionRules(
  coalitionId: string,
  id: string,
  of: { readonly admin: One; readonly member: One; readonly both: Both },
  anybody: { readonly everybody: (use: Rule['use']) => Rule; readonly due: (use: Rule['use']) => Rule },
): Record<string, Rule> {
  const definition = { name: { en: '', ru: '' }, effect: {}, fromDay: '' }
  const steps = (use: Rule['use']) => of.admin('members:write', use)
  const own = (use: Rule['use']) => of.member('rules:write', use)
  const readers = (use: Rule['use']) => of.both('coalition:read', 'rules:read', use)
  const application = {
    coalitionId: id,
    name: '',
    legalName: '',
    kind: 'OTHER',
    email: '',
    termsVersion: 0,
  } as const
  return {
    publishAffiliateTerms: of.admin('coalition:write', (c) =>
      door.publishAffiliateTerms(c, { textEn: '', textRu: '' }),
    ),
    applyAsAffiliate: anybody.everybody((c) => door.applyAsAffiliate(c, application)),
    admitAffiliate: steps((c) => door.admitAffiliate(c, { id })),
    suspendAffiliate: steps((c) => door.suspendAffiliate(c, { id })),
    closeAffiliate: steps((c) => door.closeAffiliate(c, { id })),
    nameOwnCustomer: steps((c) => door.nameOwnCustomer(c, { id, customerId: id })),
    readAffiliates: readers((c) => door.readAffiliates(c, { limit: 1 })),
    startCommissionProgramme: own((c) =>
      door.startCommissionProgramme(c, { payeeKind: 'AFFILIATE', definition }),
    ),
    changeCommissionProgramme: own((c) => door.changeCommissionProgramme(c, { id, version: 1, definition })),
    endCommissionProgramme: own((c) => door.endCommissionProgramme(c, { id })),
    approveCommission: of.member('settlement:accept', (c) => door.approveCommission(c, { id })),
    rejectCommission: of.both('settlement:approve', 'settlement:accept', (c) =>
      door.rejectCommission(c, { id, reason: 'x' }),
    ),
    readCommissions: readers((c) => door.readCommissions(c, { limit: 1 })),
    readCommissionProgrammes: readers((c) => door.readCommissionProgrammes(c, { limit: 1 })),
    commissionDue: anybody.due((c) => door.commissionDue(c, { coalitionId, limit: 1 })),
  }
}
