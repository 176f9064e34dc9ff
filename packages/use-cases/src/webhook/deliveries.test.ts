import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { aCoalition, anEndpoint, type BuiltCoalition, LOCAL_DOOR } from '../testing/index.ts'
import { deleteWebhookEndpoint } from './delete-webhook-endpoint.ts'
import { endWebhookAttempt } from './end-attempt.ts'
import { forgetOldDeliveries } from './forget-old-deliveries.ts'
import { replayWebhookDelivery } from './replay-webhook-delivery.ts'
import { MAX_TRIES, RETRY_SECONDS } from './retry-schedule.ts'
import { type AnswerQuery, takeDeliveries } from './take-deliveries.ts'
import { tellEvents } from './tell-events.ts'
import { testWebhookEndpoint } from './test-webhook-endpoint.ts'
import { updateWebhookEndpoint } from './update-webhook-endpoint.ts'

let database: TestDatabase
let town: BuiltCoalition
let shop: Context
let work: Context
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('shop').open(database.store)
  shop = town.member('shop').context
  work = { store: database.store, principal: { kind: 'operator' } }
})
afterAll(() => database?.drop())

const URL = 'http://localhost/hook'
const fails: AnswerQuery = () => Promise.reject(new Error('The database is away'))
const answers: AnswerQuery = () => Promise.resolve({ data: { asked: true } })
const take = (answerQuery?: AnswerQuery, leaseSeconds = 600) =>
  takeDeliveries(work, { coalitionId: town.id, limit: 50, leaseSeconds, answerQuery })
const unsent = {
  durationMs: 0,
  responseStatus: null,
  responseBody: null,
  retryAfterSeconds: null,
  random: 0.5,
}
const rowOf = (id: string) =>
  database.store.prisma.webhookDelivery.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId: town.id, id } },
    include: { log: true, endpoint: true },
  })
/** As if its next attempt had come. */
const dueNow = (id: string) =>
  asSuperuser(
    database.databaseUrl,
    `update webhook_delivery set next_attempt_at = now(), leased_until = null where delivery_id = '${id}'`,
  )

test('what cannot be made follows the schedule to its end, is in the log, and is asked anew when it is sent again', async () => {
  const { endpoint } = await anEndpoint(shop, URL, { query: '{ __typename }' })
  const { delivery } = await testWebhookEndpoint(shop, endpoint)
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const { attempts, failures } = await take(fails)
    expect([attempts, failures]).toEqual([[], [expect.objectContaining({ attemptNo: tries })]])
    // Nobody is given it again meanwhile.
    expect(await take(fails)).toEqual({ attempts: [], failures: [] })
    const [failure] = failures
    const judged = await endWebhookAttempt(work, {
      ...{ coalitionId: town.id, deliveryId: delivery.id, attemptNo: failure?.attemptNo ?? 0, ...unsent },
      outcome: 'QUERY_FAILED',
    })
    expect(judged).toMatchObject({ retryInSeconds: RETRY_SECONDS[tries - 1] ?? 0, pausedFor: null })
    expect(await rowOf(delivery.id)).toMatchObject({ attempts: tries, tries, body: null })
    // Nor before its time.
    expect(await take(fails)).toEqual({ attempts: [], failures: [] })
    if (tries < MAX_TRIES) await dueNow(delivery.id)
  }
  const ended = await rowOf(delivery.id)
  expect(ended).toMatchObject({ status: 'FAILED', endpoint: { status: 'ACTIVE', failures: 0 } })
  expect(new Set(ended.log.map(({ outcome }) => outcome))).toEqual(new Set(['QUERY_FAILED']))
  expect(ended.log).toHaveLength(MAX_TRIES)

  await replayWebhookDelivery(shop, delivery)
  const { attempts } = await take(answers)
  expect(attempts.map(({ body }) => JSON.parse(body).data)).toEqual([{ asked: true }])
  expect((await rowOf(delivery.id)).askedScopes).toEqual(endpoint.scopes)
  await deleteWebhookEndpoint(shop, endpoint)
})

