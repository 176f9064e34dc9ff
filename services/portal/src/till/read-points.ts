import { parsePoints } from '../number/parse-money.ts'
import { readCustomer } from './read-customer.ts'

/** Points as they were typed at the till: how many, or why that cannot be said. Nothing typed is none. */
export type TypedPoints =
  | { readonly points: string; readonly wrong: null }
  | { readonly points: null; readonly wrong: 'card' | 'unreadable' }

/** Reads the field of points, into which a scanner may have put the next card. */
export function readPoints(typed: string, language: string): TypedPoints {
  if (typed.trim() === '') return { points: '0', wrong: null }
  const points = parsePoints(typed, language)
  if (points !== null) return { points, wrong: null }
  return { points: null, wrong: readCustomer(typed)?.cardNumber ? 'card' : 'unreadable' }
}
