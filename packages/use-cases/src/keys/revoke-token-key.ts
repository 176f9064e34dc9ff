import { NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { TokenKey } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'

/**
 * Revokes a token key of the calling member: its tokens are no longer accepted. Revoking twice changes nothing.
 * Throws NotFoundError.
 */
export async function revokeTokenKey(
  context: Context,
  input: { readonly kid: string },
): Promise<{ readonly tokenKey: TokenKey }> {
  const { coalitionId, memberId } = requireMember(context.principal, 'member:write', 'revokeTokenKey')
  const { prisma } = context.store
  const where = { coalitionId_memberId_kid: { coalitionId, memberId, kid: input.kid } }
  // PostgreSQL has no text with a NUL, so no key can have such a name.
  const found = input.kid.includes('\u0000') ? null : await prisma.tokenKey.findUnique({ where })
  if (!found) throw new NotFoundError({ what: 'tokenKey' }, { path: ['kid'] })
  if (found.revokedAt) return { tokenKey: found }
  const revokedAt = await coalitionNow(context.store, coalitionId)
  const [tokenKey] = await prisma.$transaction([
    prisma.tokenKey.update({ where, data: { revokedAt } }),
    recordAct(context, prisma, {
      ...{ act: 'tokenKeyRevoke', coalitionId, subject: { type: 'member', id: memberId } },
      details: { kid: found.kid },
    }),
  ])
  return { tokenKey }
}
