import type { Check } from './check.ts'
import { COUNTERS_BACK, PARTS, PARTS_BACK } from './payer-sql.ts'

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
    from refund r cross join lateral json_array_elements(${COUNTERS_BACK}) c
    where r.coalition_id = $1 and r.rules is not null
  union all
  select c->>0, coalesce(c->>1, $1::text), c->>2, (c->>3)::numeric
    from rule_gift g cross join lateral json_array_elements(g.counters::json) c where g.coalition_id = $1
  union all
  select c->>0, coalesce(c->>1, $1::text), c->>2, -(c->>3)::numeric
    from gift_return g cross join lateral json_array_elements(g.counters::json) c where g.coalition_id = $1`

/** Whether refunds named lines of `p`, and not all that discounts brought to nothing: whoever hands back what cost money keeps those. */
const KEEPS_FREE_LINE = `exists (select from json_array_elements(p.lines) line
    where (line->>'discountMinor')::numeric > 0 and (line->>'discountMinor')::numeric = (line->>'totalMinor')::numeric
      and exists (select from refund o where o.coalition_id = $1 and o.purchase_id = p.purchase_id and json_array_length(o.lines) > 0)
      and not exists (select from refund o cross join lateral json_array_elements(o.lines) part
        where o.coalition_id = $1 and o.purchase_id = p.purchase_id and part->>'ref' = line->>'ref'))`

/** What purchases took of counters. */
const TAKEN = `select p.purchase_id, c->>0 as owner, c->>1 as customer, c->>2 as period, (c->>3)::numeric as taken
    from purchase p
    cross join lateral json_array_elements(p.rules::json->'given') given
    cross join lateral json_array_elements(given->'counters') c
    where p.coalition_id = $1 and p.rules is not null`

/** The same of stocks whose vouchers came back after they were revoked: the purchase that had used each gives the stock back. */
const TAKEN_OF_STOCK = `select r.purchase_id, c->>0, c->>1, c->>2, (c->>3)::numeric
    from voucher v
    join refund r on r.coalition_id = $1 and r.refund_id = v.returned_by_id
    join purchase p on p.coalition_id = $1 and p.purchase_id = v.purchase_id
    cross join lateral json_array_elements(p.rules::json->'given') given
    cross join lateral json_array_elements(given->'counters') c
    where v.coalition_id = $1 and v.revoked_by_id is not null and given->>'issued' = v.voucher_id::text and c->>1 is null`

/** Where positions of lines have something off: `line:minor units`, in order. */
const BY_LINE = (lines: string): string =>
  `(select string_agg(concat_ws(':', n, off), ' ' order by n) from (${lines}) l(n, off) where off <> 0)`
const SAID_OFF = BY_LINE(`select n, coalesce((line->>'discountMinor')::numeric, 0)
  from json_array_elements(p.lines) with ordinality x(line, n)`)
const GIVEN_OFF = BY_LINE(`select n, sum(part::numeric) from json_array_elements(p.rules::json->'given') given
  cross join lateral json_array_elements_text(given->'discounts') with ordinality x(part, n) group by n`)

/** Who has a say in a version but its owner, payers and members that take its voucher, and those that were asked. */
const PAYERS_OF_VERSION = `(select string_agg(y.id, ' ' order by y.id)
  from (select x->>'payerId' from json_array_elements(v.definition::json->'pays') x
    union
    select place from json_array_elements(v.definition::json->'give') g
      cross join lateral json_array_elements_text(g->'at') place) y(id)
  where y.id <> coalesce(r.member_id, r.coalition_id)::text)`
const ASKED_OF_VERSION = `(select string_agg(a.payer_id::text, ' ' order by a.payer_id::text)
  from rule_acceptance a where a.coalition_id = v.coalition_id and a.rule_version_id = v.rule_version_id)`

/** What was taken off by a gift, minor units. */
const OFF_OF_GIFT = `coalesce((select sum(part::numeric) from json_array_elements_text(given->'discounts') part), 0)`

/** `payer points discount` of those who gave anything, in the order of payers: from the gifts, and as the purchase sums it up. */
const BY_PAYER = (
  parts: string,
): string => `(select string_agg(concat_ws(' ', payer, n, off), ', ' order by payer)
  from (select payer, sum(n) as n, sum(off) as off from (${parts}) y(payer, n, off) group by payer) z where n <> 0 or off <> 0)`
const GIVEN_BY_PAYER = BY_PAYER(`select p.member_id::text, (p.rules::json->>'base')::numeric, 0
  union all
  select p.member_id::text, (given->>'points')::numeric, ${OFF_OF_GIFT}
  from json_array_elements(p.rules::json->'given') given where given->'pays' is null
  union all
  select x->>0, (x->>1)::numeric, (x->>2)::numeric
  from json_array_elements(p.rules::json->'given') given cross join lateral json_array_elements(given->'pays') x`)
const SAID_BY_PAYER = BY_PAYER(`select x->>0, (x->>2)::numeric, (x->>3)::numeric
  from json_array_elements(p.rules::json->'payers') x`)

/** A gift's sums laid over the shares of its version: floors, and what is left to the largest remainders, ties to the smaller id. */
const LAID = (n: string): string => `floor(${n} * x.bps / 10000) + case when row_number() over (
    order by mod(${n} * x.bps, 10000) desc, x.payer collate "C") <= ${n} - sum(floor(${n} * x.bps / 10000)) over () then 1 else 0 end`
const BY_SHARES = `(select string_agg(concat_ws(' ', payer, n, off), ', ' order by payer collate "C")
  from (select x.payer, ${LAID("(given->>'points')::numeric")} as n, ${LAID('gift.off')} as off
    from (select y->>'payerId' as payer, (y->>'shareBps')::numeric as bps from json_array_elements(v.definition::json->'pays') y) x) z
  where n <> 0 or off <> 0)`
const BY_GIFT = `(select string_agg(concat_ws(' ', x->>0, (x->>1)::numeric, (x->>2)::numeric), ', ' order by (x->>0) collate "C")
  from json_array_elements(given->'pays') x where (x->>1)::numeric <> 0 or (x->>2)::numeric <> 0)`

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
    says: 'A counter stands at what purchases and gifts took of it less what refunds gave back, within its limit.',
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
    says: 'Refunds of a purchase give back to a counter no more than the purchase took of it, or what gave a voucher that came back with it.',
    sql: `select jsonb_build_object('refund_id', b.refund_id) as row,
        concat_ws(' ', 'at most', coalesce(t.taken, 0)) as expected, b.back::text as actual
      from (select refund_id, purchase_id, owner, customer, period,
          sum(back) over (partition by purchase_id, owner, customer, period order by batch_no, batch_step) as back
        from (select r.*, c->>0 as owner, c->>1 as customer, c->>2 as period, (c->>3)::numeric as back
          from refund r cross join lateral json_array_elements(${COUNTERS_BACK}) c
          where r.coalition_id = $1 and r.rules is not null) x) b
      left join (select purchase_id, owner, customer, period, sum(taken) as taken
        from (${TAKEN} union all ${TAKEN_OF_STOCK}) x group by 1, 2, 3, 4) t on t.purchase_id = b.purchase_id and t.owner = b.owner and t.period = b.period
          and coalesce(t.customer, '') = coalesce(b.customer, '')
      where b.back > coalesce(t.taken, 0)`,
  },
  {
    invariant: 'RULE_ACCEPTANCES',
    table: 'rule_version',
    says: "Each who pays for a version of another's rule, or takes its voucher, was asked, and nobody else.",
    sql: `select jsonb_build_object('rule_version_id', v.rule_version_id) as row, coalesce(${PAYERS_OF_VERSION}, 'nobody') as expected,
        coalesce(${ASKED_OF_VERSION}, 'nobody') as actual
      from rule_version v join rule r on r.coalition_id = v.coalition_id and r.rule_id = v.rule_id
      where v.coalition_id = $1 and ${PAYERS_OF_VERSION} is distinct from ${ASKED_OF_VERSION}`,
  },
  {
    invariant: 'PURCHASE_PAYERS',
    table: 'purchase',
    says: 'Where several paid, what each gift cost whom adds up to the gift, and what each payer gave to what the purchase says of it.',
    sql: `select jsonb_build_object('purchase_id', p.purchase_id) as row, ${GIVEN_BY_PAYER} as expected, ${SAID_BY_PAYER} as actual
      from purchase p
      where p.coalition_id = $1 and p.rules::json->'payers' is not null and (${GIVEN_BY_PAYER} is distinct from ${SAID_BY_PAYER}
        or exists (select from json_array_elements(p.rules::json->'given') given
          where given->'pays' is not null and ((given->>'points')::numeric is distinct from
              (select sum((x->>1)::numeric) from json_array_elements(given->'pays') x)
            or ${OFF_OF_GIFT} is distinct from (select sum((x->>2)::numeric) from json_array_elements(given->'pays') x))))`,
  },
  {
    invariant: 'GIFT_PAYERS',
    table: 'purchase',
    says: 'What a rule gave on a purchase is split among those who pay for it by the shares of that very version, to the last point.',
    sql: `select jsonb_build_object('purchase_id', p.purchase_id, 'rule_version_id', v.rule_version_id) as row,
        coalesce(${BY_SHARES}, 'nobody') as expected, coalesce(${BY_GIFT}, 'nobody') as actual
      from purchase p
      cross join lateral json_array_elements(p.rules::json->'given') given
      join rule_version v on v.coalition_id = p.coalition_id and v.rule_version_id = (given->>'rule')::uuid
      cross join lateral (select ${OFF_OF_GIFT} as off) gift
      where p.coalition_id = $1 and p.rules is not null
        and exists (select from json_array_elements(v.definition::json->'pays') x where x->>'payerId' <> p.member_id::text)
        and ${BY_SHARES} is distinct from ${BY_GIFT}`,
  },
  {
    invariant: 'PAYERS_ANSWERED',
    table: 'purchase',
    says: "Nobody pays on a purchase for a version of another's rule that it has never said anything to.",
    sql: `select jsonb_build_object('purchase_id', p.purchase_id, 'rule_version_id', v.rule_version_id) as row,
        'an answer of ' || (x->>0) as expected, coalesce(a.answer, 'never asked') as actual
      from purchase p
      cross join lateral json_array_elements(p.rules::json->'given') given
      join rule_version v on v.coalition_id = p.coalition_id and v.rule_version_id = (given->>'rule')::uuid
      join rule r on r.coalition_id = v.coalition_id and r.rule_id = v.rule_id
      cross join lateral json_array_elements(given->'pays') x
      left join rule_acceptance a on a.coalition_id = v.coalition_id and a.rule_version_id = v.rule_version_id
        and a.payer_id::text = x->>0
      where p.coalition_id = $1 and p.rules like '%"payers":%' and x->>0 <> coalesce(r.member_id, r.coalition_id)::text
        and v.definition::json->'pays' is not null and coalesce(a.answer, 'ASKED') = 'ASKED'`,
  },
  {
    invariant: 'DISCOUNT_COST_LEGS',
    table: 'transfer',
    says: 'The cost of a discount moves money alone, between its payers and its seller.',
    sql: `select jsonb_build_object('entry_id', t.entry_id, 'position', t.position) as row, 'a payer and ' || e.member_id as expected,
        concat_ws(' ', t.unit, t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id) as actual
      from entry e join transfer t on t.coalition_id = e.coalition_id and t.entry_id = e.entry_id
      where e.coalition_id = $1 and e.kind = 'DISCOUNT_COST' and not (t.unit = 'MONEY' and (
        t.debit_kind in ('CLEARING', 'PROMO_FUND') and t.debit_owner_id <> e.member_id
          and (t.credit_kind, t.credit_owner_id) = ('CLEARING', e.member_id)
        or (t.debit_kind, t.debit_owner_id) = ('CLEARING', e.member_id)
          and t.credit_kind in ('CLEARING', 'PROMO_FUND') and t.credit_owner_id <> e.member_id))`,
  },
  {
    invariant: 'REFUNDED_PAYERS',
    table: 'purchase',
    says: 'Once all of a purchase is refunded, all that any payer gave of discounts is back, the seller among them.',
    sql: `select jsonb_build_object('purchase_id', p.purchase_id, 'payer_id', y.payer_id) as row, y.discount::text as expected,
        coalesce(b.back, 0)::text as actual
      from purchase p
      join (${PARTS}) y on y.purchase_id = p.purchase_id
      join (select purchase_id, sum(amount_minor) as amount from refund where coalition_id = $1 group by purchase_id) r
        on r.purchase_id = p.purchase_id
      left join (select purchase_id, payer_id, sum(discount) as back from (${PARTS_BACK}) x group by 1, 2) b
        on b.purchase_id = p.purchase_id and b.payer_id = y.payer_id
      where p.coalition_id = $1 and p.rules like '%"payers":%' and r.amount = p.total_minor - p.discount_minor and not ${KEEPS_FREE_LINE}
        and coalesce(b.back, 0) <> y.discount`,
  },
  {
    invariant: 'DISCOUNT_COSTS',
    table: 'purchase',
    says: 'Each payer but the seller is charged its share of the discounts of a purchase, and given back what refunds say, never more.',
    sql: `select jsonb_build_object('purchase_id', coalesce(x.purchase_id, t.purchase_id)) as row,
        concat_ws(' ', coalesce(x.payer_id, t.payer_id), coalesce(x.due, 0)) as expected, coalesce(t.booked, 0)::text as actual
      from (select c.purchase_id, c.payer_id, sum(c.cost) * 10000 as due, min(c.whole) as whole, sum(c.back) as back
        from (select purchase_id, payer_id, discount as cost, discount as whole, 0 as back from (${PARTS}) y
            where payer_id <> member_id and discount > 0
          union all
          select purchase_id, payer_id, -discount, null, discount from (${PARTS_BACK}) y
            where payer_id <> member_id and discount > 0) c
        group by c.purchase_id, c.payer_id) x
      full join (select coalesce(r.purchase_id, e.document_id) as purchase_id, m.payer_id, sum(m.amount) as booked
        from entry e
        join transfer t on t.coalition_id = e.coalition_id and t.entry_id = e.entry_id
        left join refund r on r.coalition_id = e.coalition_id and r.refund_id = e.document_id
        cross join lateral (values (t.debit_owner_id, t.amount), (t.credit_owner_id, -t.amount)) m(payer_id, amount)
        where e.coalition_id = $1 and e.kind = 'DISCOUNT_COST' and m.payer_id <> e.member_id
          and (t.debit_kind, t.credit_kind) in (('CLEARING', 'CLEARING'), ('PROMO_FUND', 'CLEARING'), ('CLEARING', 'PROMO_FUND'))
        group by 1, 2) t on t.purchase_id = x.purchase_id and t.payer_id = x.payer_id
      where coalesce(x.due, 0) <> coalesce(t.booked, 0) or x.back > x.whole`,
  },
  {
    invariant: 'REFUND_PAYERS',
    table: 'refund',
    says: 'A refund takes back of payers together what it takes back of points, and of none more than it gave.',
    sql: `select jsonb_build_object('refund_id', r.refund_id) as row,
        (r.points_recovered + r.points_to_debt + r.points_borne + r.points_expired)::text as expected,
        concat_ws(' ', coalesce(b.points, 0), case when b.is_over then 'more than was given' end) as actual
      from refund r
      join purchase p on p.coalition_id = r.coalition_id and p.purchase_id = r.purchase_id
      left join (select x.refund_id, sum(x.points) as points,
          bool_or(x.so_far > coalesce(p.points, 0) or x.points < 0 or x.discount < 0) as is_over
        from (select b.*, sum(b.points) over (partition by b.purchase_id, b.payer_id order by b.batch_no, b.batch_step) as so_far
          from (${PARTS_BACK}) b) x
        left join (${PARTS}) p on p.purchase_id = x.purchase_id and p.payer_id = x.payer_id
        group by x.refund_id) b on b.refund_id = r.refund_id
      where r.coalition_id = $1 and (p.rules::json->'payers' is not null or b.refund_id is not null)
        and (coalesce(b.points, 0) <> r.points_recovered + r.points_to_debt + r.points_borne + r.points_expired or b.is_over)`,
  },
]
