import { Writable } from 'node:stream'
import { minor } from '@artel/ledger'
import { sumOf } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admitAffiliate } from '../affiliate/admit-affiliate.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { commissionDue } from '../commission/commission-due.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aLinkOfAffiliate, anAffiliate, aProgramme, commissionAll } from '../testing/an-affiliate.ts'
import { booksOf } from '../testing/books.ts'
import { clockOffsetAt, noonOfTenth } from '../testing/local-days.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { aTreasurer, keyed, paidInFull, planned, stated } from '../testing/settlement.ts'
import { acceptStatement } from './accept-statement.ts'
import { approvePlan } from './approve-plan.ts'
import { checkStatementLines } from './check-statement-lines.ts'
import { exportPaymentOrders } from './export-payment-orders.ts'
import { openDispute } from './open-dispute.ts'
import { proposePlan } from './propose-plan.ts'
import { recordPayment } from './record-payment.ts'
import { reversePayment } from './reverse-payment.ts'
import { setBankDetails } from './set-bank-details.ts'
import { settleWindow } from './settle-window.ts'
import { findStatement, writeStatement } from './write-statement.ts'

const DAY = 86_400
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** An affiliate that is owed 1 000.00 by the service, approved in the open window. */
async function aTown({ minPayout = 0 } = {}) {
  const town = await aCoalition({ name: 'Заречье', clockOffsetSeconds: clockOffsetAt(noonOfTenth(150)) })
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const { id } = await anAffiliate(town, { name: 'Автоблог', legalName: 'ИП Блогеров Б. Б.' })
  await admitAffiliate(town.adminContext, { id, minPayout: roubles(minPayout) })
  await aLinkOfAffiliate(town, { id }, { to: 'service', code: 'BLOG-77' })
  await aProgramme(town, 'service')
  const sale = aSale(town.customer('Anna'), { total: roubles(10_000), code: 'BLOG-77' })
  const { purchase } = await recordPurchase(town.member('service').context, sale)
  await commissionAll(town)
  await advanceClock(town.adminContext, { seconds: 15 * DAY })
  await commissionAll(town)
  return { town, affiliateId: id, purchase, treasurer: aTreasurer(town) }
}

const members = (town: BuiltCoalition) => [town.member('service'), town.member('wash')]
const owedTo = async (town: BuiltCoalition, id: string) =>
  -(await booksOf(database.store, town.id)).money('PAYABLE', id) / 10_000n
const statementOf = (town: BuiltCoalition, windowNo: number) =>
  database.store.prisma.affiliateStatement.findFirstOrThrow({ where: { coalitionId: town.id, windowNo } })

async function isSound(town: BuiltCoalition): Promise<void> {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
    [],
  )
  expect(await checkStatementLines(town.adminContext, { coalitionId: town.id })).toEqual([])
}

/** Texts of a document, as they are written. */
async function written(town: BuiltCoalition, statementId: string, format: 'json' | 'csv' | 'pdf') {
  const chunks: Buffer[] = []
  const out = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  const found = await findStatement(town.adminContext, { statementId })
  await writeStatement(town.adminContext, found, { format, language: 'ru' }, out)
  return Buffer.concat(chunks)
}

test('an affiliate has a statement, a leg of the plan and a payment, and its commissions go along', async () => {
  const { town, affiliateId, treasurer } = await aTown()
  await setBankDetails(town.adminContext, {
    ...{
      affiliateId,
      legalName: 'ИП Блогеров Б. Б.',
      taxId: '500100732259',
      account: '40802810438000000047',
    },
    ...{ bankName: 'ПАО Банк', bankCode: '044525225', correspondentAccount: '30101810400000000225' },
  })
  await setBankDetails(town.adminContext, {
    ...{ legalName: 'АО «Заречье»', taxId: '7707083893', account: '40702810838000000017' },
    ...{ bankName: 'ПАО Банк', bankCode: '044525225', correspondentAccount: '30101810400000000225' },
  })
  const statements = await stated(treasurer, 1)
  expect(statements.map(({ memberId }) => memberId)).toEqual([town.member('service').id])
  const own = await statementOf(town, 1)
  expect(own).toMatchObject({ affiliateId, lineCount: 1, closingMinor: expect.objectContaining({}) })
  expect(String(own.closingMinor)).toBe('-100000')
  const json = JSON.parse(String(await written(town, own.id, 'json')))
  expect(json.member).toMatchObject({ name: 'Автоблог', legalName: 'ИП Блогеров Б. Б.' })
  const csv = String(await written(town, own.id, 'csv'))
  expect(csv).toContain('service')
  const pdf = await written(town, own.id, 'pdf')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const commission = () =>
    database.store.prisma.commission.findFirstOrThrow({
      where: { coalitionId: town.id },
      select: { status: true },
    })
  await commissionAll(town)
  expect(await commission()).toEqual({ status: 'STATED' })
  await planned(town, treasurer, { windowNo: 1, statements, members: members(town) })
  const leg = await database.store.prisma.paymentLeg.findFirstOrThrow({
    where: { coalitionId: town.id, payeeId: affiliateId },
  })
  expect([leg.payerId, String(leg.amountMinor)]).toEqual([town.id, '100000'])
  const orders = await exportPaymentOrders(town.adminContext, { windowNo: 1, format: 'pain001' })
  expect(Buffer.from(orders.bytes).toString()).toContain('40802810438000000047')
  const payments = await paidInFull(town, treasurer, 1)
  await commissionAll(town)
  expect(await commission()).toEqual({ status: 'PAID' })
  await settleWindow(treasurer, { windowNo: 1, ...keyed() })
  expect(await owedTo(town, affiliateId)).toBe(0n)
  await isSound(town)
  // Taken back by the bank: it is owed again, and asked for by its leg.
  const toAffiliate = payments.find(({ leg: { payeeId } }) => payeeId === affiliateId)
  const paymentId = toAffiliate?.payment.id ?? ''
  await reversePayment(treasurer, { paymentId, reason: 'Returned', takenBackOn: '2026-08-11', ...keyed() })
  expect(await owedTo(town, affiliateId)).toBe(100_000n)
  expect(await commission()).toEqual({ status: 'STATED' })
  await commissionAll(town)
  expect(await commission()).toEqual({ status: 'STATED' })
  await isSound(town)
})

