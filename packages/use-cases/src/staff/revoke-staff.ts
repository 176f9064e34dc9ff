import { NotFoundError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import type { StaffGrant } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { StaffRole } from '../access/roles.ts'
import { checkId } from '../input/text.ts'
import { endLinks } from '../session/one-time-link.ts'
import { requireGranter } from './grantable-roles.ts'

/**
 * Takes a role from a person for good, or an invitation back with its links; revoking twice changes nothing. Within five seconds no process
 * lets the person act in it, and the administrators' keys that the person made in the coalition end with the last role there.
 * A member revokes those at itself. Throws NotFoundError, MemberNotActiveError.
 */
export async function revokeStaff(
  { store, principal }: Context,
  input: { readonly grantId: string },
): Promise<{ readonly grant: StaffGrant }> {
  const caller = requireMemberOrAdmin(principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'revokeStaff',
  })
  const { coalitionId } = caller
  const where = { coalitionId_id: { coalitionId, id: checkId('staffGrant', input.grantId, ['grantId']) } }
  const found = await store.prisma.staffGrant.findUnique({ where })
  if (!found || (caller.kind === 'member' && found.memberId !== caller.memberId))
    throw new NotFoundError({ what: 'staffGrant' }, { path: ['grantId'] })
  if (caller.kind === 'admin') requireGranter(caller, found.role as StaffRole)
  if (found.revokedAt !== null) return { grant: found }
  const revokedAt = await databaseNow(store.pool)
  const data = { revokedAt, revokedById: actorOf(caller) }
  return store.prisma.$transaction(async (transaction) => {
    const grant = await transaction.staffGrant.update({ where, data })
    await endLinks(transaction, { personId: grant.personId, coalitionId, grantId: grant.id }, revokedAt)
    return { grant }
  })
}
