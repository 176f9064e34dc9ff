import { openStore } from '@artel/store'
import {
  createApiKey,
  encodePublicId,
  endWebhookAttempt,
  recordPurchase,
  takeDeliveries,
  tellEvents,
} from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'
import { makeAnswerQuery } from '../../webhooks/answer-query.ts'

const CREATE = `mutation ($input: WebhookEndpointCreateInput!) { webhookEndpointCreate(input: $input) {
  __typename
  ... on WebhookSecretPayload { endpoint { id url eventKinds status secrets { lastFour } } secret }
  ... on UserError { code message path }
  ... on WebhookAddressRefusedError { reason }
  ... on WebhookQueryRefusedError { problems }
} }`
const URL = 'http://localhost:9/hook'

let api: TestApi
let strict: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi({ allowPrivateWebhooks: true })
  strict = await startTestApi()
  town = await aCoalition().withMember('shop').withMember('cafe').withCustomer('Anna').open(api.store)
})
afterAll(async () => {
  await api.stop()
  await strict.stop()
})

const keyOf = (handle: string) => town.member(handle).apiKey
const create = async (key: string, input: Record<string, unknown> = {}) =>
  (await api.call(CREATE, { input: { url: URL, ...input } }, { key })).data.webhookEndpointCreate

const worker = () => ({ store: api.store, principal: { kind: 'operator' } }) as const
const silent = pino({ level: 'silent' })
/** All that is due, as a worker takes it. */
const take = (store = api.store) =>
  takeDeliveries(worker(), {
    ...{ coalitionId: town.id, limit: 100, leaseSeconds: 0 },
    answerQuery: makeAnswerQuery({ store, log: silent }),
  })

/** What is about to be sent, of the kind, by the body of each message. */
async function bodiesOf(kind: string, endpointId: string): Promise<Record<string, unknown>[]> {
  await tellEvents(worker(), { coalitionId: town.id, limit: 200 })
  let taken: number
  do {
    const { attempts, failures } = await take()
    expect(failures).toEqual([])
    taken = attempts.filter(({ attemptNo }) => attemptNo === 1).length
  } while (taken > 0)
  const deliveries = await api.store.prisma.webhookDelivery.findMany({ where: { eventKind: kind } })
  return deliveries
    .filter((delivery) => encodePublicId('webhookEndpoint', delivery.endpointId) === endpointId)
    .map(({ body }) => JSON.parse(body ?? 'null'))
}

