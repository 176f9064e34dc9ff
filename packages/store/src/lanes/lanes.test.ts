import { type Entry, MAX_AMOUNT, MAX_COMMAND_MICROS, points } from '@artel/ledger'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../command/command.ts'
import { DeadlineExceeded, Overloaded } from '../command/errors.ts'
import { post } from '../post/post.ts'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { capturing, earning, holding, ledgerWorld, spending, voiding } from '../testing/ledger-world.ts'
import { expiringHold, refunding } from '../testing/ledger-world-ends.ts'
import { verify } from '../verify/verify.ts'

let database: TestDatabase
let stores: Store[]
beforeAll(async () => {
  database = await createTestDatabase()
  const others = [1, 2].map(() => openStore({ databaseUrl: database.databaseUrl }))
  stores = [database.store, ...(await Promise.all(others))]
})
afterAll(async () => {
  const { findings } = await verify(database)
  await Promise.all(stores.slice(1).map((store) => store.close()))
  await database.drop()
  expect(findings, 'verify after all of the above').toEqual([])
})

const anyStore = (index: number): Store => stores[index % stores.length] ?? database.store
const codeOf = (error: unknown): string => (error as { code?: string }).code ?? String(error)

async function accountOf(coalitionId: string, customerId = '') {
  const { prisma } = database.store
  const found = await prisma.customerAccount.findFirstOrThrow({ where: { coalitionId, customerId } })
  return { posted: found.posted, reserved: found.reserved }
}

test('crossed batches of two processes meet no deadlock, and none is lost', async () => {
  const world = await ledgerWorld(database.store, 30)
  const { customerIds, coalitionId } = world
  const before = await deadlocks()
  await Promise.all(
    customerIds.map((customerId) => post(anyStore(0), coalitionId, earning(world, 1_000n, { customerId }))),
  )
  const crossed = [0, 1].flatMap((store) =>
    Array.from({ length: 300 }, (_, index) => {
      const at = store === 0 ? index % 30 : 29 - (index % 30)
      const asked = { customerId: customerIds[at] ?? '', key: `${index}` }
      return { store, command: index % 2 ? earning(world, 10n, asked) : spending(world, 10n, asked) }
    }),
  )
  const answers = await Promise.all(
    crossed.map(({ store, command }) =>
      post(anyStore(store), coalitionId, command).then(({ replayed }) => replayed, codeOf),
    ),
  )
  // Both processes send the same keys for other customers: one of each pair is posted, the other a mismatch or replay.
  expect(answers.filter((answer) => answer === false)).toHaveLength(300)
  expect(
    answers.filter((answer) => typeof answer === 'string' && answer !== 'IDEMPOTENCY_KEY_MISMATCH'),
  ).toEqual([])
  expect(await deadlocks()).toBe(before)
})

async function deadlocks(): Promise<number> {
  const { rows } = await database.store.pool.query('select sum(deadlocks)::int as n from pg_stat_database')
  return rows[0].n
}

test('a poisonous command fails alone, whatever it breaks', async () => {
  const world = await ledgerWorld(database.store, 8)
  const nobody = newId()
  const spoil: ((entry: Entry) => Entry)[] = [
    (entry) => ({ ...entry, memberId: nobody }),
    (entry) => ({ ...entry, kind: 'NO_SUCH_KIND' as never }),
    (entry) => ({ ...entry, documentId: 'not a uuid' }),
  ]
  const commands = world.customerIds.map((customerId, index): Command => {
    const good = earning(world, 10n, { customerId })
    const spoiled = spoil[index]
    if (!spoiled) return good
    return {
      ...good,
      decide: (state, at) => {
        const group = good.decide(state, at)
        return { ...group, entries: group.entries.map(spoiled) }
      },
    }
  })
  const thrower: Command = {
    ...earning(world, 10n),
    decide: () => {
      throw new TypeError('a bug of the caller')
    },
  }
  const answers = await Promise.all(
    [...commands, thrower].map((command) =>
      post(database.store, world.coalitionId, command).then(() => 'posted', codeOf),
    ),
  )
  expect(answers).toEqual([
    '23503',
    '23514',
    'TypeError: Not a UUID: not a uuid',
    ...Array(5).fill('posted'),
    'TypeError: a bug of the caller',
  ])
})

test('what a group says of itself must agree, else it is not recorded', async () => {
  const world = await ledgerWorld(database.store)
  const good = earning(world, 10n)
  const liar: Command = {
    ...good,
    decide: (state, at) => {
      const group = good.decide(state, at)
      return { ...group, entries: group.entries.map((entry) => ({ ...entry, pointsDelta: points(11n) })) }
    },
  }
  await expect(post(database.store, world.coalitionId, liar)).rejects.toThrow(/legs move 10/)
  expect(await accountOf(world.coalitionId, world.customerIds[0])).toEqual({ posted: 0n, reserved: 0n })
})

