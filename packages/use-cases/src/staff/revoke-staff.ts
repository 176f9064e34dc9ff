import { NotFoundError } from '@artel/ledger'
import { coalitionNow, databaseNow, lockPerson } from '@artel/store'
import type { Prisma, StaffGrant } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { StaffRole } from '../access/roles.ts'
import { recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkId } from '../input/text.ts'
import { endLinks } from '../session/one-time-link.ts'
import { requireGranter } from './grantable-roles.ts'

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
    const grant = await transaction.staffGrant.update({ where, data })
    await endLinks(transaction, { personId: grant.personId, coalitionId, grantId: grant.id }, revokedAt)
    const keysRevoked =
      grant.memberId === null ? await revokeKeysWithoutRole(transaction, grant, keysRevokedAt) : 0
    if (grant.memberId !== null)
      await forgetPinWithoutRole(transaction, { ...grant, memberId: grant.memberId })
    await recordAct(context, transaction, {
      ...{ act: 'staffRevoke', coalitionId, memberId: grant.memberId },
      subject: { type: 'staffGrant', id: grant.id },
      details: { role: grant.role, person: encodePublicId('person', grant.personId), keysRevoked },
    })
    return { grant }
  })
}

/** Revokes the administrators' keys of a person who has no role of the coalition any more; how many. */
async function revokeKeysWithoutRole(
  transaction: Prisma.TransactionClient,
  { coalitionId, personId }: StaffGrant,
  revokedAt: Date,
): Promise<number> {
  const place = { coalitionId, personId, memberId: null, revokedAt: null }
  // Roles of one person that are revoked at the same time must see one another.
  await lockPerson(transaction, personId)
  if ((await transaction.staffGrant.count({ where: { ...place, acceptedAt: { not: null } } })) > 0) return 0
  const { count } = await transaction.apiKey.updateMany({ where: place, data: { revokedAt } })
  return count
}

/** Forgets the PIN of a person who has no role at the member any more, and codes to set one. */
async function forgetPinWithoutRole(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId, personId }: { coalitionId: string; memberId: string; personId: string },
): Promise<void> {
  const place = { coalitionId, memberId, personId }
  await lockPerson(transaction, personId)
  const standing = { ...place, revokedAt: null, acceptedAt: { not: null } }
  if ((await transaction.staffGrant.count({ where: standing })) > 0) return
  await transaction.cashierPin.deleteMany({ where: place })
  await transaction.pinCode.deleteMany({ where: place })
}
