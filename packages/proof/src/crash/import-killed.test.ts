import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { newId, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** 100 000 sales with 100 faults among them in the long run; as dense in faults and shorter otherwise. */
const ROWS = process.env.ARTEL_CRASH_LONG ? 100_000 : 8_000
const FAULTS = ROWS / 1_000
const CUSTOMERS = ROWS / 20
const DAY_MS = 86_400_000
const LIMIT_MS = 900_000

const bin = fileURLToPath(new URL('../../../cli/bin/artel.js', import.meta.url))
let database: TestDatabase
let town: BuiltCoalition
let directory: string
let running: ChildProcess | undefined
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'artel-import-'))
  database = await createTestDatabase()
  town = await aCoalition({ openedDaysAgo: 90, terms: { lateDays: 30 } })
    .withMember('wash')
    .open(database.store)
  await addCustomers()
})
afterAll(async () => {
  await kill()
  rmSync(directory, { recursive: true, force: true })
  await database.drop()
})

const phoneOf = (customer: number) => `+7912${String(customer).padStart(7, '0')}`

/** Customers of long ago, put in beside the verbs: their enrolment is not what is tried. */
async function addCustomers(): Promise<void> {
  const { prisma } = database.store
  const coalitionId = town.id
  const createdAt = new Date(Date.now() - 60 * DAY_MS)
  const customers = Array.from({ length: CUSTOMERS }, (_, at) => ({
    ...{ coalitionId, id: newId(), name: 'Anna', phone: phoneOf(at), status: 'ACTIVE' },
    ...{ enrolledById: town.member('wash').id, consentVersion: '1', consentAt: createdAt, createdAt },
  }))
  for (let at = 0; at < CUSTOMERS; at += 1_000) {
    const some = customers.slice(at, at + 1_000)
    await prisma.customer.createMany({ data: some })
    await prisma.customerAccount.createMany({
      data: some.map(({ id: customerId }) => ({ coalitionId, customerId })),
    })
  }
}

const dayOf = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10)

/** What is wrong with a row now and then, and what is said of it. */
const PLANTED: readonly ((at: number) => readonly [row: string, reason: RegExp])[] = [
  (at) => [`F${at};${dayOf(3)} 10:00;100,00;+79990000001`, /No such customer/],
  (at) => [`F${at};${dayOf(3)} 10:00;ten;${phoneOf(1)}`, /is no amount/],
  (at) => [`F${at};yesterday;100,00;${phoneOf(1)}`, /is no date/],
  (at) => [`F${at};${dayOf(50)} 10:00;100,00;${phoneOf(1)}`, /,date,"The sale of .* was to be handed in by/],
  (at) => [`F${at};${dayOf(3)} 10:00;-100,00;${phoneOf(1)}`, /is a return/],
  () => [`R1;${dayOf(3)} 10:00;100,00;${phoneOf(1)}`, /is the same as in line 2/],
  (at) => [`F${at};${dayOf(3)} 10:00;100,00;`, /names nobody/],
  (at) => [`;${dayOf(3)} 10:00;100,00;${phoneOf(at)}`, /is empty/],
]

/** The file, and the reasons of its faults in their order. */
function salesFile(): { readonly file: string; readonly reasons: readonly RegExp[] } {
  const reasons: RegExp[] = []
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const at = index + 1
    const plant = PLANTED[(at / 1_000) % PLANTED.length]
    if (at % 1_000 !== 0 || !plant)
      return `R${at};${dayOf(2 + (at % 20))} 10:00;${100 + (at % 900)},00;${phoneOf(at % CUSTOMERS)}`
    const [row, reason] = plant(at)
    reasons.push(reason)
    return row
  })
  const file = join(directory, 'sales.csv')
  writeFileSync(file, ['Receipt;Date;Total;Phone', ...rows].join('\n'))
  return { file, reasons }
}

function start(file: string): ChildProcess {
  const words = ['import', 'purchases', file, '--coalition', town.coalition.handle, '--member', 'wash']
  running = spawn(
    process.execPath,
    [bin, ...words, '--lang', 'en', '--json', '--errors', join(directory, 'errors.csv')],
    {
      env: { ...process.env, DATABASE_URL: database.databaseUrl, NODE_ENV: 'test', ARTEL_KEY: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return running
}
async function kill(): Promise<void> {
  if (!running || running.exitCode !== null || running.signalCode !== null) return
  const gone = once(running, 'exit')
  running.kill('SIGKILL')
  await gone
}
async function finished(process: ChildProcess): Promise<Record<string, unknown>> {
  const said = process.stdout ? text(process.stdout) : Promise.resolve('{}')
  if (process.exitCode === null) await once(process, 'exit')
  return JSON.parse(await said)
}

test(
  'an import that is killed in the middle goes on, records each sale once and explains each row that is not taken',
  async () => {
    const { prisma } = database.store
    const { file, reasons } = salesFile()
    expect(reasons).toHaveLength(FAULTS)
    for (const state of ['CHECKING', 'RUNNING', 'RUNNING']) {
      const before = await prisma.importJob.findFirst({ select: { position: true, state: true } })
      const beyond = before?.state === state ? before.position : 0
      start(file)
      await expect
        .poll(async () => await prisma.importJob.findFirst({ select: { state: true, position: true } }), {
          timeout: LIMIT_MS / 3,
          interval: 20,
        })
        .toSatisfy((job) => job?.state === state && job.position > beyond)
      await kill()
    }
    expect(await prisma.importJob.findFirst({ select: { state: true } })).toEqual({ state: 'RUNNING' })
    const recorded = await prisma.purchase.count()
    expect(recorded).toBeLessThan(ROWS - FAULTS)

    const done = await finished(start(file))
    expect(done).toMatchObject({
      state: 'DONE',
      rows: ROWS,
      added: ROWS - FAULTS,
      matched: 0,
      faults: FAULTS,
    })
    expect(await prisma.purchase.count()).toBe(ROWS - FAULTS)
    const lines = readFileSync(join(directory, 'errors.csv'), 'utf8').trimEnd().split('\r\n').slice(1)
    expect(lines).toHaveLength(FAULTS)
    for (const [index, reason] of reasons.entries()) {
      expect(lines[index]).toMatch(new RegExp(`^${(index + 1) * 1_000 + 1},`))
      expect(lines[index]).toMatch(reason)
    }
    expect(await prisma.importRow.count()).toBe(FAULTS)

    const head = await prisma.entry.count()
    const again = await finished(start(file))
    expect(again).toMatchObject({
      state: 'DONE',
      added: 0,
      matched: ROWS - FAULTS,
      faults: FAULTS,
      points: '0',
    })
    expect(again.id).not.toBe(done.id)
    expect([await prisma.purchase.count(), await prisma.entry.count()]).toEqual([ROWS - FAULTS, head])
    expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
  },
  LIMIT_MS,
)
