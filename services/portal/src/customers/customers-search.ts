/** The filters and the page of the list of customers, as they stand in its address. */
export interface CustomersSearch {
  readonly text?: string | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** Reads an address; what is not understood is left out. */
export function readCustomersSearch(given: Record<string, unknown>): CustomersSearch {
  const { text, after, before } = given
  return {
    ...(typeof text === 'string' || typeof text === 'number' ? { text: String(text) } : {}),
    ...(typeof after === 'string' ? { after } : {}),
    ...(typeof before === 'string' ? { before } : {}),
  }
}
