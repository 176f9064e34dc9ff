import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { openOf } from '@artel/use-cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCustomers } from './demo-customers.ts'
import { firstDayOfHistory, HISTORY_DAYS } from './history-calendar.ts'
import { personaCustomer, personas, planPersonas } from './personas.ts'
import { planHistory } from './plan-history.ts'
import { demoIsSeeded, seedDemo } from './seed-demo.ts'

const firstDay = firstDayOfHistory(new Date('2026-11-20T09:00:00Z'))
const people = [...demoCustomers(HISTORY_DAYS), ...personas.map(personaCustomer)]

function plan() {
  const days = planHistory(firstDay, people)
  planPersonas(days, firstDay)
  return days
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the same day plans the same town, down to the kopeck', () => {
  expect(plan()).toEqual(plan())
})

test('the town is as large as the demo says, every receipt its own', () => {
  const sales = plan().flatMap((day) => day.sales)
  const captures = plan().flatMap((day) => day.finishes.filter((finish) => finish.how === 'capture'))
  expect(people).toHaveLength(600)
  expect(new Set(people.map((person) => person.phone)).size).toBe(600)
  const count = sales.length + captures.length
  expect(count).toBeGreaterThan(11_500)
  expect(count).toBeLessThan(12_500)
  expect(new Set(sales.map((sale) => `${sale.member} ${sale.receiptRef}`)).size).toBe(sales.length)
})

test('every bill is the sum of its lines, and nobody shops before joining', () => {
  const joins = new Map(people.map((person) => [person.phone, person.joinsOnDay]))
  for (const [day, { sales }] of plan().entries()) {
    for (const sale of sales) {
      expect(sale.total).toBe(sale.lines.reduce((sum, line) => sum + line.total, 0n))
      expect(joins.get(sale.phone)).toBeLessThanOrEqual(day)
    }
  }
})

test('every line says what it is, and what the parts shop sells has its article', () => {
  const lines = plan().flatMap(({ sales, finishes }) =>
    [...sales, ...finishes.map(({ sale }) => sale)].flatMap(({ member, lines }) =>
      lines.map((line) => ({ member, ...line })),
    ),
  )
  const roots = { 'motor-yard': /^service\//, blesk: /^(wash|care)\//, kolenval: /^parts\// }
  expect(lines.filter(({ member, category }) => !roots[member].test(category))).toEqual([])
  expect(lines.filter(({ member, sku }) => (sku === undefined) === (member === 'kolenval'))).toEqual([])
})

/** Plays until the day is reached, then is interrupted as by Ctrl-C. */
async function playUntil(day: number): Promise<void> {
  const interrupted = new AbortController()
  const played = seedDemo({
    store: database.store,
    signal: interrupted.signal,
    onProgress: (progress) => {
      if (progress.day === day) interrupted.abort()
    },
  })
  await expect(played).rejects.toMatchObject({ name: 'AbortError' })
}

test('an interrupted seed goes on where it stopped: nothing twice, nothing lost, the books add up', async () => {
  await playUntil(6)
  await playUntil(12)
  expect(await demoIsSeeded(database.store)).toBe(false)
  const { startsAt } = await database.store.prisma.terms.findFirstOrThrow()
  const begun = new Date(firstDayOfHistory(startsAt).getTime() + HISTORY_DAYS * 86_400_000)
  const played = planHistory(begun, people).slice(0, 12)
  const planned = played.flatMap((day) => [
    ...day.sales.map((sale) => sale.receiptRef),
    ...day.finishes.filter((finish) => finish.how === 'capture').map((finish) => finish.sale.receiptRef),
  ])
  const recorded = await database.store.prisma.purchase.findMany({ select: { receiptRef: true } })
  expect(recorded.map((purchase) => purchase.receiptRef).sort()).toEqual(planned.sort())
  expect(await verify({ databaseUrl: database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
})

test('the town settles as it lives: months are closed, stated, accepted, approved by another, and paid', async () => {
  // Past the eighth of the second month after the first, whatever day it began on.
  await playUntil(75)
  const { prisma } = database.store
  const windows = await prisma.settlementWindow.findMany({ orderBy: { windowNo: 'asc' }, take: 2 })
  expect(windows.map(({ status }) => status)).toEqual(['SETTLED', 'SETTLED'])
  for (const { windowNo, cutOff, paymentDate, settledAt } of windows) {
    // Ended at midnight in Moscow, paid by its day.
    expect(cutOff.toISOString()).toMatch(/T21:00:00\.000Z$/)
    expect(settledAt?.getTime()).toBeLessThan(paymentDate?.getTime() ?? 0)
    const statements = await prisma.statement.findMany({ where: { windowNo }, include: { response: true } })
    expect(new Set(statements.map(({ response }) => response?.kind))).toEqual(new Set(['ACCEPTED']))
    const plan = await prisma.plan.findFirstOrThrow({ where: { windowNo }, include: { approvals: true } })
    expect(plan.approvals.map(({ approvedById }) => approvedById === plan.proposedById)).toEqual([false])
    const legs = await prisma.paymentLeg.findMany({
      where: { windowNo },
      include: { payments: { include: { reversal: true } } },
    })
    expect(legs.length).toBeGreaterThan(0)
    for (const leg of legs) expect(openOf(leg)).toBe(0n)
  }
  expect(await verify({ databaseUrl: database.databaseUrl })).toMatchObject({ ok: true, findings: [] })
})
