import { micros, minor, points } from '@artel/ledger'
import { coverageSums, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition, ISSUE_FUNDED_TERMS } from '../testing/a-coalition.ts'
import { acceptTerms } from './accept-terms.ts'
import { proposeTerms } from './propose-terms.ts'
import { revaluePoints } from './revalue-points.ts'
import type { TermsInput } from './terms-columns.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

const FUNDINGS = [
  ['issue-funded', micros(900_000n)],
  ['hybrid', micros(450_000n)],
  ['burn-funded', micros(0n)],
] as const

let sales = 0
async function selling(built: BuiltCoalition, handle: string) {
  sales += 1
  await recordPurchase(built.member(handle).context, {
    customer: { id: built.customer('Anna').id },
    receiptRef: `R-${sales}`,
    total: { amountMinor: minor(100_000n), currency: 'RUB' },
    points: points(0n),
    idempotencyKey: `sale-${sales}`,
  })
}

/** A version of the terms that all accept and that is in force now. */
async function changing(built: BuiltCoalition, changes: Partial<TermsInput>) {
  const startsAt = new Date(Date.now() + 86_400_000 * (1 + (built.terms.version + sales) * 2))
  const terms = { ...ISSUE_FUNDED_TERMS, ...changes }
  const next = await proposeTerms(built.adminContext, { startsAt, terms, idempotencyKey: `p-${sales}` })
  for (const handle of ['service', 'wash'])
    await acceptTerms(built.member(handle).context, {
      termsId: next.terms.id,
      contractHash: next.terms.contractHash,
      acceptedBy: 'The director',
    })
  const seconds = Math.ceil((startsAt.getTime() - Date.now()) / 1_000)
  const { clockOffsetSeconds } = await store.prisma.coalition.findUniqueOrThrow({ where: { id: built.id } })
  await advanceClock(built.adminContext, { seconds: seconds - Number(clockOffsetSeconds) })
  return next.terms
}

const town = (deposit: TermsInput['deposit']) =>
  aCoalition({ terms: { deposit } }).withMember('service').withMember('wash').withCustomer('Anna').open(store)
const revaluing = (built: BuiltCoalition) => revaluePoints(built.adminContext, { coalitionId: built.id })

test.each(FUNDINGS)(
  '%s: a changed R is written down once, and no lot and no reserve moves',
  async (_, deposit) => {
    const built = await town(deposit)
    await selling(built, 'service')
    await selling(built, 'wash')
    expect(await revaluing(built)).toBeNull()
    const before = await coverageSums(store, built.id)
    const next = await changing(built, { reservePrice: micros(950_000n), deposit })
    const written = await revaluing(built)
    expect(written).toMatchObject({
      termsId: next.id,
      oldReservePrice: 900_000n,
      newReservePrice: 950_000n,
      payer: 'NONE',
      entryId: null,
    })
    // 50 points each, 0.05 a point more.
    const worth = { points: '50', differenceMicros: '2500000', bookedMicros: '0' }
    expect(written?.issuers).toEqual([expect.objectContaining(worth), expect.objectContaining(worth)])
    expect(await revaluing(built)).toEqual(written)
    expect(await coverageSums(store, built.id)).toEqual(before)
  },
)

test('where the terms say so issuers make a rise good to the promo fund, and a fall comes back out of it', async () => {
  const built = await town(micros(450_000n))
  await selling(built, 'service')
  await selling(built, 'wash')
  const reserve = (await coverageSums(store, built.id)).reserve
  await changing(built, { reservePrice: micros(950_000n), deposit: micros(450_000n), revaluation: 'ISSUERS' })
  const rise = await revaluing(built)
  const legs = await store.prisma.transfer.findMany({
    where: { coalitionId: built.id, entryId: rise?.entryId ?? '' },
  })
  expect(legs.map(({ debitKind, creditKind, amount }) => [debitKind, creditKind, amount])).toEqual([
    ['CLEARING', 'PROMO_FUND', 2_500_000n],
    ['CLEARING', 'PROMO_FUND', 2_500_000n],
  ])
  await selling(built, 'service')
  // A fall by 0.15 on old lots and 0.20 on the new one: 25.00 in all, and 5.00 in the fund.
  await changing(built, { reservePrice: micros(750_000n), deposit: micros(450_000n), revaluation: 'ISSUERS' })
  const fall = await revaluing(built)
  const back = await store.prisma.transfer.findMany({
    where: { coalitionId: built.id, entryId: fall?.entryId ?? '' },
  })
  expect(back.map(({ debitKind, creditKind }) => [debitKind, creditKind])).toEqual([
    ['PROMO_FUND', 'CLEARING'],
    ['PROMO_FUND', 'CLEARING'],
  ])
  expect(back.reduce((sum, { amount }) => sum + amount, 0n)).toBe(5_000_000n)
  const after = await coverageSums(store, built.id)
  expect(after.reserve).toBe(reserve + 50n * 450_000n)
})

test('after all of it the books verify clean', async () => {
  const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(findings).toEqual([])
})
