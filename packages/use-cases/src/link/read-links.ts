import type { Link } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { ownLinks } from './own-links.ts'

export interface ReadLinksInput {
  /** Raw UUID of the link that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/**
 * Links, newest first: all for administrators, for a member those to it and those that it is the source of. Throws
 * PermissionError, InvalidInputError, MemberNotActiveError.
 */
export async function readLinks(
  { store, principal }: Context,
  { after, limit }: ReadLinksInput,
): Promise<readonly Link[]> {
  const caller = requireMemberOrAdmin(principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readLinks' },
  })
  return store.prisma.link.findMany({
    where: { AND: [ownLinks(caller), after == null ? {} : { id: { lt: after } }] },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}
