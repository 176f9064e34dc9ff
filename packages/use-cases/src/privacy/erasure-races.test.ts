import { CustomerClosedError, CustomerHasPointsError, CustomerOwesPointsError, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { type EraseCustomerInput, eraseCustomer } from '../customer/erase-customer.ts'
import { createHold } from '../hold/create-hold.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { forgetAgreement } from '../terms/agreement.ts'
import { aCoalition, aHold, aSale, BURN_FUNDED_TERMS, booksOf, roubles } from '../testing/index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const request = (customerId: string, own: Partial<EraseCustomerInput> = {}): EraseCustomerInput => ({
  ...{ customerId, reason: 'CUSTOMER_REQUEST', givesUpPoints: true },
  ...own,
})

describe('an erasure among sales', () => {
  it('is followed by no sale and no hold that was decided before it: of 64 at once each is booked or refused', async () => {
    const built = await aCoalition().withMember('wash').open(database.store)
    const { context } = built.member('wash')
    for (let round = 0; round < 3; round += 1) {
      const { customer } = await enrolCustomer(context, { name: `Anna ${round}`, consentVersion: '1' })
      const calls = Array.from({ length: 64 }, (_, at) =>
        at % 4 === 3
          ? createHold(context, aHold(customer, { points: points(1n) }))
          : recordPurchase(context, aSale(customer)),
      )
      const erasing = eraseCustomer(built.adminContext, request(customer.id))
      const [erased, ...outcomes] = await Promise.allSettled([erasing, ...calls])
      const { status, account } = await built.store.prisma.customer.findUniqueOrThrow({
        where: { coalitionId_id: { coalitionId: built.id, id: customer.id } },
        include: { account: true },
      })
      if (erased?.status === 'fulfilled')
        expect([status, account?.posted, account?.reserved]).toEqual(['CLOSED', 0n, 0n])
      else expect(status).toBe('ACTIVE')
      expect(outcomes).toHaveLength(64)
    }
    const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })
    expect(findings).toEqual([])
  })

  it('that waits between the decision on a sale and its record has the sale decided again', async () => {
    const built = await aCoalition().withMember('wash').withCustomer('Anna').open(database.store)
    const { id } = built.customer('Anna')
    const client = await built.store.pool.connect()
    try {
      // The chain's end is held, so the sale is decided and waits to be recorded; the erasure is committed in front of it.
      await client.query('begin')
      await client.query('select hold_chain($1)', [built.id])
      const { rows: own } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
      const selling = recordPurchase(built.member('wash').context, aSale({ id })).catch(
        (error: unknown) => error,
      )
      await expect
        .poll(async () => {
          const { rows } = await built.store.pool.query<{ waiting: string }>(
            'select count(*) as waiting from pg_locks where not granted and transactionid::text = $1',
            [own[0]?.xid],
          )
          return Number(rows[0]?.waiting)
        })
        .toBeGreaterThan(0)
      await client.query(
        "select outcome from erase_customer($1, $2, false, 0, 'CUSTOMER_REQUEST', null, null, now())",
        [built.id, id],
      )
      await client.query('commit')
      expect(await selling).toBeInstanceOf(CustomerClosedError)
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect(await built.store.prisma.entry.count({ where: { customerId: id } })).toBe(0)
  })
})

describe('points at an erasure', () => {
  it('end through the books when they are given up, those without an end too, and the terms say who gets what is behind them', async () => {
    const built = await aCoalition().withMember('wash').withCustomer('Anna').open(database.store)
    const { id } = built.customer('Anna')
    const { balanceAfter } = await recordPurchase(built.member('wash').context, aSale({ id }))
    const erased = await eraseCustomer(built.adminContext, request(id))
    expect(erased.points).toBe(balanceAfter)
    expect(await built.store.prisma.lot.count({ where: { customerId: id, open: true } })).toBe(0)
    expect((await booksOf(built.store, built.id)).points('CUSTOMER', id)).toBe(0n)
    const told = await built.store.prisma.outbox.findFirstOrThrow({
      where: { kind: 'points.expired', subjectId: id },
    })
    expect(told.payload).toMatchObject({ points: String(balanceAfter) })
    expect(await eraseCustomer(built.adminContext, request(id))).toEqual({ ...erased, replayed: true })
    const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })
    expect(findings).toEqual([])
  })

  it('above what one person may adjust are not ended by one person', async () => {
    const built = await aCoalition().withMember('wash').withCustomer('Anna').open(database.store)
    await built.store.prisma.coalition.update({
      where: { id: built.id },
      data: { adjustmentLimitPoints: 10n },
    })
    // What the enrolment has read a moment ago is kept for a moment.
    forgetAgreement(built.store, built.id)
    const { id } = built.customer('Anna')
    const { balanceAfter } = await recordPurchase(built.member('wash').context, aSale({ id }))
    expect(balanceAfter).toBeGreaterThan(10n)
    const alone = eraseCustomer(built.adminContext, request(id))
    await expect(alone).rejects.toThrow(CustomerHasPointsError)
    await expect(alone).rejects.toMatchObject({ points: balanceAfter, givesUpAtMost: 10n })
    expect((await booksOf(built.store, built.id)).points('CUSTOMER', id)).toBe(-balanceAfter)
  })
})

describe('a debt at an erasure', () => {
  it('is not got rid of unnoticed: the coalition forgives it in so many words', async () => {
    const built = await aCoalition({ terms: { ...BURN_FUNDED_TERMS, refundPolicy: 'CUSTOMER_DEBT' } })
      .withMember('wash')
      .withCustomer('Anna')
      .open(database.store)
    const { context } = built.member('wash')
    const { id } = built.customer('Anna')
    const { purchase, balanceAfter } = await recordPurchase(context, aSale({ id }, { total: roubles(1_000) }))
    await recordPurchase(context, aSale({ id }, { total: roubles(1_000), points: balanceAfter }))
    await refundPurchase(context, {
      ...{ purchase: { id: purchase.id }, reason: 'Broken', idempotencyKey: uuidv7() },
    })
    const owes = eraseCustomer(built.adminContext, request(id))
    await expect(owes).rejects.toThrow(CustomerOwesPointsError)
    const kept = (await booksOf(built.store, built.id)).points('CUSTOMER', id)
    const erased = await eraseCustomer(built.adminContext, request(id, { forgivesDebts: true }))
    expect(erased.points).toBe(-kept)
    expect(erased.owed).toBeGreaterThan(0n)
    const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })
    expect(findings).toEqual([])
  })
})

describe('the reference of an erasure', () => {
  it('that tells who the customer was is refused, in whatever notation', async () => {
    const built = await aCoalition()
      .withMember('wash')
      .withCustomer('Anna', { name: 'Анна Петрова', phone: '+79125550144' })
      .open(database.store)
    const { id } = built.customer('Anna')
    for (const reference of ['call 8 912 555-01-44', 'АННА ПЕТРОВА, 12'])
      await expect(eraseCustomer(built.adminContext, request(id, { reference }))).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        path: ['reference'],
      })
    await recordPurchase(built.member('wash').context, aSale({ id }, { receiptRef: 'till 8 912 555-01-44' }))
    await recordPurchase(built.member('wash').context, aSale({ id }, { receiptRef: 'анна петрова' }))
    expect(await eraseCustomer(built.adminContext, request(id))).toMatchObject({ tracesLeft: 2 })
  })
})
