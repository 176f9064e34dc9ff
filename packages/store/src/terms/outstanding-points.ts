import { type Micros, micros, type Points, points } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** Points of one issuer that are out at one price. */
export interface OutstandingPoints {
  readonly issuerId: string
  readonly remaining: Points
  readonly prices: { readonly reservePrice: Micros; readonly deposit: Micros }
}

/** What is left of the open lots of a coalition's members, by issuer and prices. What the promo fund paid for is nobody's debt. */
export async function outstandingPoints(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
): Promise<OutstandingPoints[]> {
  const { rows } = await store.pool.query<{ issuer_id: string; r: string; d: string; remaining: string }>(
    withLongTimeout({
      name: 'artel_outstanding_worth',
      text: `select issuer_id, reserve_price::text as r, deposit::text as d, sum(remaining)::text as remaining
        from lot where coalition_id = $1 and open and issuer_id <> $1 group by issuer_id, reserve_price, deposit`,
      values: [coalitionId],
    }),
  )
  return rows.map(({ issuer_id: issuerId, r, d, remaining }) => ({
    issuerId,
    remaining: points(BigInt(remaining)),
    prices: { reservePrice: micros(BigInt(r)), deposit: micros(BigInt(d)) },
  }))
}
