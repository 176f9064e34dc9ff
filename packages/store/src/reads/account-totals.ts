/**
 * Debits and credits of derived accounts: the last roll-up and the batches since. A common table for `with`, named
 * `totals (owner_id, kind, debit, credit)`; `owners` and `kinds` are SQL arrays, $1 the coalition.
 */
export const accountTotals = (owners: string, kinds: string): string => `totals as (
  select x.owner_id, k.kind, coalesce(r.debit, 0) + coalesce(m.debit, 0) as debit,
    coalesce(r.credit, 0) + coalesce(m.credit, 0) as credit
  from unnest(${owners}::uuid[]) x(owner_id)
  cross join unnest(${kinds}::text[]) k(kind)
  left join lateral (select r.batch_no, r.debit, r.credit from account_rollup r
    where r.coalition_id = $1 and r.kind = k.kind and r.owner_id = x.owner_id
    order by r.batch_no desc limit 1) r on true
  left join lateral (select sum(m.debit) as debit, sum(m.credit) as credit from account_movement m
    where m.coalition_id = $1 and m.kind = k.kind and m.owner_id = x.owner_id
      and m.batch_no > coalesce(r.batch_no, 0)) m on true)`
