/** What is added up of every fact; columns of `figure`. */
export const MEASURES = [
  'purchases',
  'refunds',
  'gross_minor',
  'discount_minor',
  'discount_cost_minor',
  'points_part_minor',
  'refunded_minor',
  'refunded_money_minor',
  'issued',
  'reversed',
  'spent',
  'returned',
  'expired',
  'quantity_milli',
] as const
export type Measure = (typeof MEASURES)[number]

/** Which batches are looked at: SQL of a number, the first not included, the last included. $1 is the coalition. */
export interface BatchRange {
  readonly after: string
  readonly through: string
}

/** SQL that holds for the rows of a table, by its alias, that the range's batches wrote. */
export const inRange = (alias: string, { after, through }: BatchRange): string =>
  `${alias}.coalition_id = $1 and ${alias}.batch_no > ${after} and ${alias}.batch_no <= ${through}`

/** Local day of an instant: statements have `zone(name)`, the coalition's, in sight. */
export const dayOf = (instant: string): string => `(${instant} at time zone zone.name)::date`

/** The coalition's zone, for the facts to join. */
export const ZONE = `zone(name) as (select time_zone from coalition where coalition_id = $1)`

/** Where facts come from, on which day they count and what they add. */
export interface Facts {
  /** After `from`, with its conditions. */
  readonly from: (range: BatchRange) => string
  /** SQL of the member's id; the coalition's own for what belongs to none. */
  readonly member: string
  /** SQL of the instant on whose local day it counts. */
  readonly at: string
  /** SQL of the key; left out for TOTAL. */
  readonly key?: string
  readonly adds: Partial<Readonly<Record<Measure, string>>>
}

/** A select of facts, a row each: `member_id, dimension, key, day` and every measure. */
export const selectFacts = (dimension: string, facts: Facts, range: BatchRange): string =>
  `select ${facts.member} as member_id, '${dimension}'::text as dimension, ${facts.key ?? "''::text"} as key,
    ${dayOf(facts.at)} as day, ${MEASURES.map((name) => `(${facts.adds[name] ?? '0'})::numeric as ${name}`).join(', ')}
  from zone cross join ${facts.from(range)}`
