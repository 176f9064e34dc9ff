import { type Minor, minor } from '@artel/ledger'
import type pg from 'pg'

/** The line of an imported bank statement that proves what is written down. */
export interface BankProof {
  readonly importId: string
  readonly lineId: string
}

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
  /** Null when somebody says so. */
  readonly bank: BankProof | null
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

/** The newest payment of a leg that stands and has this amount and day; undefined when there is none. */
export async function equalPayment(
  client: pg.ClientBase,
  asked: {
    readonly coalitionId: string
    readonly legId: string
    readonly amount: Minor
    readonly paidOn: string
  },
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `select payment_id as id from standing_payment
    where coalition_id = $1 and payment_leg_id = $2 and amount_minor = $3 and paid_on = $4
    order by payment_id desc limit 1`,
    [asked.coalitionId, asked.legId, asked.amount.toString(), asked.paidOn],
  )
  return rows[0]?.id
}

/** A payment with what taking it back depends on. */
export interface PaymentOnLeg {
  readonly amount: Minor
  /** ISO date. */
  readonly paidOn: string
  readonly payerId: string
  readonly payeeId: string
  /** The payee, where it is an affiliate. */
  readonly affiliateId: string | null
  readonly windowNo: number
  readonly isReversed: boolean
}

/** A payment and its leg; undefined when there is no such payment. */
export async function paymentOnLeg(
  client: pg.ClientBase,
  { coalitionId, paymentId }: { readonly coalitionId: string; readonly paymentId: string },
): Promise<PaymentOnLeg | undefined> {
  const { rows } = await client.query<Omit<PaymentOnLeg, 'amount'> & { readonly amount: string }>(
    `select y.amount_minor::text as amount, y.paid_on::text as "paidOn", g.payer_id as "payerId",
      g.payee_id as "payeeId", a.affiliate_id as "affiliateId", g.window_no as "windowNo", r.payment_id is not null as "isReversed"
    from payment y
    join payment_leg g on g.coalition_id = $1 and g.payment_leg_id = y.payment_leg_id
    left join affiliate a on a.coalition_id = $1 and a.affiliate_id = g.payee_id
    left join payment_reversal r on r.coalition_id = $1 and r.payment_id = y.payment_id
    where y.coalition_id = $1 and y.payment_id = $2`,
    [coalitionId, paymentId],
  )
  const [row] = rows
  return row && { ...row, amount: minor(BigInt(row.amount)) }
}

/** A payment that is taken back, before it is written. */
export interface NewPaymentReversal {
  readonly coalitionId: string
  readonly paymentId: string
  /** The entry that undoes the payment's. */
  readonly entryId: string
  /** Null when somebody says so. */
  readonly bank: BankProof | null
  readonly reason: string
  /** ISO date. */
  readonly takenBackOn: string
  readonly reversedAt: Date
  readonly reversedById: string
}

/** Writes down that a payment was taken back. */
export async function addPaymentReversal(client: pg.ClientBase, row: NewPaymentReversal): Promise<void> {
  const { bank } = row
  await client.query(
    `insert into payment_reversal (coalition_id, payment_id, entry_id, source, bank_import_id, bank_line_id, reason,
      taken_back_on, reversed_at, reversed_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[row.coalitionId, row.paymentId, row.entryId, bank ? 'BANK' : 'MANUAL', bank?.importId ?? null],
      ...[bank?.lineId ?? null, row.reason, row.takenBackOn, row.reversedAt, row.reversedById],
    ],
  )
}
