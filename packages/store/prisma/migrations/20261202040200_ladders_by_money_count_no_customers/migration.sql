-- Customers are counted where a ladder goes by them, and only there.
update commission_period o set customers = 0 where customers <> 0 and not exists (select from commission_version v
    where v.coalition_id = o.coalition_id and v.programme_id = o.programme_id
      and v.definition::json->'effect'->>'by' = 'CUSTOMERS');
