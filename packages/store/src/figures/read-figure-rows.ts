import type { Store } from '../store.ts'
import { MEASURES } from './figure-facts.ts'

/** What was added up: counts, minor units, points and thousandths of articles. */
export interface FigureSums {
  readonly purchases: bigint
  readonly refunds: bigint
  /** Bills before discounts, minor units, as the next five. */
  readonly grossMinor: bigint
  readonly discountMinor: bigint
  /** What of discounts the scope pays for, whoever sold, less what refunds undid. */
  readonly discountCostMinor: bigint
  /** Paid in points, at face value. */
  readonly pointsPartMinor: bigint
  /** Parts of bills undone, and what of them went back in money. */
  readonly refundedMinor: bigint
  readonly refundedMoneyMinor: bigint
  /** Points. */
  readonly issued: bigint
  readonly reversed: bigint
  readonly spent: bigint
  readonly returned: bigint
  readonly expired: bigint
  readonly quantityMilli: bigint
}

/** Sums and customers of a part of a period: of it all, of a day, a week or a month. */
export interface FigureRow extends FigureSums {
  /** First day of the part that is in the period, `2026-03-01`; null: of the period as a whole. */
  readonly firstDay: string | null
  /** Of the period before it that is as long. */
  readonly isBefore: boolean
  /** Customers with a purchase, each once. */
  readonly active: bigint
  /** Of them those without one before, ever. */
  readonly fresh: bigint
}

export interface FigureAsked {
  /** A member, or the coalition itself for all. */
  readonly scopeId: string
  /** Local days, both included. */
  readonly from: string
  readonly to: string
}

/** Columns as the driver gives them to {@link sumsOf}. */
export const SUM_COLUMNS = MEASURES.map((name) => `coalesce(sum(f.${name}), 0)::text as ${name}`).join(', ')
export type SumColumns = Readonly<Record<(typeof MEASURES)[number], string>>

export const sumsOf = (row: SumColumns): FigureSums => ({
  purchases: BigInt(row.purchases),
  refunds: BigInt(row.refunds),
  grossMinor: BigInt(row.gross_minor),
  discountMinor: BigInt(row.discount_minor),
  discountCostMinor: BigInt(row.discount_cost_minor),
  pointsPartMinor: BigInt(row.points_part_minor),
  refundedMinor: BigInt(row.refunded_minor),
  refundedMoneyMinor: BigInt(row.refunded_money_minor),
  issued: BigInt(row.issued),
  reversed: BigInt(row.reversed),
  spent: BigInt(row.spent),
  returned: BigInt(row.returned),
  expired: BigInt(row.expired),
  quantityMilli: BigInt(row.quantity_milli),
})

/**
 * $1 coalition, $2 scope, $3 from, $4 to, $5 first day of the period before, $6 the unit of parts. A customer is counted on the
 * first of its days in a part: the one whose visit before lies before the part. Up to when all of it counts is read with it, since
 * more is counted from one statement to the next; what is counted up to the end of the chain is true until the next sale. One row, of
 * no period, where nothing is counted.
 */
const FIGURES = `with
  days as (select f.*, f.day < $3::date as is_before,
      case when f.day >= $3::date then greatest(date_trunc($6, f.day)::date, $3::date) end as part
    from figure f
    where f.coalition_id = $1 and f.dimension = 'TOTAL' and f.scope_id = $2 and f.day between $5::date and $4::date),
  sums as (select f.is_before, f.part, ${SUM_COLUMNS}
    from days f where f.part is not null group by f.is_before, f.part
    union all select f.is_before, null, ${SUM_COLUMNS} from days f group by f.is_before),
  visits as (select f.day < $3::date as is_before,
      case when f.day >= $3::date then greatest(date_trunc($6, f.day)::date, $3::date) end as part,
      case when f.day < $3::date then $5::date else $3::date end as period, f.since_day, f.customers
    from figure_customers f
    where f.coalition_id = $1 and f.kind = 'RETURN' and f.scope_id = $2 and f.day between $5::date and $4::date),
  people as (select is_before, part, sum(customers) filter (where since_day < part) as active,
      sum(customers) filter (where since_day = '-infinity') as fresh
    from visits where part is not null group by is_before, part
    union all
    select is_before, null, sum(customers) filter (where since_day < period),
      sum(customers) filter (where since_day = '-infinity')
    from visits group by is_before),
  as_of as (select case when f.batch_no = h.batch_no then coalition_clock(c.clock_offset_seconds) else f.posted_at end as at
    from coalition c
    left join chain_head h on h.coalition_id = c.coalition_id
    left join figure_cursor f on f.coalition_id = c.coalition_id
    where c.coalition_id = $1)
  select as_of.at as as_of, coalesce(s.part, p.part)::text as part, coalesce(s.is_before, p.is_before) as is_before,
    ${MEASURES.map((name) => `coalesce(s.${name}, '0') as ${name}`).join(', ')},
    coalesce(p.active, 0)::text as active, coalesce(p.fresh, 0)::text as fresh
  from as_of
  left join (sums s full join people p on p.is_before = s.is_before and p.part is not distinct from s.part) on true
  order by 3, 2 nulls first`

/**
 * A period of local days by its days, weeks (from Monday) or months, as a whole, and the period of as many days before it: one
 * query over rows of days, however many purchases there were. Parts in which nothing happened are left out.
 */
export async function readFigureRows(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  asked: FigureAsked & {
    /** First day of the period before. */
    readonly beforeFrom: string
    readonly by: 'DAY' | 'WEEK' | 'MONTH'
  },
): Promise<{ readonly asOf: Date | null; readonly rows: readonly FigureRow[] }> {
  const { rows } = await store.pool.query<
    SumColumns & {
      as_of: Date | null
      part: string | null
      is_before: boolean | null
      active: string
      fresh: string
    }
  >({
    name: 'artel_figures',
    text: FIGURES,
    values: [coalitionId, asked.scopeId, asked.from, asked.to, asked.beforeFrom, asked.by.toLowerCase()],
  })
  return {
    asOf: rows[0]?.as_of ?? null,
    rows: rows.flatMap((row) =>
      row.is_before === null
        ? []
        : {
            ...sumsOf(row),
            ...{ firstDay: row.part, isBefore: row.is_before },
            ...{ active: BigInt(row.active), fresh: BigInt(row.fresh) },
          },
    ),
  }
}
