import type { Link } from '@artel/store/prisma'
import { seesLink } from '../../auth/visible.ts'
import type { ApiContext } from '../../context.ts'
import type { RowKey } from '../../loaders/batched-load.ts'

/** A link that a row names; null for who may not see it. */
export async function ownLinkOf({ loaders, principal }: ApiContext, key: RowKey): Promise<Link | null> {
  const link = await loaders.link(key)
  return link && seesLink(principal, link) ? link : null
}
