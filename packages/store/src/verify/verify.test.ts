import { points } from '@artel/ledger'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../post/command.ts'
import { post } from '../post/post.ts'
import type { Store } from '../store.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import {
  capturing,
  earning,
  holding,
  type LedgerWorld,
  ledgerWorld,
  spending,
  voiding,
} from '../testing/ledger-world.ts'
import { earningWithDebts, expiring, refunding } from '../testing/ledger-world-ends.ts'
import { adjusting, awarding, merging, transferring } from '../testing/ledger-world-pairs.ts'
import { TAMPERINGS } from '../testing/tamperings.ts'
import { urlOfDatabase } from '../testing/template.ts'
import { verify } from './verify.ts'

const HOLD = (n: number) => `01960000-0000-7000-8000-0000000000${10 + n}`

let database: TestDatabase
let world: LedgerWorld
let template: string

/** A history that books every kind of entry. */
beforeAll(async () => {
  database = await createTestDatabase()
  const { store } = database
  world = await ledgerWorld(store, 3)
  const run = (command: ReturnType<typeof earning>) => post(store, world.coalitionId, command)
  const first = await run(earning(world, 500n))
  await run(earning(world, 300n))
  await run(earning(world, 40n, { expiresInSeconds: 3_600 }))
  const spent = await run(spending(world, 100n))
  await run(holding(world, 200n, HOLD(1)))
  await run(holding(world, 50n, HOLD(2)))
  await run(holding(world, 25n, HOLD(3)))
  await run(capturing(world, points(150n), HOLD(1)))
  await run(voiding(world, HOLD(2)))
  await run(refunding(world, spent.groupId, { returned: 60n }))
  await run(spending(world, 400n))
  await run(refunding(world, first.groupId, { reversed: 450n }))
  await run(earningWithDebts(world, 700n))
  await run(earning(world, 30n, { expiresInSeconds: 7_200 }))
  await store.prisma.coalition.update({
    where: { id: world.coalitionId },
    data: { clockOffsetSeconds: 30n * 86_400n },
  })
  await run(expiring(world))
  await eventsOfSeveral(store)
  await store.close()
  template = new URL(database.databaseUrl).pathname.slice(1)
})
afterAll(() => database.drop())

/** Promo points, adjustments, a transfer, and a merge of a customer who owes. */
async function eventsOfSeveral(store: Store): Promise<void> {
  const [anna = '', boris = '', clara = ''] = world.customerIds
  const { coalitionId, issuerId } = world
  const run = (command: Command) => post(store, coalitionId, command)
  await run(awarding(world, 61n, { customerId: boris }))
  for (const [index, points] of [20n, -15n].entries()) {
    const id = HOLD(20 + index)
    await store.prisma.adjustment.create({
      data: {
        ...{
          coalitionId,
          id,
          customerId: boris,
          memberId: issuerId,
          points,
          kind: 'CORRECTION',
          reason: 'test',
        },
        ...{ status: 'POSTED', proposedById: issuerId, proposedAt: new Date(), keyScopeId: issuerId },
        ...{ key: `adjustment ${index}`, requestHash: 'hash' },
      },
    })
    await run(adjusting(world, points, id, { customerId: boris }))
  }
  await run(transferring(world, 40n, { from: boris, to: anna }))
  const spent = await run(earning(world, 90n, { customerId: boris }))
  await run(spending(world, 110n, { customerId: boris }))
  await run(refunding(world, spent.groupId, { reversed: 90n }, { customerId: boris }))
  await run(earning(world, 7n, { customerId: boris }))
  await run(merging(world, { gone: boris, into: clara }))
}

async function asSuperuser(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Verifies a copy of the history that a superuser has tampered with, past every constraint. */
async function verifyTampered(tamper: string) {
  const name = `${template}_tampered`
  const url = urlOfDatabase(database.databaseUrl, name)
  const admin = urlOfDatabase(database.databaseUrl, 'postgres')
  await asSuperuser(
    admin,
    `drop database if exists ${name} with (force)`,
    `create database ${name} template ${template}`,
  )
  try {
    await asSuperuser(url, DROP_CHECKS, 'set session_replication_role = replica', tamper)
    return await verify({ databaseUrl: url })
  } finally {
    await asSuperuser(admin, `drop database if exists ${name} with (force)`)
  }
}

const DROP_CHECKS = `do $$ declare c record; begin
  for c in select conrelid::regclass as t, conname from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace
  loop execute format('alter table %s drop constraint %I', c.t, c.conname); end loop; end $$`

test('an honest history is clean, and books every kind of entry', async () => {
  const progress: number[] = []
  const report = await verify({
    databaseUrl: database.databaseUrl,
    onProgress: ({ done }) => progress.push(done),
  })
  expect(report.findings).toEqual([])
  expect(report.ok).toBe(true)
  expect(report.checked).toMatchObject({ hold: 3, debt: 3, refund: 3 })
  expect(progress.at(-1)).toBe(progress.length)
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  const { rows } = await client.query('select distinct kind from entry order by kind')
  await client.end()
  expect(rows.map(({ kind }) => kind)).toEqual([
    'ADJUSTMENT',
    'DEBT_RECOVERY',
    'EARN',
    'EARN_REVERSAL',
    'EXPIRE',
    'HOLD',
    'HOLD_VOID',
    'MERGE_IN',
    'MERGE_OUT',
    'PROMO',
    'REDEEM',
    'REDEEM_REVERSAL',
    'TRANSFER_IN',
    'TRANSFER_OUT',
  ])
})

test.each(TAMPERINGS)('tampering with %s is found', async (_says, sql, invariant, table) => {
  const report = await verifyTampered(sql)
  expect(report.ok).toBe(false)
  const found = report.findings.find((finding) => finding.invariant === invariant)
  expect(found, JSON.stringify(report.findings.map((finding) => finding.invariant))).toMatchObject({ table })
  expect(Object.keys(found?.row ?? {}).length).toBeGreaterThan(0)
  expect(found?.coalitionId).toBe(world.coalitionId)
})
