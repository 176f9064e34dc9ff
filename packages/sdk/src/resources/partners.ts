import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import { PartnerListDocument } from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** The coalition's active members, as its customers read of them. */
export function partnersOf({ query }: Executor) {
  return {
    /**
     * The active members in the order in which they were admitted, with what they give and take in words. The list is fetched while it
     * is read. Any key.
     *
     * @example
     * ```ts
     * for await (const { member, site, earnsEn, takesEn } of artel.partners.list())
     *   console.log(member.name, site, earnsEn, takesEn)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) =>
        found((await query(PartnerListDocument, window, options)).partners, 'coalition'),
      ),
  }
}
