import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema, graphql } from 'graphql'
import { claimIn, pageOf, receiptAnswer, refusal } from './contract-answers.ts'

/** A server with the API's contract: the committed schema, persisted operations only, bearer tokens, CORS. */
export interface ContractServer {
  readonly url: string
  /** The calls so far. */
  readonly calls: Array<{
    readonly operation: string
    readonly token: string | undefined
    readonly variables: Variables
  }>
  /** Accepted tokens; any other is answered with 401. */
  readonly goodTokens: Set<string>
  /** While set, every call is answered with this status. */
  brokenStatus: number | undefined
  /** Awaited before every response. */
  gate: Promise<void> | undefined
  /** Awaited between the making of a response and its sending. */
  lateGate: Promise<void> | undefined
  /** While set, every hold is answered with this refusal. */
  holdRefusal: { readonly __typename: string; readonly code: string } | undefined
  /** While set, every quote is answered with this refusal. */
  quoteRefusal: { readonly __typename: string; readonly code: string } | undefined
  /** While set, holds take this code. */
  code: string | undefined
  /** While set, every request for a code is answered with this refusal. */
  codeRefusal: { readonly __typename: string; readonly code: string } | undefined
  /** Makes the next hold and closes its connection without a response. */
  loseNextHoldAnswer: boolean
  /** Every stream of the balance that was asked for, in its order; those of other operations are refused. */
  readonly streams: BalanceStream[]
  /** While set, every stream is answered with this refusal. */
  streamRefusal: { readonly code: string; readonly retryable: boolean } | undefined
  account: MutableAccount
  /** What rules give today, newest first; null: the member that is named is none. */
  offers: Array<Record<string, unknown>> | null
  /** How the customer recommends the programme. */
  referral: Record<string, unknown> | null
  /** Claims a code: the answer, or a refusal. */
  claim: (code: string) => Record<string, unknown>
  /** While set, receipts cannot be claimed, and this stands in the way. */
  receiptBar: string | undefined
  /** While set, claims are made and their connections closed without a response: browsers try again by themselves once. */
  losesClaimAnswers: boolean
  /** While set, every claim is slowed for so long. */
  slowedMs: number | undefined
  /** Its partners, in their order. */
  partners: Array<Record<string, unknown>> | null
  member: { id: string; name: string; brandColor: string | null; brandLogoUrl: string | null }
  close(): Promise<void>
}

/** A stream of a customer's balance. */
export interface BalanceStream {
  readonly token: string | undefined
  /** Where it was asked to go on. */
  readonly after: string | undefined
  /** Tells of the account as it is now. */
  tell(): Promise<void>
  /** Ends it with an error. */
  fail(code: string): void
  /** Breaks its connection. */
  cut(): void
  /** Whether the page has it open. */
  isOpen(): boolean
}

type Variables = { readonly input?: Record<string, unknown>; readonly after?: string }

interface MutableAccount {
  /** Whose it is. */
  id: string
  name: string
  available: bigint
  reserved: bigint
  /** Points of other partners, whose events are not shown. */
  elsewhere: bigint
  /** How often it has moved. */
  moves: number
  holds: Array<Record<string, unknown>>
  vouchers: Array<Record<string, unknown>>
  tiers: Array<Record<string, unknown>>
  events: Array<Record<string, unknown>>
}

