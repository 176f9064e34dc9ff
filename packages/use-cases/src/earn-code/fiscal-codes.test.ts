import { createTestDatabase, holdTable, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginImport } from '../import/begin-import.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { confirmReceiptClaim } from '../receipt-claim/confirm-receipt-claim.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aDriveNumber, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { anEarnCode, customerAt } from '../testing/an-earn-code.ts'
import { checkedImport, untilStill } from '../testing/import-files.ts'
import { localDay, noonOf } from '../testing/local-days.ts'
import { aDoor } from '../testing/people.ts'
import { aSale } from '../testing/sales.ts'
import { claimEarnCode } from './claim-earn-code.ts'
import { revokeEarnCode } from './revoke-earn-code.ts'

let database: TestDatabase
let town: BuiltCoalition
let fn: string
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ openedDaysAgo: 90, terms: { lateDays: 30 } })
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna', { reference: 'anna' })
    .withCustomer('Boris')
    .open(database.store)
  fn = (await aDrive(town)).fn
})
afterAll(() => database.drop())

const wash = () => town.member('wash').context
const use = (code: string, who = 'Anna') =>
  claimEarnCode(customerAt(town, who), { code, idempotencyKey: uuidv7() }, aDoor())
const confirm = (id: string) => confirmReceiptClaim(wash(), { id, idempotencyKey: uuidv7() })
const refusalOf = (verb: Promise<unknown>) => verb.then(() => undefined).catch((error: unknown) => error)
const claimed = async (receipt: string) => (await aClaim(customerAt(town, 'Boris'), receipt)).receiptClaim
const coded = (receipt: string) => anEarnCode(town, { fiscal: fiscalOf(receipt) })
const salesOf = (receipt: string) => {
  const { fn: drive, i } = fiscalOf(receipt)
  const where = { coalitionId: town.id, fiscalReceipt: { startsWith: `${drive}-${i}-` } }
  return database.store.prisma.purchase.count({ where })
}
const used = { code: 'EARN_CODE_NOT_USABLE', bar: 'USED' }

it('the purchase of a code has its fiscal receipt, and closes the claims of it, made before the code or after', async () => {
  const receipt = aReceipt(fn)
  const before = await claimed(receipt)
  const { code } = await coded(receipt)
  const { receiptClaim: after } = await aClaim(customerAt(town, 'Anna'), receipt)
  const { purchase } = await use(code)
  expect(purchase.fiscalReceipt).toBe(before.receipt)
  for (const { id } of [before, after])
    expect(await refusalOf(confirm(id))).toMatchObject({ code: 'RECEIPT_NOT_CLAIMABLE', bar: 'RECORDED' })
  expect(await refusalOf(claimed(receipt))).toMatchObject({ bar: 'RECORDED' })
  expect(await salesOf(receipt)).toBe(1)
})

it('a yes before the code is claimed uses the code up', async () => {
  const receipt = aReceipt(fn)
  const { code } = await coded(receipt)
  await confirm((await claimed(receipt)).id)
  expect(await refusalOf(use(code))).toMatchObject(used)
  expect(await salesOf(receipt)).toBe(1)
})

it('of the code and a yes at one instant one earns', async () => {
  for (let round = 0; round < 5; round += 1) {
    const receipt = aReceipt(fn)
    const [{ code }, { id }] = [await coded(receipt), await claimed(receipt)]
    const ended = await Promise.allSettled([use(code), confirm(id)])
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await salesOf(receipt)).toBe(1)
  }
})

it('a code is not issued for a receipt that has its purchase, nor for one of another till, and one at a time', async () => {
  const receipt = aReceipt(fn)
  const { purchase } = await recordPurchase(
    wash(),
    aSale(town.customer('Anna'), { fiscal: fiscalOf(receipt) }),
  )
  const resigned = receipt.replace(/fp=[0-9]+/, 'fp=1')
  expect(await refusalOf(coded(resigned))).toMatchObject({
    ...{ code: 'FISCAL_RECEIPT_USED', purchaseId: purchase.id },
  })
  const foreign = { fiscal: fiscalOf(aReceipt(fn)) }
  expect(await refusalOf(anEarnCode(town, foreign, 'cafe'))).toMatchObject({ path: ['fiscal', 'fn'] })
  const nobodys = aReceipt(aDriveNumber())
  const { earnCode } = await coded(nobodys)
  expect(await refusalOf(coded(nobodys))).toMatchObject({
    ...{ code: 'ALREADY_EXISTS', path: ['fiscal'], existingId: earnCode.id },
  })
  await revokeEarnCode(wash(), { id: earnCode.id })
  await coded(nobodys)
})

it('a code of a bill under the number of a document of which a claim was confirmed is used', async () => {
  const { code } = await anEarnCode(town, { receiptRef: '0004711' })
  await confirm((await claimed(aReceipt(fn, { i: '4711' }))).id)
  expect(await refusalOf(use(code))).toMatchObject(used)
})

it('a code with a receipt is used where its sale was recorded under the number of the document alone', async () => {
  const receipt = aReceipt(fn, { i: '4712' })
  const { code } = await coded(receipt)
  await recordPurchase(wash(), aSale(town.customer('Boris'), { receiptRef: '0004712' }))
  expect(await refusalOf(use(code))).toMatchObject(used)
  expect(await salesOf(receipt)).toBe(0)
})

it('of a row of a file and a yes to the receipt of its sale that comes while the row is on its way one earns', async () => {
  const day = localDay(-1)
  const text = `Номер чека;Дата;Сумма;Телефон\n5001;${day} 12:00;1000,00;anna\n`
  const checked = await checkedImport(wash(), { kind: 'PURCHASES', text })
  expect(checked).toMatchObject({ state: 'CHECKED', added: 1 })
  await beginImport(wash(), { importId: checked.id })
  const held = await holdTable(database.databaseUrl, 'customer_reference', 'READERS')
  const running = untilStill(wash(), town.id, checked.id)
  await held.waitedFor()
  const { purchase } = await confirm((await claimed(aReceipt(fn, { i: '5001', at: noonOf(day) }))).id)
  await held.letGo()
  expect(await running).toMatchObject({ state: 'DONE', added: 0, faults: 1 })
  const where = { coalitionId: town.id, receiptRef: { in: ['5001', purchase.receiptRef] } }
  expect(await database.store.prisma.purchase.count({ where })).toBe(1)
})

it('the books are sound after all of it', async () => {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl })).findings).toEqual([])
})
