import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, startEmbedded } from '@artel/store'
import pg from 'pg'

/** A PostgreSQL of our own in a temporary folder, durable as it comes. */
export interface BenchDatabase {
  /** Superuser URL of the migrated database that most is measured on. */
  readonly databaseUrl: string
  /** Of the postmaster; its backends are its children. */
  readonly pid: number
  readonly version: string
  /** Bytes of write-ahead log ever written, by all databases of the server. */
  walBytes(): Promise<number>
  /** Creates and migrates a further database of this name; returns its URL. */
  addDatabase(name: string): Promise<string>
  /** Does at once what the server would do in the background for minutes after a database was filled. */
  settle(databaseUrl: string): Promise<void>
  stop(): Promise<void>
}

/** Starts the server and migrates its database. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artel-bench-'))
  const server = await startEmbedded({ dataDir })
  const { databaseUrl } = server
  await migrate({ databaseUrl })
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  const { rows } = await admin.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  return {
    databaseUrl,
    pid: Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10),
    version: rows[0]?.version ?? 'unknown',
    walBytes: async () => {
      const { rows } = await admin.query<{ bytes: string }>(
        `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`,
      )
      return Number(rows[0]?.bytes ?? 0)
    },
    addDatabase: async (name) => {
      await admin.query(`create database ${admin.escapeIdentifier(name)}`)
      const url = new URL(databaseUrl)
      url.pathname = `/${name}`
      await migrate({ databaseUrl: url.href })
      return url.href
    },
    settle: async (databaseUrl) => {
      const filled = new pg.Client({ connectionString: databaseUrl })
      await filled.connect()
      await filled.query('vacuum (analyze)')
      await filled.query('checkpoint')
      await filled.end()
    },
    stop: async () => {
      await admin.end()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
