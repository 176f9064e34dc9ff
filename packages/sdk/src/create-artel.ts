import { Client, type Exchange } from '@urql/core'
import { artelExchange } from './artel-exchange.ts'
import type { TypedDocument, VariablesAndOptions } from './document.ts'
import { executorOf } from './executor.ts'
import { ViewerDocument } from './generated/graphql.ts'
import { apiKeysOf } from './resources/api-keys.ts'
import { coalitionOf } from './resources/coalition.ts'
import { customersOf } from './resources/customers.ts'
import { exitsOf } from './resources/exits.ts'
import { holdsOf } from './resources/holds.ts'
import { membersOf } from './resources/members.ts'
import { pointsOf } from './resources/points.ts'
import { purchasesOf } from './resources/purchases.ts'
import { receivablesOf } from './resources/receivables.ts'
import { reconciliationsOf } from './resources/reconciliations.ts'
import { reportsOf } from './resources/reports.ts'
import { saleApprovalsOf } from './resources/sale-approvals.ts'
import { settlementOf } from './resources/settlement.ts'
import { termsOf } from './resources/terms.ts'
import { tokenKeysOf } from './resources/token-keys.ts'
import { widgetSessionsOf } from './resources/widget-sessions.ts'
import { refuseBrowser } from './secret-key.ts'
import { ConfigurationError } from './system-errors.ts'
import type { CallOptions, Hooks, Transport } from './transport.ts'
import { version } from './version.ts'

/** Options of `createArtel`. */
export interface ArtelOptions extends Hooks {
  /** A secret key: `sk_...` of a member, `ak_...` of an administrator, or the operator's. */
  readonly apiKey: string
  /** The API's GraphQL address, for example `https://api.example.org/graphql`. */
  readonly url: string
  /** Longest wait for one attempt, in milliseconds; 30 000 when left out. */
  readonly timeoutMs?: number | undefined
  /** Attempts after the first one of queries and keyed mutations; 2 when left out, 0 for none. */
  readonly maxRetries?: number | undefined
  /** Stands in for the global `fetch`, for a proxy or a test. */
  readonly fetch?: typeof fetch | undefined
  /** Names your application to the API's operators, in the `x-artel-client` header. */
  readonly appInfo?: { readonly name: string; readonly version?: string | undefined } | undefined
  /** Exchanges of urql that operations pass before they are sent; the one that sends them is already there. */
  readonly exchanges?: readonly Exchange[] | undefined
}

/** The server's client; make one with `createArtel`. */
export type Artel = ReturnType<typeof createArtel>

/**
 * Makes the client of a server. It keeps no connection and no answers, so one is enough for a process. Throws
 * `ConfigurationError` for a bad address and for a secret key in a browser's page.
 */
export function createArtel(options: ArtelOptions) {
  const transport = transportOf(options)
  const client = new Client({
    url: transport.url,
    exchanges: [...(options.exchanges ?? []), artelExchange(transport)],
    requestPolicy: 'network-only',
    preferGetMethod: false,
  })
  const executor = executorOf(client)
  return {
    /** The urql client that every method runs through, for urql's own API and for its bindings. */
    get urql(): Client {
      return client
    },
    customers: customersOf(executor),
    purchases: purchasesOf(executor),
    holds: holdsOf(executor),
    points: pointsOf(executor),
    settlement: settlementOf(executor, transport),
    receivables: receivablesOf(executor),
    members: membersOf(executor),
    coalition: coalitionOf(executor),
    reconciliations: reconciliationsOf(executor, transport),
    reports: reportsOf(executor),
    terms: termsOf(executor),
    exits: exitsOf(executor),
    saleApprovals: saleApprovalsOf(executor),
    widgetSessions: widgetSessionsOf(executor),
    apiKeys: apiKeysOf(executor),
    tokenKeys: tokenKeysOf(executor),
    /** Who this key is: kind, scopes, coalition, member. */
    viewer: async (callOptions?: CallOptions) =>
      (await executor.query(ViewerDocument, {}, callOptions)).viewer,
    /** Runs a query document of your own, typed by it. Any GraphQL error of the reply is thrown. */
    query: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, callOptions]: VariablesAndOptions<Variables, CallOptions>
    ): Promise<Data> => executor.query(document, variables as Variables, callOptions),
    /**
     * Runs a mutation document of your own, typed by it. It is repeated after a failure only when its
     * variables carry an `idempotencyKey` (at the top or in `input`).
     */
    mutate: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, callOptions]: VariablesAndOptions<Variables, CallOptions>
    ): Promise<Data> => executor.mutate(document, variables as Variables, callOptions),
  }
}

function transportOf(options: ArtelOptions): Transport {
  if (options.apiKey === '') throw new ConfigurationError('apiKey is empty.')
  if (!URL.canParse(options.url)) throw new ConfigurationError(`url is not an address: ${options.url}`)
  refuseBrowser()
  const { appInfo } = options
  const app = appInfo && ` ${appInfo.name}${appInfo.version === undefined ? '' : `/${appInfo.version}`}`
  return {
    url: options.url,
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 2,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'x-artel-client': `artel-sdk/${version}${app ?? ''}`,
    },
    authorization: {
      header: () => Promise.resolve(`Bearer ${options.apiKey}`),
      // A secret key has no successor to try.
      replace: () => false,
    },
    onRequest: options.onRequest,
    onResponse: options.onResponse,
    onRetry: options.onRetry,
  }
}
