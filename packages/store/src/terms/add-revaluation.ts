import type pg from 'pg'
import type { Revaluation } from '../generated/prisma/client.ts'

/** A revaluation before it is written. */
export type NewRevaluation = Omit<Revaluation, 'issuers'> & { readonly issuers: object }

/** Writes a revaluation down, once a version of the terms; false when it stands already. */
export async function addRevaluation(client: pg.ClientBase, row: NewRevaluation): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into revaluation (coalition_id, terms_id, previous_terms_id, old_reserve_price, new_reserve_price, payer,
        issuers, revalued_at, entry_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      ...[row.coalitionId, row.termsId, row.previousTermsId],
      ...[String(row.oldReservePrice), String(row.newReservePrice)],
      ...[row.payer, JSON.stringify(row.issuers), row.revaluedAt, row.entryId],
    ],
  )
  return rowCount === 1
}
