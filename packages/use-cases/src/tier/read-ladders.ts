import type { Prisma } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'

/** A ladder with its tiers, lowest first. */
export type LadderWithTiers = Prisma.TierLadderGetPayload<{ include: { tiers: true } }>

/** Tiers of a ladder as they are read. */
export const WITH_TIERS = { tiers: { orderBy: { position: 'asc' } } } as const

/**
 * Ladders that have not ended, newest first: all for administrators; its own and the coalition's for a member. Throws
 * PermissionError, MemberNotActiveError.
 */
export async function readTierLadders({ store, principal }: Context): Promise<readonly LadderWithTiers[]> {
  const caller = requireMemberOrAdmin(principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readTierLadders' },
  })
  const own = caller.kind === 'member' ? { OR: [{ memberId: caller.memberId }, { memberId: null }] } : {}
  return store.prisma.tierLadder.findMany({
    where: { coalitionId: caller.coalitionId, endedAt: null, ...own },
    include: WITH_TIERS,
    orderBy: { id: 'desc' },
  })
}
