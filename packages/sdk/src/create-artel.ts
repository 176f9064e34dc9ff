import { Client, type Exchange } from '@urql/core'
import { artelExchange } from './artel-exchange.ts'
import type { TypedDocument, VariablesAndOptions } from './document.ts'
import { executorOf } from './executor.ts'
import {
  RateLimitDocument,
  type RateLimitQuery,
  ViewerDocument,
  type ViewerQuery,
} from './generated/graphql.ts'
import { affiliatesOf } from './resources/affiliates.ts'
import { apiKeysOf } from './resources/api-keys.ts'
import { auditOf } from './resources/audit.ts'
import { coalitionOf } from './resources/coalition.ts'
import { commissionsOf } from './resources/commissions.ts'
import { confirmationsOf } from './resources/confirmations.ts'
import { consentsOf } from './resources/consents.ts'
import { customersOf } from './resources/customers.ts'
import { earnCodesOf } from './resources/earn-codes.ts'
import { exitsOf } from './resources/exits.ts'
import { exportsOf } from './resources/exports.ts'
import { figuresOf } from './resources/figures.ts'
import { holdsOf } from './resources/holds.ts'
import { importsOf } from './resources/imports.ts'
import { linksOf } from './resources/links.ts'
import { membersOf } from './resources/members.ts'
import { offersOf } from './resources/offers.ts'
import { partnersOf } from './resources/partners.ts'
import { passkeysOf } from './resources/passkeys.ts'
import { pilotsOf } from './resources/pilots.ts'
import { pointsOf } from './resources/points.ts'
import { purchasesOf } from './resources/purchases.ts'
import { fiscalDrivesOf, receiptClaimsOf } from './resources/receipt-claims.ts'
import { receivablesOf } from './resources/receivables.ts'
import { reconciliationsOf } from './resources/reconciliations.ts'
import { reportsOf } from './resources/reports.ts'
import { rulesOf } from './resources/rules.ts'
import { saleApprovalsOf } from './resources/sale-approvals.ts'
import { segmentsOf } from './resources/segments.ts'
import { sessionsOf } from './resources/sessions.ts'
import { settlementOf } from './resources/settlement.ts'
import { staffOf } from './resources/staff.ts'
import { termsOf } from './resources/terms.ts'
import { tiersOf } from './resources/tiers.ts'
import { tillsOf } from './resources/tills.ts'
import { tokenKeysOf } from './resources/token-keys.ts'
import { vehiclesOf } from './resources/vehicles.ts'
import { vouchersOf } from './resources/vouchers.ts'
import { webhooksOf } from './resources/webhooks.ts'
import { widgetSessionsOf } from './resources/widget-sessions.ts'
import { refuseBrowser } from './secret-key.ts'
import { type LiveEvent, type SubscribeOptions, subscribe } from './subscribe.ts'
import { subscriptionCall } from './subscription-call.ts'
import { ConfigurationError } from './system-errors.ts'
import type { CallOptions, Hooks, Transport } from './transport.ts'
import { version } from './version.ts'

/** Options of `createArtel`. */
export interface ArtelOptions extends Hooks {
  /**
   * A secret key: `sk_...` of a member, `ak_...` of an administrator, or the operator's; a session's token (`ss_...`); a till's
   * secret (`tl_...`). Null is nobody: somebody who is about to sign in.
   */
  readonly apiKey: string | null
  /** The API's GraphQL address, for example `https://api.example.org/graphql`. */
  readonly url: string
  /**
   * Longest wait for one attempt, in milliseconds.
   *
   * @defaultValue 30_000
   */
  readonly timeoutMs?: number | undefined
  /**
   * Attempts after the first one, of queries and of mutations with an idempotency key; 0 for none.
   *
   * @defaultValue 2
   */
  readonly maxRetries?: number | undefined
  /**
   * Stands in for the global `fetch`, for a proxy or a test.
   *
   * @defaultValue `globalThis.fetch`
   */
  readonly fetch?: typeof fetch | undefined
  /**
   * Names your application to the API's operators, in the `x-artel-client` header.
   *
   * @defaultValue the SDK alone is named
   */
  readonly appInfo?: { readonly name: string; readonly version?: string | undefined } | undefined
  /**
   * Exchanges of urql that operations pass before they are sent; the one that sends them is already there.
   *
   * @defaultValue none
   */
  readonly exchanges?: readonly Exchange[] | undefined
}

