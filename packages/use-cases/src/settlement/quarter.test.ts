import { sumOf } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeMember } from '../exit/close-member.ts'
import { readAgeing } from '../reports/read-ageing.ts'
import { readClearingPosition } from '../reports/read-clearing-position.ts'
import { readCoverage } from '../reports/read-coverage.ts'
import { booksOf, exactSums, keyed } from '../testing/index.ts'
import { act, openQuarter, type Quarter, storedStatement } from '../testing/quarter/act.ts'
import { balance, clearing, openBooks } from '../testing/quarter/books-by-hand.ts'
import { type Deed, DIARY, HANDLES, type Handle } from '../testing/quarter/diary.ts'
import { openDesk, tailByHand } from '../testing/quarter/plan-by-hand.ts'
import { type PaperTotal, statementByHand } from '../testing/quarter/statement-by-hand.ts'
import { type Paper, paidBy, securityOf, writeDown } from '../testing/quarter/write-down.ts'
import { approvePlan } from './approve-plan.ts'
import { checkStatementLines } from './check-statement-lines.ts'
import { closeWindow } from './close-window.ts'
import { proposePlan } from './propose-plan.ts'
import { settleWindow } from './settle-window.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

// Prices that leave parts of a kopeck.
describe.each([
  { funding: 'burn-funded', deposit: 0n, issueFee: 103_337n },
  { funding: 'issue-funded', deposit: 900_000n, issueFee: 103_337n },
  { funding: 'in between', deposit: 333_536n, issueFee: 100_000n },
])('a quarter of three members, $funding', ({ deposit, issueFee }) => {
  it('comes to what an accountant reckons by hand from the receipts, in every figure', async () => {
    const prices = { reservePrice: 900_000n, issueFee, redeemFee: 20_000n, deposit }
    const quarter = await openQuarter(database.store, prices)
    const paper: Paper = {
      ...{ books: openBooks(prices), desk: openDesk(), ids: quarter.ids },
      ...{ plans: new Map(), promised: new Map() },
    }
    for (const deed of DIARY) {
      await expectRefusals(quarter, deed)
      await act(quarter, deed, amountsOf(paper, deed))
      writeDown(paper, deed)
      await expectSameBooks(quarter, paper, deed)
      if (deed.deed === 'STATE') await expectSameStatements(quarter, paper, deed.window)
      if (deed.deed === 'PROPOSE') await expectSamePlan(quarter, paper, deed.window)
      if (deed.deed === 'STATE_EXIT') await expectSameTail(quarter, paper, deed.of)
      if (deed.deed === 'SETTLE') await expectSameReceivables(quarter, paper)
    }
    // The story had in it what it is for.
    const { books, desk } = paper
    expect(desk.legs.filter(({ paid, givenUp }) => paid > 0n && givenUp)).toHaveLength(1)
    expect(balance(books, 'PROMO_FUND') < 0n && balance(books, 'BREAKAGE') < 0n).toBe(deposit > 0n)
    expect(new Set(books.journal.map(({ kind }) => kind))).toEqual(new Set(KINDS.slice(deposit > 0n ? 0 : 1)))
    expect(desk.deposits.get('parts')).toBeGreaterThan(0n)

    const { town } = quarter
    const { status } = await town.store.prisma.member.findUniqueOrThrow({
      where: { coalitionId_id: { coalitionId: town.id, id: town.member('parts').id } },
    })
    expect(status).toBe('CLOSED')
    expect(await checkStatementLines(town.adminContext, { coalitionId: town.id })).toEqual([])
    expect(await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).toMatchObject({
      ok: true,
      findings: [],
    })
  })
})

/** The first only where money stands behind points. */
const KINDS = [
  ...['EXPIRE', 'EARN', 'REDEEM', 'EARN_REVERSAL', 'REDEEM_REVERSAL'],
  ...['DISPUTE_RESOLUTION', 'PAYMENT', 'SETTLEMENT'],
]

function amountsOf(paper: Paper, deed: Deed) {
  if (deed.deed === 'SECURE') return { secure: securityOf(paper, deed) }
  if (deed.deed !== 'PAY') return {}
  return { pay: paidBy(paper, deed).map(({ leg, amount }) => ({ legNo: leg.legNo, amount })) }
}

