import { points, Refusal } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { captureHold } from '../hold/capture-hold.ts'
import { createHold } from '../hold/create-hold.ts'
import { joinHousehold } from '../household/join-household.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aHold,
  aSale,
  type BuiltCoalition,
  codeFor,
  keepingSender,
  roubles,
} from '../testing/index.ts'
import { principalsOf } from '../testing/principals.ts'
import type { GivenConfirmation } from './consent.ts'

let database: TestDatabase
let store: Store
/** Another process. */
let elsewhere: Store
let town: BuiltCoalition
let shop: Context
let anna: { readonly id: string }
let boris: { readonly id: string }
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  elsewhere = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await elsewhere.close()
  await database.drop()
})
/** Anna has 50 points, and any spending takes a code. */
beforeEach(async () => {
  town = await aCoalition()
    .withMember('shop')
    .withMember('wash')
    .withCustomer('Anna', { phone: '+79120000001' })
    .withCustomer('Boris', { email: 'boris@example.com' })
    .open(store)
  shop = { ...town.member('shop').context, sender: keepingSender([]) }
  anna = { id: town.customer('Anna').id }
  boris = { id: town.customer('Boris').id }
  await recordPurchase(shop, aSale(anna))
  await threshold(0n)
})

const threshold = (above: bigint | null) =>
  updateCoalition(town.adminContext, { confirmSpendingAbovePoints: above === null ? null : points(above) })
const spendCode = (most = 50n, context = shop) =>
  codeFor(context, { purpose: 'SPEND', customer: anna, points: points(most) })
const spending = (spent: bigint, confirmation?: GivenConfirmation | null) =>
  aSale(anna, { points: points(spent), ...(confirmation === undefined ? {} : { confirmation }) })
const wrong = ({ id, code }: GivenConfirmation) => ({ id, code: code === '000000' ? '000001' : '000000' })
const refused = (code: string, facts: object = {}) => expect.objectContaining({ code, ...facts })
const outcome = (work: Promise<unknown>) => work.then(() => 'done').catch((error: unknown) => error)

async function balance({ id }: { readonly id: string }): Promise<bigint | undefined> {
  const asked = { coalitionId: town.id, customerIds: [id], withLots: false }
  return (await readWallet(town.adminContext, asked)).get(id)?.balance
}
const move = (context: Context, seconds: number) =>
  context.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: { increment: seconds } },
  })

