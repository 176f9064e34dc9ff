import { POOLERS, type Pooler, pendingMigrations } from '@artel/store'
import { CliError } from '../cli-error.ts'

/** How the environment says to reach the database. */
export interface DatabaseSettings {
  /** `DATABASE_URL`, which may be a pooler's; undefined = the embedded server. */
  readonly url: string | undefined
  readonly pooler: Pooler | undefined
  /** Past the pooler: for what needs a session, such as migrations. Undefined when only the pooler can be reached. */
  readonly directUrl: string | undefined
}

/** @throws CliError for an address that is none of PostgreSQL, and for a pooler that is none */
export function databaseSettings(env: NodeJS.ProcessEnv = process.env): DatabaseSettings {
  const url = postgresUrl('DATABASE_URL', env.DATABASE_URL)
  const named = env.DATABASE_POOLER || undefined
  const pooler = POOLERS.find((known) => known === named)
  if (named !== undefined && pooler === undefined)
    throw new CliError(`DATABASE_POOLER must be ${POOLERS.join(' or ')}; it is "${named}".`, {
      ru: `DATABASE_POOLER должен быть ${POOLERS.join(' или ')}; сейчас "${named}".`,
    })
  const directUrl = postgresUrl('DATABASE_DIRECT_URL', env.DATABASE_DIRECT_URL)
  return { url, pooler, directUrl: directUrl ?? (pooler === undefined ? url : undefined) }
}

/** The address has a password, so a wrong one is not quoted. */
function postgresUrl(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined
  if (/^postgres(ql)?:\/\//.test(text)) return text
  throw new CliError(`${name} must be postgresql://user:password@host:5432/database.`, {
    ru: `${name} задаётся так: postgresql://имя:пароль@узел:5432/база.`,
  })
}

/** The database past any pooler. @throws CliError when only the pooler is named */
export function directDatabaseUrl(settings: DatabaseSettings): string | undefined {
  if (settings.url !== undefined && settings.directUrl === undefined)
    throw new CliError(
      'This command works past the pooler: name the database itself in DATABASE_DIRECT_URL.',
      { ru: 'Эта команда работает в обход пулера: укажите саму базу в DATABASE_DIRECT_URL.' },
    )
  return settings.directUrl
}

/** @throws CliError when migrations are missing: this process does not apply them */
export async function refuseUnmigrated(databaseUrl: string): Promise<void> {
  const pending = await pendingMigrations({ databaseUrl })
  if (pending.length > 0)
    throw new CliError(`The database lacks ${pending.length} migrations. Run "artel migrate" first.`, {
      ru: `Базе не хватает миграций: ${pending.length}. Сначала выполните "artel migrate".`,
    })
}
