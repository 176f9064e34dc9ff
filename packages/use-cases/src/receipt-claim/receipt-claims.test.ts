import { type Store, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { closeFiscalDrive } from '../fiscal-drive/close-fiscal-drive.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { confirmReceiptClaim } from './confirm-receipt-claim.ts'
import { declineReceiptClaim } from './decline-receipt-claim.ts'
import { readReceiptClaims } from './read-receipt-claims.ts'
import { stateOfReceiptClaim } from './state-of.ts'

const DAY_SECONDS = 86_400
const DAY_MS = DAY_SECONDS * 1_000

let database: TestDatabase
let store: Store
let town: BuiltCoalition
let fn: string
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  town = await aTown()
  fn = (await aDrive(town)).fn
})
afterAll(() => database.drop())

const aTown = () =>
  aCoalition({ openedDaysAgo: 20 })
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .withCustomer('Clara')
    .open(store)

const wash = () => town.member('wash').context
const confirm = (id: string, context: Context = wash(), key: string = uuidv7()) =>
  confirmReceiptClaim(context, { id, idempotencyKey: key })
const decline = (id: string, context: Context = wash()) =>
  declineReceiptClaim(context, { id, reason: 'Paid by a card of another' })
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const rowOf = (id: string) => store.prisma.receiptClaim.findFirstOrThrow({ where: { id } })
const stateOf = async (id: string) => stateOfReceiptClaim(await rowOf(id), '2000-01-01' as never)
const bar = (word: string) => ({ code: 'RECEIPT_NOT_CLAIMABLE', bar: word })
const sold = (receipt: string, who = 'Boris', at = wash()) =>
  recordPurchase(at, aSale(town.customer(who), { fiscal: fiscalOf(receipt) }))

describe('a claim is made', () => {
  it('by a customer, and proves nothing: no purchase, no points, until its member says yes', async () => {
    const at = new Date(Date.now() - 3 * DAY_MS)
    const receipt = aReceipt(fn, { s: '1234.50', at })
    const { receiptClaim, replayed } = await aClaim(customerAt(town, 'Anna', 'cafe'), receipt)
    const { id } = receiptClaim
    expect([replayed, await stateOf(id)]).toEqual([false, 'PENDING'])
    expect(receiptClaim).toMatchObject({
      ...{ memberId: town.member('wash').id, totalMinor: 123_450n, claimedById: null, purchaseId: null },
      occurredAt: new Date(Math.floor(at.getTime() / 1_000) * 1_000),
    })
    expect(await store.prisma.purchase.count({ where: { fiscalReceipt: receiptClaim.receipt } })).toBe(0)

    const { purchase, replayed: again } = await confirm(id)
    expect(again).toBe(false)
    expect(purchase).toMatchObject({
      ...{ memberId: receiptClaim.memberId, customerId: town.customer('Anna').id, totalMinor: 123_450n },
      ...{ pointsEarned: 61n, fiscalReceipt: receiptClaim.receipt, occurredAt: receiptClaim.occurredAt },
    })
    expect(await rowOf(id)).toMatchObject({ purchaseId: purchase.id, confirmedAt: expect.any(Date) })
  })

  it('once: the same command finds it, another receipt under its key and another customer do not', async () => {
    const [anna, receipt] = [customerAt(town, 'Anna'), aReceipt(fn)]
    const first = await aClaim(anna, receipt, { key: 'claim 1' })
    const again = await aClaim(anna, receipt, { key: 'claim 1' })
    expect(again).toMatchObject({ replayed: true, receiptClaim: { id: first.receiptClaim.id } })
    expect(await refusalOf(aClaim(anna, aReceipt(fn), { key: 'claim 1' }))).toMatchObject({
      code: 'IDEMPOTENCY_KEY_MISMATCH',
    })
    const { i, fp } = fiscalOf(receipt)
    const padded = receipt.replace(`i=${i}&fp=${fp}`, `i=${i.padStart(10, '0')}&fp=${fp}`)
    for (const same of [receipt, padded])
      expect(await refusalOf(aClaim(anna, same))).toMatchObject(bar('CLAIMED'))
    await decline(first.receiptClaim.id)
  })

  it("at the member's counter for a customer, of its own tills alone", async () => {
    const [receipt, customer] = [aReceipt(fn), { id: town.customer('Clara').id }]
    const { context } = town.member('cafe')
    expect(await refusalOf(aClaim(context, receipt, { customer }))).toMatchObject(bar('UNKNOWN_TILL'))
    expect(await refusalOf(aClaim(wash(), receipt))).toMatchObject({ path: ['customer'] })
    const nobody = { customer: { id: uuidv7() } }
    expect(await refusalOf(aClaim(wash(), receipt, nobody))).toMatchObject({
      ...{ code: 'NOT_FOUND', what: 'customer' },
    })
    const foreign = aClaim(customerAt(town, 'Anna'), receipt, { customer })
    expect(await refusalOf(foreign)).toMatchObject({ code: 'NOT_FOUND', what: 'customer' })
    const { receiptClaim } = await aClaim(wash(), receipt, { customer })
    expect(receiptClaim).toMatchObject({ customerId: customer.id, claimedById: expect.any(String) })
    expect((await confirm(receiptClaim.id)).purchase.customerId).toBe(customer.id)
  })
})

