import { type BatchRange, type Facts, inRange, MEASURES, selectFacts } from './figure-facts.ts'

/** By what figures are told apart. */
export interface Dimension {
  readonly name: string
  /** Its keys mean the same at all members, so that they are added up over the coalition too. */
  readonly isOfCoalition: boolean
  readonly facts: readonly Facts[]
}

const PURCHASES = (range: BatchRange) => `(select p.* from purchase p where ${inRange('p', range)}) p`
const REFUNDS = (range: BatchRange) => `(select r.* from refund r where ${inRange('r', range)}) r`

/** What a sale and a refund say by themselves. */
const OF_PURCHASE: Facts['adds'] = {
  purchases: '1',
  gross_minor: 'p.total_minor',
  discount_minor: 'p.discount_minor',
  points_part_minor: 'p.points_part_minor',
  spent: 'p.points_redeemed',
}
const OF_REFUND: Facts['adds'] = {
  refunds: '1',
  refunded_minor: 'r.amount_minor',
  refunded_money_minor: 'r.money_minor',
  returned: 'r.points_returned',
}

/** Who pays for what sales give: as they say it where several do, else the seller. */
const GIVEN_BY_PAYERS = (range: BatchRange) => `${PURCHASES(range)}
    cross join lateral (select (x->>0)::uuid as payer_id, (x->>2)::numeric as points, (x->>3)::numeric as discount
      from json_array_elements(p.rules::json->'payers') x
      union all select p.member_id, p.points_earned, p.discount_minor where p.rules::json->'payers' is null) y`

/** Of a discount that the seller alone pays for, what is undone once so much of the bill is: its part of it, a floor; all with the last of it. */
const undone = (amount: string): string =>
  `div(p.discount_minor::numeric * (${amount}), p.total_minor - p.discount_minor)`

/** What refunds undo of discounts, by who pays for them. Of a bill of nothing the first refund undoes all. */
const DISCOUNTS_BACK = (range: BatchRange) => `${REFUNDS(range)}
    join purchase p on p.coalition_id = $1 and p.purchase_id = r.purchase_id and p.discount_minor > 0
    cross join lateral (select coalesce(sum(o.amount_minor), 0) as amount, count(*) as refunds from refund o
      where o.coalition_id = $1 and o.purchase_id = r.purchase_id
        and (o.batch_no, o.batch_step) < (r.batch_no, r.batch_step)) before
    cross join lateral (select (x->>0)::uuid as payer_id, (x->>2)::numeric as discount
      from json_array_elements(case when json_typeof(r.rules::json) = 'object' then r.rules::json->'payers' end) x
      union all select p.member_id, case when p.total_minor > p.discount_minor
          then ${undone('before.amount + r.amount_minor')} - ${undone('before.amount')}
          when before.refunds = 0 then p.discount_minor else 0 end
        where p.rules::json->'payers' is null) y`

/** Of entries that no sale makes; the words are those of the index `entry_of_figures`. */
const ENTRIES = (range: BatchRange, kinds: string) => `(select e.entry_id, e.posted_at from entry e
    where ${inRange('e', range)} and e.kind in ('PROMO', 'ADJUSTMENT', 'EARN_REVERSAL', 'EXPIRE', 'MERGE_OUT', 'MERGE_IN')
      and e.kind in (${kinds})) e`

