import type { Prisma } from '@artel/store/prisma'
import type { Principal } from '@artel/use-cases'

/** Of rules and the customers that they ask for, the rows that a principal may see; null = no rows. */
export interface RulesSeen {
  readonly rule: Prisma.RuleWhereInput | null
  readonly ruleVersion: Prisma.RuleVersionWhereInput | null
  readonly segment: Prisma.SegmentWhereInput | null
}

/** None of them. */
export const NO_RULES: RulesSeen = { rule: null, ruleVersion: null, segment: null }

/** Those of a coalition. */
export const allRules = (everything: { readonly coalitionId: string } | null): RulesSeen => ({
  rule: everything,
  ruleVersion: everything,
  segment: everything && { ...everything, deletedAt: null },
})

/** A member's rules, with every version of them, and the segments that they may ask for. */
export const ownRules = (
  own: { readonly coalitionId: string; readonly memberId: string } | null,
): RulesSeen =>
  own
    ? {
        rule: own,
        ruleVersion: { coalitionId: own.coalitionId, rule: own },
        // Its rules may ask for the coalition's segments too; who is in those it does not see.
        segment: {
          coalitionId: own.coalitionId,
          deletedAt: null,
          OR: [{ memberId: own.memberId }, { memberId: null }],
        },
      }
    : NO_RULES

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

/**
 * Whether the principal may see a ladder of tiers, and where a customer that it sees stands on it: the customer all of them, a member
 * the coalition's and its own, administrators all.
 */
export const seesLadder = (
  principal: Principal,
  ladder: { readonly coalitionId: string; readonly memberId: string | null },
): boolean =>
  'coalitionId' in principal &&
  principal.coalitionId === ladder.coalitionId &&
  (principal.kind !== 'member' || ladder.memberId === null || ladder.memberId === principal.memberId)
