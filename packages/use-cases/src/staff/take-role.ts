import { lockPerson } from '@artel/store'
import type { Prisma, StaffGrant } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { endLinks } from '../session/one-time-link.ts'

/** When a role is taken by the database's clock, by whom, and by the coalition's clock when keys end with it. */
interface Taking {
  readonly revokedAt: Date
  readonly revokedById: string
  readonly keysRevokedAt: Date
}

/** Takes a standing role, or an invitation, with the links, keys and PIN that are nothing without it. */
export async function takeRole(
  context: Pick<Context, 'principal' | 'from'>,
  transaction: Prisma.TransactionClient,
  { coalitionId, id }: Pick<StaffGrant, 'coalitionId' | 'id'>,
  { revokedAt, revokedById, keysRevokedAt }: Taking,
): Promise<StaffGrant> {
  const grant = await transaction.staffGrant.update({
    where: { coalitionId_id: { coalitionId, id } },
    data: { revokedAt, revokedById },
  })
  await endLinks(transaction, { personId: grant.personId, coalitionId, grantId: grant.id }, revokedAt)
  const keysRevoked =
    grant.memberId === null ? await revokeKeysWithoutRole(transaction, grant, keysRevokedAt) : 0
  if (grant.memberId !== null) await forgetPinWithoutRole(transaction, { ...grant, memberId: grant.memberId })
  await recordAct(context, transaction, {
    ...{ act: 'staffRevoke', coalitionId, memberId: grant.memberId },
    subject: { type: 'staffGrant', id: grant.id },
    details: { role: grant.role, person: encodePublicId('person', grant.personId), keysRevoked },
  })
  return grant
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
