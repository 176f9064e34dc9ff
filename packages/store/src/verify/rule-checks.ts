import type { Check } from './check.ts'

/** A version in the words of its digest: `src/rule/version-digest.ts` has them a first time. */
const LINE = `concat_ws('|', v.rule_version_id, v.rule_id, v.version, to_json(v.definition),
  coalesce(to_json(v.template)::text, ''), (extract(epoch from v.created_at) * 1000000)::bigint, v.created_by_id)`
const DIGEST = `encode(sha256(convert_to(v.coalition_id || '|' || ${LINE}, 'UTF8')), 'hex')`

/** Moves of counters as purchases and refunds say them: `purchase.rules` and `refund.rules`. */
const COUNTED = `select c->>0 as owner, coalesce(c->>1, $1::text) as customer, c->>2 as period, (c->>3)::numeric as delta
    from purchase p
    cross join lateral json_array_elements(p.rules::json->'given') given
    cross join lateral json_array_elements(given->'counters') c
    where p.coalition_id = $1 and p.rules is not null
  union all
  select c->>0, coalesce(c->>1, $1::text), c->>2, -(c->>3)::numeric
    from refund r cross join lateral json_array_elements(r.rules::json) c
    where r.coalition_id = $1 and r.rules is not null`

/** Where positions of lines have something off: `line:minor units`, in order. */
const BY_LINE = (lines: string): string =>
  `(select string_agg(concat_ws(':', n, off), ' ' order by n) from (${lines}) l(n, off) where off <> 0)`
const SAID_OFF = BY_LINE(`select n, coalesce((line->>'discountMinor')::numeric, 0)
  from json_array_elements(p.lines) with ordinality x(line, n)`)
const GIVEN_OFF = BY_LINE(`select n, sum(part::numeric) from json_array_elements(p.rules::json->'given') given
  cross join lateral json_array_elements_text(given->'discounts') with ordinality x(part, n) group by n`)

/** Counters against what purchases and refunds say of them; rules against their versions, and each version against the digest that it was written with. */
export const RULE_CHECKS: readonly Check[] = [
  {
    invariant: 'RULE_VERSION_DIGEST',
    table: 'rule_version',
    says: 'A version of a rule is as it was written, to the last byte.',
    sql: `select jsonb_build_object('rule_version_id', v.rule_version_id) as row, v.digest as expected,
        ${DIGEST} as actual
      from rule_version v where v.coalition_id = $1 and v.digest is distinct from ${DIGEST}`,
  },
  {
    invariant: 'RULE_VERSIONS',
    table: 'rule',
    says: 'Versions of a rule are numbered 1, 2, 3, and the newest is the one that it names, with its days.',
    sql: `select jsonb_build_object('rule_id', coalesce(r.rule_id, v.rule_id)) as row,
        concat_ws(' ', r.version, 'of', r.version, r.first_day, r.last_day) as expected,
        concat_ws(' ', coalesce(v.newest, 0), 'of', coalesce(v.versions, 0), v.first_day, v.last_day) as actual
      from (select * from rule where coalition_id = $1) r
      full join (select rule_id, count(*) as versions, max(version) as newest,
          (array_agg(definition::json #>> '{schedule,fromDay}' order by version desc))[1] as first_day,
          (array_agg(definition::json #>> '{schedule,toDay}' order by version desc))[1] as last_day
        from rule_version where coalition_id = $1 group by rule_id) v on v.rule_id = r.rule_id
      where (r.version, r.version::bigint, r.first_day::text, r.last_day::text)
        is distinct from (v.newest, v.versions, v.first_day, v.last_day)`,
  },
  {
    invariant: 'RULE_COUNTERS',
    table: 'counter',
    says: 'A counter stands at what purchases took of it less what refunds gave back, within its limit.',
    sql: `select jsonb_build_object('owner_id', coalesce(c.owner_id::text, x.owner), 'customer_id',
          coalesce(c.customer_id::text, x.customer), 'period', coalesce(c.period, x.period)) as row,
        coalesce(x.used, 0)::text as expected, concat_ws(' of ', c.used, c."limit") as actual
      from (select * from counter where coalition_id = $1) c
      full join (select owner, customer, period, sum(delta) as used from (${COUNTED}) y group by 1, 2, 3) x
        on x.owner = c.owner_id::text and x.customer = c.customer_id::text and x.period = c.period
      where c.used is distinct from coalesce(x.used, 0) or c.used > c."limit"`,
  },
  {
    invariant: 'PURCHASE_RULES',
    table: 'purchase',
    says: 'What rules gave on a purchase adds up to what it earned and to its discount, by versions that the coalition has.',
    sql: `select jsonb_build_object('purchase_id', p.purchase_id) as row,
        concat_ws(' ', 'earned', p.points_earned, 'discount', p.discount_minor, 'unknown versions', 0) as expected,
        concat_ws(' ', 'earned', given.base + given.points, 'discount', given.discount,
          'unknown versions', given.unknown) as actual
      from purchase p
      cross join lateral (select coalesce((p.rules::json->>'base')::numeric, p.points_earned) as base,
          coalesce(sum((g->>'points')::numeric), 0) as points,
          coalesce(sum((select sum(d::numeric) from json_array_elements_text(g->'discounts') d)), 0) as discount,
          count(*) filter (where not exists (select from rule_version v where v.coalition_id = $1
            and v.rule_version_id::text = g->>'rule')) as unknown
        from json_array_elements(p.rules::json->'given') g) given
      where p.coalition_id = $1 and (p.rules is not null or p.discount_minor > 0)
        and (p.points_earned, p.discount_minor, 0::bigint) is distinct from
          (given.base + given.points, given.discount, given.unknown)`,
  },
  {
    invariant: 'PURCHASE_LINE_DISCOUNTS',
    table: 'purchase',
    says: 'The discount of a line is what rules took off it, all of them together.',
    sql: `select jsonb_build_object('purchase_id', p.purchase_id) as row, coalesce(${GIVEN_OFF}, 'none') as expected,
        coalesce(${SAID_OFF}, 'none') as actual
      from purchase p
      where p.coalition_id = $1 and json_array_length(p.lines) > 0
        and (p.rules is not null or p.lines::text like '%"discountMinor"%')
        and ${SAID_OFF} is distinct from ${GIVEN_OFF}`,
  },
  {
    invariant: 'REFUND_COUNTERS',
    table: 'refund',
    says: 'Refunds of a purchase give back to a counter no more than the purchase took of it.',
    sql: `select jsonb_build_object('refund_id', b.refund_id) as row,
        concat_ws(' ', 'at most', coalesce(t.taken, 0)) as expected, b.back::text as actual
      from (select refund_id, purchase_id, owner, customer, period,
          sum(back) over (partition by purchase_id, owner, customer, period order by batch_no, batch_step) as back
        from (select r.*, c->>0 as owner, c->>1 as customer, c->>2 as period, (c->>3)::numeric as back
          from refund r cross join lateral json_array_elements(r.rules::json) c
          where r.coalition_id = $1 and r.rules is not null) x) b
      left join (select p.purchase_id, c->>0 as owner, c->>1 as customer, c->>2 as period, sum((c->>3)::numeric) as taken
        from purchase p
        cross join lateral json_array_elements(p.rules::json->'given') given
        cross join lateral json_array_elements(given->'counters') c
        where p.coalition_id = $1 and p.rules is not null
        group by 1, 2, 3, 4) t on t.purchase_id = b.purchase_id and t.owner = b.owner and t.period = b.period
          and coalesce(t.customer, '') = coalesce(b.customer, '')
      where b.back > coalesce(t.taken, 0)`,
  },
]
