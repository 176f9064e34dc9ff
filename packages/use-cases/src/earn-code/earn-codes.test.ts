import { minor } from '@artel/ledger'
import { writtenEarnCode } from '@artel/rules'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { exportCustomer } from '../privacy/export-customer.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { anEarnCode, customerAt } from '../testing/an-earn-code.ts'
import { aDoor } from '../testing/people.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { claimEarnCode } from './claim-earn-code.ts'
import { readEarnCodes } from './read-earn-codes.ts'
import { revokeEarnCode } from './revoke-earn-code.ts'
import { seenEarnCode } from './seen-earn-code.ts'

const DAY_SECONDS = 86_400

let database: TestDatabase
let other: Store
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  other = await openStore({ databaseUrl: database.databaseUrl })
  town = await aTown()
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

const aTown = () =>
  aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .withCustomer('Clara')
    .open(database.store)

const claim = (context: Context, code: string, input: { key?: string; customer?: { id: string } } = {}) =>
  claimEarnCode(
    context,
    { code, customer: input.customer ?? null, idempotencyKey: input.key ?? uuidv7() },
    aDoor(),
  )
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const rowOf = (id: string) => database.store.prisma.earnCode.findFirstOrThrow({ where: { id } })
const salesOf = (receiptRef: string) => database.store.prisma.purchase.findMany({ where: { receiptRef } })

describe('a code is issued', () => {
  it('for a bill, of which the database keeps no code, and the same command answers the same code', async () => {
    const command = { receiptRef: 'A-1', idempotencyKey: 'issue 1' }
    const first = await anEarnCode(town, command)
    const again = await anEarnCode(town, command)
    expect([first.replayed, again.replayed]).toEqual([false, true])
    expect(again).toMatchObject({ code: first.code, earnCode: { id: first.earnCode.id } })
    expect(JSON.stringify(await rowOf(first.earnCode.id), (_, value) => String(value))).not.toContain(
      first.code,
    )
    expect(await refusalOf(anEarnCode(town, { ...command, total: roubles(2) }))).toMatchObject({
      code: 'IDEMPOTENCY_KEY_MISMATCH',
    })
  })

  it('once for a receipt, also by twins at the same instant, and never for one that has a purchase', async () => {
    const twins = await Promise.allSettled([
      anEarnCode(town, { receiptRef: 'A-2' }),
      anEarnCode(town, { receiptRef: 'A-2' }),
    ])
    expect(twins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(twins.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'ALREADY_EXISTS', path: ['receiptRef'] },
    })
    await recordPurchase(town.member('wash').context, aSale(town.customer('Anna'), { receiptRef: 'A-3' }))
    expect(await refusalOf(anEarnCode(town, { receiptRef: 'A-3' }))).toMatchObject({
      code: 'RECEIPT_ALREADY_USED',
    })
    await anEarnCode(town, { receiptRef: 'A-3' }, 'cafe')
  })

  it('for no longer than the sale may be handed in late', async () => {
    expect(await refusalOf(anEarnCode(town, { validDays: 31 }))).toMatchObject({ path: ['validDays'] })
    await anEarnCode(town, { validDays: 30 })
    const future = new Date(Date.now() + 3_600_000)
    expect(await refusalOf(anEarnCode(town, { occurredAt: future }))).toMatchObject({ path: ['occurredAt'] })
  })
})

