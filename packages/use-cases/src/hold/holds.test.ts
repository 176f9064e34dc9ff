import {
  CaptureExceedsHoldError,
  HoldNotOpenError,
  InsufficientPointsError,
  InvalidInputError,
  minor,
  NotFoundError,
  PointsShareExceededError,
  points,
  ReceiptAlreadyUsedError,
} from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context, CustomerPrincipal } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { PermissionError } from '../errors/system-error.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { acceptTerms } from '../terms/accept-terms.ts'
import { proposeTerms } from '../terms/propose-terms.ts'
import {
  aCoalition,
  aHold,
  aSale,
  BURN_FUNDED_TERMS,
  type BuiltCoalition,
  ledgerRows,
  roubles,
} from '../testing/index.ts'
import { captureHold } from './capture-hold.ts'
import { createHold } from './create-hold.ts'
import { voidHold } from './void-hold.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Anna has 1000 points of the service. */
async function aTown(): Promise<BuiltCoalition> {
  const town = await aCoalition()
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
  const { context } = town.member('service')
  await recordPurchase(context, aSale(town.customer('Anna'), { total: roubles(20_000) }))
  return town
}
const walletOf = async (town: BuiltCoalition) => {
  const { id } = town.customer('Anna')
  return (await readWallet(town.adminContext, { coalitionId: town.id, customerIds: [id] })).get(id)
}
const capture = (holdId: string, total: ReturnType<typeof roubles>, more: object = {}) => ({
  holdId,
  total,
  receiptRef: uuidv7(),
  idempotencyKey: uuidv7(),
  ...more,
})

