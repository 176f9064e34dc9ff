import { useEffect, useMemo, useRef } from 'react'
import { type AnyVariables, useQuery } from 'urql'
import type { TypedDocumentString } from '../generated/graphql.ts'
import { useSession } from '../session/use-me.tsx'
import { type ReadAnswer, readAnswer } from './read-answer.ts'

/** What a screen knows of a question, and asking it anew. */
export interface Answer<Data> extends ReadAnswer<Data> {
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
  const asked = JSON.stringify(variables)
  const [{ data, error, fetching, operation }, execute] = useQuery<Data, Variables>({
    query,
    variables,
    pause: isPaused,
  })
  const isOfAnother = operation !== undefined && JSON.stringify(operation.variables) !== asked
  const good = useRef<{ readonly asked: string; readonly data: Data } | null>(null)
  useEffect(() => {
    if (data && !isOfAnother) good.current = { asked, data }
  }, [asked, data, isOfAnother])
  const kept = good.current?.asked === asked ? good.current.data : undefined
  const ask = () => execute({ requestPolicy: 'network-only' })
  useAskingOnceRenewed(error !== undefined && !isPaused, ask)
  return { ...readAnswer({ data, error, fetching, isOfAnother, kept }), ask }
}

/** Asks again what failed while the session was over, as soon as somebody has signed in again. */
function useAskingOnceRenewed(hasFailed: boolean, ask: () => void): void {
  const { renewals } = useSession()
  const seen = useRef(renewals)
  useEffect(() => {
    if (seen.current === renewals) return
    seen.current = renewals
    if (hasFailed) ask()
  })
}
