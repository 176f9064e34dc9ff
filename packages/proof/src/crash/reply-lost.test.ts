import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLossyProxy } from '../e2e/lossy-proxy.ts'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { sendOnce } from './call-api.ts'
import { countRecorded, openTown, type Town } from './town.ts'

let database: TestDatabase
let town: Town
let api: ApiProcess
beforeAll(async () => {
  database = await createTestDatabase()
  town = await openTown(database.databaseUrl, 1)
  api = await startApiProcess(database.databaseUrl)
})
afterAll(async () => {
  await api?.kill()
  await database?.drop()
})

test('a reply cut after the commit: the retry gets the original, of a success and of a refusal', async () => {
  const wire = await startLossyProxy(`${api.url}/graphql`, { repliesLost: 2 })
  const proxied = wire.url.replace('/graphql', '')
  const sale = (key: string, points: string) => ({
    operation: 'purchaseRecord' as const,
    input: {
      customer: { id: town.customerIds[0] },
      receiptRef: `receipt of ${key}`,
      total: { amountMinor: '100000', currency: 'RUB' },
      points,
      idempotencyKey: key,
    },
  })
  try {
    await expect(sendOnce(proxied, town.apiKey, sale('success', '0'))).rejects.toThrow('fetch failed')
    await expect(sendOnce(proxied, town.apiKey, sale('refusal', '400'))).rejects.toThrow('fetch failed')
    expect(wire.forwarded()).toBe(2)
    expect(await countRecorded(town)).toBe(1)

    const again = await sendOnce(proxied, town.apiKey, sale('success', '0'))
    expect(again.answer).toMatchObject({ replayed: true, balanceAfter: '50' })
    // Now 400 points could not be had either, but 50 could: the refusal is of the time when it was made.
    const refused = await sendOnce(proxied, town.apiKey, sale('refusal', '400'))
    expect(refused.answer).toMatchObject({
      __typename: 'InsufficientPointsError',
      code: 'INSUFFICIENT_POINTS',
    })
    expect(await countRecorded(town)).toBe(1)
  } finally {
    await wire.close()
  }
})
