import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { admitAttempt, forgiveAttempt, takeAttemptBack } from './sign-in-delay.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const HOUR_MS = 3_600_000
const limits = { free: 30, maxWaitSeconds: 900 }
const attempt = (bucket: string) => admitAttempt(database.store.prisma, [{ bucket, ...limits }])
const rowOf = (bucket: string) => database.store.prisma.signInDelay.findUniqueOrThrow({ where: { bucket } })
/** As if so much time had passed. */
async function later(bucket: string, ms: number) {
  const { lastAt, allowedAt } = await rowOf(bucket)
  const data = { lastAt: new Date(lastAt.getTime() - ms), allowedAt: new Date(allowedAt.getTime() - ms) }
  await database.store.prisma.signInDelay.update({ where: { bucket }, data })
}

test('one failure is forgotten for each hour, however many right attempts come between', async () => {
  for (let one = 0; one < 6; one += 1) expect(await attempt('office')).toBeNull()
  for (let half = 0; half < 12; half += 1) {
    await later('office', HOUR_MS / 2)
    expect(await attempt('office')).toBeNull()
    await forgiveAttempt(database.store.prisma, [{ bucket: 'office', entirely: false }])
  }
  expect(await rowOf('office')).toMatchObject({ failures: 0 })
})

test('who goes on guessing stays at the longest wait, and who has stopped is rid of it in two days', async () => {
  for (let one = 0; one < 60; one += 1) {
    expect(await attempt('guesser')).toBeNull()
    await later('guesser', 900_000)
  }
  for (let one = 0; one < 20; one += 1) {
    expect(await attempt('guesser')).toBeNull()
    expect(await attempt('guesser')).toBeGreaterThan(800)
    await later('guesser', 900_000)
  }
  expect((await rowOf('guesser')).failures).toBeLessThan(48)
  await later('guesser', 47 * HOUR_MS)
  expect(await attempt('guesser')).toBeNull()
  expect(await rowOf('guesser')).toMatchObject({ failures: 1 })
})

test('an attempt that is taken back later leaves the wait that others have earned', async () => {
  for (let one = 0; one < 60; one += 1) {
    expect(await attempt('shared')).toBeNull()
    await later('shared', 900_000)
  }
  expect(await attempt('shared')).toBeNull()
  const { failures } = await rowOf('shared')
  await takeAttemptBack(database.store.prisma, ['shared', 'of nobody'])
  expect(await rowOf('shared')).toMatchObject({ failures: failures - 1 })
  expect(await attempt('shared')).toBeGreaterThan(100)
})