test('an attempt whose worker died is no try: the schedule counts those that have ended', async () => {
  const { endpoint } = await anEndpoint(shop, URL)
  const { delivery } = await testWebhookEndpoint(shop, endpoint)
  for (let died = 1; died <= 3; died += 1) expect((await take(undefined, 0)).attempts).toHaveLength(1)
  expect(await rowOf(delivery.id)).toMatchObject({ attempts: 3, tries: 0 })
  const { attempts } = await take(undefined, 600)
  const refused = { ...unsent, outcome: 'REFUSED', responseStatus: 500 } as const
  const [attempt] = attempts
  if (!attempt) throw new Error('Nothing was due')
  // Whoever had it before has it no more.
  expect(await endWebhookAttempt(work, { ...attempt, ...refused, attemptNo: 3 })).toBeUndefined()
  expect(await endWebhookAttempt(work, { ...attempt, ...refused })).toMatchObject({
    retryInSeconds: RETRY_SECONDS[0],
  })
  expect(await rowOf(delivery.id)).toMatchObject({ attempts: 4, tries: 1 })
  await deleteWebhookEndpoint(shop, endpoint)
})

test('what is yet to be asked waits where nobody answers queries, and holds up nothing else', async () => {
  const { endpoint: asking } = await anEndpoint(shop, URL, { query: '{ __typename }' })
  const { endpoint: telling } = await anEndpoint(shop, URL)
  const { delivery } = await testWebhookEndpoint(shop, asking)
  const { delivery: told } = await testWebhookEndpoint(shop, telling)
  const { attempts, failures } = await take()
  expect(attempts.map(({ deliveryId }) => deliveryId)).toEqual([told.id])
  expect(failures).toEqual([])
  expect(await rowOf(delivery.id)).toMatchObject({ attempts: 0, leasedUntil: null })
  expect((await take(answers)).attempts.map(({ deliveryId }) => deliveryId)).toEqual([delivery.id])
  for (const endpoint of [asking, telling]) await deleteWebhookEndpoint(shop, endpoint)
})

test('what was not asked for yet when its query is taken away says what the event says by itself', async () => {
  const { endpoint } = await anEndpoint(shop, URL, {
    query: '{ __typename }',
    eventKinds: ['customer.enrolled'],
  })
  await enrolCustomer(shop, { name: 'Boris', consentVersion: '1' })
  await tellEvents(work, { coalitionId: town.id, limit: 200 })
  await testWebhookEndpoint(shop, endpoint)
  const whe = encodePublicId('webhookEndpoint', endpoint.id)
  await updateWebhookEndpoint(shop, { id: endpoint.id, query: null, door: LOCAL_DOOR })
  const { attempts } = await take()
  const told = attempts.map(({ body }) => JSON.parse(body))
  expect(told.map(({ type }) => type).sort()).toEqual(['customer.enrolled', 'webhook.test'])
  expect(told.find(({ type }) => type === 'webhook.test').data).toEqual({ endpointId: whe })
  expect(told.find(({ type }) => type === 'customer.enrolled').data).toEqual({
    customerId: expect.stringMatching(/^cus_/),
    memberId: encodePublicId('member', town.member('shop').id),
  })
  await deleteWebhookEndpoint(shop, endpoint)
})

test('what is older than 30 days is forgotten a batch at a time, by a call of its own', async () => {
  const { endpoint } = await anEndpoint(shop, URL)
  const ids: string[] = []
  for (let made = 0; made < 5; made += 1) ids.push((await testWebhookEndpoint(shop, endpoint)).delivery.id)
  const { attempts } = await take()
  for (const attempt of attempts)
    await endWebhookAttempt(work, { ...attempt, ...unsent, outcome: 'DELIVERED', responseStatus: 204 })
  const [young, ...old] = ids
  const named = old.map((id) => `'${id}'`).join(', ')
  await asSuperuser(
    database.databaseUrl,
    `update webhook_delivery set made_at = now() - interval '31 days' where delivery_id in (${named})`,
  )
  const left = () => database.store.prisma.webhookDelivery.count({ where: { endpointId: endpoint.id } })
  await tellEvents(work, { coalitionId: town.id, limit: 200 })
  expect(await left()).toBe(5)
  const forget = () => forgetOldDeliveries(work, { coalitionId: town.id, limit: 3 })
  expect(await forget()).toEqual({ deliveries: 3, more: true })
  expect(await left()).toBe(2)
  expect(await forget()).toEqual({ deliveries: 1, more: false })
  expect(await rowOf(young ?? '')).toBeDefined()
  expect(await forget()).toEqual({ deliveries: 0, more: false })
})
