import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { bundledProgram } from '@artel/bundle'
import { micros, minor, points } from '@artel/ledger'
import { planHash, planPayments } from '@artel/rules'
import { inTransaction, payeeDetails, sumOf } from '@artel/store'
import { createTestDatabase, holdTable, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  clockOffsetAt,
  localDay,
  noonOf,
  roubles,
} from '../testing/index.ts'
import { payeeDetailsHash } from './payee-details-hash.ts'
import { setBankDetails } from './set-bank-details.ts'

/** Where a walk is killed: between two steps, or in the middle of one, before it writes to a table. */
type Death = { readonly at: string } | { readonly step: string; readonly before: string }

/**
 * Every border of the steps, and in every step that writes: with its work done and the announcement missing, and with
 * its key not remembered, which for the two long steps is after their work was committed.
 */
const DEATHS: readonly Death[] = [
  { at: 'before close' },
  { step: 'close', before: 'outbox' },
  { step: 'close', before: 'settlement_command' },
  { at: 'before state' },
  { at: 'reading lines' },
  { step: 'state', before: 'statement' },
  { step: 'state', before: 'outbox' },
  { step: 'state', before: 'settlement_command' },
  { at: 'before accept' },
  { step: 'accept', before: 'outbox' },
  { step: 'accept', before: 'settlement_command' },
  { at: 'before propose' },
  { step: 'propose', before: 'plan' },
  { step: 'propose', before: 'settlement_command' },
  { at: 'before approve' },
  { step: 'approve', before: 'payment_leg' },
  { step: 'approve', before: 'settlement_command' },
  { at: 'before export' },
  { at: 'before pay' },
  { step: 'pay', before: 'payment' },
  { step: 'pay', before: 'settlement_command' },
  { at: 'before settle' },
  { step: 'settle', before: 'outbox' },
  { step: 'settle', before: 'settlement_command' },
  { at: 'after settle' },
]
const SCRIPT = new URL('../testing/settle-process.ts', import.meta.url)

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  // At noon: the orders are dated by the town's day, which must not change between the walks.
  town = await aCoalition({ clockOffsetSeconds: clockOffsetAt(noonOf(localDay(0))) })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .open(database.store)
  const anna = town.customer('Anna')
  await recordPurchase(town.member('wash').context, aSale(anna, { total: roubles(20_000) }))
  await recordPurchase(
    town.member('parts').context,
    aSale(anna, { total: roubles(1_000), points: points(300n) }),
  )
  const bank = { bankName: 'Bank', bankCode: '044525225', correspondentAccount: '30101810400000000225' }
  const own = { account: '40702810838000000017', taxId: '7707083893', kpp: '773601001', ...bank }
  await setBankDetails(town.adminContext, { legalName: 'The operator', ...own })
  await setBankDetails(town.member('parts').context, {
    ...{ ...own, legalName: 'Parts', account: '40702810038000000037', taxId: '7728168971' },
  })
})
afterAll(() => database.drop())

/** Walks the window in a process, killed at its death if it has one. What it exported. */
async function walk(death?: Death): Promise<string[]> {
  const at = death && ('at' in death ? death.at : `before ${death.step}`)
  const standing = death && 'at' in death ? death.at : ''
  const args = [await bundledProgram(SCRIPT), database.databaseUrl, town.id, '1', standing]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const exported: string[] = []
  child.on('message', (message: string) => {
    if (message.startsWith('exported')) exported.push(message)
  })
  const exited = once(child, 'exit')
  const held = death && 'before' in death ? await holdTable(database.databaseUrl, death.before) : undefined
  if (at) {
    await arrival(child, at)
    await held?.waitedFor()
    child.kill('SIGKILL')
  }
  const [code, signal] = await exited
  await held?.letGo()
  expect([code, signal]).toEqual(death ? [null, 'SIGKILL'] : [0, null])
  return exported
}

function arrival(child: ChildProcess, at: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message === at) resolve()
    })
    child.on('exit', () => reject(new Error(`The walk ended before it came to "${at}"`)))
  })
}

test('a settlement killed between any two steps, and within each, goes on to the plan that it would have come to', async () => {
  const { store } = database
  const where = { coalitionId: town.id, windowNo: 1 }
  const exported: string[] = []
  const hashes = new Set<string>()
  for (const death of DEATHS) {
    exported.push(...(await walk(death)))
    for (const { hash } of await store.prisma.plan.findMany({ where })) hashes.add(hash)
  }
  exported.push(...(await walk()))

  const statements = await store.prisma.statement.findMany({ where })
  const plan = planPayments({
    coalitionId: town.id,
    windowNo: 1,
    currency: 'RUB',
    method: 'HUB',
    positions: statements.map(({ memberId, closing }) => ({
      memberId,
      net: micros(sumOf(closing)),
      minPayout: minor(0n),
    })),
    referencePrefix: town.coalition.handle.toUpperCase(),
  })
  // The wash: 1000 points at 0.10, and 300 of them spent elsewhere at 0.90. The parts shop: 300 at 0.88 less its 35 at 0.10.
  expect(plan.legs.map(({ amount }) => amount).toSorted()).toEqual([26_050n, 37_000n])
  const ownerIds = plan.legs.map(({ payeeId }) => payeeId)
  const details = await inTransaction(store, (client) =>
    payeeDetails(client, { coalitionId: town.id, ownerIds }),
  )
  expect(details.map(({ ownerId }) => ownerId).toSorted()).toEqual(
    [town.id, town.member('parts').id].toSorted(),
  )
  const paidTo = details.map(({ ownerId: payeeId, ...own }) => ({
    ...{ payeeId, detailsHash: payeeDetailsHash(own) },
  }))
  const hash = planHash(plan, (bytes) => createHash('sha256').update(bytes).digest(), paidTo)
  expect([...hashes]).toEqual([hash])
  const plans = await store.prisma.plan.findMany({ where, include: { approvals: true } })
  expect(plans.map((row) => [row.hash, row.approvals.length])).toEqual([[hash, 1]])
  const legs = await store.prisma.paymentLeg.findMany({ where, include: { payments: true } })
  expect(legs.map(({ payments }) => payments.length)).toEqual([1, 1])
  // The orders were the same file however often they were exported.
  expect(exported.length).toBeGreaterThan(1)
  expect(new Set(exported).size).toBe(1)
  expect(await store.prisma.settlementWindow.findFirst({ where })).toMatchObject({ status: 'SETTLED' })
  // Nothing was announced twice.
  const announced = await store.prisma.outbox.findMany({ where: { coalitionId: town.id } })
  const kinds = announced.flatMap(({ kind }) => (SETTLING.test(kind) ? [kind] : []))
  expect(kinds.toSorted()).toEqual([
    ...['payment.recorded', 'payment.recorded', 'plan.approved', 'plan.proposed'],
    ...['statement.accepted', 'statement.accepted', 'statements.made', 'window.closed', 'window.settled'],
  ])
  expect(await verifyBooks({ databaseUrl: database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
})

const SETTLING = /^(payment|plan|statements?|window)\./
