import { points } from '@artel/ledger'
import { addDays, startOfDay } from '@artel/rules'
import type { TransactionClient } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveLateSale } from '../purchase/approve-sale.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, aSale, type BuiltCoalition, roubles } from '../testing/index.ts'
import { localDay, noonOf, TIME_ZONE } from '../testing/local-days.ts'
import { reconcileSales, type SalesFile } from './reconcile-sales.ts'
import { recordLateSales } from './record-late-sales.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const csv = (...rows: string[]): SalesFile => fileOf(['receipt,date,total,customer', ...rows].join('\n'))
const fileOf = (text: string): SalesFile => ({
  async *open() {
    yield Buffer.from(text)
  },
})

async function town(): Promise<BuiltCoalition> {
  const phone = '+79001234567'
  return aCoalition({ openedDaysAgo: 90 })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna', { phone, reference: 'client-7' })
    .open(database.store)
}

/** First day of a past that is not too late to be handed in; days are counted from it. */
const FIRST_DAY = localDay(-20)
const dateText = (day: number) => addDays(FIRST_DAY, day)
const startOf = (day: number): Date => startOfDay(dateText(day), TIME_ZONE)

function sell(built: BuiltCoalition, receiptRef: string, total: number, day: number, at = 'wash') {
  const occurredAt = noonOf(dateText(day))
  return recordPurchase(
    built.member(at).context,
    aSale(built.customer('Anna'), { receiptRef, total: roubles(total), occurredAt }),
  )
}

const linesOf = async (built: BuiltCoalition, reconciliationId: string) =>
  (
    await database.store.prisma.reconciliationLine.findMany({
      where: { coalitionId: built.id, reconciliationId },
      orderBy: { position: 'asc' },
    })
  ).map(({ kind, fileLine, receiptRef, totalMinor, recordedMinor, firstLine }) => [
    kind,
    fileLine,
    receiptRef,
    totalMinor,
    recordedMinor,
    firstLine,
  ])

test('every row is matched, missing here, different, twice or unreadable, and what the file lacks is missing there', async () => {
  const built = await town()
  await sell(built, 'A-1', 1_000, 5)
  await sell(built, 'A-2', 500, 5)
  await sell(built, 'only here', 700, 7)
  await sell(built, 'the day before', 700, 4)
  await sell(built, 'B-9', 300, 6, 'parts')
  const { reconciliation, replayed } = await reconcileSales(built.member('wash').context, {
    file: csv(
      `A-1,${dateText(5)},1000.00,x`,
      `A-2,${dateText(5)},500.50,x`,
      `A-1,${dateText(6)},1000,x`,
      `A-3,${dateText(6)} 12:00,200,client-7`,
      'A-4,soon,200,x',
      `B-9,${dateText(7)},300,x`,
    ),
  })
  expect(replayed).toBe(false)
  expect(await linesOf(built, reconciliation.id)).toEqual([
    ['MATCHED', 2, 'A-1', 100_000n, 100_000n, null],
    ['AMOUNT_DIFFERS', 3, 'A-2', 50_050n, 50_000n, null],
    ['DUPLICATE', 4, 'A-1', 100_000n, 100_000n, 2],
    ['MISSING_HERE', 5, 'A-3', 20_000n, null, null],
    ['UNREADABLE', 6, null, null, null, null],
    // The other member's receipt is nothing of this one's.
    ['MISSING_HERE', 7, 'B-9', 30_000n, null, null],
    ['MISSING_THERE', null, 'only here', null, 70_000n, null],
  ])
  expect(reconciliation).toMatchObject({
    ...{
      rowCount: 6,
      matched: 1,
      missingHere: 2,
      missingThere: 1,
      amountDiffers: 1,
      duplicates: 1,
      unreadable: 1,
    },
    ...{ fromAt: startOf(5), toAt: startOf(8) },
  })
})

test('a customer is remembered only where the sale may still be recorded', async () => {
  const built = await town()
  await sell(built, 'A-1', 1_000, 5)
  const { reconciliation } = await reconcileSales(built.member('wash').context, {
    file: csv(`A-1,${dateText(5)},1000,+79001234567`, `A-2,${dateText(5)},1000,+79001234567`),
  })
  const kept = await database.store.prisma.reconciliationLine.findMany({
    where: { reconciliationId: reconciliation.id },
    orderBy: { position: 'asc' },
  })
  expect(kept.map(({ customerKey }) => customerKey)).toEqual([null, '+79001234567'])
})

