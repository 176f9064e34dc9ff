import { bucketSql } from '../pilot/bucket-sql.ts'
import type { Check } from './check.ts'

/** Gifts with the occasion and the version that they name. */
const GIFTS = `select g.*, o.kind, o.event, o.customer_id as whose, o.day as on_day, v.rule_id, v.created_at as version_at,
    v.definition::json as definition
  from rule_gift g
  left join occasion o on o.coalition_id = g.coalition_id and o.occasion_id = g.occasion_id
  left join rule_version v on v.coalition_id = g.coalition_id and v.rule_version_id = g.rule_version_id
  where g.coalition_id = $1`

/** What the fixed effects of a version give together. */
const PROMISED = `(select sum((e->>'points')::numeric) from json_array_elements(g.definition->'give') e)`

/** Who a customer is: itself, or whoever it was merged into. */
const PERSON = `coalesce((select c.merged_into_id from customer c
  where c.coalition_id = $1 and c.customer_id = g.customer_id), g.customer_id)`

/** What rules gave for what is no purchase, against their versions, the occasions and the books. */
export const GIFT_CHECKS: readonly Check[] = [
  {
    invariant: 'GIFT_OF_VERSION',
    table: 'rule_gift',
    says: 'What a rule gave without a bill is for something that its version is about, of that customer, on a day on which it held, and no more than it promises.',
    sql: `select jsonb_build_object('gift_id', g.gift_id) as row,
        concat_ws(' ', g.definition #>> '{when,on}', g.definition #>> '{when,event}', 'from', g.definition #>> '{schedule,fromDay}',
          g.definition #>> '{schedule,toDay}', 'at most', ${PROMISED}) as expected,
        concat_ws(' ', coalesce(g.kind, 'no occasion'), g.event, g.day, g.points) as actual
      from (${GIFTS}) g
      where (g.kind, g.whose, g.on_day) is distinct from (g.definition #>> '{when,on}', g.customer_id, g.day)
        or g.event is distinct from g.definition #>> '{when,event}'
        or g.day < (g.definition #>> '{schedule,fromDay}')::date or g.day > (g.definition #>> '{schedule,toDay}')::date
        or g.version_at > g.given_at or g.points > coalesce(${PROMISED}, 0)`,
  },
  {
    invariant: 'GIFT_BOOKED',
    table: 'rule_gift',
    says: 'A gift is booked to the point: a lot of each payer, all of them the gift together.',
    sql: `select jsonb_build_object('gift_id', g.gift_id) as row, g.points::text as expected,
        concat_ws(' ', coalesce(x.booked, 0), case when x.is_other then 'of other payers' end) as actual
      from rule_gift g
      left join lateral (select sum(l.amount) as booked, bool_or(l.lot_id is null or p.payer is distinct from l.issuer_id::text
          or p.points is distinct from l.amount::text) as is_other
        from (select x->>0 as payer, x->>1 as lot, x->>2 as points from json_array_elements(g.payers::json) x) p
        full join (select l.* from entry e join lot l on l.coalition_id = $1 and l.entry_id = e.entry_id
          where e.coalition_id = $1 and e.group_id = g.gift_id and e.customer_id = g.customer_id and e.kind = 'PROMO') l
          on l.lot_id::text = p.lot) x on true
      where g.coalition_id = $1 and (x.booked is distinct from g.points or x.is_other)`,
  },
  {
    invariant: 'GIFT_ONCE',
    table: 'rule_gift',
    says: 'A rule gives a customer once for one birthday year, and once for ever for enrolment and for being brought; who was merged is left aside.',
    sql: `select jsonb_build_object('gift_id', x.gift_id) as row, '1' as expected, x.nth::text as actual
      from (select g.gift_id, g.customer_id, row_number() over (
          partition by g.rule_id, g.customer_id, case when g.kind = 'BIRTHDAY' then extract(year from g.day) end
          order by g.batch_no, g.batch_step) as nth
        from (${GIFTS}) g where g.kind in ('ENROL', 'BIRTHDAY', 'REFERRED')) x
      where x.nth > 1`,
  },
  {
    invariant: 'GIFT_CONTROL',
    table: 'rule_gift',
    says: 'A rule that is tried in a pilot gave nothing without a bill to a customer that is held out of it; who was merged is left aside.',
    sql: `select jsonb_build_object('gift_id', g.gift_id) as row,
        'at least ' || (g.definition #>> '{pilot,controlBps}') as expected, b.bucket::text as actual
      from (${GIFTS}) g
      cross join lateral (select ${bucketSql("(g.definition #>> '{pilot,id}')", 'g.customer_id')} as bucket) b
      where g.definition #>> '{pilot,id}' is not null and b.bucket < (g.definition #>> '{pilot,controlBps}')::int
        and ${PERSON} = g.customer_id
        and not exists (select from customer c where c.coalition_id = $1 and c.merged_into_id = g.customer_id)`,
  },
]
