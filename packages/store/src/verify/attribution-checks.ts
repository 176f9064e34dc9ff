import { CLOSED_AT } from '../attribution/closed-at.ts'
import type { Check } from './check.ts'

/** A decision in the words of its digest: `src/attribution/attribution-digest.ts` has them a first time. */
const LINE = `concat_ws('|', a.coalition_id, a.purchase_id, a.customer_id, a.member_id,
  (extract(epoch from a.occurred_at) * 1000000)::bigint, coalesce(a.source_kind, ''), coalesce(a.source_id::text, ''),
  coalesce(a.link_id::text, ''), a.via, to_json(a.losers), to_json(a.choice), (extract(epoch from a.decided_at) * 1000000)::bigint)`
const DIGEST = `encode(sha256(convert_to(${LINE}, 'UTF8')), 'hex')`

/** A binding in the words of its digest: `src/link/binding-digest.ts` has them a first time. */
const BINDING_LINE = `concat_ws('|', b.coalition_id, b.binding_id, b.customer_id, b.member_id, b.source_kind, b.source_id,
  b.link_id, b.via, (extract(epoch from b.bound_at) * 1000000)::bigint, (extract(epoch from b.ends_at) * 1000000)::bigint)`
const BINDING_DIGEST = `encode(sha256(convert_to(${BINDING_LINE}, 'UTF8')), 'hex')`

/** The two readings of a typed code: `link-code.ts` of the rules has them a first time. */
const folded = (text: string) => `translate(${text}, 'OILUАВЕЁЗКМНОРСТУХІ', '011VABEE3KMH0PCTYX1')`
const [LATIN, RUSSIAN] = ["'QWERTYUIOPASDFGHJKLZXCVBNM'", "'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ'"]
const TYPED = `regexp_replace(upper(normalize(p.code)), '[\\s-]', '', 'g')`
const SWITCHED = `case when p.code ~ '[Ѐ-ӿ]' then translate(${TYPED}, ${RUSSIAN}, ${LATIN})
  else translate(${TYPED}, ${LATIN}, ${RUSSIAN}) end`

const KEY = `jsonb_build_object('purchase_id', a.purchase_id)`

/** Customers of a coalition with the one that each was merged into, however often. */
const SELVES = `with recursive same as (
    select customer_id as survivor, customer_id from customer where coalition_id = $1
    union select s.survivor, c.customer_id from same s
      join customer c on c.coalition_id = $1 and c.merged_into_id = s.customer_id)`

/** Whom `customer me` is today: who was merged leads to the survivor in one step, since each merge hands on those before it. */
const SURVIVOR = `coalesce(me.merged_into_id, me.customer_id)`

/** Of a decision `a`: a sound link of a customer was there, which another source went before. */
const CUSTOMER_WENT_BEHIND = `exists (select from json_array_elements(a.losers::json) o
  join link f on f.coalition_id = $1 and f.link_id::text = o->>'link' and f.source_kind = 'CUSTOMER'
  where o->>'reason' in ('OUTRANKED', 'EARLIER_TAKEN', 'LATER_TAKEN', 'LOWER_PRIORITY'))`

/** Of a decision `a` about a purchase `p`: who bought, or who is the same person today, had been brought by a referral code. */
const REFERRED = `exists (select from referral r
  join customer f on f.coalition_id = $1 and f.customer_id = r.friend_id
  join customer me on me.coalition_id = $1 and me.customer_id = a.customer_id
  where r.coalition_id = $1 and coalesce(f.merged_into_id, f.customer_id) = ${SURVIVOR} and r.bound_at <= ${CLOSED_AT})`

