/** The money book's unit: one millionth of a currency unit, so that no event ever rounds. */
export type Micros = bigint & { readonly __unit: 'micros' }

/** What a customer pays, in the currency's minor unit (kopecks). */
export type Minor = bigint & { readonly __unit: 'minor' }

/** A rate in basis points: 500 is 5 %. */
export type BasisPoints = bigint & { readonly __unit: 'bps' }

export const micros = (value: bigint): Micros => value as Micros
export const minor = (value: bigint): Minor => value as Minor
export const basisPoints = (value: bigint): BasisPoints => value as BasisPoints

/** Most money that one command may move: 10^12 minor units of a two-decimal currency, in micros. */
export const MAX_COMMAND_MICROS = 10_000_000_000_000_000n

/** Micros in one minor unit of a two-decimal currency. */
export const MICROS_PER_MINOR = 10_000n
