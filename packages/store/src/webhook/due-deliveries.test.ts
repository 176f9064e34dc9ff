import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSuperuser, createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { LEASE_DUE_DELIVERIES, takeDueDeliveries } from './due-deliveries.ts'

const COALITION = '01980a3e-5b7c-7d21-9c4f-000000000001'
const ENDPOINT = '01980a3e-5b7c-7d21-9c4f-000000000002'
const WAITING = 20_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await asSuperuser(
    database.databaseUrl,
    `insert into webhook_endpoint (coalition_id, endpoint_id, url, status, created_at, created_by_id)
        values ('${COALITION}', '${ENDPOINT}', 'https://shop.example/', 'ACTIVE', now(), '${ENDPOINT}');
      insert into webhook_delivery (coalition_id, delivery_id, endpoint_id, event_id, event_kind, subject_id, occurred_at,
          body, status, next_attempt_at, made_at)
        select '${COALITION}', gen_random_uuid(), '${ENDPOINT}', gen_random_uuid(), 'webhook.test', '${ENDPOINT}', now(),
          '{}', 'PENDING', now() - interval '1 hour' + n * interval '1 millisecond', now()
        from generate_series(1, ${WAITING}) n`,
  )
  const options = { limit: 10, atOnce: 4, leaseSeconds: 600, withQuery: true }
  expect(await takeDueDeliveries(database.store, COALITION, options)).toHaveLength(4)
  await asSuperuser(database.databaseUrl, 'vacuum analyze webhook_delivery')
})
afterAll(() => database?.drop())

interface PlanNode {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

/** Rows of deliveries that a plan has looked at. */
function rowsRead(node: PlanNode): number {
  const own =
    node['Relation Name'] === 'webhook_delivery'
      ? (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
      : 0
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), own)
}

test('however much waits, what is under way is counted and what is due is found without reading through it', async () => {
  for (const atOnce of [4, 6]) {
    const { rows } = await database.store.pool.query<{
      'QUERY PLAN': readonly { readonly Plan: PlanNode }[]
    }>(`explain (analyze, format json) ${LEASE_DUE_DELIVERIES}`, [
      COALITION,
      10,
      atOnce,
      600,
      [ENDPOINT],
      true,
    ])
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
    if (!plan) throw new Error('There is no plan')
    expect(rowsRead(plan)).toBeLessThan(WAITING / 100)
  }
})
