-- A person may have roles of the coalition and at a member, and they change: whose word it was is written down with it. Null
-- where nobody wrote it: processes of the version before go on while this one is put in place.
alter table adjustment add column approved_for_id uuid;
update adjustment a set approved_for_id = case
    when a.member_id is not null and (
      exists (select from api_key k
        where k.coalition_id = a.coalition_id and k.api_key_id = a.approved_by_id and k.member_id is not null)
      or exists (select from person p where p.person_id = a.approved_by_id)
        and not exists (select from staff_grant g where g.coalition_id = a.coalition_id
          and g.person_id = a.approved_by_id and g.member_id is null and g.accepted_at is not null))
    then a.member_id else a.coalition_id end
  where a.approved_by_id is not null;
alter table adjustment
  add constraint adjustment_approved_for check (approved_for_id is null
    or approved_by_id is not null and (approved_for_id = coalition_id or approved_for_id is not distinct from member_id));
grant update (approved_for_id) on adjustment to artel_app;

alter table member_exit add column noticed_for_id uuid;
update member_exit e set noticed_for_id = case
    when exists (select from api_key k
        where k.coalition_id = e.coalition_id and k.api_key_id = e.noticed_by_id and k.member_id = e.member_id)
      or exists (select from staff_grant g where g.coalition_id = e.coalition_id and g.member_id = e.member_id
        and g.person_id = e.noticed_by_id and g.accepted_at is not null)
    then e.member_id else e.coalition_id end;
alter table member_exit
  add constraint member_exit_noticed_for check (noticed_for_id in (coalition_id, member_id));
