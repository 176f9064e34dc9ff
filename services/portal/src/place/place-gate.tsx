import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { Provider } from 'urql'
import { clientOf } from '../api/make-client.ts'
import { useAnswer } from '../api/use-answer.ts'
import { PlaceDocument } from '../generated/graphql.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { useSession } from '../session/use-me.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { isTillLocked, keptTill } from '../till/kept-till.ts'
import { withWords } from '../words/start-words.ts'
import { keepPlace } from './kept-place.ts'
import { type Place, PlaceContext, type StaffPlace } from './use-place.ts'

const SignInAgain = lazy(() => import('../session/sign-in-again.tsx'))
/** Asked for once in a person's life: no screen waits for it. */
const EnrolSecondFactor = lazy(async () => ({
  default: (await import('../session/enrol-second-factor.tsx')).EnrolSecondFactor,
}))
const LockScreen = lazy(() => withWords(['lock'], () => import('../till/lock-screen.tsx')))

/** Lets in at the place of the address who has a role there; everything below asks for that place. */
export function PlaceGate() {
  const { place: placeId } = useParams({ from: '/$place' })
  const { me, isOver, failure, ask } = useSession()
  const navigate = useNavigate()
  const here = me?.places.find(({ id }) => id === placeId)
  useEffect(() => {
    if (me === null && isTillAt(placeId)) void navigate({ to: '/till', replace: true })
    else if (me === null || me?.lacks === 'SECOND_FACTOR')
      void navigate({
        to: '/sign-in',
        search: { next: window.location.pathname + window.location.search },
        replace: true,
      })
    else if (me && !here) void navigate({ to: '/', replace: true })
    else if (here) keepPlace(here.id)
  }, [me, here, placeId, navigate])
  const isByPin = Boolean(me?.session.tillName) && keptTill() !== null
  if (failure && me === undefined) return <FailureNote failure={failure} onRetry={() => ask(null)} />
  if (!me || !here || me.lacks === 'SECOND_FACTOR') return <Waiting />
  return (
    <Provider value={clientOf(here.id)} key={`${here.id} ${me.person.id}`}>
      <PlaceInside place={here} />
      <Suspense>
        {isByPin && (isOver || isTillLocked()) ? <LockScreen isAbove /> : isOver && <SignInAgain />}
      </Suspense>
    </Provider>
  )
}

/** Whether the page is the till of a browser that is registered as one: its cashiers sign in by PIN. */
const isTillAt = (placeId: string): boolean =>
  keptTill()?.memberId === placeId && window.location.pathname.endsWith('/till')

function PlaceInside({ place }: { readonly place: StaffPlace }) {
  const { data, failure, ask } = useAnswer(PlaceDocument, {})
  const known = useMemo(() => (data ? placeFrom(place, data.viewer) : null), [place, data])
  if (failure && !known) return <FailureNote failure={failure} onRetry={ask} />
  if (data?.me?.lacks === 'ENROLMENT')
    return (
      <Suspense fallback={<Waiting />}>
        <EnrolSecondFactor onDone={ask} />
      </Suspense>
    )
  if (!known) return <Waiting />
  return (
    <PlaceContext value={known}>
      <Outlet />
    </PlaceContext>
  )
}

interface Seen {
  readonly scopes: readonly string[]
  readonly coalition: {
    readonly timeZone: string
    readonly currency: string
    readonly pointsName: string
    readonly now: string
  } | null
}

function placeFrom(place: StaffPlace, { scopes, coalition }: Seen): Place {
  const aheadMs = coalition ? Date.parse(coalition.now) - Date.now() : 0
  return {
    ...{ id: place.id, name: place.name, coalitionName: place.coalitionName, roles: place.roles },
    kind: place.id.startsWith('mbr_') ? 'member' : 'coalition',
    timeZone: coalition?.timeZone ?? 'UTC',
    currency: coalition?.currency ?? 'RUB',
    pointsName: coalition?.pointsName ?? '',
    now: () => new Date(Date.now() + aheadMs),
    scopes: new Set(scopes),
  }
}
