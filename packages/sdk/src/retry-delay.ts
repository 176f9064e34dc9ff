import type { ArtelError } from './artel-error.ts'

const BASE_MS = 200
const CAP_MS = 8_000
/** A longer wait is the caller's to decide: the error is thrown with its `retryAfterMs` instead. */
const LONGEST_RETRY_AFTER_MS = 30_000

/**
 * Milliseconds to wait before the attempt after `attempt` (1 for the first), or undefined to give up. Full
 * jitter spreads the clients that one failure lined up; what the API asked for is always waited.
 */
export function retryDelay(error: ArtelError, attempt: number, random: number): number | undefined {
  const jitterMs = Math.round(random * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1)))
  const askedMs = error.retryAfterMs ?? 0
  return askedMs > LONGEST_RETRY_AFTER_MS ? undefined : askedMs + jitterMs
}

/** Milliseconds of a `Retry-After` header (seconds or a date), or undefined where it says nothing usable. */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return seconds >= 0 ? Math.ceil(seconds * 1000) : undefined
  const atMs = Date.parse(header)
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs)
}
