import { CustomerClosedError } from '@artel/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../command/command.ts'
import { CustomerNotFound, IdempotencyKeyMismatch } from '../command/errors.ts'
import { openStore, type Store } from '../store.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, holding, type LedgerWorld, ledgerWorld, spending } from '../testing/ledger-world.ts'
import { merging, transferring } from '../testing/ledger-world-pairs.ts'
import { verify } from '../verify/verify.ts'
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
const NOBODY = '01960000-0000-7000-8000-0000000000ff'

/** What a promise came to: the code of a refusal or error, else what it resolved to. */
const outcome = <Result>(promise: Promise<Result>): Promise<Result | string> =>
  promise.catch((error: { code?: string; message: string }) => error.code ?? error.message)

async function balances({ coalitionId, customerIds }: LedgerWorld): Promise<string[]> {
  const rows = await database.store.prisma.customerAccount.findMany({ where: { coalitionId } })
  return customerIds.map((id) => `${rows.find(({ customerId }) => customerId === id)?.posted}`)
}

async function aWorld(...points: bigint[]): Promise<LedgerWorld & { readonly people: string[] }> {
  const world = await ledgerWorld(database.store, points.length)
  for (const [index, n] of points.entries())
    if (n > 0n) {
      const customerId = world.customerIds[index] ?? ''
      await post(database.store, world.coalitionId, earning(world, n, { customerId }))
    }
  return { ...world, people: [...world.customerIds] }
}

/** Refuses a customer who was merged, as every verb that gives points does. */
function unlessClosed(command: Command): Command {
  return {
    ...command,
    decide: (state, at) => {
      if (at.customerStatus === 'CLOSED')
        throw new CustomerClosedError({ mergedIntoId: at.mergedIntoId ?? null })
      return command.decide(state, at)
    },
  }
}

async function expectClean({ coalitionId }: LedgerWorld): Promise<void> {
  const report = await verify({ databaseUrl: database.databaseUrl, coalitionId })
  expect(report.findings).toEqual([])
}

test('points change hands once under one key, in one batch, at one instant', async () => {
  const { people, ...world } = await aWorld(100n, 0n)
  const [from = '', to = ''] = people
  const send = () =>
    post(database.store, world.coalitionId, transferring(world, 30n, { from, to }, { key: 'gift' }))
  const first = await send()
  expect(first).toMatchObject({ replayed: false, balanceAfter: 70n })
  expect(await send()).toMatchObject({ replayed: true, groupId: first.groupId, balanceAfter: 70n })
  const other = transferring(world, 30n, { from, to }, { key: 'gift', request: 'other' })
  await expect(post(database.store, world.coalitionId, other)).rejects.toThrow(IdempotencyKeyMismatch)
  expect(await balances({ ...world })).toEqual(['70', '30'])
  const entries = await database.store.prisma.entry.findMany({ where: { groupId: first.groupId } })
  expect(entries.map(({ kind }) => kind).sort()).toEqual(['TRANSFER_IN', 'TRANSFER_OUT'])
  expect(new Set(entries.map(({ batchNo }) => batchNo)).size).toBe(1)
  await expectClean(world)
})

test('a refused transfer changes neither customer, and its retry is refused the same', async () => {
  const { people, ...world } = await aWorld(10n, 5n)
  const [from = '', to = ''] = people
  const send = (n: bigint, target: string) =>
    post(database.store, world.coalitionId, transferring(world, n, { from, to: target }, { key: 'too much' }))
  await expect(send(11n, to)).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS' })
  await post(database.store, world.coalitionId, earning(world, 100n, { customerId: from }))
  await expect(send(11n, to)).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS', replayed: true })
  const lost = transferring(world, 1n, { from, to: NOBODY })
  await expect(post(database.store, world.coalitionId, lost)).rejects.toThrow(CustomerNotFound)
  expect(await balances(world)).toEqual(['110', '5'])
  await expectClean(world)
})

test('crossed transfers among spends and earnings of three processes meet no deadlock, and no point is lost', async () => {
  const { people, ...world } = await aWorld(1_000n, 1_000n, 1_000n)
  const commands = Array.from({ length: 240 }, (_, index): [Command, bigint] => {
    const [a = '', b = ''] = [people[index % 3], people[(index + 1 + (index % 2)) % 3]]
    if (index % 4 === 0) return [spending(world, 7n, { customerId: a }), -7n]
    if (index % 4 === 1) return [earning(world, 5n, { customerId: a }), 5n]
    return [transferring(world, BigInt(1 + (index % 9)), { from: a, to: b }), 0n]
  })
  const answers = await Promise.all(
    commands.map(([command], index) => post(anyStore(index), world.coalitionId, command)),
  )
  expect(answers.filter(({ replayed }) => replayed)).toEqual([])
  const expected = commands.reduce((sum, [, change]) => sum + change, 3_000n)
  const total = (await balances(world)).reduce((sum, balance) => sum + BigInt(balance), 0n)
  expect(total).toBe(expected)
  await expectClean(world)
})

