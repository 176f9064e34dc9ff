import { createApiKey, encodePublicId, recordPurchase, takeDeliveries, tellEvents } from '@artel/use-cases'
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

/** What is about to be sent, of the kind, by the body of each message. */
async function bodiesOf(kind: string, endpointId: string): Promise<Record<string, unknown>[]> {
  const context = { store: api.store, principal: { kind: 'operator' } } as const
  await tellEvents(context, { coalitionId: town.id, limit: 200 })
  const answerQuery = makeAnswerQuery({ store: api.store, log: pino({ level: 'silent' }) })
  let taken: number
  do {
    const { attempts, failures } = await takeDeliveries(context, {
      ...{ coalitionId: town.id, limit: 100, leaseSeconds: 0, answerQuery },
    })
    expect(failures).toEqual([])
    taken = attempts.filter(({ tryNo }) => tryNo === 1).length
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

test('a key that only manages endpoints is told of no sale, and reads none in the log of another', async () => {
  const shop = town.member('shop')
  const { endpoint } = await create(shop.apiKey, { url: `${URL}/wide`, eventKinds: ['purchase.recorded'] })
  await recordPurchase(shop.context, aSale(town.customer('Anna')))
  expect(await bodiesOf('purchase.recorded', endpoint.id)).toHaveLength(1)
  const { secret: narrow } = await createApiKey(shop.context, { name: 'narrow', scopes: ['member:write'] })
  const bodies = async (key: string) => {
    const { data } = await api.call(
      'query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries { nodes { status body } } } } }',
      { id: endpoint.id },
      { key },
    )
    return data.node.deliveries.nodes.map(({ body }: { body: string | null }) => body !== null)
  }
  expect(await bodies(shop.apiKey)).toEqual([true])
  expect(await bodies(narrow)).toEqual([false])
  const { endpoint: own } = await create(narrow, { url: `${URL}/narrow` })
  await api.call(
    'mutation ($input: WebhookEndpointUpdateInput!) { webhookEndpointUpdate(input: $input) { __typename } }',
    { input: { id: endpoint.id, url: `${URL}/elsewhere` } },
    { key: narrow },
  )
  await recordPurchase(shop.context, aSale(town.customer('Anna')))
  expect(await bodiesOf('purchase.recorded', own.id)).toEqual([])
  // What was sent before the change is all that there ever is.
  expect(await bodiesOf('purchase.recorded', endpoint.id)).toHaveLength(1)
})