/** What is not to be done yet, or not by these, is refused and changes nothing. */
async function expectRefusals({ town, treasurer, plans }: Quarter, deed: Deed): Promise<void> {
  const refused = (attempt: Promise<unknown>, code: string, more = {}) =>
    expect(attempt).rejects.toMatchObject({ code, ...more })
  if (deed.deed === 'STATE')
    await refused(closeWindow(treasurer, { windowNo: deed.window + 1, ...keyed() }), 'WINDOW_STEP_NOT_READY')
  // The wash has not answered.
  if (deed.deed === 'ACCEPT' && deed.by === 'wash')
    await refused(proposePlan(treasurer, { windowNo: 1, ...keyed() }), 'WINDOW_STEP_NOT_READY')
  if (deed.deed === 'APPROVE') {
    const { id, hash } = plans.get(deed.window) ?? { id: '', hash: '' }
    const approval = { planId: id, planHash: hash }
    await refused(approvePlan(treasurer, { ...approval, ...keyed() }), 'PLAN_APPROVER_IS_PROPOSER')
    const changed = { ...approval, planHash: '0'.repeat(64) }
    await refused(approvePlan(town.adminContext, { ...changed, ...keyed() }), 'PLAN_CHANGED')
    // A plan that comes out the same again is the same plan.
    const { method } = (await town.store.prisma.plan.findFirst({ where: { coalitionId: town.id, id } })) ?? {}
    const again = await proposePlan(treasurer, {
      windowNo: deed.window,
      method: method === 'PEER' ? 'PEER' : 'HUB',
      ...keyed(),
    })
    expect(again.plan).toMatchObject({ id, hash })
  }
  if (deed.deed === 'SETTLE' && deed.givingUp)
    await refused(settleWindow(treasurer, { windowNo: deed.window, ...keyed() }), 'WINDOW_STEP_NOT_READY')
  if (deed.deed === 'SECURE' || deed.deed === 'STATE_EXIT') {
    const leaving = closeMember(town.adminContext, { memberId: town.member(deed.of).id })
    const missing = deed.deed === 'SECURE' ? ['GUARANTEE'] : expect.arrayContaining(['FINAL_ESTIMATE'])
    await refused(leaving, 'MEMBER_EXIT_INCOMPLETE', { missing })
  }
}

/** Every account of both books, every lot, and the proof that the points are covered. */
async function expectSameBooks({ town }: Quarter, { books }: Paper, deed: Deed): Promise<void> {
  const stored = await booksOf(town.store, town.id)
  const owner = (name: string) => {
    if (name === '') return town.id
    return HANDLES.some((handle) => handle === name) ? town.member(name).id : town.customer(name).id
  }
  const money = [...HANDLES.map(clearing), ...COALITION_ACCOUNTS]
  const read = (account: string, unit: 'money' | 'points') => {
    const [kind = '', name = ''] = account.split(' ')
    return stored[unit](kind, owner(name))
  }
  expect({ deed, ...Object.fromEntries(money.map((account) => [account, read(account, 'money')])) }).toEqual({
    deed,
    ...Object.fromEntries(money.map((account) => [account, balance(books, account)])),
  })
  const points = [...books.points.keys()]
  expect(Object.fromEntries(points.map((account) => [account, read(account, 'points')]))).toEqual(
    Object.fromEntries(books.points),
  )

  const { reservePrice } = books.prices
  const alive = books.lots.filter(({ left }) => left > 0n)
  const worth = (price: bigint, issuer?: Handle) =>
    alive.reduce((sum, lot) => sum + (issuer && lot.issuer !== issuer ? 0n : lot.left * price), 0n)
  const coverage = await readCoverage(town.adminContext, { coalitionId: town.id })
  expect(coverage).toMatchObject({
    outstandingPoints: worth(1n),
    required: worth(reservePrice),
    reserve: worth(books.prices.deposit),
    contingent: worth(reservePrice - books.prices.deposit),
    covered: true,
  })
  expect(coverage.byIssuer.map(({ memberId, ...figures }) => [memberId, figures])).toEqual(
    HANDLES.filter((issuer) => worth(1n, issuer) > 0n).map((issuer) => [
      town.member(issuer).id,
      {
        outstandingPoints: worth(1n, issuer),
        reserve: worth(books.prices.deposit, issuer),
        contingent: worth(reservePrice - books.prices.deposit, issuer),
      },
    ]),
  )
}

