import { customerTokenAuthorization, type GetToken } from './customer-token.ts'
import { operationName, persistedHash, type TypedDocument, type VariablesAndOptions } from './document.ts'
import { graphqlCall } from './graphql-call.ts'
import { looksSecret } from './secret-key.ts'
import { send } from './send.ts'
import { ConfigurationError } from './system-errors.ts'
import type { Authorization, CallOptions, Hooks, Transport } from './transport.ts'

/** Options of `createArtelBrowser`: a `token` that ends, or `getToken` to stay signed in; neither = anonymous. */
export interface ArtelBrowserOptions extends Hooks {
  /** The API's GraphQL address. */
  readonly url: string
  /** One customer token, used until it ends. */
  readonly token?: string | undefined
  /** Fetches a customer token from your server: at 80 % of the last one's life, and once after a 401. */
  readonly getToken?: GetToken | undefined
  /**
   * Gives what the page keeps to be known again by: 20 to 64 random letters, digits, `-` and `_`, made once in each browser and never of
   * anything personal. Called for requests of a signed-in customer alone, so that visitors need be given none. A coalition may let a
   * device that it does not know wait before larger spending.
   */
  readonly deviceId?: (() => string | undefined) | undefined
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
   * Stands in for the global `fetch`.
   *
   * @defaultValue `globalThis.fetch`
   */
  readonly fetch?: typeof fetch | undefined
}

/** The browser's client; make one with `createArtelBrowser`. The examples of its methods call it `page`. */
export type ArtelBrowser = ReturnType<typeof createArtelBrowser>

/**
 * Makes the client of a page. Customer tokens run persisted operations only, so documents are sent by the hash
 * that the code generator left in `__meta__.hash` and never by their text.
 *
 * @throws `ConfigurationError` for a secret key, and for both a `token` and `getToken`.
 *
 * @example
 * ```ts
 * import { createArtelBrowser } from '@artel/sdk/browser'
 *
 * const page = createArtelBrowser({
 *   url: 'https://api.example.org/graphql',
 *   getToken: async () => {
 *     const response = await fetch('/artel-token', { method: 'POST' })
 *     return response.status === 401 ? null : (await response.json()).token
 *   },
 * })
 * ```
 */
export function createArtelBrowser(options: ArtelBrowserOptions) {
  const transport = transportOf(options)
  const run = async <Data, Variables>(
    kind: 'query' | 'mutation',
    document: TypedDocument<Data, Variables>,
    variables: Variables | undefined,
    callOptions: CallOptions = {},
  ): Promise<Data> => {
    const { data } = await send(transport, graphqlCall(kind, persisted(document), variables), callOptions)
    // The document's type is the schema's word on the shape of its data.
    return data as Data
  }
  return {
    /**
     * The customer's token that the next call goes out with, fetched where the last one nears its end; null when nobody is
     * signed in. With it `createArtelStreams` and calls of your own share the tokens of this client.
     *
     * @throws `TokenUnavailableError` when `getToken` fails.
     *
     * @example
     * ```ts
     * import { createArtelStreams } from '@artel/sdk/browser'
     *
     * const streams = createArtelStreams({ url: 'https://api.example.org/graphql', getToken: page.token })
     * ```
     */
    token: async (): Promise<string | null> =>
      (await transport.authorization.header())?.slice('Bearer '.length) ?? null,
    /**
     * Drops the token that `getToken` gave: the next call asks for another one. Call it when somebody has signed in or out without
     * a reload, or calls go on as the customer before until that token nears its end. A `token` that was given stays.
     *
     * @example
     * ```ts
     * await fetch('/sign-out', { method: 'POST' })
     * page.forget()
     * ```
     */
    forget: (): void => transport.authorization.forget?.(),
    /**
     * Runs a persisted query, typed by its document. Any GraphQL error of the reply is thrown.
     *
     * @throws `ConfigurationError` for a document without a hash, `TokenUnavailableError` when `getToken` fails.
     *
     * @example
     * ```ts
     * import type { TypedDocument } from '@artel/sdk/browser'
     *
     * // Made by GraphQL Code Generator with `persistedDocuments`.
     * declare const Balance: TypedDocument<
     *   { viewer: { customer: { wallet: { available: string } } | null } },
     *   Record<string, never>
     * >
     *
     * const { viewer } = await page.query(Balance)
     * console.log(viewer.customer?.wallet.available)
     * ```
     */
    query: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, callOptions]: VariablesAndOptions<Variables, CallOptions>
    ): Promise<Data> => run('query', document, variables, callOptions),
    /**
     * Runs a persisted mutation; repeated after a failure only when its variables carry an `idempotencyKey`.
     *
     * @throws `ConfigurationError` for a document without a hash, `TokenUnavailableError` when `getToken` fails.
     *
     * @example
     * ```ts
     * import { newIdempotencyKey, type TypedDocument } from '@artel/sdk/browser'
     *
     * declare const HoldCreate: TypedDocument<
     *   { holdCreate: { readonly __typename: string } },
     *   { input: { orderRef: string; bill: { amountMinor: string }; points: string; idempotencyKey: string } }
     * >
     *
     * const input = { orderRef: 'order-55', bill: { amountMinor: '250000' }, points: '300' }
     * const { holdCreate } = await page.mutate(HoldCreate, {
     *   input: { ...input, idempotencyKey: newIdempotencyKey() },
     * })
     * console.log(holdCreate.__typename)
     * ```
     */
    mutate: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, callOptions]: VariablesAndOptions<Variables, CallOptions>
    ): Promise<Data> => run('mutation', document, variables, callOptions),
  }
}

/** The body that names a persisted document. Throws `ConfigurationError` for one without a hash. */
export function persisted(document: object) {
  const sha256Hash = persistedHash(document)
  if (sha256Hash === undefined) {
    throw new ConfigurationError('The document has no hash: generate it with persistedDocuments.')
  }
  return {
    body: { extensions: { persistedQuery: { version: 1, sha256Hash } } },
    operationName: operationName(`${document}`),
  } as const
}

/** What a page's calls are sent by. Throws `ConfigurationError`. */
export function transportOf(options: ArtelBrowserOptions): Transport {
  if (options.token !== undefined && options.getToken !== undefined) {
    throw new ConfigurationError('Give a token or getToken, not both.')
  }
  return {
    url: options.url,
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 2,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    deviceId: options.deviceId,
    authorization: authorizationOf(options),
    onRequest: options.onRequest,
    onResponse: options.onResponse,
    onRetry: options.onRetry,
  }
}

function authorizationOf({ token, getToken }: ArtelBrowserOptions): Authorization {
  if (getToken !== undefined) {
    return customerTokenAuthorization(async () => {
      const fetched = await getToken()
      if (fetched !== null) refuseSecret(fetched)
      return fetched
    })
  }
  if (token !== undefined) refuseSecret(token)
  const header = token === undefined ? undefined : `Bearer ${token}`
  return { header: () => Promise.resolve(header), replace: () => false }
}

function refuseSecret(token: string): void {
  if (!looksSecret(token)) return
  throw new ConfigurationError(
    'A page needs a customer token; this is a secret key. Revoke it if it was public.',
  )
}
