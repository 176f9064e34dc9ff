import { Writable } from 'node:stream'
import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import {
  EVENT_KINDS,
  recordPurchase,
  replayWebhookDelivery,
  resumeWebhookEndpoint,
  rotateWebhookSecret,
  testWebhookEndpoint,
} from '@artel/use-cases'
import { aCoalition, anEndpoint, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installQueues } from '../queues/install-queues.ts'
import { type RunningWorker, startWorker } from '../start-worker.ts'
import { type ReceivedMessage, type Receiver, startReceiver } from '../testing/receiver.ts'

let database: TestDatabase
let town: BuiltCoalition
let receiver: Receiver
let worker: RunningWorker
let logged = ''
let answer = 204
let isAway = false
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
  town = await aCoalition().withMember('shop').withMember('cafe').withCustomer('Anna').open(database.store)
  receiver = await startReceiver({
    '/slow': () => undefined,
    '/gone': (response) => response.writeHead(410).end(),
    '/changing': (response) => response.writeHead(answer).end('as it stands'),
  })
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged += String(chunk)
      done()
    },
  })
  worker = startWorker({
    ...database,
    log: pino({ level: 'trace' }, sink),
    lookEverySeconds: 1,
    webhooks: {
      allowPrivate: true,
      answerQuery: () =>
        isAway ? Promise.reject(new Error('The database is away')) : Promise.resolve({ data: { asked: 1 } }),
    },
  })
})
afterAll(async () => {
  // What hangs is let go of, so that the worker can end.
  await receiver?.stop()
  await worker?.stop()
  await database?.drop()
})

const typeOf = ({ body }: ReceivedMessage): string => JSON.parse(body).type
const sell = (member: string) => recordPurchase(town.member(member).context, aSale(town.customer('Anna')))
const attemptsOf = (endpointId: string) =>
  database.store.prisma.webhookAttempt.findMany({
    where: { coalitionId: town.id, delivery: { endpointId } },
    orderBy: { attemptNo: 'asc' },
  })

test('a sale is told to its member and to the coalition, signed, and to no other member', async () => {
  const shop = await anEndpoint(town.member('shop').context, `${receiver.url}/shop`)
  await anEndpoint(town.member('cafe').context, `${receiver.url}/cafe`)
  await anEndpoint(town.adminContext, `${receiver.url}/coalition`)
  const { purchase } = await sell('shop')
  await expect.poll(() => [receiver.at('/shop').length, receiver.at('/coalition').length]).toEqual([1, 1])
  const [message] = receiver.at('/shop')
  const verified = new Webhook(shop.secret).verify(
    message?.body ?? '',
    message?.headers as Record<string, string>,
  )
  expect(verified).toMatchObject({
    type: 'purchase.recorded',
    data: {
      purchaseId: expect.stringMatching(/^pur_/),
      receiptRef: purchase.receiptRef,
      totalMinor: '100000',
    },
  })
  expect(message?.body).toBe(receiver.at('/coalition')[0]?.body)
  expect(message?.headers['webhook-id']).toBe(receiver.at('/coalition')[0]?.headers['webhook-id'])
  await sell('cafe')
  await expect.poll(() => receiver.at('/coalition').length).toBe(2)
  await expect.poll(() => receiver.at('/cafe').length).toBe(1)
  expect(receiver.at('/shop')).toHaveLength(1)
})

test('a receiver that hangs delays nobody', async () => {
  for (let one = 0; one < 3; one += 1) await anEndpoint(town.member('shop').context, `${receiver.url}/slow`)
  await anEndpoint(town.member('shop').context, `${receiver.url}/quick`)
  for (let sale = 0; sale < 8; sale += 1) await sell('shop')
  // The slow ones have not been given up by then: nothing of theirs has come back.
  await expect.poll(() => receiver.at('/quick').length).toBe(8)
  const answered = await database.store.prisma.webhookAttempt.count({
    where: { delivery: { endpoint: { url: `${receiver.url}/slow` } } },
  })
  expect(answered).toBe(0)
  expect(receiver.at('/slow').length).toBeLessThanOrEqual(3 * 4)
})

