/** What is changed, how, and which invariant of which table notices. */
export type Tampering = readonly [says: string, sql: string, invariant: string, table: string]

/** An id that nothing has. */
export const STRANGER = `'01960000-0000-7000-8000-0000000000ff'`

/** Of refunds, and of what they leave: debts, claims, and where points of merged customers came from. */
export const REFUND_TAMPERINGS: readonly Tampering[] = [
  [
    'points returned',
    `update refund set points_returned = points_returned + 1 where points_returned > 0`,
    'REFUND_ENTRIES',
    'refund',
  ],
  [
    'points recovered',
    `update refund set points_recovered = points_recovered + 1`,
    'REFUND_ENTRIES',
    'refund',
  ],
  ['an amount refunded', `update refund set amount_minor = 100000000`, 'REFUND_WITHIN_PURCHASE', 'purchase'],
  ["a debt's remaining", `update debt set remaining = remaining + 1`, 'DEBT_ACCOUNT', 'debt'],
  ["a debt's amount", `update debt set amount = amount + 1`, 'DEBT_BOUNDS', 'debt'],
  ["a debt's lot", `update debt set lot_id = ${STRANGER}`, 'DEBT_LOT', 'debt'],
  [
    'what remains of a claim',
    `update claim set remaining = remaining - 1 where remaining > 0`,
    'CLAIM_ENTRIES',
    'claim',
  ],
  ["a claim's amount", `update claim set amount = amount + 1`, 'CLAIM_ENTRIES', 'claim'],
  ['a claim removed', `delete from claim where remaining < amount`, 'CLAIM_ENTRIES', 'claim'],
  [
    'points that had run out',
    `update refund set points_expired = points_expired + 1 where points_borne > 0`,
    'CLAIM_ENTRIES',
    'claim',
  ],
  [
    'points claimed of those returned',
    `update refund set points_claimed = points_claimed - 1 where points_claimed > 0`,
    'REFUND_ENTRIES',
    'refund',
  ],
  [
    'claimed points left with the customer',
    `update lot set remaining = remaining + 1 where lot_id in (select lot_id from claim where remaining > 0)`,
    'CLAIM_FIRST',
    'lot',
  ],
  [
    'where merged points were first issued',
    `update lot set origin_lot_id = ${STRANGER} where origin_lot_id is not null`,
    'LOT_ORIGIN',
    'lot',
  ],
]
