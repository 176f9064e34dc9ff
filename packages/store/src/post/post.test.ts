import { InsufficientPointsError, Refusal } from '@artel/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CustomerNotFound, IdempotencyKeyMismatch } from '../command/errors.ts'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, ledgerWorld, spending } from '../testing/ledger-world.ts'
import { post } from './post.ts'

let database: TestDatabase
let stores: Store[]
beforeAll(async () => {
  database = await createTestDatabase()
  const others = [1, 2].map(() => openStore({ databaseUrl: database.databaseUrl }))
  stores = [database.store, ...(await Promise.all(others))]
})
afterAll(async () => {
  await Promise.all(stores.slice(1).map((store) => store.close()))
  await database.drop()
})

const anyStore = (index: number): Store => stores[index % stores.length] ?? database.store

/** What a promise came to: the code of a refusal or error, else what it resolved to. */
async function outcome<Result>(promise: Promise<Result>): Promise<Result | string> {
  return promise.catch((error: { code?: string; message: string }) => error.code ?? error.message)
}

async function accountOf(coalitionId: string, customerId: string | undefined) {
  const found = await database.store.prisma.customerAccount.findFirstOrThrow({
    where: { coalitionId, customerId: customerId ?? '' },
  })
  return { posted: found.posted, reserved: found.reserved, sequence: found.sequence }
}

test('64 concurrent spends of 10 from a balance of 100 through three stores: exactly 10 succeed', async () => {
  const world = await ledgerWorld(database.store)
  await post(database.store, world.coalitionId, earning(world, 100n))
  const spends = Array.from({ length: 64 }, (_, index) =>
    outcome(post(anyStore(index), world.coalitionId, spending(world, 10n))),
  )
  const outcomes = await Promise.all(spends)
  expect(outcomes.filter((result) => typeof result === 'object')).toHaveLength(10)
  expect(outcomes.filter((result) => result === 'INSUFFICIENT_POINTS')).toHaveLength(54)
  expect(await accountOf(world.coalitionId, world.customerIds[0])).toEqual({
    posted: 0n,
    reserved: 0n,
    sequence: 11n,
  })
})

test('200 keys sent 20 times each through three stores have 200 effects', async () => {
  const world = await ledgerWorld(database.store, 20)
  const commands = Array.from({ length: 200 }, (_, index) =>
    earning(world, 7n, { key: `key-${index}`, customerId: world.customerIds[index % 20] ?? '' }),
  )
  const sent = Array.from({ length: 4_000 }, (_, index) => ({
    at: (index * 37) % 200,
    store: anyStore(index),
  }))
  const answers = await Promise.all(
    sent.map(async ({ at, store }) => ({
      at,
      posted: await post(store, world.coalitionId, commands[at] ?? earning(world, 1n)),
    })),
  )
  expect(answers.filter(({ posted }) => !posted.replayed)).toHaveLength(200)
  for (const { at, posted } of answers) {
    const first = answers.find((answer) => answer.at === at && !answer.posted.replayed)?.posted
    const { groupId, balanceAfter, customerSequence, postedAt } = posted
    expect({ groupId, balanceAfter, customerSequence, postedAt }).toEqual({
      groupId: first?.groupId,
      balanceAfter: first?.balanceAfter,
      customerSequence: first?.customerSequence,
      postedAt: first?.postedAt,
    })
  }
  expect(await database.store.prisma.entry.count({ where: { coalitionId: world.coalitionId } })).toBe(200)
})

test('a key with another request is a mismatch, in the same batch and later', async () => {
  const world = await ledgerWorld(database.store)
  const variants = ['a', 'b', 'c', 'd'].map((request) => earning(world, 5n, { key: 'one', request }))
  const outcomes = await Promise.all(
    variants.map((command, index) => outcome(post(anyStore(index), world.coalitionId, command))),
  )
  expect(outcomes.filter((result) => typeof result === 'object')).toHaveLength(1)
  expect(outcomes.filter((result) => result === 'IDEMPOTENCY_KEY_MISMATCH')).toHaveLength(3)
  const later = post(database.store, world.coalitionId, earning(world, 5n, { key: 'one', request: 'e' }))
  await expect(later).rejects.toBeInstanceOf(IdempotencyKeyMismatch)
})

