import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { type Answer, type Request, sendUntilAnswered } from './call-api.ts'
import { balancesOf, countRecorded, openTown, type Town } from './town.ts'
import { purchaseOf } from './visitors.ts'

let database: TestDatabase
let town: Town
let apis: ApiProcess[]
beforeAll(async () => {
  database = await createTestDatabase()
  town = await openTown(database.databaseUrl, 2)
  apis = await Promise.all([1, 2].map(() => startApiProcess(database.databaseUrl)))
})
afterAll(async () => {
  await Promise.all((apis ?? []).map((api) => api.kill()))
  await database?.drop()
})

/** Sends to the processes in turn. */
const send = (request: Request, at: number): Promise<Answer> =>
  sendUntilAnswered(apis[at % apis.length]?.url ?? '', town.apiKey, request)

test('two processes spend one balance of 100 by 10: exactly 10 of 64 succeed', async () => {
  const [customerId = ''] = town.customerIds
  await send(purchaseOf(customerId, 'earn 50'), 0)
  await send(purchaseOf(customerId, 'earn 50 more'), 1)
  const spend = (serial: number): Request => ({
    operation: 'holdCreate',
    input: {
      customer: { id: customerId },
      orderRef: `order ${serial}`,
      bill: { amountMinor: '2000', currency: 'RUB' },
      points: '10',
      idempotencyKey: `spend ${serial}`,
    },
  })
  const answers = await Promise.all(Array.from({ length: 64 }, (_, serial) => send(spend(serial), serial)))
  const won = answers.flatMap(({ document }, serial) => (document ? [{ id: document.id, serial }] : []))
  expect(won).toHaveLength(10)
  expect(answers.filter(({ code }) => code === 'INSUFFICIENT_POINTS')).toHaveLength(54)
  // Each hold is captured by both processes at once, under different keys: one sale each.
  const captures = await Promise.all(
    won.flatMap(({ id, serial }) =>
      [0, 1].map((at) => {
        const total = { amountMinor: '2000', currency: 'RUB' }
        const receiptRef = `receipt ${serial} ${at}`
        const input = { holdId: id, receiptRef, total, points: '10', idempotencyKey: receiptRef }
        return send({ operation: 'holdCapture', input }, at)
      }),
    ),
  )
  expect(captures.filter(({ document }) => document)).toHaveLength(10)
  expect(captures.filter(({ code }) => code === 'HOLD_NOT_OPEN')).toHaveLength(10)
})

test('40 keys sent 10 times to two processes have 40 effects, and every copy the same answer', async () => {
  const [, customerId = ''] = town.customerIds
  const before = await countRecorded(town)
  const keys = Array.from({ length: 40 }, (_, serial) => `twin ${serial}`)
  const byKey = await Promise.all(
    keys.map((key) =>
      Promise.all(Array.from({ length: 10 }, (_, at) => send(purchaseOf(customerId, key), at))),
    ),
  )
  for (const answers of byKey) {
    expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1)
    expect(new Set(answers.map(({ document, balanceAfter }) => `${document?.id} ${balanceAfter}`)).size).toBe(
      1,
    )
  }
  expect(await countRecorded(town)).toBe(before + keys.length)
  const balances = await balancesOf(town)
  expect(balances.map(({ posted }) => posted)).toContain(String(50 * keys.length))
  expect(balances.map(({ reserved }) => reserved)).toEqual(['0', '0'])
  expect(await verify(town)).toMatchObject({ ok: true, findings: [] })
})
