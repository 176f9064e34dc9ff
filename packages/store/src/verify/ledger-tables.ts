import { HASHED_TABLES } from '../row-hash/line-sql.ts'

/** A table that the write function alone writes, and its key after the coalition. */
export interface LedgerTable {
  readonly table: string
  readonly key: readonly string[]
}

/** Every table of the ledger: hashed rows first, then what is derived from them, then the chain itself. */
export const LEDGER_TABLES: readonly LedgerTable[] = [
  ...HASHED_TABLES,
  { table: 'customer_account', key: ['customer_id'] },
  { table: 'counter', key: ['owner_id', 'customer_id', 'period'] },
  { table: 'account_movement', key: ['kind', 'owner_id', 'batch_no'] },
  { table: 'account_rollup', key: ['kind', 'owner_id', 'batch_no'] },
  { table: 'batch', key: ['batch_no'] },
  { table: 'chain_head', key: [] },
  { table: 'chain_checkpoint', key: ['batch_no'] },
]
