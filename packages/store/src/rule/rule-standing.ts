import { counterKey, type UsedCounters } from '@artel/ledger'
import type pg from 'pg'
import type { Bought, Command, CounterToLoad } from '../command/command.ts'
import { int8Array, textArray, uuidArray } from '../wire/binary-array.ts'

export type UsedJson = readonly [ownerId: string, customerId: string | null, period: string, used: string]
export type BoughtJson = readonly [
  customerId: string,
  memberId: string,
  here: string | null,
  anywhere: string | null,
]

export type GroupJson = readonly [customerId: string, groupId: string]

/** A customer as a member knows it. */
export const boughtName = (customerId: string, memberId: string): string => `${customerId} ${memberId}`

/**
 * A select of JSON: what counters stand at, those that were never moved left out. What customers used who were merged into
 * one is its own. $1 is the coalition, `c` its row and `now`
 * an expression of its clock; the arrays are those of {@link counterArrays}.
 */
export const usedSql = (arrays: string, now: string): string => `(
  with asked as materialized (
    select owner, customer, left(coalesce(day, to_char(${now} at time zone c.time_zone, 'YYYY-MM-DD')), length::int)
      as period
    from unnest(${arrays}) k(owner, customer, length, day)),
  -- Once a customer, however many rules count it.
  who as materialized (
    select customer, case when customer = $1 then array[$1::uuid] else ${selves('customer')} end as ids
    from (select distinct customer from asked) one)
  select json_agg(json_build_array(k.owner, nullif(k.customer, $1), k.period, n.used::text))
  from asked k
  join who on who.customer = k.customer
  -- By the whole key each: a coalition has a counter for each rule and customer.
  cross join lateral (select sum(one.used) as used from unnest(who.ids) self(id)
    cross join lateral (select n.used from counter n where n.coalition_id = $1 and n.owner_id = k.owner
      and n.customer_id = self.id and n.period = k.period limit 1) one) n
  where n.used is not null)`

/** A customer and all who were merged into it: what they had and did is its own. $1 is the coalition. */
const selves = (customer: string): string => `array(with recursive same as (
    select ${customer} as id
    union select c.customer_id from same s join customer c on c.coalition_id = $1 and c.merged_into_id = s.id)
  select id from same)`

/**
 * Of so many purchases that were recorded last, the one that happened last counts: a sale may be handed in long after it
 * happened, and the index has them in the order in which they were recorded.
 */
const RECORDED_LAST = 50

/** The instant of the last purchase of a customer, and of all who were merged into it, with this condition. */
const newestOf = (condition: string): string => `(select max(newest.occurred_at)
      from unnest(who.ids) self(id)
      cross join lateral (select p.occurred_at from purchase p where p.coalition_id = $1 and p.customer_id = self.id
        ${condition} order by p.purchase_id desc limit ${RECORDED_LAST}) newest)`

/** A select of JSON: when customers last bought, at a member and at any. $1 is the coalition. */
export const boughtSql = (arrays: string): string => `(
  select json_agg(json_build_array(x.customer, x.member, ${newestOf('and p.member_id = x.member')}, ${newestOf('')}))
  from unnest(${arrays}) x(customer, member)
  cross join lateral (select ${selves('x.customer')} as ids) who)`

/**
 * A select of JSON: which customers are in which of the groups asked for: segments by id, and tiers that are the highest which they
 * hold. A merge hands both on, so that only the customer itself is looked at. $1 is the coalition, `today` an expression of its local
 * day; each row is found by its whole key.
 */
export const groupsSql = (arrays: string, today: string): string => `(
  select json_agg(json_build_array(x.customer, x.id))
  from unnest(${arrays}) x(customer, id)
  left join lateral (select true as holds from segment_customer s
    where s.coalition_id = $1 and s.segment_id = x.id and s.customer_id = x.customer limit 1) listed on true
  left join lateral (select t.ladder_id, t.position from tier t
    where t.coalition_id = $1 and t.tier_id = x.id limit 1) t on true
  left join lateral (select l.window_days + l.grace_days as held from tier_ladder l
    where l.coalition_id = $1 and l.ladder_id = t.ladder_id and l.ended_at is null limit 1) l on true
  left join lateral (select s.position from tier_standing s
    where s.coalition_id = $1 and s.ladder_id = t.ladder_id and s.customer_id = x.customer
      and s.proven_day > ${today} - l.held
    order by s.position desc limit 1) highest on true
  where listed.holds or highest.position = t.position)`

