import { type Points, points } from '@artel/ledger'
import type { Store } from '../store.ts'
import { int8Array, uuidArray } from '../wire/binary-array.ts'

/** What one command did to a customer's account. */
export interface BalanceMove {
  readonly customerId: string
  /** Of the account, one higher with every command: the place of the move among the customer's. */
  readonly sequence: bigint
  /** Where it happened; null among them where it happened at no member. */
  readonly memberIds: readonly (string | null)[]
  /** Added to the balance; below 0 = taken. Points. */
  readonly change: bigint
  /** Added to what holds have promised. Points. */
  readonly reservedChange: bigint
  /** Posted balance after it. Points. */
  readonly balance: Points
  /** By the coalition's clock. */
  readonly postedAt: Date
}

/** Where an entry happened: at the seller of its sale, whoever paid for points of it. */
const PLACE = `coalesce(
    (select p.member_id from purchase p where p.coalition_id = $1 and p.purchase_id = e.document_id),
    (select r.member_id from refund r where r.coalition_id = $1 and r.refund_id = e.document_id), e.member_id)`

/** A customer and the last move of it that is known. */
export interface WatchedAccount {
  readonly customerId: string
  readonly after: bigint
}

/**
 * What moved accounts after the given sequences, at most `limit` moves: each customer's in their order, without a gap, since
 * a sequence is taken under the lock of the account. An index step for each customer, however long its past is.
 */
export async function balanceMoves(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { accounts, limit }: { readonly accounts: readonly WatchedAccount[]; readonly limit: number },
): Promise<BalanceMove[]> {
  const { rows } = await store.pool.query<MoveRow>({
    name: 'artel_balance_moves',
    text: `select m.* from unnest($2::uuid[], $3::bigint[]) w(customer_id, after)
      cross join lateral (select e.customer_id, e.customer_sequence,
          array_agg(distinct ${PLACE}) as member_ids,
          sum(e.points_delta)::text as change, sum(e.reserved_delta)::text as reserved_change,
          (array_agg(e.balance_after order by e.position desc))[1]::text as balance,
          max(e.posted_at) as posted_at
        from entry e
        where e.coalition_id = $1 and e.customer_id = w.customer_id and e.customer_sequence > w.after
        group by e.customer_id, e.customer_sequence
        order by e.customer_sequence limit $4) m
      order by m.customer_id, m.customer_sequence limit $4`,
    values: [
      coalitionId,
      uuidArray(accounts, ({ customerId }) => customerId),
      int8Array(accounts, ({ after }) => after),
      limit,
    ],
  })
  return rows.map((row) => ({
    customerId: row.customer_id,
    sequence: BigInt(row.customer_sequence),
    memberIds: row.member_ids,
    change: BigInt(row.change),
    reservedChange: BigInt(row.reserved_change),
    balance: points(BigInt(row.balance)),
    postedAt: row.posted_at,
  }))
}

interface MoveRow {
  readonly customer_id: string
  readonly customer_sequence: string
  readonly member_ids: (string | null)[]
  readonly change: string
  readonly reserved_change: string
  readonly balance: string
  readonly posted_at: Date
}