describe('a hold', () => {
  it('reserves points at once, so that they cannot be spent elsewhere', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const { hold } = await createHold(context, aHold(town.customer('Anna'), { points: points(400n) }))
    expect(hold).toMatchObject({ status: 'OPEN', points: 400n, closedAt: null })
    expect(await walletOf(town)).toMatchObject({ balance: 1000n, reserved: 400n, available: 600n })
    const greedy = aSale(town.customer('Anna'), { total: roubles(2_000), points: points(601n) })
    await expect(recordPurchase(town.member('wash').context, greedy)).rejects.toThrow(InsufficientPointsError)
  })

  it('captures a different final bill in part, earns on the rest and releases what it did not take', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const { hold } = await createHold(context, aHold(town.customer('Anna'), { points: points(500n) }))
    const input = capture(hold.id, roubles(1_200), { points: points(200n) })
    const captured = await captureHold(context, input)
    expect(captured.purchase).toMatchObject({
      totalMinor: 120_000n,
      pointsRedeemed: 200n,
      pointsPartMinor: 20_000n,
      pointsEarned: 50n,
      holdId: hold.id,
    })
    expect(captured).toMatchObject({ balanceAfter: 850n, replayed: false, hold: { status: 'CAPTURED' } })
    expect(await walletOf(town)).toMatchObject({ balance: 850n, reserved: 0n, available: 850n })
    expect(await captureHold(context, input)).toEqual({ ...captured, replayed: true })
    const stored = await town.store.prisma.hold.findFirstOrThrow({ where: { id: hold.id } })
    expect(stored).toEqual(captured.hold)
  })

  it('captures by default as many of its points as the final bill may take', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const larger = await createHold(context, aHold(town.customer('Anna'), { points: points(300n) }))
    const whole = await captureHold(context, capture(larger.hold.id, roubles(1_500)))
    expect(whole.purchase.pointsRedeemed).toBe(300n)
    const smaller = await createHold(context, aHold(town.customer('Anna'), { points: points(300n) }))
    const capped = await captureHold(context, capture(smaller.hold.id, roubles(400)))
    expect(capped.purchase.pointsRedeemed).toBe(200n)
  })

  it('keeps the share cap and the face value of its moment, whatever the terms became; earnings go by the new ones', async () => {
    const town = await aTown()
    const { context } = town.member('wash')
    const make = () => createHold(context, aHold(town.customer('Anna'), { points: points(400n) }))
    const [chosen, usual] = [await make(), await make()]
    const now = await coalitionNow(town.store, town.id)
    const changed = { faceValueMinor: minor(50n), maxPointsShareBps: 1_000 }
    const { terms } = await proposeTerms(town.adminContext, {
      startsAt: new Date(now.getTime() + 86_400_000),
      terms: { ...BURN_FUNDED_TERMS, ...changed },
      idempotencyKey: uuidv7(),
    })
    const acceptance = { termsId: terms.id, contractHash: terms.contractHash, acceptedBy: 'The director' }
    for (const handle of ['service', 'wash']) await acceptTerms(town.member(handle).context, acceptance)
    await advanceClock(town.adminContext, { seconds: 2 * 86_400 })

    const spent = { points: points(400n) }
    const { purchase } = await captureHold(context, capture(chosen.hold.id, roubles(1000), spent))
    // 600.00 in money at 5 %: 30.00, which is 60 points of 0.50.
    const paid = { pointsPartMinor: 40_000n, pointsRedeemed: 400n, pointsEarned: 60n }
    expect(purchase).toMatchObject({ ...paid, termsId: terms.id })
    const most = await captureHold(context, capture(usual.hold.id, roubles(600)))
    expect(most.purchase).toMatchObject({ pointsRedeemed: 300n, pointsPartMinor: 30_000n })
    const sale = aSale(town.customer('Anna'), { points: points(201n) })
    await expect(recordPurchase(context, sale)).rejects.toMatchObject({ maxPoints: 200n })

    const undo = { purchase: { id: purchase.id }, reason: 'Returned', idempotencyKey: uuidv7() }
    const { refund } = await refundPurchase(context, { ...undo, amount: roubles(500) })
    expect(refund).toMatchObject({ pointsReturned: 200n, moneyMinor: 30_000n, pointsRecovered: 30n })
  })

  it('refuses a capture above what it holds, above the share of the bill, or of a used receipt', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const { hold } = await createHold(context, aHold(town.customer('Anna'), { points: points(400n) }))
    const used = aSale(town.customer('Boris'))
    await recordPurchase(context, used)
    const rows = await ledgerRows(town.store)
    const attempts = [
      [capture(hold.id, roubles(1_000), { points: points(401n) }), CaptureExceedsHoldError],
      [capture(hold.id, roubles(700), { points: points(400n) }), PointsShareExceededError],
      [capture(hold.id, roubles(1_000), { receiptRef: used.receiptRef }), ReceiptAlreadyUsedError],
      [capture(hold.id, roubles(1_000), { points: points(-1n) }), InvalidInputError],
      [capture(uuidv7(), roubles(1_000)), NotFoundError],
    ] as const
    for (const [input, errorClass] of attempts)
      await expect(captureHold(context, input)).rejects.toThrow(errorClass)
    const other = town.member('wash').context
    await expect(captureHold(other, capture(hold.id, roubles(1_000)))).rejects.toThrow(NotFoundError)
    expect(await ledgerRows(town.store)).toEqual(rows)
  })

  it('is voided once; a capture after it is refused with what became of it', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const { hold } = await createHold(context, aHold(town.customer('Anna')))
    const input = { holdId: hold.id, idempotencyKey: uuidv7() }
    const voided = await voidHold(context, input)
    expect(voided).toMatchObject({ replayed: false, hold: { status: 'VOIDED' } })
    expect(await voidHold(context, input)).toMatchObject({ replayed: true, hold: { status: 'VOIDED' } })
    expect(await walletOf(town)).toMatchObject({ balance: 1000n, reserved: 0n, available: 1000n })
    const again = voidHold(context, { ...input, idempotencyKey: uuidv7() })
    await expect(again).rejects.toMatchObject({ code: HoldNotOpenError.code, holdStatus: 'VOIDED' })
    const late = captureHold(context, capture(hold.id, roubles(1_000)))
    await expect(late).rejects.toMatchObject({ code: HoldNotOpenError.code, holdStatus: 'VOIDED' })
    const foreign = voidHold(town.member('wash').context, { ...input, idempotencyKey: uuidv7() })
    await expect(foreign).rejects.toThrow(NotFoundError)
  })

  it('has one winner among concurrent captures and voids, and nothing stays reserved', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const { hold } = await createHold(context, aHold(town.customer('Anna'), { points: points(400n) }))
    const attempts = Array.from({ length: 16 }, (_, index) =>
      index % 2 === 0
        ? captureHold(context, capture(hold.id, roubles(1_000)))
        : voidHold(context, { holdId: hold.id, idempotencyKey: uuidv7() }),
    )
    const results = await Promise.allSettled(attempts)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(HoldNotOpenError)
    expect((await walletOf(town))?.reserved).toBe(0n)
  })

  it('times out: the points come back, and neither capture nor void is possible any more', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const { hold } = await createHold(context, aHold(town.customer('Anna'), { ttlSeconds: 3_600 }))
    expect(hold.expiresAt.getTime() - hold.createdAt.getTime()).toBe(3_600_000)
    await advanceClock(town.adminContext, { seconds: 3_601 })
    expect(await walletOf(town)).toMatchObject({ balance: 1000n, reserved: 0n, available: 1000n })
    const late = captureHold(context, capture(hold.id, roubles(1_000)))
    await expect(late).rejects.toMatchObject({ code: HoldNotOpenError.code, holdStatus: 'EXPIRED' })
    const stored = await town.store.prisma.hold.findFirstOrThrow({ where: { id: hold.id } })
    expect(stored.status).toBe('EXPIRED')
  })

  it('is refused beyond the balance, the share of its bill or the terms time-out', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const anna = town.customer('Anna')
    const rows = await ledgerRows(town.store)
    const attempts = [
      [aHold(anna, { points: points(1_001n), bill: roubles(5_000) }), InsufficientPointsError],
      [aHold(anna, { points: points(501n) }), PointsShareExceededError],
      [aHold(anna, { points: points(0n) }), InvalidInputError],
      [aHold(anna, { ttlSeconds: 604_801 }), InvalidInputError],
      [aHold(anna, { ttlSeconds: 0 }), InvalidInputError],
      [{ ...aHold(anna), customer: null }, InvalidInputError],
      [aHold({ id: uuidv7() }), NotFoundError],
    ] as const
    for (const [input, errorClass] of attempts)
      await expect(createHold(context, input)).rejects.toThrow(errorClass)
    expect(await ledgerRows(town.store)).toEqual(rows)
  })
})

