/**
 * JSON text in which bigints are decimal strings: none passes through a double. A lone surrogate and U+0000,
 * which JSON can escape and no database stores, become U+FFFD, as a surrogate does in texts that are sent as such.
 */
export function toJson(value: unknown): string {
  const text = holdsBigint(value)
    ? JSON.stringify(value, (_name, item) => (typeof item === 'bigint' ? item.toString() : item))
    : JSON.stringify(value)
  // Whole characters are never escaped, so this is one of the two, or somebody wrote a backslash and these letters.
  const isSuspect = text?.includes('\\ud') || text?.includes('\\u0000')
  return isSuspect ? JSON.stringify(JSON.parse(text), storable) : text
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is exactly what is looked for
const UNSTORABLE = /[\p{Surrogate}\u0000]/gu
const storable = (_name: string, item: unknown): unknown =>
  typeof item === 'string' ? item.replace(UNSTORABLE, '\uFFFD') : item

/** Most documents hold none, and a replacer makes their text several times slower. */
function holdsBigint(value: unknown): boolean {
  if (typeof value === 'bigint') return true
  if (typeof value !== 'object' || value === null) return false
  for (const name in value) if (holdsBigint((value as Record<string, unknown>)[name])) return true
  return false
}
