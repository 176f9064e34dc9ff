import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { DataDirectoryUnwritable } from './errors.ts'
import { findRunningServer, isAlive, type RunningServer } from './running-server.ts'
import { type ServerAccount, serverAccount } from './server-account.ts'
import { initialiseCluster, launchServer } from './server-process.ts'
import { serverSettings, throwawaySettings } from './server-settings.ts'

const DATABASE = 'artel'
const STOP_LIMIT_MS = 30_000

export interface EmbeddedServer {
  /** Superuser URL of the application's database. */
  readonly databaseUrl: string
  /** Stops the server if this process owns it; a server shared with another live process is left running. */
  stop(): Promise<void>
}

interface Place {
  readonly pgData: string
  readonly passwordFile: string
  readonly ownerFile: string
}

/**
 * Starts PostgreSQL on `dataDir/postgres`, creating the cluster and the database on first use, and returns when it
 * takes connections. A server that already runs there is used: shared when its owner lives, adopted when it is an
 * orphan of a killed process.
 * @throws DataDirectoryUnwritable, EmbeddedServerFailed
 */
export async function startEmbedded(options: {
  dataDir: string
  port?: number
  /** The data is worth nothing once the machine goes down, as a test's is. */
  isThrowaway?: boolean
}): Promise<EmbeddedServer> {
  const place = preparePlace(resolve(options.dataDir))
  const account = serverAccount()
  const password = await ensureCluster(place, account)
  const found = findRunningServer(place.pgData)
  const shared = found !== undefined && ownerIsAlive(place)
  const settings = options.isThrowaway ? throwawaySettings(place.pgData) : serverSettings(place.pgData)
  const server = found ?? (await launchServer(account, place.pgData, options.port, settings))
  if (!shared) writeFileSync(place.ownerFile, String(process.pid))
  const url = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${server.port}/${database}`
  await ensureDatabase(url('postgres'))
  return { databaseUrl: url(DATABASE), stop: shared ? async () => undefined : stopOnce(server, place) }
}

function preparePlace(dataDir: string): Place {
  const pgData = join(dataDir, 'postgres')
  try {
    mkdirSync(pgData, { recursive: true, mode: 0o700 })
    const probe = join(dataDir, `.writable-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    throw new DataDirectoryUnwritable(dataDir, cause)
  }
  return {
    pgData,
    passwordFile: join(dataDir, 'postgres-password'),
    ownerFile: join(dataDir, 'postgres-owner-pid'),
  }
}

/** Returns the superuser's password. A cluster whose initialisation was cut short is made anew: it held nothing. */
async function ensureCluster(place: Place, account: ServerAccount): Promise<string> {
  const finished = existsSync(place.passwordFile) && existsSync(join(place.pgData, 'PG_VERSION'))
  if (finished) return readFileSync(place.passwordFile, 'utf8').trim()
  rmSync(place.pgData, { recursive: true, force: true })
  mkdirSync(place.pgData, { mode: 0o700 })
  if (account.owner) chownSync(place.pgData, account.owner.uid, account.owner.gid)
  const password = randomBytes(24).toString('base64url')
  await initialiseCluster(account, place.pgData, password)
  writeFileSync(place.passwordFile, password, { mode: 0o600 })
  return password
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

function ownerIsAlive(place: Place): boolean {
  if (!existsSync(place.ownerFile)) return false
  const pid = Number.parseInt(readFileSync(place.ownerFile, 'utf8'), 10)
  return Number.isInteger(pid) && isAlive(pid)
}

function stopOnce(server: RunningServer, place: Place): () => Promise<void> {
  const stopWithProcess = () => signal(server.pid, 'SIGINT')
  process.once('exit', stopWithProcess)
  let stopping: Promise<void> | undefined
  return () => {
    process.off('exit', stopWithProcess)
    stopping ??= stopServer(server).then(() => rmSync(place.ownerFile, { force: true }))
    return stopping
  }
}

/** SIGINT is PostgreSQL's fast shutdown: connections are dropped, everything is flushed, the exit is clean. */
async function stopServer(server: RunningServer): Promise<void> {
  signal(server.pid, 'SIGINT')
  const giveUpAt = Date.now() + STOP_LIMIT_MS
  while (isAlive(server.pid)) {
    if (Date.now() > giveUpAt) {
      signal(server.pid, 'SIGQUIT')
      return
    }
    await delay(20)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
