import { execFile, execFileSync } from 'node:child_process'
import {
  accessSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../embedded/free-port.ts'
import { serverAccount } from '../embedded/server-account.ts'

const OLDEST_MAJOR = 15
const PROGRAMS = ['initdb', 'pg_ctl', 'pg_dump', 'pg_restore', 'postgres', 'psql'] as const

/** Programs of one installed PostgreSQL: a server with the client tools of its own version. */
export type PostgresPrograms = Readonly<Record<(typeof PROGRAMS)[number], string>>

export const NO_POSTGRES_PROGRAMS = `PostgreSQL ${OLDEST_MAJOR} or newer with ${PROGRAMS.join(', ')} (of Debian: apt-get install postgresql)`

/** The newest PostgreSQL of this machine that has both the server and the client tools, from where packages put them. */
export function findPostgresPrograms(): PostgresPrograms | undefined {
  const places = [
    ...versionsIn('/usr/lib/postgresql', (name) => `${name}/bin`),
    ...versionsIn('/usr', (name) => (name.startsWith('pgsql-') ? `${name}/bin` : undefined)),
    ...versionsIn('/opt/homebrew/opt', (name) =>
      name.startsWith('postgresql@') ? `${name}/bin` : undefined,
    ),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return places.map(programsIn).find((programs) => programs !== undefined)
}

function versionsIn(folder: string, binOf: (name: string) => string | undefined): string[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return [] // packages of this system put it elsewhere
  }
  const numbered = names.toSorted((a, b) => versionOf(b) - versionOf(a))
  return numbered.flatMap((name) => {
    const bin = binOf(name)
    return bin === undefined ? [] : [join(folder, bin)]
  })
}

const versionOf = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0)

function programsIn(bin: string): PostgresPrograms | undefined {
  const programs = Object.fromEntries(PROGRAMS.map((name) => [name, join(bin, name)])) as PostgresPrograms
  try {
    for (const path of Object.values(programs)) accessSync(path, constants.X_OK)
    const version = execFileSync(programs.postgres, ['--version'], { encoding: 'utf8' })
    return versionOf(version) >= OLDEST_MAJOR ? programs : undefined
  } catch {
    return undefined // not all of them are here
  }
}

/** A server of installed programs on a fresh cluster. */
export interface InstalledPostgres {
  readonly port: number
  /** URL of a database, by default as the superuser `postgres`. */
  url(database: string, login?: { readonly user: string; readonly password: string }): string
  /** Stops the server and deletes its data. */
  remove(): Promise<void>
}

/** Starts a server on a cluster of its own: passwords are asked for, on the loopback address alone. */
export async function startInstalledPostgres(programs: PostgresPrograms): Promise<InstalledPostgres> {
  const account = serverAccount()
  const folder = mkdtempSync(join(tmpdir(), 'artel-cluster-'))
  const pgData = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  mkdirSync(pgData, { mode: 0o700 })
  writeFileSync(passwordFile, 'superuser\n')
  if (account.owner)
    for (const path of [folder, pgData, passwordFile]) chownSync(path, account.owner.uid, account.owner.gid)
  const run = async (program: string, args: readonly string[]) => {
    const { file, args: all, ...identity } = account.command(program, args)
    await promisify(execFile)(file, all, { ...identity, cwd: '/', env: { ...process.env, LC_ALL: 'C' } })
  }
  await run(programs.initdb, [
    `--pgdata=${pgData}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ])
  const port = await freePort()
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  await run(programs.pg_ctl, ['start', '-w', '-D', pgData, '-l', join(folder, 'log'), '-o', settings])
  return {
    port,
    url: (database, { user, password } = { user: 'postgres', password: 'superuser' }) =>
      `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`,
    remove: async () => {
      await run(programs.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', pgData])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
