import type { MoneyAccountKind, PointsAccountKind } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { BatchRange } from '../reads/batch-ranges.ts'
import type { Store } from '../store.ts'

/** What an account moved by, debits less credits: whole points or micros. */
export interface AccountMove {
  readonly kind: string
  /** Raw UUID; null for all customers of the coalition together. */
  readonly ownerId: string | null
  readonly moved: bigint
}

type AccountKind = PointsAccountKind | MoneyAccountKind
type Owner = 'member' | 'affiliate' | 'coalition'

/** Who owns accounts of a kind. Those of customers are summed. */
const OWNERS: Readonly<Record<Exclude<AccountKind, 'CUSTOMER' | 'DEBT'>, readonly Owner[]>> = {
  ISSUED: ['member', 'coalition'],
  REDEEMED: ['member'],
  EXPIRED: ['coalition'],
  CLEARING: ['member'],
  PAYABLE: ['affiliate'],
  RESERVE: ['coalition'],
  FEES: ['coalition'],
  PROMO_FUND: ['coalition'],
  BREAKAGE: ['coalition'],
  LOSS: ['coalition'],
  BANK: ['coalition'],
  ROUNDING: ['coalition'],
  REVENUE_DRAWN: ['coalition'],
}

const kindsOf = (owner: Owner): string[] =>
  Object.entries(OWNERS).flatMap(([kind, owners]) => (owners.includes(owner) ? [kind] : []))

/**
 * Read from what was written beside the transfers, not from them: what each batch moved on each account, and what each entry
 * changed of a customer's balance.
 */
const MOVED = `with owner as (
    select unnest($4::text[]) as kind, member_id as owner_id from member where coalition_id = $1
    union all select unnest($5::text[]), affiliate_id from affiliate where coalition_id = $1
    union all select unnest($6::text[]), $1)
  select o.kind, o.owner_id, x.moved::text from owner o
  cross join lateral (select sum(v.debit - v.credit) as moved from account_movement v
    where v.coalition_id = $1 and v.kind = o.kind and v.owner_id = o.owner_id and v.batch_no > $2 and v.batch_no <= $3) x
  where x.moved is not null
  union all select 'DEBT', null, sum(v.debit - v.credit)::text from account_movement v
  where v.coalition_id = $1 and v.kind = 'DEBT' and v.batch_no > $2 and v.batch_no <= $3 having count(*) > 0
  union all select 'CUSTOMER', null, (-sum(e.points_delta))::text from entry e
  where e.coalition_id = $1 and e.batch_no > $2 and e.batch_no <= $3 and e.points_delta <> 0 having count(*) > 0`

/** What the accounts of a coalition moved by in some batches; those that did not move are absent. */
export async function journalMoved(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { after, through }: BatchRange,
): Promise<readonly AccountMove[]> {
  const { rows } = await store.pool.query<{ kind: string; owner_id: string | null; moved: string }>(
    withLongTimeout({
      text: MOVED,
      values: [
        ...[coalitionId, after.toString(), through.toString()],
        ...(['member', 'affiliate', 'coalition'] as const).map(kindsOf),
      ],
    }),
  )
  return rows.map(({ kind, owner_id, moved }) => ({ kind, ownerId: owner_id, moved: BigInt(moved) }))
}
