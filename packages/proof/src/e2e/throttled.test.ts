import { startApi } from '@artel/api'
import { DEFAULT_RATE_LIMITS, makeLog } from '@artel/api/parts'
import { createArtel, type RetryEvent, ThrottledError } from '@artel/sdk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SdkWorld, startSdkWorld } from './sdk-world.ts'

let world: SdkWorld
beforeAll(async () => {
  world = await startSdkWorld()
})
afterAll(() => world?.stop())

/** The world's database behind an API in which a member's key may ask for so much. */
async function startNarrow(member: { readonly burst: number; readonly perSecond: number }) {
  const rateLimits = { ...DEFAULT_RATE_LIMITS, named: { ...DEFAULT_RATE_LIMITS.named, member } }
  const config = { rateLimits, rateLimitWaitMs: 60_000 }
  const api = await startApi({ store: world.store, port: 0, config, log: makeLog('silent') })
  return { url: `${api.url}/graphql`, stop: api.stop }
}

/** Leaves the buckets as if so much had been asked for that they are empty for some seconds. */
async function emptyBuckets(): Promise<void> {
  const { prisma } = world.store
  await prisma.rateBucket.updateMany({ data: { fullAt: new Date(Date.now() + 4_000) } })
}

it('a client that asks for too much waits as it is told, and gets its answer', async () => {
  const retries: RetryEvent[] = []
  // A machine that stops for seconds between two lines finds the bucket filled: then once more.
  while (retries.length === 0) {
    const narrow = await startNarrow({ burst: 20, perSecond: 20 })
    const artel = createArtel({
      ...{ apiKey: world.serviceKey, url: narrow.url },
      onRetry: (event) => retries.push(event),
    })
    await emptyBuckets()
    const me = await artel.members.me()
    await narrow.stop()
    expect(me.handle).toBe('motor-yard')
  }
  const [first] = retries
  if (!(first?.error instanceof ThrottledError)) throw new Error('It was not throttled')
  const { error, delayMs, attempt } = first
  expect(error).toMatchObject({ code: 'THROTTLED', status: 429, retryable: true })
  expect(attempt).toBe(1)
  expect(delayMs).toBeGreaterThanOrEqual(error.retryAfterMs ?? Number.NaN)
})

it('a wait that is longer than a client waits is thrown at once, with how long it is', async () => {
  const narrow = await startNarrow({ burst: 12, perSecond: 0.001 })
  const artel = createArtel({ apiKey: world.serviceKey, url: narrow.url })
  const askForEver = async () => {
    for (;;) await artel.members.me()
  }
  const error = await askForEver().catch((thrown: unknown) => thrown)
  await narrow.stop()
  if (!(error instanceof ThrottledError)) throw error
  expect(error).toMatchObject({ code: 'THROTTLED', status: 429, retryable: true })
  expect(error.retryAfterMs).toBeGreaterThan(30_000)
})
