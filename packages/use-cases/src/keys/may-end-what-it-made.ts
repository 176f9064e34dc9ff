import { InvalidInputError } from '@artel/ledger'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import type { StaffRole } from '../access/roles.ts'
import { requireGranter } from '../staff/grantable-roles.ts'
import type { MadeByKey } from './made-by-key.ts'

/**
 * Whether a caller may end what a key made: takes no role that it could not take by itself, and leaves somebody who runs the
 * coalition. Throws PermissionError, InvalidInputError.
 */
export async function requireMayEnd(
  { store }: Pick<Context, 'store'>,
  caller: AdminPrincipal | MemberPrincipal,
  { roles, apiKeys }: MadeByKey,
): Promise<void> {
  for (const { role } of roles) requireGranter(caller, role as StaffRole)
  const isOfAdmin = ({ role, acceptedAt }: MadeByKey['roles'][number]) =>
    role === 'COALITION_ADMIN' && acceptedAt !== null
  if (!roles.some(isOfAdmin)) return
  // A key that acts for nobody goes on, and invites the next one.
  if (!caller.personId && !apiKeys.some(({ id }) => id === caller.keyId)) return
  const remaining = await store.prisma.staffGrant.count({
    where: {
      ...{ coalitionId: caller.coalitionId, role: 'COALITION_ADMIN', revokedAt: null },
      ...{ acceptedAt: { not: null }, id: { notIn: roles.map(({ id }) => id) } },
    },
    take: 1,
  })
  if (remaining === 0)
    throw new InvalidInputError({
      path: ['withWhatItMade'],
      problem: 'Must be left out: no administrator of the coalition would remain.',
    })
}
