import type pg from 'pg'
import { comparePrivileges, expectedPrivileges, type PrivilegeFault } from './compare-privileges.ts'
import { IncompleteDatabase } from './incomplete-database.ts'
import { makeRoles } from './make-roles.ts'
import { readPrivileges } from './read-privileges.ts'

/**
 * Puts owners and grants back to what the migrations leave, all or nothing, and returns what was wrong. A backup restored
 * into a new server, or without owners and privileges, is recorded as migrated but lacks them. A second run does nothing.
 * @throws IncompleteDatabase when a table or function itself is not there
 */
export async function restorePrivileges(client: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  const faults = await privilegeFaults(client)
  const missing = faults.filter(({ repair }) => repair === undefined)
  if (missing.length > 0) throw new IncompleteDatabase(missing.map(({ fault }) => fault))
  if (faults.length === 0) return []
  await makeRoles(client)
  await client.query(['begin', ...faults.map(({ repair }) => repair), 'commit'].join(';\n'))
  return faults.map(({ fault }) => fault)
}

/** What of owners and grants is not as the migrations leave it. Reads only; needs all migrations to be applied. */
export async function privilegeFaults(client: Pick<pg.ClientBase, 'query'>): Promise<PrivilegeFault[]> {
  return comparePrivileges(await expectedPrivileges(), await readPrivileges(client))
}