/** The local day of a coalition, of its row `c`. */
export const TODAY = '(coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date'

/** How much of a day names the period that it lies in. */
const PERIOD_LENGTH = { DAY: 10n, MONTH: 7n, YEAR: 4n, RULE: 0n } as const

/** Owners, customers, lengths of periods and days. What counts all customers is kept under the coalition's id. */
export const counterArrays = (coalitionId: string, counters: readonly CounterToLoad[]) => [
  uuidArray(counters, ({ ownerId }) => ownerId),
  uuidArray(counters, ({ customerId }) => customerId ?? coalitionId),
  int8Array(counters, ({ per }) => PERIOD_LENGTH[per]),
  textArray(counters, ({ day }) => day),
]

export const parseUsed = (rows: readonly UsedJson[] | null): UsedCounters =>
  new Map(
    (rows ?? []).map(([ownerId, customerId, period, used]) => [
      counterKey({ ownerId, customerId, period }),
      BigInt(used),
    ]),
  )

export const parseBought = (rows: readonly BoughtJson[] | null): ReadonlyMap<string, Bought> =>
  new Map(
    (rows ?? []).map(([customerId, memberId, here, anywhere]) => [
      boughtName(customerId, memberId),
      { lastHere: instantOf(here), lastAnywhere: instantOf(anywhere) },
    ]),
  )

export const parseGroups = (rows: readonly GroupJson[] | null): ReadonlyMap<string, ReadonlySet<string>> => {
  const groups = new Map<string, Set<string>>()
  for (const [customerId, id] of rows ?? []) {
    const known = groups.get(customerId)
    if (known) known.add(id)
    else groups.set(customerId, new Set([id]))
  }
  return groups
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** What a sale's rules would be decided on, read by itself: for what writes nothing. */
export async function ruleStanding(
  store: { readonly pool: pg.Pool },
  {
    coalitionId,
    customerId,
    counters = [],
    looksAtMember,
    groups,
  }: { readonly coalitionId: string; readonly customerId: string | null } & Pick<
    Command,
    'counters' | 'looksAtMember' | 'groups'
  >,
): Promise<{
  readonly used: UsedCounters
  readonly bought?: Bought
  readonly groups?: ReadonlySet<string>
}> {
  const looker =
    customerId !== null && looksAtMember !== undefined ? [[customerId, looksAtMember] as const] : []
  const asked = customerId === null ? [] : (groups?.ids ?? []).map((id) => [customerId, id] as const)
  if (counters.length === 0 && looker.length === 0 && asked.length === 0) return { used: new Map() }
  const { rows } = await store.pool.query<{
    used: UsedJson[] | null
    bought: BoughtJson[] | null
    groups: GroupJson[] | null
  }>({
    name: 'artel_rule_standing',
    text: `select ${usedSql('$2::uuid[], $3::uuid[], $4::bigint[], $5::text[]', 'coalition_clock(c.clock_offset_seconds)')} as used,
        ${boughtSql('$6::uuid[], $7::uuid[]')} as bought, ${groupsSql('$8::uuid[], $9::uuid[]', TODAY)} as groups
      from coalition c where c.coalition_id = $1`,
    values: [
      coalitionId,
      ...counterArrays(coalitionId, counters),
      uuidArray(looker, ([customer]) => customer),
      uuidArray(looker, ([, member]) => member),
      uuidArray(asked, ([customer]) => customer),
      uuidArray(asked, ([, id]) => id),
    ],
  })
  const used = parseUsed(rows[0]?.used ?? null)
  const [bought] = parseBought(rows[0]?.bought ?? null).values()
  const [found] = parseGroups(rows[0]?.groups ?? null).values()
  return { used, ...(bought && { bought }), ...(found && { groups: found }) }
}