const COALITION_ACCOUNTS = ['RESERVE', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS', 'BANK', 'ROUNDING'] as const

async function expectSameStatements(quarter: Quarter, { books, ids }: Paper, window: number): Promise<void> {
  for (const who of HANDLES) {
    const stored = await storedStatement(quarter, window, who)
    const byHand = statementByHand(books, window, who, ids)
    expect({ who, ...exactSums(stored) }).toMatchObject({ who, ...byHand.figures })
    expect([who, keyedTotals(stored.totalsByKind)]).toEqual([who, byHand.byKind])
    expect([who, keyedTotals(stored.totalsByCounterparty)]).toEqual([who, byHand.byCounterparty])
    // It opens as the one before it closed, in micros and as printed.
    if (window === 1) continue
    const before = await storedStatement(quarter, window - 1, who)
    expect([stored.opening, stored.openingMinor]).toEqual([before.closing, before.closingMinor])
  }
}

/** Stored totals by what they are of. */
function keyedTotals(totals: unknown): Record<string, PaperTotal> {
  const rows = totals as (PaperTotal & { kind?: string; accountKind?: string; ownerId?: string })[]
  return Object.fromEntries(
    rows.map(({ kind, accountKind, ownerId, ...total }) => [kind ?? `${accountKind} ${ownerId}`, total]),
  )
}

async function expectSamePlan({ town, plans }: Quarter, paper: Paper, window: number): Promise<void> {
  const byHand = paper.plans.get(window)
  const { legs, carried, residues } = await town.store.prisma.plan.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId: town.id, id: plans.get(window)?.id ?? '' } },
  })
  const { ids } = paper
  const prefix = town.coalition.handle.toUpperCase()
  expect(legs).toEqual(
    byHand?.legs.map(({ legNo, payer, payee, amount }) => ({
      ...{ legNo, payerId: ids[payer], payeeId: ids[payee], amount: `${amount}` },
      reference: `${prefix}-${window}-${legNo}`,
    })),
  )
  const byId = (a: { memberId: string }, b: { memberId: string }) => (a.memberId < b.memberId ? -1 : 1)
  expect(carried).toEqual(
    [...(byHand?.carried ?? [])]
      .map(([who, amount]) => ({ memberId: ids[who], amount: `${amount}` }))
      .sort(byId),
  )
  const ofMembers = (residues as { ownerId: string; residue: string }[]).filter(
    ({ ownerId }) => ownerId !== town.id,
  )
  expect(ofMembers).toEqual(
    [...(byHand?.residues ?? [])]
      .filter(([, residue]) => residue !== 0n)
      .map(([who, residue]) => ({ ownerId: ids[who], residue: `${residue}` })),
  )
}

async function expectSameTail({ town }: Quarter, { books, promised }: Paper, of: Handle): Promise<void> {
  const statement = await town.store.prisma.exitEstimate.findFirstOrThrow({
    where: { coalitionId: town.id },
    orderBy: { estimateNo: 'desc' },
    include: { lots: true },
  })
  const { lots, ...figures } = tailByHand(books, of, promised.get(of) ?? 0n)
  expect(exactSums(statement)).toMatchObject({ ...figures, endless: false, lotCount: lots.length })
  const day = (instant: Date | null) =>
    instant && new Date(instant.getTime() + MOSCOW_MS).toISOString().slice(0, 10)
  const stored = statement.lots.map((lot) => ({
    ...{ points: lot.points, liability: lot.liability },
    ends: day(lot.endsAt),
  }))
  expect(stored).toHaveLength(lots.length)
  expect(stored).toEqual(expect.arrayContaining(lots))
  expect(day(statement.endsAt)).toBe(lots[0]?.ends)
}

const MOSCOW_MS = 3 * 3_600_000

/** Legs as they stand, what of them is a receivable, and what each member is told it owes. */
async function expectSameReceivables({ town }: Quarter, { books, desk, ids }: Paper): Promise<void> {
  const stored = await town.store.prisma.paymentLeg.findMany({
    where: { coalitionId: town.id },
    include: { payments: true },
    orderBy: [{ windowNo: 'asc' }, { legNo: 'asc' }],
  })
  expect(
    stored.map((leg) => ({
      ...{ window: leg.windowNo, legNo: leg.legNo, payer: leg.payerId, payee: leg.payeeId },
      amount: sumOf(leg.amountMinor),
      paid: leg.payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      givenUp: leg.receivableAt !== null,
    })),
  ).toEqual(desk.legs.map((leg) => ({ ...leg, payer: ids[leg.payer], payee: ids[leg.payee] })))

  // A receivable that a later plan asks for again is that plan's.
  const last = desk.legs.reduce((newest, { window }) => Math.max(window, newest), 0)
  const open = new Map<string, bigint>()
  for (const leg of desk.legs)
    if (leg.payer !== 'coalition' && leg.paid < leg.amount && (!leg.givenUp || leg.window === last))
      open.set(ids[leg.payer], (open.get(ids[leg.payer]) ?? 0n) + leg.amount - leg.paid)
  const { members } = await readAgeing(town.adminContext, { coalitionId: town.id })
  expect(new Map(members.map(({ memberId, total }) => [memberId, total]))).toEqual(open)

  const memberIds = HANDLES.map((who) => ids[who])
  const positions = await readClearingPosition(town.adminContext, { coalitionId: town.id, memberIds })
  for (const who of HANDLES)
    expect([who, positions.get(ids[who])?.net]).toEqual([who, balance(books, clearing(who))])
}
