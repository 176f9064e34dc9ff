import { useCallback, useEffect, useRef } from 'react'
import { clientOf } from '../api/make-client.ts'
import { runCommand } from '../api/run-command.ts'
import { SignOutDocument } from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { useSession } from '../session/use-me.tsx'
import { keepLocked, keptTill } from './kept-till.ts'

const MINUTE_MS = 60_000
/** How often it is looked whether somebody is there. */
const LOOK_EVERY_MS = 5_000
/** Of a till that does not say its minutes: what one is registered with. */
const IDLE_MINUTES = 15

let ending: Promise<unknown> = Promise.resolve()

/** Waits until the server has heard of the last lock: its answer takes the cookie away, and must not take that of who comes next. */
export const lockHeard = (): Promise<unknown> => ending

interface TillLock {
  /** Who is signed in by PIN; null where somebody signed in by e-mail, and nothing is locked. */
  readonly cashier: string | null
  readonly lock: () => void
}

/** Locks the till: at once when asked, and by itself when nobody touches it for its minutes. What was typed stays beneath. */
export function useTillLock(isHeld: boolean): TillLock {
  const { id: placeId } = usePlace()
  const { me, isOver, end } = useSession()
  const isByPin = Boolean(me?.session.tillName)
  const lock = useCallback(() => {
    keepLocked(true)
    end()
    ending = runCommand(clientOf(placeId), SignOutDocument, { input: {} })
  }, [placeId, end])
  useIdle(isByPin && !isOver && !isHeld, lock)
  return { cashier: isByPin ? (me?.person.name ?? '') : null, lock }
}

/** Calls when no key and no finger was there for the till's minutes. A page that asks the server by itself is nobody. */
function useIdle(isWatched: boolean, onIdle: () => void): void {
  const touchedAt = useRef(Date.now())
  useEffect(() => {
    if (!isWatched) return
    touchedAt.current = Date.now()
    const minutes = keptTill()?.idleMinutes ?? IDLE_MINUTES
    const touch = () => {
      touchedAt.current = Date.now()
    }
    const look = () => {
      if (Date.now() - touchedAt.current >= minutes * MINUTE_MS) onIdle()
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    const events = ['keydown', 'pointerdown'] as const
    for (const event of events) window.addEventListener(event, touch)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, touch)
      document.removeEventListener('visibilitychange', look)
    }
  }, [isWatched, onIdle])
}
