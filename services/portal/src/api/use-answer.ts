import { useMemo } from 'react'
import { type AnyVariables, useQuery } from 'urql'
import type { TypedDocumentString } from '../generated/graphql.ts'
import { type Failure, failureOf } from './failure.ts'

/** What a screen knows of a question. */
export interface Answer<Data> {
  /** The newest answer, also while a newer one is being asked for. */
  readonly data: Data | undefined
  /** Whether nothing can be shown yet. */
  readonly isWaiting: boolean
  readonly failure: Failure | null
  /** Asks the server again, past what is kept. */
  readonly ask: () => void
}

interface AnswerOptions {
  /** Whether not to ask yet. */
  readonly isPaused?: boolean
}

/** Asks the API and follows the answer. */
export function useAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { isPaused = false }: AnswerOptions = {},
): Answer<Data> {
  const query = useMemo(() => document.toString(), [document])
  const [{ data, error, fetching }, execute] = useQuery<Data, Variables>({
    query,
    variables,
    pause: isPaused,
  })
  return {
    data,
    isWaiting: fetching && data === undefined,
    failure: error && data === undefined ? failureOf(error) : null,
    ask: () => execute({ requestPolicy: 'network-only' }),
  }
}
