import { minor, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aRunningRule } from '../testing/a-rule.ts'
import { aCoalition, aSale, roubles } from '../testing/index.ts'
import { localDay, noonOf } from '../testing/local-days.ts'
import { reconcileSales } from './reconcile-sales.ts'
import { recordLateSales } from './record-late-sales.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a file has what was to pay: a discounted sale is matched without its discount, in money, points or both', async () => {
  const town = await aCoalition({ openedDaysAgo: 90 })
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const { context } = town.member('wash')
  const sell = async (receiptRef: string, total: number, { day = localDay(-5), paid = 0n } = {}) => {
    const bill = { receiptRef, total: roubles(total), points: points(paid), occurredAt: noonOf(day) }
    return (await recordPurchase(context, aSale(town.customer('Anna'), bill))).purchase
  }
  await sell('before', 5_000, { day: localDay(-6) })
  await aRunningRule(town, 'wash', { give: [{ kind: 'DISCOUNT_FIXED', amountMinor: minor(10_000n) }] })
  for (const receiptRef of ['net', 'gross', 'only here']) await sell(receiptRef, 1_000)
  const { id, ...sold } = await sell('points', 1_000, { paid: 50n })
  expect(sold).toMatchObject({ discountMinor: 10_000n, pointsRedeemed: 50n })
  const back = { purchase: { id }, reason: 'returned', idempotencyKey: 'back', amount: roubles(300) }
  await refundPurchase(context, back)
  const bills = { net: 900, gross: 1_000, points: 900 }
  const rows = Object.entries(bills).map(([receipt, total]) => `${receipt},${localDay(-5)},${total}`)
  const file = ['receipt,date,total', ...rows, `points,${localDay(0)},-300`].join('\n')
  const { reconciliation } = await reconcileSales(context, {
    file: {
      async *open() {
        yield Buffer.from(file)
      },
    },
  })
  const lines = await database.store.prisma.reconciliationLine.findMany({
    where: { reconciliationId: reconciliation.id },
    orderBy: { position: 'asc' },
  })
  expect(lines.map(({ kind, receiptRef, recordedMinor }) => [kind, receiptRef, recordedMinor])).toEqual([
    ['MATCHED', 'net', 90_000n],
    ['AMOUNT_DIFFERS', 'gross', 90_000n],
    ['MATCHED', 'points', 90_000n],
    ['MATCHED', 'points', -30_000n],
    ['MISSING_THERE', 'only here', 90_000n],
  ])
})

test('a late sale of a file is recorded at what was paid: nothing is taken off it again, and what earns still earns', async () => {
  const town = await aCoalition({ openedDaysAgo: 90 })
    .withMember('wash')
    .withCustomer('Anna', { phone: '+79001234567' })
    .open(database.store)
  const { context } = town.member('wash')
  await aRunningRule(town, 'wash', { give: [{ kind: 'DISCOUNT_FIXED', amountMinor: minor(10_000n) }] })
  await aRunningRule(town, 'wash')
  const rows = `late,${localDay(-5)},900,+79001234567`
  const { reconciliation } = await reconcileSales(context, {
    file: {
      async *open() {
        yield Buffer.from(`receipt,date,total,customer\n${rows}`)
      },
    },
  })
  const [late] = await recordLateSales(context, { reconciliationId: reconciliation.id, positions: [1] })
  expect(late?.purchase).toMatchObject({ totalMinor: 90_000n, discountMinor: 0n, pointsEarned: 45n + 90n })
})
