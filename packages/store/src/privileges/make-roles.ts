import type pg from 'pg'
import { ROLES } from './read-privileges.ts'

/**
 * Makes the roles that the migrations and their grants name, where the server lacks them, and lets the current role become
 * each of them. Roles belong to the server, not to a database, so a restored backup comes without them.
 *
 * From PostgreSQL 16 on, who creates a role may administer it but not become it: being a member is not enough.
 * Fails with PostgreSQL's own error (42501) where the current role lacks the right.
 */
export async function makeRoles(client: Pick<pg.ClientBase, 'query'>): Promise<void> {
  for (const role of ROLES) {
    await client.query(`do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
      exception when duplicate_object or unique_violation then null; -- made for another database at the same moment
      end $$`)
    const { rows } = await client.query<{ may: boolean }>(
      `select pg_has_role(oid, 'USAGE') and case when current_setting('server_version_num')::int >= 160000
         then pg_has_role(oid, 'SET') else true end as may
       from pg_roles where rolname = $1`,
      [role],
    )
    if (!rows[0]?.may) await client.query(`grant ${role} to current_user`)
  }
}
