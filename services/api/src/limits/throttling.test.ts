import { randomBytes } from 'node:crypto'
import { asSuperuser, createTestDatabase, holdTable, type TestDatabase } from '@artel/store/testing'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ApiConfig } from '../config.ts'
import { LOG_OPTIONS } from '../log.ts'
import { type RunningApi, startApi } from '../start-api.ts'
import { freshKey, RECORD, roubles } from '../testing/operations.ts'
import { type CallOptions, callApi } from '../testing/test-api.ts'
import { DEFAULT_RATE_LIMITS, type RateLimits } from './rate-limits.ts'

/** So slow that nothing flows in while a test runs. */
const HARDLY = 0.001
/** A busy machine is no database that is away. */
const PATIENCE_MS = 60_000
const secretsKey = randomBytes(32)

let database: TestDatabase
let town: BuiltCoalition
let running: RunningApi[] = []
let logLines: string[] = []
let registry: Registry
beforeAll(async () => {
  database = await createTestDatabase()
  const wash = { reference: 'anna', phone: '+79000000001' }
  town = await aCoalition()
    .withMember('wash')
    .withMember('auto')
    .withCustomer('Anna', wash)
    .open(database.store)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.store.prisma.rateBucket.deleteMany()
  logLines = []
})
afterEach(async () => {
  await Promise.all(running.map((api) => api.stop()))
  running = []
})

/** A process of the API: what it knows of buckets is its own, the buckets are shared. */
async function start(
  named: Partial<RateLimits['named']>,
  { own = new Map(), ...config }: Partial<ApiConfig> & { readonly own?: RateLimits['own'] } = {},
): Promise<RunningApi> {
  registry = new Registry()
  const api = await startApi({
    ...{ store: database.store, port: 0, host: '127.0.0.1', registry },
    log: pino({ ...LOG_OPTIONS, level: 'warn' }, { write: (line) => logLines.push(line) }),
    config: {
      ...{ secretsKey, clientAddressHeader: 'x-forwarded-for', rateLimitWaitMs: PATIENCE_MS, ...config },
      rateLimits: { named: { ...DEFAULT_RATE_LIMITS.named, ...named }, own },
    },
  })
  running.push(api)
  return api
}

const ONE = '{ viewer { kind } }'
/** Costs 10, and asks nothing of the database. */
const TEN = `{ ${Array.from({ length: 10 }, (_, at) => `v${at}: viewer { kind }`).join(' ')} }`
const ask = (api: RunningApi, query: string, options: CallOptions = {}, variables = {}) =>
  callApi(api.url, { query, variables }, options)
const from = (address: string, key?: string): CallOptions => ({
  headers: { 'x-forwarded-for': address },
  ...(key === undefined ? {} : { key }),
})
const codesOf = (answers: readonly { readonly errors: readonly { extensions: { code?: unknown } }[] }[]) =>
  answers.map(({ errors }) => errors[0]?.extensions.code ?? 'OK')
const count = (codes: readonly unknown[], code: string) => codes.filter((each) => each === code).length

