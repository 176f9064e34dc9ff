import { points } from '@artel/ledger'
import { readFiscalId } from '@artel/rules'
import { coalitionsWithCutOffYeses, holdChain, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { giveExitNotice } from '../exit/give-exit-notice.ts'
import { recordPurchase, recordSale } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aReceipt, fiscalOf } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { confirmReceiptClaim } from './confirm-receipt-claim.ts'
import { declineReceiptClaim } from './decline-receipt-claim.ts'
import { endCutOffYeses } from './end-cut-off-yeses.ts'
import { keyOfYes } from './stop-yes.ts'
import { takeReceiptClaim } from './take-receipt-claim.ts'

let database: TestDatabase
let town: BuiltCoalition
let fn: string
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aTown()
  fn = (await aDrive(town)).fn
})
afterAll(() => database.drop())

const aTown = () =>
  aCoalition().withMember('wash').withCustomer('Anna').withCustomer('Boris').open(database.store)
const wash = () => town.member('wash').context
const confirm = (id: string, context: Context = wash(), key: string = uuidv7()) =>
  confirmReceiptClaim(context, { id, idempotencyKey: key })
const decline = (id: string) => declineReceiptClaim(wash(), { id, reason: 'Not in our journal' })
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const rowOf = (id: string) => database.store.prisma.receiptClaim.findFirstOrThrow({ where: { id } })
const bar = (word: string) => ({ code: 'RECEIPT_NOT_CLAIMABLE', bar: word })
const sold = (receipt: string) =>
  recordPurchase(wash(), aSale(town.customer('Boris'), { fiscal: fiscalOf(receipt) }))
/** The same paper under a sign that somebody made up. */
const resigned = (receipt: string) => receipt.replace(/fp=[0-9]+/, 'fp=1')

