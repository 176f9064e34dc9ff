/**
 * Kinds of entries by which a customer is not silent, as a list of SQL: a sale, whatever it earned, points given back by a
 * refund, and points moved from or to it. Without the latter two, points that came to somebody long silent would end at
 * once. A gift, a correction, a hold and points that ran out are others' doing.
 */
export const ACTIVITY_KINDS = `('EARN', 'REDEEM', 'REDEEM_REVERSAL', 'TRANSFER_OUT', 'TRANSFER_IN', 'MERGE_IN')`