/**
 * The server's client; make one with `createArtel`. The examples of its methods call it `artel`.
 *
 * Methods are grouped by noun and take `CallOptions` last. They reject with an `ArtelError` (`AuthenticationError`,
 * `PermissionError`, `TimeoutError`, `NetworkError`, ...), or with the reason of the call's signal. A mutation resolves to
 * its payload or to a refusal of business; its `unwrap()` gives the payload alone and throws the refusal as its class.
 */
export interface Artel {
  /**
   * The urql client that every method runs through, for urql's own API and for its bindings. A failure is a `CombinedError`
   * whose `cause` is the `ArtelError`.
   */
  readonly urql: Client
  /** Customers of the coalition and their wallets. */
  readonly customers: ReturnType<typeof customersOf>
  /** Sales: what earns and spends points. */
  readonly purchases: ReturnType<typeof purchasesOf>
  /** Points held for an order until it is paid. */
  readonly holds: ReturnType<typeof holdsOf>
  /** Points that no sale gave: promo points, adjustments, transfers. */
  readonly points: ReturnType<typeof pointsOf>
  /** Codes with which customers say yes. */
  readonly confirmations: ReturnType<typeof confirmationsOf>
  /** What customers agree to, and that they did. */
  readonly consents: ReturnType<typeof consentsOf>
  /** What members owe each other, window by window. */
  readonly settlement: ReturnType<typeof settlementOf>
  /** What members owe and will not pay. */
  readonly receivables: ReturnType<typeof receivablesOf>
  /** The businesses of the coalition. */
  readonly members: ReturnType<typeof membersOf>
  /** The coalition this key belongs to. */
  readonly coalition: ReturnType<typeof coalitionOf>
  /** Your own sales files, compared with the ledger. */
  readonly reconciliations: ReturnType<typeof reconciliationsOf>
  /** What a period came to: sales, points and customers. */
  readonly figures: ReturnType<typeof figuresOf>
  /** Reports of the coalition. */
  readonly reports: ReturnType<typeof reportsOf>
  /** The agreement of the coalition over time. */
  readonly terms: ReturnType<typeof termsOf>
  /** How members leave. */
  readonly exits: ReturnType<typeof exitsOf>
  /** Sales that the terms alone do not allow. */
  readonly saleApprovals: ReturnType<typeof saleApprovalsOf>
  /** Customer tokens signed by the API. */
  readonly widgetSessions: ReturnType<typeof widgetSessionsOf>
  /** Addresses that are told what happens. */
  readonly webhooks: ReturnType<typeof webhooksOf>
  /** Who did what to the coalition, and who was refused. */
  readonly audit: ReturnType<typeof auditOf>
  /** Secret keys of servers. */
  readonly apiKeys: ReturnType<typeof apiKeysOf>
  /** People and their roles. */
  readonly staff: ReturnType<typeof staffOf>
  /** Trials of rules with customers held out. */
  readonly pilots: ReturnType<typeof pilotsOf>
  /** Links with codes, by which partners bring customers. */
  readonly links: ReturnType<typeof linksOf>
  /** Who brings customers and is no member. */
  readonly affiliates: ReturnType<typeof affiliatesOf>
  /** What members pay for customers. */
  readonly commissions: ReturnType<typeof commissionsOf>
  /** What members give beside their earn rules. */
  readonly rules: ReturnType<typeof rulesOf>
  /** Named lists of customers, which rules may ask for. */
  readonly segments: ReturnType<typeof segmentsOf>
  /** Ladders of tiers, and where customers stand on them. */
  readonly tiers: ReturnType<typeof tiersOf>
  /** Passkeys of who is signed in, and signing in by one. */
  readonly passkeys: ReturnType<typeof passkeysOf>
  /** Vehicles of customers. */
  readonly vehicles: ReturnType<typeof vehiclesOf>
  /** What rules give today, as customers read of it. */
  readonly offers: ReturnType<typeof offersOf>
  /** The coalition's active members, as its customers read of them. */
  readonly partners: ReturnType<typeof partnersOf>
  /** Vouchers of customers. */
  readonly vouchers: ReturnType<typeof vouchersOf>
  /** One-time codes for bills of members without a till. */
  readonly earnCodes: ReturnType<typeof earnCodesOf>
  /** Lists as files. */
  readonly exports: ReturnType<typeof exportsOf>
  /** Files that a member hands in: customers, opening balances, past sales. */
  readonly imports: ReturnType<typeof importsOf>
  /** Fiscal drives in the tills of a member. */
  readonly fiscalDrives: ReturnType<typeof fiscalDrivesOf>
  /** Fiscal receipts that customers claim. */
  readonly receiptClaims: ReturnType<typeof receiptClaimsOf>
  /** Tills, and cashiers who sign in there by PIN. */
  readonly tills: ReturnType<typeof tillsOf>
  /** People signing in. */
  readonly sessions: ReturnType<typeof sessionsOf>
  /** Public keys of the customer tokens that your server signs. */
  readonly tokenKeys: ReturnType<typeof tokenKeysOf>
  /**
   * Who this key is: kind, scopes, coalition, member.
   *
   * @example
   * ```ts
   * const { kind, scopes, member } = await artel.viewer()
   * console.log(kind, scopes, member?.name)
   * ```
   */
  viewer(callOptions?: CallOptions): Promise<ViewerQuery['viewer']>
  /**
   * What this key may still ask for, in units of cost; null for one without a limit.
   *
   * @example
   * ```ts
   * const limit = await artel.rateLimit()
   * if (limit && limit.remaining < limit.limit / 10) console.log(`whole again in ${limit.resetSeconds} s`)
   * ```
   */
  rateLimit(callOptions?: CallOptions): Promise<RateLimitQuery['rateLimit']>
  /**
   * Runs a query document of your own, typed by it. Any GraphQL error of the reply is thrown.
   *
   * @throws `InvalidRequestError` for a document that cannot be read or is no query, before anything is sent.
   *
   * @example
   * ```ts
   * import type { TypedDocument } from '@artel/sdk'
   *
   * // Made by GraphQL Code Generator or gql.tada.
   * declare const CustomerName: TypedDocument<{ customer: { name: string } | null }, { id: string }>
   *
   * const { customer } = await artel.query(CustomerName, { id: 'cus_3vQB7B6MrGQZaxCuFg4oh' })
   * console.log(customer?.name)
   * ```
   */
  query<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    ...args: VariablesAndOptions<Variables, CallOptions>
  ): Promise<Data>
  /**
   * Runs a mutation document of your own, typed by it. It is repeated after a failure only when its variables carry an
   * `idempotencyKey` (at the top or in `input`).
   *
   * @throws `InvalidRequestError` for a document that cannot be read or is no mutation, before anything is sent.
   *
   * @example
   * ```ts
   * import { newIdempotencyKey, type TypedDocument, unwrap } from '@artel/sdk'
   *
   * declare const HoldVoid: TypedDocument<
   *   { holdVoid: { readonly __typename: 'HoldVoidPayload'; readonly replayed: boolean } },
   *   { input: { holdId: string; idempotencyKey: string } }
   * >
   *
   * const input = { holdId: 'hld_2wMYnK6fW8sJq1dT9xPbE', idempotencyKey: newIdempotencyKey() }
   * const { holdVoid } = await artel.mutate(HoldVoid, { input })
   * console.log(unwrap(holdVoid).replayed)
   * ```
   */
  mutate<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    ...args: VariablesAndOptions<Variables, CallOptions>
  ): Promise<Data>
  /**
   * The events of a subscription document, for as long as they are read. A connection that breaks is opened again after the last
   * event, with growing pauses; nothing is lost and nothing comes twice. What the API refuses for good is thrown, such as
   * `CURSOR_EXPIRED` where too much has happened since `after`.
   *
   * @throws `InvalidRequestError` for a document that cannot be read or is no subscription, before anything is sent.
   *
   * @example
   * ```ts
   * import type { TypedDocument } from '@artel/sdk'
   *
   * declare const Sales: TypedDocument<
   *   { purchaseRecorded: { purchase: { receiptRef: string } } },
   *   Record<string, never>
   * >
   *
   * for await (const { data, cursor } of artel.subscribe(Sales)) {
   *   console.log(data.purchaseRecorded.purchase.receiptRef, 'go on after', cursor)
   * }
   * ```
   */
  subscribe<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    ...args: VariablesAndOptions<Variables, SubscribeOptions>
  ): AsyncGenerator<LiveEvent<Data>, undefined>
}

