import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aSale, type BuiltCoalition } from '../testing/index.ts'
import { type ActivityEntry, type ReadActivityInput, readActivity } from './read-activity.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('shop').withCustomer('Anna').open(database.store)
})
afterAll(() => database.drop())

it('activity pages through every event once, newest first, while new events arrive', async () => {
  const { context } = town.member('shop')
  const anna = town.customer('Anna')
  // Each sale after the first is two entries of one group, so that pages end inside groups too.
  await recordPurchase(context, aSale(anna))
  for (const spent of [1n, 2n, 3n]) await recordPurchase(context, aSale(anna, { points: points(spent) }))
  const before = await town.store.prisma.entry.count({ where: { customerId: anna.id } })
  expect(before).toBe(7)

  const entries: ActivityEntry[] = []
  let page: ReadActivityInput | undefined = { coalitionId: town.id, customerId: anna.id, first: 2 }
  while (page) {
    const read = await readActivity(context, page)
    entries.push(...read.entries)
    await recordPurchase(context, aSale(anna))
    const last = read.entries.at(-1)
    page = read.hasNextPage && last ? { ...page, after: last.cursor } : undefined
  }
  expect(entries).toHaveLength(before)
  const moved = entries.map((entry) => entry.points)
  expect(moved).toEqual([49n, -3n, 49n, -2n, 49n, -1n, 50n])
  for (const [index, entry] of entries.entries())
    expect(entry.balanceAfter - entry.points).toBe(entries[index + 1]?.balanceAfter ?? 0n)
})
