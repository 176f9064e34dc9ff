import { type BatchRange, dayOf, inRange } from './figure-facts.ts'

/** Part of a `with`: who was merged into whom by the range's batches, `merged(customer_id, into_id)`, to the end of each way. */
export const MERGED = (range: BatchRange): string => {
  const entries = (alias: string) => `${inRange(alias, range)}
      and ${alias}.kind in ('PROMO', 'ADJUSTMENT', 'EARN_REVERSAL', 'EXPIRE', 'MERGE_OUT', 'MERGE_IN')`
  return `hop as materialized (select distinct o.customer_id, i.customer_id as into_id
      from (select e.document_id, e.customer_id from entry e where ${entries('e')} and e.kind = 'MERGE_OUT') o
      join (select e.document_id, e.customer_id from entry e where ${entries('e')} and e.kind = 'MERGE_IN') i
        on i.document_id = o.document_id),
    way(customer_id, into_id) as (select customer_id, into_id from hop
      union select w.customer_id, h.into_id from way w join hop h on h.customer_id = w.into_id),
    merged as materialized (select w.customer_id, w.into_id from way w
      where not exists (select from hop h where h.customer_id = w.into_id))`
}

/** Part of a `with`, after `MERGED` and `ZONE`: days on which the range's purchases were, `sold(customer_id, day, member_id, first_at)`. */
export const SOLD = (range: BatchRange): string => `sold as materialized (
    select coalesce(m.into_id, p.customer_id) as customer_id, ${dayOf('p.occurred_at')} as day, p.member_id,
      min(p.occurred_at) as first_at
    from zone cross join purchase p left join merged m on m.customer_id = p.customer_id
    where ${inRange('p', range)}
    group by 1, 2, 3)`

/**
 * A select of what the visits of `visits(customer_id, day, member_id, first_at)` add to `figure_customers`, a row a customer:
 * `kind, scope_id, day, since_day, from_id`. All visits of a customer must be among them.
 */
export const customersOf = (visits: string): string => `
    select 'RETURN' as kind, $1::uuid as scope_id, d.day,
      coalesce(lag(d.day) over (partition by d.customer_id order by d.day), '-infinity') as since_day, $1::uuid as from_id
    from (select distinct customer_id, day from ${visits}) d
    union all
    select 'RETURN', v.member_id, v.day,
      coalesce(lag(v.day) over (partition by v.customer_id, v.member_id order by v.day), '-infinity'), v.member_id
    from ${visits} v
    union all
    select 'COHORT', $1, m.month, min(m.month) over (partition by m.customer_id), $1
    from (select distinct customer_id, date_trunc('month', day)::date as month from ${visits}) m
    union all
    select 'COHORT', m.member_id, m.month, min(m.month) over (partition by m.customer_id, m.member_id), m.member_id
    from (select distinct customer_id, member_id, date_trunc('month', day)::date as month from ${visits}) m
    union all
    select 'BROUGHT', b.member_id, b.day, b.day, b.home_id
    from (select v.customer_id, v.member_id, v.day,
        row_number() over (partition by v.customer_id, v.member_id order by v.day) as visit,
        first_value(v.member_id) over (partition by v.customer_id order by v.first_at, v.member_id) as home_id
      from ${visits} v) b
    where b.visit = 1 and b.member_id <> b.home_id`
