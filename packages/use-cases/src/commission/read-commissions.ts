import type { Commission, CommissionProgramme, Prisma } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'

/** A page of a list: raw UUID of what the page before ended with, and 1 to 101 rows. */
export interface CommissionPage {
  readonly after?: string | null
  readonly limit: number
}

/**
 * Commissions, newest first: all of a coalition for administrators, for a member those that it pays or is paid. Throws PermissionError,
 * InvalidInputError, MemberNotActiveError.
 */
export async function readCommissions(
  { store, principal }: Context,
  { after, limit, status }: CommissionPage & { readonly status?: string | null },
): Promise<readonly Commission[]> {
  const caller = reader(principal)
  return store.prisma.commission.findMany({
    where: {
      AND: [
        commissionsOf(caller),
        status == null ? {} : { status },
        after == null ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}

/** Programmes, newest first: all of a coalition for administrators, for a member those that it pays or is paid by. */
export async function readCommissionProgrammes(
  { store, principal }: Context,
  { after, limit }: CommissionPage,
): Promise<readonly CommissionProgramme[]> {
  const caller = reader(principal)
  return store.prisma.commissionProgramme.findMany({
    where: { AND: [programmesSeenBy(caller), after == null ? {} : { id: { lt: after } }] },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}

const reader = (principal: Context['principal']) =>
  requireMemberOrAdmin(principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readCommissions' },
  })

/** The commissions that a caller sees: a member those that it pays or is paid. */
export const commissionsOf = (caller: MemberPrincipal | AdminPrincipal): Prisma.CommissionWhereInput => ({
  coalitionId: caller.coalitionId,
  ...(caller.kind === 'member' && {
    OR: [{ payerId: caller.memberId }, { payeeKind: 'MEMBER', payeeId: caller.memberId }],
  }),
})

/** The programmes that a caller sees: a member its own, and those that pay it. */
export const programmesSeenBy = (
  caller: MemberPrincipal | AdminPrincipal,
): Prisma.CommissionProgrammeWhereInput => ({
  coalitionId: caller.coalitionId,
  ...(caller.kind === 'member' && {
    OR: [
      { memberId: caller.memberId },
      { payeeKind: 'MEMBER', OR: [{ payeeId: caller.memberId }, { payeeId: null }] },
    ],
  }),
})