export async function serveContract(): Promise<ContractServer> {
  const schemaRoom = new URL('../../schema/', import.meta.url)
  const schema = buildSchema(await readFile(new URL('schema.graphql', schemaRoom), 'utf8'))
  const manifest: Record<string, string> = JSON.parse(
    await readFile(new URL('persisted-operations.json', schemaRoom), 'utf8'),
  )
  const madeByKey = new Map<string, unknown>()
  const api: Omit<ContractServer, 'url' | 'close'> = {
    calls: [],
    goodTokens: new Set(['good']),
    brokenStatus: undefined,
    gate: undefined,
    lateGate: undefined,
    holdRefusal: undefined,
    quoteRefusal: undefined,
    code: undefined,
    codeRefusal: undefined,
    loseNextHoldAnswer: false,
    streams: [],
    streamRefusal: undefined,
    account: {
      id: 'cus_1',
      name: 'Anna Sokolova',
      elsewhere: 0n,
      available: 1722n,
      reserved: 0n,
      moves: 0,
      holds: [],
      vouchers: [],
      tiers: [],
      events: [],
    },
    offers: [],
    referral: { code: '7K3M9-QXA2B', url: null, friends: 0, waiting: 0, points: '0', isReferred: false },
    claim: () => ({ points: 50n }),
    receiptBar: undefined,
    losesClaimAnswers: false,
    slowedMs: undefined,
    partners: [],
    member: { id: 'mbr_1', name: 'Motor Yard', brandColor: null, brandLogoUrl: null },
  }

  const serveStream = (
    response: ServerResponse,
    { source, ...asked }: { token: string; after: string | undefined; source: string },
  ): void => {
    response.setHeader('content-type', 'text/event-stream; charset=utf-8')
    response.write('retry: 1000\n:\n\n')
    const send = (result: object) => void response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)
    api.streams.push({
      ...asked,
      async tell() {
        const rootValue = { balanceChanged: { customer: customerOf(api) } }
        send(await graphql({ schema, source, rootValue }))
      },
      fail(code) {
        send({ errors: [{ message: code, extensions: { code, retryable: code === 'STREAM_ENDED' } }] })
        response.end('event: complete\ndata:\n\n')
      },
      cut: () => void response.destroy(),
      isOpen: () => !response.closed,
    })
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
    response.setHeader('access-control-allow-headers', 'content-type, authorization, artel-device')
    response.setHeader('access-control-expose-headers', 'x-request-id')
    response.setHeader('x-request-id', 'req_42')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    const body = JSON.parse(await textOf(request))
    const source = manifest[body.extensions?.persistedQuery?.sha256Hash]
    const token = request.headers.authorization?.replace('Bearer ', '')
    if (source?.includes('subscription ')) {
      if (api.streamRefusal === undefined && token !== undefined && api.goodTokens.has(token))
        return serveStream(response, { token, after: body.variables.after, source })
      const extensions = api.streamRefusal ?? { code: 'UNAUTHENTICATED', retryable: false }
      api.streams.push({ ...REFUSED, token, after: body.variables.after })
      response.setHeader('content-type', 'application/json')
      return void response
        .writeHead(403)
        .end(JSON.stringify({ errors: [{ message: 'Refused.', extensions }] }))
    }
    const operation = /(?:query|mutation) (\w+)/.exec(source ?? '')?.[1] ?? 'unknown'
    api.calls.push({ operation, token, variables: body.variables })
    await api.gate
    response.setHeader('content-type', 'application/graphql-response+json')
    const fail = (status: number, code: string) =>
      void response
        .writeHead(status)
        .end(JSON.stringify({ errors: [{ message: code, extensions: { code } }] }))
    if (api.brokenStatus !== undefined) return fail(api.brokenStatus, 'INTERNAL_SERVER_ERROR')
    if (body.query !== undefined || source === undefined) return fail(400, 'PERSISTED_QUERY_NOT_IN_LIST')
    if (token !== undefined && !api.goodTokens.has(token)) return fail(401, 'UNAUTHENTICATED')
    if (operation === 'OwnEarnCodeClaim' && api.slowedMs !== undefined) {
      const extensions = { code: 'THROTTLED', retryAfterMs: api.slowedMs }
      return void response.writeHead(429).end(JSON.stringify({ errors: [{ message: 'Slow.', extensions }] }))
    }
    const result = await graphql({
      schema,
      source,
      variableValues: body.variables,
      rootValue: rootOf(api, token !== undefined, madeByKey),
    })
    if (operation === 'OwnEarnCodeClaim' && api.losesClaimAnswers) return void response.destroy()
    if (operation === 'WidgetHold' && api.loseNextHoldAnswer) {
      api.loseNextHoldAnswer = false
      return void response.destroy()
    }
    await api.lateGate
    response.end(JSON.stringify(result))
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return Object.assign(api, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  })
}

type Api = Omit<ContractServer, 'url' | 'close'>

