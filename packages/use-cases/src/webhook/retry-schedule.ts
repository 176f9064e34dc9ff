/** Seconds from each failed attempt to the next, as Standard Webhooks recommends: ten attempts within three days. */
export const RETRY_SECONDS = [
  5,
  5 * 60,
  30 * 60,
  2 * 3_600,
  5 * 3_600,
  10 * 3_600,
  14 * 3_600,
  20 * 3_600,
  24 * 3_600,
] as const

/** Attempts at one delivery before it is given up. */
export const MAX_TRIES = RETRY_SECONDS.length + 1
/** A receiver that asks for patience is given a day at most. Seconds. */
const MAX_RETRY_AFTER_SECONDS = 86_400
/** A fifth either way, so that what failed together is not tried again together. */
const JITTER = 0.2

/**
 * Seconds until the next attempt after `tries` failed ones, from 1; undefined when there is none. `random` from 0 to 1 makes
 * the jitter. What the receiver asked for in Retry-After is waited for, if it is longer.
 */
export function retryInSeconds(
  tries: number,
  { random, retryAfterSeconds }: { readonly random: number; readonly retryAfterSeconds: number | null },
): number | undefined {
  const seconds = RETRY_SECONDS[tries - 1]
  if (seconds === undefined) return undefined
  const asked = Math.min(retryAfterSeconds ?? 0, MAX_RETRY_AFTER_SECONDS)
  return Math.max(seconds * (1 - JITTER + 2 * JITTER * random), asked)
}
