import type pg from 'pg'
import { newId } from '../new-id.ts'
import { inTransaction } from '../settlement/in-transaction.ts'
import type { Store } from '../store.ts'
import { uuidArray } from '../wire/binary-array.ts'
import { LEFT_OF_PURCHASE, REFERRAL_RULES, RULES_AS_TEXT } from './referral-rules-sql.ts'

/** So many steps of batches are looked through at once. */
const STEPS_A_PIECE = 4_000

/** Begins where the books end: what a rule finds before is looked through because it is new. */
const BEGIN = `insert into referral_cursor (coalition_id, done_batch_no, rules)
  select $1, coalesce((select batch_no from chain_head where coalition_id = $1), 0), ''
  where exists (${REFERRAL_RULES})
  on conflict do nothing`

/** The place, held, and from which batch on rules that were not there before have to be held against purchases. */
const PLACE = `with place as materialized (select k.done_batch_no, k.rules from referral_cursor k where k.coalition_id = $1 for update),
  held as (${REFERRAL_RULES}),
  now as (select coalesce(${RULES_AS_TEXT}, '') as rules, min(u.first_day) filter (
      where u.rule_id || ':' || u.version <> all(string_to_array((select rules from place), ','))) as new_from
    from held u)
  select now.rules, least(place.done_batch_no, case when now.new_from is not null then coalesce((select max(b.batch_no)
      from batch b where b.coalition_id = $1 and b.posted_at < (now.new_from::timestamp at time zone c.time_zone)), 0) end)::text
    as after
  from place, now, coalition c where c.coalition_id = $1`

/** The last batch of the next piece; null: nothing is new. $2 after. */
const THROUGH = `select max(s.batch_no)::text as through, bool_or(s.is_last) is not true as more
  from (select b.batch_no, sum(b.steps) over (order by b.batch_no) - b.steps as before,
      b.batch_no = (select batch_no from chain_head where coalition_id = $1) as is_last
    from batch b where b.coalition_id = $1 and b.batch_no > $2::bigint order by b.batch_no limit ${STEPS_A_PIECE}) s
  where s.before < ${STEPS_A_PIECE}`

/** Friends who bought or gave back in the piece are looked at. $2 after, $3 through. */
const MARK = `with moved as materialized (
    select p.customer_id from purchase p where p.coalition_id = $1 and p.batch_no > $2::bigint and p.batch_no <= $3::bigint
    union
    select p.customer_id from refund r join purchase p on p.coalition_id = $1 and p.purchase_id = r.purchase_id
      where r.coalition_id = $1 and r.batch_no > $2::bigint and r.batch_no <= $3::bigint),
  persons as materialized (select distinct coalesce(c.merged_into_id, c.customer_id) as person
    from moved m join customer c on c.coalition_id = $1 and c.customer_id = m.customer_id),
  friends as materialized (
    select person as friend_id from persons
    union select c.customer_id from persons x join customer c on c.coalition_id = $1 and c.merged_into_id = x.person)
  update referral r set next_look_on = (coalition_clock(k.clock_offset_seconds) at time zone k.time_zone)::date
  from friends f, coalition k
  where k.coalition_id = $1 and r.coalition_id = $1 and r.friend_id = f.friend_id`

/** What was given, or is to be, for a purchase that refunds leave too little of. $2 after, $3 through. */
const UNDO = `update occasion o set undone_at = coalition_clock(k.clock_offset_seconds)
  from coalition k, purchase p
  where k.coalition_id = $1 and o.coalition_id = $1 and o.undone_at is null
    and o.purchase_id in (select r.purchase_id from refund r
      where r.coalition_id = $1 and r.batch_no > $2::bigint and r.batch_no <= $3::bigint)
    and p.coalition_id = $1 and p.purchase_id = o.purchase_id and ${LEFT_OF_PURCHASE} < o.least_minor`

const REMEMBER = `update referral_cursor set done_batch_no = $2, rules = $3 where coalition_id = $1`

/**
 * Of friends who are due, by side and rule: the first purchase that comes to enough, once its days have passed. Nothing for who is
 * the same person or of one household by now, who bought before, or was brought before. $2 ids, $3 limit.
 */
