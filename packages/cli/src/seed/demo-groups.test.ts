import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { enrolCustomer, readRules, readSegments, readTierLadders } from '@artel/use-cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureDemoCoalition } from './demo-coalition.ts'
import { CONSENT_VERSION } from './demo-consents.ts'
import { makeDemoLadder } from './demo-ladder.ts'
import { keepDemoSegment } from './demo-segment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the ladder, the segment and its rule are made once, however often the seed goes on', async () => {
  const demo = await ensureDemoCoalition(database.store, 0)
  const { context } = demo.members.blesk
  await enrolCustomer(context, { name: 'A driver', consentVersion: CONSENT_VERSION })
  for (let round = 0; round < 2; round += 1) {
    await makeDemoLadder(demo)
    await keepDemoSegment(demo)
  }
  const [ladder, ...others] = await readTierLadders(demo.admin)
  expect(ladder?.tiers.map(({ nameRu }) => nameRu)).toEqual(['Бронза', 'Серебро', 'Золото'])
  expect(others).toEqual([])
  expect(await readSegments(context, { limit: 9 })).toMatchObject([{ nameRu: 'Таксисты' }])
  expect(await readRules(context, { limit: 9 })).toMatchObject([{ status: 'RUNNING' }])
  expect(await database.store.prisma.segmentCustomer.count()).toBe(1)
})
