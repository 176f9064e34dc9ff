import { NotFoundError } from '@artel/ledger'
import { type ChainHead, chainHead } from '@artel/store'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'

/**
 * Reads the end of the coalition's chain of batches: whoever writes it down can show later that nothing recorded before
 * was changed since. Administrators and members of the coalition, by the scope of reports; NotFoundError for others.
 */
export async function readChainHead(
  context: Context,
  input: { readonly coalitionId: string },
): Promise<ChainHead> {
  const { coalitionId } = requireMemberOrAdmin(context.principal, {
    member: 'reports:read',
    admin: 'coalition:read',
    verb: 'readReports',
  })
  if (coalitionId !== input.coalitionId) throw new NotFoundError({ what: 'coalition' })
  return chainHead(context.store, coalitionId)
}
