import type { Link } from '@artel/store/prisma'
import type { Principal } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import type { ApiContext } from '../../context.ts'
import type { RowKey } from '../../loaders/batched-load.ts'

/** A link that a row names; null for who may not see it. */
export async function ownLinkOf({ loaders, principal }: ApiContext, key: RowKey): Promise<Link | null> {
  const link = await loaders.link(key)
  return link && seesLink(principal, link) ? link : null
}

/** Whether a link is one that `visibleTo` finds for the principal. */
function seesLink(principal: Principal, { coalitionId, memberId, sourceKind, sourceId }: Link): boolean {
  if (!visibleTo(principal).link || !('coalitionId' in principal)) return false
  if (principal.coalitionId !== coalitionId) return false
  if (principal.kind !== 'member') return true
  return memberId === principal.memberId || (sourceKind === 'MEMBER' && sourceId === principal.memberId)
}
