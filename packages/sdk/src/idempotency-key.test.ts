import { afterEach, expect, test, vi } from 'vitest'
import { newIdempotencyKey } from './idempotency-key.ts'

afterEach(() => void vi.useRealTimers())

test('keys are never the same and stand in the order of their time', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00.000Z') })
  const early = Array.from({ length: 1_000 }, newIdempotencyKey)
  vi.setSystemTime(new Date('2026-11-22T12:00:00.001Z'))
  const late = newIdempotencyKey()
  expect(new Set([...early, late]).size).toBe(1_001)
  for (const key of early) {
    expect(key).toMatch(/^[0-9a-z]{8}(-[0-9a-z]{1,7}){3}$/)
    expect(key < late).toBe(true)
  }
})
