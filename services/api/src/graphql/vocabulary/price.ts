/** What fields cost that are no single row; see `plugins/price-document.ts`. */

/** A text of pages. */
export const LONG_TEXT = { price: 25 } as const

/** A figure that is read from many entries. */
export const REPORT = { price: 25 } as const

/** A month of sales that is read and reckoned anew. */
export const REPLAY = { price: 500 } as const
