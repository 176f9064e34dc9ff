/** The money book's unit: one millionth of a currency unit, so that no event ever rounds. */
export type Micros = bigint & { readonly __unit: 'micros' }

/** What a customer pays, in the currency's minor unit (kopecks). */
export type Minor = bigint & { readonly __unit: 'minor' }

/** A rate in basis points: 500 is 5 %. */
export type BasisPoints = bigint & { readonly __unit: 'bps' }

export const micros = (value: bigint): Micros => value as Micros
export const minor = (value: bigint): Minor => value as Minor
export const basisPoints = (value: bigint): BasisPoints => value as BasisPoints

/** Micros in one minor unit of a two-decimal currency. */
export const MICROS_PER_MINOR = 10_000n

/**
 * Most money that one command may name, minor units: no product with a rate or a price leaves the database's bigint. The
 * one limit of bills, payments, fees and thresholds.
 */
export const MAX_COMMAND_MINOR = 1_000_000_000_000n

/** The same in micros, of a two-decimal currency: most that one command may move. */
export const MAX_COMMAND_MICROS = MAX_COMMAND_MINOR * MICROS_PER_MINOR

/** Highest price or fee of a point, micros. */
export const MAX_PRICE_MICROS = 1_000_000_000_000n
