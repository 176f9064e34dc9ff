import type { BodyPiece, RequestPlan } from './generator/job.ts'
import type { Load } from './load.ts'
import type { BenchServer } from './start-server.ts'
import { type BenchWorld, publicCustomerId } from './world.ts'

const RECORD = `mutation Record($input: PurchaseRecordInput!) {
  purchaseRecord(input: $input) {
    ... on PurchaseRecordPayload { replayed balanceAfter purchase { id pointsRedeemed pointsEarned } }
  }
}`
const FIGURES = `query Figures($from: String!, $to: String!) { coalition { figures(from: $from, to: $to, marginBps: 3000) { asOf
  total { ...Part } before { ...Part } parts { ...Part } cost { total { amountMicros } returnBps } } } }
  fragment Part on FiguresOfPart { from to customers { active new returning lost } sums { purchases refunds pointsIssued
    pointsSpent pointsExpired net { amountMinor } averageBill { amountMinor } discounts { amountMinor } } }`
const BALANCE = 'query Balance($by: CustomerBy!) { customer(by: $by) { wallet { available } } }'

/** Writes nothing and reads nothing: what a request costs on a server that does no work. */
export function emptyLoad(name: string, server: BenchServer, kind: 'mutation' | 'query'): Load {
  const body = [{ text: `{"query":"${kind} { empty }"}` }]
  return { name, pid: server.pid, request: { ...target(server), headers: {}, body, expects: '"empty":true' } }
}

/** A sale to any of the world's customers of a bill, roubles and kopecks in kopecks, of which points pay a part. */
export function saleLoad(
  name: string,
  server: BenchServer,
  world: BenchWorld,
  sale: { totalMinor: number; points: number },
): Load {
  const body: BodyPiece[] = [
    { text: `{"query":${JSON.stringify(RECORD)},"variables":{"input":{"customer":{"id":"` },
    { anyOf: world.customerIds.map(publicCustomerId) },
    { text: '"},"receiptRef":"' },
    { fresh: 'receipt' },
    {
      text: `","total":{"amountMinor":"${sale.totalMinor}"},"points":"${sale.points}","idempotencyKey":"`,
    },
    { fresh: 'key' },
    { text: '"}}}' },
  ]
  return {
    name,
    pid: server.pid,
    request: {
      ...target(server),
      headers: authorised(world),
      body,
      expects: `"pointsRedeemed":"${sale.points}"`,
      refusal: '"code":"OVERLOADED"',
    },
  }
}

/** The balance of any of the world's customers. */
export function balanceLoad(name: string, server: BenchServer, world: BenchWorld): Load {
  const body: BodyPiece[] = [
    { text: `{"query":${JSON.stringify(BALANCE)},"variables":{"by":{"id":"` },
    { anyOf: world.customerIds.map(publicCustomerId) },
    { text: '"}}}' },
  ]
  const request = { ...target(server), headers: authorised(world), body, expects: '"available":"' }
  return { name, pid: server.pid, request }
}

/** A page of figures: a period of local days by its days, the period before it, and the customers. */
export function figuresLoad(
  name: string,
  server: BenchServer,
  world: BenchWorld,
  { from, to }: { readonly from: string; readonly to: string },
): Load {
  const body = [{ text: JSON.stringify({ query: FIGURES, variables: { from, to } }) }]
  const request = { ...target(server), headers: authorised(world), body, expects: '"active":' }
  return { name, pid: server.pid, request }
}

const target = ({ port }: BenchServer): Pick<RequestPlan, 'host' | 'port' | 'path'> => ({
  host: '127.0.0.1',
  port,
  path: '/graphql',
})

const authorised = ({ apiKey }: BenchWorld) => ({ authorization: `Bearer ${apiKey}` })
