import { micros, minor, points } from '@artel/ledger'
import { reciprocityMatrix, type SpentPoints } from '@artel/rules'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  clockOffsetAt,
  noonOfTenth,
  roubles,
} from '../testing/index.ts'
import { readAgeing } from './read-ageing.ts'
import { readBreakage } from './read-breakage.ts'
import { readCoverage } from './read-coverage.ts'
import { readReciprocity } from './read-reciprocity.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const town = (clockOffsetSeconds = 0) =>
  aCoalition({ clockOffsetSeconds })
    .withMember('service')
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)

function buy(built: BuiltCoalition, at: string, who: string, total: number, spent = 0n) {
  const sale = aSale(built.customer(who), { total: roubles(total), points: points(spent) })
  return recordPurchase(built.member(at).context, sale)
}

describe('readReciprocity', () => {
  test('says in one query what the rules fold from the purchases one by one, refunds taken off', async () => {
    const built = await town()
    await buy(built, 'service', 'Anna', 20_000)
    await buy(built, 'wash', 'Boris', 4_000)
    const first = await buy(built, 'wash', 'Anna', 1_000, 300n)
    await buy(built, 'parts', 'Anna', 5_000, 717n)
    await buy(built, 'parts', 'Boris', 500, 150n)
    await buy(built, 'parts', 'Boris', 500, 50n)
    await buy(built, 'service', 'Anna', 400, 100n)
    await refundPurchase(built.member('wash').context, {
      purchase: { id: first.purchase.id },
      amount: roubles(500),
      reason: 'half',
      idempotencyKey: 'half',
    })
    const matrix = await readReciprocity(built.member('parts').context, { coalitionId: built.id })
    const folded = reciprocityMatrix(await spentOf(built))
    expect(matrix).toEqual(folded)
    const wash = matrix.cells.find(
      ({ issuerId, redeemerId }) =>
        issuerId === built.member('service').id && redeemerId === built.member('wash').id,
    )
    expect(wash).toMatchObject({ points: 150n, value: 135_000_000n, visits: 1n, firstVisits: 1n })
    // Both customers' first visits to the parts shop; their second and the one at home are none.
    expect(matrix.members.map(({ firstVisitsReceived }) => firstVisitsReceived)).toEqual([0n, 1n, 2n])
    const none = await readReciprocity(built.adminContext, { coalitionId: built.id, to: new Date(0) })
    expect(none).toEqual({ cells: [], members: [] })
  })

  /** The naive way: every purchase with points, in the order of the books, from the rows. */
  async function spentOf(built: BuiltCoalition): Promise<SpentPoints[]> {
    const { prisma } = database.store
    const where = { coalitionId: built.id }
    const purchases = await prisma.purchase.findMany({
      where,
      orderBy: [{ batchNo: 'asc' }, { batchStep: 'asc' }],
    })
    const refunds = await prisma.refund.findMany({ where })
    const uses = await prisma.lotUse.findMany({
      where: { ...where, kind: { in: ['REDEEM', 'REDEEM_REVERSAL'] } },
      include: { lot: true, entry: true },
    })
    const seen = new Set<string>()
    return purchases.flatMap((purchase) => {
      const visitor = `${purchase.customerId} ${purchase.memberId}`
      const firstVisit = !seen.has(visitor)
      seen.add(visitor)
      const documents = new Set([
        purchase.id,
        ...refunds.filter(({ purchaseId }) => purchaseId === purchase.id).map(({ id }) => id),
      ])
      const parts = uses
        .filter(({ entry }) => documents.has(entry.documentId ?? ''))
        .map(({ lot, points: n }) => ({
          issuerId: lot.issuerId,
          points: points(n),
          value: micros(n * lot.reservePrice),
        }))
      return parts.length === 0 ? [] : [{ redeemerId: purchase.memberId, firstVisit, parts }]
    })
  }
})

test('breakage is estimated from what became of each month, given back points not counted as spent', async () => {
  const built = await town(clockOffsetAt(noonOfTenth(100)))
  const month = () => advanceClock(built.adminContext, { seconds: 31 * 86_400 })
  const read = (context = built.adminContext) => readBreakage(context, { coalitionId: built.id, months: 6 })
  expect(await read()).toMatchObject({ triangle: [], expectedBreakage: 0n })
  await buy(built, 'service', 'Anna', 20_000)
  const spent = await buy(built, 'wash', 'Anna', 1_000, 400n)
  await month()
  await buy(built, 'parts', 'Boris', 10_000)
  await buy(built, 'wash', 'Anna', 1_000, 200n)
  await refundPurchase(built.member('wash').context, {
    purchase: { id: spent.purchase.id },
    reason: 'all',
    idempotencyKey: 'all',
  })
  const { triangle, method, cohorts } = await read(built.member('service').context)
  // Its own 1000: 400 spent and given back, then 200 for good. Never more earlier than later.
  expect(triangle.map(({ issued, redeemedByAge }) => [issued, redeemedByAge])).toEqual([
    [1_000n, [200n, 200n]],
    [0n, [0n]],
  ])
  expect([method, cohorts[0]?.expectedBreakage]).toEqual(['CHAIN_LADDER', 800n])
  const all = await read()
  // The wash's 30 of the first month went with the refund; it gave 40 in the second, and Boris got 500.
  expect(all.triangle.map(({ issued }) => issued)).toEqual([1_000n, 540n])
  await expect(readBreakage(built.adminContext, { coalitionId: built.id, months: 61 })).rejects.toMatchObject(
    {
      path: ['months'],
    },
  )
})