describe('spending above the threshold', () => {
  test('takes a code for more points than the threshold, none up to it, and none where it is off', async () => {
    await threshold(20n)
    await recordPurchase(shop, spending(20n))
    expect(await outcome(recordPurchase(shop, spending(21n)))).toEqual(
      refused('CONFIRMATION_REQUIRED', {
        purpose: 'SPEND',
        customerId: anna.id,
        threshold: 20n,
        path: ['confirmation'],
      }),
    )
    await threshold(null)
    await recordPurchase(shop, spending(21n))
  })

  test.each([
    ['none', 20n, 0n, false],
    ['as many as the threshold', 20n, 20n, false],
    ['one more', 20n, 21n, true],
    ['one, where all take a code', 0n, 1n, true],
    ['many, where it is off', null, 21n, false],
  ])('is said by the quote: %s', async (_what, above, spent, needed) => {
    await threshold(above)
    const { total } = spending(0n)
    const quote = await quotePurchase(shop, { customer: anna, total, points: points(spent) })
    expect(quote.needsConfirmation).toBe(needed)
  })

  test('goes on under the same key once the code is there, and replays without it', async () => {
    const asked = spending(30n)
    expect(await outcome(recordPurchase(shop, asked))).toEqual(refused('CONFIRMATION_REQUIRED'))
    const confirmation = await spendCode(30n)
    const done = await recordPurchase(shop, { ...asked, confirmation })
    expect(done).toMatchObject({ replayed: false, purchase: { pointsRedeemed: 30n } })
    await move(shop, 3_600)
    for (const again of [asked, { ...asked, confirmation }, { ...asked, confirmation: wrong(confirmation) }])
      expect(await recordPurchase(shop, again)).toMatchObject({
        replayed: true,
        purchase: { id: done.purchase.id },
      })
    const { confirmation: _, ...other } = { ...asked, receiptRef: 'another' }
    expect(await outcome(recordPurchase(shop, other))).toEqual(refused('IDEMPOTENCY_KEY_MISMATCH'))
  })

  test('is confirmed once: the second command is refused, however it asks', async () => {
    const confirmation = await spendCode()
    await recordPurchase(shop, spending(10n, confirmation))
    for (const again of [
      () => recordPurchase(shop, spending(10n, confirmation)),
      () => createHold(shop, aHold(anna, { points: points(10n), confirmation })),
    ])
      expect(await outcome(again())).toEqual(
        refused('CONFIRMATION_INVALID', { reason: 'USED', attemptsLeft: 0 }),
      )
  })

  test('is confirmed once when many commands bring the code at the same time from two processes', async () => {
    const confirmation = await spendCode()
    const tries = Array.from({ length: 12 }, (_, i) =>
      outcome(recordPurchase({ ...shop, store: i % 2 ? store : elsewhere }, spending(4n, confirmation))),
    )
    const outcomes = await Promise.all(tries)
    // Beyond the fifth try the code is spent, whoever has it right.
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1)
    expect(outcomes.filter((one) => one instanceof Refusal)).toHaveLength(11)
  })

  test('sent many times at once under one key is one try and one spending', async () => {
    const asked = spending(30n, await spendCode())
    const answers = await Promise.all(Array.from({ length: 20 }, () => recordPurchase(shop, asked)))
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    const { attempts } = await store.prisma.confirmation.findFirstOrThrow({ where: { coalitionId: town.id } })
    expect(attempts).toBe(1)
    expect(await balance(anna)).toBe(50n - 30n + 48n)
  })

  test('takes the code for less than it was asked for, and not for more, another member or another customer', async () => {
    const confirmation = await spendCode(20n)
    const otherAct = refused('CONFIRMATION_INVALID', { reason: 'OTHER_ACT' })
    await recordPurchase(shop, aSale(boris))
    expect(await outcome(recordPurchase(shop, spending(21n, confirmation)))).toEqual(otherAct)
    const washed = recordPurchase(
      { ...town.member('wash').context, sender: shop.sender },
      spending(20n, confirmation),
    )
    expect(await outcome(washed)).toEqual(otherAct)
    const his = recordPurchase(shop, aSale(boris, { points: points(20n), confirmation }))
    expect(await outcome(his)).toEqual(otherAct)
    await recordPurchase(shop, spending(19n, confirmation))
  })

  test('gives the code back when the command is refused for good, and only then', async () => {
    const confirmation = await spendCode(50n)
    const tooMuch = { ...spending(40n, confirmation), total: roubles(50) }
    expect(await outcome(recordPurchase(shop, tooMuch))).toEqual(refused('POINTS_SHARE_EXCEEDED'))
    await recordPurchase(shop, spending(40n, confirmation))
    // The refused key never acts: it answers as before, with the code as without.
    expect(await outcome(recordPurchase(shop, tooMuch))).toEqual(
      refused('POINTS_SHARE_EXCEEDED', { replayed: true }),
    )
    expect(await outcome(recordPurchase(shop, spending(1n, confirmation)))).toEqual(
      refused('CONFIRMATION_INVALID', { reason: 'USED' }),
    )
  })

  test('goes on after a crash between the code and the posting, under the same key alone', async () => {
    const confirmation = await spendCode()
    const asked = spending(30n, confirmation)
    // What a process leaves behind that took the code and died.
    await store.prisma.confirmation.updateMany({
      where: { coalitionId: town.id, id: confirmation.id },
      data: {
        ...{ usedAt: new Date(), usedScopeId: town.member('shop').id, usedOperation: 'purchaseRecord' },
        usedKey: asked.idempotencyKey,
      },
    })
    expect(await outcome(recordPurchase(shop, spending(30n, confirmation)))).toEqual(
      refused('CONFIRMATION_INVALID'),
    )
    await move(shop, 300)
    expect(await recordPurchase(shop, asked)).toMatchObject({ replayed: false })
  })

  test('takes a code of a hold with a customer token too; its capture takes none', async () => {
    const principal = { ...principalsOf(town).customer, maxPoints: points(30n) } as Context['principal']
    const widget: Context = { ...shop, principal }
    const { customer: _, ...asked } = aHold(anna, { points: points(20n) })
    expect(await outcome(createHold(widget, asked))).toEqual(refused('CONFIRMATION_REQUIRED'))
    // Nothing of the token's cap was set aside for it.
    expect(await store.prisma.tokenHold.count({ where: { coalitionId: town.id } })).toBe(0)
    const confirmation = await codeFor(widget, { purpose: 'SPEND', points: points(20n) })
    const { hold } = await createHold(widget, { ...asked, confirmation })
    const final = { holdId: hold.id, receiptRef: uuidv7(), total: roubles(1000), idempotencyKey: uuidv7() }
    expect(await captureHold(shop, final)).toMatchObject({ purchase: { pointsRedeemed: 20n } })
    const stranger = codeFor(widget, { purpose: 'SPEND', customer: boris, points: points(1n) })
    expect(await outcome(stranger)).toEqual(refused('NOT_FOUND'))
  })
})

