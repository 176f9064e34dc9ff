-- Every index leads with coalition_id, and of tables without statistics the planner thinks that a coalition is a row
-- or two: all indexes look alike, it may take any, and plans that are cached (foreign key checks, the write function,
-- named statements) then read a whole coalition for one row, until autovacuum comes by. So the first process that has
-- written a few rows asks for statistics; that also throws such plans away, in every session.
create function analyze_young_ledger() returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if exists (select 1 from pg_stats where schemaname = 'public' and tablename = 'entry' and attname = 'coalition_id') then
    return false;
  end if;
  analyze coalition, member, terms, customer, customer_account, entry, transfer, lot, lot_use, hold, hold_lot, purchase,
    refund, debt, refusal, outbox, batch, account_movement;
  return true;
end $$;

alter function analyze_young_ledger owner to artel_owner;
revoke all on function analyze_young_ledger from public;
grant execute on function analyze_young_ledger to artel_app;
