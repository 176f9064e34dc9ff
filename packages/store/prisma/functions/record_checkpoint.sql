-- Records that the chain was replayed up to a batch. The caller names the hash it reached and the checkpoint it started
-- from, so a checkpoint always has the chain's own hash and checkpoints leave no gap. False when another process recorded
-- one meanwhile, or the chain is not what the caller saw.
create or replace function record_checkpoint(p_coalition uuid, p_after bigint, p_batch bigint, p_hash bytea) returns boolean
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
