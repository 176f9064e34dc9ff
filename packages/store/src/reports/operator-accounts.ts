import { type Micros, type MoneyAccountKind, micros } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** The coalition's own accounts of the money book; members' CLEARING and affiliates' PAYABLE are theirs. */
export type OperatorAccountKind = Exclude<MoneyAccountKind, 'CLEARING' | 'PAYABLE'>

/** What one of them went through in a period. */
export interface OperatorAccountSums {
  readonly kind: OperatorAccountKind
  /** Debits less credits before the period. */
  readonly opening: Micros
  /** By the kind of entry, in the order of kinds. */
  readonly movements: readonly AccountMovement[]
}

/** What entries of one kind moved. */
export interface AccountMovement {
  readonly entryKind: string
  readonly debit: Micros
  readonly credit: Micros
  readonly entryCount: number
}

/**
 * $1 coalition, $2 from, $3 to, $4 kinds. Instants of batches increase with their numbers, so a period is a range of
 * batches. What was before it comes from the roll-ups, the period itself from its transfers.
 */
const OPERATOR_ACCOUNTS = `with bounds as (
    select coalesce((select max(batch_no) from batch where coalition_id = $1 and posted_at < $2::timestamptz), 0) as after,
      coalesce((select max(batch_no) from batch where coalition_id = $1
        and ($3::timestamptz is null or posted_at < $3::timestamptz)), 0) as through),
  opening as (
    select k.kind, coalesce(r.debit - r.credit, 0) + coalesce(m.net, 0) as net
    from bounds b
    cross join unnest($4::text[]) k(kind)
    left join lateral (select r.batch_no, r.debit, r.credit from account_rollup r
      where r.coalition_id = $1 and r.kind = k.kind and r.owner_id = $1 and r.batch_no <= b.after
      order by r.batch_no desc limit 1) r on true
    left join lateral (select sum(m.debit - m.credit) as net from account_movement m
      where m.coalition_id = $1 and m.kind = k.kind and m.owner_id = $1
        and m.batch_no > coalesce(r.batch_no, 0) and m.batch_no <= b.after) m on true),
  moved as (
    select x.kind, e.kind as entry_kind, sum(x.debit) as debit, sum(x.credit) as credit,
      count(distinct x.entry_id) as entries
    from bounds b
    cross join lateral (
      select debit_kind as kind, entry_id, amount as debit, 0 as credit from transfer t
        where coalition_id = $1 and debit_owner_id = $1 and debit_kind = any($4)
          and batch_no > b.after and batch_no <= b.through
      union all select credit_kind, entry_id, 0, amount from transfer t
        where coalition_id = $1 and credit_owner_id = $1 and credit_kind = any($4)
          and batch_no > b.after and batch_no <= b.through) x
    join entry e on e.coalition_id = $1 and e.entry_id = x.entry_id
    group by x.kind, e.kind)
  select o.kind, o.net::text as opening, m.entry_kind as "entryKind", m.debit::text as debit, m.credit::text as credit,
    m.entries::int as "entryCount"
  from opening o left join moved m on m.kind = o.kind
  order by array_position($4::text[], o.kind), m.entry_kind`

interface Row {
  readonly kind: OperatorAccountKind
  readonly opening: string
  readonly entryKind: string | null
  readonly debit: string
  readonly credit: string
  readonly entryCount: number
}

/**
 * The operator's accounts in a period, in the order of `kinds`, on one snapshot: from the first entry when `from` is null,
 * to the last when `to` is.
 */
export async function operatorAccounts(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  period: {
    readonly from: Date | null
    readonly to: Date | null
    readonly kinds: readonly OperatorAccountKind[]
  },
): Promise<readonly OperatorAccountSums[]> {
  const { rows } = await store.pool.query<Row>(
    withLongTimeout({
      name: 'artel_operator_accounts',
      text: OPERATOR_ACCOUNTS,
      values: [coalitionId, period.from, period.to, period.kinds],
    }),
  )
  return period.kinds.map((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    return {
      kind,
      opening: micros(BigInt(own[0]?.opening ?? '0')),
      movements: own.flatMap(({ entryKind, debit, credit, entryCount }) =>
        entryKind === null
          ? []
          : [{ entryKind, debit: micros(BigInt(debit)), credit: micros(BigInt(credit)), entryCount }],
      ),
    }
  })
}
