import { openStore, type Store } from '@artel/store'
import { revokeApiKey, revokeStaff, suspendMember } from '@artel/use-cases'
import { aCoalition, aPerson, type BuiltCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, startApi } from '../../start-api.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'
import { type Watching, watch } from '../../testing/watch.ts'

const PURCHASES = 'subscription { purchaseRecorded { purchase { receiptRef } } }'

/** The process that takes away, and another, over one database, that has the stream and is told nothing of it. */
let api: TestApi
let other: RunningApi
let otherStore: Store
let town: BuiltCoalition
const open: Watching[] = []
beforeAll(async () => {
  api = await startTestApi()
  otherStore = await openStore({ databaseUrl: api.databaseUrl })
  other = await startApi({ store: otherStore, port: 0, host: '127.0.0.1', log: pino({ level: 'silent' }) })
  town = await aCoalition().withMember('wash').withMember('parts').open(api.store)
})
afterAll(async () => {
  for (const watching of open) watching.close()
  await other.stop()
  await otherStore.close()
  await api.stop()
})

/** A stream at the other process that has been confirmed once at least: nothing but the taking away may end it. */
async function watching(key: string): Promise<Watching> {
  const stream = await watch(other.url, PURCHASES, { key })
  expect(stream.status).toBe(200)
  open.push(stream)
  return stream
}

/** The code that a stream ends with. How long that took is printed where somebody asks. */
async function endOf(stream: Watching, what: string): Promise<unknown> {
  const takenAtMs = performance.now()
  const [last, complete, ...more] = await stream.rest()
  if (process.env.ARTEL_TEST_SHOW_TIMES)
    process.stdout.write(`${what}: ${Math.round(performance.now() - takenAtMs)} ms\n`)
  expect([last?.name, complete?.name, more]).toEqual(['next', 'complete', []])
  return last?.data.errors[0].extensions.code
}

test('the stream of a key ends when another process revokes the key', async () => {
  const made = await api.call(
    'mutation { apiKeyCreate(input: { name: "Screen", scopes: ["purchases:write"] }) { ... on ApiKeyCreatePayload { secret } } }',
    {},
    { key: town.member('wash').apiKey },
  )
  const stream = await watching(made.data.apiKeyCreate.secret)
  const key = await api.store.prisma.apiKey.findFirstOrThrow({ where: { name: 'Screen' } })
  await revokeApiKey(town.adminContext, { id: key.id })
  expect(await endOf(stream, 'a revoked key')).toBe('UNAUTHENTICATED')
  const again = await watch(other.url, PURCHASES, { key: made.data.apiKeyCreate.secret })
  expect((await again.next())?.data.errors[0].extensions.code).toBe('UNAUTHENTICATED')
})

test('the stream of a person ends when another process takes the role away', async () => {
  const { secret, grant } = await aPerson(town.member('wash').context, {
    ...{ email: 'manager@example.com', role: 'MEMBER_MANAGER', password: 'a long enough pass phrase' },
  })
  const stream = await watching(secret)
  await revokeStaff(town.member('wash').context, { grantId: grant.id })
  expect(await endOf(stream, 'a role that was taken away')).toBe('FORBIDDEN')
})

test('the stream of a member ends when another process suspends it', async () => {
  const stream = await watching(town.member('parts').apiKey)
  await suspendMember(town.adminContext, { memberId: town.member('parts').id })
  expect(await endOf(stream, 'a suspended member')).toBe('FORBIDDEN')
})
