/** A page of a connection, as the documents ask for it. */
export interface Page<Item> {
  readonly nodes: readonly Item[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Options of a list. */
export interface ListOptions {
  /**
   * Items of a page that is fetched, 1 to 100.
   *
   * @defaultValue 50
   */
  readonly first?: number | undefined
  /**
   * Cursor to continue after.
   *
   * @defaultValue the beginning of the list
   */
  readonly after?: string | undefined
}

/** A list that fetches its pages as it is read; nothing is fetched before. */
export interface List<Item> extends AsyncIterable<Item> {
  /**
   * Page by page, with the cursor to continue after.
   *
   * @example
   * ```ts
   * for await (const page of artel.members.list({ first: 100 }).pages())
   *   console.log(page.nodes.length, page.pageInfo.endCursor) // pass it as `after` to go on later
   * ```
   */
  pages(): AsyncIterable<Page<Item>>
  /**
   * The first items, at most `limit` of them: required, so that a long list cannot fill the memory.
   *
   * @throws `RangeError` when `limit` is no whole number from 0; what the fetching of a page throws.
   *
   * @example
   * ```ts
   * const members = await artel.members.list().toArray({ limit: 500 })
   * console.log(members.length)
   * ```
   */
  toArray(options: { readonly limit: number }): Promise<Item[]>
}

const DEFAULT_PAGE_SIZE = 50

/** Makes a list of a function that fetches the page after a cursor. */
export function list<Item>(
  options: ListOptions,
  fetchPage: (window: { first: number; after: string | null }) => Promise<Page<Item>>,
): List<Item> {
  async function* pages(pageSize: number): AsyncGenerator<Page<Item>, void, undefined> {
    let after = options.after ?? null
    for (;;) {
      const page = await fetchPage({ first: pageSize, after })
      yield page
      after = page.pageInfo.endCursor
      if (!page.pageInfo.hasNextPage || after === null) return
    }
  }
  const pageSize = options.first ?? DEFAULT_PAGE_SIZE
  return {
    pages: () => pages(pageSize),
    async *[Symbol.asyncIterator]() {
      for await (const page of pages(pageSize)) yield* page.nodes
    },
    async toArray({ limit }) {
      if (!Number.isSafeInteger(limit) || limit < 0) throw new RangeError('limit must be a whole number')
      const items: Item[] = []
      if (limit === 0) return items
      for await (const page of pages(Math.min(pageSize, limit))) {
        items.push(...page.nodes.slice(0, limit - items.length))
        if (items.length >= limit) return items
      }
      return items
    },
  }
}