test('open payments age by the coalition’s day; paid ones and those of others are not there', async () => {
  const built = await town()
  const { prisma } = database.store
  const coalitionId = built.id
  const [service, wash] = [built.member('service').id, built.member('wash').id]
  const id = (last: number) => `01960000-0000-7000-8000-0000000000${String(last).padStart(2, '0')}`
  const today = new Date(`${(await readAgeing(built.adminContext, { coalitionId })).today}T00:00:00Z`)
  const before = (days: number) => new Date(today.getTime() - days * 86_400_000)
  await database.store.pool.query('select close_windows($1, 1, true)', [coalitionId])
  const plan = { legs: [], carried: [], residues: [], hash: 'a'.repeat(64), currency: 'RUB', method: 'HUB' }
  await prisma.plan.create({
    data: {
      ...{ ...plan, coalitionId, id: id(1), windowNo: 1, planNo: 1, totalMinor: 500 },
      ...{ proposedAt: today, proposedById: built.admin.keyId },
    },
  })
  const leg = (legNo: number, payerId: string, payeeId: string, days: number) =>
    prisma.paymentLeg.create({
      data: {
        ...{ coalitionId, id: id(10 + legNo), planId: id(1), windowNo: 1, legNo, payerId, payeeId },
        ...{ amountMinor: 100, reference: `leg-${legNo}`, dueOn: before(days) },
      },
    })
  await leg(1, service, coalitionId, 40)
  await leg(2, wash, coalitionId, 0)
  await leg(3, coalitionId, service, 40)
  await leg(4, service, wash, 3)
  const pay = (paid: number, legNo: number, amount: bigint) =>
    prisma.payment.create({
      data: {
        ...{ coalitionId, id: id(paid), legId: id(10 + legNo), amountMinor: amount, paidOn: today },
        ...{
          entryId: id(99),
          source: 'MANUAL',
          note: '',
          recordedAt: today,
          recordedById: built.admin.keyId,
        },
      },
    })
  await pay(20, 1, 30n)
  await pay(21, 4, 100n)
  const all = await readAgeing(built.adminContext, { coalitionId })
  expect(
    all.members.map(({ memberId, notDue, days31To60, total, oldestDays }) => [
      ...[memberId, notDue, days31To60, total, oldestDays],
    ]),
  ).toEqual([
    [service, 0n, 70n, 70n, 40],
    [wash, 100n, 0n, 100n, 0],
  ])
  const own = await readAgeing(built.member('wash').context, { coalitionId })
  expect(own.members.map(({ memberId, total }) => [memberId, minor(total)])).toEqual([[wash, 100n]])
})

test('where the coalition has agreed so, the coverage proof is whole for every member without the names of others', async () => {
  const built = await town()
  await buy(built, 'service', 'Anna', 20_000)
  await buy(built, 'wash', 'Anna', 2_000)
  await buy(built, 'parts', 'Boris', 10_000)
  const { id: coalitionId } = built
  const { context } = built.member('wash')
  expect((await readCoverage(context, { coalitionId })).byIssuer).toHaveLength(3)
  await updateCoalition(built.adminContext, { coverageAnonymous: true })
  const proof = await readCoverage(context, { coalitionId })
  expect(proof.byIssuer.map(({ memberId }) => memberId)).toEqual([built.member('wash').id])
  expect(proof.anonymousIssuers.map(({ outstandingPoints }) => outstandingPoints)).toEqual([1_000n, 500n])
  expect(
    JSON.stringify(proof, (_name, value) => (typeof value === 'bigint' ? `${value}` : value)),
  ).not.toContain(built.member('service').id)
  expect([proof.outstandingPoints, proof.covered]).toEqual([1_600n, true])
  expect((await readCoverage(built.adminContext, { coalitionId })).byIssuer).toHaveLength(3)
  await updateCoalition(built.adminContext, {})
  expect((await readCoverage(context, { coalitionId })).anonymousIssuers).toHaveLength(2)
  await expect(updateCoalition(context, { coverageAnonymous: false })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('no report is for a stranger or for another coalition', async () => {
  const built = await town()
  const other = await town()
  const reads = [readReciprocity, readAgeing, readBreakage, readCoverage]
  for (const read of reads) {
    const input = { coalitionId: built.id, months: 3 }
    await expect(read(other.adminContext, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const poor = { ...built.member('wash').principal, scopes: new Set(['wallet:read']) }
    for (const principal of [{ kind: 'anonymous' } as const, { kind: 'operator' } as const, poor])
      await expect(read({ store: database.store, principal }, input)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
  }
})
