-- A code that is made stands in an address without its coalition: it is one link's in the whole installation.
alter table link add column is_made boolean not null default false;
update link set is_made = code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$';
create unique index link_made_code_key on link (folded_code) where is_made;
