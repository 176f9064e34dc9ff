import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

/** Version of a PostgreSQL server: 180004 as a number, 18.4 as people write it. */
export async function serverVersion(
  client: Client,
): Promise<{ readonly number: number; readonly text: string } | undefined> {
  const { rows } = await client.query<{ number: number; text: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as text",
  )
  return rows[0]
}

/** What the role of a connection may do towards being, or becoming, the application. */
export interface RoleRights {
  /** Of the login: no right and no append-only table holds against it. */
  readonly isSuperuser: boolean
  readonly mayCreateRoles: boolean
  readonly mayCreateTables: boolean
  /** The roles of the migrations are there. */
  readonly hasRoles: boolean
  readonly missingRoles: readonly string[]
  /** May set its role to the application's, for which from PostgreSQL 16 on membership alone is not enough. */
  readonly mayBecomeApp: boolean
}

/** The rights of the role that a connection is. Asks the server alone: nothing need be migrated. */
export async function roleRights(client: Client): Promise<RoleRights | undefined> {
  const { rows } = await client.query<RoleRights>(`
    select (select rolsuper from pg_roles where rolname = session_user) as "isSuperuser",
      r.rolsuper or r.rolcreaterole as "mayCreateRoles",
      has_database_privilege(current_database(), 'CREATE') as "mayCreateTables",
      (select count(*) = 2 from pg_roles where rolname in ('artel_owner', 'artel_app')) as "hasRoles",
      array(select wanted from unnest(array['artel_owner', 'artel_app']) wanted
        where not exists (select 1 from pg_roles where rolname = wanted)) as "missingRoles",
      exists (select 1 from pg_roles a where a.rolname = 'artel_app' and pg_has_role(a.oid,
        case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)) as "mayBecomeApp"
    from pg_roles r where r.rolname = current_user`)
  return rows[0]
}
