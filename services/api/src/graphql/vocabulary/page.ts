import { requestError } from '../../errors/request-error.ts'
import { builder } from './builder.ts'

/** Sizes of a page, in nodes. */
export const DEFAULT_PAGE_NODES = 20
export const MAX_PAGE_NODES = 100

/** Arguments of every list: forward from a cursor. */
export interface PageArgs {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** The arguments `first` and `after` of a list field. */
export const pageArgs = () => ({
  first: builder.args((t) => ({ first: t.int({ description: 'Nodes a page, 1 to 100; 20 when left out.' }) }))
    .first,
  after: builder.args((t) => ({
    after: t.string({ description: 'Cursor to go on from: `pageInfo.endCursor` of the page before.' }),
  })).after,
})

/** The argument of a list that shows its beginning alone. It is priced as a page is. */
export const firstArg = () => ({ first: pageArgs().first })

/** Nodes asked for; throws BAD_USER_INPUT outside 1 to 100. */
export function pageSize({ first }: PageArgs): number {
  const size = first ?? DEFAULT_PAGE_NODES
  if (size < 1 || size > MAX_PAGE_NODES) {
    throw requestError('BAD_USER_INPUT', `first must be 1 to ${MAX_PAGE_NODES}; ${size} was asked for.`)
  }
  return size
}

/** Shapes a page out of up to `size + 1` rows: the one too many says that the list goes on. */
export function toPage<Row>(rows: readonly Row[], args: PageArgs, cursorOf: (row: Row) => string) {
  const size = pageSize(args)
  return pageOf(rows.slice(0, size), { hasNextPage: rows.length > size, args, cursorOf })
}

/** Shapes a page of exactly these rows. */
export function pageOf<Row>(
  rows: readonly Row[],
  { hasNextPage, args, cursorOf }: { hasNextPage: boolean; args: PageArgs; cursorOf: (row: Row) => string },
) {
  const edges = rows.map((node) => ({ node, cursor: cursorOf(node) }))
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: args.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

/** Reads a cursor with its own parser; throws BAD_USER_INPUT for one that was not made here. */
export function readCursor<Key>(args: PageArgs, parse: (cursor: string) => Key | undefined): Key | null {
  if (args.after == null) return null
  const key = parse(args.after)
  if (key === undefined) throw requestError('BAD_USER_INPUT', 'after is not a cursor of this list.')
  return key
}