describe('a code', () => {
  test('is dead after five wrong tries, right or wrong, and says how many are left', async () => {
    const confirmation = await spendCode()
    const left: unknown[] = []
    for (let i = 0; i < 5; i += 1)
      left.push(await outcome(recordPurchase(shop, spending(10n, wrong(confirmation)))))
    expect(left).toEqual(
      [4, 3, 2, 1, 0].map((attemptsLeft) =>
        refused('CONFIRMATION_INVALID', { reason: 'WRONG_CODE', attemptsLeft }),
      ),
    )
    expect(await outcome(recordPurchase(shop, spending(10n, confirmation)))).toEqual(
      refused('CONFIRMATION_INVALID', { reason: 'TRIED_TOO_OFTEN', attemptsLeft: 0 }),
    )
    expect(await balance(anna)).toBe(50n)
  })

  test('is tried five times at most by two processes that guess at once', async () => {
    const confirmation = await spendCode()
    const guesses = Array.from({ length: 40 }, (_, i) =>
      outcome(
        recordPurchase({ ...shop, store: i % 2 ? store : elsewhere }, spending(10n, wrong(confirmation))),
      ),
    )
    const reasons = (await Promise.all(guesses)).map((error) => (error as { reason?: string }).reason)
    expect(reasons.filter((reason) => reason === 'WRONG_CODE')).toHaveLength(5)
    expect(reasons.filter((reason) => reason === 'TRIED_TOO_OFTEN')).toHaveLength(35)
    const { attempts } = await store.prisma.confirmation.findFirstOrThrow({ where: { coalitionId: town.id } })
    expect(attempts).toBe(5)
  })

  test('expires after ten minutes by the coalition’s clock, and is never found in the database', async () => {
    const confirmation = await spendCode()
    const row = await store.prisma.confirmation.findFirstOrThrow({ where: { coalitionId: town.id } })
    expect(
      JSON.stringify({ ...row, codeHash: Buffer.from(row.codeHash).toString('latin1') }, printed),
    ).not.toContain(confirmation.code)
    await move(shop, 601)
    expect(await outcome(recordPurchase(shop, spending(10n, confirmation)))).toEqual(
      refused('CONFIRMATION_EXPIRED', { expiredAt: row.expiresAt }),
    )
  })

  test('that is unknown, or of another coalition, is not found; what cannot be one is no try', async () => {
    const confirmation = await spendCode()
    const nowhere = { ...confirmation, id: uuidv7() }
    expect(await outcome(recordPurchase(shop, spending(10n, nowhere)))).toEqual(
      refused('NOT_FOUND', { path: ['confirmation', 'id'] }),
    )
    for (const code of ['12345', '1234567', 'abcdef', ''])
      expect(await outcome(recordPurchase(shop, spending(10n, { ...confirmation, code })))).toEqual(
        refused('INVALID_INPUT', { path: ['confirmation', 'code'] }),
      )
    const spaced = `${confirmation.code.slice(0, 3)} ${confirmation.code.slice(3)}`
    await recordPurchase(shop, spending(10n, { ...confirmation, code: spaced }))
  })
})

test('without a sender what needs a code says so, and what needs none works', async () => {
  const { sender: _, ...mute } = shop
  const unavailable = refused('CONFIRMATION_UNAVAILABLE')
  expect(await outcome(recordPurchase(mute, spending(10n)))).toEqual(unavailable)
  expect(await outcome(createHold(mute, aHold(anna, { points: points(10n) })))).toEqual(unavailable)
  expect(await outcome(joinHousehold(mute, { customer: anna, with: boris }))).toEqual(unavailable)
  await recordPurchase(mute, spending(0n))
  await threshold(null)
  await recordPurchase(mute, spending(10n))
})

/** Bigints of a row as text. */
const printed = (_name: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
