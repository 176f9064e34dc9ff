import type { Pilot } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'

export interface ReadPilotsInput {
  /** Raw UUID of the pilot that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/**
 * Pilots, newest first: all of the coalition for administrators; for a member its own and those of all members, which its rules
 * may join. Throws PermissionError, InvalidInputError, MemberNotActiveError.
 */
export async function readPilots(
  { store, principal }: Context,
  { after, limit }: ReadPilotsInput,
): Promise<readonly Pilot[]> {
  const caller = requireMemberOrAdmin(principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readPilots' },
  })
  const { coalitionId } = caller
  const whose = caller.kind === 'member' ? { OR: [{ memberId: null }, { memberId: caller.memberId }] } : {}
  return store.prisma.pilot.findMany({
    where: { coalitionId, ...whose, ...(after == null ? {} : { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}
