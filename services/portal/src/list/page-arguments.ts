/** Rows of a page. */
export const PAGE_SIZE = 25

interface PageSearch {
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** The arguments of a connection for the page that an address names. */
export const pageArguments = ({ after, before }: PageSearch) =>
  before === undefined ? { first: PAGE_SIZE, after: after ?? null } : { last: PAGE_SIZE, before }
