import type { Executor } from '../executor.ts'
import { WidgetSessionCreateDocument, type WidgetSessionCreateInput } from '../generated/graphql.ts'
import type { CallOptions } from '../transport.ts'

/** Customer tokens signed by the API, for members who keep no signing key. */
export function widgetSessionsOf({ result }: Executor) {
  return {
    /**
     * Makes a token of at most ten minutes with which the widget acts for a customer. `ttlSeconds` is in seconds. Scope
     * `sessions:write`.
     *
     * @example
     * ```ts
     * const { token, expiresAt } = await artel.widgetSessions
     *   .create({ customer: { reference: 'crm-17' }, origin: 'https://shop.example', maxPoints: 5_000n })
     *   .unwrap()
     * console.log(JSON.stringify({ token, expiresAt })) // what your token endpoint answers
     * ```
     */
    create: (input: WidgetSessionCreateInput, options?: CallOptions) =>
      result('mutation', WidgetSessionCreateDocument, { input }, options, (data) => data.widgetSessionCreate),
  }
}
