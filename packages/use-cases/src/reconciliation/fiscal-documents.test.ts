import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { confirmReceiptClaim } from '../receipt-claim/confirm-receipt-claim.ts'
import { declineReceiptClaim } from '../receipt-claim/decline-receipt-claim.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { localDay } from '../testing/local-days.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { reconcileSales } from './reconcile-sales.ts'
import { recordLateSales } from './record-late-sales.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const aTown = () =>
  aCoalition({ openedDaysAgo: 20 })
    .withMember('wash')
    .withCustomer('Anna', { reference: 'client-7' })
    .open(database.store)

const wash = (town: BuiltCoalition) => town.member('wash').context

/** A list of an operator of fiscal data: numbers of documents alone, padded as it likes. */
async function listed(town: BuiltCoalition, ...rows: readonly string[]) {
  const text = ['№ ФД;Признак расчета;Дата и время;Сумма, руб.;Покупатель', ...rows].join('\n')
  const file = {
    async *open() {
      yield Buffer.from(text)
    },
  }
  const { reconciliation } = await reconcileSales(wash(town), { file })
  const { id } = reconciliation
  const lines = await database.store.prisma.reconciliationLine.findMany({
    where: { coalitionId: town.id, reconciliationId: id },
    orderBy: { position: 'asc' },
  })
  return { id, kinds: lines.map(({ kind }) => kind), purchases: lines.map(({ purchaseId }) => purchaseId) }
}

const row = (no: string, total: string, daysAgo = 1) => {
  const [year, month, day] = localDay(-daysAgo).split('-')
  return `${no};Приход;${day}.${month}.${year} 12:00;${total};client-7`
}
const yesterday = () => new Date(Date.now() - 86_400_000)
const confirm = (town: BuiltCoalition, id: string) =>
  confirmReceiptClaim(wash(town), { id, idempotencyKey: uuidv7() })
const late = async (town: BuiltCoalition, reconciliationId: string, ...positions: number[]) =>
  (await recordLateSales(wash(town), { reconciliationId, positions })).map(
    ({ purchase, refusal }) => purchase?.receiptRef ?? refusal?.code,
  )

it('a confirmed claim is the row of its document, whatever the customer said of the sum', async () => {
  const town = await aTown()
  const { fn } = await aDrive(town)
  const claimed = async (i: string, s: string) => {
    const receipt = aReceipt(fn, { i, s, at: yesterday() })
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), receipt)
    return (await confirm(town, receiptClaim.id)).purchase.id
  }
  const [one, two] = [await claimed('12345', '1000.00'), await claimed('12346', '5000.00')]
  const list = await listed(town, row('0012345', '1000,00'), row('12346', '700,00'), row('12347', '50,00'))
  expect(list.kinds).toEqual(['MATCHED', 'AMOUNT_DIFFERS', 'MISSING_HERE'])
  expect(list.purchases).toEqual([one, two, null])
})

it('a sale of a till is the row of its document, of that sum and time', async () => {
  const town = await aTown()
  const { fn } = await aDrive(town)
  const sell = (i: string, total: number, days: number) =>
    recordPurchase(wash(town), {
      ...aSale(town.customer('Anna'), { fiscal: fiscalOf(aReceipt(fn, { i })), total: roubles(total) }),
      occurredAt: new Date(Date.now() - days * 86_400_000),
    })
  await sell('501', 1_000, 1)
  // Another till has the number, for another sum; and a drive before had it, long ago.
  await sell('502', 300, 1)
  await sell('503', 1_000, 9)
  const list = await listed(town, row('501', '1000,00'), row('502', '1000,00'), row('503', '1000,00'))
  expect(list.kinds).toEqual(['MATCHED', 'MISSING_HERE', 'MISSING_HERE', 'MISSING_THERE'])
})

it('a late sale of a document that a claim waits for, or was confirmed since, is shown and not recorded', async () => {
  const town = await aTown()
  const { fn } = await aDrive(town)
  const claim = (i: string) => aClaim(customerAt(town, 'Anna'), aReceipt(fn, { i, at: yesterday() }))
  const [waiting, meanwhile, declined] = [await claim('701'), await claim('702'), await claim('703')]
  const list = await listed(town, row('701', '1000,00'), row('702', '1000,00'), row('703', '1000,00'))
  expect(list.kinds).toEqual(['MISSING_HERE', 'MISSING_HERE', 'MISSING_HERE'])
  await confirm(town, meanwhile.receiptClaim.id)
  await declineReceiptClaim(wash(town), { id: declined.receiptClaim.id, reason: 'Paid by a card of another' })
  expect(await late(town, list.id, 1, 2, 3)).toEqual(['INVALID_INPUT', 'RECEIPT_ALREADY_USED', '703'])
  const { purchase } = await confirm(town, waiting.receiptClaim.id)
  expect(await late(town, list.id, 1, 3)).toEqual(['RECEIPT_ALREADY_USED', '703'])
  const count = await database.store.prisma.purchase.count({ where: { coalitionId: town.id } })
  expect([count, purchase.totalMinor]).toEqual([3, 100_000n])
})
