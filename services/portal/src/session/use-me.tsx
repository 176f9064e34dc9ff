import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { askOnce } from '../api/ask-once.ts'
import { clientOf, forgetAnswers, onSignedOut } from '../api/make-client.ts'
import { MeDocument, type MePartsFragment } from '../generated/graphql.ts'
import { ended, isSame, type Standing, taken, UNKNOWN } from './session-standing.ts'

/** Who is signed in, as every screen knows it. */
export interface SessionState extends Standing {
  /** Takes over what a step of signing in has answered. */
  readonly become: (me: MePartsFragment | null) => void
  /** Ends what may be done here: the page stays until somebody signs in above it. */
  readonly end: () => void
  /** Asks anew who is signed in, acting for a place. */
  readonly ask: (placeId: string | null) => Promise<void>
}

const SessionContext = createContext<SessionState | null>(null)

/** Knows who is signed in for everything below it. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [standing, setStanding] = useState(UNKNOWN)
  const last = useRef(standing)
  last.current = standing
  const become = useCallback((me: MePartsFragment | null) => {
    // Who goes on where the session ended keeps what the page has read; nobody else does.
    if (!last.current.isOver || !isSame(last.current.me, me)) forgetAnswers()
    setStanding((before) => taken(before, me))
  }, [])
  const ask = useCallback(async (placeId: string | null) => {
    const { data, failure } = await askOnce(clientOf(placeId), MeDocument, {})
    if (failure && failure.kind !== 'signed-out') return setStanding((before) => ({ ...before, failure }))
    const me = data?.me ?? null
    // Nobody is in any more: whoever worked keeps the page.
    setStanding((before) => (me ? taken(before, me) : before.me ? ended(before) : taken(before, null)))
  }, [])
  const end = useCallback(() => setStanding(ended), [])
  useEffect(() => {
    void ask(null)
    return onSignedOut(end)
  }, [ask, end])
  const session = useMemo(() => ({ ...standing, become, end, ask }), [standing, become, end, ask])
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who is signed in. Throws outside of `SessionProvider`. */
export function useSession(): SessionState {
  const session = use(SessionContext)
  if (!session) throw new Error('There is no SessionProvider above.')
  return session
}
