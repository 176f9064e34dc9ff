import type { Executor } from '../executor.ts'
import { found } from '../found.ts'
import { OfferListDocument } from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** What rules give today, as customers read of it. */
export function offersOf({ query }: Executor) {
  return {
    /**
     * What rules of the coalition and of its active members give today, newest first: what any customer may use, so nothing that takes
     * a code or is for some alone. The list is fetched while it is read. Any key.
     *
     * @example
     * ```ts
     * for await (const { nameEn, sentenceEn, takenAt, lastDay } of artel.offers.list())
     *   console.log(nameEn, sentenceEn, takenAt.map(({ name }) => name), lastDay)
     * ```
     */
    list: (options: ListOptions & CallOptions = {}) =>
      list(options, async (window) =>
        found((await query(OfferListDocument, window, options)).offers, 'coalition'),
      ),
  }
}
