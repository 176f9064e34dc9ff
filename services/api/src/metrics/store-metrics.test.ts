import { points } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale } from '@artel/use-cases/testing'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeStoreMetrics } from './store-metrics.ts'

let database: TestDatabase
let store: Store
const registry = new Registry()
beforeAll(async () => {
  database = await createTestDatabase()
  const metrics = makeStoreMetrics(registry)
  store = await openStore({ databaseUrl: database.databaseUrl, onBatch: metrics.onBatch })
  metrics.watch(store)
})
afterAll(async () => {
  await store?.close()
  await database?.drop()
})

test('the write path counts each command once, by how it was answered, and each batch', async () => {
  const town = await aCoalition().withMember('shop').withCustomer('Anna').open(store)
  const { context } = town.member('shop')
  const anna = town.customer('Anna')
  const sale = aSale(anna)
  await recordPurchase(context, sale)
  await recordPurchase(context, sale)
  await expect(recordPurchase(context, aSale(anna, { points: points(400n) }))).rejects.toThrow()
  await Promise.all(Array.from({ length: 20 }, () => recordPurchase(context, aSale(anna))))
  // Read twice: what is counted is what was added since, not the sum again.
  await registry.metrics()
  const figures = await registry.metrics()
  expect(figures).toContain('artel_commands_total{outcome="posted"} 21')
  expect(figures).toContain('artel_commands_total{outcome="replayed"} 1')
  expect(figures).toContain('artel_commands_total{outcome="refused"} 1')
  expect(figures).toContain('artel_batch_commands_sum 23')
  expect(figures).toContain('artel_batch_repeats_total{cause="races"} 0')
  expect(figures).toContain('artel_commands_waiting 0')
  const recorded = /artel_batch_duration_seconds_count\{step="record"\} (\d+)/.exec(figures)?.[1]
  expect(Number(recorded)).toBeGreaterThanOrEqual(3)
  expect(figures).not.toContain(town.id)
})
