import type { Check } from './check.ts'

/** Gifts of purchases that name a voucher: those that gave one and those that used one. */
const GIVING = `select p.purchase_id, p.member_id, p.customer_id, given->>'issued' as voucher_id, given->>'rule' as version_id
  from purchase p cross join lateral json_array_elements(p.rules::json->'given') given
  where p.coalition_id = $1 and p.rules like '%"issued":%' and given->'issued' is not null`
const USING = `select p.purchase_id, p.member_id, p.customer_id, p.occurred_at, given->>'voucher' as voucher_id,
    given->>'rule' as version_id, given->'pays' as pays,
    coalesce((select sum(part::numeric) from json_array_elements_text(given->'discounts') part), 0) as off
  from purchase p cross join lateral json_array_elements(p.rules::json->'given') given
  where p.coalition_id = $1 and p.rules like '%"voucher":%' and given->'voucher' is not null`

/** What refunds did to vouchers. */
const MOVED = `select r.refund_id, r.purchase_id, m->>0 as act, m->>1 as voucher_id, (m->>2)::date as last_day
  from refund r cross join lateral json_array_elements(
    case when json_typeof(r.rules::json) = 'object' then r.rules::json->'vouchers' end) m
  where r.coalition_id = $1 and r.rules like '%"vouchers":%'`

/** Whoever a customer is by now. */
const NOW = (customer: string): string => `(select coalesce(c.merged_into_id, c.customer_id) from customer c
  where c.coalition_id = $1 and c.customer_id = ${customer})`

