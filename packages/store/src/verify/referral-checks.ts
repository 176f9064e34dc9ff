import { LEFT_OF_PURCHASE } from '../referral/referral-rules-sql.ts'
import type { Check } from './check.ts'

/** A referral in the words of its digest: `src/referral/referral-digest.ts` has them a first time. */
const LINE = `concat_ws('|', r.coalition_id, r.friend_id, r.referrer_id, r.member_id, r.via,
  (extract(epoch from r.bound_at) * 1000000)::bigint)`
const DIGEST = `encode(sha256(convert_to(${LINE}, 'UTF8')), 'hex')`

/** Every customer with the one that it is now. */
const SELVES = `select customer_id, coalesce(merged_into_id, customer_id) as self from customer where coalition_id = $1`

/** Gifts for friends' purchases, with the purchase, the referral and who everybody is now. */
const GIFTS = `select g.gift_id, g.given_at, g.day, o.kind, o.least_minor, r.bound_at, p.recorded_at, p.member_id, v.version,
    (p.occurred_at at time zone k.time_zone)::date as bought_on, (g.given_at at time zone k.time_zone)::date as given_on,
    p.total_minor - p.discount_minor as came_to, o.member_id as at_member, v.rule_id, o.rule_id as rule_of_occasion,
    coalesce((v.definition::json #>> '{when,waitDays}')::int, 0) as wait_days,
    buyer.self as buyer, friend.self as friend, referrer.self as referrer, given.self as given_to
  from rule_gift g
  join occasion o on o.coalition_id = $1 and o.occasion_id = g.occasion_id and o.kind in ('REFERRER', 'REFERRED')
  join coalition k on k.coalition_id = $1
  left join rule_version v on v.coalition_id = $1 and v.rule_version_id = g.rule_version_id
  left join referral r on r.coalition_id = $1 and r.friend_id = o.friend_id
  left join purchase p on p.coalition_id = $1 and p.purchase_id = o.purchase_id
  left join (${SELVES}) buyer on buyer.customer_id = p.customer_id
  left join (${SELVES}) friend on friend.customer_id = r.friend_id
  left join (${SELVES}) referrer on referrer.customer_id = r.referrer_id
  left join (${SELVES}) given on given.customer_id = g.customer_id
  where g.coalition_id = $1`

/** Who brought whom, and what was given and taken back for it. */
export const REFERRAL_CHECKS: readonly Check[] = [
  {
    invariant: 'REFERRAL_DIGEST',
    table: 'referral',
    says: 'Who brought whom is as it was written, to the last byte.',
    sql: `select jsonb_build_object('friend_id', r.friend_id) as row, r.digest as expected, ${DIGEST} as actual
      from referral r where r.coalition_id = $1 and r.digest is distinct from ${DIGEST}`,
  },
  {
    invariant: 'REFERRAL_NOT_OWN',
    table: 'referral',
    says: 'Nobody is brought by themselves.',
    sql: `select jsonb_build_object('friend_id', r.friend_id) as row, 'another customer' as expected, r.referrer_id::text as actual
      from referral r where r.coalition_id = $1 and r.friend_id = r.referrer_id`,
  },
  {
    invariant: 'REFERRAL_GIFT',
    table: 'rule_gift',
    says: 'What a rule gave for a friend is for a purchase of that friend after it was brought, which came to enough, once the days of waiting were over, and to the side that the rule is about.',
    sql: `select jsonb_build_object('gift_id', g.gift_id) as row,
        concat_ws(' ', case g.kind when 'REFERRER' then g.referrer else g.friend end, 'for', g.friend, 'bound', g.bound_at, 'at least',
          g.least_minor, 'from', g.bought_on + g.wait_days) as expected,
        concat_ws(' ', g.given_to, 'for', coalesce(g.buyer::text, 'nobody'), 'bought', g.recorded_at, 'for', g.came_to, 'on', g.given_on)
          as actual
      from (${GIFTS}) g
      where g.buyer is distinct from g.friend or g.recorded_at < g.bound_at or (g.came_to >= g.least_minor) is not true
        or g.given_on < g.bought_on + g.wait_days or g.day is distinct from g.bought_on or g.member_id is distinct from g.at_member
        or g.rule_id is distinct from g.rule_of_occasion
        or g.given_to is distinct from case g.kind when 'REFERRER' then g.referrer else g.friend end
        or not exists (select from rule_version w where w.coalition_id = $1 and w.rule_id = g.rule_id and w.version <= g.version
          and coalesce(nullif(w.definition::json #>> '{when,minTotalMinor}', ''), '1')::numeric = g.least_minor)`,
  },
  {
    invariant: 'GIFT_RETURN_OF_REFUND',
    table: 'gift_return',
    says: 'A gift is taken back only where refunds leave less of the purchase than it was given for, and with no more than it was.',
    sql: `select jsonb_build_object('return_id', b.return_id) as row, concat_ws(' ', 'less than', o.least_minor, 'at most', g.points) as expected,
        concat_ws(' ', 'left', ${LEFT_OF_PURCHASE}, 'back', b.points) as actual
      from gift_return b
      left join rule_gift g on g.coalition_id = $1 and g.gift_id = b.gift_id
      left join occasion o on o.coalition_id = $1 and o.occasion_id = g.occasion_id
      left join purchase p on p.coalition_id = $1 and p.purchase_id = o.purchase_id
      where b.coalition_id = $1 and ((${LEFT_OF_PURCHASE} < o.least_minor and b.points <= g.points) is not true)`,
  },
  {
    invariant: 'GIFT_RETURN_BOOKED',
    table: 'gift_return',
    says: 'What is taken back of a gift is booked to the point: of lots that came from it, each payer no more than it gave.',
    sql: `select jsonb_build_object('return_id', b.return_id) as row, b.points::text as expected,
        concat_ws(' ', coalesce(x.booked, 0), case when x.is_other then 'of others' end) as actual
      from gift_return b
      left join rule_gift g on g.coalition_id = $1 and g.gift_id = b.gift_id
      left join lateral (select sum(u.points) as booked, bool_or(s.payer is null or u.points is distinct from s.points::numeric
          or q.points is null or s.points::numeric > q.points::numeric) as is_other
        from (select x->>0 as payer, x->>1 as lot, x->>2 as points from json_array_elements(b.payers::json) x) s
        full join (select coalesce(l.origin_lot_id, l.lot_id)::text as lot, l.issuer_id::text as issuer, sum(u.points) as points
          from entry e
          join lot_use u on u.coalition_id = $1 and u.entry_id = e.entry_id
          join lot l on l.coalition_id = $1 and l.lot_id = u.lot_id
          where e.coalition_id = $1 and e.group_id = b.return_id and e.kind = 'ADJUSTMENT' and e.customer_id = b.customer_id
          group by 1, 2) u on u.lot = s.lot and u.issuer = s.payer
        left join (select x->>0 as payer, x->>1 as lot, x->>2 as points from json_array_elements(g.payers::json) x) q
          on q.lot = s.lot and q.payer = s.payer) x on true
      where b.coalition_id = $1 and (x.booked is distinct from b.points or x.is_other)`,
  },
]
