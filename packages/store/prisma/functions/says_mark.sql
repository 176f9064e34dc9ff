-- Whether one of the marks stands in a text, in whatever case, as JSON has it too; a phone in any notation, by its last ten
-- digits.
create or replace function says_mark(p_text text, p_marks text[])
returns boolean
language sql
immutable
set search_path = pg_catalog, public, pg_temp
as $$
  select exists (select from unnest(p_marks) t(mark)
    where strpos(lower(p_text), lower(t.mark)) > 0
      or strpos(lower(p_text), lower(substr(to_json(t.mark)::text, 2, length(to_json(t.mark)::text) - 2))) > 0
      or t.mark ~ '^\+\d{10,}$' and strpos(regexp_replace(p_text, '\D', '', 'g'), right(t.mark, 10)) > 0);
$$;
