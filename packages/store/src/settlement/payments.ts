import type { Minor } from '@artel/ledger'
import type pg from 'pg'

/** Money that was paid, before it is written. */
export interface NewPayment {
  readonly coalitionId: string
  readonly id: string
  readonly legId: string
  readonly amount: Minor
  /** ISO date. */
  readonly paidOn: string
  /** The entry that booked it. */
  readonly entryId: string
  /** The line of an imported bank statement that proves it; null when somebody says so. */
  readonly bank: { readonly importId: string; readonly lineId: string } | null
  readonly note: string
  readonly recordedAt: Date
  readonly recordedById: string
}

/** Writes a payment down. */
export async function addPayment(client: pg.ClientBase, payment: NewPayment): Promise<void> {
  const { bank } = payment
  await client.query(
    `insert into payment (coalition_id, payment_id, payment_leg_id, amount_minor, paid_on, entry_id, source,
      bank_import_id, bank_line_id, note, recorded_at, recorded_by_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[payment.coalitionId, payment.id, payment.legId, payment.amount.toString(), payment.paidOn],
      ...[payment.entryId, bank ? 'BANK' : 'MANUAL', bank?.importId ?? null, bank?.lineId ?? null],
      ...[payment.note, payment.recordedAt, payment.recordedById],
    ],
  )
}

/** Lines of bank statements, of whatever file, that have paid something. */
export async function bankLinesThatPaid(
  client: pg.ClientBase,
  coalitionId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'select distinct bank_line_id as id from payment where coalition_id = $1 and bank_line_id is not null',
    [coalitionId],
  )
  return new Set(rows.map(({ id }) => id))
}