describe('a bucket of a key', () => {
  test('is one for all processes: a crowd is served what it holds', async () => {
    const limit = { burst: 300, perSecond: HARDLY }
    const [one, other] = [await start({ member: limit }), await start({ member: limit })]
    const key = town.member('wash').apiKey
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) => ask(at % 2 === 0 ? one : other, TEN, { key })),
    )
    const codes = codesOf(answers)
    expect(codes.toSorted()).toEqual([...Array(30).fill('OK'), ...Array(30).fill('THROTTLED')])
  })

  test('is not that of another key, and an empty one runs nothing', async () => {
    const api = await start({ member: { burst: 20, perSecond: HARDLY } })
    const key = town.member('wash').apiKey
    await ask(api, TEN, { key })
    await ask(api, TEN, { key })
    const idempotencyKey = freshKey()
    const customer = { reference: 'anna' }
    const input = { customer, receiptRef: 'R-1', total: roubles(100), idempotencyKey }
    const { status, headers, data, errors } = await ask(api, RECORD, { key }, { input })
    expect([status, data ?? null]).toEqual([429, null])
    expect(errors[0]?.extensions).toMatchObject({ code: 'THROTTLED', retryable: true })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(errors[0]?.extensions.retryAfterMs).toBeGreaterThan(0)
    expect(await database.store.prisma.purchase.count({ where: { coalitionId: town.id } })).toBe(0)
    expect((await ask(api, TEN, { key: town.member('auto').apiKey })).status).toBe(200)
  })

  test('is as empty after a restart, and fills by the second', async () => {
    const limit = { member: { burst: 20, perSecond: HARDLY } }
    const key = town.member('wash').apiKey
    const before = await start(limit)
    await Promise.all([ask(before, TEN, { key }), ask(before, TEN, { key })])
    await before.stop()
    expect((await ask(await start(limit), ONE, { key })).status).toBe(429)
    // As if 5 500 seconds had passed: 5.5 units.
    const { prisma } = database.store
    const { bucket, fullAt } = await prisma.rateBucket.findFirstOrThrow()
    await prisma.rateBucket.update({
      where: { bucket },
      data: { fullAt: new Date(fullAt.getTime() - 5_500_000) },
    })
    const after = await start(limit)
    const statuses: number[] = []
    for (let at = 0; at < 6; at += 1) statuses.push((await ask(after, ONE, { key })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  })

  test('may be of a size of its own, by its id or by its member', async () => {
    const { id: memberId } = town.member('wash')
    const own = new Map([[memberId, { burst: 10, perSecond: HARDLY }]])
    const api = await start({}, { own })
    const answers = [await ask(api, TEN, { key: town.member('wash').apiKey })]
    answers.push(await ask(api, TEN, { key: town.member('wash').apiKey }))
    answers.push(await ask(api, TEN, { key: town.member('auto').apiKey }))
    expect(codesOf(answers)).toEqual(['OK', 'THROTTLED', 'OK'])
  })

  test('smaller than the budget of an operation is the budget', async () => {
    const api = await start({ member: { burst: 20, perSecond: HARDLY } })
    const { errors } = await ask(api, '{ coalition { members(first: 50) { nodes { id } } } }', {
      key: town.member('wash').apiKey,
    })
    expect(errors[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      cost: { requested: 52, budget: 20 },
    })
  })
})

describe('what is told', () => {
  test('headers, extensions and the field say the same of the own bucket', async () => {
    const api = await start({ member: { burst: 3_000, perSecond: HARDLY } })
    const key = town.member('wash').apiKey
    const response = await fetch(`${api.url}/graphql`, {
      ...{ method: 'POST', body: JSON.stringify({ query: TEN }) },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    })
    expect(response.headers.get('ratelimit-policy')).toBe('"member";q=3000;w=3000000;artel-unit="cost"')
    expect(response.headers.get('ratelimit')).toBe('"member";r=2990;t=10000')
    expect((await response.json()).extensions.cost).toEqual({
      ...{ requested: 10, budget: 3_000, limit: 3_000, remaining: 2_990, resetSeconds: 10_000 },
    })
    // Another process, which has taken nothing yet: it asks.
    const other = await start({ member: { burst: 3_000, perSecond: HARDLY } })
    const { data } = await ask(other, '{ rateLimit { name limit remaining } }', { key })
    // The slice that the first holds is not here.
    expect(data.rateLimit).toEqual({ name: 'member', limit: 3_000, remaining: 3_000 - 30 - 1 })
  })

  test('a request that is refused before it runs costs 1', async () => {
    const api = await start({ anonymous: { burst: 3, perSecond: HARDLY } })
    const left = async (query: string) =>
      (await ask(api, query, from('203.0.113.1'))).headers.get('ratelimit')
    expect(await left('{ nonsense')).toBe('"anonymous";r=2;t=1000')
    expect(await left('{ nonsense }')).toBe('"anonymous";r=1;t=2000')
    expect(await left('{ nonsense }')).toBe('"anonymous";r=0;t=3000')
    expect((await ask(api, '{ nonsense }', from('203.0.113.1'))).status).toBe(429)
  })

  test('a caller without a limit is told nothing', async () => {
    const api = await start({ member: null })
    const answer = await ask(api, '{ rateLimit { limit } }', { key: town.member('wash').apiKey })
    expect([answer.data, answer.headers.get('ratelimit')]).toEqual([{ rateLimit: null }, null])
  })

  test('documents and files are paid for too', async () => {
    const api = await start({ member: { burst: 60, perSecond: HARDLY } })
    const headers = { authorization: `Bearer ${town.member('wash').apiKey}` }
    const get = () => fetch(`${api.url}/payment-orders/1.1c`, { headers })
    const [first, second] = [await get(), await get()]
    expect([first.status, first.headers.get('ratelimit')]).toEqual([404, '"member";r=10;t=50000'])
    expect([second.status, (await second.json()).errors[0].extensions.code]).toEqual([429, 'THROTTLED'])
    expect(second.headers.get('retry-after')).not.toBeNull()
  })
})

