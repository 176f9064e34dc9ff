import { addDays, localDateOf, startOfDay } from '../calendar/local-date.ts'
import type { Terms } from './terms.ts'

/** When points earned at an instant become spendable: at once, or with the local day that is the delay's days later. */
export function activationOf(
  terms: Pick<Terms, 'activationDelayDays'>,
  earnedAt: Date,
  timeZone: string,
): Date {
  const { activationDelayDays: days } = terms
  return days === 0 ? earnedAt : startOfDay(addDays(localDateOf(earnedAt, timeZone), days), timeZone)
}
