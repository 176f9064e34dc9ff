import type { Store } from '@artel/store'

/** Balances of derived accounts, debit minus credit. `ownerId` defaults to the coalition. */
export interface Books {
  /** Whole points. */
  points(kind: string, ownerId?: string): bigint
  /** Micros. */
  money(kind: string, ownerId?: string): bigint
}

/** Reads every account of a coalition from its transfers. */
export async function booksOf(store: Store, coalitionId: string): Promise<Books> {
  const { rows } = await store.pool.query<{ unit: string; kind: string; owner: string; balance: string }>(
    `select unit, kind, owner, sum(amount)::text as balance from (
      select unit, debit_kind as kind, debit_owner_id as owner, amount from transfer where coalition_id = $1
      union all
      select unit, credit_kind, credit_owner_id, -amount from transfer where coalition_id = $1) legs
    group by unit, kind, owner`,
    [coalitionId],
  )
  const balances = new Map(rows.map((row) => [`${row.unit} ${row.kind} ${row.owner}`, BigInt(row.balance)]))
  const balanceOf =
    (unit: string) =>
    (kind: string, ownerId: string = coalitionId) =>
      balances.get(`${unit} ${kind} ${ownerId}`) ?? 0n
  return { points: balanceOf('POINTS'), money: balanceOf('MONEY') }
}

const LEDGER_TABLES = [
  'act_by',
  'claim',
  'customer_account',
  'debt',
  'entry',
  'hold',
  'hold_lot',
  'lot',
  'lot_use',
  'outbox',
  'purchase',
  'refund',
  'transfer',
] as const

/** Rows of every table that a command of points writes, and the sum of what its mutable rows say. */
export async function ledgerRows(store: Store): Promise<Readonly<Record<string, string>>> {
  const counts = LEDGER_TABLES.map((table) => `(select count(*)::text from ${table}) as ${table}`)
  const { rows } = await store.pool.query<Record<string, string>>(`select ${counts.join(', ')},
    (select coalesce(sum(posted), 0)::text from customer_account) as posted,
    (select coalesce(sum(reserved), 0)::text from customer_account) as reserved,
    (select coalesce(sum(sequence), 0)::text from customer_account) as sequence,
    (select coalesce(sum(remaining), 0)::text from lot) as remaining,
    (select string_agg(status, ' ' order by hold_id) from hold) as hold_statuses`)
  return rows[0] ?? {}
}
