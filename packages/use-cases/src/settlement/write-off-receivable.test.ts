import { micros, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PermissionError } from '../errors/system-error.ts'
import { awardPromo } from '../points/award-promo.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aSale, type BuiltCoalition, booksOf, roubles } from '../testing/index.ts'
import { writeOffReceivable } from './write-off-receivable.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The service has given 1000 points and owes their issue fee, 100.00. */
async function aDebtor(): Promise<BuiltCoalition> {
  const town = await aCoalition()
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const sale = aSale(town.customer('Anna'), { total: roubles(20_000) })
  await recordPurchase(town.member('service').context, sale)
  return town
}
const asked = (town: BuiltCoalition, amount: bigint) => ({
  ...{ memberId: town.member('service').id, amountMicros: micros(amount), idempotencyKey: uuidv7() },
})

test('what a member owes is given up once under one key, and the coalition bears it', async () => {
  const town = await aDebtor()
  const input = asked(town, 60_000_000n)
  await expect(writeOffReceivable(town.member('service').context, input)).rejects.toThrow(PermissionError)
  const first = await writeOffReceivable(town.adminContext, input)
  expect(await writeOffReceivable(town.adminContext, input)).toEqual({ ...first, replayed: true })
  const books = await booksOf(database.store, town.id)
  expect(books.money('CLEARING', town.member('service').id)).toBe(40_000_000n)
  expect(books.money('LOSS')).toBe(60_000_000n)
  await expect(writeOffReceivable(town.adminContext, asked(town, 40_000_001n))).rejects.toMatchObject({
    ...{ code: 'WRITE_OFF_EXCEEDS_RECEIVABLE', owed: 40_000_000n },
  })
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
    [],
  )
})

test('many at once, among sales that pay the debt off, never write off more than is owed', async () => {
  const town = await aDebtor()
  const anna = town.customer('Anna')
  const gift = { customer: { id: anna.id }, points: points(100n), expiresInDays: 5, idempotencyKey: uuidv7() }
  await awardPromo(town.member('wash').context, gift)
  const spending = aSale(anna, { total: roubles(400), points: points(100n) })
  await Promise.allSettled([
    ...Array.from({ length: 8 }, () => writeOffReceivable(town.adminContext, asked(town, 10_000_000n))),
    recordPurchase(town.member('service').context, spending),
  ])
  const { rows } = await database.store.pool.query<{ owed: string }>(
    `select owed from (select e.kind, e.posted_at, sum(case when t.debit_kind = 'CLEARING' and t.debit_owner_id = $2
          then t.amount when t.credit_kind = 'CLEARING' and t.credit_owner_id = $2 then -t.amount else 0 end)
        over (order by e.posted_at)::text as owed
      from entry e join transfer t on t.coalition_id = e.coalition_id and t.entry_id = e.entry_id
      where e.coalition_id = $1 and t.unit = 'MONEY') x where kind = 'WRITE_OFF'`,
    [town.id, town.member('service').id],
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ owed }) => BigInt(owed) < 0n)).toEqual([])
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
    [],
  )
})
