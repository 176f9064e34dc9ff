import { points } from '@artel/ledger'
import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureHold } from '../hold/capture-hold.ts'
import { createHold } from '../hold/create-hold.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { aHold, aSale, roubles } from '../testing/sales.ts'
import { recordPurchase } from './record-purchase.ts'

let database: TestDatabase
let town: BuiltCoalition
let fn: string
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Boris')
    .withCustomer('Clara')
    .open(database.store)
  fn = (await aDrive(town)).fn
  // Points to hold.
  await recordPurchase(wash(), aSale(town.customer('Boris')))
})
afterAll(() => database.drop())

const wash = () => town.member('wash').context
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const sold = (receipt: string, who = 'Boris', at = wash()) =>
  recordPurchase(at, aSale(town.customer(who), { fiscal: fiscalOf(receipt) }))

const captured = async (receipt: string, at = wash()) => {
  const { hold } = await createHold(at, aHold(town.customer('Boris'), { points: points(10n) }))
  return captureHold(at, {
    ...{ holdId: hold.id, receiptRef: uuidv7(), total: roubles(1000), fiscal: fiscalOf(receipt) },
    idempotencyKey: uuidv7(),
  })
}

describe('a fiscal receipt of a purchase', () => {
  it('is recorded once in the coalition, however it is padded, and the sale has no other way around', async () => {
    const receipt = aReceipt(fn, { i: '77', fp: '123' })
    const { purchase } = await sold(receipt)
    const padded = { fn, i: '0000000077', fp: '0000000123' }
    const again = recordPurchase(wash(), aSale(town.customer('Clara'), { fiscal: padded }))
    expect(await refusalOf(again)).toMatchObject({ code: 'FISCAL_RECEIPT_USED', purchaseId: purchase.id })
  })

  it("is not one of another member's till", async () => {
    expect(await refusalOf(sold(aReceipt(fn), 'Boris', town.member('cafe').context))).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: ['fiscal', 'fn'] },
    })
    await sold(aReceipt('8888888888888888'), 'Boris', town.member('cafe').context)
  })

  it('is refused at its part when it is none', async () => {
    const fiscal = { fn, i: '0', fp: '1' }
    const sale = recordPurchase(wash(), aSale(town.customer('Boris'), { fiscal }))
    expect(await refusalOf(sale)).toMatchObject({ code: 'INVALID_INPUT', path: ['fiscal', 'i'] })
  })

  it('is taken with a captured hold too: it closes a claim that waits, and is recorded once', async () => {
    const [receipt, other] = [aReceipt(fn), aReceipt(fn)]
    const { receiptClaim } = await aClaim(customerAt(town, 'Clara'), receipt)
    const { purchase } = await captured(receipt)
    expect(purchase.fiscalReceipt).toBe(receiptClaim.receipt)
    const row = await database.store.prisma.receiptClaim.findFirstOrThrow({ where: { id: receiptClaim.id } })
    expect(row).toMatchObject({ recordedId: purchase.id, recordedAt: expect.any(Date) })
    expect(await refusalOf(sold(receipt))).toMatchObject({ code: 'FISCAL_RECEIPT_USED' })
    await sold(other)
    expect(await refusalOf(captured(other))).toMatchObject({ code: 'FISCAL_RECEIPT_USED', path: ['fiscal'] })
    const cafe = town.member('cafe').context
    expect(await refusalOf(captured(aReceipt(fn), cafe))).toMatchObject({ path: ['fiscal', 'fn'] })
    expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
  })
})
