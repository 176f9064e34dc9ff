import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'

/** Whose segments and ladders a caller has: a member its own, an administrator the coalition's. */
export const groupOwner = (caller: MemberPrincipal | AdminPrincipal) => ({
  coalitionId: caller.coalitionId,
  memberId: caller.kind === 'member' ? caller.memberId : null,
})
