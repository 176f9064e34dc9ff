import { checkInteger } from '../input/text.ts'

/** Longest that a key goes on beside the one that takes its place: a week. Hours. */
const MAX_OVERLAP_HOURS = 168
const HOUR_MS = 3_600_000

/** How long both keys work, milliseconds. Throws InvalidInputError beyond 0 to 168 hours. */
export const overlapMsOf = (overlapHours: number): number =>
  checkInteger(['overlapHours'], overlapHours, { min: 0, max: MAX_OVERLAP_HOURS }) * HOUR_MS
