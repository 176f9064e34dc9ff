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