describe('an endpoint', () => {
  test('shows its secret once, to its owner, who alone finds it again', async () => {
    const { endpoint, secret } = await create(keyOf('shop'), { eventKinds: ['purchase.recorded'] })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(endpoint).toMatchObject({ url: URL, status: 'ACTIVE', secrets: [{ lastFour: secret.slice(-4) }] })
    const seen = async (key: string) => {
      const { data } = await api.call(
        'query ($id: ID!) { webhookEndpoints { id } node(id: $id) { id } }',
        { id: endpoint.id },
        { key },
      )
      return [data.webhookEndpoints.length, data.node?.id ?? null]
    }
    expect(await seen(keyOf('shop'))).toEqual([1, endpoint.id])
    expect(await seen(keyOf('cafe'))).toEqual([0, null])
    expect(await seen(town.adminKey)).toEqual([0, null])
    const paused = await api.call(
      'mutation ($input: WebhookEndpointInput!) { webhookEndpointPause(input: $input) { ... on UserError { code } } }',
      { input: { id: endpoint.id } },
      { key: keyOf('cafe') },
    )
    expect(paused.data.webhookEndpointPause).toEqual({ code: 'NOT_FOUND' })
    expect(api.logLines.join('')).not.toContain(secret)
  })

  test('is not made at a private address where the deployment does not say so', async () => {
    const other = await aCoalition().withMember('shop').open(strict.store)
    const refused = async (url: string) =>
      (await strict.call(CREATE, { input: { url } }, { key: other.member('shop').apiKey })).data
        .webhookEndpointCreate
    expect(await refused('https://127.1/')).toMatchObject({
      code: 'WEBHOOK_ADDRESS_REFUSED',
      reason: 'PRIVATE',
    })
    expect(await refused('http://203.0.114.10/')).toMatchObject({ reason: 'NOT_HTTPS' })
    expect(await refused('https://203.0.114.10/')).toMatchObject({ __typename: 'WebhookSecretPayload' })
  })

  test('is told of kinds that its owner may know, and of no other', async () => {
    const path = ['input', 'eventKinds', '0']
    for (const kind of ['plan.approved', 'nothing'])
      expect(await create(keyOf('shop'), { eventKinds: [kind] })).toMatchObject({
        code: 'INVALID_INPUT',
        path,
      })
    expect(await create(town.adminKey, { eventKinds: ['plan.approved'] })).toMatchObject({
      __typename: 'WebhookSecretPayload',
    })
  })

  test.each([
    ['mutation { termsRevalue { __typename } }', /one query/],
    ['query A { viewer { kind } } query B { viewer { kind } }', /one query/],
    ['{ nothing }', /Cannot query field/],
    ['{', /Syntax Error/],
    ['query ($id: ID!) { node(id: $id) { id } }', /only variable/],
    ['{ customer(by: { phone: "+79000000001" }) { id } }', /by phone or card/],
    ['{ __schema { types { name } } }', /schema/],
    ['{ coalition { members(first: 100) { nodes { id } } } }', /costs/],
    ['{ coalition { members(first: 1000) { nodes { id } } } }', /1 to 100/],
    ['{ ...A } fragment A on Query { ...A }', /itself|fragment/i],
  ])('is not told by %s', async (query, problem) => {
    const refused = await create(keyOf('shop'), { query })
    expect(refused).toMatchObject({ code: 'WEBHOOK_QUERY_REFUSED', path: ['input', 'query'] })
    expect(refused.problems.join(' ')).toMatch(problem)
  })

  test('is told by its query, with what its owner may see', async () => {
    const query = `query ($subjectId: ID!) {
      node(id: $subjectId) { ... on Purchase { id total { amountMinor } customer { id name } } }
      paymentPlans { nodes { id } }
    }`
    const { endpoint } = await create(keyOf('cafe'), { query, eventKinds: ['purchase.recorded'] })
    const { purchase } = await recordPurchase(town.member('cafe').context, aSale(town.customer('Anna')))
    const id = encodePublicId('purchase', purchase.id)
    const [body] = await bodiesOf('purchase.recorded', endpoint.id)
    // A field that the caller may not ask for fails alone only where it may be null: the whole answer says what is wrong.
    expect(body).toMatchObject({
      type: 'purchase.recorded',
      errors: [{ path: ['paymentPlans'], code: 'FORBIDDEN' }],
    })
    const { endpoint: modest } = await create(keyOf('cafe'), {
      query: query.replace(/paymentPlans.*\n/, ''),
      eventKinds: ['purchase.recorded'],
    })
    await recordPurchase(town.member('shop').context, aSale(town.customer('Anna')))
    const { purchase: own } = await recordPurchase(town.member('cafe').context, aSale(town.customer('Anna')))
    const bodies = await bodiesOf('purchase.recorded', modest.id)
    expect(bodies.map(({ data }) => data)).toEqual([
      {
        node: {
          id: encodePublicId('purchase', own.id),
          total: { amountMinor: '100000' },
          customer: { id: encodePublicId('customer', town.customer('Anna').id), name: 'Anna' },
        },
      },
    ])
    expect(id).not.toBe(encodePublicId('purchase', own.id))
  })
})

/** What a mutation of one endpoint or delivery came to: its payload's name, or the code that refused it. */
async function cameTo(key: string, mutation: string, input: Record<string, unknown>): Promise<string> {
  const type = { webhookEndpointUpdate: 'WebhookEndpointUpdateInput', webhookTest: 'WebhookEndpointInput' }
  const { data, errors } = await api.call(
    `mutation ($input: ${type[mutation as keyof typeof type] ?? 'WebhookDeliveryReplayInput'}!) {
      ${mutation}(input: $input) { __typename ... on UserError { code } }
    }`,
    { input },
    { key },
  )
  if (errors[0]) return String(errors[0].extensions.code)
  return data[mutation].code ?? data[mutation].__typename
}

