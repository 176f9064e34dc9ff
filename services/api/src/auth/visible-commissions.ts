import type { Prisma } from '@artel/store/prisma'
import {
  affiliatesSeenBy,
  commissionsOf,
  type MemberPrincipal,
  programmesSeenBy,
  statusAllows,
} from '@artel/use-cases'

/** Where-clauses of affiliates and of what is paid for customers; null = no rows. */
export interface CommissionsVisible {
  readonly affiliate: Prisma.AffiliateWhereInput | null
  readonly affiliateStatement: Prisma.AffiliateStatementWhereInput | null
  readonly commission: Prisma.CommissionWhereInput | null
  readonly commissionProgramme: Prisma.CommissionProgrammeWhereInput | null
}

type OfCoalition = { readonly coalitionId: string } | null

/** All of a coalition's, for administrators; their statements for who reads reports too. */
export const allCommissions = (where: OfCoalition, statements: OfCoalition): CommissionsVisible => ({
  affiliate: where,
  affiliateStatement: statements,
  commission: where,
  commissionProgramme: where,
})
export const NO_COMMISSIONS = allCommissions(null, null)

/** A member's programmes and commissions on either side of them, and the affiliates that it deals with. */
export function commissionsSeen(member: MemberPrincipal): CommissionsVisible {
  const { scopes, status } = member
  if (!scopes.has('rules:read')) return NO_COMMISSIONS
  const reads = statusAllows('readCommissions', status)
  return {
    affiliate: statusAllows('readAffiliates', status) ? affiliatesSeenBy(member) : null,
    affiliateStatement: null,
    commission: reads ? commissionsOf(member) : null,
    commissionProgramme: reads ? programmesSeenBy(member) : null,
  }
}
