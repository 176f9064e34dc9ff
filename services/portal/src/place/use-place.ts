import { createContext, use } from 'react'
import type { MePartsFragment } from '../generated/graphql.ts'

/** A coalition or a member at which somebody has roles. */
export type StaffPlace = MePartsFragment['places'][number]

/** Where somebody works now, with what every screen there needs. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly coalitionName: string
  readonly roles: readonly string[]
  readonly kind: 'coalition' | 'member'
  readonly timeZone: string
  readonly currency: string
  /** What points are called, such as "баллы". */
  readonly pointsName: string
  /** The present instant of the coalition, which in a sandbox may be ahead of the browser's. */
  readonly now: () => Date
  /** What the session may do here. */
  readonly scopes: ReadonlySet<string>
}

export const PlaceContext = createContext<Place | null>(null)

/** The place that the address names. Throws outside of one. */
export function usePlace(): Place {
  const place = use(PlaceContext)
  if (!place) throw new Error('There is no place above.')
  return place
}
