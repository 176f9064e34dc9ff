import { type CompoundLine, clearing, type MoneyAccountKind, moneyTransfers } from '@artel/ledger'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { IdempotencyKeyMismatch } from '../command/errors.ts'
import { newId } from '../new-id.ts'
import { clearingSums } from '../reads/clearing-sums.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, type LedgerWorld, ledgerWorld, sha256 } from '../testing/ledger-world.ts'
import { verify } from '../verify/verify.ts'
import { post } from './post.ts'
import { type MoneyEntry, postMoney } from './post-money.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Runs in a transaction of the application role's, and rolls back when told to. */
async function inTransaction<Result>(
  run: (client: pg.PoolClient) => Promise<Result>,
  end: 'commit' | 'rollback' = 'commit',
): Promise<Result> {
  const client = await database.store.pool.connect()
  try {
    await client.query('begin')
    const result = await run(client)
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const paying = (world: LedgerWorld, amount: bigint, { key = newId(), request = 'same' } = {}): MoneyEntry => {
  const documentId = newId()
  const line: CompoundLine<MoneyAccountKind> = {
    debits: [{ account: { kind: 'BANK', ownerId: world.coalitionId }, amount }],
    credits: [{ account: clearing(world.issuerId), amount }],
  }
  return {
    key: { scopeId: world.coalitionId, operation: 'paymentRecord', key, requestHash: sha256(request) },
    documentId,
    kind: 'PAYMENT',
    memberId: world.issuerId,
    transfers: moneyTransfers([line]),
    outbox: [{ id: newId(), kind: 'payment.recorded', subjectId: documentId, payload: { amount } }],
  }
}

test('money between purchases joins their chain, moves the position and is clean to verify', async () => {
  const world = await ledgerWorld(database.store)
  const { store } = database
  await post(store, world.coalitionId, earning(world, 100n))
  const payment = paying(world, 5_000_000n)
  const paid = await inTransaction((client) => postMoney(client, world.coalitionId, payment))
  await post(store, world.coalitionId, earning(world, 50n))

  expect(paid).toMatchObject({ replayed: false, documentId: payment.documentId, batchNo: 2n, windowNo: 1n })
  const sums = await clearingSums(store, world.coalitionId, [world.issuerId])
  expect(sums.get(world.issuerId)).toMatchObject({ owes: 150n * 550_000n, isOwed: 5_000_000n })
  const events = await store.prisma.outbox.findMany({ where: { coalitionId: world.coalitionId } })
  expect(events.map(({ kind }) => kind)).toContain('payment.recorded')
  const { findings, checked } = await verify({
    databaseUrl: database.databaseUrl,
    coalitionId: world.coalitionId,
  })
  expect(findings).toEqual([])
  expect(checked).toMatchObject({ entry: 3 })
})

test('an entry of money is there exactly when its transaction commits', async () => {
  const world = await ledgerWorld(database.store)
  const payment = paying(world, 7n)
  await inTransaction((client) => postMoney(client, world.coalitionId, payment), 'rollback')
  const where = { where: { coalitionId: world.coalitionId } }
  expect(await database.store.prisma.entry.count(where)).toBe(0)
  const posted = await inTransaction((client) => postMoney(client, world.coalitionId, payment))
  expect(posted).toMatchObject({ replayed: false, batchNo: 1n })
  expect(await database.store.prisma.entry.count(where)).toBe(1)
})

test('a key posts once however many send it, and another request under it is a mismatch', async () => {
  const world = await ledgerWorld(database.store)
  const sent = Array.from({ length: 6 }, () => paying(world, 9n, { key: 'one' }))
  const answers = await Promise.all(
    sent.map((payment) => inTransaction((client) => postMoney(client, world.coalitionId, payment))),
  )
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
  expect(new Set(answers.map(({ entryId }) => entryId)).size).toBe(1)
  expect(new Set(answers.map(({ documentId }) => documentId)).size).toBe(1)
  const other = paying(world, 10n, { key: 'one', request: 'other' })
  const mismatch = inTransaction((client) => postMoney(client, world.coalitionId, other))
  await expect(mismatch).rejects.toBeInstanceOf(IdempotencyKeyMismatch)
})

test('an entry that moves nothing, or names a stranger, is not written', async () => {
  const world = await ledgerWorld(database.store)
  const nothing = { ...paying(world, 1n), transfers: [] }
  await expect(inTransaction((client) => postMoney(client, world.coalitionId, nothing))).rejects.toThrow(
    'answered R',
  )
  const stranger = { ...paying(world, 1n), memberId: newId() }
  await expect(
    inTransaction((client) => postMoney(client, world.coalitionId, stranger)),
  ).rejects.toMatchObject({ code: '23503' })
})
