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
  /** Longest wait for one attempt, in milliseconds; 30 000 when left out. */
  readonly timeoutMs?: number | undefined
  /** Attempts after the first one of queries and keyed mutations; 2 when left out, 0 for none. */
  readonly maxRetries?: number | undefined
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof fetch | undefined
}

/** The browser's client; make one with `createArtelBrowser`. */
export type ArtelBrowser = ReturnType<typeof createArtelBrowser>

/**
 * Makes the client of a page. Customer tokens run persisted operations only, so documents are sent by the hash
 * that the code generator left in `__meta__.hash` and never by their text. Throws `ConfigurationError` for a
 * secret key and for a document without a hash.
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
    /** Runs a persisted query, typed by its document. */
    query: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, callOptions]: VariablesAndOptions<Variables, CallOptions>
    ): Promise<Data> => run('query', document, variables, callOptions),
    /** Runs a persisted mutation; repeated after a failure only when its variables carry an `idempotencyKey`. */
    mutate: <Data, Variables>(
      document: TypedDocument<Data, Variables>,
      ...[variables, callOptions]: VariablesAndOptions<Variables, CallOptions>
    ): Promise<Data> => run('mutation', document, variables, callOptions),
  }
}

function persisted(document: object) {
  const sha256Hash = persistedHash(document)
  if (sha256Hash === undefined) {
    throw new ConfigurationError(
      'The document has no persisted id. Generate it with persistedDocuments of the client preset.',
    )
  }
  const name = document instanceof String ? operationName(document.toString()) : undefined
  return {
    body: { extensions: { persistedQuery: { version: 1, sha256Hash } } },
    operationName: name,
  } as const
}

function transportOf(options: ArtelBrowserOptions): Transport {
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
