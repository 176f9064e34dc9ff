import { type Minor, minor } from '@artel/ledger'
import type pg from 'pg'

/** A line of a bank's statement that counts, before it is written. */
export interface NewBankLine {
  readonly id: string
  readonly importId: string
  readonly identity: StoredIdentity
  /** Own account, without spaces. */
  readonly account: string
  readonly direction: 'IN' | 'OUT'
  readonly amount: Minor
  /** ISO date. */
  readonly bookedOn: string
  readonly isReversal: boolean
  /** The payment that a person had recorded, or taken back, and that this line proves. */
  readonly confirmedPaymentId: string | null
}

/** What tells a line from all others, as `PaymentIdentity` of the documents. */
export interface StoredIdentity {
  readonly key: string
  readonly bankRef: string
  readonly documentNo: string | null
  readonly endToEndId: string
  readonly payerAccount: string
  readonly payerTaxId: string
  readonly payerName: string
}

/** A line that counted before. */
export interface KnownBankLine
  extends Pick<NewBankLine, 'identity' | 'account' | 'direction' | 'amount' | 'bookedOn' | 'isReversal'> {
  /** Of the file in which it came first. */
  readonly format: string
}

/** Writes a line down. */
export async function addBankLine(
  client: pg.ClientBase,
  coalitionId: string,
  line: NewBankLine,
): Promise<void> {
  const { identity } = line
  await client.query(
    `insert into bank_line (coalition_id, bank_line_id, bank_import_id, identity_key, bank_ref, document_no,
      end_to_end_id, payer_account, payer_tax_id, payer_name, account, direction, amount_minor, booked_on, is_reversal,
      confirmed_payment_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[coalitionId, line.id, line.importId, identity.key, identity.bankRef, identity.documentNo],
      ...[identity.endToEndId, identity.payerAccount, identity.payerTaxId, identity.payerName],
      ...[line.account, line.direction, line.amount.toString(), line.bookedOn, line.isReversal],
      line.confirmedPaymentId,
    ],
  )
}

/** Lines on record that may be those of a file: with one of these keys, or money taken back on one of these days. */
export async function knownBankLines(
  client: pg.ClientBase,
  coalitionId: string,
  asked: { readonly keys: readonly string[]; readonly days: readonly string[] },
): Promise<readonly KnownBankLine[]> {
  const { rows } = await client.query<
    Omit<KnownBankLine, 'identity' | 'amount'> & StoredIdentity & { readonly amount: string }
  >(
    `select b.identity_key as key, b.bank_ref as "bankRef", b.document_no as "documentNo",
      b.end_to_end_id as "endToEndId", b.payer_account as "payerAccount", b.payer_tax_id as "payerTaxId",
      b.payer_name as "payerName", b.account, b.direction, b.amount_minor::text as amount,
      b.booked_on::text as "bookedOn", b.is_reversal as "isReversal", i.format
    from bank_line b
    join bank_import i on i.coalition_id = $1 and i.bank_import_id = b.bank_import_id
    where b.coalition_id = $1
      and (b.identity_key = any($2::text[]) or b.is_reversal and b.booked_on = any($3::date[]))`,
    [coalitionId, asked.keys, asked.days],
  )
  return rows.map(({ account, direction, amount, bookedOn, isReversal, format, ...identity }) => ({
    ...{ identity, account, direction, amount: minor(BigInt(amount)), bookedOn, isReversal, format },
  }))
}

/** Ids of lines that paid something before lines were kept with their identities. */
export async function unkeptLinesThatPaid(
  client: pg.ClientBase,
  coalitionId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct y.bank_line_id as id from payment y
    where y.coalition_id = $1 and y.bank_line_id is not null
      and not exists (select from bank_line b where b.coalition_id = $1 and b.bank_line_id = y.bank_line_id)`,
    [coalitionId],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Money of the coalition's own account on record: a payment of a person, or all payments of a line of the bank. */
export interface MovementOnRecord {
  readonly direction: 'IN' | 'OUT'
  /** Of the bank's line; what it overpaid is in it. */
  readonly amount: Minor
  /** ISO date. */
  readonly paidOn: string
  readonly standingPaymentIds: readonly string[]
  /** Payments that a person took back, where no line of the bank has proved it yet. */
  readonly reversedByHandIds: readonly string[]
  /** The line of the bank's that has paid it, or proves it; null if none. */
  readonly bankLineId: string | null
  /** Of the legs that it pays. */
  readonly references: readonly string[]
  readonly partyAccounts: readonly string[]
  readonly partyTaxIds: readonly string[]
  /** What the bank's line said of itself; empty if nothing. */
  readonly endToEndId: string
  readonly bankRef: string
}

/** Movements of these amounts, oldest first. */
export async function movementsOnRecord(
  client: pg.ClientBase,
  coalitionId: string,
  amounts: readonly Minor[],
): Promise<readonly MovementOnRecord[]> {
  const { rows } = await client.query<MovementRow>(
    `select case when g.payee_id = $1 then 'IN' else 'OUT' end as direction,
      coalesce(max(b.amount_minor), sum(y.amount_minor))::text as amount, y.paid_on::text as "paidOn",
      coalesce(array_agg(y.payment_id::text order by y.payment_id) filter (where r.payment_id is null), '{}')
        as "standingPaymentIds",
      coalesce(array_agg(y.payment_id::text order by y.payment_id) filter (where r.source = 'MANUAL'), '{}')
        as "reversedByHandIds",
      bool_or(exists (select from bank_line c where c.coalition_id = $1
        and c.confirmed_payment_id = y.payment_id and c.is_reversal)) as "isReversalProved",
      coalesce(max(b.bank_line_id), max(y.bank_line_id)) as "bankLineId",
      array_agg(distinct g.reference) as references,
      coalesce(array_agg(distinct d.account) filter (where d.account is not null), '{}') as "partyAccounts",
      coalesce(array_agg(distinct d.tax_id) filter (where d.tax_id is not null), '{}') as "partyTaxIds",
      coalesce(max(b.end_to_end_id), '') as "endToEndId", coalesce(max(b.bank_ref), '') as "bankRef"
    from payment y
    join payment_leg g on g.coalition_id = $1 and g.payment_leg_id = y.payment_leg_id
    left join payment_reversal r on r.coalition_id = $1 and r.payment_id = y.payment_id
    left join bank_line b on b.coalition_id = $1
      and (b.bank_line_id = y.bank_line_id or b.confirmed_payment_id = y.payment_id and not b.is_reversal)
    left join bank_details d on d.coalition_id = $1
      and d.owner_id = case when g.payer_id = $1 then g.payee_id else g.payer_id end
    where y.coalition_id = $1 and $1 in (g.payer_id, g.payee_id)
    group by coalesce(y.bank_line_id, y.payment_id::text), g.payee_id = $1, y.paid_on
    having coalesce(max(b.amount_minor), sum(y.amount_minor)) = any($2::bigint[])
    order by y.paid_on, min(y.payment_id::text)`,
    [coalitionId, amounts.map(String)],
  )
  return rows.map(({ amount, isReversalProved, reversedByHandIds, ...row }) => ({
    ...{
      ...row,
      amount: minor(BigInt(amount)),
      reversedByHandIds: isReversalProved ? [] : reversedByHandIds,
    },
  }))
}

interface MovementRow extends Omit<MovementOnRecord, 'amount'> {
  readonly amount: string
  readonly isReversalProved: boolean
}
