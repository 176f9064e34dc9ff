/** Where pages part thousands: spaces of any kind, and commas in English. */
const SPACES = /[\s\u00a0\u202f_]/g
const BY_COMMAS = /^\d{1,3}(?:,\d{3})+(?:\.\d{0,2})?$/
const WRITTEN = /^(\d{1,11})(?:[.,](\d{0,2}))?$/

/**
 * What somebody typed ("1 200,5", "1200.50", in English also "1,200.50") in minor units as a decimal text; null when it is no
 * amount.
 * @param language of the page, which says how it parts thousands itself
 */
export function parseMoney(text: string, language: string): string | null {
  const match = WRITTEN.exec(withoutGroups(text, language))
  if (!match) return null
  return BigInt(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`).toString()
}

/** What somebody typed as whole points, as the page of this language prints them; null when it is none. */
export function parsePoints(text: string, language: string): string | null {
  const digits = withoutGroups(text, language)
  return /^\d{1,12}$/.test(digits) ? BigInt(digits).toString() : null
}

function withoutGroups(text: string, language: string): string {
  const plain = text.replaceAll(SPACES, '')
  return language === 'en' && BY_COMMAS.test(plain) ? plain.replaceAll(',', '') : plain
}
