-- An award above the coalition's limit waits for a second person, as an adjustment does and in the same table.
alter table adjustment
  add column payers jsonb,
  add column expires_in_days integer,
  add column operation text not null default 'adjustmentPropose';

drop index adjustment_coalition_id_key_scope_id_key_key;
create unique index adjustment_coalition_id_key_scope_id_operation_key_key
  on adjustment (coalition_id, key_scope_id, operation, key);

alter table adjustment
  drop constraint adjustment_kind,
  add constraint adjustment_kind check (kind in ('CORRECTION', 'GOODWILL', 'PROMO')),
  add constraint adjustment_award check ((kind = 'PROMO') = (payers is not null) and (kind = 'PROMO' or expires_in_days is null)),
  add constraint adjustment_operation check (operation in ('adjustmentPropose', 'promoAward'));
