-- Up to where a coalition's chain was replayed and found whole. Append-only, for everybody.
CREATE TABLE "chain_checkpoint" (
    "coalition_id" UUID NOT NULL,
    "batch_no" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "verified_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chain_checkpoint_pkey" PRIMARY KEY ("coalition_id","batch_no")
);
alter table chain_checkpoint
  add constraint chain_checkpoint_batch check (batch_no > 0),
  add constraint chain_checkpoint_hash check (octet_length(hash) = 32);
alter table chain_checkpoint owner to artel_owner;
grant select on chain_checkpoint to artel_app;

-- Remembers that the chain was replayed up to a batch. The caller says the hash that it came to and the checkpoint that
-- it began at: what is recorded is always the chain's own hash, and checkpoints follow each other without a gap.
-- False when another process has recorded a checkpoint meanwhile, or the chain is not what the caller saw.
create function record_checkpoint(p_coalition uuid, p_after bigint, p_batch bigint, p_hash bytea) returns boolean
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into chain_checkpoint (coalition_id, batch_no, hash)
  select b.coalition_id, b.batch_no, b.hash
  from batch b
  where b.coalition_id = p_coalition and b.batch_no = p_batch and b.hash = p_hash and p_batch > p_after
    and p_after = coalesce((select max(c.batch_no) from chain_checkpoint c where c.coalition_id = p_coalition), 0)
  on conflict do nothing;
  return found;
end $$;

alter function record_checkpoint owner to artel_owner;
revoke all on function record_checkpoint from public;
grant execute on function record_checkpoint to artel_app;

-- Ranges of blocks that no summary covers yet are read by every range of batches, so whoever reads the whole ledger asks
-- for summaries first. Of every table that has batches, the ones to come too. Changes no row; gives way to a lock.
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
