const WRITTEN = /^(\d{1,11})(?:[.,](\d{0,2}))?$/

/** What somebody typed ("1 200,5", "1200.50") in minor units as a decimal text; null when it is no amount. */
export function parseMoney(text: string): string | null {
  const match = WRITTEN.exec(text.replaceAll(/[\s\u00a0\u202f_]/g, ''))
  if (!match) return null
  return BigInt(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`).toString()
}

/** What somebody typed as whole points; null when it is none. */
export function parsePoints(text: string): string | null {
  const digits = text.replaceAll(/[\s\u00a0\u202f_]/g, '')
  return /^\d{1,12}$/.test(digits) ? BigInt(digits).toString() : null
}
