import { openStore, type Store, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { aSale } from '../testing/sales.ts'
import { confirmReceiptClaim } from './confirm-receipt-claim.ts'
import { declineReceiptClaim } from './decline-receipt-claim.ts'

const ROUNDS = 10

let database: TestDatabase
/** A second process: it has a pool, lanes and caches of its own. */
let other: Store
let town: BuiltCoalition
let fn: string
beforeAll(async () => {
  database = await createTestDatabase()
  other = await openStore({ databaseUrl: database.databaseUrl })
  town = await aCoalition().withMember('wash').withCustomer('Anna').withCustomer('Boris').open(database.store)
  fn = (await aDrive(town)).fn
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

const elsewhere = (context: Context): Context => ({ ...context, store: other })
const wash = () => town.member('wash').context
const confirm = (id: string, context = wash()) =>
  confirmReceiptClaim(context, { id, idempotencyKey: uuidv7() })
const sold = (receipt: string, context = wash(), who = 'Boris') =>
  recordPurchase(context, aSale(town.customer(who), { fiscal: fiscalOf(receipt) }))
const salesOf = (receipt: string) => {
  const { fn: drive, i, fp } = fiscalOf(receipt)
  return database.store.prisma.purchase.findMany({ where: { fiscalReceipt: `${drive}-${i}-${fp}` } })
}
const reasons = (ended: readonly PromiseSettledResult<unknown>[]) =>
  ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
const sound = async () => (await verify({ databaseUrl: database.databaseUrl })).findings

it('of claims of one receipt at one instant over two processes one stands for each customer', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const receipt = aReceipt(fn)
    const ended = await Promise.allSettled([
      aClaim(customerAt(town, 'Anna'), receipt),
      aClaim(elsewhere(customerAt(town, 'Boris')), receipt),
      aClaim(customerAt(town, 'Boris'), receipt),
      aClaim(elsewhere(customerAt(town, 'Anna')), receipt),
    ])
    const won = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value.receiptClaim] : []))
    const [anna, boris] = [town.customer('Anna').id, town.customer('Boris').id]
    expect(won.map(({ customerId }) => customerId).sort()).toEqual([anna, boris].sort())
    for (const error of reasons(ended))
      expect(error).toMatchObject({ code: 'RECEIPT_NOT_CLAIMABLE', bar: 'CLAIMED' })
    for (const { id } of won) await declineReceiptClaim(wash(), { id, reason: 'A race' })
  }
})

it('of yeses to claims of one receipt at one instant over two processes one is recorded, and ends the rest', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const receipt = aReceipt(fn)
    const other = receipt.replace(/fp=[0-9]+/, 'fp=1')
    const claims = [
      (await aClaim(customerAt(town, 'Anna'), receipt)).receiptClaim.id,
      (await aClaim(customerAt(town, 'Boris'), other)).receiptClaim.id,
    ] as const
    await Promise.allSettled([confirm(claims[0]), confirm(claims[1], elsewhere(wash()))])
    const sales = await database.store.prisma.receiptClaim.findMany({ where: { id: { in: [...claims] } } })
    expect(sales.filter(({ confirmedAt }) => confirmedAt !== null)).toHaveLength(1)
    const [loser] = sales.filter(({ confirmedAt }) => confirmedAt === null)
    const won = sales.find(({ confirmedAt }) => confirmedAt !== null)?.purchaseId
    expect(loser).toMatchObject({ recordedId: won, purchaseId: null, takenAt: null })
  }
  expect(await sound()).toEqual([])
})

it('of a claim and the sale of a till at one instant the sale stands, and the claim knows', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const receipt = aReceipt(fn)
    const [claimed, recorded] = await Promise.allSettled([
      aClaim(customerAt(town, 'Anna'), receipt),
      sold(receipt, elsewhere(wash())),
    ])
    expect(recorded.status).toBe('fulfilled')
    if (claimed.status === 'rejected')
      expect(claimed.reason).toMatchObject({ code: 'RECEIPT_NOT_CLAIMABLE', bar: 'RECORDED' })
    else {
      const { id } = claimed.value.receiptClaim
      const row = await database.store.prisma.receiptClaim.findFirstOrThrow({ where: { id } })
      expect(row.recordedId).toBe((await salesOf(receipt))[0]?.id)
    }
  }
  expect(await sound()).toEqual([])
})

it('of a yes and the sale of a till at one instant one is recorded, and the other is told of it', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const receipt = aReceipt(fn)
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), receipt)
    const ended = await Promise.allSettled([confirm(receiptClaim.id), sold(receipt, elsewhere(wash()))])
    const sales = await salesOf(receipt)
    expect(sales).toHaveLength(1)
    const [error, ...more] = reasons(ended)
    expect(more).toEqual([])
    const isTold = error.code === 'FISCAL_RECEIPT_USED' && error.purchaseId === sales[0]?.id
    expect(isTold || error.bar === 'RECORDED').toBe(true)
  }
  expect(await sound()).toEqual([])
})

it('of sales with one receipt at one instant one is recorded, in one batch and over two', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const receipt = aReceipt(fn)
    const ended = await Promise.allSettled([
      sold(receipt),
      sold(receipt, wash(), 'Anna'),
      sold(receipt, elsewhere(wash())),
      sold(receipt, elsewhere(wash()), 'Anna'),
    ])
    const [sale, ...more] = await salesOf(receipt)
    expect(more).toEqual([])
    expect(reasons(ended)).toHaveLength(3)
    for (const error of reasons(ended))
      expect(error).toMatchObject({ code: 'FISCAL_RECEIPT_USED', purchaseId: sale?.id })
  }
})

it('of yeses, and of a yes and a no, at one instant one counts', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const receipt = aReceipt(fn)
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), receipt)
    const { id } = receiptClaim
    const [yes, yesElsewhere, no] = await Promise.allSettled([
      confirm(id),
      confirm(id, elsewhere(wash())),
      declineReceiptClaim(elsewhere(wash()), { id, reason: 'A race' }),
    ])
    const isYes = [yes, yesElsewhere].some(({ status }) => status === 'fulfilled')
    expect(no.status).toBe(isYes ? 'rejected' : 'fulfilled')
    expect(await salesOf(receipt)).toHaveLength(isYes ? 1 : 0)
  }
  expect(await sound()).toEqual([])
})
