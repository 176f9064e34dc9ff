declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Whole points as the API answers them: a decimal string. `BigInt(points)` is exact; `Number` is not. */
export type Points = Branded<'Points'>
/** Money in the currency's minor unit (kopecks for RUB) as the API answers it: a decimal string. */
export type Minor = Branded<'Minor'>
/** Ledger money in millionths of a currency unit as the API answers it: a decimal string with sign. */
export type Micros = Branded<'Micros'>
/** How much of something as the API answers it: a decimal string with up to three decimals, `1.5`. */
export type Quantity = Branded<'Quantity'>
/** An instant as the API answers it: ISO 8601 in UTC. */
export type DateTime = Branded<'DateTime'>

/** Whole points to send: a `bigint` or a decimal string. A `number` is refused by the compiler. */
export type PointsInput = bigint | string
/** Minor units to send (kopecks for RUB): a `bigint` or a decimal string. */
export type MinorInput = bigint | string
/** Millionths of a currency unit to send: a `bigint` or a decimal string. */
export type MicrosInput = bigint | string
/** How much of something to send: a decimal string with up to three decimals, `'1.5'`, or a `bigint` of whole units. */
export type QuantityInput = bigint | string
/** An instant to send: a `Date` or an ISO 8601 string. */
export type DateTimeInput = Date | string
/** A JSON object, for example a public JWK. */
export type JsonObject = { readonly [key: string]: unknown }
