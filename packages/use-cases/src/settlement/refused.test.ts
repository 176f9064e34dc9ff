import { micros } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BuiltCoalition,
  booksOf,
  keyed,
  roubles,
} from '../testing/index.ts'
import { closeWindow } from './close-window.ts'
import { issueStatements } from './issue-statements.ts'
import { proposePlan } from './propose-plan.ts'
import { settleWindow } from './settle-window.ts'
import { writeOffReceivable } from './write-off-receivable.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The wash has given 50 points and owes their fee, 5.00. */
async function aDebtor(): Promise<BuiltCoalition> {
  const town = await aCoalition().withMember('wash').withCustomer('Anna').open(database.store)
  await selling(town)
  return town
}
const selling = (town: BuiltCoalition) =>
  recordPurchase(town.member('wash').context, aSale(town.customer('Anna'), { total: roubles(1_000) }))
const refusalsOf = (town: BuiltCoalition) =>
  database.store.prisma.settlementRefusal.findMany({ where: { coalitionId: town.id } })

test('a refused key is refused again after the reason has gone, and its refusal changed nothing', async () => {
  const town = await aDebtor()
  const ask = { memberId: town.member('wash').id, amountMicros: micros(10_000_000n), ...keyed() }
  const first = { code: 'WRITE_OFF_EXCEEDS_RECEIVABLE', owed: 5_000_000n, requested: 10_000_000n }
  await expect(writeOffReceivable(town.adminContext, ask)).rejects.toMatchObject({
    ...first,
    replayed: false,
  })
  // Two more sales, and the wash owes 15.00: a new key would be granted.
  await selling(town)
  await selling(town)
  const again = Array.from({ length: 5 }, () =>
    expect(writeOffReceivable(town.adminContext, ask)).rejects.toMatchObject({ ...first, replayed: true }),
  )
  await Promise.all(again)
  const lesser = { ...ask, amountMicros: micros(1n) }
  await expect(writeOffReceivable(town.adminContext, lesser)).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_MISMATCH',
  })
  expect((await booksOf(database.store, town.id)).money('LOSS')).toBe(0n)
  expect(await refusalsOf(town)).toHaveLength(1)
  expect(await writeOffReceivable(town.adminContext, { ...ask, ...keyed() })).toMatchObject({
    replayed: false,
  })
})

test('of many at once under one key all are told the same', async () => {
  const town = await aDebtor()
  const ask = { memberId: town.member('wash').id, amountMicros: micros(5_000_001n), ...keyed() }
  const asked = Array.from({ length: 8 }, () =>
    writeOffReceivable(town.adminContext, ask).catch(({ code, owed }) => [code, owed]),
  )
  const told = await Promise.all([...asked, selling(town).then(() => undefined)])
  const answers = told.filter((answer) => answer !== undefined)
  // Either the sale came first and one wrote it off, or the refusal came first and stands.
  if (answers.some((answer) => !Array.isArray(answer))) {
    expect(answers.filter((answer) => !Array.isArray(answer) && !answer.replayed)).toHaveLength(1)
    expect(answers.every((answer) => !Array.isArray(answer))).toBe(true)
  } else expect(new Set(answers.map(String))).toEqual(new Set([String(answers[0])]))
})

test('a step out of order is refused for good under its key; "not yet" is not, and its key is taken', async () => {
  const town = await aDebtor()
  const treasurer = aTreasurer(town)
  const [making, skipping, proposing, settling] = [keyed(), keyed(), keyed(), keyed()]
  const notThere = { code: 'NOT_FOUND', replayed: false }
  const stillOpen = { code: 'WINDOW_STEP_OUT_OF_ORDER', windowStatus: 'OPEN' }
  await expect(issueStatements(treasurer, { windowNo: 1, ...making })).rejects.toMatchObject({
    ...stillOpen,
    replayed: false,
  })
  await closeWindow(treasurer, { windowNo: 1, early: true, ...keyed() })
  const skipped = { code: 'WINDOW_STEP_OUT_OF_ORDER', windowStatus: 'CLOSED' }
  await expect(proposePlan(treasurer, { windowNo: 1, ...skipping })).rejects.toMatchObject({
    ...skipped,
    replayed: false,
  })
  await expect(settleWindow(treasurer, { windowNo: 3, ...settling })).rejects.toMatchObject({
    ...notThere,
  })
  await issueStatements(treasurer, { windowNo: 1, ...keyed() })
  await expect(issueStatements(treasurer, { windowNo: 1, ...making })).rejects.toMatchObject({
    ...stillOpen,
    replayed: true,
  })
  await expect(issueStatements(treasurer, { windowNo: 2, ...making })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_MISMATCH',
  })

  // Somebody still may answer: time or they will make the same request right.
  const early = proposePlan(treasurer, { windowNo: 1, ...proposing })
  await expect(early).rejects.toMatchObject({ code: 'WINDOW_STEP_NOT_READY', replayed: false })
  const other = proposePlan(treasurer, { windowNo: 1, method: 'PEER', ...proposing })
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_MISMATCH' })
  await advanceClock(town.adminContext, { seconds: 40 * 86_400 })
  expect(await proposePlan(treasurer, { windowNo: 1, ...proposing })).toMatchObject({ replayed: false })
  expect(await proposePlan(treasurer, { windowNo: 1, ...proposing })).toMatchObject({ replayed: true })
  await expect(settleWindow(treasurer, { windowNo: 3, ...settling })).rejects.toMatchObject({
    ...notThere,
    replayed: true,
  })
  await expect(proposePlan(treasurer, { windowNo: 1, ...skipping })).rejects.toMatchObject({
    ...skipped,
    replayed: true,
  })
})

test('a window that was asked to close too soon closes under the same key once its time has come', async () => {
  const town = await aDebtor()
  const treasurer = aTreasurer(town)
  const closing = { windowNo: 1, ...keyed() }
  const early = closeWindow(treasurer, closing)
  await expect(early).rejects.toMatchObject({ code: 'WINDOW_STEP_NOT_READY', retryable: true })
  await expect(closeWindow(treasurer, { ...closing, early: true })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_MISMATCH',
  })
  await database.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: 32 * 86_400 },
  })
  expect(await closeWindow(treasurer, closing)).toMatchObject({ replayed: false })
  expect(await closeWindow(treasurer, closing)).toMatchObject({ replayed: true })
})
