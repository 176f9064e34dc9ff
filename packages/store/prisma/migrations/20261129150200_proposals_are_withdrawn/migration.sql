-- What was proposed and is not wanted any more, or can be approved by nobody, is taken back and stays written down.
alter table adjustment
  drop constraint adjustment_status,
  add constraint adjustment_status check (status in ('PROPOSED', 'APPROVED', 'POSTED', 'REFUSED', 'WITHDRAWN')),
  add column withdrawn_by_id uuid,
  add column withdrawn_at timestamptz(6),
  add constraint adjustment_withdrawn check ((status = 'WITHDRAWN') = (withdrawn_at is not null)
    and (withdrawn_by_id is null) = (withdrawn_at is null));
grant update (withdrawn_by_id, withdrawn_at) on adjustment to artel_app;
