import type pg from 'pg'
import type { Reconciliation } from '../generated/prisma/client.ts'

/** Writes a run with its counts; false when its member's file has one already. */
export async function addReconciliation(client: pg.ClientBase, run: Reconciliation): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into reconciliation (coalition_id, reconciliation_id, member_id, file_hash, from_at, to_at, row_count, matched,
        missing_here, missing_there, amount_differs, date_differs, duplicates, unreadable, made_at, made_by_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      on conflict (coalition_id, member_id, file_hash) do nothing`,
    [
      ...[run.coalitionId, run.id, run.memberId, run.fileHash, run.fromAt, run.toAt, run.rowCount],
      ...[run.matched, run.missingHere, run.missingThere, run.amountDiffers, run.dateDiffers],
      ...[run.duplicates, run.unreadable, run.madeAt, run.madeById],
    ],
  )
  return rowCount === 1
}
