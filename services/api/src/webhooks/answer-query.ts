import type { Store } from '@artel/store'
import type { AnswerQuery } from '@artel/use-cases'
import type { Logger } from 'pino'
import { makeAnswerAs } from './answer-as.ts'
import { problemsOfQuery } from './problems-of-query.ts'

/**
 * Answers the stored queries of webhook endpoints over a store, as the principal that an endpoint is. A query that a later
 * version of the schema has no answer for is told as an error too. Rejects with what may pass, such as a database that is away:
 * an answer is kept for all attempts.
 */
export function makeAnswerQuery(shared: { readonly store: Store; readonly log: Logger }): AnswerQuery {
  const answerAs = makeAnswerAs(shared)
  return async ({ query, principal, subjectId }) => {
    // A query that tries phones or cards has problems, so there is nobody to slow.
    const problems = problemsOfQuery(query)
    if (problems.length > 0) return { data: null, errors: problems.map((message) => ({ message })) }
    const { data, errors } = await answerAs(principal, query, { subjectId: subjectId ?? '' })
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
