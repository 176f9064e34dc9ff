import type { Lot } from '@artel/ledger'
import { endOfInactivity } from '@artel/rules'
import { type Agreement, termsById } from '../terms/agreement.ts'

/** Whether points of a coalition may end otherwise than on the date of their lot: by inactivity, or with the coalition. */
export const endsByInactivity = ({ coalition, termsById: rows }: Agreement): boolean =>
  coalition.windDownEndsAt !== null || [...rows.values()].some(({ expiry }) => expiry.kind === 'INACTIVITY')

/**
 * Lots as expiry sees them: one that runs out by inactivity ends months after its customer's last activity, and in a
 * coalition that winds down every lot ends with it at the latest. Both are no dates of the lot's own row: until the worker
 * has taken such a lot it can be spent, and spending counts as activity.
 */
export function endingLots(
  agreement: Agreement,
  lots: readonly Lot[],
  lastActiveAt: Date | null,
): readonly Lot[] {
  const { timeZone, windDownEndsAt } = agreement.coalition
  return lots.map((lot) => {
    const terms = termsById(agreement, lot.termsId)
    const inactive = lastActiveAt && endOfInactivity(terms, lot, { lastActiveAt, timeZone })
    const ends = [lot.expiresAt, inactive, windDownEndsAt].flatMap((end) => (end ? [end.getTime()] : []))
    return { ...lot, expiresAt: ends.length === 0 ? null : new Date(Math.min(...ends)) }
  })
}
