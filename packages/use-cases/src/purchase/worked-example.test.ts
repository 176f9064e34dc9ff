import { micros, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { readClearingPosition } from '../reports/read-clearing-position.ts'
import { readCoverage } from '../reports/read-coverage.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  type BuiltMember,
  booksOf,
  roubles,
} from '../testing/index.ts'
import { recordPurchase } from './record-purchase.ts'
import { refundPurchase } from './refund-purchase.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Rubles of the books' table as micros. */
const rub = (text: string) => micros(BigInt(Math.round(Number(text) * 100)) * 10_000n)
const MONTH_SECONDS = 31 * 86_400

async function playWorkedExample(deposit: bigint): Promise<BuiltCoalition> {
  const town = await aCoalition({ terms: { deposit: micros(deposit) } })
    .withMember('service', { kind: 'AUTO_SERVICE', earnRule: { kind: 'PERCENT', percentBps: 500 } })
    .withMember('wash', { kind: 'CAR_WASH', earnRule: { kind: 'PERCENT', percentBps: 300 } })
    .withMember('parts', { kind: 'PARTS_SHOP', earnRule: { kind: 'PERCENT', percentBps: 400 } })
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
  const [service, wash, parts] = [town.member('service'), town.member('wash'), town.member('parts')]
  const [anna, boris] = [town.customer('Anna'), town.customer('Boris')]

  // Boris's 400 points are a year older than Anna's, so that his last 200 expire alone at the end.
  const e4 = await recordPurchase(service.context, aSale(boris, { total: roubles(8_000) }))
  await refund(service, e4.purchase.id, roubles(4_000))
  await advanceClock(town.adminContext, { seconds: MONTH_SECONDS })
  await recordPurchase(service.context, aSale(anna, { total: roubles(20_000) }))
  await recordPurchase(wash.context, aSale(anna, { total: roubles(1_000), points: points(300n) }))
  const e3 = await recordPurchase(parts.context, aSale(anna, { total: roubles(5_000), points: points(400n) }))
  await refund(parts, e3.purchase.id, roubles(2_500))
  await advanceClock(town.adminContext, { seconds: 11 * MONTH_SECONDS })
  return town
}

const refund = (member: BuiltMember, id: string, amount: ReturnType<typeof roubles>) =>
  refundPurchase(member.context, { purchase: { id }, amount, reason: '', idempotencyKey: uuidv7() })

describe.each([
  {
    funding: 'issue-funded',
    deposit: 900_000n,
    owes: { service: '1110.00', wash: '-243.00', parts: '-84.00' },
    totals: { FEES: '141.30', BREAKAGE: '36.00', PROMO_FUND: '54.00', RESERVE: '551.70' },
    contingent: { service: '0', wash: '0', parts: '0' },
  },
  {
    funding: 'burn-funded',
    deposit: 0n,
    owes: { service: '570.00', wash: '-261.90', parts: '-166.80' },
    totals: { FEES: '141.30', BREAKAGE: '0', PROMO_FUND: '0', RESERVE: '0' },
    contingent: { service: '450.00', wash: '18.90', parts: '82.80' },
  },
])('the worked example, $funding', ({ deposit, owes, totals, contingent }) => {
  let town: BuiltCoalition
  beforeAll(async () => {
    town = await playWorkedExample(deposit)
  })
  const handles = ['service', 'wash', 'parts'] as const

  it('leaves every member owing, or owed, what the specification says', async () => {
    const books = await booksOf(town.store, town.id)
    const memberIds = handles.map((handle) => town.member(handle).id)
    const positions = await readClearingPosition(town.adminContext, { coalitionId: town.id, memberIds })
    for (const handle of handles) {
      const { id } = town.member(handle)
      expect([handle, books.money('CLEARING', id)]).toEqual([handle, rub(owes[handle])])
      expect([handle, positions.get(id)?.net]).toEqual([handle, rub(owes[handle])])
    }
  })

  it('leaves fees, breakage, promo fund and reserve as the specification says, and the money book at zero', async () => {
    const { money } = await booksOf(town.store, town.id)
    for (const [kind, amount] of Object.entries(totals))
      expect([kind, -money(kind)]).toEqual([kind, rub(amount)])
    const all = ['FEES', 'BREAKAGE', 'PROMO_FUND', 'RESERVE'].reduce((sum, kind) => sum + money(kind), 0n)
    const owed = handles.reduce((sum, handle) => sum + money('CLEARING', town.member(handle).id), 0n)
    expect(all + owed).toBe(0n)
  })

  it('leaves 613 points outstanding: 500 of S, 21 of W and 92 of P with Anna, none with Boris', async () => {
    const [anna, boris] = [town.customer('Anna').id, town.customer('Boris').id]
    const wallets = await readWallet(town.adminContext, { coalitionId: town.id, customerIds: [anna, boris] })
    expect(wallets.get(anna)).toMatchObject({
      balance: 613n,
      available: 613n,
      reserved: 0n,
      pending: 0n,
      debt: 0n,
    })
    expect(wallets.get(boris)).toMatchObject({ balance: 0n, available: 0n })
    const byIssuer = new Map(wallets.get(anna)?.lots.map((lot) => [lot.issuerId, lot.remaining]))
    expect(handles.map((handle) => byIssuer.get(town.member(handle).id))).toEqual([500n, 21n, 92n])
    const books = await booksOf(town.store, town.id)
    expect(handles.map((handle) => books.points('ISSUED', town.member(handle).id))).toEqual([1200n, 21n, 92n])
    expect(-books.points('EXPIRED')).toBe(200n)
    const redeemed = handles.map((handle) => -books.points('REDEEMED', town.member(handle).id))
    expect(redeemed).toEqual([0n, 300n, 200n])
  })

  it('proves its coverage by issuer, and verifies clean', async () => {
    const coverage = await readCoverage(town.adminContext, { coalitionId: town.id })
    expect(coverage).toMatchObject({ outstandingPoints: 613n, required: rub('551.70'), covered: true })
    expect(coverage.reserve).toBe(rub(totals.RESERVE))
    const byIssuer = new Map(coverage.byIssuer.map((issuer) => [issuer.memberId, issuer.contingent]))
    for (const handle of handles)
      expect([handle, byIssuer.get(town.member(handle).id) ?? 0n]).toEqual([handle, rub(contingent[handle])])
    const proof = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })
    expect(proof).toMatchObject({ ok: true, findings: [] })
  })
})
