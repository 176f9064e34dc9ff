-- A receipt of the same amount and another day is not the same sale: tills begin their numbers again.
alter table reconciliation add column date_differs integer not null default 0;
alter table reconciliation drop constraint reconciliation_counts;
alter table reconciliation add constraint reconciliation_counts check (
  least(matched, missing_here, missing_there, amount_differs, date_differs, duplicates, unreadable) >= 0
  and row_count = matched + missing_here + amount_differs + date_differs + duplicates + unreadable);
alter table reconciliation_line drop constraint reconciliation_line_kind;
alter table reconciliation_line add constraint reconciliation_line_kind check (case kind
  when 'MATCHED' then num_nulls(file_line, receipt_ref, sold_at, total_minor, purchase_id, recorded_minor) = 0
  when 'AMOUNT_DIFFERS' then num_nulls(file_line, receipt_ref, sold_at, total_minor, purchase_id, recorded_minor) = 0
  when 'DATE_DIFFERS' then num_nulls(file_line, receipt_ref, sold_at, total_minor, purchase_id, recorded_minor) = 0
  when 'MISSING_HERE' then num_nulls(file_line, receipt_ref, sold_at, total_minor) = 0 and purchase_id is null
  when 'MISSING_THERE' then num_nulls(receipt_ref, purchase_id, recorded_minor) = 0 and file_line is null
  when 'DUPLICATE' then num_nulls(file_line, receipt_ref, sold_at, total_minor, first_line) = 0
  when 'UNREADABLE' then num_nulls(file_line, problem) = 0 else false end);
