import { NotFoundError } from '@artel/ledger'
import { coalitionNow, databaseNow } from '@artel/store'
import type { StaffGrant } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { StaffRole } from '../access/roles.ts'
import { checkId } from '../input/text.ts'
import { requireGranter } from './grantable-roles.ts'
import { takeRole } from './take-role.ts'

/**
 * Takes a role from a person for good, or an invitation back with its links; revoking twice changes nothing. Within five seconds no process
 * lets the person act in it. With the last role of the coalition the administrators' keys that the person made there are revoked:
 * another role later brings none of them back. With the last role at a member the PIN for its tills is forgotten.
 * A member revokes those at itself. Throws NotFoundError, MemberNotActiveError.
 */
export async function revokeStaff(
  context: Context,
  input: { readonly grantId: string },
): Promise<{ readonly grant: StaffGrant }> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
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
  const [revokedAt, keysRevokedAt] = await Promise.all([
    databaseNow(store.pool),
    coalitionNow(store, coalitionId),
  ])
  const data = { revokedAt, revokedById: actorOf(caller) }
  return store.prisma.$transaction(async (transaction) => {
    const grant = await takeRole(context, transaction, found, { ...data, keysRevokedAt })
    return { grant }
  })
}
