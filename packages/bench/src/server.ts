import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startApi } from '@artel/api'
import { DEFAULT_RATE_LIMITS, type RateLimits } from '@artel/api/parts'
import { openStore } from '@artel/store'
import { PrismaClient } from '@artel/store/prisma'
import { decodePublicId } from '@artel/use-cases'
import { PrismaPg } from '@prisma/adapter-pg'
import { createSchema, createYoga } from 'graphql-yoga'
import { interactivePurchase } from './interactive-purchase.ts'
import { serveJobs } from './run-worker.ts'
import type { ServerJob, ServerReply } from './start-server.ts'

/** What one server process is told. */
export type ServerTask =
  | { readonly role: 'empty' }
  | { readonly role: 'bare' }
  | { readonly role: 'api'; readonly databaseUrl: string }
  | InteractiveTask

interface InteractiveTask {
  readonly role: 'interactive'
  readonly databaseUrl: string
  readonly coalitionId: string
  readonly memberId: string
}

/** Bytes. */
export interface ServerMemory {
  readonly residentBytes: number
  readonly heapBytes: number
}

/** One key does here what no member does. Its bucket is as large as ever, so that slices are taken as often, and flows faster. */
const RATE_LIMITS: RateLimits = {
  ...DEFAULT_RATE_LIMITS,
  named: { ...DEFAULT_RATE_LIMITS.named, member: { burst: 6_000_000, perSecond: 1_000_000 } },
}
const CONFIG = { maxConnectionsPerAddress: 16_384, maxStreamsPerAddress: 16_384, rateLimits: RATE_LIMITS }

/** Starts one of the servers to be measured, each in a process of its own, and says its port. */
async function serve(task: ServerTask): Promise<number> {
  if (task.role === 'api') {
    const store = await openStore({ databaseUrl: task.databaseUrl })
    return (await startApi({ store, port: 0, host: '127.0.0.1', config: CONFIG })).port
  }
  const server = createServer(listenerOf(task))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

function listenerOf(task: Exclude<ServerTask, { readonly role: 'api' }>): RequestListener {
  if (task.role === 'bare') return answerAtOnce
  return task.role === 'empty' ? emptyYoga() : interactiveYoga(task)
}

/** What node:http costs by itself. */
const answerAtOnce: RequestListener = (_request, response) => {
  response.writeHead(302, { location: 'https://wash.example/', 'content-length': 0 })
  response.end()
}

/** Yoga exactly as it comes: the floor that everything else is measured against. */
function emptyYoga() {
  const typeDefs = 'type Query { empty: Boolean! } type Mutation { empty: Boolean! }'
  const resolvers = { Query: { empty: () => true }, Mutation: { empty: () => true } }
  return createYoga({ schema: createSchema({ typeDefs, resolvers }) })
}

const INTERACTIVE_SCHEMA = `
  type Query { empty: Boolean! }
  type Mutation { purchaseRecord(input: PurchaseRecordInput!): PurchaseRecordPayload! }
  input CustomerBy { id: ID! }
  input MoneyInput { amountMinor: String!, currency: String! = "RUB" }
  input PurchaseRecordInput {
    customer: CustomerBy!, receiptRef: String!, total: MoneyInput!, points: String! = "0", idempotencyKey: ID!
  }
  type Purchase { id: ID! pointsRedeemed: String! pointsEarned: String! }
  type PurchaseRecordPayload { replayed: Boolean! balanceAfter: String! purchase: Purchase! }`

interface InteractiveInput {
  readonly customer: { readonly id: string }
  readonly receiptRef: string
  readonly total: { readonly amountMinor: string }
  readonly points: string
  readonly idempotencyKey: string
}

/** The same verb over Prisma, on Yoga tuned as the API's, so that the difference is the write path. */
function interactiveYoga({ databaseUrl, coalitionId, memberId }: InteractiveTask) {
  const adapter = new PrismaPg({ connectionString: databaseUrl, max: 20, idleTimeoutMillis: 0 })
  const prisma = new PrismaClient({ adapter })
  const purchaseRecord = async (_root: unknown, { input }: { input: InteractiveInput }) => {
    const { purchase, replayed } = await interactivePurchase(prisma, {
      coalitionId,
      memberId,
      customerId: decodePublicId('customer', input.customer.id) ?? '',
      receiptRef: input.receiptRef,
      totalMinor: BigInt(input.total.amountMinor),
      points: BigInt(input.points),
      key: input.idempotencyKey,
      requestHash: new Uint8Array(createHash('sha256').update(JSON.stringify(input)).digest()),
    })
    return { replayed, balanceAfter: String(purchase.balanceAfter), purchase }
  }
  const resolvers = {
    Query: { empty: () => true },
    Mutation: { purchaseRecord },
    Purchase: {
      pointsRedeemed: (row: { pointsRedeemed: bigint }) => String(row.pointsRedeemed),
      pointsEarned: (row: { pointsEarned: bigint }) => String(row.pointsEarned),
    },
  }
  return createYoga({
    schema: createSchema({ typeDefs: INTERACTIVE_SCHEMA, resolvers }),
    maxRequestBodySize: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    logging: false,
  })
}

const port = await serve(JSON.parse(process.argv[2] ?? '{}') as ServerTask)
serveJobs(async ({ ask }: ServerJob): Promise<ServerReply> => {
  if (ask === 'port') return { port }
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return { memory: { residentBytes: rss, heapBytes: heapUsed } }
})
