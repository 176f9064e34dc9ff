import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { aCoalition, anEndpoint, type BuiltCoalition } from '../testing/index.ts'
import { MAX_ENDPOINTS } from './create-webhook-endpoint.ts'
import { deleteWebhookEndpoint } from './delete-webhook-endpoint.ts'
import { endWebhookAttempt } from './end-attempt.ts'
import { pauseWebhookEndpoint } from './pause-webhook-endpoint.ts'
import { resumeWebhookEndpoint } from './resume-webhook-endpoint.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { ATTEMPTS_AT_ONCE, takeDeliveries } from './take-deliveries.ts'
import { testWebhookEndpoint } from './test-webhook-endpoint.ts'

let database: TestDatabase
let town: BuiltCoalition
let shop: Context
let work: Context
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('shop').withMember('cafe').open(database.store)
  shop = town.member('shop').context
  work = { store: database.store, principal: { kind: 'operator' } }
})
afterAll(() => database?.drop())

const URL = 'http://localhost/hook'
const many = <Result>(times: number, one: (at: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: times }, (_, at) => one(at)))
const take = async () =>
  (await takeDeliveries(work, { coalitionId: town.id, limit: 50, leaseSeconds: 600 })).attempts
const failed = (attempt: { readonly deliveryId: string; readonly attemptNo: number }) =>
  endWebhookAttempt(work, {
    ...{ coalitionId: town.id, ...attempt, outcome: 'REFUSED', responseStatus: 500, responseBody: '' },
    ...{ durationMs: 1, retryAfterSeconds: null, random: 0.5 },
  })

test('of many endpoints made at once an owner gets as many as it may have', async () => {
  for (const { context } of [{ context: town.adminContext }, town.member('cafe')]) {
    const made = await many(MAX_ENDPOINTS + 4, async () =>
      anEndpoint(context, URL).then(
        () => 'made',
        (error: { readonly code: string }) => error.code,
      ),
    )
    expect(made.filter((one) => one === 'made')).toHaveLength(MAX_ENDPOINTS)
    expect(made.filter((one) => one === 'WEBHOOK_ENDPOINT_LIMIT')).toHaveLength(4)
  }
})

test('of many secrets made at once one is the newest, and none of the others outlives its overlap', async () => {
  const { endpoint } = await anEndpoint(shop, URL)
  const secrets = () => database.store.prisma.webhookSecret.findMany({ where: { endpointId: endpoint.id } })
  const rotated = await many(6, () => rotateWebhookSecret(shop, { id: endpoint.id, overlapHours: 1 }))
  const newest = (await secrets()).filter(({ endsAt }) => endsAt === null)
  expect(newest).toHaveLength(1)
  expect(await secrets()).toHaveLength(7)
  expect(rotated.map(({ secret }) => secret)).toContain(newest[0]?.secret)
  await many(6, () => rotateWebhookSecret(shop, { id: endpoint.id, overlapHours: 0 }))
  await rotateWebhookSecret(shop, { id: endpoint.id, overlapHours: 0 })
  // What was valid until now has been thrown away but for those that the last one ended.
  const left = await secrets()
  expect(left.filter(({ endsAt }) => endsAt === null)).toHaveLength(1)
  expect(left).toHaveLength(2)
  await deleteWebhookEndpoint(shop, endpoint)
})

test('of many workers at once all together have as many attempts at an endpoint under way as one may', async () => {
  const { endpoint } = await anEndpoint(shop, URL)
  await many(24, () => testWebhookEndpoint(shop, endpoint))
  const taken = (await many(6, take)).flat()
  // Who found the endpoint in another's hands went away empty: somebody has taken all there is room for.
  expect(taken).toHaveLength(ATTEMPTS_AT_ONCE)
  expect(new Set(taken.map(({ deliveryId }) => deliveryId)).size).toBe(ATTEMPTS_AT_ONCE)
  expect(await take()).toEqual([])
  await failed(taken[0] as (typeof taken)[number])
  // One alone while the last has failed.
  expect((await many(6, take)).flat()).toEqual([])
  await deleteWebhookEndpoint(shop, endpoint)
})

test('an endpoint that is resumed beside workers has nothing sent twice that is in their hands', async () => {
  const { endpoint } = await anEndpoint(shop, URL)
  const inHand: Awaited<ReturnType<typeof take>>[number][] = []
  // Room is left each time: what is in somebody's hands could be taken again.
  for (let round = 1; round < ATTEMPTS_AT_ONCE; round += 1) {
    await testWebhookEndpoint(shop, endpoint)
    await pauseWebhookEndpoint(shop, endpoint)
    const [taken] = await Promise.all([many(4, take), many(3, () => resumeWebhookEndpoint(shop, endpoint))])
    inHand.push(...taken.flat(), ...(await take()))
    expect(inHand).toHaveLength(round)
  }
  expect(new Set(inHand.map(({ deliveryId }) => deliveryId)).size).toBe(inHand.length)
  // Each counts as it came out.
  for (const [at, attempt] of inHand.entries())
    expect(await failed(attempt)).toMatchObject({ status: 'PENDING', failures: at + 1 })
  await deleteWebhookEndpoint(shop, endpoint)
})
