import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aSale, roubles } from '../testing/index.ts'
import { localDay, noonOf } from '../testing/local-days.ts'
import { reconcileSales } from './reconcile-sales.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a receipt of the same amount is matched a day off, and not one that is weeks off', async () => {
  const town = await aCoalition({ openedDaysAgo: 30 })
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const { context } = town.member('wash')
  const customer = town.customer('Anna')
  for (const receiptRef of ['same day', 'next day', 'weeks off', 'of another amount'])
    await recordPurchase(
      context,
      aSale(customer, { receiptRef, total: roubles(1_000), occurredAt: noonOf(localDay(-20)) }),
    )
  const rows = [
    ...['receipt,date,total', `same day,${localDay(-20)},1000`, `next day,${localDay(-19)},1000`],
    ...[`weeks off,${localDay(-5)},1000`, `of another amount,${localDay(-5)},900`],
  ]
  const file = {
    async *open() {
      yield Buffer.from(rows.join('\n'))
    },
  }
  const { reconciliation } = await reconcileSales(context, { file })
  const lines = await database.store.prisma.reconciliationLine.findMany({
    where: { coalitionId: town.id, reconciliationId: reconciliation.id },
    orderBy: { position: 'asc' },
  })
  expect(lines.map(({ kind, fileLine }) => [kind, fileLine])).toEqual([
    ['MATCHED', 2],
    ['MATCHED', 3],
    ['DATE_DIFFERS', 4],
    ['AMOUNT_DIFFERS', 5],
  ])
  expect(reconciliation).toMatchObject({ rowCount: 4, matched: 2, dateDiffers: 1, amountDiffers: 1 })
})