describe('a key that only manages endpoints', () => {
  let narrow: string
  beforeAll(async () => {
    const { context } = town.member('shop')
    narrow = (await createApiKey(context, { name: 'narrow', scopes: ['member:write'] })).secret
  })
  const deliveriesSeen = async (key: string, id: string) => {
    const { data } = await api.call(
      `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries {
        nodes { id eventKind body log { responseBody } } } } } }`,
      { id },
      { key },
    )
    return data.node.deliveries.nodes
  }

  test('is told of no sale, and reads and sends none of what another is told', async () => {
    const shop = town.member('shop')
    const { endpoint } = await create(shop.apiKey, { url: `${URL}/wide`, eventKinds: ['purchase.recorded'] })
    const { endpoint: own } = await create(narrow, { url: `${URL}/narrow` })
    await recordPurchase(shop.context, aSale(town.customer('Anna')))
    expect(await bodiesOf('purchase.recorded', endpoint.id)).toHaveLength(1)
    expect(await bodiesOf('purchase.recorded', own.id)).toEqual([])
    const { attempts } = await take()
    // A receiver that answers with what it was sent.
    for (const attempt of attempts)
      await endWebhookAttempt(worker(), {
        ...{ ...attempt, durationMs: 1, outcome: 'REFUSED', responseStatus: 500, responseBody: attempt.body },
        ...{ retryAfterSeconds: null, random: 0 },
      })
    const [rich] = await deliveriesSeen(shop.apiKey, endpoint.id)
    expect(rich).toMatchObject({ body: expect.any(String), log: [{ responseBody: rich.body }] })
    const [poor] = await deliveriesSeen(narrow, endpoint.id)
    expect(poor).toMatchObject({ id: rich.id, body: null, log: [{ responseBody: null }] })
    expect(await cameTo(narrow, 'webhookDeliveryReplay', { id: rich.id })).toBe('NOT_FOUND')
    expect(await cameTo(shop.apiKey, 'webhookDeliveryReplay', { id: rich.id })).toBe('WebhookDeliveryPayload')
    // What the endpoint is told by itself it may try out.
    expect(await cameTo(narrow, 'webhookTest', { id: endpoint.id })).toBe('WebhookDeliveryPayload')
  })

  test.each([{ url: `${URL}/elsewhere` }, { query: null }, { eventKinds: [] }, {}])(
    'changes nothing of an endpoint that is told more: %o',
    async (change) => {
      const shop = town.member('shop')
      const { endpoint } = await create(shop.apiKey, { eventKinds: ['purchase.recorded'] })
      const before = await api.store.prisma.webhookEndpoint.findMany({ orderBy: { id: 'asc' } })
      expect(await cameTo(narrow, 'webhookEndpointUpdate', { id: endpoint.id, ...change })).toBe('FORBIDDEN')
      expect(await api.store.prisma.webhookEndpoint.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
      expect(await cameTo(shop.apiKey, 'webhookEndpointUpdate', { id: endpoint.id, ...change })).toBe(
        'WebhookEndpointPayload',
      )
    },
  )

  test('has nothing asked by the query of another, and does not read what was asked, nor when the query is gone', async () => {
    const shop = town.member('shop')
    const query = '{ viewer { member { purchases(first: 1) { nodes { id } } } } }'
    const { endpoint } = await create(shop.apiKey, { query, eventKinds: ['webhook.paused'] })
    expect(await cameTo(narrow, 'webhookTest', { id: endpoint.id })).toBe('FORBIDDEN')
    expect(await cameTo(shop.apiKey, 'webhookTest', { id: endpoint.id })).toBe('WebhookDeliveryPayload')
    const [waiting] = await deliveriesSeen(narrow, endpoint.id)
    expect(await cameTo(narrow, 'webhookDeliveryReplay', { id: waiting.id })).toBe('NOT_FOUND')
    const [body] = await bodiesOf('webhook.test', endpoint.id)
    expect(JSON.stringify(body)).toContain('"id":"pur_')
    const seen = async (key: string) => (await deliveriesSeen(key, endpoint.id))[0].body !== null
    expect([await seen(shop.apiKey), await seen(narrow)]).toEqual([true, false])
    const plain = { id: endpoint.id, query: null }
    expect(await cameTo(shop.apiKey, 'webhookEndpointUpdate', plain)).toBe('WebhookEndpointPayload')
    expect([await seen(shop.apiKey), await seen(narrow)]).toEqual([true, false])
    expect(await cameTo(narrow, 'webhookDeliveryReplay', { id: waiting.id })).toBe('NOT_FOUND')
    expect(await cameTo(shop.apiKey, 'webhookDeliveryReplay', { id: waiting.id })).toBe(
      'WebhookDeliveryPayload',
    )
  })
})

test('a query that finds no database is asked again later; its failure is never what is sent', async () => {
  const query = '{ coalition { name } }'
  const { endpoint } = await create(keyOf('cafe'), { query, eventKinds: ['webhook.paused'] })
  await cameTo(keyOf('cafe'), 'webhookTest', { id: endpoint.id })
  const away = await openStore({ databaseUrl: api.databaseUrl })
  await away.close()
  const { failures } = await take(away)
  expect(failures).toHaveLength(1)
  const kept = { where: { eventKind: 'webhook.test', body: null } }
  expect(await api.store.prisma.webhookDelivery.count(kept)).toBe(1)
  const [body] = await bodiesOf('webhook.test', endpoint.id)
  expect(body).toMatchObject({ data: { coalition: { name: town.coalition.name } } })
  expect(body).not.toHaveProperty('errors')
})
