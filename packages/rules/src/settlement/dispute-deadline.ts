import { addDays, localDateOf, startOfDay } from '../calendar/local-date.ts'

/**
 * First instant at which a statement can no longer be disputed: `disputeDays` whole local days follow the day on which
 * it was stated. Silence until then is acceptance.
 */
export function disputeDeadline(
  statedAt: Date,
  agreed: { readonly disputeDays: number; readonly timeZone: string },
): Date {
  return startOfDay(addDays(localDateOf(statedAt, agreed.timeZone), agreed.disputeDays + 1), agreed.timeZone)
}