const TOTAL: Dimension = {
  name: 'TOTAL',
  isOfCoalition: true,
  facts: [
    { from: PURCHASES, member: 'p.member_id', at: 'p.occurred_at', adds: OF_PURCHASE },
    { from: REFUNDS, member: 'r.member_id', at: 'r.recorded_at', adds: OF_REFUND },
    {
      from: GIVEN_BY_PAYERS,
      member: 'y.payer_id',
      at: 'p.occurred_at',
      adds: { issued: 'y.points', discount_cost_minor: 'y.discount' },
    },
    {
      from: DISCOUNTS_BACK,
      member: 'y.payer_id',
      at: 'r.recorded_at',
      adds: { discount_cost_minor: '-y.discount' },
    },
    {
      from: (range) => `${ENTRIES(range, "'PROMO', 'ADJUSTMENT', 'EARN_REVERSAL'")}
        join transfer t on t.coalition_id = $1 and t.entry_id = e.entry_id and t.unit = 'POINTS'
          and 'ISSUED' in (t.debit_kind, t.credit_kind)`,
      member: "case when t.debit_kind = 'ISSUED' then t.debit_owner_id else t.credit_owner_id end",
      at: 'e.posted_at',
      adds: {
        issued: "case when t.debit_kind = 'ISSUED' then t.amount else 0 end",
        reversed: "case when t.credit_kind = 'ISSUED' then t.amount else 0 end",
      },
    },
    {
      from: (range) => `${ENTRIES(range, "'EXPIRE'")}
        join lot_use u on u.coalition_id = $1 and u.entry_id = e.entry_id and u.kind = 'EXPIRE'
        join lot l on l.coalition_id = $1 and l.lot_id = u.lot_id`,
      member: 'l.issuer_id',
      at: 'e.posted_at',
      adds: { expired: 'u.points' },
    },
  ],
}

/** What each rule gave on each bill: several vouchers of one rule, and what it gives by itself, are one bill of it. */
const GIVEN_BY_RULES = (range: BatchRange) => `(select p.purchase_id, p.member_id, p.occurred_at, v.rule_id,
      min(p.total_minor) as gross, sum((given->>'points')::numeric) as issued,
      sum((select coalesce(sum(part::numeric), 0) from json_array_elements_text(given->'discounts') part)) as discount
    from ${PURCHASES(range)}
    cross join lateral json_array_elements(p.rules::json->'given') given
    join rule_version v on v.coalition_id = $1 and v.rule_version_id = (given->>'rule')::uuid
    group by p.purchase_id, p.member_id, p.occurred_at, v.rule_id) s`

const RULE: Dimension = {
  name: 'RULE',
  isOfCoalition: true,
  facts: [
    {
      from: GIVEN_BY_RULES,
      member: 's.member_id',
      at: 's.occurred_at',
      key: 's.rule_id::text',
      adds: { purchases: '1', gross_minor: 's.gross', discount_minor: 's.discount', issued: 's.issued' },
    },
    {
      from: (range) => `(select g.* from rule_gift g where ${inRange('g', range)}) g
        join rule_version v on v.coalition_id = $1 and v.rule_version_id = g.rule_version_id`,
      member: 'g.owner_id',
      at: 'g.given_at',
      key: 'v.rule_id::text',
      adds: { issued: 'g.points' },
    },
  ],
}

/** Lines of bills: of a sale by what they say, of a refund by line or of the whole bill by what they came to. */
const SOLD_LINES = (
  range: BatchRange,
  keys: string,
) => `(select p.purchase_id, p.member_id, p.occurred_at, k.key,
      sum((line->>'totalMinor')::numeric) as gross, sum(coalesce((line->>'discountMinor')::numeric, 0)) as discount,
      sum(coalesce((line->>'quantityMilli')::numeric, 1000)) as quantity
    from purchase p cross join lateral json_array_elements(p.lines) line cross join lateral (${keys}) k(key)
    where ${inRange('p', range)}
    group by p.purchase_id, p.member_id, p.occurred_at, k.key) s`
const REFUNDED_LINES = (
  range: BatchRange,
  keys: string,
) => `(select r.refund_id, r.member_id, r.recorded_at, k.key,
      sum(back.amount) as refunded
    from refund r
    join purchase p on p.coalition_id = $1 and p.purchase_id = r.purchase_id
    cross join lateral json_array_elements(p.lines) line
    cross join lateral (select (part->>'amountMinor')::numeric from json_array_elements(r.lines) part
        where part->>'ref' = line->>'ref'
      union all
      select (line->>'totalMinor')::numeric - coalesce((line->>'discountMinor')::numeric, 0)
        where json_array_length(r.lines) = 0 and r.amount_minor = p.total_minor - p.discount_minor) back(amount)
    cross join lateral (${keys}) k(key)
    where ${inRange('r', range)}
    group by r.refund_id, r.member_id, r.recorded_at, k.key) s`

