import type { Client } from 'urql'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import {
  type PurchasesFilter,
  type SaleRowFragment,
  SalesDocument,
  type SalesQuery,
  type SalesQueryVariables,
} from '../generated/graphql.ts'

const ROWS_AT_ONCE = 100
/** What is waited where the server is full and says no more. */
const WAIT_MS = 2_000

/** One page of sales, or why there is none. */
export type ReadPage = (
  after: string | null,
) => Promise<
  { readonly data: SalesQuery; readonly failure: null } | { readonly data: null; readonly failure: Failure }
>

/** The pages of sales that fit a filter. */
export const pagesOf =
  (client: Client, filter: PurchasesFilter): ReadPage =>
  (after) =>
    askOnce<SalesQuery, SalesQueryVariables>(client, SalesDocument, { first: ROWS_AT_ONCE, after, filter })

interface Reading {
  readonly readPage: ReadPage
  readonly wait: (ms: number) => Promise<unknown>
  /** The cursor to go on from. */
  readonly after: string | null
  readonly onRows: (sales: readonly SaleRowFragment[]) => void
}

/** How far a reading came: to the end, or to a cursor from which it can go on once it does not fail any more. */
export type ReadSales =
  | { readonly isWhole: true }
  | { readonly isWhole: false; readonly after: string | null; readonly failure: Failure }

/** Reads page after page. Where too much was asked for it waits as long as the server says, and goes on. */
export async function readAllSales({ readPage, wait, after: from, onRows }: Reading): Promise<ReadSales> {
  let after = from
  for (;;) {
    const { data, failure } = await readPage(after)
    if (failure?.kind === 'busy') {
      await wait(failure.retryAfterMs ?? WAIT_MS)
      continue
    }
    if (failure) return { isWhole: false, after, failure }
    onRows(data.purchases.nodes)
    if (!data.purchases.pageInfo.hasNextPage) return { isWhole: true }
    after = data.purchases.pageInfo.endCursor ?? null
  }
}
