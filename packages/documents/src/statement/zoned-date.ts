import type { DocumentLanguage } from './statement-document.ts'

/** Making a formatter costs far more than using it, and a document has one zone. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function partsOf(instant: Date, timeZone: string): Readonly<Record<string, string>> {
  let format = formatters.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    })
    formatters.set(timeZone, format)
  }
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
}

/**
 * The date on the wall of an IANA zone: `31.10.2026` in Russian, `2026-10-31` in English.
 * Throws RangeError for an unknown zone.
 */
export function zonedDate(instant: Date, timeZone: string, language: DocumentLanguage): string {
  const { year, month, day } = partsOf(instant, timeZone)
  return language === 'ru' ? `${day}.${month}.${year}` : `${year}-${month}-${day}`
}

/** The time on the wall of an IANA zone, `14:05:09`. */
export function zonedTime(instant: Date, timeZone: string): string {
  const { hour, minute, second } = partsOf(instant, timeZone)
  return `${hour}:${minute}:${second}`
}
