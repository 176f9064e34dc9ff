import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../migrations/migrate.ts'
import { post } from '../post/post.ts'
import { openStore } from '../store.ts'
import { earning, ledgerWorld } from '../testing/ledger-world.ts'
import { verify } from '../verify/verify.ts'
import { DataDirectoryUnwritable } from './errors.ts'
import { isAlive } from './running-server.ts'
import { startEmbedded } from './start-embedded.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'artel-embedded-'))
})
afterEach(async () => {
  const server = await startEmbedded({ dataDir })
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function query(databaseUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const postmasterPid = (): number =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)

const untilDead = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await new Promise(setImmediate)
}

test('a data directory is used again after a clean stop, and durably', async () => {
  const first = await startEmbedded({ dataDir })
  await query(first.databaseUrl, 'create table kept (x int)')
  const settings = `select name || '=' || setting as s from pg_settings where name in
    ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') order by name`
  expect((await query(first.databaseUrl, settings)).map(({ s }) => s)).toEqual([
    'fsync=on',
    'full_page_writes=on',
    'listen_addresses=127.0.0.1',
    'synchronous_commit=on',
  ])
  await first.stop()
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  const second = await startEmbedded({ dataDir })
  expect(await query(second.databaseUrl, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
  await second.stop()
})

test('a killed server starts again over its stale postmaster.pid, and open stores go on', async () => {
  const first = await startEmbedded({ dataDir })
  await migrate(first)
  const store = await openStore(first)
  const world = await ledgerWorld(store)
  await post(store, world.coalitionId, earning(world, 10n))
  const pid = postmasterPid()
  process.kill(pid, 'SIGKILL')
  await untilDead(pid)
  const meanwhile = post(store, world.coalitionId, earning(world, 5n))
  const port = Number(new URL(first.databaseUrl).port)
  const second = await startEmbedded({ dataDir, port })
  expect(await meanwhile).toMatchObject({ balanceAfter: 15n, replayed: false })
  await store.close()
  expect(await verify(second)).toMatchObject({ ok: true, checked: { entry: 2 } })
  await second.stop()
})

test('a pid that belongs to another program does not stop the start', async () => {
  const first = await startEmbedded({ dataDir })
  await first.stop()
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n/x\n0\n5432\n\n\n\n`)
  const second = await startEmbedded({ dataDir })
  expect(await query(second.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
})

/** Starts the server in another process, which then kills itself without stopping it. */
async function startInKilledProcess(): Promise<void> {
  const module = new URL('./start-embedded.ts', import.meta.url).href
  const script = `import(${JSON.stringify(module)}).then(async ({ startEmbedded }) => {
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    process.kill(process.pid, 'SIGKILL')
  })`
  const tsx = createRequire(join(process.cwd(), 'package.json')).resolve('tsx')
  const child = spawn(process.execPath, ['--import', tsx, '-e', script], { stdio: 'inherit' })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
}

test('an orphan of a killed process is adopted, and stopped by whoever adopted it', async () => {
  await startInKilledProcess()
  const orphan = postmasterPid()
  expect(isAlive(orphan)).toBe(true)
  const adopted = await startEmbedded({ dataDir })
  expect(postmasterPid()).toBe(orphan)
  await adopted.stop()
  expect(isAlive(orphan)).toBe(false)
})

test('a server whose owner lives is shared, and survives the guest', async () => {
  const owner = await startEmbedded({ dataDir })
  const guest = await startEmbedded({ dataDir })
  expect(guest.databaseUrl).toBe(owner.databaseUrl)
  await guest.stop()
  expect(await query(owner.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await owner.stop()
})

test('a data directory that cannot be written is one clear error', async () => {
  const file = join(dataDir, 'a-file')
  writeFileSync(file, '')
  const failed = startEmbedded({ dataDir: join(file, 'below') })
  await expect(failed).rejects.toBeInstanceOf(DataDirectoryUnwritable)
  await expect(failed).rejects.toThrow(/ARTEL_DATA_DIR/)
})
