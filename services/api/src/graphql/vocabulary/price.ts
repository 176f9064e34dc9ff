/** What fields cost that are no single row; see `plugins/price-document.ts`. */

/** A text of pages. */
export const LONG_TEXT = { price: 25 } as const

/** A figure that is read from many entries. */
export const REPORT = { price: 25 } as const

/** A month of sales that is read and reckoned anew. */
export const REPLAY = { price: 500 } as const

/** What comes with the row that it stands in, and is read by no query of its own. */
export const WITH_ITS_ROW = { price: 0 } as const

/** A plain field that is read by a query of its own. */
export const ONE_ROW = { price: 1 } as const

/** A row of a figure that is read as a list: five of them are reckoned as one figure. */
export const REPORT_ROW = { price: 5 } as const
