import { recentMovesSql } from '../customer/recent-moves.ts'
import { fiscalDocumentSql } from '../receipt-claim/fiscal-document.ts'
import { boughtSql, groupsSql, usedSql } from '../rule/rule-standing.ts'

/**
 * Lots as one text: fields joined by `|` in the order of `parseLots`, lots by a space. Prices are left out, since they
 * are those of the lot's terms (`parsePrices`). Open lots are most of what a batch loads, and JSON of them costs twice as much.
 */
const LOTS = `string_agg(concat_ws('|', l.lot_id, l.issuer_id, l.terms_id, l.amount, l.remaining, l.reserved,
  coalesce(l.origin_lot_id::text, ''), date_part('epoch', l.issued_at), date_part('epoch', l.activates_at), date_part('epoch', l.expires_at)), ' ')`

/** Claims with something left on the lots of one of these origins, oldest first. */
const claimsOf = (
  origins: string,
): string => `(select json_agg(json_build_object('id', c.refund_id, 'lotId', c.lot_id,
      'purchaseId', c.purchase_id, 'amount', c.amount::text, 'remaining', c.remaining::text)
      order by c.batch_no, c.batch_step)
    from claim c where c.coalition_id = $1 and c.lot_id = any(${origins}) and c.remaining > 0)`

/** The lots that a purchase earned: one, or one a payer. */
const EARNED_LOTS = `(array(select distinct (payer->>1)::uuid from json_array_elements(p.rules::json->'payers') payer
    where payer->>1 is not null and payer->>1 <> p.earned_lot_id::text) || p.earned_lot_id)`

/** Of the points that a purchase earned, those that ran out by lot: in the lot itself, or in one that a merge made of it. */
const EXPIRED = `(select json_agg(json_build_object('lotId', x.origin, 'points', x.points::text))
    from (select l.origin, sum(u.points) as points
      from (select own.lot_id as origin, own.lot_id, own.customer_id from lot own
          where own.coalition_id = $1 and own.lot_id = any(earned.lot_ids)
        union all
        select moved.origin_lot_id, moved.lot_id, moved.customer_id from lot moved
          where moved.coalition_id = $1 and moved.origin_lot_id = any(earned.lot_ids)) l
      join entry e on e.coalition_id = $1 and e.customer_id = l.customer_id and e.kind = 'EXPIRE'
      join lot_use u on u.coalition_id = $1 and u.entry_id = e.entry_id and u.lot_id = l.lot_id
      group by l.origin) x)`

/** A customer's open lots, each with what those before it in consumption order have to spend. */
const OPEN_LOTS = `select l.*, spendable.is_spendable,
    coalesce(sum(case when spendable.is_spendable then l.remaining - l.reserved end) over (
      order by l.expires_at nulls last, l.issued_at, l.lot_id rows between unbounded preceding and 1 preceding), 0) as before
  from lot l
  cross join lateral (select l.activates_at <= clock.now and coalesce(l.expires_at > clock.now, true) as is_spendable
    ) spendable
  where x.takes is distinct from 0 and l.coalition_id = $1 and l.customer_id = x.id and l.open`

const HOLD = `json_build_object('customerId', h.customer_id, 'id', h.hold_id, 'memberId', h.member_id,
  'points', h.points::text, 'termsId', h.terms_id, 'status', h.status, 'orderRef', h.order_ref, 'billMinor', h.bill_minor::text,
  'code', h.code, 'createdAt', h.created_at, 'expiresAt', h.expires_at, 'closedAt', h.closed_at,
  'coalitionId', h.coalition_id, 'batchNo', h.batch_no::text, 'batchStep', h.batch_step, 'rowHash', h.row_hash::text,
  'reservations', (select json_agg(json_build_object('lotId', r.lot_id, 'points', r.points::text) order by r.position)
    from hold_lot r where r.coalition_id = $1 and r.hold_id = h.hold_id))`