describe('a code is claimed', () => {
  it('by a customer: the bill is a purchase, earned as of the sale, with its lines', async () => {
    const lines = [
      { ref: '1', title: 'Wash', total: roubles(600) },
      { ref: '2', title: 'Wax', total: roubles(400) },
    ]
    const { code, earnCode } = await anEarnCode(town, { receiptRef: 'B-1', lines })
    const { purchase, replayed } = await claim(customerAt(town, 'Anna', 'cafe'), writtenEarnCode(code))
    expect(purchase).toMatchObject({
      ...{ memberId: town.member('wash').id, customerId: town.customer('Anna').id, receiptRef: 'B-1' },
      ...{ totalMinor: 100_000n, pointsEarned: 50n, occurredAt: earnCode.occurredAt },
    })
    expect(purchase.lines).toMatchObject([{ title: 'Wash' }, { title: 'Wax', totalMinor: '40000' }])
    expect(replayed).toBe(false)
    expect(await rowOf(earnCode.id)).toMatchObject({
      ...{ purchaseId: purchase.id, customerId: purchase.customerId, claimedAt: expect.any(Date) },
    })
  })

  it('once: by the same command again, and by nobody else, not with another key either', async () => {
    const { code, earnCode } = await anEarnCode(town)
    const anna = customerAt(town, 'Anna')
    const first = await claim(anna, code, { key: 'claim 1' })
    const again = await claim(anna, code, { key: 'claim 1' })
    expect(again).toMatchObject({ replayed: true, purchase: { id: first.purchase.id } })
    for (const who of [anna, customerAt(town, 'Boris')])
      expect(await refusalOf(claim(who, code))).toMatchObject({ code: 'EARN_CODE_NOT_USABLE', bar: 'USED' })
    expect(await salesOf(earnCode.receiptRef)).toHaveLength(1)
  })

  it('by one of two customers at the same instant over two pools', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { code, earnCode } = await anEarnCode(town)
      const claims = ['Anna', 'Boris', 'Anna', 'Boris'].map((name, at) =>
        claim({ ...customerAt(town, name), store: at % 2 === 0 ? other : database.store }, code, {
          key: `${round} ${name}`,
        }),
      )
      const ended = await Promise.allSettled(claims)
      const won = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value.purchase] : []))
      const lost = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      expect(new Set(won.map(({ id }) => id)).size).toBe(1)
      expect(new Set(won.map(({ customerId }) => customerId)).size).toBe(1)
      expect(lost).toHaveLength(2)
      for (const error of lost) expect(error).toMatchObject({ code: 'EARN_CODE_NOT_USABLE', bar: 'USED' })
      expect(await salesOf(earnCode.receiptRef)).toMatchObject([{ id: won[0]?.id }])
    }
  })

  it("by the member's own cashier for a customer, and by no other member", async () => {
    const { code } = await anEarnCode(town)
    const customer = { id: town.customer('Boris').id }
    const { context } = town.member('wash')
    expect(await refusalOf(claim(town.member('cafe').context, code, { customer }))).toMatchObject({
      ...{ code: 'NOT_FOUND', what: 'earnCode' },
    })
    expect(await refusalOf(claim(context, code))).toMatchObject({ path: ['customer'] })
    expect(await refusalOf(claim(context, code, { customer: { id: uuidv7() } }))).toMatchObject({
      ...{ code: 'NOT_FOUND', what: 'customer' },
    })
    expect((await claim(context, code, { customer })).purchase.customerId).toBe(customer.id)
    const foreign = claim(customerAt(town, 'Anna'), code, { customer })
    expect(await refusalOf(foreign)).toMatchObject({ code: 'NOT_FOUND', what: 'customer' })
  })

  it('however it is typed; a wrong last symbol is told apart from a code that there is not', async () => {
    const { code } = await anEarnCode(town)
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
    expect(await refusalOf(claim(customerAt(town, 'Anna'), wrong))).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: ['code'] },
    })
    const guesses: string[] = []
    const earnCodes = { admit: async () => undefined, countGuess: () => void guesses.push('guess') }
    const foreign = await aTown()
    const unknown = claim({ ...customerAt(foreign, 'Anna'), earnCodes }, code)
    expect(await refusalOf(unknown)).toMatchObject({ code: 'NOT_FOUND', what: 'earnCode' })
    expect(guesses).toHaveLength(1)
    const typed = writtenEarnCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('-', ' ')
    await claim({ ...customerAt(town, 'Anna'), earnCodes }, typed)
    expect(guesses).toHaveLength(1)
  })

  it('never when the member recorded the receipt itself, and the customer is not told whose it is', async () => {
    const { code, earnCode } = await anEarnCode(town)
    const { receiptRef } = earnCode
    await recordPurchase(town.member('wash').context, aSale(town.customer('Clara'), { receiptRef }))
    expect(await refusalOf(claim(customerAt(town, 'Anna'), code))).toMatchObject({ bar: 'USED' })
    expect(await rowOf(earnCode.id)).toMatchObject({ takenAt: null, customerId: null })
  })

  it('under a key of another code: neither is lost', async () => {
    const [one, two] = [await anEarnCode(town), await anEarnCode(town)]
    const anna = customerAt(town, 'Anna')
    await claim(anna, one.code, { key: 'twice' })
    expect(await refusalOf(claim(anna, two.code, { key: 'twice' }))).toMatchObject({
      code: 'IDEMPOTENCY_KEY_MISMATCH',
    })
    expect((await claim(customerAt(town, 'Boris'), two.code)).replayed).toBe(false)
  })

  it('that was cut off after it was posted: the same customer finds the purchase, nobody else does', async () => {
    const { code, earnCode } = await anEarnCode(town)
    const anna = customerAt(town, 'Anna')
    const { purchase } = await claim(anna, code)
    await database.store.prisma.earnCode.updateMany({ where: { id: earnCode.id }, data: { claimedAt: null } })
    expect(await refusalOf(claim(customerAt(town, 'Boris'), code))).toMatchObject({ bar: 'USED' })
    expect((await claim(anna, code)).purchase.id).toBe(purchase.id)
    expect((await rowOf(earnCode.id)).claimedAt).not.toBeNull()
  })

  it('that was refused for good: it is free for the next one', async () => {
    const one = await aTown()
    const { code, earnCode } = await anEarnCode(one)
    const anna = customerAt(one, 'Anna')
    await mergeCustomers(one.adminContext, {
      ...{ customer: { id: one.customer('Anna').id }, into: { id: one.customer('Clara').id } },
      idempotencyKey: uuidv7(),
    })
    expect(await refusalOf(claim(anna, code))).toMatchObject({ code: 'CUSTOMER_CLOSED' })
    expect(await rowOf(earnCode.id)).toMatchObject({ takenAt: null })
    await claim(customerAt(one, 'Clara'), code)
  })
})

