import type pg from 'pg'

/** The roles that migrations make: the first owns the tables and functions, the second is what the application becomes. */
export const ROLES = ['artel_owner', 'artel_app'] as const

/**
 * Who owns, and may do, what in the schema: a fact a line, such as `table entry: owner artel_owner` or
 * `table outbox: artel_app update (sent_at)`. Rights of an owner on its own object and of roles that Artel does not know
 * are left out, and so is what everybody may do in a schema by default.
 */
export async function readPrivileges(client: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ fact: string }>(FACTS, [ROLES])
  return rows.map((row) => row.fact)
}

/** The table of migrations is of whoever migrates. A view is owned and granted as a table is. */
const FACTS = `
  with object as (
    select 'table ' || c.relname as name, c.relowner as owner, c.relacl as acl, acldefault('r', c.relowner) as initial,
      null::text as columns
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
    union all
    select 'table ' || c.relname, c.relowner, a.attacl, null, a.attname::text
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attacl is not null
    union all
    select 'function ' || p.proname, p.proowner, p.proacl, acldefault('f', p.proowner), null
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 'schema public', n.nspowner, n.nspacl, acldefault('n', n.nspowner), null
    from pg_namespace n where n.oid = 'public'::regnamespace
  ), granted as (
    select o.name, o.columns, lower(g.privilege_type) as privilege,
      case g.grantee when 0 then 'public' else pg_get_userbyid(g.grantee)::text end as grantee
    from object o cross join lateral aclexplode(coalesce(o.acl, o.initial)) g
    where g.grantee <> o.owner
  )
  select fact from (
    select name || ': owner ' || pg_get_userbyid(owner) as fact from object
    where columns is null and name not in ('schema public', 'table _prisma_migrations')
    union
    select name || ': ' || grantee || ' ' || privilege || coalesce(' (' || columns || ')', '') from granted
    where (grantee = any($1) or grantee = 'public')
      and not (name = 'schema public' and grantee = 'public' and privilege = 'usage')
  ) facts
  order by fact collate "C"`
