import { PassThrough } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { checkStatementFile } from '@artel/documents'
import { pdfText } from '@artel/documents/testing'
import { MICROS_PER_MINOR, minor } from '@artel/ledger'
import { sumOf } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { estimateExit } from '../exit/estimate-exit.ts'
import { giveExitNotice } from '../exit/give-exit-notice.ts'
import { MAX_BILL_MINOR } from '../input/money.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  aTreasurer,
  ISSUE_FUNDED_TERMS,
  keyed,
  planned,
  stated,
} from '../testing/index.ts'
import { checkStatementLines } from './check-statement-lines.ts'
import { legStatus, openOf } from './leg-status.ts'
import { recordPayment } from './record-payment.ts'
import { settleWindow } from './settle-window.ts'
import { findStatement, writeStatement } from './write-statement.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Sales of the largest bill, whose points are worth as much, until what they sum to is more than a bigint of SQL holds. */
const SALES = 930
const AT_ONCE = 310
const SUM_MINOR = BigInt(SALES) * MAX_BILL_MINOR

it('a window that moved more than a bigint holds is closed, stated, printed, planned, paid in part, carried on and verified', async () => {
  const town = await aCoalition({ terms: ISSUE_FUNDED_TERMS })
    .withMember('wash', { earnRule: { kind: 'PERCENT', percentBps: 10_000 } })
    .withCustomer('Anna')
    .open(database.store)
  const wash = town.member('wash')
  const total = { amountMinor: minor(MAX_BILL_MINOR), currency: 'RUB' }
  for (let sold = 0; sold < SALES; sold += AT_ONCE)
    await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        recordPurchase(wash.context, aSale(town.customer('Anna'), { total })),
      ),
    )
  const owed = SUM_MINOR * MICROS_PER_MINOR
  expect(owed).toBeGreaterThan(2n ** 63n)

  const treasurer = aTreasurer(town)
  const [statement] = await stated(treasurer, 1)
  if (!statement) throw new Error('There is no statement')
  expect([sumOf(statement.net), sumOf(statement.closing), sumOf(statement.closingMinor)]).toEqual([
    ...[owed, owed, SUM_MINOR],
  ])
  const readable = await findStatement(wash.context, { statementId: statement.id })
  const written = async <Read>(format: 'pdf' | 'csv' | 'json', read: (out: PassThrough) => Promise<Read>) => {
    const out = new PassThrough()
    const done = read(out)
    await writeStatement(wash.context, readable, { format, language: 'ru' }, out)
    out.end()
    return done
  }
  const pdf = (await written('pdf', buffer).then(pdfText)).replaceAll('\u00a0', ' ')
  expect(pdf).toContain('9 300 000 000 000,00')
  expect(pdf.replace(/\s+/g, ' ')).toContain('Девять триллионов триста миллиардов рублей 00 копеек')
  for (const format of ['csv', 'json'] as const) {
    const file = new TextEncoder().encode(await written(format, text))
    expect(await checkStatementFile(file)).toMatchObject({ ok: true, closing: owed })
  }

  await planned(town, treasurer, { windowNo: 1, statements: [statement], members: [wash] })
  const legOf = (windowNo: number) =>
    town.store.prisma.paymentLeg.findFirstOrThrow({
      where: { coalitionId: town.id, windowNo },
      include: { payments: { include: { reversal: true } } },
    })
  const leg = await legOf(1)
  expect(sumOf(leg.amountMinor)).toBe(SUM_MINOR)
  const paid = { amountMinor: minor(MAX_BILL_MINOR), paidOn: '2026-08-10' }
  await recordPayment(treasurer, { legId: leg.id, ...paid, ...keyed() })
  expect([legStatus(await legOf(1)), openOf(await legOf(1))]).toEqual(['PARTIAL', SUM_MINOR - MAX_BILL_MINOR])
  await expect(settleWindow(treasurer, { windowNo: 1, ...keyed() })).rejects.toMatchObject({
    code: 'WINDOW_STEP_NOT_READY',
  })

  await giveExitNotice(wash.context, { reason: 'It closes', redemptionDays: 60 })
  const { estimate } = await estimateExit(town.adminContext, { memberId: wash.id, ...keyed() })
  expect(sumOf(estimate.position)).toBe(owed - MAX_BILL_MINOR * MICROS_PER_MINOR)

  const [next] = await stated(treasurer, 2)
  expect([next && sumOf(next.opening), next && sumOf(next.closing)]).toEqual([
    owed,
    owed - MAX_BILL_MINOR * MICROS_PER_MINOR,
  ])
  expect(await checkStatementLines(town.adminContext, { coalitionId: town.id })).toEqual([])
  expect(await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).toMatchObject({
    ok: true,
    findings: [],
  })
})
