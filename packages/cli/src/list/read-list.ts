import { makeAnswerAs } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import type { Context } from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import type { ListKind } from './list-kinds.ts'

/** A node of an answer, as deep as it was asked for. */
export type ListNode = Readonly<Record<string, unknown>>

const NODES_A_PAGE = 100

/** The query of a page: the filter is one variable, or where a list has none, each of its arguments. */
function queryOf({ field, filter, selection }: ListKind): string {
  const [head, given] =
    filter === null ? ['$memberId: ID', 'memberId: $memberId'] : [`$filter: ${filter}`, 'filter: $filter']
  return `query List(${head}, $first: Int!, $after: String) {
    page: ${field}(${given}, first: $first, after: $after) {
      nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`
}

/** The first nodes of a list as whoever acts sees it, at most `limit`. Fails with what the API says of a wrong filter. */
export async function readList(
  { store, principal }: Context,
  kind: ListKind,
  { filter, limit }: { readonly filter: ListNode; readonly limit: number },
): Promise<ListNode[]> {
  const answerAs = makeAnswerAs({ store, log: makeLog('silent') })
  const query = queryOf(kind)
  const nodes: ListNode[] = []
  let after: string | null = null
  while (nodes.length < limit) {
    const first = Math.min(NODES_A_PAGE, limit - nodes.length)
    const asked = kind.filter === null ? filter : { filter }
    const { data, errors } = await answerAs(principal, query, { ...asked, first, after })
    const [error] = errors ?? []
    if (error) throw new CliError(error.message, { ru: error.message })
    const { nodes: read, pageInfo } = pageIn(data)
    nodes.push(...read)
    after = pageInfo.endCursor
    if (!pageInfo.hasNextPage || after === null) break
  }
  return nodes
}

interface PageRead {
  readonly nodes: readonly ListNode[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Without an error there is a page, as it was asked for. */
const pageIn = (data: ListNode | null | undefined): PageRead => (data as { readonly page: PageRead }).page
