import type { LimitPeriod } from './rule.ts'
import type { RuleLanguage } from './rule-language.ts'

export const isAllDay = (from: number, to: number): boolean => from === 0 && to === WHOLE_DAY_MINUTES

export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export function weekday(day: number, language: RuleLanguage): string {
  if (language === 'ru') return RUSSIAN_DAYS[day - 1] ?? ''
  const name = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' })
  return `${name.format(SOME_MONDAY + (day - 1) * MS_PER_DAY)}s`
}

export const date = (day: string, language: RuleLanguage): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )

export function per(period: LimitPeriod, language: RuleLanguage): string {
  if (period === 'RULE') return ''
  if (language === 'en') return period === 'DAY' ? ' a day' : ' a month'
  return period === 'DAY' ? ' в день' : ' в месяц'
}

const WHOLE_DAY_MINUTES = 1_440
const RUSSIAN_DAYS = [
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
  'воскресеньям',
]
/** A Monday. */
const SOME_MONDAY = Date.UTC(2026, 0, 5)
const MS_PER_DAY = 86_400_000
