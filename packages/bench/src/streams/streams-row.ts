import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { openStore } from '@artel/store'
import pg from 'pg'
import type { Bench } from '../bench.ts'
import { newKey, nextReceipt } from '../fresh.ts'
import { makeHistogram } from '../generator/histogram.ts'
import { proportionalBytes } from '../resident-memory.ts'
import { perRequest } from '../rows/http-rows.ts'
import { measureCost } from '../rows/measure-cost.ts'
import type { Figures, Meter, Row } from '../rows/row.ts'
import type { BenchServer } from '../start-server.ts'
import { type BenchWorld, openBenchWorld, publicCustomerId } from '../world.ts'
import { type BalanceStream, openStream } from './open-stream.ts'

/** Sales a second while streams are open: a busy day of a town, so that what is measured is the way of an event. */
const SALES_A_SECOND = 20
/** Callers of streams are authenticated again so often; three times that is looked at. */
const RENEW_MS = 3_500
const RENEWALS = 3
/** Looks of the feed a second, one query each. */
const LOOKS_A_SECOND = 5
/** How long an event may take before it counts as lost. */
const LOST_MS = 30_000
const AT_ONCE = 32

const manifest = new URL('../../../schema/persisted-operations.json', import.meta.url)

/**
 * Customers that each have a stream open with a token of its own: what one holds of the server's memory, how many transactions
 * confirm it in 3.5 seconds, and how long an event takes from when its sale was sent, before its commit, to its client.
 */
export async function streamsRow(
  bench: Bench,
  name: string,
  meter: Meter,
): Promise<{ rows: Row[]; databaseUrls: string[] }> {
  const { plan } = bench
  const databaseUrl = await bench.database.addDatabase('bench_streams')
  const store = await openStore({ databaseUrl })
  const world = await openBenchWorld(store, plan.streams)
  await store.close()
  const server = await bench.startServer({ role: 'api', databaseUrl }, ['--expose-gc'])
  const tokens = await inTurns(world.customerIds, (id) => tokenOf(server, world, id))
  const measure = () => measureStreams({ server, world, tokens, databaseUrl, meter, seconds: plan.seconds })
  const row = { name, pid: server.pid, warmUp: async () => undefined, measure }
  return { rows: [row], databaseUrls: [databaseUrl] }
}

interface Streams {
  readonly server: BenchServer
  readonly world: BenchWorld
  readonly tokens: readonly string[]
  readonly databaseUrl: string
  readonly meter: Meter
  readonly seconds: number
}

async function measureStreams({
  server,
  world,
  tokens,
  databaseUrl,
  meter,
  seconds,
}: Streams): Promise<Figures> {
  const documentId = documentIdOf('subscription WidgetBalance')
  const latencies = makeHistogram()
  const sentAtMs = new Map<string, number>()
  const wrong: string[] = []
  const onEventOf = (customerId: string) => () => {
    const sentMs = sentAtMs.get(customerId)
    if (sentMs === undefined) return
    sentAtMs.delete(customerId)
    latencies.record(performance.now() - sentMs)
  }
  const before = await memoryOf(server)
  const streams: BalanceStream[] = await inTurns(tokens, (token, at) =>
    openStream(
      { port: server.port, documentId, token },
      { onEvent: onEventOf(world.customerIds[at] ?? ''), onEnd: (why) => wrong.push(why) },
    ),
  )
  const perClientBytes = ((await memoryOf(server)) - before) / streams.length
  const renewalReads = (await readsWhileIdle(databaseUrl)) / streams.length / RENEWALS
  const sales = SALES_A_SECOND * seconds
  const { cost } = await measureCost(meter, server.pid, async () => {
    for (let sale = 0; sale < sales; sale += 1) {
      const customerId = world.customerIds[sale % world.customerIds.length] ?? ''
      // One that still waits for its event would hide how late that is.
      if (sentAtMs.has(customerId)) continue
      sentAtMs.set(customerId, performance.now())
      await Promise.all([sell(server, world, customerId), delay(1_000 / SALES_A_SECOND)])
    }
    const giveUpAtMs = performance.now() + LOST_MS
    while (sentAtMs.size > 0 && performance.now() < giveUpAtMs) await delay(10)
  })
  for (const stream of streams) stream.close()
  for (const customerId of sentAtMs.keys()) wrong.push(`no event came for ${customerId}`)
  return {
    perSecond: latencies.count() / seconds,
    p50Ms: latencies.quantileMs(0.5),
    p95Ms: latencies.quantileMs(0.95),
    p99Ms: latencies.quantileMs(0.99),
    ...perRequest(cost, latencies.count()),
    generatorCpuMicros: 0,
    perClientKb: perClientBytes / 1_024,
    renewalReads,
    wrong: wrong.length,
    wrongSamples: wrong.slice(0, 3),
  }
}

/** Proportional share of memory after garbage was collected, bytes. */
async function memoryOf(server: BenchServer): Promise<number> {
  await server.memory()
  return proportionalBytes(server.pid)
}

/** Transactions of the database in three periods of renewal in which nobody sells; the looks of the feed are not counted. */
async function readsWhileIdle(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const transactions = async () => {
    const { rows } = await client.query<{ count: string }>(
      'select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()',
    )
    return Number(rows[0]?.count)
  }
  const before = await transactions()
  await delay(RENEWALS * RENEW_MS)
  const after = await transactions()
  await client.end()
  return Math.max(0, after - before - (LOOKS_A_SECOND * RENEWALS * RENEW_MS) / 1_000)
}

function documentIdOf(beginning: string): string {
  const operations: Record<string, string> = JSON.parse(readFileSync(manifest, 'utf8'))
  const [id] = Object.entries(operations).find(([, text]) => text.includes(beginning)) ?? []
  if (id === undefined) throw new Error(`No persisted operation begins with ${beginning}`)
  return id
}

async function tokenOf(server: BenchServer, world: BenchWorld, customerId: string): Promise<string> {
  const query = `mutation ($id: ID!) { widgetSessionCreate(input: { customer: { id: $id } }) { ... on WidgetSessionCreatePayload { token } } }`
  const { data } = await call(server, world, { query, variables: { id: publicCustomerId(customerId) } })
  return data.widgetSessionCreate.token
}

async function sell(server: BenchServer, world: BenchWorld, customerId: string): Promise<void> {
  const query = 'mutation ($input: PurchaseRecordInput!) { purchaseRecord(input: $input) { __typename } }'
  const input = {
    ...{ customer: { id: publicCustomerId(customerId) }, receiptRef: nextReceipt() },
    ...{ total: { amountMinor: '10000', currency: 'RUB' }, idempotencyKey: newKey() },
  }
  const { data } = await call(server, world, { query, variables: { input } })
  if (data.purchaseRecord.__typename !== 'PurchaseRecordPayload')
    throw new Error(`A sale was answered with ${data.purchaseRecord.__typename}`)
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is the document's
async function call({ port }: BenchServer, { apiKey }: BenchWorld, body: object): Promise<any> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify(body),
  })
  return response.json()
}

/** Does something for each, so many at once, and gives the results in their order. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map((item, of) => work(item, at + of)))))
  return results
}
