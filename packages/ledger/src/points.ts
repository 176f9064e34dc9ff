/** Whole points of the coalition's currency. Never a float, never a JSON number. */
export type Points = bigint & { readonly __unit: 'points' }

/** Largest amount the ledger stores: PostgreSQL's bigint. */
export const MAX_AMOUNT = 9_223_372_036_854_775_807n

/** Most points that one command may move. With it no sum of a day's worth of commands comes near what a row can hold. */
export const MAX_COMMAND_POINTS = 1_000_000_000_000n

/** Most points that a customer may have: far above any use, and far below the largest amount of a row. */
export const MAX_CUSTOMER_POINTS = 1_000_000_000_000_000n

/** Brands a whole number as points. Sign is the caller's business: a delta may be negative. */
export const points = (value: bigint): Points => value as Points

export const ZERO_POINTS = points(0n)
