-- Analyses the ledger's tables once, when a fresh database has its first rows. Without statistics the planner takes a
-- coalition for a row or two, and cached plans then read a whole coalition for one row. True when it analysed.
create or replace function analyze_young_ledger() returns boolean
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
