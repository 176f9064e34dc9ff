/** Rows of a page. */
export const PAGE_SIZE = 25

/** The page that is shown: neither for the first one. */
export interface TurnedPage {
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** The arguments of a connection for the page that an address names. */
export const pageArguments = ({ after, before }: TurnedPage) =>
  before === undefined ? { first: PAGE_SIZE, after: after ?? null } : { last: PAGE_SIZE, before }
