import type { StaffPlace } from './use-place.ts'

const KEPT = 'artel.place'

/** Where somebody worked last, if they still may, else the first of their places. */
export function keptPlace(places: readonly StaffPlace[]): StaffPlace | undefined {
  const id = localStorage.getItem(KEPT)
  return places.find((place) => place.id === id) ?? places[0]
}

/** Keeps where somebody works for the next time. */
export const keepPlace = (id: string): void => localStorage.setItem(KEPT, id)
