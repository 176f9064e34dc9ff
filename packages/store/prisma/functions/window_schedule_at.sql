-- By which schedule a window ends that opens at an instant: that of the terms in force, `MONTHLY` where there are none. A
-- coalition that opens before its first terms start goes by those.
create or replace function window_schedule_at(p_coalition uuid, p_instant timestamptz) returns text
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select coalesce((
    select case t.window_kind when 'WEEKLY' then 'WEEKLY:' || t.window_weekday else t.window_kind end
    from terms t
    where t.coalition_id = p_coalition and t.variant = 0 and t.withdrawn_at is null
      and not exists (select from member m
        where m.coalition_id = p_coalition and m.status = 'ACTIVE' and not exists (select from terms_acceptance a
          where a.coalition_id = p_coalition and a.terms_id = t.terms_id and a.member_id = m.member_id))
    order by t.starts_at <= p_instant desc, case when t.starts_at <= p_instant then -t.version else t.version end
    limit 1), 'MONTHLY');
$$;
