import { points } from '@artel/ledger'
import type { Purchase } from '@artel/store/prisma'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { captureHold } from '../hold/capture-hold.ts'
import { createHold } from '../hold/create-hold.ts'
import { releaseDueHolds } from '../hold/release-due-holds.ts'
import { voidHold } from '../hold/void-hold.ts'
import { expireDueLots } from '../points/expire-due-lots.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import {
  aCoalition,
  aHold,
  aSale,
  type BuiltCoalition,
  booksOf,
  type CoalitionOverrides,
  ISSUE_FUNDED_TERMS,
  joinWithCodes,
  roubles,
  transferWithCode,
} from '../testing/index.ts'
import { recordPurchase } from './record-purchase.ts'
import { refundPurchase } from './refund-purchase.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const MICROS = 1_000_000n

const aTown = (terms: NonNullable<CoalitionOverrides['terms']> = {}) =>
  aCoalition({ terms: { ...ISSUE_FUNDED_TERMS, maxPointsShareBps: 10_000, ...terms } })
    .withMember('service')
    .withMember('wash', { earnRule: { kind: 'FIXED', fixedPoints: points(0n) } })
    .withCustomer('Anna', { phone: '+79120000001' })
    .withCustomer('Boris', { phone: '+79120000002' })
    .open(database.store)

/** Whoever buys for 20 000.00 at the service earns 1000 points. */
const earn = async (town: BuiltCoalition, name = 'Anna') =>
  (
    await recordPurchase(
      town.member('service').context,
      aSale(town.customer(name), { total: roubles(20_000) }),
    )
  ).purchase
const spend = async (town: BuiltCoalition, n: bigint, name = 'Anna') =>
  (
    await recordPurchase(
      town.member('wash').context,
      aSale(town.customer(name), { total: roubles(Number(n)), points: points(n) }),
    )
  ).purchase
const refund = async (town: BuiltCoalition, { id, memberId }: Purchase, kopecks?: bigint) => {
  const handle = memberId === town.member('wash').id ? 'wash' : 'service'
  const amount = kopecks === undefined ? {} : { amount: roubles(0, Number(kopecks)) }
  const input = { purchase: { id }, reason: 'Returned', idempotencyKey: uuidv7(), ...amount }
  return (await refundPurchase(town.member(handle).context, input)).refund
}
const hold = async (town: BuiltCoalition, n: bigint, more: object = {}) =>
  (
    await createHold(
      town.member('wash').context,
      aHold(town.customer('Anna'), { points: points(n), ...more }),
    )
  ).hold
async function walletOf(town: BuiltCoalition, name = 'Anna') {
  const { id } = town.customer(name)
  return (await readWallet(town.adminContext, { coalitionId: town.id, customerIds: [id] })).get(id)
}
/** What a member owes, roubles. */
const owedBy = async (town: BuiltCoalition, handle: string) =>
  Number((await booksOf(town.store, town.id)).money('CLEARING', town.member(handle).id)) / Number(MICROS)
const merge = (town: BuiltCoalition) =>
  mergeCustomers(town.adminContext, {
    customer: { id: town.customer('Anna').id },
    into: { id: town.customer('Boris').id },
    idempotencyKey: uuidv7(),
  })

