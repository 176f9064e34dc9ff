-- Who is paid for a customer goes by its binding: that one was changed past the application shows.
alter table binding add column digest text;
update binding set digest = encode(sha256(convert_to(concat_ws('|', coalition_id, binding_id, customer_id, member_id,
  source_kind, source_id, link_id, via, (extract(epoch from bound_at) * 1000000)::bigint,
  (extract(epoch from ends_at) * 1000000)::bigint), 'UTF8')), 'hex');
alter table binding alter column digest set not null,
  add constraint binding_digest check (digest ~ '^[0-9a-f]{64}$');
