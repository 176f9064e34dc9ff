import type { TurnedPage } from '../list/page-arguments.ts'

/** Claims or drives, which page of them, and whether with the claims that were decided. */
export interface ReceiptsSearch extends TurnedPage {
  readonly part?: 'drives' | undefined
  readonly all?: true | undefined
}

/** Reads an address; what is not understood is left out. */
export function readReceiptsSearch({ part, all, after, before }: Record<string, unknown>): ReceiptsSearch {
  return {
    ...(part === 'drives' ? { part } : {}),
    ...(all === true ? { all } : {}),
    ...(typeof after === 'string' ? { after } : {}),
    ...(typeof before === 'string' ? { before } : {}),
  }
}
