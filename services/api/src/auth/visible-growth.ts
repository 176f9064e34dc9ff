import type { Prisma } from '@artel/store/prisma'
import { ownLinks, type Principal, rulesOf } from '@artel/use-cases'

/** The rows of what brings customers that a principal may see; null: none. */
export interface GrowthVisible {
  readonly rule: Prisma.RuleWhereInput | null
  readonly ruleVersion: Prisma.RuleVersionWhereInput | null
  readonly pilot: Prisma.PilotWhereInput | null
  readonly segment: Prisma.SegmentWhereInput | null
  readonly link: Prisma.LinkWhereInput | null
}

/** A coalition's rules, segments, pilots and links, of all members. */
export const allOfGrowth = (everything: { readonly coalitionId: string } | null): GrowthVisible => ({
  ...{ rule: everything, ruleVersion: everything, pilot: everything, link: everything },
  segment: everything && { ...everything, deletedAt: null },
})

export const NO_GROWTH = allOfGrowth(null)

/** A member's rules, the coalition's and those that ask it to pay, with every version of them, its segments and pilots with those of all members, and the links to it and by it. */
export function ownGrowth(
  own: { readonly coalitionId: string; readonly memberId: string } | null,
): GrowthVisible {
  if (!own) return NO_GROWTH
  const { coalitionId, memberId } = own
  const rule = { coalitionId, OR: rulesOf(memberId) }
  return {
    ...{ rule, ruleVersion: { coalitionId, rule } },
    pilot: { coalitionId, OR: [{ memberId: null }, { memberId }] },
    // Its rules may ask for the coalition's segments too; who is in those it does not see.
    segment: { coalitionId, deletedAt: null, OR: [{ memberId }, { memberId: null }] },
    link: ownLinks({ kind: 'member', ...own }),
  }
}

/** Whether the principal may see who is in a segment: its member, administrators. */
export const ownsSegment = (
  principal: Principal,
  segment: { readonly coalitionId: string; readonly memberId: string | null },
): boolean =>
  principal.kind === 'admin'
    ? principal.coalitionId === segment.coalitionId
    : principal.kind === 'member' &&
      principal.coalitionId === segment.coalitionId &&
      principal.memberId === segment.memberId
