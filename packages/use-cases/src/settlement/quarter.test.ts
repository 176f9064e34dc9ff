import { lesser, type Micros, micros, minor, points } from '@artel/ledger'
import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../advance-clock.ts'
import { recordPurchase } from '../record-purchase.ts'
import { refundPurchase } from '../refund-purchase.ts'
import { aCoalition, aSale, type BuiltCoalition, booksOf, roubles } from '../testing/index.ts'
import { acceptStatement } from './accept-statement.ts'
import { approvePlan } from './approve-plan.ts'
import { checkStatementLines } from './check-statement-lines.ts'
import { closeWindow } from './close-window.ts'
import { makeStatements } from './make-statements.ts'
import { openDispute } from './open-dispute.ts'
import { proposePlan } from './propose-plan.ts'
import { recordPayment } from './record-payment.ts'
import { resolveDispute } from './resolve-dispute.ts'
import { settleWindow } from './settle-window.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const R = 900_000n
const FI = 100_000n
const FR = 20_000n
const DAY_SECONDS = 86_400
const HANDLES = ['service', 'wash', 'parts'] as const
type Handle = (typeof HANDLES)[number]

/** Money by hand: who owes what, from the bare events, by the table of the specification and nothing else. */
function reckoning(deposit: bigint) {
  const owed = new Map<string, bigint>()
  const lots: { customer: string; issuer: Handle; left: bigint }[] = []
  const add = (who: Handle, amount: bigint) => owed.set(who, (owed.get(who) ?? 0n) + amount)
  return {
    owed: (who: Handle) => owed.get(who) ?? 0n,
    add,
    earn(customer: string, issuer: Handle, n: bigint) {
      lots.push({ customer, issuer, left: n })
      add(issuer, n * (deposit + FI))
    },
    spend(customer: string, at: Handle, n: bigint) {
      let left = n
      for (const lot of lots) {
        if (lot.customer !== customer || left === 0n) continue
        const taken = lesser(lot.left, left)
        lot.left -= taken
        left -= taken
        add(lot.issuer, taken * (R - deposit))
        add(at, -taken * (R - FR))
      }
    },
    takeBack(customer: string, issuer: Handle, n: bigint) {
      const lot = lots.findLast((one) => one.customer === customer && one.issuer === issuer)
      if (lot) lot.left -= n
      add(issuer, -n * (deposit + FI))
    },
    /** Points that were spent of an issuer's lot come back to it. */
    giveBack(customer: string, at: Handle, issuer: Handle, n: bigint) {
      const lot = lots.find((one) => one.customer === customer && one.issuer === issuer)
      if (lot) lot.left += n
      add(issuer, -n * (R - deposit))
      add(at, n * (R - FR))
    },
  }
}

const keyed = () => ({ idempotencyKey: uuidv7() })

async function aTown(deposit: bigint): Promise<BuiltCoalition> {
  return aCoalition({
    clockOffsetSeconds: -120 * DAY_SECONDS,
    terms: { deposit: micros(deposit), expiryMonths: 2 },
  })
    .withMember('service', { earnRule: { kind: 'PERCENT', percentBps: 500 } })
    .withMember('wash', { earnRule: { kind: 'PERCENT', percentBps: 333 } })
    .withMember('parts', { earnRule: { kind: 'PERCENT', percentBps: 417 } })
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
}

