import { fiscalDocumentSql } from '../receipt-claim/fiscal-document.ts'
import type { Check } from './check.ts'

/** Purchases that a member's yes to a claim posted: the first entry of the group has the command's key. */
const CONFIRMING = `select p.*, e.key_scope_id, e.key from entry e
  join purchase p on p.coalition_id = $1 and p.purchase_id = e.document_id
  where e.coalition_id = $1 and e.key_operation = 'receiptClaimConfirm'`

/** Fiscal receipts, and what customers claimed of them, against the purchases that they became. */
export const RECEIPT_CLAIM_CHECKS: readonly Check[] = [
  {
    invariant: 'FISCAL_RECEIPT_ONCE',
    table: 'purchase',
    says: 'A fiscal receipt is recorded as one purchase of the coalition at most.',
    sql: `select jsonb_build_object('purchase_id', max(p.purchase_id::text)) as row, 'one purchase' as expected,
        concat(count(*), ' of ', ${fiscalDocumentSql('p.fiscal_receipt')}) as actual
      from purchase p
      where p.coalition_id = $1 and p.fiscal_receipt is not null
      group by ${fiscalDocumentSql('p.fiscal_receipt')} having count(*) > 1`,
  },
  {
    invariant: 'FISCAL_RECEIPT_DRIVE',
    table: 'purchase',
    says: 'A fiscal receipt is recorded by nobody else once a drive of that moment was accepted as its member’s.',
    // One that was being recorded while the drive was accepted may be another's.
    sql: `select jsonb_build_object('purchase_id', p.purchase_id) as row, d.member_id::text as expected, p.member_id::text as actual
      from purchase p
      join fiscal_drive d on d.coalition_id = $1 and d.fn = split_part(p.fiscal_receipt, '-', 1) and d.member_id <> p.member_id
        and p.occurred_at >= d.since and (d.until is null or p.occurred_at < d.until)
        and p.recorded_at > d.accepted_at + interval '1 minute'
      where p.coalition_id = $1 and p.fiscal_receipt is not null`,
  },
  {
    invariant: 'RECEIPT_CLAIM_PURCHASE',
    table: 'receipt_claim',
    says: 'A claim that was confirmed names a purchase of its member, with its receipt, its sum and its moment, of who claimed it.',
    sql: `select jsonb_build_object('receipt_claim_id', c.receipt_claim_id) as row,
        concat_ws(' ', c.member_id, c.receipt, c.total_minor, c.occurred_at, c.customer_id) as expected,
        case when p.purchase_id is null then 'no purchase'
          else concat_ws(' ', p.member_id, p.fiscal_receipt, p.total_minor, p.occurred_at, p.customer_id) end as actual
      from receipt_claim c
      left join purchase p on p.coalition_id = $1 and p.purchase_id = c.purchase_id
      where c.coalition_id = $1 and (c.confirmed_at is not null or p.purchase_id is not null)
        and (c.member_id, c.receipt, c.total_minor, c.occurred_at, c.customer_id)
          is distinct from (p.member_id, p.fiscal_receipt, p.total_minor, p.occurred_at, p.customer_id)`,
  },
  {
    invariant: 'RECEIPT_CLAIM_OF_PURCHASE',
    table: 'purchase',
    says: "A purchase that a member's yes posted has the claim that it was posted for, under the key of that yes, and no other purchase has one.",
    sql: `select jsonb_build_object('purchase_id', coalesce(p.purchase_id, c.purchase_id)) as row,
        coalesce(concat_ws(' ', p.key_scope_id, p.key), 'no yes') as expected,
        coalesce(concat_ws(' ', c.member_id, c.key), 'no claim') as actual
      from (${CONFIRMING}) p
      full join (select c.* from receipt_claim c join purchase o on o.coalition_id = $1 and o.purchase_id = c.purchase_id
          where c.coalition_id = $1) c on c.purchase_id = p.purchase_id
      where (p.key_scope_id, p.key) is distinct from (c.member_id, c.key)`,
  },
  {
    invariant: 'RECEIPT_CLAIM_CLOSED',
    table: 'receipt_claim',
    says: 'A claim that was closed as recorded names the purchase of its receipt, and none waits whose receipt is recorded.',
    sql: `select jsonb_build_object('receipt_claim_id', c.receipt_claim_id) as row,
        coalesce(p.purchase_id::text, 'no purchase') as expected, coalesce(c.recorded_id::text, 'it waits') as actual
      from receipt_claim c
      left join purchase p on p.coalition_id = $1 and p.fiscal_receipt is not null
        and ${fiscalDocumentSql('p.fiscal_receipt')} = ${fiscalDocumentSql('c.receipt')} and p.purchase_id is distinct from c.purchase_id
      where c.coalition_id = $1 and c.recorded_id is distinct from p.purchase_id
        and (c.recorded_id is not null or num_nonnulls(c.declined_at, c.ended_at) = 0)`,
  },
  {
    invariant: 'RECEIPT_CLAIM_DRIVE',
    table: 'receipt_claim',
    says: 'A claim is of a receipt that a drive of its member printed since the drive was in use, and is confirmed by its last local day.',
    sql: `select jsonb_build_object('receipt_claim_id', c.receipt_claim_id) as row,
        concat_ws(' ', d.member_id, d.fn, 'since', d.since, 'until', c.last_day) as expected,
        concat_ws(' ', c.member_id, split_part(c.receipt, '-', 1), 'at', c.occurred_at, 'confirmed', c.taken_at) as actual
      from receipt_claim c
      join coalition o on o.coalition_id = $1
      join fiscal_drive d on d.coalition_id = $1 and d.drive_id = c.drive_id
      where c.coalition_id = $1 and ((d.member_id, d.fn) <> (c.member_id, split_part(c.receipt, '-', 1)) or c.occurred_at < d.since
        or (c.taken_at at time zone o.time_zone)::date > c.last_day or c.taken_at < c.claimed_at)`,
  },
]
