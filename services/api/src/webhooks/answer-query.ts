import type { Store } from '@artel/store'
import type { AnswerQuery } from '@artel/use-cases'
import { execute, parse } from 'graphql'
import type { Logger } from 'pino'
import { completeConfig } from '../config.ts'
import { type ApiContext, handleOf, type Visit } from '../context.ts'
import { schema } from '../graphql/schema.ts'
import { UNLIMITED } from '../limits/spending.ts'
import type { Feed } from '../live/feed.ts'
import { makeLoaders } from '../loaders/loaders.ts'
import { maskError, withEnvelope } from '../plugins/use-error-envelope.ts'
import { problemsOfQuery } from './problems-of-query.ts'

/**
 * Answers the stored queries of webhook endpoints over a store: by the same schema, access rules and resolvers as a request,
 * as the principal that an endpoint is. What the endpoint may not see is null in the data and said in the errors, masked as
 * in any answer. A query that a later version of the schema has no answer for is told as an error too. Rejects with what
 * may pass, such as a database that is away: an answer is kept for all attempts.
 */
export function makeAnswerQuery({
  store,
  log,
}: {
  readonly store: Store
  readonly log: Logger
}): AnswerQuery {
  const { sessionKey, publicUrl } = completeConfig({}, '')
  const shared = { store: handleOf(store), loaders: makeLoaders(store), errorDocsUrl: `${publicUrl}/errors` }
  return async ({ query, principal, subjectId }) => {
    const problems = problemsOfQuery(query)
    if (problems.length > 0) return { data: null, errors: problems.map((message) => ({ message })) }
    // Without a number of a request: nobody has made one, and no message is to differ by it.
    const contextValue: ApiContext = {
      ...shared,
      ...{ sessionKey, principal, log, requestId: '', idempotencyKeyHeader: null },
      ...{ messageSender: null, webhookDoor: CLOSED, visit: NO_VISIT },
      // It is a query, and watches nothing.
      ...{ feed: NO_FEED, openStream: null, takesStreamAlone: false, lastEventId: null },
      // A query that tries phones or cards has problems, so there is nobody to slow.
      ...{ spending: UNLIMITED, watchLookUps: () => undefined },
    }
    const result = await execute({
      ...{ schema, document: parse(query), contextValue },
      variableValues: { subjectId: subjectId ?? '' },
    })
    const masked = result.errors
      ? { ...result, errors: result.errors.map((error) => maskError(error)) }
      : result
    const { data, errors } = withEnvelope(masked, { requestId: '', log })
    const passing = errors?.find(({ extensions }) => extensions.retryable === true)
    if (passing) throw new Error(`The query cannot be answered just now: ${passing.extensions.code}`)
    return {
      data: data ?? null,
      ...(errors && {
        errors: errors.map(({ message, path, extensions }) => ({ message, path, code: extensions.code })),
      }),
    }
  }
}

/** A query signs nobody in. */
const NO_VISIT: Visit = {
  door: () => {
    throw new Error('There is no visitor')
  },
  isByCookie: false,
  keepCookie: () => undefined,
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
