-- What a purchase is decided by is what was so when it happened, not when the worker looks.

-- Since when a link brings nobody any more.
alter table link add column archived_at timestamptz(6);
update link set archived_at = statement_timestamp() where status = 'ARCHIVED';
alter table link add constraint link_archived check ((status = 'ARCHIVED') = (archived_at is not null));
grant update (archived_at) on link to artel_app;

-- Until when a click counts, by the window that held when it was written; its instant as the rules compare it.
alter table click add column ends_at timestamptz(6);
update click k set at = date_trunc('milliseconds', k.at), ends_at = start_of_day(
    (k.at at time zone c.time_zone)::date + coalesce(l.window_days, c.binding_days) + 1, c.time_zone)
  from link l, coalition c
  where l.coalition_id = k.coalition_id and l.link_id = k.link_id and c.coalition_id = k.coalition_id;
alter table click alter column ends_at set not null,
  add constraint click_window check (ends_at > at);

-- By what the coalition chose between sources when a purchase was decided. Decisions from before did not keep it: they are
-- made again.
delete from attribution;
update attribution_cursor set done_batch_no = first_batch_no - 1;
alter table attribution add column choice text not null,
  add constraint attribution_choice check (json_typeof(choice::json) = 'object');
