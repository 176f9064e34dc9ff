import { customersOf, MERGED, SOLD } from '../figures/customers-sql.ts'
import { figuresOf } from '../figures/dimensions.ts'
import { MEASURES, ZONE } from '../figures/figure-facts.ts'
import type { Check } from './check.ts'

/** All batches that the coalition's figures say they count. */
const COUNTED = {
  after: '0',
  through: '(select coalesce(max(c.batch_no), 0) from figure_cursor c where c.coalition_id = $1)',
}

/** Rows of a table that count: none while they are thrown away. */
const kept = (table: string): string =>
  `(select f.* from ${table} f where f.coalition_id = $1
    and not exists (select from figure_cursor c where c.coalition_id = $1 and c.is_emptying))`

const sums = (alias: string) => MEASURES.map((name) => `coalesce(${alias}.${name}, 0)`).join(', ')
const said = (alias: string) =>
  `concat_ws(' ', ${MEASURES.map((name) => `'${name}', nullif(${alias}.${name}, 0)::text`).join(', ')})`

/** Figures against what the books make of them anew, up to the batch that they say they count. */
export const FIGURE_CHECKS: readonly Check[] = [
  {
    invariant: 'FIGURE_CURSOR',
    table: 'figure_cursor',
    says: 'Figures are counted up to a batch of the chain, and say when it was.',
    sql: `select jsonb_build_object('coalition_id', f.coalition_id) as row,
        concat_ws(' ', f.batch_no, b.posted_at) as expected,
        concat_ws(' ', f.batch_no, f.posted_at, case when f.is_emptying then 'is emptying' end) as actual
      from figure_cursor f
      left join batch b on b.coalition_id = f.coalition_id and b.batch_no = f.batch_no
      where f.coalition_id = $1 and f.batch_no <> 0 and (b.posted_at is distinct from f.posted_at or f.is_emptying)`,
  },
  {
    invariant: 'FIGURES',
    table: 'figure',
    says: 'A figure of a day is the sum of what the purchases, refunds and entries of the batches counted say.',
    sql: `with ${ZONE}, made as (${figuresOf(COUNTED)})
      select jsonb_build_object('dimension', coalesce(f.dimension, x.dimension), 'scope_id', coalesce(f.scope_id, x.scope_id),
          'day', coalesce(f.day, x.day), 'key', coalesce(f.key, x.key)) as row,
        ${said('x')} as expected, ${said('f')} as actual
      from ${kept('figure')} f
      full join made x on x.dimension = f.dimension and x.scope_id = f.scope_id and x.day = f.day and x.key = f.key
      where (${sums('f')}) is distinct from (${sums('x')})`,
  },
  {
    invariant: 'FIGURE_VISITS',
    table: 'figure_visit',
    says: 'A visit is a day on which a customer bought at a member, with the first instant of it; who was merged is one.',
    sql: `with recursive ${ZONE}, ${MERGED(COUNTED)}, ${SOLD(COUNTED)}
      select jsonb_build_object('customer_id', coalesce(v.customer_id, s.customer_id), 'day', coalesce(v.day, s.day),
          'member_id', coalesce(v.member_id, s.member_id)) as row,
        coalesce(s.first_at::text, 'no visit') as expected, coalesce(v.first_at::text, 'no visit') as actual
      from ${kept('figure_visit')} v
      full join sold s on s.customer_id = v.customer_id and s.day = v.day and s.member_id = v.member_id
      where s.first_at is distinct from v.first_at`,
  },
  {
    invariant: 'FIGURE_CUSTOMERS',
    table: 'figure_customers',
    says: 'Customers of a day are as many as the visits make: those who came back, a month’s, those another member brought.',
    sql: `with recursive ${ZONE}, ${MERGED(COUNTED)}, ${SOLD(COUNTED)},
      made as (select kind, scope_id, day, since_day, from_id, count(*) as customers from (${customersOf('sold')}) c
        group by 1, 2, 3, 4, 5)
      select jsonb_build_object('kind', coalesce(f.kind, x.kind), 'scope_id', coalesce(f.scope_id, x.scope_id),
          'day', coalesce(f.day, x.day), 'since_day', coalesce(f.since_day, x.since_day),
          'from_id', coalesce(f.from_id, x.from_id)) as row,
        coalesce(x.customers, 0)::text as expected, coalesce(f.customers, 0)::text as actual
      from ${kept('figure_customers')} f
      full join made x on x.kind = f.kind and x.scope_id = f.scope_id and x.day = f.day and x.since_day = f.since_day
        and x.from_id = f.from_id
      where coalesce(f.customers, 0) <> coalesce(x.customers, 0)`,
  },
]
