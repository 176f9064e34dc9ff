import { type Minor, minor } from '@artel/ledger'
import type pg from 'pg'
import type { BankImport } from '../generated/prisma/client.ts'
import { toJson } from '../wire/to-json.ts'

/** A reading of a bank's file before it is written. */
export type NewBankImport = Omit<BankImport, 'matches'> & {
  /** A match a line; kept as JSON, amounts as decimal strings. */
  readonly matches: readonly object[]
}

/** How a file was read last; undefined when it is new. */
export async function lastReading(
  client: pg.ClientBase,
  { coalitionId, fileHash }: { readonly coalitionId: string; readonly fileHash: string },
): Promise<Pick<BankImport, 'id' | 'runNo' | 'matches'> | undefined> {
  const { rows } = await client.query<{ id: string; run_no: number; matches: BankImport['matches'] }>(
    `select bank_import_id as id, run_no, matches from bank_import where coalition_id = $1 and file_hash = $2
      order by run_no desc limit 1`,
    [coalitionId, fileHash],
  )
  const [last] = rows
  return last && { id: last.id, runNo: last.run_no, matches: last.matches }
}

/** Writes a reading down. */
export async function addBankImport(client: pg.ClientBase, row: NewBankImport): Promise<void> {
  await client.query(
    `insert into bank_import (coalition_id, bank_import_id, format, file_hash, run_no, line_count, matches, imported_at,
      imported_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[row.coalitionId, row.id, row.format, row.fileHash, row.runNo, row.lineCount],
      ...[toJson(row.matches), row.importedAt, row.importedById],
    ],
  )
}

/** A payment to or from the coalition's own account, with how the bank knows the other side. */
export interface HubLeg {
  readonly id: string
  readonly reference: string
  readonly payerId: string
  readonly payeeId: string
  /** Below 0 when more was paid than it asked for. */
  readonly open: Minor
  /** ISO date. */
  readonly dueOn: string
  /** Of the other side; null where none is on record. */
  readonly account: string | null
  readonly taxId: string | null
}

/** Payments of all windows that the coalition's own account makes or receives, but for those that are receivables. */
export async function hubLegs(client: pg.ClientBase, coalitionId: string): Promise<readonly HubLeg[]> {
  const { rows } = await client.query<Record<keyof Omit<HubLeg, 'account' | 'taxId'>, string> & HubParty>(
    `select g.payment_leg_id as id, g.reference, g.payer_id as "payerId", g.payee_id as "payeeId",
      g.due_on::text as "dueOn", (g.amount_minor - coalesce((select sum(y.amount_minor) from standing_payment y
        where y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id), 0))::text as open,
      r.account, r.tax_id as "taxId"
    from payment_leg g
    left join bank_details r on r.coalition_id = $1
      and r.owner_id = case when g.payer_id = $1 then g.payee_id else g.payer_id end
    where g.coalition_id = $1 and g.receivable_at is null and $1 in (g.payer_id, g.payee_id)`,
    [coalitionId],
  )
  return rows.map((row) => ({ ...row, open: minor(BigInt(row.open)) }))
}

type HubParty = Pick<HubLeg, 'account' | 'taxId'>
