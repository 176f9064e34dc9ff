import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, chownSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePort } from '../embedded/free-port.ts'
import { serverAccount } from '../embedded/server-account.ts'

export const NO_PGBOUNCER = 'pgbouncer (of Debian: apt-get install pgbouncer)'

/** The installed pgbouncer, which packages put where only root looks. */
export function findPgBouncer(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, 'pgbouncer')).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface PgBouncer {
  /** The URL of a database of the server, through the pooler. */
  url(database: string): string
  stop(): Promise<void>
}

/**
 * Starts a pooler in transaction mode before the server of `databaseUrl`, as whose login everybody gets there. Two server
 * connections a database, so that clients share them; `settings` are added to its configuration.
 */
export async function startPgBouncer(
  program: string,
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<PgBouncer> {
  const { hostname, port, username, password } = new URL(databaseUrl)
  const account = serverAccount()
  const folder = mkdtempSync(join(tmpdir(), 'artel-pooler-'))
  const configuration = join(folder, 'pgbouncer.ini')
  const listenPort = await freePort()
  const options = {
    listen_addr: '127.0.0.1',
    listen_port: String(listenPort),
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: '2',
    max_client_conn: '200',
    ...settings,
  }
  const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}`)
  const server = `host=${hostname} port=${port} user=${username} password='${decodeURIComponent(password)}'`
  writeFileSync(configuration, `[databases]\n* = ${server}\n[pgbouncer]\n${lines.join('\n')}\n`)
  if (account.owner)
    for (const path of [folder, configuration]) chownSync(path, account.owner.uid, account.owner.gid)
  const child = await launch(account.command(program, [configuration]))
  return {
    url: (database) => `postgresql://anybody@127.0.0.1:${listenPort}/${database}`,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves when it takes connections, which it says on its standard error. */
function launch(command: {
  file: string
  args: string[]
  uid?: number
  gid?: number
}): Promise<ChildProcess> {
  const { file, args, ...identity } = command
  const child = spawn(file, args, { ...identity, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('process up')) resolve(child)
    })
    child.once('error', reject)
    child.once('close', () => reject(new Error(`pgbouncer ended: ${said}`)))
  })
}
