-- Two tables get the names that the field uses: legal and bank details, and the estimate of what an exit may cost.

alter table requisites rename to bank_details;
alter table bank_details rename constraint requisites_pkey to bank_details_pkey;
alter table bank_details rename constraint requisites_vat to bank_details_vat;

alter table exit_statement rename to exit_estimate;
alter table exit_estimate rename column statement_no to estimate_no;
alter table exit_estimate rename column stated_at to estimated_at;
alter table exit_estimate rename column stated_by_id to estimated_by_id;
alter table exit_estimate rename constraint exit_statement_pkey to exit_estimate_pkey;
alter index exit_statement_coalition_id_exit_id_key_key rename to exit_estimate_coalition_id_exit_id_key_key;
alter table exit_lot rename column statement_no to estimate_no;
alter table exit_lot rename constraint exit_lot_coalition_id_exit_id_statement_no_fkey
  to exit_lot_coalition_id_exit_id_estimate_no_fkey;
