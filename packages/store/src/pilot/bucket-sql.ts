/** Powers of 2^32 modulo 10 000, of the first word of a digest to its last. */
const WEIGHTS = '9216, 2896, 2976, 1456, 336, 1616, 7296, 1'

/**
 * The bucket of a customer in a pilot, 0 to 9999, as `pilotBucket` of the rules has it: the SHA-256 of both ids, taken as one number
 * of eight words of 32 bits, modulo 10 000. `pilot` and `customer` are expressions of type uuid.
 */
export const bucketSql = (pilot: string, customer: string): string =>
  `(select (sum((('x' || substr(digest, (8 * n - 7)::int, 8))::bit(32)::bigint % 10000) * weight) % 10000)::int
    from (select encode(sha256(convert_to(${pilot} || ':' || ${customer}, 'UTF8')), 'hex') as digest) hashed
    cross join unnest(array[${WEIGHTS}]) with ordinality word(weight, n))`
