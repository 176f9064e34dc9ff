import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATOR_KEY, startTestApi, type TestApi } from '../testing/test-api.ts'

const VIEWER = '{ viewer { kind scopes coalition { id } member { handle } customer { id } } }'

let api: TestApi
let town: BuiltCoalition
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition().withMember('wash').open(api.store)
})
afterAll(() => api.stop())

test('each kind of key is who it says', async () => {
  const kinds = await Promise.all(
    [undefined, OPERATOR_KEY, town.adminKey, town.member('wash').apiKey].map(async (key) => {
      const { data } = await api.call(VIEWER, {}, key === undefined ? {} : { key })
      return [data.viewer.kind, data.viewer.member?.handle ?? null, data.viewer.coalition !== null]
    }),
  )
  expect(kinds).toEqual([
    ['ANONYMOUS', null, false],
    ['OPERATOR', null, false],
    ['ADMIN', null, true],
    ['MEMBER', 'wash', true],
  ])
})

describe('refuses with 401 and says what to do', () => {
  const asAdmin = (key: string) => key.replace(/^sk_/, 'ak_')
  const asLive = (key: string) => key.replace('_test_', '_live_')
  const cases: [string, () => Record<string, string>][] = [
    ['a key nobody made', () => ({ authorization: `Bearer sk_test_${'1'.repeat(16)}_${'2'.repeat(43)}` })],
    [
      'a member key dressed as an administrator',
      () => ({ authorization: `Bearer ${asAdmin(town.member('wash').apiKey)}` }),
    ],
    ['a test key dressed as live', () => ({ authorization: `Bearer ${asLive(town.member('wash').apiKey)}` })],
    ['a key cut short', () => ({ authorization: `Bearer ${town.member('wash').apiKey.slice(0, -1)}` })],
    ['a wrong operator key', () => ({ authorization: `Bearer ${OPERATOR_KEY}x` })],
    ['another scheme', () => ({ authorization: 'Basic YTpi' })],
    ['no key after the scheme', () => ({ authorization: 'Bearer ' })],
  ]
  test.each(cases)('%s', async (_name, headers) => {
    const answer = await api.call(VIEWER, {}, { headers: headers() })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="artel"')
    expect(answer.data).toBeUndefined()
    expect(answer.errors).toHaveLength(1)
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', retryable: false })
    expect(answer.errors[0]?.message.length).toBeGreaterThan(20)
  })
})

test('a revoked key stops working within five seconds, its twin goes on', async () => {
  const key = town.member('wash').apiKey
  const made = await api.call(
    'mutation { apiKeyCreate(input: { name: "second" }) { ... on ApiKeyCreatePayload { secret apiKey { id lastFour scopes } } } }',
    {},
    { key },
  )
  const { secret, apiKey } = made.data.apiKeyCreate
  expect(secret.endsWith(apiKey.lastFour)).toBe(true)
  expect((await api.call(VIEWER, {}, { key: secret })).status).toBe(200)
  await api.call(
    `mutation ($id: ID!) { apiKeyRevoke(input: { id: $id }) { __typename } }`,
    { id: apiKey.id },
    { key },
  )
  const status = async () => (await api.call(VIEWER, {}, { key: secret })).status
  await expect.poll(status, { interval: 200 }).toBe(401)
  expect((await api.call(VIEWER, {}, { key })).status).toBe(200)
})

test('a rotated key hands over: both work in the overlap, and without one the old one is dead in every cache', async () => {
  const key = town.member('wash').apiKey
  const ROTATE = `mutation ($id: ID!, $hours: Int) { apiKeyRotate(input: { id: $id, overlapHours: $hours }) {
    ... on ApiKeyRotatePayload { secret apiKey { id name endsAt } previous { id endsAt } }
  } }`
  const made = await api.call(
    'mutation { apiKeyCreate(input: { name: "server" }) { ... on ApiKeyCreatePayload { secret apiKey { id } } } }',
    {},
    { key },
  )
  const old = made.data.apiKeyCreate
  const statusOf = async (secret: string) => (await api.call(VIEWER, {}, { key: secret })).status
  expect(await statusOf(old.secret)).toBe(200)
  const { apiKeyRotate: first } = (await api.call(ROTATE, { id: old.apiKey.id }, { key })).data
  expect(first).toMatchObject({ apiKey: { name: 'server', endsAt: null }, previous: { id: old.apiKey.id } })
  expect(Date.parse(first.previous.endsAt) - Date.now()).toBeGreaterThan(23 * 3_600_000)
  expect([await statusOf(old.secret), await statusOf(first.secret)]).toEqual([200, 200])
  const { apiKeyRotate: second } = (await api.call(ROTATE, { id: first.apiKey.id, hours: 0 }, { key })).data
  await expect.poll(() => statusOf(first.secret), { interval: 200 }).toBe(401)
  expect([await statusOf(old.secret), await statusOf(second.secret)]).toEqual([200, 200])
})

test('a key that ends by itself is refused from that instant on, also where it is cached', async () => {
  const key = town.member('wash').apiKey
  const endsAt = new Date(Date.now() + 4_000).toISOString()
  const made = await api.call(
    'mutation ($at: DateTime!) { apiKeyCreate(input: { name: "a day", endsAt: $at }) { ... on ApiKeyCreatePayload { secret } } }',
    { at: endsAt },
    { key },
  )
  const { secret } = made.data.apiKeyCreate
  await expect
    .poll(async () => (await api.call(VIEWER, {}, { key: secret })).status, { interval: 100 })
    .toBe(401)
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(endsAt))
})

test('the use of a key is noted, at most once a minute', async () => {
  const { coalitionId, keyId } = town.admin
  const read = () =>
    api.store.prisma.apiKey.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id: keyId } } })
  await api.call(VIEWER, {}, { key: town.adminKey })
  await expect.poll(async () => (await read()).lastUsedAt).toBeInstanceOf(Date)
  const { lastUsedAt } = await read()
  await api.call(VIEWER, {}, { key: town.adminKey })
  await api.call(VIEWER, {}, { key: town.adminKey })
  expect((await read()).lastUsedAt).toEqual(lastUsedAt)
})

test('neither keys nor variables reach the log', async () => {
  const secret = town.member('wash').apiKey
  await api.call(
    'query ($id: ID!) { member(id: $id) { name } }',
    { id: 'variable-that-is-private' },
    { key: secret },
  )
  const log = api.logLines.join('')
  expect(log).toContain('"path":"/graphql"')
  expect(log).not.toContain(secret)
  expect(log).not.toContain('variable-that-is-private')
})