test('a commission is paid when no payment of its window to the affiliate is open any more', async () => {
  const { town, affiliateId, treasurer } = await aTown()
  const wash = town.member('wash')
  // Due on the next day, within the window of the other.
  await aProgramme(town, 'wash', { refundDays: 0 })
  await aLinkOfAffiliate(town, { id: affiliateId }, { to: 'wash', code: 'WASH-77' })
  const sale = aSale(town.customer('Anna'), { total: roubles(10_000), code: 'WASH-77' })
  await recordPurchase(wash.context, sale)
  await commissionAll(town)
  await advanceClock(town.adminContext, { seconds: 2 * DAY })
  await commissionAll(town)
  const statements = await stated(treasurer, 1)
  for (const { id, memberId } of statements)
    await acceptStatement(town.member(memberId === wash.id ? 'wash' : 'service').context, {
      ...{ statementId: id, ...keyed() },
    })
  const { plan } = await proposePlan(treasurer, { windowNo: 1, method: 'PEER', ...keyed() })
  await approvePlan(town.adminContext, { planId: plan.id, planHash: plan.hash, ...keyed() })
  const legs = await database.store.prisma.paymentLeg.findMany({
    where: { coalitionId: town.id, payeeId: affiliateId },
  })
  expect(legs).toHaveLength(2)
  const operator = { store: database.store, principal: { kind: 'operator' } } as const
  const pages: number[] = []
  for (let isMore = true; isMore; ) {
    const { commissions, more } = await commissionDue(operator, { coalitionId: town.id, limit: 1 })
    isMore = more
    if (commissions > 0) pages.push(commissions)
  }
  expect(pages).toEqual([1, 1])
  const seen: string[][] = []
  for (const leg of legs) {
    const amountMinor = minor(sumOf(leg.amountMinor))
    await recordPayment(treasurer, { legId: leg.id, amountMinor, paidOn: '2026-08-10', ...keyed() })
    await commissionAll(town)
    const rows = await database.store.prisma.commission.findMany({ where: { coalitionId: town.id } })
    seen.push(rows.map(({ status }) => status))
  }
  expect(seen).toEqual([
    ['STATED', 'STATED'],
    ['PAID', 'PAID'],
  ])
  await isSound(town)
})

test('below its smallest payment an affiliate waits, and what is taken back meanwhile is not paid', async () => {
  const { town, affiliateId, purchase, treasurer } = await aTown({ minPayout: 2_000 })
  const statements = await stated(treasurer, 1)
  const plan = await planned(town, treasurer, { windowNo: 1, statements, members: members(town) })
  expect(plan.carried).toContainEqual({ memberId: affiliateId, amount: '-100000' })
  await paidInFull(town, treasurer, 1)
  await admitAffiliate(town.adminContext, { id: affiliateId, minPayout: roubles(0) })
  await stated(treasurer, 2)
  // After the statements of the window, before its plan.
  await refundPurchase(town.member('service').context, {
    ...{ purchase: { id: purchase.id }, amount: roubles(6_000), reason: 'RETURN', idempotencyKey: uuidv7() },
  })
  await commissionAll(town)
  expect(await owedTo(town, affiliateId)).toBe(40_000n)
  await advanceClock(town.adminContext, { seconds: 20 * DAY })
  const { plan: later } = await proposePlan(treasurer, { windowNo: 2, ...keyed() })
  expect(later.legs).toContainEqual(expect.objectContaining({ payeeId: affiliateId, amount: '40000' }))
  await isSound(town)
})

test('what a plan has promised an affiliate is not taken back: it is written down, and the payment leaves nothing owed', async () => {
  const { town, affiliateId, purchase, treasurer } = await aTown()
  const statements = await stated(treasurer, 1)
  await planned(town, treasurer, { windowNo: 1, statements, members: members(town) })
  await refundPurchase(town.member('service').context, {
    ...{ purchase: { id: purchase.id }, amount: roubles(6_000), reason: 'RETURN', idempotencyKey: uuidv7() },
  })
  await commissionAll(town)
  expect(await owedTo(town, affiliateId)).toBe(100_000n)
  const posting = await database.store.prisma.commissionPosting.findFirstOrThrow({
    where: { coalitionId: town.id, writtenDownMinor: { gt: 0n } },
  })
  expect([posting.takenBackMinor, posting.writtenDownMinor]).toEqual([0n, 60_000n])
  await paidInFull(town, treasurer, 1)
  expect(await owedTo(town, affiliateId)).toBe(0n)
  await isSound(town)
})

test('a commission of an affiliate is no line to dispute: it is taken back itself', async () => {
  const { town, treasurer } = await aTown()
  const [statement] = await stated(treasurer, 1)
  const posting = await database.store.prisma.commissionPosting.findFirstOrThrow({
    where: { coalitionId: town.id },
  })
  await expect(
    openDispute(town.member('service').context, {
      ...{ statementId: statement?.id ?? '', entryId: posting.entryId ?? '', position: 0 },
      ...{ reason: 'Not by the video', ...keyed() },
    }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', path: ['entryId'] })
})
