import { endOfDays, localDateOf } from '../calendar/local-date.ts'
import { activationOf } from './activation.ts'
import { expiryOf } from './expiry.ts'
import type { Terms } from './terms.ts'

/** When the points of a lot can be spent: from, and until before. */
export interface LotDates {
  readonly activatesAt: Date
  readonly expiresAt: Date | null
}

/**
 * The dates of points that a sale earned, counted from when it happened, however late it is handed in. What was handed
 * in on a later day leaves at least the days of grace to spend it, as points do that a refund gives back.
 */
export function datesOfEarned(
  terms: Pick<Terms, 'expiry' | 'activationDelayDays' | 'refundGraceDays'>,
  sale: { readonly occurredAt: Date; readonly postedAt: Date; readonly timeZone: string },
): LotDates {
  const { postedAt, timeZone } = sale
  // A till's clock may run ahead by a minute; its points need not wait for it.
  const occurredAt = new Date(Math.min(sale.occurredAt.getTime(), postedAt.getTime()))
  const activatesAt = activationOf(terms, occurredAt, timeZone)
  const expiresAt = expiryOf(terms, occurredAt, timeZone)
  const isLate = localDateOf(occurredAt, timeZone) < localDateOf(postedAt, timeZone)
  if (expiresAt === null || !isLate) return { activatesAt, expiresAt }
  const graceEndsAt = endOfDays(postedAt, terms.refundGraceDays, timeZone)
  return { activatesAt, expiresAt: new Date(Math.max(expiresAt.getTime(), graceEndsAt.getTime())) }
}