describe('a code ends', () => {
  it('with the last of its local days', async () => {
    const one = await aTown()
    const [today, tomorrow] = [
      await anEarnCode(one, { validDays: 0 }),
      await anEarnCode(one, { validDays: 1 }),
    ]
    await advanceClock(one.adminContext, { seconds: DAY_SECONDS })
    const anna = customerAt(one, 'Anna')
    expect(await refusalOf(claim(anna, today.code))).toMatchObject({ bar: 'EXPIRED' })
    expect(await seenEarnCode(database.store, aDoor(), today.code)).toMatchObject({ state: 'EXPIRED' })
    expect((await claim(anna, tomorrow.code)).purchase.occurredAt).toEqual(tomorrow.earnCode.occurredAt)
  })

  it('when its member revokes it, which another does not; then the receipt may have another code', async () => {
    const { code, earnCode } = await anEarnCode(town)
    const { id, receiptRef } = earnCode
    const { context } = town.member('wash')
    expect(await refusalOf(revokeEarnCode(town.member('cafe').context, { id }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    const [first, twice] = [await revokeEarnCode(context, { id }), await revokeEarnCode(context, { id })]
    expect(first.earnCode.revokedAt).toEqual(twice.earnCode.revokedAt)
    expect(await refusalOf(claim(customerAt(town, 'Anna'), code))).toMatchObject({ bar: 'REVOKED' })
    const next = await anEarnCode(town, { receiptRef })
    await claim(customerAt(town, 'Anna'), next.code)
    expect(await refusalOf(revokeEarnCode(context, { id: next.earnCode.id }))).toMatchObject({ bar: 'USED' })
    const acts = await database.store.prisma.auditEvent.findMany({
      where: { subjectId: id },
      orderBy: { position: 'asc' },
    })
    expect(acts.map(({ act }) => act)).toEqual(['earnCodeIssue', 'earnCodeRevoke'])
  })

  it('by a revoke or by a claim at the same instant, never by both', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { code, earnCode } = await anEarnCode(town)
      const [claimed, revoked] = await Promise.allSettled([
        claim({ ...customerAt(town, 'Anna'), store: other }, code),
        revokeEarnCode(town.member('wash').context, { id: earnCode.id }),
      ])
      expect([claimed.status, revoked.status].sort()).toEqual(['fulfilled', 'rejected'])
      expect(await salesOf(earnCode.receiptRef)).toHaveLength(claimed.status === 'fulfilled' ? 1 : 0)
    }
  })
})

it('a look at a code consumes nothing and tells of no customer', async () => {
  const { code, earnCode } = await anEarnCode(town)
  const seen = await seenEarnCode(database.store, aDoor(), writtenEarnCode(code))
  expect(seen).toEqual({
    ...{ code, state: 'ISSUED', memberName: 'wash', totalMinor: minor(100_000n), currency: 'RUB' },
    lastDay: earnCode.lastDay.toISOString().slice(0, 10),
  })
  await claim(customerAt(town, 'Anna'), code)
  expect(await seenEarnCode(database.store, aDoor(), code)).toEqual({ ...seen, state: 'CLAIMED' })
  expect(await seenEarnCode(database.store, aDoor(), 'no code')).toBeUndefined()
})

it('members list their own, newest first, and an export has what the customer claimed', async () => {
  const { context } = town.member('cafe')
  const { code, earnCode } = await anEarnCode(town, { receiptRef: 'C-1' }, 'cafe')
  const [newest] = await readEarnCodes(context, { limit: 1 })
  expect(newest?.id).toBe(earnCode.id)
  expect(
    (await readEarnCodes(context, { limit: 50 })).every((row) => row.memberId === earnCode.memberId),
  ).toBe(true)
  const { purchase } = await claim(customerAt(town, 'Boris'), code)
  const told = await exportCustomer(town.adminContext, { customer: { id: purchase.customerId } })
  expect(JSON.stringify(told)).toContain('"earnCodes":[{')
})

it('the books are sound after all of it', async () => {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl })).findings).toEqual([])
})
