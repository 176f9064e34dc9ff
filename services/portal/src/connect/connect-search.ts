import type { TurnedPage } from '../list/page-arguments.ts'

/** What the screen of connections shows. */
export const CONNECT_PARTS = ['people', 'tills', 'keys'] as const
export type ConnectPart = (typeof CONNECT_PARTS)[number]

/** Which part, which page of it, and whether with those that ended, as they stand in the address. */
export interface ConnectSearch extends TurnedPage {
  readonly part?: 'tills' | 'keys' | undefined
  readonly all?: true | undefined
}

/** Reads an address; what is not understood is left out. */
export function readConnectSearch({ part, all, after, before }: Record<string, unknown>): ConnectSearch {
  return {
    ...(part === 'tills' || part === 'keys' ? { part } : {}),
    ...(all === true ? { all } : {}),
    ...(typeof after === 'string' ? { after } : {}),
    ...(typeof before === 'string' ? { before } : {}),
  }
}