test('a balance that several give away at once is given away exactly', async () => {
  const { people, ...world } = await aWorld(100n, 0n, 0n)
  const [from = '', ...others] = people
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => {
      const to = others[index % others.length] ?? ''
      const command =
        index % 3 === 0 ? spending(world, 10n, { customerId: from }) : transferring(world, 10n, { from, to })
      return outcome(post(anyStore(index), world.coalitionId, command))
    }),
  )
  const refused = answers.filter((answer) => answer === 'INSUFFICIENT_POINTS')
  expect(answers.length - refused.length).toBe(10)
  expect((await balances(world))[0]).toBe('0')
  await expectClean(world)
})

test('a merge that races purchases closes the customer: what was bought before it moves, the rest is refused', async () => {
  const { people, ...world } = await aWorld(50n, 20n)
  const [gone = '', into = ''] = people
  const buying = Array.from({ length: 30 }, () => unlessClosed(earning(world, 10n, { customerId: gone })))
  const merge = merging(world, { gone, into })
  const commands = [...buying.slice(0, 15), merge, ...buying.slice(15)]
  const answers = await Promise.all(
    commands.map((command, index) => outcome(post(anyStore(index), world.coalitionId, command))),
  )
  const refused = answers.filter((answer) => answer === 'CUSTOMER_CLOSED').length
  expect(answers.filter((answer) => typeof answer === 'string').length).toBe(refused)
  expect(await balances(world)).toEqual(['0', `${20 + 50 + 10 * (30 - refused)}`])
  const customer = await database.store.prisma.customer.findFirstOrThrow({ where: { id: gone } })
  expect(customer).toMatchObject({ status: 'CLOSED', mergedIntoId: into })
  const late = unlessClosed(earning(world, 10n, { customerId: gone }))
  await expect(post(anyStore(1), world.coalitionId, late)).rejects.toMatchObject({
    code: 'CUSTOMER_CLOSED',
    details: { mergedIntoId: into },
  })
  await expectClean(world)
})

test('cards, references, households and earlier merges lead to the survivor', async () => {
  const { people, ...world } = await aWorld(5n, 5n, 5n)
  const [first = '', second = '', third = ''] = people
  const { coalitionId, issuerId } = world
  const { prisma } = database.store
  await prisma.card.create({
    data: {
      coalitionId,
      number: '9000000000000001',
      customerId: first,
      status: 'ACTIVE',
      issuedAt: new Date(),
    },
  })
  await prisma.customerReference.create({
    data: { coalitionId, memberId: issuerId, reference: 'client 7', customerId: second },
  })
  await prisma.customer.updateMany({ where: { coalitionId, id: second }, data: { householdId: NOBODY } })
  await post(database.store, coalitionId, merging(world, { gone: first, into: second }))
  await post(database.store, coalitionId, merging(world, { gone: second, into: third }))
  expect(await balances(world)).toEqual(['0', '0', '15'])
  const merged = await prisma.customer.findMany({ where: { coalitionId, mergedIntoId: third } })
  expect(merged.map(({ id }) => id).sort()).toEqual([first, second].sort())
  expect(merged.map(({ householdId }) => householdId)).toEqual([null, null])
  expect(await prisma.card.findFirst({ where: { coalitionId } })).toMatchObject({ customerId: third })
  expect(await prisma.customerReference.findFirst({ where: { coalitionId } })).toMatchObject({
    customerId: third,
  })
  expect(await prisma.customer.findFirst({ where: { coalitionId, id: third } })).toMatchObject({
    householdId: NOBODY,
  })
  await expectClean(world)
})

test('nobody is merged away while a shop holds points, and two crossed merges leave one survivor', async () => {
  const { people, ...world } = await aWorld(50n, 20n, 0n)
  const [anna = '', boris = ''] = people
  const { coalitionId } = world
  await post(database.store, coalitionId, holding(world, 5n, NOBODY, { customerId: anna }))
  await expect(
    post(database.store, coalitionId, merging(world, { gone: anna, into: boris })),
  ).rejects.toMatchObject({ code: 'CUSTOMER_HAS_OPEN_HOLDS' })
  const people2 = await aWorld(30n, 40n)
  const [a = '', b = ''] = people2.people
  const crossing = [merging(people2, { gone: a, into: b }), merging(people2, { gone: b, into: a })].map(
    (command): Command => ({
      ...command,
      decide: (state, at) => {
        if (at.customerStatus === 'CLOSED' || at.other?.customerStatus === 'CLOSED')
          throw new CustomerClosedError({ mergedIntoId: null })
        return command.decide(state, at)
      },
    }),
  )
  const answers = await Promise.all(
    crossing.map((command, index) => outcome(post(anyStore(index), people2.coalitionId, command))),
  )
  expect(answers.filter((answer) => answer === 'CUSTOMER_CLOSED').length).toBe(1)
  expect((await balances(people2)).sort()).toEqual(['0', '70'])
  await expectClean(people2)
})