describe.each(['ISSUER_BEARS', 'CUSTOMER_DEBT'] as const)(
  'under %s, points of a refunded sale',
  (refundPolicy) => {
    it('that were spent come back to the issuer, whichever sale is refunded first', async () => {
      for (const order of ['earned', 'spent']) {
        const town = await aTown({ refundPolicy })
        const earned = await earn(town)
        const spent = await spend(town, 1000n)
        const undone = order === 'earned' ? [earned, spent] : [spent, earned]
        const [first, last] = [
          await refund(town, undone[0] as Purchase),
          await refund(town, undone[1] as Purchase),
        ]
        const claimed = order === 'earned' ? 1000n : 0n
        expect(order === 'earned' ? last : first).toMatchObject({
          pointsReturned: 1000n,
          pointsClaimed: claimed,
        })
        expect(await walletOf(town)).toMatchObject({ balance: 0n, debt: 0n })
        expect([await owedBy(town, 'service'), await owedBy(town, 'wash')]).toEqual([0, 0])
      }
    })

    it('that were held come back to it when the hold is let go, times out, or is captured in part', async () => {
      for (const end of ['void', 'time-out', 'capture']) {
        const town = await aTown({ refundPolicy })
        const earned = await earn(town)
        const { id: holdId } = await hold(town, 400n)
        expect(await refund(town, earned)).toMatchObject({ pointsRecovered: 600n })
        const { context } = town.member('wash')
        const idempotencyKey = uuidv7()
        if (end === 'void') await voidHold(context, { holdId, idempotencyKey })
        else if (end === 'time-out') {
          await advanceClock(town.adminContext, { seconds: 8 * 86_400 })
          await releaseDueHolds(town.adminContext, { coalitionId: town.id, limit: 10 })
        } else {
          const bill = { total: roubles(100), points: points(100n), receiptRef: uuidv7() }
          await captureHold(context, { holdId, ...bill, idempotencyKey })
        }
        const kept = end === 'capture' ? 100n : 0n
        const debt = refundPolicy === 'CUSTOMER_DEBT' ? kept : 0n
        expect(await walletOf(town), end).toMatchObject({ balance: 0n, reserved: 0n, debt })
        expect(await owedBy(town, 'service')).toBe(Number(kept))
      }
    })

    it('that ran out unspent make no debt, and the issuer keeps its share of the breakage alone', async () => {
      const town = await aTown({ refundPolicy, expiryMonths: 1, refundGraceDays: 400 })
      const earned = await earn(town)
      const spent = await spend(town, 300n)
      await advanceClock(town.adminContext, { seconds: 40 * 86_400 })
      await expireDueLots(town.adminContext, { coalitionId: town.id, limit: 10 })
      // 1000.00 paid in, half of the 630.00 behind 700 points back.
      expect(await owedBy(town, 'service')).toBe(1000 - 315)
      const owed = refundPolicy === 'CUSTOMER_DEBT'
      expect(await refund(town, earned)).toMatchObject({
        ...{ pointsRecovered: 0n, pointsExpired: 700n },
        ...{ pointsToDebt: owed ? 300n : 0n, pointsBorne: owed ? 0n : 300n },
      })
      expect(await owedBy(town, 'service')).toBe(1000 - 315)
      await refund(town, spent)
      expect(await walletOf(town)).toMatchObject({ balance: 0n, debt: 0n })
      expect(await owedBy(town, 'service')).toBe(700 - 315)
    })

    it('that a merged customer had are recovered of the survivor, and claimed of what comes back to it', async () => {
      const town = await aTown({ refundPolicy })
      const earned = await earn(town)
      const before = await spend(town, 200n)
      await merge(town)
      const after = await spend(town, 300n, 'Boris')
      expect(await refund(town, earned, 1_000_000n)).toMatchObject({ pointsRecovered: 500n })
      expect(await refund(town, earned)).toMatchObject({ pointsRecovered: 0n })
      expect(await walletOf(town, 'Boris')).toMatchObject({
        ...{ balance: 0n, debt: refundPolicy === 'CUSTOMER_DEBT' ? 500n : 0n },
      })
      expect(await refund(town, before)).toMatchObject({ pointsReturned: 200n, pointsClaimed: 200n })
      expect(await refund(town, after)).toMatchObject({ pointsReturned: 300n, pointsClaimed: 300n })
      expect(await walletOf(town, 'Boris')).toMatchObject({ balance: 0n, debt: 0n })
      expect([await owedBy(town, 'service'), await owedBy(town, 'wash')]).toEqual([0, 0])
    })

    it('that were given within a household count as spent', async () => {
      const town = await aTown({ refundPolicy })
      const earned = await earn(town)
      const people = { customer: { id: town.customer('Anna').id }, with: { id: town.customer('Boris').id } }
      await joinWithCodes(town.member('service').context, people)
      const gift = { from: people.customer, to: people.with, points: points(400n), idempotencyKey: uuidv7() }
      await transferWithCode(town.member('service').context, gift)
      const owed = refundPolicy === 'CUSTOMER_DEBT'
      expect(await refund(town, earned)).toMatchObject({
        ...{ pointsRecovered: 600n, pointsToDebt: owed ? 400n : 0n, pointsBorne: owed ? 0n : 400n },
      })
      const spent = await spend(town, 400n, 'Boris')
      expect(await refund(town, spent)).toMatchObject({ pointsReturned: 400n, pointsClaimed: 0n })
      expect(await walletOf(town, 'Boris')).toMatchObject({ balance: 400n })
    })
  },
)