describe("a customer's token", () => {
  const tokenOf = (town: BuiltCoalition, overrides: Partial<CustomerPrincipal> = {}): Context => ({
    store: town.store,
    principal: {
      kind: 'customer',
      coalitionId: town.id,
      memberId: town.member('wash').id,
      customerId: town.customer('Anna').id,
      scopes: new Set(['wallet:read', 'hold:create']),
      tokenId: 'token',
      maxPoints: points(300n),
      origin: null,
      ...overrides,
    },
  })

  it('finds no other customer and needs its scope', async () => {
    const town = await aTown()
    await expect(createHold(tokenOf(town), aHold(town.customer('Boris')))).rejects.toThrow(NotFoundError)
    const reader = tokenOf(town, { scopes: new Set(['wallet:read']) })
    await expect(createHold(reader, aHold(town.customer('Anna')))).rejects.toThrow(PermissionError)
  })

  it('cannot use up the idempotency keys of its member', async () => {
    const town = await aTown()
    const input = aHold(town.customer('Anna'))
    await createHold(tokenOf(town), input)
    const { replayed } = await createHold(town.member('wash').context, { ...input, points: points(50n) })
    expect(replayed).toBe(false)
  })
})

it('after all of it the books verify clean', async () => {
  const proof = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(proof).toMatchObject({ ok: true, findings: [] })
})
