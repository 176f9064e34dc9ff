/** Whole points of the coalition's currency. Never a float, never a JSON number. */
export type Points = bigint & { readonly __unit: 'points' }

/** Largest amount the ledger stores: PostgreSQL's bigint. */
export const MAX_AMOUNT = 9_223_372_036_854_775_807n

/** Brands a whole number as points. Sign is the caller's business: a delta may be negative. */
export const points = (value: bigint): Points => value as Points

export const ZERO_POINTS = points(0n)
