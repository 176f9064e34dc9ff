/**
 * PostgreSQL array literals, written by hand: the driver's own encoding quotes and escapes every element, which
 * costs more than everything else that a batch does in Node.
 */

/** For elements that need no quotes: uuids, numbers, closed vocabularies. Null becomes NULL. */
export function plainArray(values: readonly (string | number | bigint | null)[]): string {
  let literal = '{'
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) literal += ','
    literal += values[index] ?? 'NULL'
  }
  return `${literal}}`
}

/** For any text. Null becomes NULL. */
export function textArray(values: readonly (string | null)[]): string {
  let literal = '{'
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) literal += ','
    const value = values[index]
    literal += value === null || value === undefined ? 'NULL' : `"${value.replace(/[\\"]/g, '\\$&')}"`
  }
  return `${literal}}`
}

/** For instants, in UTC to the millisecond. */
export const dateArray = (values: readonly (Date | null)[]): string =>
  textArray(values.map((value) => value?.toISOString() ?? null))

/** For bytes, in PostgreSQL's hex form. */
export const bytesArray = (values: readonly Uint8Array[]): string =>
  textArray(values.map((value) => `\\x${Buffer.from(value).toString('hex')}`))

/** For JSON. Bigints become decimal strings. */
export const jsonArray = (values: readonly unknown[]): string =>
  textArray(values.map((value) => (value === null ? null : toJson(value))))

/** JSON text in which bigints are decimal strings: none passes through a double. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_name, item) => (typeof item === 'bigint' ? item.toString() : item))
