-- Whom a rule is shown to besides its owner, once it is scheduled: by its newest version, those at whom it holds and those who pay.
-- What other members give, and whose codes and budgets, is nobody else's business.
alter table rule add column shown_to uuid[] not null default '{}';
alter table rule add column shown_to_all boolean not null default false;
update rule r
set shown_to_all = r.member_id is null and v.definition::json->'at' is null,
  shown_to = array(select distinct x.id::uuid
    from (select json_array_elements_text(v.definition::json->'at') as id
      union select pay->>'payerId' from json_array_elements(v.definition::json->'pays') pay) x
    where x.id <> coalesce(r.member_id, r.coalition_id)::text
    order by 1)
from rule_version v
where v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version;
grant update (shown_to, shown_to_all) on rule to artel_app;