test('returns are held against refunds: each refund once, or all together; what lacks a return is missing there', async () => {
  const built = await town()
  const { context } = built.member('wash')
  const refund = async (receiptRef: string, ...amounts: number[]) => {
    const { purchase } = await sell(built, receiptRef, 1_000, 5)
    for (const [at, amount] of amounts.entries())
      await refundPurchase(context, {
        purchase: { id: purchase.id },
        amount: roubles(amount),
        reason: 'returned',
        idempotencyKey: `${receiptRef}-${at}`,
      })
  }
  await refund('one', 300)
  await refund('two alike', 200, 200)
  await refund('summed', 100, 150)
  await refund('none')
  await refund('not told', 400)
  const receipts = ['one', 'two alike', 'summed', 'none', 'not told']
  const tomorrow = localDay(1)
  const returns = ['one,-300', 'one,-300', 'two alike,-200', 'two alike,-200', 'summed,-250', 'none,-50']
  const { reconciliation } = await reconcileSales(context, {
    file: csv(
      ...receipts.map((receipt) => `${receipt},${dateText(5)},1000,`),
      ...returns.map((text) => text.replace(',', `,${tomorrow},`)).map((text) => `${text},`),
    ),
  })
  expect((await linesOf(built, reconciliation.id)).slice(5)).toEqual([
    ['MATCHED', 7, 'one', -30_000n, -30_000n, null],
    ['DUPLICATE', 8, 'one', -30_000n, -30_000n, 7],
    ['MATCHED', 9, 'two alike', -20_000n, -20_000n, null],
    ['MATCHED', 10, 'two alike', -20_000n, -20_000n, null],
    ['MATCHED', 11, 'summed', -25_000n, -25_000n, null],
    ['AMOUNT_DIFFERS', 12, 'none', -5_000n, 0n, null],
    ['MISSING_THERE', null, 'not told', null, -40_000n, null],
  ])
})

test('the same file again is the same run, also when two hand it in at once; a byte more is another', async () => {
  const built = await town()
  const { context } = built.member('wash')
  const rows = Array.from({ length: 50 }, (_, at) => `R-${at},${dateText(5)},100,`)
  const both = await Promise.all([
    reconcileSales(context, { file: csv(...rows) }),
    reconcileSales(context, { file: csv(...rows) }),
  ])
  const again = await reconcileSales(context, { file: csv(...rows) })
  expect(new Set([...both, again].map(({ reconciliation }) => reconciliation.id)).size).toBe(1)
  expect(again.replayed).toBe(true)
  expect(both.filter(({ replayed }) => !replayed)).toHaveLength(1)
  const more = await reconcileSales(context, { file: csv(...rows, '') })
  expect(more.replayed).toBe(false)
  const lines = await database.store.prisma.reconciliationLine.groupBy({
    by: ['reconciliationId'],
    where: { coalitionId: built.id },
    _count: true,
  })
  expect(lines.map(({ _count }) => _count)).toEqual([50, 50])
})

test('thousands of rows cost two queries a thousand, and a receipt that comes twice far apart is found', async () => {
  const built = await town()
  await Promise.all(Array.from({ length: 300 }, (_, at) => sell(built, `R-${at * 10}`, 100, 5)))
  const rows = Array.from({ length: 4_500 }, (_, at) => `R-${at < 4_499 ? at : 0},${dateText(5)},100,`)
  const queries: unknown[] = []
  const progress: number[] = []
  const counted = new Set<TransactionClient>()
  const countOn = (client: TransactionClient) => {
    if (counted.has(client)) return
    counted.add(client)
    const query = client.query.bind(client)
    Object.assign(client, {
      query: (...args: Parameters<typeof query>) => {
        queries.push(args[0])
        return query(...args)
      },
    })
  }
  const { pool } = database.store
  pool.on('acquire', countOn)
  const { reconciliation } = await reconcileSales(built.member('wash').context, {
    file: csv(...rows),
    onProgress: (done) => progress.push(done),
  })
  pool.off('acquire', countOn)
  expect(reconciliation).toMatchObject({ rowCount: 4_500, matched: 300, missingHere: 4_199, duplicates: 1 })
  expect(progress).toEqual([1_000, 2_000, 3_000, 4_000, 4_500])
  // Two for each thousand rows, one for the receipt that came before, one for what the file lacks; what is read around
  // the whole depends on how long ago it was read.
  const textOf = (query: unknown) => (typeof query === 'string' ? query : (query as { text: string }).text)
  const ofRows = queries.map(textOf).filter((text) => /reconciliation_line|join purchase/.test(text))
  expect(ofRows).toHaveLength(5 * 2 + 1 + 1)
})

test('a file that is no sales file leaves nothing behind', async () => {
  const built = await town()
  const { context } = built.member('wash')
  await expect(reconcileSales(context, { file: fileOf('a,b\n1,2') })).rejects.toMatchObject({
    code: 'UNREADABLE_FILE',
  })
  const rows = Array.from({ length: 1_500 }, (_, at) => `R-${at},${dateText(5)},100,`)
  await expect(reconcileSales(context, { file: csv(...rows, '"never closed') })).rejects.toMatchObject({
    code: 'UNREADABLE_FILE',
  })
  const of = { where: { coalitionId: built.id } }
  expect(await database.store.prisma.reconciliationLine.count(of)).toBe(0)
  expect(await database.store.prisma.reconciliation.count(of)).toBe(0)
})

