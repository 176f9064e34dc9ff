import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema, graphql } from 'graphql'

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
  account: MutableAccount
  member: { id: string; name: string; brandColor: string | null; brandLogoUrl: string | null }
  close(): Promise<void>
}

type Variables = { readonly input?: Record<string, unknown> }

interface MutableAccount {
  available: bigint
  reserved: bigint
  holds: Array<Record<string, unknown>>
  events: Array<Record<string, unknown>>
}

export async function serveContract(): Promise<ContractServer> {
  const schemaRoom = new URL('../../schema/', import.meta.url)
  const schema = buildSchema(await readFile(new URL('schema.graphql', schemaRoom), 'utf8'))
  const manifest: Record<string, string> = JSON.parse(
    await readFile(new URL('persisted-operations.json', schemaRoom), 'utf8'),
  )
  const holdsByKey = new Map<string, unknown>()
  const api: Omit<ContractServer, 'url' | 'close'> = {
    calls: [],
    goodTokens: new Set(['good']),
    brokenStatus: undefined,
    gate: undefined,
    holdRefusal: undefined,
    quoteRefusal: undefined,
    code: undefined,
    codeRefusal: undefined,
    loseNextHoldAnswer: false,
    account: { available: 1722n, reserved: 0n, holds: [], events: [] },
    member: { id: 'mbr_1', name: 'Motor Yard', brandColor: null, brandLogoUrl: null },
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
    response.setHeader('access-control-allow-headers', 'content-type, authorization')
    response.setHeader('access-control-expose-headers', 'x-request-id')
    response.setHeader('x-request-id', 'req_42')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    const body = JSON.parse(await textOf(request))
    const source = manifest[body.extensions?.persistedQuery?.sha256Hash]
    const token = request.headers.authorization?.replace('Bearer ', '')
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
    const result = await graphql({
      schema,
      source,
      variableValues: body.variables,
      rootValue: rootOf(api, token !== undefined, holdsByKey),
    })
    if (operation === 'WidgetHold' && api.loseNextHoldAnswer) {
      api.loseNextHoldAnswer = false
      return void response.destroy()
    }
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

function rootOf(api: Api, signedIn: boolean, holdsByKey: Map<string, unknown>): Record<string, unknown> {
  const customer = (): unknown => ({
    id: 'cus_1',
    name: 'Anna Sokolova',
    card: { number: '9630114258069424', status: 'ACTIVE' },
    wallet: {
      balance: `${api.account.available + api.account.reserved}`,
      available: `${api.account.available}`,
      reserved: `${api.account.reserved}`,
      pending: '0',
      debt: '0',
      expiringSoon: null,
    },
    activity: { nodes: api.account.events },
    holds: api.account.holds,
  })
  return {
    viewer: () => ({
      kind: signedIn ? 'CUSTOMER' : 'ANONYMOUS',
      scopes: [],
      member: signedIn ? api.member : null,
      coalition: signedIn ? { name: 'Zarechye', timeZone: 'Europe/Moscow' } : null,
      customer: signedIn ? customer() : null,
    }),
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
      const made = holdsByKey.get(input.idempotencyKey)
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
      const hold = {
        id: `hld_${holdsByKey.size + 1}`,
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
      holdsByKey.set(input.idempotencyKey, payload)
      return payload
    },
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

function refusal(of: { readonly __typename: string; readonly code: string }): Record<string, unknown> {
  return {
    ...of,
    message: 'Refused.',
    path: [],
    docUrl: '',
    retryable: false,
    status: 'SUSPENDED',
    maxPoints: '0',
    requested: '0',
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
