import { InvalidInputError } from '@artel/ledger'
import { checkInteger } from '../input/text.ts'

/** Longest that a key goes on beside the one that takes its place: a week. Hours. */
const MAX_OVERLAP_HOURS = 168
const HOUR_MS = 3_600_000

/** The key whose place a new one takes, and how long both work. */
export interface Replacement {
  readonly id: string
  readonly overlapMs: number
}

/** How long both keys work, milliseconds. Throws InvalidInputError beyond 0 to 168 hours. */
export const overlapMsOf = (overlapHours: number): number =>
  checkInteger(['overlapHours'], overlapHours, { min: 0, max: MAX_OVERLAP_HOURS }) * HOUR_MS

/** The refusal to replace a key that is over: who took it may have been first. */
export const keyThatIsOver = (path: readonly string[]): InvalidInputError =>
  new InvalidInputError({ path, problem: 'Must name a key that still works. Make a new one.' })

/** The earlier of two ends; null = never. */
export const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b))
