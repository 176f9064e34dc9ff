import { type Points, points } from '@artel/ledger'
import type { Store } from '../store.ts'
import { uuidArray } from '../wire/binary-array.ts'

/** A customer's points as people read them. */
export interface WalletSums {
  readonly customerId: string
  /** All points of the customer, held and pending included. */
  readonly balance: Points
  /** Spendable now. */
  readonly available: Points
  /** Promised to open holds. */
  readonly reserved: Points
  /** Not yet active. */
  readonly pending: Points
  /** Owed after refunds of points already spent. */
  readonly debt: Points
  /** Spendable points that expire within the next 30 days, and the first of those instants. */
  readonly expiringSoon: { readonly points: Points; readonly at: Date } | null
  /** The coalition's clock. */
  readonly asOf: Date
  /** How often the account had moved by then: what happens later has a higher number. */
  readonly sequence: bigint
}

interface WalletRow {
  customerId: string
  asOf: Date
  balance: string
  reserved: string
  available: string
  pending: string
  expiring: string
  expiringAt: Date | null
  debt: string
  sequence: string
}

const WALLET_SUMS = `select a.customer_id as "customerId", clock.now as "asOf", a.sequence::text,
    a.posted::text as balance,
    a.reserved::text, coalesce(l.available, 0)::text as available, coalesce(l.pending, 0)::text as pending,
    coalesce(l.expiring, 0)::text as expiring, l.expiring_at as "expiringAt", coalesce(d.debt, 0)::text as debt
  from (select coalition_clock(clock_offset_seconds) as now
    from coalition where coalition_id = $1 offset 0) clock
  cross join unnest($2::uuid[]) x(id)
  join customer_account a on a.coalition_id = $1 and a.customer_id = x.id
  left join lateral (select
      sum(l.remaining - l.reserved) filter (where l.activates_at <= clock.now) as available,
      sum(l.remaining - l.reserved) filter (where l.activates_at > clock.now) as pending,
      sum(l.remaining - l.reserved) filter (where l.activates_at <= clock.now
        and l.expires_at <= clock.now + interval '30 days') as expiring,
      min(l.expires_at) filter (where l.activates_at <= clock.now
        and l.expires_at <= clock.now + interval '30 days' and l.remaining > l.reserved) as expiring_at
    from lot l where l.coalition_id = $1 and l.customer_id = x.id and l.open
      and (l.expires_at is null or l.expires_at > clock.now)) l on true
  left join lateral (select sum(d.remaining) as debt
    from debt d where d.coalition_id = $1 and d.customer_id = x.id and d.remaining > 0) d on true`

/** Wallets of many customers in one query, by customer id; unknown customers are absent. */
export async function walletSums(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, WalletSums>> {
  const { rows } = await store.pool.query<WalletRow>({
    name: 'artel_wallet_sums',
    text: WALLET_SUMS,
    values: [coalitionId, uuidArray(customerIds, (id) => id)],
  })
  return new Map(rows.map((row) => [row.customerId, parse(row)]))
}

function parse(row: WalletRow): WalletSums {
  const at = row.expiringAt
  return {
    customerId: row.customerId,
    asOf: row.asOf,
    sequence: BigInt(row.sequence),
    balance: points(BigInt(row.balance)),
    available: points(BigInt(row.available)),
    reserved: points(BigInt(row.reserved)),
    pending: points(BigInt(row.pending)),
    debt: points(BigInt(row.debt)),
    expiringSoon: at && { points: points(BigInt(row.expiring)), at },
  }
}