describe('a flood from one address', () => {
  test('harms neither another address nor a key, and IPv6 counts by network', async () => {
    const api = await start({ anonymous: { burst: 20, perSecond: HARDLY } })
    const flood = await Promise.all(Array.from({ length: 40 }, () => ask(api, ONE, from('203.0.113.1'))))
    expect(count(codesOf(flood), 'OK')).toBe(20)
    expect((await ask(api, ONE, from('203.0.113.2'))).status).toBe(200)
    expect((await ask(api, ONE, from('203.0.113.1', town.member('wash').apiKey))).status).toBe(200)
    const networks = await Promise.all(
      Array.from({ length: 30 }, (_, at) => ask(api, ONE, from(`2001:db8:1:2::${at.toString(16)}`))),
    )
    expect(count(codesOf(networks), 'OK')).toBe(20)
    expect(await database.store.prisma.rateBucket.count()).toBe(4)
    // Nobody reads an address out of the table.
    for (const { bucket } of await database.store.prisma.rateBucket.findMany())
      expect(bucket).not.toMatch(/203\.0|2001/)
  })

  test('of invented keys uses up what the address may ask without any', async () => {
    const api = await start({ anonymous: { burst: 3, perSecond: HARDLY } })
    for (let at = 0; at < 3; at += 1) await ask(api, ONE, from('203.0.113.9', `sk_test_invented_${at}`))
    expect((await ask(api, ONE, from('203.0.113.9'))).status).toBe(429)
  })
})

test('a member that looks for customers that there are not is slowed, with all its keys and by whatever it looks', async () => {
  const api = await start({ lookups: { burst: 4, perSecond: HARDLY } })
  const key = town.member('wash').apiKey
  const create =
    'mutation ($i: ApiKeyCreateInput!) { apiKeyCreate(input: $i) { ... on ApiKeyCreatePayload { secret } } }'
  const made = await ask(api, create, { key }, { i: { name: 'Other', scopes: ['customers:read'] } })
  const otherKey: string = made.data.apiKeyCreate.secret
  const find = (phone: string, by = key) =>
    ask(api, 'query ($p: String!) { customer(by: { phone: $p }) { id } }', { key: by }, { p: phone })
  expect((await find('+79000000001')).data.customer).not.toBeNull()
  expect((await find('+79000000002')).data.customer).toBeNull()
  expect((await find('+79000000003')).data.customer).toBeNull()
  const input = {
    ...{ customer: { phone: '+79000000004' }, receiptRef: 'R-2', total: roubles(100) },
    idempotencyKey: freshKey(),
  }
  expect(codesOf([await ask(api, RECORD, { key }, { input })])).toEqual(['OK'])
  // Enrolling a customer that there is tells as much.
  const enrolled = { name: 'Boris', phone: '+79000000001', consentVersion: '1' }
  const enrol = 'mutation ($i: CustomerEnrolInput!) { customerEnrol(input: $i) { __typename } }'
  const told = await ask(api, enrol, { key }, { i: enrolled })
  expect(told.data.customerEnrol.__typename).toBe('AlreadyExistsError')
  const slowed = [await find('+79000000001'), await find('+79000000001', otherKey)]
  slowed.push(await ask(api, enrol, { key }, { i: enrolled }))
  for (const { errors } of slowed)
    expect(errors[0]?.extensions).toMatchObject({ code: 'THROTTLED', retryable: true })
  // What nobody guesses is found as before, and another member is another one.
  const byReference = await ask(api, '{ customer(by: { reference: "anna" }) { id } }', { key })
  expect(byReference.data.customer).not.toBeNull()
  expect((await find('+79000000002', town.member('auto').apiKey)).data.customer).toBeNull()
  const warning = logLines.find((line) => line.includes('customers that there are not'))
  expect(warning).toContain('"memberId":"mbr_')
  expect(warning).not.toContain('7900')
  expect(await registry.metrics()).toContain('artel_guesses_total{of="customers"} 5')
})

