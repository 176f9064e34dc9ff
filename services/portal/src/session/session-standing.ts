import type { Failure } from '../api/failure.ts'
import type { MePartsFragment } from '../generated/graphql.ts'

/** Who is signed in, as far as is known. */
export interface Standing {
  /** Undefined while it is being asked for, null for nobody. Stays who it was while `isOver`. */
  readonly me: MePartsFragment | null | undefined
  /** Whether the session ended while somebody worked: the page stays, and they sign in above it. */
  readonly isOver: boolean
  /** The same person half way in again: a second factor is still asked for. */
  readonly again: MePartsFragment | null
  /** How often the same person has signed in again: what failed meanwhile is asked again. */
  readonly renewals: number
  readonly failure: Failure | null
}

export const UNKNOWN: Standing = { me: undefined, isOver: false, again: null, renewals: 0, failure: null }

/** Whether these are the same person: what one has typed is not for another. */
export const isSame = (one: Standing['me'], other: Standing['me']): boolean =>
  Boolean(one && other && one.person.id === other.person.id)

/** The session ended: who worked stays on the page until they sign in again; who was not in is nobody. */
export const ended = (standing: Standing): Standing =>
  standing.me ? { ...standing, isOver: true, again: null } : { ...standing, me: null }

/** Somebody is signed in, or nobody. The same person goes on where the session ended. */
export function taken(standing: Standing, me: MePartsFragment | null): Standing {
  const { renewals } = standing
  if (!standing.isOver || !isSame(standing.me, me))
    return { me, isOver: false, again: null, renewals, failure: null }
  if (me?.lacks === 'SECOND_FACTOR') return { ...standing, again: me }
  return { me, isOver: false, again: null, renewals: renewals + 1, failure: null }
}
