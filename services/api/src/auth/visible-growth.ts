import type { Prisma } from '@artel/store/prisma'
import {
  type MemberPrincipal,
  ownLinks,
  type Principal,
  rulesOf,
  ruleVersionsOf,
  toldOfMember,
} from '@artel/use-cases'
import { allCommissions, type CommissionsVisible, commissionsSeen } from './visible-commissions.ts'

/** The rows of sales without a till that a principal may see; null: none. */
interface NoTillVisible {
  readonly earnCode: Prisma.EarnCodeWhereInput | null
  readonly fiscalDrive: Prisma.FiscalDriveWhereInput | null
  readonly receiptClaim: Prisma.ReceiptClaimWhereInput | null
}

/** The rows of what brings customers that a principal may see; null: none. */
export interface GrowthVisible extends CommissionsVisible, NoTillVisible {
  readonly rule: Prisma.RuleWhereInput | null
  readonly ruleVersion: Prisma.RuleVersionWhereInput | null
  readonly pilot: Prisma.PilotWhereInput | null
  readonly segment: Prisma.SegmentWhereInput | null
  readonly link: Prisma.LinkWhereInput | null
}

type OfCoalition = { readonly coalitionId: string } | null

/** A coalition's rules, segments, pilots, links and commissions, of all members; `statements` of affiliates too. */
export const allOfGrowth = (everything: OfCoalition, statements: OfCoalition): GrowthVisible => ({
  ...{ rule: everything, ruleVersion: everything, pilot: everything, link: everything },
  segment: everything && { ...everything, deletedAt: null },
  ...{ earnCode: everything, fiscalDrive: everything, receiptClaim: everything },
  ...allCommissions(everything, statements),
})

export const NO_GROWTH = allOfGrowth(null, null)

/**
 * A member's rules, and once they are scheduled those of others that hold at it or ask it to pay; its segments and pilots with those
 * of all members; the links to it and by it; and the commissions that it pays or is paid. Not its sales without a till, which other scopes
 * read.
 */
export function ownGrowth(
  own: { readonly coalitionId: string; readonly memberId: string } | null,
  member: MemberPrincipal,
): GrowthVisible {
  const commissions = commissionsSeen(member)
  if (!own) return { ...NO_GROWTH, ...commissions }
  const { coalitionId, memberId } = own
  return {
    ...NO_GROWTH,
    rule: { coalitionId, OR: rulesOf(memberId) },
    ruleVersion: { coalitionId, OR: ruleVersionsOf(memberId) },
    pilot: { coalitionId, OR: [{ memberId: null }, { memberId }] },
    // Its rules may ask for the coalition's segments too; who is in those it does not see.
    segment: { coalitionId, deletedAt: null, OR: [{ memberId }, { memberId: null }] },
    link: ownLinks({ kind: 'member', ...own }),
    ...commissions,
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

/**
 * Whether the principal may see a ladder of tiers, and where a customer that it sees stands on it: a member, and a token that it issued,
 * the coalition's and its own; the coalition's own page and administrators all.
 */
export const seesLadder = (
  principal: Principal,
  ladder: { readonly coalitionId: string; readonly memberId: string | null },
): boolean =>
  'coalitionId' in principal &&
  principal.coalitionId === ladder.coalitionId &&
  (ladder.memberId === null || [null, ladder.memberId].includes(toldOfMember(principal)))

/**
 * Whether the principal may see a voucher of a customer that it sees: administrators and the coalition's own page, and the members, or
 * tokens of theirs, that gave or take it.
 */
export function seesVoucher(
  principal: Principal,
  voucher: { readonly coalitionId: string; readonly members: readonly string[] },
): boolean {
  const onlyAt = toldOfMember(principal)
  return (
    'coalitionId' in principal &&
    principal.coalitionId === voucher.coalitionId &&
    (onlyAt === null || voucher.members.includes(onlyAt))
  )
}
