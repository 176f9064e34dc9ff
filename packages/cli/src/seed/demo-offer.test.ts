import type { LocalDate } from '@artel/rules'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { readOffers } from '@artel/use-cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureDemoCoalition } from './demo-coalition.ts'
import { makeDemoOffer } from './demo-offer.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the offer of one shop for another is made once and runs, however often the seed goes on', async () => {
  const demo = await ensureDemoCoalition(database.store, 0)
  for (let round = 0; round < 2; round += 1) await makeDemoOffer(demo, '2026-01-01' as LocalDate)
  const offers = await readOffers(demo.members.kolenval.context, { limit: 9 })
  expect(offers).toMatchObject([
    { memberId: demo.members['motor-yard'].id, takenAt: [demo.members.blesk.id] },
  ])
})
