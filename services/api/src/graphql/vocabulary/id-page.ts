import { encodePublicId, type PublicIdNoun, parsePublicId } from '@artel/use-cases'
import { requestError } from '../../errors/request-error.ts'
import { builder } from './builder.ts'
import { MAX_PAGE_NODES, type PageArgs, pageArgs, pageSize } from './page.ts'

/** Arguments of a list that is read from either end. */
export interface BothWaysArgs extends PageArgs {
  readonly last?: number | null | undefined
  readonly before?: string | null | undefined
}

/** How a page is read: rows beyond the cursor in the order of ids, one more than asked for. */
export interface IdRange {
  readonly beyond: {
    readonly id?: { readonly lt: string } | { readonly gt: string } | { readonly lte: string }
  }
  readonly orderBy: { readonly id: 'asc' | 'desc' }
  readonly take: number
}

/** The arguments `first`, `after`, `last` and `before` of a list of rows by their ids. */
export const bothWaysArgs = () => ({
  ...pageArgs(),
  last: builder.args((t) => ({
    last: t.int({ description: 'Nodes a page that is read from the end, 1 to 100; in place of `first`.' }),
  })).last,
  before: builder.args((t) => ({
    before: t.string({
      description: 'Cursor to read back from: `pageInfo.startCursor` of the page after. Goes with `last`.',
    }),
  })).before,
})

/**
 * One page of rows, newest first: their ids are their order, so a page stays the same while rows are added, and a cursor is the
 * public id of the row where it was made. It is a place and no proof: whether the row is there, or may be seen, does not
 * matter. Throws BAD_USER_INPUT for a cursor of anything else and for ends that are mixed.
 */
export async function idPage<Row extends { readonly id: string }>(
  args: BothWaysArgs,
  noun: PublicIdNoun,
  read: (range: IdRange) => Promise<readonly Row[]>,
) {
  const { isBackwards, size } = endOf(args)
  const place = isBackwards ? args.before : args.after
  const from = place == null ? null : idOfCursor(noun, place, isBackwards ? 'before' : 'after')
  const found = await read({
    beyond: from === null ? {} : { id: isBackwards ? { gt: from } : { lt: from } },
    orderBy: { id: isBackwards ? 'asc' : 'desc' },
    take: size + 1,
  })
  const goesOn = found.length > size
  // Whether anything is after a cursor that was read back from, only a look says: the row may be gone, or never have been seen.
  const hasAfter = isBackwards && from !== null && (await lookFrom(from, read)).length > 0
  const rows = isBackwards ? found.slice(0, size).toReversed() : found.slice(0, size)
  const edges = rows.map((node) => ({ node, cursor: encodePublicId(noun, node.id) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: isBackwards ? hasAfter : goesOn,
      hasPreviousPage: isBackwards ? goesOn : from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

const lookFrom = <Row>(id: string, read: (range: IdRange) => Promise<readonly Row[]>) =>
  read({ beyond: { id: { lte: id } }, orderBy: { id: 'desc' }, take: 1 })

function endOf(args: BothWaysArgs): { readonly isBackwards: boolean; readonly size: number } {
  const { first, after, last, before } = args
  if (last == null) {
    if (before != null) throw requestError('BAD_USER_INPUT', 'before goes with last.')
    return { isBackwards: false, size: pageSize(args) }
  }
  if (first != null || after != null)
    throw requestError('BAD_USER_INPUT', 'A page is read with first and after, or with last and before.')
  if (last < 1 || last > MAX_PAGE_NODES)
    throw requestError('BAD_USER_INPUT', `last must be 1 to ${MAX_PAGE_NODES}; ${last} was asked for.`)
  return { isBackwards: true, size: last }
}

function idOfCursor(noun: PublicIdNoun, cursor: string, argument: string): string {
  const parsed = parsePublicId(cursor)
  if (parsed?.noun !== noun) throw requestError('BAD_USER_INPUT', `${argument} is not a cursor of this list.`)
  return parsed.uuid
}