test('a delivery that was refused is kept with its answer, tried again, and sent again by hand under its id', async () => {
  answer = 500
  const { endpoint } = await anEndpoint(town.member('shop').context, `${receiver.url}/changing`)
  const { delivery } = await testWebhookEndpoint(town.member('shop').context, { id: endpoint.id })
  await expect.poll(async () => (await attemptsOf(endpoint.id)).length).toBe(1)
  expect((await attemptsOf(endpoint.id))[0]).toMatchObject({
    ...{ outcome: 'REFUSED', responseStatus: 500, responseBody: 'as it stands' },
  })
  answer = 204
  await expect.poll(() => receiver.at('/changing').length).toBe(2)
  await expect.poll(async () => (await attemptsOf(endpoint.id)).at(-1)?.outcome).toBe('DELIVERED')
  await replayWebhookDelivery(town.member('shop').context, { id: delivery.id })
  await expect.poll(() => receiver.at('/changing').length).toBe(3)
  const [first, ...others] = receiver.at('/changing')
  for (const other of others) {
    expect(other.body).toBe(first?.body)
    expect(other.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  }
  expect(typeOf(others[0] as ReceivedMessage)).toBe('webhook.test')
})

test('while one secret takes the place of another, both verify', async () => {
  const { context } = town.member('shop')
  const { endpoint, secret } = await anEndpoint(context, `${receiver.url}/rotating`, {
    eventKinds: ['hold.created'],
  })
  const next = await rotateWebhookSecret(context, { id: endpoint.id, overlapHours: 1 })
  await testWebhookEndpoint(context, { id: endpoint.id })
  await expect.poll(() => receiver.at('/rotating').length).toBe(1)
  const verifies = (by: string, at: number) => {
    const message = receiver.at('/rotating')[at]
    return new Webhook(by).verify(message?.body ?? '', message?.headers as Record<string, string>)
  }
  expect(verifies(secret, 0)).toEqual(verifies(next.secret, 0))
  const last = await rotateWebhookSecret(context, { id: endpoint.id, overlapHours: 0 })
  await testWebhookEndpoint(context, { id: endpoint.id })
  await expect.poll(() => receiver.at('/rotating').length).toBe(2)
  expect(verifies(last.secret, 1)).toMatchObject({ type: 'webhook.test' })
  for (const old of [secret, next.secret]) expect(() => verifies(old, 1)).toThrow()
  for (const one of [secret, next.secret, last.secret]) expect(logged).not.toContain(one)
})

test('a receiver that is gone pauses its endpoint, which is announced, and what waits goes out when it resumes', async () => {
  const { context } = town.member('cafe')
  const { endpoint } = await anEndpoint(context, `${receiver.url}/gone`, {
    eventKinds: ['purchase.recorded'],
  })
  const standing = () =>
    database.store.prisma.webhookEndpoint.findUniqueOrThrow({
      where: { coalitionId_id: { coalitionId: town.id, id: endpoint.id } },
    })
  await sell('cafe')
  await expect.poll(async () => (await standing()).pausedFor).toBe('GONE')
  await sell('cafe')
  await expect
    .poll(() => receiver.at('/cafe').filter((one) => typeOf(one) === 'webhook.paused').length)
    .toBe(1)
  expect(receiver.at('/gone')).toHaveLength(1)
  await database.store.prisma.webhookEndpoint.update({
    where: { coalitionId_id: { coalitionId: town.id, id: endpoint.id } },
    data: { url: `${receiver.url}/back` },
  })
  await resumeWebhookEndpoint(context, { id: endpoint.id })
  await expect.poll(() => receiver.at('/back').length).toBe(2)
  expect(await standing()).toMatchObject({ status: 'ACTIVE', failures: 0 })
})

test('a query that cannot be answered just then is a failed attempt of its own, and is asked again by the schedule', async () => {
  const { context } = town.member('cafe')
  const { endpoint } = await anEndpoint(context, `${receiver.url}/asking`, { query: '{ __typename }' })
  isAway = true
  await testWebhookEndpoint(context, { id: endpoint.id })
  await expect.poll(async () => (await attemptsOf(endpoint.id)).length).toBe(1)
  isAway = false
  await expect.poll(() => receiver.at('/asking').length).toBe(1)
  await expect
    .poll(async () => (await attemptsOf(endpoint.id)).map(({ outcome }) => outcome))
    .toEqual(['QUERY_FAILED', 'DELIVERED'])
  expect(JSON.parse(receiver.at('/asking')[0]?.body ?? '').data).toEqual({ asked: 1 })
})

test('what was made more than 30 days ago is forgotten by a job of its own', async () => {
  const { context } = town.member('cafe')
  const { endpoint } = await anEndpoint(context, `${receiver.url}/old`)
  const { delivery } = await testWebhookEndpoint(context, { id: endpoint.id })
  await expect.poll(async () => (await attemptsOf(endpoint.id)).length).toBe(1)
  await asSuperuser(
    database.databaseUrl,
    `update webhook_delivery set made_at = now() - interval '31 days' where delivery_id = '${delivery.id}'`,
  )
  const left = () => database.store.prisma.webhookDelivery.count({ where: { id: delivery.id } })
  await expect.poll(left).toBe(0)
  await expect.poll(() => logged).toContain('"job":"forget-deliveries"')
})

test('the log names no address, no secret and no body', () => {
  expect(logged).toContain('tell-events')
  expect(logged).toContain('A webhook endpoint was paused')
  for (const word of [receiver.url, 'whsec_', 'pur_', 'totalMinor', town.member('shop').id])
    expect(logged).not.toContain(word)
  expect(EVENT_KINDS).toContain('webhook.paused')
})
