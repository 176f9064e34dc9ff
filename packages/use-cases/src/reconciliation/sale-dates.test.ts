import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
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

test('a return is matched a day off its refund, and not one that is weeks off', async () => {
  const town = await aCoalition({ openedDaysAgo: 60 })
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const { context } = town.member('wash')
  for (const receiptRef of ['next day', 'weeks off', 'both weeks off']) {
    const occurredAt = noonOf(localDay(-20))
    const sale = aSale(town.customer('Anna'), { receiptRef, total: roubles(1_000), occurredAt })
    const { purchase } = await recordPurchase(context, sale)
    for (const part of receiptRef === 'both weeks off' ? [100, 200] : [300])
      await refundPurchase(context, {
        ...{ purchase: { id: purchase.id }, amount: roubles(part), reason: 'returned' },
        idempotencyKey: `${receiptRef} ${part}`,
      })
  }
  const returns = [`next day,${localDay(-1)},-300`, `weeks off,${localDay(-15)},-300`]
  const text = ['receipt,date,total', ...returns, `both weeks off,${localDay(-15)},-300`].join('\n')
  const file = {
    async *open() {
      yield Buffer.from(text)
    },
  }
  const { reconciliation } = await reconcileSales(context, { file })
  expect(reconciliation).toMatchObject({ rowCount: 3, matched: 1, dateDiffers: 2 })
})
