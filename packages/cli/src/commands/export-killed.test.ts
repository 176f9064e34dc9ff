import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readExportParts } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { encodePublicId, startExport } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition, keyed } from '@artel/use-cases/testing'
import { installQueues } from '@artel/worker'
import { afterAll, beforeAll, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/artel.js', import.meta.url))
const CUSTOMERS = 12_000
const KILLS = 2
const LIMIT_MS = 300_000

let database: TestDatabase
let town: BuiltCoalition
let worker: ChildProcess | undefined
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
  town = await aCoalition().withMember('wash').withCustomer('Anna').open(database.store)
  await asSuperuser(
    database.databaseUrl,
    `set session_replication_role = replica;
    insert into customer select (jsonb_populate_record(x, jsonb_build_object('customer_id', gen_random_uuid(), 'phone', null, 'email', null))).*
      from (select x from customer x limit 1) one, generate_series(1, ${CUSTOMERS})`,
  )
})
afterAll(async () => {
  await kill()
  await database.drop()
})

function work(): void {
  worker = spawn(process.execPath, [bin, 'worker', '--port', '0'], {
    env: { ...process.env, DATABASE_URL: database.databaseUrl, NODE_ENV: 'test' },
    stdio: 'ignore',
  })
}
async function kill(): Promise<void> {
  if (!worker || worker.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
}

test(
  'a file whose workers are killed in the middle has every row once, and the hash of its bytes',
  async () => {
    const { store } = database
    const { listExport } = await startExport(town.adminContext, {
      ...{ kind: 'CUSTOMERS', format: 'JSONL', ...keyed() },
    } as const)
    const { coalitionId, id } = listExport
    const now = () =>
      store.prisma.listExport.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id } } })
    for (let kills = 0; kills < KILLS; kills += 1) {
      const { parts } = await now()
      // What the dead one had in hand another may take only when its lease is over: here it is over at once.
      await asSuperuser(database.databaseUrl, "delete from pgboss.job where name = 'write-exports'")
      work()
      await expect.poll(async () => (await now()).parts, { timeout: LIMIT_MS / 4 }).toBeGreaterThan(parts + 1)
      await kill()
      expect((await now()).state).toBe('RUNNING')
    }
    await asSuperuser(database.databaseUrl, "delete from pgboss.job where name = 'write-exports'")
    work()
    await expect.poll(async () => (await now()).state, { timeout: LIMIT_MS / 3 }).toBe('READY')
    const file = await now()
    const pieces: Buffer[] = []
    for await (const piece of readExportParts(store, file)) pieces.push(Buffer.from(piece))
    const text = Buffer.concat(pieces)
    expect(createHash('sha256').update(text).digest('hex')).toBe(file.sha256)
    expect([text.byteLength, file.percent]).toEqual([Number(file.bytes), 100])
    const ids = text
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    const customers = await store.prisma.customer.findMany({ where: { coalitionId }, select: { id: true } })
    expect(ids.toSorted()).toEqual(customers.map((one) => encodePublicId('customer', one.id)).toSorted())
    expect(file.rows).toBe(ids.length)
  },
  LIMIT_MS,
)
