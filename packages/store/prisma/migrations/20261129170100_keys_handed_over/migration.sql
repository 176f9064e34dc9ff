-- A member's key that an administrator made was handed over: it acts for nobody, whatever its maker became at the member.
-- Who made one as an administrator is not on record, so it is taken from everybody who has ever had a role of the coalition.
update api_key k set person_id = null
  where k.member_id is not null and k.person_id is not null
    and exists (select from staff_grant g where g.coalition_id = k.coalition_id and g.person_id = k.person_id
      and g.member_id is null and g.accepted_at is not null);
