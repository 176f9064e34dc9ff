import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { eraseCustomer } from '../customer/erase-customer.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { exportCustomer } from '../privacy/export-customer.ts'
import { aCoalition } from '../testing/a-coalition.ts'
import { aClaim, aDrive, aReceipt } from '../testing/a-receipt.ts'
import { customerAt } from '../testing/an-earn-code.ts'
import { confirmReceiptClaim } from './confirm-receipt-claim.ts'
import { declineReceiptClaim } from './decline-receipt-claim.ts'
import { giveBackReceiptClaim, takeReceiptClaim } from './take-receipt-claim.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const aTown = () =>
  aCoalition().withMember('wash').withCustomer('Anna').withCustomer('Clara').open(database.store)
const confirm = (id: string, context: Context) =>
  confirmReceiptClaim(context, { id, idempotencyKey: uuidv7() })
const decline = (id: string, context: Context) =>
  declineReceiptClaim(context, { id, reason: 'Paid by a card of another' })
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const rowOf = (id: string) => database.store.prisma.receiptClaim.findFirstOrThrow({ where: { id } })
const bar = (word: string) => ({ code: 'RECEIPT_NOT_CLAIMABLE', bar: word })

describe('who claimed', () => {
  it('and is merged: the survivor has the claim, and earns by the yes', async () => {
    const other = await aTown()
    const { fn: number } = await aDrive(other)
    const { receiptClaim } = await aClaim(customerAt(other, 'Anna'), aReceipt(number))
    const [anna, clara] = [{ id: other.customer('Anna').id }, { id: other.customer('Clara').id }]
    await mergeCustomers(other.adminContext, { customer: anna, into: clara, idempotencyKey: uuidv7() })
    expect(await rowOf(receiptClaim.id)).toMatchObject({ customerId: clara.id })
    const { purchase } = await confirm(receiptClaim.id, other.member('wash').context)
    expect(purchase.customerId).toBe(clara.id)
    expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
  })

  it('and is merged, and both claimed one receipt: the claim of the survivor stands', async () => {
    const other = await aTown()
    const { fn: number } = await aDrive(other)
    const receipt = aReceipt(number)
    const { receiptClaim: gone } = await aClaim(customerAt(other, 'Anna'), receipt)
    const { receiptClaim: kept } = await aClaim(customerAt(other, 'Clara'), receipt)
    const [anna, clara] = [{ id: other.customer('Anna').id }, { id: other.customer('Clara').id }]
    await mergeCustomers(other.adminContext, { customer: anna, into: clara, idempotencyKey: uuidv7() })
    expect(await rowOf(gone.id)).toMatchObject({ customerId: clara.id, endedAt: expect.any(Date) })
    expect((await confirm(kept.id, other.member('wash').context)).purchase.customerId).toBe(clara.id)
    expect((await verify({ databaseUrl: database.databaseUrl })).findings).toEqual([])
  })

  it('and is gone when a yes is given back: the claim goes with them, or to the survivor, once', async () => {
    const other = await aTown()
    const { store } = database
    const { fn: number } = await aDrive(other)
    const taken = async (who: string, receipt = aReceipt(number)) => {
      const { receiptClaim } = await aClaim(customerAt(other, who), receipt)
      const by = { key: uuidv7(), timeZone: 'Europe/Moscow' }
      return { row: receiptClaim, by: await takeReceiptClaim(store, receiptClaim, by) }
    }
    const twice = aReceipt(number)
    const [first, second] = [await taken('Anna'), await taken('Anna', twice)]
    const { receiptClaim: own } = await aClaim(customerAt(other, 'Clara'), twice)
    const [anna, clara] = [{ id: other.customer('Anna').id }, { id: other.customer('Clara').id }]
    await mergeCustomers(other.adminContext, { customer: anna, into: clara, idempotencyKey: uuidv7() })
    await giveBackReceiptClaim(store, first.row, first.by)
    await giveBackReceiptClaim(store, second.row, second.by)
    const free = { customerId: clara.id, takenAt: null, purchaseId: null }
    expect(await rowOf(first.row.id)).toMatchObject({ ...free, endedAt: null })
    expect(await rowOf(second.row.id)).toMatchObject({ ...free, endedAt: expect.any(Date) })
    expect(await rowOf(own.id)).toMatchObject({ endedAt: null })
    const third = await taken('Clara')
    await eraseCustomer(other.adminContext, { customerId: clara.id, reason: 'CUSTOMER_REQUEST' })
    await giveBackReceiptClaim(store, third.row, third.by)
    expect(await rowOf(third.row.id)).toMatchObject({ takenAt: null, endedAt: expect.any(Date) })
  })

  it('is told of it by an export, and an erasure ends what waits and takes the reasons', async () => {
    const other = await aTown()
    const { fn: number } = await aDrive(other)
    const { context } = other.member('wash')
    const [waiting, declined] = [
      await aClaim(customerAt(other, 'Anna'), aReceipt(number)),
      await aClaim(customerAt(other, 'Anna'), aReceipt(number)),
    ]
    await decline(declined.receiptClaim.id, context)
    const customer = { id: other.customer('Anna').id }
    const told = JSON.stringify(await exportCustomer(other.adminContext, { customer }))
    expect(told).toContain(waiting.receiptClaim.receipt)
    expect(told).toContain('Paid by a card of another')
    await eraseCustomer(other.adminContext, { customerId: customer.id, reason: 'CUSTOMER_REQUEST' })
    expect(await rowOf(declined.receiptClaim.id)).toMatchObject({ reason: null, endedAt: null })
    expect((await rowOf(waiting.receiptClaim.id)).endedAt).not.toBeNull()
    expect(await refusalOf(confirm(waiting.receiptClaim.id, context))).toMatchObject(bar('EXPIRED'))
  })
})
