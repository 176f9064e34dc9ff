import type { Check } from './check.ts'

/** Purchases that claims of codes posted: the first entry of the group has the command's key. */
const CLAIMING = `select p.*, e.key_scope_id, e.key from entry e
  join purchase p on p.coalition_id = $1 and p.purchase_id = e.document_id
  where e.coalition_id = $1 and e.key_operation = 'earnCodeClaim'`

/** Codes of bills without a till against the purchases that they became. */
export const EARN_CODE_CHECKS: readonly Check[] = [
  {
    invariant: 'EARN_CODE_PURCHASE',
    table: 'earn_code',
    says: 'A code that was claimed names a purchase of its member, its receipts, its sum and its moment, of who claimed it.',
    sql: `select jsonb_build_object('earn_code_id', c.earn_code_id) as row,
        concat_ws(' ', c.member_id, c.receipt_ref, c.fiscal_receipt, c.total_minor, c.occurred_at, c.customer_id) as expected,
        case when p.purchase_id is null then 'no purchase'
          else concat_ws(' ', p.member_id, p.receipt_ref, p.fiscal_receipt, p.total_minor, p.occurred_at, p.customer_id) end as actual
      from earn_code c
      left join purchase p on p.coalition_id = $1 and p.purchase_id = c.purchase_id
      where c.coalition_id = $1 and (c.claimed_at is not null or p.purchase_id is not null)
        and (c.member_id, c.receipt_ref, c.fiscal_receipt, c.total_minor, c.occurred_at, c.customer_id)
          is distinct from (p.member_id, p.receipt_ref, p.fiscal_receipt, p.total_minor, p.occurred_at, p.customer_id)`,
  },
  {
    invariant: 'EARN_CODE_OF_PURCHASE',
    table: 'purchase',
    says: 'A purchase that a claim posted has the code that it was posted for, under the key of that claim, and no other purchase has one.',
    sql: `select jsonb_build_object('purchase_id', coalesce(p.purchase_id, c.purchase_id)) as row,
        coalesce(concat_ws(' ', p.key_scope_id, p.key), 'no claim') as expected,
        coalesce(concat_ws(' ', c.key_scope_id, c.key), 'no code') as actual
      from (${CLAIMING}) p
      full join (select c.* from earn_code c join purchase o on o.coalition_id = $1 and o.purchase_id = c.purchase_id
          where c.coalition_id = $1) c on c.purchase_id = p.purchase_id
      where (p.key_scope_id, p.key) is distinct from (c.key_scope_id, c.key)`,
  },
  {
    invariant: 'EARN_CODE_DAYS',
    table: 'earn_code',
    says: 'A code was claimed by its last local day, no sooner than it was issued.',
    sql: `select jsonb_build_object('earn_code_id', c.earn_code_id) as row,
        concat_ws(' ', c.issued_at, 'to', c.last_day) as expected, c.taken_at::text as actual
      from earn_code c join coalition o on o.coalition_id = $1
      where c.coalition_id = $1 and c.purchase_id is not null
        and (c.taken_at < c.issued_at or (c.taken_at at time zone o.time_zone)::date > c.last_day)`,
  },
]