test('capture, voiding and expiry racing on one hold: one wins, and nothing stays reserved', async () => {
  const world = await ledgerWorld(database.store)
  const { coalitionId } = world
  await post(database.store, coalitionId, earning(world, 1_000n))
  for (let round = 0; round < 10; round += 1) {
    const holdId = newId()
    await post(database.store, coalitionId, holding(world, 50n, holdId))
    const racers = [
      capturing(world, points(50n), holdId),
      voiding(world, holdId),
      expiringHold(world, holdId),
      capturing(world, points(20n), holdId),
      voiding(world, holdId),
    ]
    const answers = await Promise.all(
      racers.map((racer, index) =>
        post(anyStore(round + index), coalitionId, racer).then(({ hold }) => hold?.status, codeOf),
      ),
    )
    expect(answers.filter((answer) => answer === 'HOLD_NOT_OPEN')).toHaveLength(4)
    const hold = await database.store.prisma.hold.findFirstOrThrow({ where: { coalitionId, id: holdId } })
    expect(answers).toContain(hold.status)
    expect(await accountOf(coalitionId, world.customerIds[0])).toMatchObject({ reserved: 0n })
  }
})

test('holds beyond the balance are refused at once, however many race', async () => {
  const world = await ledgerWorld(database.store)
  await post(database.store, world.coalitionId, earning(world, 100n))
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      post(anyStore(index), world.coalitionId, holding(world, 30n, newId())).then(() => 'held', codeOf),
    ),
  )
  expect(answers.filter((answer) => answer === 'held')).toHaveLength(3)
  expect(answers.filter((answer) => answer === 'INSUFFICIENT_POINTS')).toHaveLength(27)
  expect(await accountOf(world.coalitionId, world.customerIds[0])).toEqual({ posted: 100n, reserved: 90n })
})

test('refunds racing on one purchase never give back more than it took', async () => {
  const world = await ledgerWorld(database.store)
  await post(database.store, world.coalitionId, earning(world, 100n))
  const spent = await post(database.store, world.coalitionId, spending(world, 100n))
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, index) =>
      post(anyStore(index), world.coalitionId, refunding(world, spent.groupId, { returned: 30n })).then(
        () => 'given',
        codeOf,
      ),
    ),
  )
  expect(answers.filter((answer) => answer === 'given')).toHaveLength(3)
  expect(await accountOf(world.coalitionId, world.customerIds[0])).toMatchObject({ posted: 90n })
})

test('the largest amount is exact, and one more is refused, never wrapped', async () => {
  const world = await ledgerWorld(database.store)
  // What they are worth bounds them: the reserve price and the fee.
  const largest = MAX_COMMAND_MICROS / 1_000_000n
  const posted = await post(database.store, world.coalitionId, earning(world, largest))
  expect(posted.balanceAfter).toBe(largest)
  expect(await accountOf(world.coalitionId, world.customerIds[0])).toMatchObject({ posted: largest })
  for (const amount of [largest + 1n, MAX_AMOUNT, MAX_AMOUNT + 1n, 2n ** 64n]) {
    const refused = await post(database.store, world.coalitionId, earning(world, amount)).catch(
      (error: unknown) => error,
    )
    expect(refused).toBeInstanceOf(Error)
  }
  expect(await accountOf(world.coalitionId, world.customerIds[0])).toMatchObject({ posted: largest })
})

test('an aborted command is dropped before it is sent, a full queue and a late answer are typed', async () => {
  const world = await ledgerWorld(database.store)
  const { coalitionId } = world
  const aborted = new AbortController()
  const dropped = post(database.store, coalitionId, earning(world, 5n), { signal: aborted.signal })
  aborted.abort(new Error('the caller left'))
  await expect(dropped).rejects.toThrow('the caller left')
  const late = post(database.store, coalitionId, earning(world, 5n, { key: 'late' }), { deadlineMs: 0 })
  await expect(late).rejects.toBeInstanceOf(DeadlineExceeded)
  const flood = Array.from({ length: 5_500 }, () =>
    post(database.store, coalitionId, earning(world, 1n), { deadlineMs: 60_000 }).then(
      () => 'posted',
      (error: unknown) => error,
    ),
  )
  const answers = await Promise.all(flood)
  const overloaded = answers.filter((answer) => answer instanceof Overloaded)
  const accepted = answers.filter((answer) => answer === 'posted')
  // The late command may still have held a place in the queue when the flood came.
  expect([4_999, 5_000]).toContain(accepted.length)
  expect(overloaded).toHaveLength(5_500 - accepted.length)
  // Whether or not it had been sent, its retry makes it one effect.
  await post(database.store, coalitionId, earning(world, 5n, { key: 'late' }))
  const posted = BigInt(accepted.length) + 5n
  expect(await accountOf(coalitionId, world.customerIds[0])).toEqual({ posted, reserved: 0n })
})
