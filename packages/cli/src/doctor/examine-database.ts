import { databaseNow, pendingMigrations, privilegeFaults, roleRights, serverVersion } from '@artel/store'
import pg from 'pg'
import { explainError } from '../explain-error.ts'
import { type Finding, unwell, well } from './finding.ts'

const OLDEST_VERSION = 150_000
const MOST_SKEW_SECONDS = 5
const CONNECT_LIMIT_MS = 5_000

/** Everything about the database, in the order in which one thing needs the other; stops where nothing further can be said. */
export async function examineDatabase(
  databaseUrl: string,
  { production }: { readonly production: boolean },
): Promise<Finding[]> {
  let client: pg.Client
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_LIMIT_MS })
    client.on('error', () => undefined) // a connection lost later fails the query that uses it
    await client.connect()
  } catch (error) {
    return [unwell('Database', 'not reachable', explainError(error))]
  }
  try {
    const version = await examineVersion(client)
    if (!version.ok) return [version]
    return [
      version,
      await examineRights(client),
      ...(production ? [await examineLogin(client)] : []),
      ...(await examineMigrated(client, databaseUrl)),
      await examineClock(client),
    ]
  } finally {
    await client.end()
  }
}

async function examineVersion(client: pg.Client): Promise<Finding> {
  const version = await serverVersion(client)
  const found = `PostgreSQL ${version?.text ?? 'unknown'}`
  if ((version?.number ?? 0) >= OLDEST_VERSION) return well('Database', found)
  return unwell(
    'Database',
    found,
    'Artel needs PostgreSQL 15 or newer: upgrade, or name another server in DATABASE_URL.',
  )
}

/** The role must make Artel's roles and tables, or at least become `artel_app` where they are there already. */
async function examineRights(client: pg.Client): Promise<Finding> {
  const rights = await roleRights(client)
  const grant = 'Let an administrator run: GRANT artel_app TO the role of DATABASE_URL.'
  if (rights?.hasRoles && !rights.mayBecomeApp) return unwell('Rights', 'may not act as artel_app', grant)
  if (rights?.hasRoles) return well('Rights', 'acts as artel_app')
  if (rights?.mayCreateRoles && rights.mayCreateTables) return well('Rights', 'may create roles and tables')
  return unwell(
    'Rights',
    'may not create the roles artel_owner and artel_app',
    'Run "artel migrate" once with an administrator in DATABASE_URL, then: GRANT artel_app TO the application\'s role.',
  )
}

/** A superuser may change what the application's role may not: in production nobody serves as one. */
async function examineLogin(client: pg.Client): Promise<Finding> {
  const rights = await roleRights(client)
  if (!rights?.isSuperuser) return well('Login', 'is no superuser')
  return unwell(
    'Login',
    'is a superuser: nothing in the database holds against it',
    'Name a login in DATABASE_URL that may become artel_app and nothing else: docs/operations.md has the recipe.',
  )
}

const MOST_FAULTS = 5

/** What migrations leave can be held against the database only when all of them are there. */
async function examineMigrated(client: pg.Client, databaseUrl: string): Promise<Finding[]> {
  const pending = await pendingMigrations({ databaseUrl })
  if (pending.length > 0)
    return [
      unwell(
        'Migrations',
        `${pending.length} not applied`,
        `Run "artel migrate" as the login that migrates: ${pending.join(', ')}.`,
      ),
    ]
  const missing = (await roleRights(client))?.missingRoles ?? []
  return [
    well('Migrations', 'all applied'),
    ...(missing.length > 0 ? [unwell('Roles', `${missing.join(', ')} are missing`, REPAIR)] : []),
    await examinePrivileges(client),
  ]
}

const REPAIR =
  'A backup was restored without them, or somebody changed them. Run "artel migrate" as the login that migrates.'

async function examinePrivileges(client: pg.Client): Promise<Finding> {
  const faults = (await privilegeFaults(client)).map(({ fault }) => fault)
  if (faults.length === 0) return well('Owners, grants', 'as the migrations leave them')
  const more = faults.length > MOST_FAULTS ? [`${faults.length - MOST_FAULTS} more`] : []
  return unwell('Owners, grants', [...faults.slice(0, MOST_FAULTS), ...more].join('; '), REPAIR)
}

async function examineClock(client: pg.Client): Promise<Finding> {
  const sentAt = Date.now()
  const there = (await databaseNow(client)).getTime()
  const here = (sentAt + Date.now()) / 2
  const skewSeconds = Math.abs(there - here) / 1000
  const found = `${skewSeconds.toFixed(1)} s from this machine's`
  if (skewSeconds <= MOST_SKEW_SECONDS) return well('Database clock', found)
  return unwell('Database clock', found, 'Set both clocks by NTP: tokens are refused when they disagree.')
}
