import { expect, it } from 'vitest'
import { parseRetryAfter, retryDelay } from './retry-delay.ts'
import { NetworkError, OverloadedError } from './system-errors.ts'

const cut = new NetworkError(new Error('cut'))

it('spreads retries over the whole of a doubling window, up to eight seconds', () => {
  expect([0, 0.5, 1].map((random) => retryDelay(cut, 1, random))).toEqual([0, 100, 200])
  expect(retryDelay(cut, 3, 1)).toBe(800)
  expect(retryDelay(cut, 30, 1)).toBe(8_000)
})

it('adds the jitter to what the API asked for, so that clients told the same do not return together', () => {
  const overloaded = new OverloadedError('OVERLOADED', 'Busy.', { retryAfterMs: 1_000 })
  expect(retryDelay(overloaded, 1, 0)).toBe(1_000)
  expect(retryDelay(overloaded, 1, 1)).toBe(1_200)
})

it('reads Retry-After as seconds or as a date and ignores nonsense', () => {
  const now = Date.parse('2026-03-01T10:00:00Z')
  expect(parseRetryAfter('2', now)).toBe(2_000)
  expect(parseRetryAfter('0.2', now)).toBe(200)
  expect(parseRetryAfter('Sun, 01 Mar 2026 10:00:05 GMT', now)).toBe(5_000)
  expect(parseRetryAfter('Sun, 01 Mar 2026 09:00:00 GMT', now)).toBe(0)
  expect(parseRetryAfter('soon', now)).toBeUndefined()
  expect(parseRetryAfter('-1', now)).toBeUndefined()
  expect(parseRetryAfter('', now)).toBeUndefined()
  expect(parseRetryAfter(null, now)).toBeUndefined()
})