/** Vouchers against the purchases that gave and used them, and the refunds that brought them back or revoked them. */
export const VOUCHER_CHECKS: readonly Check[] = [
  {
    invariant: 'VOUCHER_ISSUE',
    table: 'voucher',
    says: 'Each voucher was given by the purchase that it names, by that version of a rule, and each purchase gave those that it says.',
    sql: `select jsonb_build_object('voucher_id', coalesce(v.voucher_id::text, g.voucher_id)) as row,
        coalesce(concat_ws(' ', g.purchase_id, g.version_id, g.member_id, g.customer_id), 'none') as expected,
        coalesce(concat_ws(' ', v.purchase_id, v.rule_version_id, v.member_id, v.customer_id), 'none') as actual
      from (select * from voucher where coalition_id = $1) v
      full join (${GIVING}) g on g.voucher_id = v.voucher_id::text
      where (v.purchase_id, v.rule_version_id::text, v.member_id, v.customer_id)
          is distinct from (g.purchase_id, g.version_id, g.member_id, g.customer_id)
        or not exists (select from rule_version r where r.coalition_id = $1 and r.rule_version_id = v.rule_version_id
          and r.rule_id = v.rule_id)`,
  },
  {
    invariant: 'VOUCHER_USES',
    table: 'voucher',
    says: 'A voucher is used by at most one purchase that was not refunded in full, and it is the one that it names.',
    sql: `with used as materialized (${USING}),
        returned as materialized (select distinct m.voucher_id, m.purchase_id from (${MOVED}) m where m.act = 'RETURN')
      select jsonb_build_object('voucher_id', coalesce(v.voucher_id::text, u.voucher_id)) as row,
        coalesce(u.used_by, 'nobody') as expected, coalesce(v.used_by_id::text, 'nobody') as actual
      from (select * from voucher where coalition_id = $1) v
      full join (select u.voucher_id, string_agg(u.purchase_id::text, ' ' order by u.purchase_id)
          filter (where r.voucher_id is null) as used_by
        from used u left join returned r on r.voucher_id = u.voucher_id and r.purchase_id = u.purchase_id
        group by u.voucher_id) u on u.voucher_id = v.voucher_id::text
      where v.voucher_id is null or v.used_by_id::text is distinct from u.used_by`,
  },
  {
    invariant: 'VOUCHER_HOLDER',
    table: 'voucher',
    says: 'A voucher belongs to its customer, or of whom it was merged into, and used by nobody else.',
    sql: `with used as materialized (select u.voucher_id, ${NOW('u.customer_id')} as user_id from (${USING}) u),
        given as materialized (select v.voucher_id, v.holder_id, ${NOW('v.customer_id')} as now_id from voucher v where v.coalition_id = $1)
      select distinct on (v.voucher_id) jsonb_build_object('voucher_id', v.voucher_id) as row, v.now_id::text as expected,
        concat_ws(' ', v.holder_id, 'used by', x.user_id) as actual
      from given v
      left join used x on x.voucher_id = v.voucher_id::text and x.user_id is distinct from v.now_id
      where v.holder_id is distinct from v.now_id or x.user_id is not null`,
  },
  {
    invariant: 'VOUCHER_PLACES',
    table: 'purchase',
    says: 'A voucher is used at a member that its version names, by its last day, and takes off no more than it may.',
    sql: `select jsonb_build_object('purchase_id', u.purchase_id, 'voucher_id', u.voucher_id) as row,
        concat_ws(' ', 'by', v.last_day, 'at most', coalesce(e.effect->>'maxMinor', e.effect->'off'->>'amountMinor')) as expected,
        concat_ws(' ', (u.occurred_at at time zone c.time_zone)::date, 'off', u.off, 'at', u.member_id) as actual
      from (${USING}) u
      join coalition c on c.coalition_id = $1
      left join voucher v on v.coalition_id = $1 and v.voucher_id::text = u.voucher_id
      left join rule_version r on r.coalition_id = $1 and r.rule_version_id::text = u.version_id
      left join lateral (select effect from json_array_elements(r.definition::json->'give') effect
        where effect->>'kind' = 'VOUCHER') e on true
      where v.voucher_id is null or r.rule_version_id is distinct from v.rule_version_id
        or (u.occurred_at at time zone c.time_zone)::date > v.last_day
        or u.off > coalesce(e.effect->>'maxMinor', e.effect->'off'->>'amountMinor')::numeric
        or not exists (select from json_array_elements_text(e.effect->'at') place where place = u.member_id::text)`,
  },
  {
    invariant: 'VOUCHER_PAYERS',
    table: 'purchase',
    says: 'Where a version names no payers, the member that gave the voucher pays for it.',
    sql: `select jsonb_build_object('purchase_id', u.purchase_id, 'voucher_id', u.voucher_id) as row,
        concat_ws(' ', v.member_id, u.off) as expected, coalesce(u.pays::text, 'the seller') as actual
      from (${USING}) u
      join voucher v on v.coalition_id = $1 and v.voucher_id::text = u.voucher_id
      join rule_version r on r.coalition_id = $1 and r.rule_version_id = v.rule_version_id
      where r.definition::json->'pays' is null and (v.member_id = u.member_id) is distinct from (u.pays is null)
        or r.definition::json->'pays' is null and u.pays is not null
          and (json_array_length(u.pays), u.pays->0->>0, (u.pays->0->>2)::numeric) is distinct from (1, v.member_id::text, u.off)`,
  },
  {
    invariant: 'VOUCHER_MOVES',
    table: 'voucher',
    says: 'A voucher came back, and was revoked, by the refunds that say so, and has its last day of the first or of its return.',
    sql: `select jsonb_build_object('voucher_id', coalesce(v.voucher_id::text, m.voucher_id)) as row,
        concat_ws(' ', 'returned', coalesce(m.returned_by, 'never'), 'revoked', coalesce(m.revoked_by, 'never'),
          'until', coalesce(m.last_day, v.first_last_day)) as expected,
        concat_ws(' ', 'returned', coalesce(v.returned_by_id::text, 'never'), 'revoked', coalesce(v.revoked_by_id::text, 'never'),
          'until', v.last_day) as actual
      from (select * from voucher where coalition_id = $1) v
      full join (select voucher_id, string_agg(refund_id::text, ' ') filter (where act = 'RETURN') as returned_by,
          string_agg(refund_id::text, ' ') filter (where act = 'REVOKE') as revoked_by, max(last_day) as last_day
        from (${MOVED}) m group by voucher_id) m on m.voucher_id = v.voucher_id::text
      where (v.returned_by_id::text, v.revoked_by_id::text, v.last_day)
        is distinct from (m.returned_by, m.revoked_by, coalesce(m.last_day, v.first_last_day))`,
  },
]