/** Decisions about who brought a customer against purchases, links and what led there. */
export const ATTRIBUTION_CHECKS: readonly Check[] = [
  {
    invariant: 'ATTRIBUTION_DIGEST',
    table: 'attribution',
    says: 'A decision about who brought a customer is as it was written, to the last byte.',
    sql: `select ${KEY} as row, a.digest as expected, ${DIGEST} as actual
      from attribution a where a.coalition_id = $1 and a.digest is distinct from ${DIGEST}`,
  },
  {
    invariant: 'ATTRIBUTION_OF_PURCHASE',
    table: 'attribution',
    says: 'Every purchase between the first batch that is attributed and the last done has one decision, and no other purchase has one.',
    sql: `select jsonb_build_object('purchase_id', coalesce(a.purchase_id, p.purchase_id)) as row,
        case when p.purchase_id is null then 'no decision' else concat_ws(' ', p.customer_id, p.member_id, p.occurred_at) end
          as expected,
        case when a.purchase_id is null then 'no decision' else concat_ws(' ', a.customer_id, a.member_id, a.occurred_at) end
          as actual
      from (select p.* from purchase p join attribution_cursor c on c.coalition_id = $1
          and p.batch_no between c.first_batch_no and c.done_batch_no where p.coalition_id = $1) p
      full join (select * from attribution where coalition_id = $1) a on a.purchase_id = p.purchase_id
      where (p.purchase_id, p.customer_id, p.member_id, p.occurred_at)
        is distinct from (a.purchase_id, a.customer_id, a.member_id, a.occurred_at)`,
  },
  {
    invariant: 'ATTRIBUTION_LINK',
    table: 'attribution',
    says: 'A decision takes a link of the coalition to the member that sold, with the source that the link has.',
    sql: `select ${KEY} as row, concat_ws(' ', a.member_id, a.source_kind, a.source_id) as expected,
        coalesce(concat_ws(' ', l.member_id, l.source_kind, l.source_id), 'no link') as actual
      from attribution a left join link l on l.coalition_id = $1 and l.link_id = a.link_id
      where a.coalition_id = $1 and a.link_id is not null and (a.member_id, a.source_kind, a.source_id)
        is distinct from (l.member_id, l.source_kind, l.source_id)`,
  },
  {
    invariant: 'ATTRIBUTION_TOUCH',
    table: 'attribution',
    says: 'What a decision goes by is there: the code on the purchase, a binding of the customer that counted then, or the click.',
    sql: `${SELVES}
      select ${KEY} as row, a.via as expected, 'nothing of the kind' as actual
      from attribution a
      join coalition c on c.coalition_id = $1
      join purchase p on p.coalition_id = $1 and p.purchase_id = a.purchase_id
      join customer me on me.coalition_id = $1 and me.customer_id = a.customer_id
      left join click k on k.coalition_id = $1 and k.click_id = p.click_id and k.link_id = a.link_id
        and k.kind = 'HUMAN' and k.at <= ${CLOSED_AT} and a.occurred_at < k.ends_at
      left join link l on l.coalition_id = $1 and l.link_id = a.link_id
      left join (select distinct s.survivor, b.link_id, b.bound_at, b.ends_at from same s
          join binding b on b.coalition_id = $1 and b.customer_id = s.customer_id) b
        on a.via = 'BINDING' and b.survivor = ${SURVIVOR} and b.link_id = a.link_id
          and b.bound_at <= ${CLOSED_AT} and a.occurred_at < b.ends_at
      where a.coalition_id = $1
      group by a.coalition_id, a.purchase_id, a.via
      having not case a.via when 'CODE'
          then bool_or(coalesce(l.folded_code in (${folded(TYPED)}, ${folded(SWITCHED)}), false)) when 'CLICK' then count(k.click_id) > 0
        when 'BINDING' then count(b.link_id) > 0 else true end`,
  },
  {
    invariant: 'ATTRIBUTION_CANDIDATES',
    table: 'attribution',
    says: 'Every binding of the customer to the member, and the click that the purchase names, was taken or stands among those who were not.',
    sql: `select ${KEY} as row, t.link_id::text as expected, concat_ws(' ', a.link_id, a.losers) as actual
      from attribution a
      cross join lateral (
        -- One that was being written while it was decided may be missing.
        select b.link_id from binding b where b.coalition_id = $1 and b.customer_id = a.customer_id
          and b.member_id = a.member_id and b.bound_at < a.decided_at - interval '1 minute'
        union
        select k.link_id from purchase p join click k on k.coalition_id = $1 and k.click_id = p.click_id
          where p.coalition_id = $1 and p.purchase_id = a.purchase_id and a.losers not like '%"UNKNOWN_CLICK"%') t
      where a.coalition_id = $1 and t.link_id is distinct from a.link_id
        and not exists (select from json_array_elements(a.losers::json) s where s->>'link' = t.link_id::text)`,
  },
  {
    invariant: 'ATTRIBUTION_LOSERS',
    table: 'attribution',
    says: 'Who was not taken was not for the reason that is told, and nobody is taken only where nobody could be.',
    sql: `select ${KEY} as row, s->>'reason' as expected, 'it does not hold' as actual
      from attribution a
      join coalition c on c.coalition_id = $1
      join purchase p on p.coalition_id = $1 and p.purchase_id = a.purchase_id
      cross join lateral json_array_elements(a.losers::json) s
      left join link l on l.coalition_id = $1 and l.link_id::text = s->>'link'
      where a.coalition_id = $1 and not coalesce(case s->>'reason'
        when 'OTHER_MEMBER' then l.member_id <> a.member_id
        when 'ARCHIVED' then l.archived_at <= a.occurred_at
        when 'MACHINE' then exists (select from click k where k.coalition_id = $1 and k.click_id = p.click_id
          and k.link_id = l.link_id and k.kind = 'BOT')
        when 'WINDOW_ENDED' then exists (select from binding b where b.coalition_id = $1 and b.link_id = l.link_id
            and b.ends_at <= a.occurred_at)
          or exists (select from click k where k.coalition_id = $1 and k.click_id = p.click_id
            and k.link_id = l.link_id and k.ends_at <= a.occurred_at)
        when 'NOT_YET' then exists (select from binding b where b.coalition_id = $1 and b.link_id = l.link_id
            and b.bound_at > ${CLOSED_AT})
          or exists (select from click k where k.coalition_id = $1 and k.click_id = p.click_id
            and k.link_id = l.link_id and k.at > ${CLOSED_AT})
        when 'SOURCE_ENDED' then exists (select from member m where m.coalition_id = $1 and m.member_id = l.source_id
            and m.closed_at <= a.occurred_at)
          or exists (select from affiliate f where f.coalition_id = $1 and f.affiliate_id = l.source_id)
        when 'CODE_OF_RULE' then p.rules is not null and p.code is not null
        when 'UNKNOWN_CLICK' then p.click_id is not null
        when 'OWN_LINK' then l.link_id is not null
        when 'REFERRAL_FIRST' then l.source_kind = 'AFFILIATE' and (a.source_kind = 'CUSTOMER'
          or ${CUSTOMER_WENT_BEHIND} or ${REFERRED})
        else a.via <> 'NOBODY' and l.link_id is not null end, false)`,
  },
  {
    invariant: 'ATTRIBUTION_CURSOR',
    table: 'attribution_cursor',
    says: 'Purchases are attributed from the first batch after the first link on, and no further than the chain goes.',
    sql: `select jsonb_build_object('coalition_id', a.coalition_id) as row, concat_ws(' ', x.before + 1, h.batch_no) as expected,
        concat_ws(' ', a.first_batch_no, a.done_batch_no) as actual
      from attribution_cursor a
      join chain_head h on h.coalition_id = $1
      cross join lateral (select coalesce(max(b.batch_no), 0) as before from batch b
        where b.coalition_id = $1 and b.posted_at < (select min(l.created_at) from link l where l.coalition_id = $1)) x
      where a.coalition_id = $1 and (a.first_batch_no > x.before + 1 or a.done_batch_no > h.batch_no)`,
  },
  {
    invariant: 'BINDING_DIGEST',
    table: 'binding',
    says: 'A binding is as it was written, to the last byte.',
    sql: `select jsonb_build_object('binding_id', b.binding_id) as row, b.digest as expected, ${BINDING_DIGEST} as actual
      from binding b where b.coalition_id = $1 and b.digest is distinct from ${BINDING_DIGEST}`,
  },
  {
    invariant: 'BINDING_LINK',
    table: 'binding',
    says: 'A binding is to the member and the source of its link, for no longer than a year and a day.',
    sql: `select jsonb_build_object('binding_id', b.binding_id) as row,
        concat_ws(' ', l.member_id, l.source_kind, l.source_id) as expected,
        concat_ws(' ', b.member_id, b.source_kind, b.source_id, b.ends_at - b.bound_at) as actual
      from binding b left join link l on l.coalition_id = $1 and l.link_id = b.link_id
      where b.coalition_id = $1 and ((b.member_id, b.source_kind, b.source_id)
        is distinct from (l.member_id, l.source_kind, l.source_id) or b.ends_at > b.bound_at + interval '367 days')`,
  },
]
