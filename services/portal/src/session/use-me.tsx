import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import { clientOf, forgetAnswers } from '../api/make-client.ts'
import { MeDocument, type MePartsFragment } from '../generated/graphql.ts'

/** Who is signed in, as every screen knows it. */
export interface SessionState {
  /** Undefined while it is being asked for, null for nobody. */
  readonly me: MePartsFragment | null | undefined
  readonly failure: Failure | null
  /** Takes over what a step of signing in has answered. */
  readonly become: (me: MePartsFragment | null) => void
  /** Asks anew who is signed in, acting for a place. */
  readonly ask: (placeId: string | null) => Promise<void>
}

const SessionContext = createContext<SessionState | null>(null)

/** Knows who is signed in for everything below it. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<Pick<SessionState, 'me' | 'failure'>>({ me: undefined, failure: null })
  const become = useCallback((me: MePartsFragment | null) => {
    forgetAnswers()
    setState({ me, failure: null })
  }, [])
  const ask = useCallback(async (placeId: string | null) => {
    const { data, failure } = await askOnce(clientOf(placeId), MeDocument, {})
    if (failure && failure.kind !== 'signed-out') setState(({ me }) => ({ me, failure }))
    else setState({ me: data?.me ?? null, failure: null })
  }, [])
  useEffect(() => {
    void ask(null)
  }, [ask])
  const session = useMemo(() => ({ ...state, become, ask }), [state, become, ask])
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who is signed in. Throws outside of `SessionProvider`. */
export function useSession(): SessionState {
  const session = use(SessionContext)
  if (!session) throw new Error('There is no SessionProvider above.')
  return session
}
