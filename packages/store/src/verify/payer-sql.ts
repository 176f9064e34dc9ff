/** Who gave what on each purchase: as it says where several paid, else its seller all of it. Lots of nothing are null. */
export const PARTS = `select p.purchase_id, p.member_id, p.customer_id, (x->>0)::uuid as payer_id, (x->>1)::uuid as lot_id,
    (x->>2)::numeric as points, (x->>3)::numeric as discount
  from purchase p cross join lateral json_array_elements(p.rules::json->'payers') x
  where p.coalition_id = $1 and p.rules is not null
  union all
  select p.purchase_id, p.member_id, p.customer_id, p.member_id, p.earned_lot_id, p.points_earned, p.discount_minor
  from purchase p where p.coalition_id = $1 and p.rules::json->'payers' is null`

/** What refunds took back of payers, where they say so. */
export const PARTS_BACK = `select r.refund_id, r.purchase_id, r.member_id, (x->>0)::uuid as payer_id,
    (x->>1)::numeric as points, (x->>2)::numeric as discount, r.batch_no, r.batch_step
  from refund r cross join lateral json_array_elements(
    case when json_typeof(r.rules::json) = 'object' then r.rules::json->'payers' end) x
  where r.coalition_id = $1 and r.rules is not null`

/** What a refund gave back to counters, as `refund.rules` of `r` has it. */
export const COUNTERS_BACK = `case when json_typeof(r.rules::json) = 'object' then r.rules::json->'counters'
  else r.rules::json end`