/**
 * Each row is looked up by its whole key in a lateral sub-select with `limit 1`. A plain join says the same, but before
 * the first ANALYZE the planner takes a coalition for a handful of rows and reads all of it for every batch; the plan
 * is generic and stays.
 *
 * Everything that a batch of commands may look at, in one query and so on one snapshot.
 * $1 coalition, $2 customers, $3 how many points
 * are taken from their open lots at most (null: all lots are looked at); per command: $4 scopes, $5 operations, $6 keys; only those that name one: $7 purchases,
 * $8 holds, $9 receipts' members, $10 receipt references; $11 whether a command takes out of the promo fund; $12 customers whose
 * last day is looked at; counters: $13 owners, $14 customers (the coalition: of all), $15 how much of
 * a day names their period, $16 days (null: now's); $17 customers and $18 members
 * that are asked when they last bought; $19 customers and $20 groups of customers in which they may be;
 * $21 documents of fiscal receipts, `fn-i`, of commands that name one.
 */
export const LOAD_BATCH = `select
  clock.now,
  (select json_agg(json_build_array(t.terms_id, t.reserve_price::text, t.deposit::text, t.issue_fee::text,
      t.redeem_fee::text)) from terms t where t.coalition_id = $1) as terms,
  (select json_agg(json_build_array(a.customer_id, a.sequence::text, a.posted::text, a.reserved::text,
      lots.found, holds.found, debts.found, person.status, person.merged_into_id,
      person.frozen_at is not null))
    from unnest($2::uuid[], $3::bigint[]) x(id, takes)
    cross join lateral (select * from customer_account a
      where a.coalition_id = $1 and a.customer_id = x.id limit 1) a
    cross join lateral (select person.status, person.merged_into_id, person.frozen_at from customer person
      where person.coalition_id = $1 and person.customer_id = x.id limit 1) person
    left join lateral (select ${LOTS} as found
      from (${OPEN_LOTS}) l where x.takes is null or l.is_spendable and l.before < x.takes) lots on true
    left join lateral (select json_agg(${HOLD}) as found
      from hold h where a.reserved > 0 and h.coalition_id = $1 and h.customer_id = x.id and h.status = 'OPEN') holds on true
    left join lateral (select json_agg(json_build_object('id', d.debt_id, 'issuerId', d.issuer_id,
        'purchaseId', d.purchase_id, 'lotId', d.lot_id, 'amount', d.amount::text, 'remaining', d.remaining::text,
        'issueFee', d.issue_fee::text, 'incurredAt', d.incurred_at) order by d.incurred_at, d.batch_no, d.batch_step, d.debt_id) as found
      from debt d where d.coalition_id = $1 and d.customer_id = x.id and d.remaining > 0) debts on true
  ) as customers,
  (select json_agg(json_build_object('index', k.i - 1, 'hash', encode(e.request_hash, 'hex'), 'groupId', e.group_id,
      'sequence', e.customer_sequence::text, 'postedAt', e.posted_at, 'balanceAfter',
      (select last.balance_after::text from entry last where last.coalition_id = $1
        and last.customer_id = e.customer_id and last.customer_sequence = e.customer_sequence
        order by last.position desc limit 1)))
    from unnest($4::uuid[], $5::text[], $6::text[]) with ordinality k(scope, operation, key, i)
    cross join lateral (select * from entry e where e.coalition_id = $1 and e.key_scope_id = k.scope
      and e.key_operation = k.operation and e.key = k.key limit 1) e
  ) as posted,
  (select json_agg(json_build_object('index', k.i - 1, 'hash', encode(f.request_hash, 'hex'), 'code', f.code,
      'details', f.details))
    from unnest($4::uuid[], $5::text[], $6::text[]) with ordinality k(scope, operation, key, i)
    cross join lateral (select * from refusal f where f.coalition_id = $1 and f.key_scope_id = k.scope
      and f.key_operation = k.operation and f.key = k.key limit 1) f
  ) as refused,
  (select json_agg(json_build_object('customerId', p.customer_id, 'id', p.purchase_id, 'memberId', p.member_id,
      'termsId', p.terms_id, 'total', p.total_minor::text, 'discount', p.discount_minor::text, 'lines', p.lines, 'pointsRedeemed', p.points_redeemed::text,
      'pointsPart', p.points_part_minor::text, 'pointsEarned', p.points_earned::text, 'earnedLotId', p.earned_lot_id,
      'rules', p.rules, 'expired', ${EXPIRED}, 'refunds', refunds.found, 'uses', uses.found, 'lots', lots.found,
      'claims', ${claimsOf('lots.origins')}))
    from unnest($7::uuid[]) x(id)
    cross join lateral (select * from purchase p where p.coalition_id = $1 and p.purchase_id = x.id limit 1) p
    cross join lateral (select ${EARNED_LOTS} as lot_ids) earned
    left join lateral (select json_agg(json_build_object('amount', r.amount_minor::text,
        'returned', r.points_returned::text, 'reversed', (r.points_recovered + r.points_to_debt)::text,
        'due', (r.points_recovered + r.points_to_debt + r.points_borne + r.points_expired)::text,
        'lines', r.lines, 'rules', r.rules)) as found, array_agg(r.refund_id) as ids
      from refund r where r.coalition_id = $1 and r.purchase_id = p.purchase_id) refunds on true
    left join lateral (select json_agg(json_build_object('lotId', u.lot_id, 'points', u.points::text)
        order by u.redeems desc, u.position) as found, array_agg(u.lot_id) as lot_ids
      from (select u.lot_id, sum(u.points) as points, bool_or(u.kind = 'REDEEM') as redeems, min(u.position)
          filter (where u.kind = 'REDEEM') as position
        from entry e
        join lot_use u on u.coalition_id = $1 and u.entry_id = e.entry_id
        where e.coalition_id = $1 and e.customer_id = p.customer_id and u.kind in ('REDEEM', 'REDEEM_REVERSAL')
          and e.group_id = any(array[p.purchase_id, p.hold_id] || refunds.ids)
        group by u.lot_id) u) uses on true
    left join lateral (select ${LOTS} as found, array_agg(coalesce(l.origin_lot_id, l.lot_id)) as origins
      from lot l where l.coalition_id = $1 and l.customer_id = p.customer_id
        and l.lot_id = any(uses.lot_ids || earned.lot_ids)) lots on true
  ) as purchases,
  (select json_agg(json_build_object('hold', ${HOLD}, 'lots', lots.found, 'claims', ${claimsOf('lots.origins')}))
    from unnest($8::uuid[]) x(id)
    cross join lateral (select * from hold h where h.coalition_id = $1 and h.hold_id = x.id limit 1) h
    left join lateral (select ${LOTS} as found, array_agg(coalesce(l.origin_lot_id, l.lot_id)) as origins
      from hold_lot r join lot l on l.coalition_id = $1 and l.lot_id = r.lot_id
      where r.coalition_id = $1 and r.hold_id = h.hold_id) lots on true
  ) as holds,
  (select json_agg(json_build_object('memberId', p.member_id, 'receiptRef', p.receipt_ref, 'id', p.purchase_id))
    from unnest($9::uuid[], $10::text[]) x(member, receipt)
    cross join lateral (select p.member_id, p.receipt_ref, p.purchase_id from purchase p
      where p.coalition_id = $1 and p.member_id = x.member and p.receipt_ref = x.receipt limit 1) p
  ) as receipts,
  (select json_agg(json_build_object('name', x.name, 'id', p.purchase_id))
    from unnest($21::text[]) x(name)
    cross join lateral (select p.purchase_id from purchase p
      where p.coalition_id = $1 and p.fiscal_receipt is not null
        and ${fiscalDocumentSql('p.fiscal_receipt')} = x.name limit 1) p
  ) as fiscal,
  case when $11::boolean then promo_fund($1)::text end as fund,
  ${recentMovesSql('$12::uuid[]', 'clock.now')} as recent,
  ${usedSql('$13::uuid[], $14::uuid[], $15::bigint[], $16::text[]', 'clock.now')} as used,
  ${boughtSql('$17::uuid[], $18::uuid[]')} as bought,
  ${groupsSql('$19::uuid[], $20::uuid[]', '(clock.now at time zone c.time_zone)::date')} as groups
from coalition c
-- Once a query, and to the millisecond, as decisions see it: a lot that has run out here has run out there.
cross join lateral (select date_trunc('milliseconds', coalition_clock(c.clock_offset_seconds)) as now offset 0) clock
where c.coalition_id = $1`
