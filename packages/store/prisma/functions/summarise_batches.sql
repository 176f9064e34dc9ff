-- Updates the summaries of every BRIN index on `batch_no`. Block ranges without a summary are read by every range of
-- batches, so a reader of the whole ledger asks for this first. Changes no row, and gives way to a lock.
create or replace function summarise_batches() returns void
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
set lock_timeout = '2s'
as $$
declare
  v_index regclass;
begin
  for v_index in
    select i.indexrelid::regclass
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_am m on m.oid = c.relam
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'batch_no'
    where m.amname = 'brin' and c.relnamespace = 'public'::regnamespace
    order by c.relname
  loop
    perform brin_summarize_new_values(v_index);
  end loop;
end $$;
