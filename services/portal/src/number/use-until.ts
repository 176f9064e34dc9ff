import { useTranslation } from 'react-i18next'
import { usePlace } from '../place/use-place.ts'
import { formatDay, formatInstant } from './format-time.ts'
import { beforeMidnight } from './local-day.ts'

/**
 * Says until when, after a word such as "until". A time that runs out at midnight runs out at the end of the day before:
 * nobody reads 00:00 of a day as its beginning.
 */
export function useUntil(): (instant: string) => string {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return (instant) => {
    const lastDay = beforeMidnight(instant, timeZone)
    return lastDay
      ? t('list.endOf', { day: formatDay(lastDay, i18n.language, timeZone) })
      : formatInstant(instant, i18n.language, timeZone)
  }
}