describe('one paper is one receipt, whatever its sign is said to be', () => {
  it('to two tills', async () => {
    const receipt = aReceipt(fn)
    const { purchase } = await sold(receipt)
    expect(await refusalOf(sold(resigned(receipt)))).toMatchObject({
      ...{ code: 'FISCAL_RECEIPT_USED', purchaseId: purchase.id },
    })
  })

  it('to two tills in one batch', async () => {
    const receipt = aReceipt(fn)
    const ended = await Promise.allSettled([sold(receipt), sold(resigned(receipt))])
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('to a till and a claim, in either order', async () => {
    const receipt = aReceipt(fn)
    await sold(receipt)
    expect(await refusalOf(aClaim(customerAt(town, 'Anna'), resigned(receipt)))).toMatchObject(
      bar('RECORDED'),
    )
    const later = aReceipt(fn)
    const { receiptClaim } = await aClaim(customerAt(town, 'Anna'), resigned(later))
    const { purchase } = await sold(later)
    expect(await rowOf(receiptClaim.id)).toMatchObject({ recordedId: purchase.id })
  })

  it('to one customer, also after a no', async () => {
    const [receipt, anna] = [aReceipt(fn), customerAt(town, 'Anna')]
    const { receiptClaim } = await aClaim(anna, receipt)
    expect(await refusalOf(aClaim(anna, resigned(receipt)))).toMatchObject(bar('CLAIMED'))
    await decline(receiptClaim.id)
    expect(await refusalOf(aClaim(anna, resigned(receipt)))).toMatchObject(bar('DECLINED'))
  })

  it('to customers: whoever claims first keeps nobody out, and the yes ends the others', async () => {
    const receipt = aReceipt(fn)
    const { receiptClaim: thief } = await aClaim(customerAt(town, 'Boris'), resigned(receipt))
    const customer = { id: town.customer('Anna').id }
    const { receiptClaim: buyer } = await aClaim(wash(), receipt, { customer })
    const { purchase } = await confirm(buyer.id)
    expect(purchase.customerId).toBe(customer.id)
    expect(await rowOf(thief.id)).toMatchObject({ recordedId: purchase.id })
    expect(await refusalOf(confirm(thief.id))).toMatchObject(bar('RECORDED'))
  })
})

it('a no bars the same sum and moment alone, and nobody at the counter', async () => {
  const at = new Date(Date.now() - 60_000)
  const [mistyped, anna] = [aReceipt(fn, { at, s: '10000.00' }), customerAt(town, 'Anna')]
  const { receiptClaim } = await aClaim(anna, mistyped)
  await decline(receiptClaim.id)
  const right = mistyped.replace('10000.00', '1000.00')
  const { receiptClaim: again } = await aClaim(anna, right)
  await decline(again.id)
  expect(await refusalOf(aClaim(anna, right))).toMatchObject(bar('DECLINED'))
  const { receiptClaim: shown } = await aClaim(wash(), right, { customer: { id: town.customer('Anna').id } })
  await confirm(shown.id)
})

it('a claim in vain waits for nobody who sells', async () => {
  const receipt = aReceipt(fn)
  await sold(receipt)
  await database.store.prisma.$transaction(async (transaction) => {
    await holdChain(transaction, town.id)
    expect(await refusalOf(aClaim(customerAt(town, 'Anna'), receipt))).toMatchObject(bar('RECORDED'))
  })
})

it('a member that leaves says no yes for nothing, and finds those that it said', async () => {
  const other = await aTown()
  const { fn: number } = await aDrive(other)
  const { context } = other.member('wash')
  const [waits, done] = [
    await aClaim(customerAt(other, 'Anna'), aReceipt(number)),
    await aClaim(customerAt(other, 'Anna'), aReceipt(number)),
  ]
  const { purchase } = await confirm(done.receiptClaim.id, context, 'done')
  await giveExitNotice(context, { reason: 'Closing' })
  const leaving = { ...context, principal: { ...context.principal, status: 'EXITING' } } as Context
  expect(await refusalOf(confirm(waits.receiptClaim.id, leaving))).toMatchObject({
    code: 'MEMBER_NOT_ACTIVE',
  })
  expect(await rowOf(waits.receiptClaim.id)).toMatchObject({ takenAt: null, purchaseId: null })
  expect((await confirm(done.receiptClaim.id, leaving, 'done')).purchase.id).toBe(purchase.id)
})

it('a yes that was cut off before it posted gives way to a no, and posts nothing any more', async () => {
  const { store } = database
  const receipt = aReceipt(fn)
  const { receiptClaim: row } = await aClaim(customerAt(town, 'Anna'), receipt)
  const taken = await takeReceiptClaim(store, row, { key: uuidv7(), timeZone: 'Europe/Moscow' })
  expect((await decline(row.id)).receiptClaim).toMatchObject({ reason: 'Not in our journal', takenAt: null })
  // The yes comes back to life where it was: between the claim and the purchase.
  const { coalitionId, memberId, occurredAt } = row
  const late = recordSale(
    wash(),
    {
      ...{ customer: { id: taken.customerId }, receiptRef: row.receipt, points: points(0n), occurredAt },
      ...{ total: roubles(1000), isPaidPrice: true, fiscal: fiscalOf(receipt) },
    },
    { coalitionId, memberId, purchaseId: taken.purchaseId, key: keyOfYes(row, taken.key) },
  )
  expect(await refusalOf(late)).toMatchObject(bar('DECLINED'))
  expect(await database.store.prisma.purchase.count({ where: { fiscalReceipt: row.receipt } })).toBe(0)
  await sold(receipt)
})

describe('a yes that was cut off ends by itself', () => {
  const ended = ({ id: coalitionId, store }: BuiltCoalition) =>
    endCutOffYeses({ store, principal: { kind: 'operator' } }, { coalitionId, limit: 10 })
  const taken = async (other: BuiltCoalition) => {
    const { fn: number } = await aDrive(other)
    const { receiptClaim: row } = await aClaim(customerAt(other, 'Anna'), aReceipt(number))
    const yes = await takeReceiptClaim(other.store, row, { key: uuidv7(), timeZone: 'Europe/Moscow' })
    return { row, yes }
  }
  const straggler = (other: BuiltCoalition, { row, yes }: Awaited<ReturnType<typeof taken>>) => {
    const { coalitionId, memberId, occurredAt } = row
    return recordSale(
      other.member('wash').context,
      {
        ...{ customer: { id: yes.customerId }, receiptRef: row.receipt, points: points(0n), occurredAt },
        ...{ total: roubles(1000), isPaidPrice: true, fiscal: readFiscalId(row.receipt) },
      },
      { coalitionId, memberId, purchaseId: yes.purchaseId, key: keyOfYes(row, yes.key) },
    )
  }
  const pass = (other: BuiltCoalition, seconds: number) => advanceClock(other.adminContext, { seconds })

  it('where it recorded nothing: not before its time, then the claim waits again and the straggler is refused', async () => {
    const other = await aTown()
    const cut = await taken(other)
    expect(await ended(other)).toEqual({ yeses: 0, more: false })
    expect(await coalitionsWithCutOffYeses(other.store)).not.toContain(other.id)
    await pass(other, 11 * 60)
    expect(await coalitionsWithCutOffYeses(other.store)).toContain(other.id)
    expect(await ended(other)).toEqual({ yeses: 1, more: false })
    expect(await rowOf(cut.row.id)).toMatchObject({ takenAt: null, endedAt: null })
    expect(await refusalOf(straggler(other, cut))).toMatchObject(bar('EXPIRED'))
    const { purchase } = await confirm(cut.row.id, other.member('wash').context)
    expect(await database.store.prisma.purchase.count({ where: { coalitionId: other.id } })).toBe(1)
    expect((await rowOf(cut.row.id)).purchaseId).toBe(purchase.id)
  })

  it('and is over, where its last day has passed meanwhile', async () => {
    const other = await aTown()
    const cut = await taken(other)
    await pass(other, 20 * 86_400)
    await ended(other)
    expect(await refusalOf(confirm(cut.row.id, other.member('wash').context))).toMatchObject(bar('EXPIRED'))
    expect(await refusalOf(straggler(other, cut))).toMatchObject(bar('EXPIRED'))
  })

  it('where its purchase is there: the claim is confirmed, once', async () => {
    const other = await aTown()
    const cut = await taken(other)
    const { purchase } = await straggler(other, cut)
    await pass(other, 11 * 60)
    await Promise.all([ended(other), ended(other)])
    expect(await rowOf(cut.row.id)).toMatchObject({
      ...{ purchaseId: purchase.id, confirmedAt: expect.any(Date) },
    })
    expect(await ended(other)).toEqual({ yeses: 0, more: false })
    const acts = { coalitionId: other.id, act: 'receiptClaimConfirm' }
    expect(await database.store.prisma.auditEvent.count({ where: acts })).toBe(1)
  })
})

it('the books are sound after all of it', async () => {
  expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
})
