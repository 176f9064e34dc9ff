import type { Micros } from '@artel/ledger'
import type pg from 'pg'

/** Security for what a leaving member's points may still cost, before it is written. */
export interface NewExitGuarantee {
  readonly coalitionId: string
  readonly id: string
  readonly exitId: string
  readonly kind: 'DEPOSIT' | 'GUARANTEE'
  readonly amount: Micros
  readonly reference: string
  readonly recordedAt: Date
  readonly recordedById: string
  /** The entry that booked a deposit. */
  readonly entryId: string | null
  readonly key: string
  readonly requestHash: string
}

/** Writes security down, once a key of its exit. */
export async function addExitGuarantee(client: pg.ClientBase, row: NewExitGuarantee): Promise<void> {
  await client.query(
    `insert into exit_guarantee (coalition_id, guarantee_id, exit_id, kind, amount, reference, recorded_at,
      recorded_by_id, entry_id, key, request_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (coalition_id, exit_id, key) do nothing`,
    [
      ...[row.coalitionId, row.id, row.exitId, row.kind, String(row.amount), row.reference, row.recordedAt],
      ...[row.recordedById, row.entryId, row.key, row.requestHash],
    ],
  )
}
