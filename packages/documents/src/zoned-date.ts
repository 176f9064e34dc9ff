import { localTimeOf } from '@artel/rules'
import type { DocumentLanguage } from './statement-document.ts'

const two = (value: number) => value.toString().padStart(2, '0')

/** The date on the wall of an IANA zone: `31.10.2026` in Russian, `2026-10-31` in English. */
export function zonedDate(instant: Date, timeZone: string, language: DocumentLanguage): string {
  const { year, month, day } = localTimeOf(instant, timeZone)
  const fullYear = year.toString().padStart(4, '0')
  return language === 'ru' ? `${two(day)}.${two(month)}.${fullYear}` : `${fullYear}-${two(month)}-${two(day)}`
}

/** The time on the wall of an IANA zone, `14:05:09`. */
export function zonedTime(instant: Date, timeZone: string): string {
  const { hour, minute, second } = localTimeOf(instant, timeZone)
  return `${two(hour)}:${two(minute)}:${two(second)}`
}
