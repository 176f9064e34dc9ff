import { counterKey } from '@artel/ledger'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command, CounterToLoad } from '../command/command.ts'
import { post } from '../post/post.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, type LedgerWorld, ledgerWorld } from '../testing/ledger-world.ts'
import { merging } from '../testing/ledger-world-pairs.ts'
import { counterArrays, ruleStanding, usedSql } from './rule-standing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

/** A sale of 10 points that happened then, and counted once for each of these rules. */
function selling(
  world: LedgerWorld,
  of: { readonly customerId: string; readonly occurredAt?: Date; readonly ruleIds?: readonly string[] },
): Command {
  const { customerId, occurredAt = new Date(), ruleIds = [] } = of
  const command = earning(world, 10n, { customerId })
  return {
    ...command,
    counters: ruleIds.map((ownerId) => usesOf(ownerId, customerId)),
    decide: (state, at) => {
      const group = command.decide(state, at)
      const counters = ruleIds.map((ownerId) => ({
        ...{ ownerId, customerId, period: '', delta: 1n, limit: 9n },
      }))
      return { ...group, ...(group.purchase && { purchase: { ...group.purchase, occurredAt } }), counters }
    },
  }
}

const usesOf = (ownerId: string, customerId: string): CounterToLoad => ({
  ...{ ownerId, customerId, per: 'RULE', day: null },
})

test('the last purchase is the one that happened last, in whatever order they were recorded', async () => {
  const world = await ledgerWorld(database.store)
  const [customerId = ''] = world.customerIds
  for (const days of [1, 70])
    await post(database.store, world.coalitionId, selling(world, { customerId, occurredAt: daysAgo(days) }))
  const of = { coalitionId: world.coalitionId, customerId, counters: [] }
  const { bought } = await ruleStanding(database.store, { ...of, looksAtMember: world.issuerId })
  expect(bought?.lastHere?.getTime()).toBeGreaterThan(daysAgo(2).getTime())
  expect(bought?.lastAnywhere).toEqual(bought?.lastHere)
  const elsewhere = await ruleStanding(database.store, { ...of, looksAtMember: world.redeemerId })
  expect(elsewhere.bought).toEqual({ lastHere: null, lastAnywhere: bought?.lastHere })
})

test('what a merged customer used is its own, and who that is is asked once a customer for any number of rules', async () => {
  const world = await ledgerWorld(database.store, 3)
  const [anna = '', boris = '', clara = ''] = world.customerIds
  const { coalitionId } = world
  const ruleIds = Array.from({ length: 5 }, () => newId())
  const [first = ''] = ruleIds
  await post(database.store, coalitionId, selling(world, { customerId: anna, ruleIds: [first] }))
  await post(database.store, coalitionId, selling(world, { customerId: boris, ruleIds }))
  await post(database.store, coalitionId, merging(world, { gone: boris, into: clara }))
  const counters = [anna, clara].flatMap((customerId) =>
    ruleIds.map((ownerId) => usesOf(ownerId, customerId)),
  )
  const { used } = await ruleStanding(database.store, {
    ...{ coalitionId, customerId: null, counters },
  })
  const ofClara = ruleIds.map((ownerId) => counterKey({ ownerId, customerId: clara, period: '' }))
  expect(new Map(used)).toEqual(
    new Map([
      [counterKey({ ownerId: first, customerId: anna, period: '' }), 1n],
      ...ofClara.map((key) => [key, 1n] as const),
    ]),
  )
  const arrays = '$2::uuid[], $3::uuid[], $4::bigint[], $5::text[]'
  const { rows } = await database.store.pool.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off, timing off) select ${usedSql(arrays, 'now()')} from coalition c
      where c.coalition_id = $1`,
    [coalitionId, ...counterArrays(coalitionId, counters)],
  )
  const unions = rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes('Recursive Union'))
  expect(unions).toEqual([expect.stringContaining('loops=2')])
})
