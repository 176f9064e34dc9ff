/**
 * The rules on referrals that hold in the coalition $1, or will: which trigger, whose, where, from the purchase of how much on and how
 * long after it. `gives`: it could give now; another waits, for it may be resumed, accepted or back in business.
 */
export const REFERRAL_RULES = `select r.rule_id, r.trigger, r.member_id, r.first_day, r.last_day, v.version,
    greatest(coalesce((v.definition::json #>> '{when,minTotalMinor}')::bigint, 1), 1) as least_minor,
    coalesce((v.definition::json #>> '{when,waitDays}')::int, 0) as wait_days,
    (select array_agg(place::uuid) from json_array_elements_text(v.definition::json->'at') place) as places,
    r.status <> 'PAUSED' and (r.member_id is null or m.status = 'ACTIVE') and not exists (select from rule_acceptance a
      where a.coalition_id = $1 and a.rule_version_id = v.rule_version_id and a.answer <> 'ACCEPTED') as gives
  from rule r
  join rule_version v on v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version
  left join member m on m.coalition_id = r.coalition_id and m.member_id = r.member_id
  where r.coalition_id = $1 and r.trigger in ('REFERRER', 'REFERRED') and r.status in ('SCHEDULED', 'RUNNING', 'PAUSED')
    and (r.member_id is null or m.status <> 'CLOSED')`

/** Of the rules above, each as `rule:version`, in their order; null without any. */
export const RULES_AS_TEXT = `string_agg(u.rule_id || ':' || u.version, ',' order by u.rule_id)`

/** What a purchase `p` comes to after discounts and what refunds have undone of it, minor units. */
export const LEFT_OF_PURCHASE = `p.total_minor - p.discount_minor - coalesce((select sum(r.amount_minor) from refund r
    where r.coalition_id = $1 and r.purchase_id = p.purchase_id), 0)`