test('of guesses that come at once no more are looked at than were paid for, and many of them stand in the audit log', async () => {
  const api = await start({ lookups: { burst: 250, perSecond: HARDLY } })
  const key = town.member('wash').apiKey
  const thirty = (from: number) =>
    `{ ${Array.from({ length: 30 }, (_, at) => `a${at}: customer(by: { phone: "+7901000${1000 + from + at}" }) { id }`).join(' ')} }`
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => ask(api, thirty(at * 30), { key })))
  const looked = answers.flatMap(({ data, errors }) => {
    const refused = new Set(errors.map(({ path }) => path?.[0]))
    return Object.keys(data ?? {}).filter((name) => !refused.has(name))
  })
  expect(looked.length).toBeLessThanOrEqual(250)
  // What is found costs nothing for good.
  await api.stop()
  const marks = await database.store.prisma.auditEvent.findMany({
    where: { coalitionId: town.id, act: 'lookUps', code: 'MANY_MISSES' },
  })
  expect(marks).toMatchObject([{ memberId: town.member('wash').id, times: 1 }])
})

test('a till that finds its customers pays for no guess', async () => {
  const api = await start({ lookups: { burst: 2, perSecond: HARDLY } })
  const key = town.member('wash').apiKey
  const find = 'query ($p: String!) { customer(by: { phone: $p }) { id } }'
  for (let at = 0; at < 6; at += 1)
    expect((await ask(api, find, { key }, { p: '+79000000001' })).data.customer).not.toBeNull()
})

describe('while the shared buckets are away', () => {
  const limit = { member: { burst: 30, perSecond: HARDLY } }

  test('each process counts by itself', async () => {
    const api = await start(limit)
    await asSuperuser(database.databaseUrl, 'alter table rate_bucket rename to rate_bucket_away')
    try {
      const key = town.member('wash').apiKey
      const answers = [
        await ask(api, TEN, { key }),
        await ask(api, TEN, { key }),
        await ask(api, TEN, { key }),
      ]
      answers.push(await ask(api, TEN, { key }))
      expect(codesOf(answers)).toEqual(['OK', 'OK', 'OK', 'THROTTLED'])
      expect(logLines.join('')).toContain('rate limits are counted by this process alone')
      expect(await registry.metrics()).toMatch(/artel_rate_bucket_takings_total\{outcome="failed"\} [1-9]/)
    } finally {
      await asSuperuser(database.databaseUrl, 'alter table rate_bucket_away rename to rate_bucket')
    }
  })

  test('a database that does not answer delays nobody for longer than was set', async () => {
    const api = await start(limit, { rateLimitWaitMs: 100 })
    const held = await holdTable(database.databaseUrl, 'rate_bucket')
    try {
      expect((await ask(api, TEN, { key: town.member('wash').apiKey })).status).toBe(200)
    } finally {
      await held.letGo()
    }
  })
})