describe('who may', () => {
  test('a member for itself, an administrator for any member, nobody for another coalition', async () => {
    const built = await town()
    const other = await town()
    const file = csv(`A-1,${dateText(5)},1000,`)
    const parts = built.member('parts').id
    const asked = (context: BuiltCoalition['adminContext'], memberId?: string) =>
      reconcileSales(context, { file, ...(memberId === undefined ? {} : { memberId }) })
    expect((await asked(built.adminContext, parts)).reconciliation.memberId).toBe(parts)
    await expect(asked(built.adminContext)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(asked(built.member('wash').context, parts)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(asked(other.adminContext, parts)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const stranger = { store: database.store, principal: { kind: 'anonymous' } } as const
    await expect(asked(stranger)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('recordLateSales', () => {
  test('records what was missing at its own time, once, for a customer known by reference or phone', async () => {
    const built = await town()
    const { context } = built.member('wash')
    const { reconciliation } = await reconcileSales(context, {
      file: csv(
        `A-1,${dateText(5)} 12:00,1000,client-7`,
        `A-2,${dateText(6)},2000,8 (900) 123-45-67`,
        `A-3,${dateText(6)},2000,nobody`,
        `A-4,${dateText(6)},-500,client-7`,
        `A-5,${dateText(6)},10,client-7`,
      ),
    })
    await sell(built, 'A-5', 99, 6)
    const ask = { reconciliationId: reconciliation.id, positions: [1, 2, 3, 4, 5] }
    const late = await recordLateSales(context, ask)
    expect(late.map(({ purchase, refusal }) => purchase?.receiptRef ?? refusal?.code)).toEqual([
      'A-1',
      'A-2',
      'NOT_FOUND',
      'INVALID_INPUT',
      'RECEIPT_ALREADY_USED',
    ])
    expect(late[0]?.purchase).toMatchObject({
      ...{ occurredAt: noonOf(dateText(5)), totalMinor: 100_000n, pointsEarned: 50n },
      customerId: built.customer('Anna').id,
    })
    const again = await recordLateSales(context, ask)
    expect(again.map(({ purchase, replayed }) => [purchase?.id, replayed])).toEqual([
      [late[0]?.purchase?.id, true],
      [late[1]?.purchase?.id, true],
      [undefined, false],
      [undefined, false],
      [undefined, true],
    ])
    const wallet = await database.store.prisma.customerAccount.findFirstOrThrow({
      where: { coalitionId: built.id, customerId: built.customer('Anna').id },
    })
    expect(points(wallet.posted)).toBe(50n + 100n + 4n)
  })

  test('records a sale that was too late once the coalition has approved it, and not again', async () => {
    const built = await aCoalition({ openedDaysAgo: 90, terms: { lateDays: 3 } })
      .withMember('wash')
      .withCustomer('Anna', { reference: 'client-7' })
      .open(database.store)
    const { context, id: memberId } = built.member('wash')
    const { reconciliation } = await reconcileSales(context, {
      file: csv(`L-1,${dateText(5)},1000,client-7`),
    })
    const asking = async () => {
      const [late] = await recordLateSales(context, { reconciliationId: reconciliation.id, positions: [1] })
      return [late?.refusal?.code, late?.purchase?.pointsEarned, late?.replayed]
    }
    expect(await asking()).toEqual(['SALE_TOO_LATE', undefined, false])
    expect(await asking()).toEqual(['SALE_TOO_LATE', undefined, true])
    await approveLateSale(built.adminContext, { memberId, receiptRef: 'L-1', reason: 'The till was broken' })
    expect(await asking()).toEqual([undefined, 50n, false])
    expect(await asking()).toEqual([undefined, 50n, true])
  })

  test('finds neither the run of another member nor a line that is not missing here', async () => {
    const built = await town()
    await sell(built, 'A-1', 1_000, 5)
    const { context } = built.member('wash')
    const { reconciliation } = await reconcileSales(context, {
      file: csv(`A-1,${dateText(5)},1000,client-7`),
    })
    const ask = { reconciliationId: reconciliation.id, positions: [1] }
    await expect(recordLateSales(context, ask)).rejects.toMatchObject({ what: 'reconciliationLine' })
    await expect(recordLateSales(built.member('parts').context, ask)).rejects.toMatchObject({
      what: 'reconciliation',
    })
    await expect(recordLateSales(built.adminContext, ask)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
