-- A bill counted once for each gift of a rule, so twice or more where vouchers of one rule were on it: where any was used, figures are
-- made anew.
update figure_cursor f
set batch_no = 0, is_emptying = true, posted_at = c.created_at
from coalition c
where c.coalition_id = f.coalition_id
  and exists (select from voucher v where v.coalition_id = f.coalition_id
    and (v.used_by_id is not null or v.returned_by_id is not null));