/** A dimension of lines; `keys` selects those of `line`. */
const ofLines = (name: string, isOfCoalition: boolean, keys: string): Dimension => ({
  name,
  isOfCoalition,
  facts: [
    {
      from: (range) => SOLD_LINES(range, keys),
      member: 's.member_id',
      at: 's.occurred_at',
      key: 's.key',
      adds: {
        purchases: '1',
        gross_minor: 's.gross',
        discount_minor: 's.discount',
        quantity_milli: 's.quantity',
      },
    },
    {
      from: (range) => REFUNDED_LINES(range, keys),
      member: 's.member_id',
      at: 's.recorded_at',
      key: 's.key',
      adds: { refunds: '1', refunded_minor: 's.refunded' },
    },
  ],
})

/** A category and all that it is part of: `service/oil` is `service` and `service/oil`. */
const PREFIXES = `select array_to_string((string_to_array(line->>'category', '/'))[1:n], '/')
  from generate_series(1, cardinality(string_to_array(line->>'category', '/'))) n`

/** A dimension of who recorded it; `key` is a column of `act_by`. */
const ofActs = (name: string, key: 'till_id' | 'person_id'): Dimension => {
  const by = (alias: string, id: string) =>
    `join act_by a on a.coalition_id = $1 and a.document_id = ${alias}.${id} and a.${key} is not null`
  return {
    name,
    isOfCoalition: false,
    facts: [
      {
        from: (range) => `${PURCHASES(range)} ${by('p', 'purchase_id')}`,
        member: 'p.member_id',
        at: 'p.occurred_at',
        key: `a.${key}::text`,
        // Whoever pays for the points: it is what was sold here that counts.
        adds: { ...OF_PURCHASE, issued: 'p.points_earned' },
      },
      {
        from: (range) => `${REFUNDS(range)} ${by('r', 'refund_id')}`,
        member: 'r.member_id',
        at: 'r.recorded_at',
        key: `a.${key}::text`,
        adds: OF_REFUND,
      },
    ],
  }
}

/** Every dimension. An article's number is its member's own, and so are tills and people: they are not added up over members. */
export const DIMENSIONS: readonly Dimension[] = [
  TOTAL,
  RULE,
  ofLines('PRODUCT', false, `select line->>'sku' where line->>'sku' is not null`),
  ofLines('CATEGORY', true, PREFIXES),
  ofActs('TILL', 'till_id'),
  ofActs('PERSON', 'person_id'),
]

/** Names of dimensions that are added up over the coalition, as SQL of a list. */
const OF_COALITION = DIMENSIONS.filter(({ isOfCoalition }) => isOfCoalition)
  .map(({ name }) => `'${name}'`)
  .join(', ')

/** A select of what a range of batches adds to `figure`: `scope_id, dimension, key, day` and every measure. Needs `ZONE`. */
export const figuresOf = (
  range: BatchRange,
): string => `select scope.id as scope_id, f.dimension, f.key, f.day,
    ${MEASURES.map((name) => `sum(f.${name}) as ${name}`).join(', ')}
  from (${DIMENSIONS.flatMap(({ name, facts }) => facts.map((one) => selectFacts(name, one, range))).join(
    '\n  union all ',
  )}) f
  cross join lateral (select f.member_id where f.member_id <> $1 or f.dimension in (${OF_COALITION})
    union select $1::uuid where f.dimension in (${OF_COALITION})) scope(id)
  group by scope.id, f.dimension, f.key, f.day`