const REFUSED = {
  tell: () => Promise.reject(new Error('This stream was refused.')),
  fail: () => undefined,
  cut: () => undefined,
  isOpen: () => false,
} as const

const customerOf = ({ account, referral }: Api): unknown => ({
  id: account.id,
  name: account.name,
  card: { number: '9630114258069424', status: 'ACTIVE' },
  wallet: {
    balance: `${account.available + account.reserved}`,
    available: `${account.available}`,
    reserved: `${account.reserved}`,
    pending: '0',
    debt: '0',
    elsewhere: `${account.elsewhere}`,
    cursor: `b${account.moves}`,
    expiringSoon: null,
    vouchers: account.vouchers,
    tiers: account.tiers,
  },
  activity: { nodes: account.events },
  holds: account.holds,
  referral,
})

function rootOf(api: Api, signedIn: boolean, madeByKey: Map<string, unknown>): Record<string, unknown> {
  const customer = () => customerOf(api)
  return {
    viewer: () => ({
      kind: signedIn ? 'CUSTOMER' : 'ANONYMOUS',
      scopes: [],
      member: signedIn ? api.member : null,
      coalition: signedIn ? { name: 'Zarechye', timeZone: 'Europe/Moscow' } : null,
      customer: signedIn ? customer() : null,
    }),
    offers: pageOf(api.offers),
    partners: pageOf(api.partners),
    purchaseQuote: ({ input }: { input: { total: { amountMinor: string }; points?: string } }) => {
      if (api.quoteRefusal !== undefined) return refusal(api.quoteRefusal)
      const total = BigInt(input.total.amountMinor)
      const points = BigInt(input.points ?? 0)
      const cap = total / 200n
      const max = signedIn && api.account.available < cap ? api.account.available : cap
      return {
        __typename: 'PurchaseQuote',
        member: api.member,
        total: { amountMinor: `${total}`, currency: 'RUB' },
        pointsToRedeem: `${points}`,
        pointsPart: { amountMinor: `${points * 100n}`, currency: 'RUB' },
        moneyPart: { amountMinor: `${total - points * 100n}`, currency: 'RUB' },
        pointsToEarn: `${((total - points * 100n) * 5n) / 10_000n}`,
        maxPoints: `${signedIn ? max : 0n}`,
        faceValue: { amountMinor: '100', currency: 'RUB' },
      }
    },
    holdCreate: ({
      input,
    }: {
      input: {
        points: string
        orderRef: string
        bill: unknown
        idempotencyKey: string
        confirmation?: { id: string; code: string }
      }
    }) => {
      if (api.holdRefusal !== undefined) return refusal(api.holdRefusal)
      const made = madeByKey.get(input.idempotencyKey)
      if (made !== undefined) return { ...made, replayed: true }
      if (api.code !== undefined && input.confirmation?.code !== api.code)
        return refusal(
          input.confirmation
            ? { __typename: 'ConfirmationInvalidError', code: 'CONFIRMATION_INVALID' }
            : { __typename: 'ConfirmationRequiredError', code: 'CONFIRMATION_REQUIRED' },
        )
      const points = BigInt(input.points)
      api.account.available -= points
      api.account.reserved += points
      api.account.moves += 1
      const hold = {
        id: `hld_${madeByKey.size + 1}`,
        points: input.points,
        orderRef: input.orderRef,
        status: 'OPEN',
        bill: input.bill,
        expiresAt: '2030-01-08T09:00:00.000Z',
        member: api.member,
        customer,
      }
      api.account.holds.unshift(hold)
      const payload = { __typename: 'HoldCreatePayload', hold, replayed: false }
      madeByKey.set(input.idempotencyKey, payload)
      return payload
    },
    earnCodeClaim: claimIn(api, madeByKey),
    receiptClaimMake: () => receiptAnswer(api),
    confirmationRequest: () =>
      api.codeRefusal
        ? refusal(api.codeRefusal)
        : {
            __typename: 'ConfirmationRequestPayload',
            confirmationId: 'cnf_1',
            channel: 'SMS',
            maskedAddress: '+7********17',
            expiresAt: '2030-01-01T09:10:00.000Z',
            replayed: false,
          },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
