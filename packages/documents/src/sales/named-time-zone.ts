/** Zones by the names that tills give them, in words; IANA names are taken as they are. */
const ZONES: Readonly<Record<string, string>> = {
  'eastern time (us & canada)': 'America/New_York',
  'central time (us & canada)': 'America/Chicago',
  'mountain time (us & canada)': 'America/Denver',
  'pacific time (us & canada)': 'America/Los_Angeles',
  ...{ arizona: 'America/Phoenix', alaska: 'America/Anchorage', hawaii: 'Pacific/Honolulu' },
  'atlantic time (canada)': 'America/Halifax',
  ...{
    london: 'Europe/London',
    edinburgh: 'Europe/London',
    dublin: 'Europe/Dublin',
    lisbon: 'Europe/Lisbon',
  },
  ...{ paris: 'Europe/Paris', madrid: 'Europe/Madrid', berlin: 'Europe/Berlin', moscow: 'Europe/Moscow' },
  ...{ tokyo: 'Asia/Tokyo', sydney: 'Australia/Sydney', melbourne: 'Australia/Melbourne' },
  ...{ brisbane: 'Australia/Brisbane', adelaide: 'Australia/Adelaide', perth: 'Australia/Perth' },
  ...{ мск: 'Europe/Moscow', msk: 'Europe/Moscow' },
}

/** What names turned out to be: a file has few, in every row, and asking `Intl` is dear. */
const found = new Map<string, string | undefined>()
const MAX_FOUND = 1_000

/** The IANA zone, or an offset, that a column of zones names; undefined for a name that is not known. */
export function namedTimeZone(name: string): string | undefined {
  const known = ZONES[name.toLowerCase()]
  if (known !== undefined) return known
  if (found.has(name)) return found.get(name)
  if (found.size >= MAX_FOUND) found.clear()
  const zone = askTimeZone(name)
  found.set(name, zone)
  return zone
}

function askTimeZone(name: string): string | undefined {
  const [, offset] = /^(?:UTC|GMT)?([+-]\d\d:?\d\d)$/i.exec(name) ?? []
  if (offset !== undefined) return offset
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    // Not being a zone is the answer, not a failure.
    return undefined
  }
}
