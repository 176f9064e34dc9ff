import type { Store } from '@artel/store'
import { type Context, networkShown } from '@artel/use-cases'
import type { Denials } from '../audit/denials.ts'
import type { Authentication } from '../auth/authenticate.ts'
import type { ApiConfig } from '../config.ts'
import type { AuthenticateRequest } from '../http/authenticate-request.ts'
import { clientAddress } from '../http/client-address.ts'
import type { Exchange } from '../http/exchange.ts'
import { setRateLimitHeaders } from '../http/rate-limit-headers.ts'
import type { Limits } from '../limits/make-limits.ts'

/** Who asks for what is no GraphQL, as its verbs are called with. */
export interface Visitor extends Authentication {
  readonly context: Context & Required<Pick<Context, 'from'>>
  /** Notes for the audit log that they may not. */
  readonly noteDenied: (code: string) => void
}

/** Makes routes that authenticate, and cost what they are given with. */
export function makeAuthenticated(made: {
  readonly store: Store
  readonly config: ApiConfig
  readonly authenticate: AuthenticateRequest
  readonly limits: Limits
  readonly denials: Pick<Denials, 'note'>
}) {
  const { store, config, authenticate, limits, denials } = made
  return (cost: number, answer: (exchange: Exchange, visitor: Visitor) => Promise<void>) =>
    async (exchange: Exchange): Promise<void> => {
      const authentication = await authenticate(exchange)
      const { principal } = authentication
      const address = clientAddress(exchange.request, config)
      const spending = limits.spendingOf(principal, address)
      await spending.pay(cost)
      setRateLimitHeaders(exchange.response, spending.standing())
      const from = { door: 'API', network: networkShown(address), requestId: exchange.requestId } as const
      const noteDenied = (code: string) => {
        // Who has not said who they are is nobody to be told of.
        if (principal.kind !== 'anonymous')
          denials.note({ principal, from, act: exchange.routePath, outcome: 'DENIED', code })
      }
      await answer(exchange, { ...authentication, context: { store, principal, from }, noteDenied })
    }
}
