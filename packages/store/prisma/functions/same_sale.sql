-- The purchase of a member that may be a sale under another name: one without a fiscal receipt under one of the numbers `p_refs`, or one with the
-- fiscal document `p_document` of a drive of the member. It lies between the two instants, and is of the same sum, whatever of it points paid;
-- but for one whose number names the drive as well as the document: that is the sale for sure, as of a confirmed claim, whose sum the customer
-- said. Null for none.
create or replace function same_sale(p_coalition uuid, p_member uuid, p_refs text[], p_document text, p_paid bigint, p_since timestamptz,
  p_until timestamptz)
returns uuid
language sql
stable
set search_path = pg_catalog, public, pg_temp
as $$
  select x.purchase_id from (
    select p.*, r.ref like '%-%' as named from unnest(p_refs) r(ref)
      cross join lateral (select p.* from purchase p
        where p.coalition_id = p_coalition and p.member_id = p_member and p.receipt_ref = r.ref limit 1) p
      where p.fiscal_receipt is null
    union all
    select p.*, starts_with(p.receipt_ref, d.fn || '-') as named from fiscal_drive d
      cross join lateral (select p.* from purchase p
        where p.coalition_id = p_coalition and p.fiscal_receipt is not null
          and substring(p.fiscal_receipt from '^[0-9]+-[0-9]+') = d.fn || '-' || p_document limit 1) p
      where p_document is not null and d.coalition_id = p_coalition and d.member_id = p_member and p.member_id = p_member
  ) x
  where x.occurred_at between p_since and p_until and (x.named or p_paid in (x.total_minor, x.total_minor - x.discount_minor,
    x.total_minor - x.discount_minor - x.points_part_minor))
  order by x.occurred_at, x.purchase_id limit 1
$$;
