import { spawn } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { micros, minor } from '@artel/ledger'
import { planHash, planPayments } from '@artel/rules'
import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPurchase } from '../record-purchase.ts'
import { aCoalition, aSale, type BuiltCoalition, roubles } from '../testing/index.ts'

const STEPS = ['close', 'state', 'accept', 'propose', 'approve', 'pay', 'settle'] as const
/** A step is over in some tens of milliseconds: kills fall before it, into it and after it. */
const LONGEST_STEP_MS = 40

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('parts').withCustomer('Anna').open(database.store)
})
afterAll(() => database.drop())

/** Walks a window in a process; killed soon after `killAt` began. Whether it came to its end. */
async function walk(windowNo: number, killAt?: string): Promise<boolean> {
  const script = fileURLToPath(new URL('../testing/settle-process.ts', import.meta.url))
  const args = [
    '--import',
    import.meta.resolve('tsx'),
    script,
    database.databaseUrl,
    town.id,
    String(windowNo),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const exited = once(child, 'exit')
  child.on('message', (step) => {
    if (step === killAt) void delay(randomInt(0, LONGEST_STEP_MS)).then(() => child.kill('SIGKILL'))
  })
  const [code] = await exited
  return code === 0
}

test('a settlement killed in any of its steps goes on to the plan that it would have come to', async () => {
  const { store } = database
  let killed = 0
  for (const [index, step] of STEPS.entries()) {
    const windowNo = index + 1
    for (const at of ['wash', 'parts'] as const)
      await recordPurchase(
        town.member(at).context,
        aSale(town.customer('Anna'), { total: roubles(1_000 + 17 * windowNo) }),
      )
    if (!(await walk(windowNo, step))) killed += 1
    expect(await walk(windowNo)).toBe(true)

    const where = { coalitionId: town.id, windowNo }
    const statements = await store.prisma.statement.findMany({ where })
    // All before it is paid, so what the window closes at is what its plan is made of.
    const plan = planPayments({
      coalitionId: town.id,
      windowNo,
      currency: 'RUB',
      method: 'HUB',
      positions: statements.map(({ memberId, closing }) => ({
        memberId,
        net: micros(closing),
        minPayout: minor(0n),
      })),
      referencePrefix: town.coalition.handle.toUpperCase(),
    })
    const hash = planHash(plan, (bytes) => createHash('sha256').update(bytes).digest())
    const plans = await store.prisma.plan.findMany({ where, include: { approvals: true } })
    expect(plans.map((row) => [row.hash, row.approvals.length])).toEqual([[hash, 1]])
    const legs = await store.prisma.paymentLeg.findMany({ where, include: { payments: true } })
    expect(legs.map(({ payments }) => payments.length)).toEqual(plan.legs.map(() => 1))
    expect(await store.prisma.settlementWindow.findFirst({ where })).toMatchObject({ status: 'SETTLED' })
  }
  expect(killed).toBeGreaterThan(0)
  expect(await verify({ databaseUrl: database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
}, 240_000)
