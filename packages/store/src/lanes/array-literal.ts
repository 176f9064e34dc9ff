/**
 * PostgreSQL array literals, written by hand: the driver's own encoding quotes and escapes every element, which
 * costs more than everything else that a batch does in Node.
 */

/** For elements that need no quotes: uuids, numbers, closed vocabularies. Null becomes NULL. */
export const plainArray = (values: readonly (string | number | bigint | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`

/** For any text. Null becomes NULL. */
export const textArray = (values: readonly (string | null)[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : quoted(value))).join(',')}}`

const SPECIAL = /[\\"]/
const quoted = (value: string): string => `"${SPECIAL.test(value) ? value.replace(/[\\"]/g, '\\$&') : value}"`

/** For instants, in UTC to the millisecond. */
export function dateArray(values: readonly (Date | null | undefined)[]): string {
  // Most instants of a batch are its own: text is made once for equal neighbours.
  let lastMs = Number.NaN
  let lastText = ''
  const texts = values.map((value) => {
    if (!value) return 'NULL'
    const ms = value.getTime()
    if (ms !== lastMs) {
      lastMs = ms
      lastText = `"${value.toISOString()}"`
    }
    return lastText
  })
  return `{${texts.join(',')}}`
}

/** For bytes given in hexadecimal. */
export const hexArray = (values: readonly string[]): string =>
  values.length === 0 ? '{}' : `{"\\\\x${values.join('","\\\\x')}"}`

/** For JSON. Bigints become decimal strings. */
export const jsonArray = (values: readonly unknown[]): string =>
  textArray(values.map((value) => (value === null ? null : toJson(value))))

/**
 * JSON text in which bigints are decimal strings: none passes through a double. A lone surrogate, which JSON can escape
 * and no database stores, becomes U+FFFD as it does in texts that are sent as such.
 */
export function toJson(value: unknown): string {
  const text = holdsBigint(value)
    ? JSON.stringify(value, (_name, item) => (typeof item === 'bigint' ? item.toString() : item))
    : JSON.stringify(value)
  // Whole characters are never escaped, so this is a half of one, or somebody wrote a backslash and these letters.
  return text?.includes('\\ud') ? JSON.stringify(JSON.parse(text), withoutLoneSurrogates) : text
}

const LONE_SURROGATE = /\p{Surrogate}/gu
const withoutLoneSurrogates = (_name: string, item: unknown): unknown =>
  typeof item === 'string' ? item.replace(LONE_SURROGATE, '\uFFFD') : item

/** Most documents hold none, and a replacer makes their text several times slower. */
function holdsBigint(value: unknown): boolean {
  if (typeof value === 'bigint') return true
  if (typeof value !== 'object' || value === null) return false
  for (const name in value) if (holdsBigint((value as Record<string, unknown>)[name])) return true
  return false
}
