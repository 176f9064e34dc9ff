import type { Prisma } from '@artel/store/prisma'
import { ownLinks } from '@artel/use-cases'

/** The rows of what brings customers that a principal may see; null: none. */
export interface GrowthVisible {
  readonly rule: Prisma.RuleWhereInput | null
  readonly ruleVersion: Prisma.RuleVersionWhereInput | null
  readonly link: Prisma.LinkWhereInput | null
}

/** A coalition's rules and links, of all members. */
export const allOfGrowth = (everything: { readonly coalitionId: string } | null): GrowthVisible => ({
  ...{ rule: everything, ruleVersion: everything, link: everything },
})

export const NO_GROWTH = allOfGrowth(null)

/** A member's rules, with every version of them, and the links to it and by it. */
export const ownGrowth = (
  own: { readonly coalitionId: string; readonly memberId: string } | null,
): GrowthVisible =>
  own
    ? {
        rule: own,
        ruleVersion: { coalitionId: own.coalitionId, rule: own },
        link: ownLinks({ kind: 'member', ...own }),
      }
    : NO_GROWTH
