/** Names in the order in which they are looked for: later browsers carry the names of earlier ones. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone|\biPad/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]
const UNKNOWN = 'Unknown device'
const MAX_PROGRAM_LENGTH = 40

/** A browser and its system in a few words, for who looks through their own sessions. Nothing else of the header is kept. */
export function describeDevice(userAgent: string | null): string {
  if (userAgent === null) return UNKNOWN
  const nameIn = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(userAgent))?.[1]
  const known = [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== undefined)
  if (known.length > 0) return known.join(', ')
  // A program names itself first: `artel-cli/1.0`.
  const program = /^[\w.-]+/.exec(userAgent)?.[0]
  return program?.slice(0, MAX_PROGRAM_LENGTH) ?? UNKNOWN
}
