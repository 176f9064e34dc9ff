import { type Micros, micros, type Points, points } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** A lot whose points can still be spent, or are promised to a hold. */
export interface OpenLot {
  readonly id: string
  readonly remaining: Points
  readonly reserved: Points
  readonly expiresAt: Date | null
  readonly prices: {
    readonly reservePrice: Micros
    readonly deposit: Micros
    readonly issueFee: Micros
    readonly redeemFee: Micros
  }
}

const OPEN_LOTS = `select lot_id as id, remaining::text, reserved::text, expires_at as "expiresAt",
    reserve_price::text as r, deposit::text as d, issue_fee::text as fi, redeem_fee::text as fr
  from lot where coalition_id = $1 and issuer_id = $2 and open order by lot_id`

interface LotRow {
  readonly id: string
  readonly remaining: string
  readonly reserved: string
  readonly expiresAt: Date | null
  readonly r: string
  readonly d: string
  readonly fi: string
  readonly fr: string
}

/** Open lots of the points that a member has issued, all customers', in the order of their ids. */
export async function openLotsOfIssuer(
  store: Pick<Store, 'pool'>,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<OpenLot[]> {
  const { rows } = await store.pool.query<LotRow>(
    withLongTimeout({ name: 'artel_open_lots_of_issuer', text: OPEN_LOTS, values: [coalitionId, memberId] }),
  )
  return rows.map(({ id, remaining, reserved, expiresAt, r, d, fi, fr }) => ({
    id,
    remaining: points(BigInt(remaining)),
    reserved: points(BigInt(reserved)),
    expiresAt,
    prices: {
      reservePrice: micros(BigInt(r)),
      deposit: micros(BigInt(d)),
      issueFee: micros(BigInt(fi)),
      redeemFee: micros(BigInt(fr)),
    },
  }))
}