describe('what is not claimed', () => {
  const refused = (receipt: string, context: Context = customerAt(town, 'Clara')) =>
    refusalOf(aClaim(context, receipt))

  it.each(['2', '3', '4'])('a receipt with n=%s', async (n) => {
    expect(await refused(aReceipt(fn, { n }))).toMatchObject(bar('NOT_A_SALE'))
  })

  it('of a till of nobody, of one that was replaced, and of one before it was in use', async () => {
    expect(await refused(aReceipt('9999999999999999'))).toMatchObject(bar('UNKNOWN_TILL'))
    const { id, fn: old, since } = await aDrive(town)
    await closeFiscalDrive(wash(), { id, until: new Date(Date.now() - DAY_MS) })
    expect(await refused(aReceipt(old))).toMatchObject(bar('UNKNOWN_TILL'))
    const earlier = new Date(since.getTime() - DAY_MS)
    expect(await refused(aReceipt(fn, { at: earlier }))).toMatchObject(bar('UNKNOWN_TILL'))
    await aClaim(customerAt(town, 'Boris'), aReceipt(old, { at: new Date(Date.now() - 2 * DAY_MS) }))
  })

  it('of another coalition, by its customer or ours', async () => {
    const other = await aTown()
    expect(await refused(aReceipt(fn), customerAt(other, 'Anna'))).toMatchObject(bar('UNKNOWN_TILL'))
    // The same number may be registered there, and is theirs.
    await aDrive(other, 'wash', fn)
    const { receiptClaim } = await aClaim(customerAt(other, 'Anna'), aReceipt(fn))
    expect(await refusalOf(confirm(receiptClaim.id))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of a member that is no longer active', async () => {
    const other = await aTown()
    const drive = await aDrive(other)
    await suspendMember(other.adminContext, { memberId: other.member('wash').id })
    expect(await refused(aReceipt(drive.fn), customerAt(other, 'Anna'))).toMatchObject(bar('UNKNOWN_TILL'))
  })

  it('from the future, of nothing, of more than there is, and malformed: refused at its part', async () => {
    const future = aReceipt(fn, { at: new Date(Date.now() + 3_600_000) })
    expect(await refused(future)).toMatchObject({ code: 'INVALID_INPUT', path: ['receipt', 't'] })
    for (const s of ['0.00', '99999999999.00', '1000'])
      expect(await refused(aReceipt(fn, { s }))).toMatchObject({ path: ['receipt', 's'] })
    expect(await refused('7K3M9')).toMatchObject({ code: 'INVALID_INPUT', path: ['receipt'] })
  })

  it('too old, or before its customer was enrolled', async () => {
    const old = new Date(Date.now() - 15 * DAY_MS)
    expect(await refused(aReceipt(fn, { at: old }))).toMatchObject(bar('TOO_OLD'))
    const before = new Date(Date.now() - 22 * DAY_MS)
    expect(await refused(aReceipt(fn, { at: before }))).toMatchObject({ code: 'SALE_BEFORE_JOINING' })
  })

  it('what a till recorded, whoever bought', async () => {
    const receipt = aReceipt(fn)
    await sold(receipt)
    for (const who of ['Boris', 'Clara'])
      expect(await refused(receipt, customerAt(town, who))).toMatchObject(bar('RECORDED'))
  })

  it('more than may wait at once', async () => {
    const other = await aTown()
    const drive = await aDrive(other)
    const anna = customerAt(other, 'Anna')
    for (let at = 0; at < 10; at += 1) await aClaim(anna, aReceipt(drive.fn))
    expect(await refused(aReceipt(drive.fn), anna)).toMatchObject(bar('TOO_MANY'))
    await aClaim(customerAt(other, 'Boris'), aReceipt(drive.fn))
  })

  it('by guessing: what is refused for what is known counts, what is malformed or good does not', async () => {
    const guesses: string[] = []
    const earnCodes = { admit: async () => undefined, countGuess: () => void guesses.push('guess') }
    const clara = { ...customerAt(town, 'Clara'), earnCodes }
    await refused('no receipt', clara)
    await aClaim(clara, aReceipt(fn))
    expect(guesses).toHaveLength(0)
    await refused(aReceipt('9999999999999999'), clara)
    const receipt = aReceipt(fn)
    await sold(receipt)
    await refused(receipt, clara)
    expect(guesses).toHaveLength(2)
    const denied = { admit: () => Promise.reject(new Error('slowed')), countGuess: () => undefined }
    expect(await refused(aReceipt(fn), { ...clara, earnCodes: denied })).toMatchObject({ message: 'slowed' })
  })
})

describe('a claim is decided', () => {
  it('once by a yes: by the same command again, and by no other', async () => {
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), aReceipt(fn))
    const { id } = receiptClaim
    expect(await refusalOf(confirm(id, town.member('cafe').context))).toMatchObject({ code: 'NOT_FOUND' })
    const first = await confirm(id, wash(), 'yes 1')
    expect(await confirm(id, wash(), 'yes 1')).toMatchObject({
      ...{ replayed: true, purchase: { id: first.purchase.id } },
    })
    expect(await refusalOf(confirm(id))).toMatchObject(bar('CONFIRMED'))
    expect(await refusalOf(decline(id))).toMatchObject(bar('CONFIRMED'))
    expect(await refusalOf(aClaim(customerAt(town, 'Boris'), aReceipt(fn, fiscalOf(''))))).toBeDefined()
  })

  it('by a no, with a reason that the customer reads; another may claim it then, the same may not', async () => {
    const receipt = aReceipt(fn)
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), receipt)
    const { id } = receiptClaim
    expect(await refusalOf(decline(id, town.member('cafe').context))).toMatchObject({ code: 'NOT_FOUND' })
    const [first, twice] = [await decline(id), await decline(id)]
    expect(first.receiptClaim).toMatchObject({ reason: 'Paid by a card of another' })
    expect(twice.receiptClaim.declinedAt).toEqual(first.receiptClaim.declinedAt)
    expect(await refusalOf(confirm(id))).toMatchObject(bar('DECLINED'))
    expect(await refusalOf(aClaim(customerAt(town, 'Anna'), receipt))).toMatchObject(bar('DECLINED'))
    const { receiptClaim: next } = await aClaim(customerAt(town, 'Boris'), receipt)
    await confirm(next.id)
    const acts = await store.prisma.auditEvent.findMany({ where: { subjectId: { in: [id, next.id] } } })
    expect(acts.map(({ act }) => act).sort()).toEqual(['receiptClaimConfirm', 'receiptClaimDecline'])
  })

  it('by a till that records its receipt: closed, points to whom the purchase names', async () => {
    const receipt = aReceipt(fn)
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), receipt)
    const { purchase } = await sold(receipt)
    expect(purchase.customerId).toBe(town.customer('Boris').id)
    expect(await rowOf(receiptClaim.id)).toMatchObject({ recordedId: purchase.id, purchaseId: null })
    expect(await stateOf(receiptClaim.id)).toBe('RECORDED')
    expect(await refusalOf(confirm(receiptClaim.id))).toMatchObject(bar('RECORDED'))
  })

  it('by a yes before the till: what the till sends later is refused and names the purchase', async () => {
    const receipt = aReceipt(fn)
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), receipt)
    const { purchase } = await confirm(receiptClaim.id)
    expect(await refusalOf(sold(receipt))).toMatchObject({
      ...{ code: 'FISCAL_RECEIPT_USED', purchaseId: purchase.id, path: ['fiscal'] },
    })
  })

  it('by its last day', async () => {
    const other = await aTown()
    const drive = await aDrive(other)
    const at = new Date(Date.now() - 13 * DAY_MS)
    const receipt = aReceipt(drive.fn, { at })
    const { receiptClaim } = await aClaim(customerAt(other, 'Anna'), receipt)
    await advanceClock(other.adminContext, { seconds: 15 * DAY_SECONDS })
    const { context } = other.member('wash')
    expect(await refusalOf(confirm(receiptClaim.id, context))).toMatchObject(bar('EXPIRED'))
    expect(await refusalOf(decline(receiptClaim.id, context))).toMatchObject(bar('EXPIRED'))
    expect(await readReceiptClaims(context, { pending: true, limit: 10 })).toEqual([])
    expect(await refusalOf(aClaim(customerAt(other, 'Boris'), receipt))).toMatchObject(bar('TOO_OLD'))
  })

  it('after a yes that was cut off: the next yes finds what was posted', async () => {
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), aReceipt(fn))
    const { id } = receiptClaim
    const { purchase } = await confirm(id)
    await store.prisma.receiptClaim.updateMany({
      where: { id },
      data: { confirmedAt: null, confirmedById: null },
    })
    expect(await refusalOf(decline(id))).toMatchObject(bar('CONFIRMED'))
    expect((await confirm(id)).purchase.id).toBe(purchase.id)
    expect((await rowOf(id)).confirmedAt).not.toBeNull()
  })

  it('under a key of another claim: neither is lost', async () => {
    const one = await aClaim(customerAt(town, 'Anna'), aReceipt(fn))
    const two = await aClaim(customerAt(town, 'Anna'), aReceipt(fn))
    await confirm(one.receiptClaim.id, wash(), 'twice')
    expect(await refusalOf(confirm(two.receiptClaim.id, wash(), 'twice'))).toMatchObject({
      code: 'IDEMPOTENCY_KEY_MISMATCH',
    })
    await confirm(two.receiptClaim.id)
  })

  it('and what came of it is refunded like any sale; the receipt is not claimed again', async () => {
    const receipt = aReceipt(fn)
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), receipt)
    const { purchase } = await confirm(receiptClaim.id)
    const { refund } = await refundPurchase(wash(), {
      ...{ purchase: { id: purchase.id }, amount: roubles(1000), reason: 'Brought back' },
      idempotencyKey: uuidv7(),
    })
    expect(refund.pointsRecovered).toBe(purchase.pointsEarned)
    expect(await refusalOf(aClaim(customerAt(town, 'Boris'), receipt))).toMatchObject(bar('RECORDED'))
  })
})

it('members list what waits, newest first', async () => {
  const { receiptClaim } = await aClaim(customerAt(town, 'Boris'), aReceipt(fn))
  const pending = await readReceiptClaims(wash(), { pending: true, limit: 100 })
  expect(pending[0]?.id).toBe(receiptClaim.id)
  const all = await readReceiptClaims(wash(), { limit: 100 })
  expect(all.length).toBeGreaterThan(pending.length)
  for (const { id } of pending) expect(await stateOf(id)).toBe('PENDING')
  expect(await readReceiptClaims(town.member('cafe').context, { limit: 100 })).toEqual([])
})

it('the books are sound after all of it', async () => {
  expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
})