describe.each([
  { funding: 'burn-funded', deposit: 0n },
  { funding: 'issue-funded', deposit: 900_000n },
  { funding: 'hybrid', deposit: 333_333n },
])('a quarter of three members, $funding', ({ deposit }) => {
  it('is stated, disputed, planned and paid to the micro, and all of it verifies', async () => {
    const town = await aTown(deposit)
    const model = reckoning(deposit)
    const treasurer = { ...town.adminContext, principal: { ...town.admin, keyId: uuidv7() } }
    const admin = town.adminContext
    const sell = async (at: Handle, who: string, rub: number, pay = 0n, more = {}) => {
      const { purchase } = await recordPurchase(
        town.member(at).context,
        aSale(town.customer(who), { total: roubles(rub), points: points(pay), ...more }),
      )
      if (pay > 0n) model.spend(who, at, pay)
      if (purchase.pointsEarned > 0n) model.earn(who, at, purchase.pointsEarned)
      return purchase
    }
    const owes = (who: Handle): Micros => micros(model.owed(who))
    const statementOf = async (windowNo: number, who: Handle) =>
      database.store.prisma.statement.findUniqueOrThrow({
        where: {
          coalitionId_windowNo_memberId: { coalitionId: town.id, windowNo, memberId: town.member(who).id },
        },
      })
    const toNextMonth = async () => {
      const { rows } = await database.store.pool.query<{ seconds: string }>(
        `select ceil(extract(epoch from ((date_trunc('month', n at time zone 'Europe/Moscow') + interval '1 month')
          at time zone 'Europe/Moscow') - n) + 60)::text as seconds
        from (select clock_timestamp() + make_interval(secs => clock_offset_seconds) as n from coalition where coalition_id = $1) x`,
        [town.id],
      )
      await advanceClock(admin, { seconds: Number(rows[0]?.seconds) })
    }

    // The first month: sales, a redemption at each other, a refund.
    await sell('service', 'Anna', 20_000)
    await sell('wash', 'Anna', 1_000, 300n)
    const parts = await sell('parts', 'Anna', 5_000, 400n)
    const boris = await sell('service', 'Boris', 8_001)
    await refundPurchase(town.member('service').context, {
      purchase: { id: boris.id },
      amount: roubles(4_000),
      reason: '',
      ...keyed(),
    })
    model.takeBack('Boris', 'service', (boris.pointsEarned * 400_000n) / 800_100n)
    await expect(closeWindow(treasurer, { windowNo: 1, ...keyed() })).rejects.toMatchObject({
      code: 'WINDOW_STEP_NOT_READY',
    })
    await toNextMonth()
    const key = keyed()
    const closed = await closeWindow(treasurer, { windowNo: 1, ...key })
    expect(closed.window).toMatchObject({ status: 'CLOSED', windowNo: 1 })
    expect(await closeWindow(treasurer, { windowNo: 1, ...key })).toMatchObject({ replayed: true })
    // A sale of the closed month that is handed in late is booked in the open one.
    const firstOwes = new Map(HANDLES.map((who) => [who, owes(who)]))
    await sell('wash', 'Boris', 3_000, 0n, {
      occurredAt: new Date(closed.window.opensAt.getTime() + 3_600_000),
    })

    const made = await makeStatements(treasurer, { windowNo: 1, ...keyed() })
    expect(made.statements).toHaveLength(3)
    for (const who of HANDLES)
      expect(await statementOf(1, who)).toMatchObject({
        opening: 0n,
        closing: firstOwes.get(who),
        payments: 0n,
      })

    // The wash disputes what it was charged for the points it gave Anna.
    const wash = town.member('wash')
    const washStatement = await statementOf(1, 'wash')
    const line = await database.store.prisma.transfer.findFirstOrThrow({
      where: {
        coalitionId: town.id,
        debitKind: 'CLEARING',
        debitOwnerId: wash.id,
        creditKind: 'FEES',
        entry: { kind: 'EARN' },
      },
      orderBy: { batchNo: 'asc' },
    })
    const { dispute } = await openDispute(wash.context, {
      statementId: washStatement.id,
      entryId: line.entryId,
      position: line.position,
      reason: 'The card was not ours',
      evidence: ['receipt 17'],
      ...keyed(),
    })
    expect(dispute.amount).toBe(line.amount)
    for (const who of ['service', 'parts'] as const)
      await acceptStatement(town.member(who).context, {
        statementId: (await statementOf(1, who)).id,
        ...keyed(),
      })
    await expect(proposePlan(treasurer, { windowNo: 1, ...keyed() })).rejects.toMatchObject({
      code: 'WINDOW_STEP_NOT_READY',
    })
    await acceptStatement(wash.context, { statementId: washStatement.id, ...keyed() })

    const { plan } = await proposePlan(treasurer, { windowNo: 1, ...keyed() })
    const legs = plan.legs as { payerId: string; payeeId: string; amount: string }[]
    const asked = (who: Handle) => {
      const id = town.member(who).id
      const leg = legs.find(({ payerId, payeeId }) => payerId === id || payeeId === id)
      return leg ? BigInt(leg.amount) * (leg.payerId === id ? 1n : -1n) : 0n
    }
    // Without the line in dispute, to a kopeck.
    const near = (who: Handle, exact: bigint) => {
      const off = asked(who) * 10_000n - exact
      expect(off < 10_000n && off > -10_000n, `${who}: ${asked(who)} for ${exact}`).toBe(true)
    }
    near('service', firstOwes.get('service') ?? 0n)
    near('parts', firstOwes.get('parts') ?? 0n)
    near('wash', (firstOwes.get('wash') ?? 0n) - line.amount)

    const approval = { planId: plan.id, planHash: plan.hash }
    await expect(approvePlan(treasurer, { ...approval, ...keyed() })).rejects.toMatchObject({
      code: 'PLAN_APPROVER_IS_PROPOSER',
    })
    // The dispute is decided after all: what was proposed is not what the plan is now.
    await resolveDispute(admin, { disputeId: dispute.id, outcome: 'UPHELD', note: 'Agreed', ...keyed() })
    model.add('wash', -line.amount)
    const again = await proposePlan(treasurer, { windowNo: 1, ...keyed() })
    expect(again.plan.id).toBe(plan.id)
    await expect(
      approvePlan(admin, { ...approval, planHash: '0'.repeat(64), ...keyed() }),
    ).rejects.toMatchObject({ code: 'PLAN_CHANGED' })
    const approved = await approvePlan(admin, { ...approval, ...keyed() })
    expect(approved.window.status).toBe('APPROVED')

    // Paid: one at once, one in two parts, one too much.
    const paid = async (windowNo: number, share: (amount: bigint, who: string) => bigint[]) => {
      const open = await database.store.prisma.paymentLeg.findMany({
        where: { coalitionId: town.id, windowNo },
      })
      for (const leg of open) {
        const member = leg.payerId === town.id ? leg.payeeId : leg.payerId
        const who = HANDLES.find((one) => town.member(one).id === member) ?? 'service'
        for (const amount of share(leg.amountMinor, who)) {
          await recordPayment(treasurer, {
            legId: leg.id,
            amountMinor: minor(amount),
            paidOn: '2026-08-10',
            ...keyed(),
          })
          model.add(who, (leg.payerId === member ? -1n : 1n) * amount * 10_000n)
        }
      }
    }
    await paid(1, (amount, who) =>
      who === 'service' ? [amount - 100n, 100n] : who === 'wash' ? [amount] : [amount + 77n],
    )
    const rounded = await booksOf(database.store, town.id)
    expect(await settleWindow(treasurer, { windowNo: 1, ...keyed() })).toMatchObject({
      window: { status: 'SETTLED' },
    })
    // What members' accounts stand at is what was sold since, and parts of a kopeck are in ROUNDING.
    for (const who of HANDLES) {
      const stray = rounded.money('CLEARING', town.member(who).id) - model.owed(who)
      expect(stray < 10_000n && stray > -10_000n, `${who} is ${stray} off`).toBe(true)
      model.add(who, stray)
    }
    expect(rounded.money('ROUNDING') < 30_000n && rounded.money('ROUNDING') > -30_000n).toBe(true)

    // The second month: a refund of points spent in the first, and a part payment.
    await refundPurchase(town.member('parts').context, {
      purchase: { id: parts.id },
      amount: roubles(2_500),
      reason: '',
      ...keyed(),
    })
    model.giveBack('Anna', 'parts', 'service', 200n)
    model.takeBack('Anna', 'parts', parts.pointsEarned / 2n)
    await sell('service', 'Boris', 12_345)
    await sell('wash', 'Boris', 800, 200n)
    await toNextMonth()
    await closeWindow(treasurer, { windowNo: 2, ...keyed() })
    await makeStatements(treasurer, { windowNo: 2, ...keyed() })
    const books = await booksOf(database.store, town.id)
    for (const who of HANDLES) {
      const statement = await statementOf(2, who)
      expect(statement.opening).toBe(firstOwes.get(who))
      expect(statement.closing).toBe(books.money('CLEARING', town.member(who).id))
      expect([who, statement.closing]).toEqual([who, owes(who)])
    }
    // Silence is acceptance.
    await advanceClock(admin, { seconds: 7 * DAY_SECONDS })
    const second = await proposePlan(treasurer, { windowNo: 2, method: 'PEER', ...keyed() })
    await approvePlan(admin, { planId: second.plan.id, planHash: second.plan.hash, ...keyed() })
    const [leg] = await database.store.prisma.paymentLeg.findMany({
      where: { coalitionId: town.id, windowNo: 2 },
    })
    if (!leg) throw new Error('the second plan has no leg')
    await recordPayment(treasurer, {
      legId: leg.id,
      amountMinor: minor(leg.amountMinor / 2n),
      paidOn: '2026-09-10',
      ...keyed(),
    })
    await expect(settleWindow(treasurer, { windowNo: 2, ...keyed() })).rejects.toMatchObject({
      code: 'WINDOW_STEP_NOT_READY',
    })

    // The third month opens as the second closed, whatever was paid meanwhile; all that ran out is in it.
    await toNextMonth()
    await closeWindow(treasurer, { windowNo: 3, ...keyed() })
    await makeStatements(treasurer, { windowNo: 3, ...keyed() })
    await settleWindow(treasurer, { windowNo: 2, giveUpMissed: true, ...keyed() })
    for (const who of HANDLES) {
      const [before, after] = [await statementOf(2, who), await statementOf(3, who)]
      expect([after.opening, after.openingMinor]).toEqual([before.closing, before.closingMinor])
      expect(after.closing).toBe(after.opening + after.net - after.payments)
    }
    expect(await checkStatementLines(admin, { coalitionId: town.id })).toEqual([])
    expect(await verify({ databaseUrl: database.databaseUrl, coalitionId: town.id })).toMatchObject({
      ok: true,
      findings: [],
    })
  })
})
