import { type ArtelBrowserOptions, persisted, transportOf } from './create-artel-browser.ts'
import type { TypedDocument, VariablesAndOptions } from './document.ts'
import { jsonOf } from './json-of.ts'
import { type LiveEvent, type SubscribeOptions, subscribe } from './subscribe.ts'

/** What a page can watch; make it with `createArtelStreams`. */
export interface ArtelStreams {
  /**
   * The events of a persisted subscription, for as long as they are read.
   *
   * @throws `ConfigurationError` for a document without a hash, `TokenUnavailableError` when `getToken` fails.
   *
   * @example
   * ```ts
   * import { createArtelStreams, type TypedDocument } from '@artel/sdk/browser'
   *
   * declare const Balance: TypedDocument<{ balanceChanged: { balance: string } }, Record<string, never>>
   *
   * const streams = createArtelStreams({ url: 'https://api.example.org/graphql', token: 'eyJ...' })
   * const closing = new AbortController()
   * for await (const { data } of streams.subscribe(Balance, {}, { signal: closing.signal })) {
   *   console.log(data.balanceChanged.balance)
   * }
   * ```
   */
  subscribe<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    ...args: VariablesAndOptions<Variables, SubscribeOptions>
  ): AsyncGenerator<LiveEvent<Data>, undefined>
}

/**
 * Makes what a page watches with. It stands apart from `createArtelBrowser`, so that a page that watches nothing does not
 * load it.
 *
 * @throws `ConfigurationError` for a secret key, and for both a `token` and `getToken`.
 *
 * @example
 * ```ts
 * import { createArtelStreams, type TypedDocument } from '@artel/sdk/browser'
 *
 * // Made by GraphQL Code Generator with `persistedDocuments`.
 * declare const Balance: TypedDocument<{ balanceChanged: { balance: string } }, Record<string, never>>
 *
 * const streams = createArtelStreams({
 *   url: 'https://api.example.org/graphql',
 *   getToken: async () => (await (await fetch('/artel-token', { method: 'POST' })).json()).token,
 * })
 * for await (const { data } of streams.subscribe(Balance)) console.log(data.balanceChanged.balance)
 * ```
 */
export function createArtelStreams(options: ArtelBrowserOptions): ArtelStreams {
  const transport = transportOf(options)
  return {
    subscribe(document, ...[variables, subscribeOptions]) {
      const { body, operationName } = persisted(document)
      const call = { body: jsonOf({ ...body, variables: variables ?? {} }), operationName }
      return subscribe(transport, call, subscribeOptions ?? {})
    },
  }
}