test('a retry after the balance is gone replays the first answer', async () => {
  const world = await ledgerWorld(database.store)
  await post(database.store, world.coalitionId, earning(world, 100n))
  const spend = spending(world, 100n, { key: 'all of it' })
  const first = await post(database.store, world.coalitionId, spend)
  const again = await post(anyStore(1), world.coalitionId, spend)
  expect(first).toMatchObject({ replayed: false, balanceAfter: 0n })
  expect(again).toEqual({
    replayed: true,
    groupId: first.groupId,
    customerSequence: first.customerSequence,
    balanceAfter: 0n,
    postedAt: first.postedAt,
  })
})

test('a refusal is recorded: its retry is refused the same even when the points have come', async () => {
  const world = await ledgerWorld(database.store)
  const spend = spending(world, 10n, { key: 'too early' })
  const refused = post(database.store, world.coalitionId, spend)
  await expect(refused).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS', replayed: false })
  await post(database.store, world.coalitionId, earning(world, 100n))
  const again = await post(anyStore(2), world.coalitionId, spend).catch((error: unknown) => error)
  expect(again).toBeInstanceOf(InsufficientPointsError)
  expect(again).toMatchObject({
    code: 'INSUFFICIENT_POINTS',
    details: { available: '0', requested: '10' },
    replayed: true,
  })
})

test('a refused command changes nothing but the record of its refusal', async () => {
  const world = await ledgerWorld(database.store)
  await post(database.store, world.coalitionId, earning(world, 5n))
  const counts = async () => {
    const where = { where: { coalitionId: world.coalitionId } }
    const { prisma } = database.store
    return {
      account: await accountOf(world.coalitionId, world.customerIds[0]),
      rows: await Promise.all([
        prisma.entry.count(where),
        prisma.transfer.count(where),
        prisma.lot.count(where),
        prisma.lotUse.count(where),
        prisma.purchase.count(where),
        prisma.outbox.count(where),
      ]),
    }
  }
  const before = await counts()
  const refused = post(database.store, world.coalitionId, spending(world, 6n))
  await expect(refused).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS' })
  expect(await counts()).toEqual(before)
  const { refusal } = database.store.prisma
  expect(await refusal.count({ where: { coalitionId: world.coalitionId } })).toBe(1)
})

test('a receipt raced by three stores is one purchase, and the others hear whose', async () => {
  const world = await ledgerWorld(database.store, 12)
  const outcomes = await Promise.all(
    world.customerIds.map((customerId, index) =>
      post(anyStore(index), world.coalitionId, earning(world, 5n, { receiptRef: 'R-1', customerId })).catch(
        (error: unknown) => error,
      ),
    ),
  )
  const recorded = await database.store.prisma.purchase.findMany({
    where: { coalitionId: world.coalitionId },
  })
  expect(recorded).toHaveLength(1)
  const details = { purchaseId: recorded[0]?.id }
  const losers = outcomes.filter((result) => result instanceof Refusal)
  expect(losers).toHaveLength(11)
  for (const loser of losers) expect(loser).toMatchObject({ code: 'RECEIPT_ALREADY_USED', details })
})

test('a customer that does not exist is named', async () => {
  const world = await ledgerWorld(database.store)
  const stranger = earning(world, 5n, { customerId: world.issuerId })
  await expect(post(database.store, world.coalitionId, stranger)).rejects.toBeInstanceOf(CustomerNotFound)
  await expect(post(database.store, world.issuerId, stranger)).rejects.toBeInstanceOf(CustomerNotFound)
})
