import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aDrive, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { aSale } from '../testing/sales.ts'
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
})
afterAll(() => database.drop())

const wash = () => town.member('wash').context
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const sold = (receipt: string, who = 'Boris', at = wash()) =>
  recordPurchase(at, aSale(town.customer(who), { fiscal: fiscalOf(receipt) }))

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
})
