import { rmSync } from 'node:fs'
import { startEmbedded } from '../embedded/start-embedded.ts'
import { findPgBouncer, NO_PGBOUNCER, type PgBouncer, startPgBouncer } from './pgbouncer.ts'
import { prepareTemplate } from './template.ts'
import { temporaryDataDir } from './temporary-data-dir.ts'

/** One server serves every project of a run: the setup is called once for each of them, in one process. */
interface TestServer {
  users: number
  readonly started: Promise<() => Promise<void>>
}
const holder = globalThis as typeof globalThis & { artelTestServer?: TestServer }

async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL
  const dataDir = given ? undefined : temporaryDataDir()
  const server = dataDir ? await startEmbedded({ dataDir, isThrowaway: true }) : undefined
  const adminUrl = server?.databaseUrl ?? given ?? ''
  process.env.ARTEL_TEST_ADMIN_URL = adminUrl
  process.env.ARTEL_TEST_TEMPLATE = await prepareTemplate(adminUrl)
  const pooler = await startTestPooler(adminUrl)
  return async () => {
    await pooler?.stop()
    await server?.stop()
    if (dataDir) rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Only where somebody asks for it: `ARTEL_TEST_POOLER=transaction npm test`. */
async function startTestPooler(adminUrl: string): Promise<PgBouncer | undefined> {
  if (!process.env.ARTEL_TEST_POOLER) return undefined
  const program = findPgBouncer()
  if (program === undefined) throw new Error(`ARTEL_TEST_POOLER needs ${NO_PGBOUNCER}`)
  const pooler = await startPgBouncer(program, adminUrl)
  process.env.ARTEL_TEST_POOLER_URL = pooler.url('postgres')
  return pooler
}

/** Vitest's globalSetup: starts PostgreSQL (or takes DATABASE_URL) and migrates the template that tests clone. */
export default async function setup(): Promise<() => Promise<void>> {
  holder.artelTestServer ??= { users: 0, started: startTestServer() }
  const server = holder.artelTestServer
  server.users += 1
  const stop = await server.started
  return async () => {
    server.users -= 1
    if (server.users > 0) return
    delete holder.artelTestServer
    await stop()
  }
}
