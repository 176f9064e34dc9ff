import type { Store } from '@artel/store'
import type { ImportJob } from '@artel/store/prisma'
import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'
import { exportPrincipal } from '../export/export-principal.ts'
import { readMemberStatus } from '../terms/agreement.ts'

/**
 * Who handed a file in, as they stand now, with no more than they could then; undefined when their key or role is over. Whoever holds the database
 * named the coalition or the member in place of a key, and stands as long as the database does.
 */
export async function importPrincipal(
  store: Store,
  job: ImportJob,
): Promise<AdminPrincipal | MemberPrincipal | undefined> {
  const { coalitionId, memberId, startedById, byAdmin, personId, scopes } = job
  const holder = { coalitionId, keyId: startedById, scopes: new Set(scopes) }
  if (byAdmin && startedById === coalitionId) return { kind: 'admin', ...holder }
  if (!byAdmin && startedById === memberId) {
    const status = await readMemberStatus(store, { coalitionId, memberId })
    return { kind: 'member', memberId, status, ...holder }
  }
  const asked = { coalitionId, memberId: byAdmin ? null : memberId, startedById, scopes }
  const found = await exportPrincipal(store, asked)
  return found && { ...found, personId }
}