/**
 * Makes the client of a server. It keeps no connection and no answers, so one is enough for a process.
 *
 * @throws `ConfigurationError` for an empty key, for a bad address, and for a secret key in a browser's page.
 *
 * @example
 * ```ts
 * import { createArtel } from '@artel/sdk'
 *
 * const artel = createArtel({
 *   apiKey: process.env.ARTEL_API_KEY ?? '', // sk_... of your member: keep it on the server
 *   url: 'https://api.example.org/graphql',
 *   timeoutMs: 10_000,
 * })
 * console.log(await artel.viewer())
 * ```
 */
export function createArtel(options: ArtelOptions): Artel {
  const transport = transportOf(options)
  const client = new Client({
    url: transport.url,
    exchanges: [...(options.exchanges ?? []), artelExchange(transport)],
    requestPolicy: 'network-only',
    preferGetMethod: false,
  })
  const executor = executorOf(client)
  return {
    get urql() {
      return client
    },
    customers: customersOf(executor),
    purchases: purchasesOf(executor),
    holds: holdsOf(executor),
    points: pointsOf(executor),
    confirmations: confirmationsOf(executor),
    consents: consentsOf(executor),
    settlement: settlementOf(executor, transport),
    receivables: receivablesOf(executor),
    members: membersOf(executor),
    coalition: coalitionOf(executor),
    reconciliations: reconciliationsOf(executor, transport),
    figures: figuresOf(executor),
    reports: reportsOf(executor),
    terms: termsOf(executor),
    exits: exitsOf(executor),
    saleApprovals: saleApprovalsOf(executor),
    widgetSessions: widgetSessionsOf(executor),
    webhooks: webhooksOf(executor),
    audit: auditOf(executor),
    apiKeys: apiKeysOf(executor),
    staff: staffOf(executor),
    pilots: pilotsOf(executor),
    links: linksOf(executor),
    affiliates: affiliatesOf(executor),
    commissions: commissionsOf(executor),
    rules: rulesOf(executor),
    segments: segmentsOf(executor),
    tiers: tiersOf(executor),
    offers: offersOf(executor),
    partners: partnersOf(executor),
    vouchers: vouchersOf(executor),
    earnCodes: earnCodesOf(executor),
    exports: exportsOf(executor),
    imports: importsOf(executor, transport),
    fiscalDrives: fiscalDrivesOf(executor),
    receiptClaims: receiptClaimsOf(executor),
    tills: tillsOf(executor),
    passkeys: passkeysOf(executor),
    vehicles: vehiclesOf(executor),
    sessions: sessionsOf(executor),
    tokenKeys: tokenKeysOf(executor),
    viewer: async (callOptions) => (await executor.query(ViewerDocument, {}, callOptions)).viewer,
    rateLimit: async (callOptions) => (await executor.query(RateLimitDocument, {}, callOptions)).rateLimit,
    query: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, callOptions]: VariablesAndOptions<Variables, CallOptions>
    ) => executor.query(document, variables as Variables, callOptions),
    mutate: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, callOptions]: VariablesAndOptions<Variables, CallOptions>
    ) => executor.mutate(document, variables as Variables, callOptions),
    subscribe: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, subscribeOptions]: VariablesAndOptions<Variables, SubscribeOptions>
    ) => subscribe<Data>(transport, subscriptionCall(document, variables), subscribeOptions ?? {}),
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
      header: () => Promise.resolve(options.apiKey === null ? undefined : `Bearer ${options.apiKey}`),
      // A secret key has no successor to try.
      replace: () => false,
    },
    onRequest: options.onRequest,
    onResponse: options.onResponse,
    onRetry: options.onRetry,
  }
}
