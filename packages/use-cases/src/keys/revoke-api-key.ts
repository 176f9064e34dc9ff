import { NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { ApiKey } from '@artel/store/prisma'
import { requireAdmin, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'

/**
 * Revokes an API key for good; revoking twice changes nothing. A member revokes its own keys, an administrator any
 * of its coalition. Throws NotFoundError.
 */
export async function revokeApiKey(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly apiKey: ApiKey }> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'revokeApiKey',
  })
  const { prisma } = context.store
  const { coalitionId } = principal
  const where = { coalitionId_id: { coalitionId, id: checkId('apiKey', input.id, ['id']) } }
  const found = await prisma.apiKey.findUnique({ where })
  if (!found || (principal.kind === 'member' && found.memberId !== principal.memberId))
    throw new NotFoundError({ what: 'apiKey' }, { path: ['id'] })
  if (principal.kind === 'admin' && found.memberId === null) requireAdmin(principal, 'coalition:write')
  if (found.revokedAt) return { apiKey: found }
  const revokedAt = await coalitionNow(context.store, coalitionId)
  const { id, memberId } = found
  const [apiKey] = await prisma.$transaction([
    prisma.apiKey.update({ where, data: { revokedAt } }),
    recordAct(context, prisma, {
      act: 'apiKeyRevoke',
      coalitionId,
      memberId,
      subject: { type: 'apiKey', id },
    }),
  ])
  return { apiKey }
}
