import type { Check } from './check.ts'

/** A decision in the words of its digest: `src/attribution/attribution-digest.ts` has them a first time. */
const LINE = `concat_ws('|', a.coalition_id, a.purchase_id, a.customer_id, a.member_id,
  (extract(epoch from a.occurred_at) * 1000000)::bigint, coalesce(a.source_kind, ''), coalesce(a.source_id::text, ''),
  coalesce(a.link_id::text, ''), a.via, to_json(a.losers), (extract(epoch from a.decided_at) * 1000000)::bigint)`
const DIGEST = `encode(sha256(convert_to(${LINE}, 'UTF8')), 'hex')`

const KEY = `jsonb_build_object('purchase_id', a.purchase_id)`

/** Customers of a coalition with the one that each was merged into, however often. */
const SELVES = `with recursive same as (
    select customer_id as survivor, customer_id from customer where coalition_id = $1
    union select s.survivor, c.customer_id from same s
      join customer c on c.coalition_id = $1 and c.merged_into_id = s.customer_id)`

/** Decisions about who brought a customer against purchases, links and what led there. */
export const ATTRIBUTION_CHECKS: readonly Check[] = [
  {
    invariant: 'ATTRIBUTION_DIGEST',
    table: 'attribution',
    says: 'A decision about who brought a customer is as it was written, to the last byte.',
    sql: `select ${KEY} as row, a.digest as expected, ${DIGEST} as actual
      from attribution a where a.coalition_id = $1 and a.digest is distinct from ${DIGEST}`,
  },
  {
    invariant: 'ATTRIBUTION_OF_PURCHASE',
    table: 'attribution',
    says: 'Every purchase between the first batch that is attributed and the last done has one decision, and no other purchase has one.',
    sql: `select jsonb_build_object('purchase_id', coalesce(a.purchase_id, p.purchase_id)) as row,
        case when p.purchase_id is null then 'no decision' else concat_ws(' ', p.customer_id, p.member_id, p.occurred_at) end
          as expected,
        case when a.purchase_id is null then 'no decision' else concat_ws(' ', a.customer_id, a.member_id, a.occurred_at) end
          as actual
      from (select p.* from purchase p join attribution_cursor c on c.coalition_id = $1
          and p.batch_no between c.first_batch_no and c.done_batch_no where p.coalition_id = $1) p
      full join (select * from attribution where coalition_id = $1) a on a.purchase_id = p.purchase_id
      where (p.purchase_id, p.customer_id, p.member_id, p.occurred_at)
        is distinct from (a.purchase_id, a.customer_id, a.member_id, a.occurred_at)`,
  },
  {
    invariant: 'ATTRIBUTION_LINK',
    table: 'attribution',
    says: 'A decision takes a link of the coalition to the member that sold, with the source that the link has.',
    sql: `select ${KEY} as row, concat_ws(' ', a.member_id, a.source_kind, a.source_id) as expected,
        coalesce(concat_ws(' ', l.member_id, l.source_kind, l.source_id), 'no link') as actual
      from attribution a left join link l on l.coalition_id = $1 and l.link_id = a.link_id
      where a.coalition_id = $1 and a.link_id is not null and (a.member_id, a.source_kind, a.source_id)
        is distinct from (l.member_id, l.source_kind, l.source_id)`,
  },
  {
    invariant: 'ATTRIBUTION_TOUCH',
    table: 'attribution',
    says: 'What a decision goes by is there: a code on the purchase, a binding of the customer that counted then, or the click.',
    sql: `${SELVES}
      select ${KEY} as row, a.via as expected, 'nothing of the kind' as actual
      from attribution a
      join purchase p on p.coalition_id = $1 and p.purchase_id = a.purchase_id
      left join click k on k.coalition_id = $1 and k.click_id = p.click_id and k.link_id = a.link_id
        and k.kind = 'HUMAN' and k.at <= a.occurred_at
      left join (select distinct s.survivor, b.link_id, b.bound_at, b.ends_at from same s
          join binding b on b.coalition_id = $1 and b.customer_id = s.customer_id) b
        on a.via = 'BINDING' and b.survivor = a.customer_id and b.link_id = a.link_id
          and b.bound_at <= a.occurred_at and a.occurred_at < b.ends_at
      where a.coalition_id = $1
      group by a.coalition_id, a.purchase_id, a.via
      having not case a.via when 'CODE' then bool_or(p.code is not null) when 'CLICK' then count(k.click_id) > 0
        when 'BINDING' then count(b.link_id) > 0 else true end`,
  },
  {
    invariant: 'BINDING_LINK',
    table: 'binding',
    says: 'A binding is to the member and the source of its link, for no longer than a year and a day.',
    sql: `select jsonb_build_object('binding_id', b.binding_id) as row,
        concat_ws(' ', l.member_id, l.source_kind, l.source_id) as expected,
        concat_ws(' ', b.member_id, b.source_kind, b.source_id, b.ends_at - b.bound_at) as actual
      from binding b left join link l on l.coalition_id = $1 and l.link_id = b.link_id
      where b.coalition_id = $1 and ((b.member_id, b.source_kind, b.source_id)
        is distinct from (l.member_id, l.source_kind, l.source_id) or b.ends_at > b.bound_at + interval '367 days')`,
  },
]
