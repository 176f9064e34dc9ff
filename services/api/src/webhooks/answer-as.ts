import type { Store } from '@artel/store'
import type { Principal } from '@artel/use-cases'
import { type ExecutionResult, execute, parse } from 'graphql'
import type { Logger } from 'pino'
import { NO_DENIALS } from '../audit/denials.ts'
import { completeConfig } from '../config.ts'
import { type ApiContext, handleOf, type Visit } from '../context.ts'
import { schema } from '../graphql/schema.ts'
import { UNLIMITED } from '../limits/spending.ts'
import type { Feed } from '../live/feed.ts'
import { makeLoaders } from '../loaders/loaders.ts'
import { maskError, withEnvelope } from '../plugins/use-error-envelope.ts'

/** Answers a valid query as a principal. */
export type AnswerAs = (
  principal: Principal,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult>

/**
 * Answers queries without a request: by the same schema, access rules and resolvers as one, over a store, and at no price. What
 * the principal may not see is null in the data and said in the errors, masked as in any answer.
 */
export function makeAnswerAs({ store, log }: { readonly store: Store; readonly log: Logger }): AnswerAs {
  const { sessionKey, secretsKey, publicUrl } = completeConfig({}, '')
  const shared = {
    store: handleOf(store),
    loaders: makeLoaders(store),
    errorDocsUrl: `${publicUrl}/errors`,
    publicUrl,
  }
  return async (principal, query, variableValues = {}) => {
    // Without a number of a request: nobody has made one, and no message is to differ by it.
    const contextValue: ApiContext = {
      ...shared,
      ...{ sessionKey, secretsKey, principal, log, requestId: '', idempotencyKeyHeader: null },
      ...{ messageSender: null, webhookDoor: CLOSED, visit: NO_VISIT },
      // It is a query, and watches nothing.
      ...{ feed: NO_FEED, openStream: null, takesStreamAlone: false, lastEventId: null },
      ...{ spending: UNLIMITED, watchLookUps: () => undefined },
      ...{ watchEarnCodes: () => undefined, watchSignIns: { wasRefused: () => undefined } },
      ...{ denials: NO_DENIALS, later: () => undefined },
    }
    const result = await execute({ schema, document: parse(query), contextValue, variableValues })
    const masked = result.errors
      ? { ...result, errors: result.errors.map((error) => maskError(error)) }
      : result
    return withEnvelope(masked, { requestId: '', log })
  }
}

/** A query signs nobody in. */
const NO_VISIT: Visit = {
  door: () => {
    throw new Error('There is no visitor')
  },
  isByCookie: false,
  keepCookie: () => undefined,
  customerCookie: { read: () => null, keep: () => undefined },
  keepDeviceProof: () => undefined,
}
/** A query changes no endpoint. */
const CLOSED: ApiContext['webhookDoor'] = {
  allowPrivate: false,
  lookUp: () => Promise.resolve([]),
  problemsOfQuery: () => [],
}

const NOBODY_WATCHES = {
  watch: () => {
    throw new Error('A query watches nothing')
  },
}
const NO_FEED: Feed = { balances: NOBODY_WATCHES, purchases: NOBODY_WATCHES, windows: NOBODY_WATCHES }