const LOOK = `with clock as materialized (
    select c.time_zone, coalition_clock(c.clock_offset_seconds) as now,
      (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date as today
    from coalition c where c.coalition_id = $1),
  rules as materialized (${REFERRAL_RULES}),
  chosen as materialized (
    select r.friend_id, r.referrer_id, r.bound_at from referral r, clock
    where r.coalition_id = $1 and r.next_look_on <= clock.today order by r.next_look_on, r.friend_id limit $3),
  bound as materialized (
    select r.friend_id, r.bound_at, f.customer_id as friend, w.customer_id as referrer
    from chosen r
    join customer x on x.coalition_id = $1 and x.customer_id = r.friend_id
    join customer f on f.coalition_id = $1 and f.customer_id = coalesce(x.merged_into_id, x.customer_id)
    join customer y on y.coalition_id = $1 and y.customer_id = r.referrer_id
    join customer w on w.coalition_id = $1 and w.customer_id = coalesce(y.merged_into_id, y.customer_id)
    where f.status = 'ACTIVE' and f.customer_id <> w.customer_id and (f.household_id = w.household_id) is not true
      and not exists (select from customer s
        join purchase p on p.coalition_id = $1 and p.customer_id = s.customer_id and p.recorded_at < r.bound_at
        where s.coalition_id = $1 and (s.customer_id = f.customer_id or s.merged_into_id = f.customer_id))
      and not exists (select from customer s
        join referral q on q.coalition_id = $1 and q.friend_id = s.customer_id
        where s.coalition_id = $1 and (s.customer_id = f.customer_id or s.merged_into_id = f.customer_id)
          and (q.bound_at, q.friend_id) < (r.bound_at, r.friend_id))),
  found as materialized (
    select b.friend_id, case u.trigger when 'REFERRER' then b.referrer else b.friend end as customer_id, u.trigger, u.rule_id,
      u.least_minor, u.gives, p.purchase_id, p.member_id, p.occurred_at, p.day, p.day + u.wait_days as due_on
    from bound b cross join rules u
    cross join lateral (
      select p.purchase_id, p.member_id, p.occurred_at, (p.occurred_at at time zone clock.time_zone)::date as day
      from clock, customer s join purchase p on p.coalition_id = $1 and p.customer_id = s.customer_id
      where s.coalition_id = $1 and (s.customer_id = b.friend or s.merged_into_id = b.friend)
        and (u.member_id is null or p.member_id = u.member_id) and (u.places is null or p.member_id = any(u.places))
        and ${LEFT_OF_PURCHASE} >= u.least_minor
      order by p.occurred_at, p.batch_no, p.batch_step limit 1) p
    where p.day >= u.first_day and (u.last_day is null or p.day <= u.last_day)
      and not exists (select from occasion o where o.coalition_id = $1 and o.friend_id = b.friend_id and o.kind = u.trigger
        and o.rule_id = u.rule_id)),
  numbered as materialized (
    select f.*, row_number() over (order by f.due_on, f.friend_id, f.trigger, f.rule_id) as n
    from found f, clock where f.gives and f.due_on <= clock.today),
  written as (
    insert into occasion (coalition_id, occasion_id, customer_id, kind, member_id, friend_id, purchase_id, rule_id, least_minor,
      day, happened_at, recorded_at)
    select $1, ($2::uuid[])[x.n], x.customer_id, x.trigger, x.member_id, x.friend_id, x.purchase_id, x.rule_id, x.least_minor,
      x.day, x.occurred_at, clock.now
    from numbered x, clock where x.n <= cardinality($2::uuid[])
    on conflict do nothing
    returning 1),
  looked as (
    update referral r set next_look_on = (select min(case when f.gives and f.due_on <= clock.today
          -- What found no room among the ids is looked at again.
          then case when exists (select from numbered x where x.friend_id = f.friend_id and x.n > cardinality($2::uuid[]))
            then clock.today end
          else greatest(f.due_on, clock.today + 1) end)
        from found f where f.friend_id = r.friend_id)
    from chosen c, clock
    where r.coalition_id = $1 and r.friend_id = c.friend_id
    returning 1)
  select (select count(*)::int from chosen) as looked, (select count(*)::int from written) as written,
    (select count(*)::int from looked) as moved`

/**
 * Holds the next purchases and refunds of a coalition against who was brought by whom, and writes down for whom rules on referrals are
 * to be asked: up to `limit` friends. A rule that is new, or says something else, is held against purchases from its first day on.
 * Safe beside others that do the same: the cursor's row is held meanwhile. `more`: there is more to look through.
 */
export async function spreadReferrals(
  store: Pick<Store, 'pool'>,
  { coalitionId, limit }: { readonly coalitionId: string; readonly limit: number },
): Promise<{ readonly written: number; readonly more: boolean }> {
  return inTransaction(store, async (client) => {
    const hasMoreBatches = await lookThrough(client, coalitionId)
    if (hasMoreBatches === undefined) return { written: 0, more: false }
    const ids = Array.from({ length: 2 * limit }, () => newId())
    const { rows } = await client.query<{ looked: number; written: number }>({
      name: 'artel_look_at_referrals',
      text: LOOK,
      values: [coalitionId, uuidArray(ids, (id) => id), limit],
    })
    const { looked = 0, written = 0 } = rows[0] ?? {}
    return { written, more: hasMoreBatches || looked === limit }
  })
}

/** Whether more batches are left after these; undefined where the coalition never had a rule on referrals. */
async function lookThrough(client: pg.PoolClient, coalitionId: string): Promise<boolean | undefined> {
  await client.query({ name: 'artel_begin_referrals', text: BEGIN, values: [coalitionId] })
  const place = await client.query<{ rules: string; after: string }>({
    name: 'artel_place_of_referrals',
    text: PLACE,
    values: [coalitionId],
  })
  const [at] = place.rows
  if (!at) return undefined
  const piece = await client.query<{ through: string | null; more: boolean }>({
    name: 'artel_batches_for_referrals',
    text: THROUGH,
    values: [coalitionId, at.after],
  })
  const { through = null, more = false } = piece.rows[0] ?? {}
  const range = [coalitionId, at.after, through ?? at.after]
  if (through !== null) {
    await client.query({ name: 'artel_mark_friends', text: MARK, values: range })
    await client.query({ name: 'artel_undo_referrals', text: UNDO, values: range })
  }
  await client.query({
    name: 'artel_remember_referrals',
    text: REMEMBER,
    values: [coalitionId, through ?? at.after, at.rules],
  })
  return through !== null && more
}