describe('a debt paid by other points meanwhile', () => {
  it('leaves what comes back to the customer', async () => {
    const town = await aTown({ refundPolicy: 'CUSTOMER_DEBT' })
    const earned = await earn(town)
    const spent = await spend(town, 1000n)
    await refund(town, earned)
    await earn(town)
    expect(await walletOf(town)).toMatchObject({ balance: 0n, debt: 0n })
    expect(await refund(town, spent)).toMatchObject({ pointsReturned: 1000n, pointsClaimed: 0n })
    expect(await walletOf(town)).toMatchObject({ balance: 1000n, debt: 0n })
  })
})

/** Sales of one customer that spend what the ones before earned, then parts of them refunded. */
const story = fc.record({
  refundPolicy: fc.constantFrom('ISSUER_BEARS' as const, 'CUSTOMER_DEBT' as const),
  sales: fc.array(fc.record({ at: fc.constantFrom('service', 'wash', 'parts'), spend: fc.nat(100) }), {
    minLength: 3,
    maxLength: 5,
  }),
  parts: fc.array(fc.record({ sale: fc.nat(4), percent: fc.integer({ min: 20, max: 100 }) }), {
    minLength: 4,
    maxLength: 7,
  }),
  runsOut: fc.boolean(),
})

it('any order of refunding what earned and what spent the same points ends in the same books', async () => {
  await fc.assert(
    fc.asyncProperty(
      story.chain((each) =>
        fc.tuple(
          fc.constant(each),
          fc.shuffledSubarray([...each.parts.keys()], { minLength: each.parts.length }),
        ),
      ),
      async ([{ refundPolicy, sales, parts, runsOut }, shuffled]) => {
        const ends: object[] = []
        for (const order of [[...parts.keys()], shuffled]) {
          const terms = { ...ISSUE_FUNDED_TERMS, refundPolicy, maxPointsShareBps: 10_000, expiryMonths: 1 }
          const town = await aCoalition({ terms })
            .withMember('service')
            .withMember('wash')
            .withMember('parts')
            .withCustomer('Anna')
            .open(database.store)
          const made: Purchase[] = []
          for (const { at, spend: percent } of sales) {
            const available = (await walletOf(town))?.available ?? 0n
            const spent = points((available * BigInt(percent)) / 100n)
            const sale = aSale(town.customer('Anna'), { total: roubles(2_000), points: spent })
            made.push((await recordPurchase(town.member(at).context, sale)).purchase)
          }
          if (runsOut) {
            await advanceClock(town.adminContext, { seconds: 40 * 86_400 })
            await expireDueLots(town.adminContext, { coalitionId: town.id, limit: 10 })
          }
          const left = new Map<string, bigint>(made.map(({ id, totalMinor }) => [id, totalMinor]))
          const amounts = parts.map(({ sale, percent }) => {
            const { id = '', totalMinor = 0n } = made[sale % made.length] ?? {}
            const rest = left.get(id) ?? 0n
            const wished = (totalMinor * BigInt(percent)) / 100n
            const amountMinor = wished < rest ? wished : rest
            left.set(id, rest - amountMinor)
            return { id, amountMinor }
          })
          for (const index of order) {
            const { id, amountMinor } = amounts[index] ?? { id: '', amountMinor: 0n }
            const handle = sales[made.findIndex((purchase) => purchase.id === id)]?.at ?? ''
            if (amountMinor > 0n)
              await refundPurchase(town.member(handle).context, {
                purchase: { id },
                amount: roubles(0, Number(amountMinor)),
                reason: 'Returned',
                idempotencyKey: uuidv7(),
              })
          }
          const { money, points: inPoints } = await booksOf(town.store, town.id)
          const { id: anna } = town.customer('Anna')
          ends.push({
            balance: (await walletOf(town))?.balance,
            debt: inPoints('DEBT', anna),
            clearing: sales.map(({ at }) => money('CLEARING', town.member(at).id)),
            accounts: ['RESERVE', 'FEES', 'PROMO_FUND', 'BREAKAGE'].map((kind) => money(kind)),
            redeemed: sales.map(({ at }) => inPoints('REDEEMED', town.member(at).id)),
            issued: sales.map(({ at }) => inPoints('ISSUED', town.member(at).id)),
          })
        }
        expect(ends[1]).toEqual(ends[0])
      },
    ),
    { numRuns: Number(process.env.ARTEL_ORDER_RUNS ?? 8) },
  )
})

it('after all of it the books verify clean', async () => {
  const proof = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(proof).toMatchObject({ ok: true, findings: [] })
})
