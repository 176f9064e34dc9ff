-- The application may write a payer's answer, and so could have rewritten who gave the one that stands, and when.

-- Trigger of `rule_acceptance`: a payer may answer anew, later than before and with another answer. Who said what it says now,
-- and when, cannot be rewritten, nor can an answer be taken for never given; the audit log has the answers of before.
create or replace function keep_payers_answer() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if new.answer = 'ASKED' or new.answer = old.answer or new.answered_at < greatest(old.answered_at, old.asked_at) then
    raise exception 'what a payer has answered stands, until it answers otherwise' using errcode = '23514';
  end if;
  return new;
end $$;
alter function keep_payers_answer owner to artel_owner;
create trigger rule_acceptance_stands before update on rule_acceptance
  for each row execute function keep_payers_answer();
