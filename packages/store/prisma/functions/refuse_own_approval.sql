-- Trigger of `plan_approval`: the proposer of a plan cannot approve it, and nobody can approve a changed plan.
create or replace function refuse_own_approval() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select from plan p where p.coalition_id = new.coalition_id and p.plan_id = new.plan_id
      and (p.proposed_by_id = new.approved_by_id or p.hash <> new.plan_hash)) then
    raise exception 'a plan is approved as it is, and by another than its proposer' using errcode = '23514';
  end if;
  return new;
end $$;
