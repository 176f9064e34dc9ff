import { expect, test, vi } from 'vitest'
import {
  bookTaken,
  fingerprintOf,
  isBeyond,
  leftInBucket,
  nextTaking,
  openAccount,
  standingOf,
  takenLocally,
  throttled,
} from './account.ts'

const COUNTED = { name: 'member', id: 'a', limit: { burst: 1_000, perSecond: 10 } } as const
const opened = () => openAccount(COUNTED, 0)
const waits = (cost: number) => ({ cost, serve: vi.fn(), refuse: vi.fn() })

test('a slice is a hundredth of the bucket, more where more is waited for, and never more than it holds', () => {
  const account = opened()
  account.waiting.push(waits(4))
  expect(nextTaking(account)).toEqual({ need: 4, want: 10 })
  account.waiting.push(waits(30))
  expect(nextTaking(account)).toEqual({ need: 4, want: 34 })
  account.waiting.push(waits(2_000))
  expect(nextTaking(account)).toEqual({ need: 4, want: 1_000 })
})

test('what was spent and not taken is taken with the next', () => {
  const account = opened()
  account.held = -7
  account.waiting.push(waits(0))
  expect(nextTaking(account)).toEqual({ need: 7, want: 10 })
})

test('it is known to fill by the second, and to hold no more than when it is full', () => {
  const account = { ...opened(), known: 100, knownAtMs: 1_000 }
  expect(leftInBucket(account, 1_000)).toBe(100)
  expect(leftInBucket(account, 3_500)).toBe(125)
  expect(leftInBucket(account, 1e9)).toBe(1_000)
  // A clock that stands still, or goes back, fills nothing.
  expect(leftInBucket(account, 0)).toBe(100)
})

test('who can be served is served in order, who cannot is refused, and the rest asks again', () => {
  const account = opened()
  const [first, tooMuch, third] = [waits(5), waits(200), waits(8)]
  account.waiting.push(first, tooMuch, third)
  bookTaken(account, { granted: 10, left: 50 }, 0)
  expect(first.serve).toHaveBeenCalledOnce()
  expect(tooMuch.refuse).toHaveBeenCalledOnce()
  expect(third.serve).not.toHaveBeenCalled()
  expect(account.waiting).toEqual([third])
  expect(account.held).toBe(5)
})

test('a refusal says after how long the cost can be covered', () => {
  const account = { ...opened(), held: 3, known: 2, knownAtMs: 0 }
  expect(isBeyond(account, 5, 0)).toBe(false)
  expect(isBeyond(account, 25, 0)).toBe(true)
  expect(throttled(account, 25, 0)).toMatchObject({
    ...{ code: 'THROTTLED', retryable: true, retryAfterMs: 2_000 },
    standing: { name: 'member', limit: 1_000, remaining: 5, perSecond: 10, resetSeconds: 100 },
  })
  expect(isBeyond(account, 25, 2_000)).toBe(false)
})

test('a debt is no negative remainder', () => {
  expect(standingOf({ ...opened(), held: -50, known: 20 }, 0)).toMatchObject({
    ...{ remaining: 0, resetSeconds: 100 },
  })
})

test('while the shared bucket is away one of the process gives what it would, whole or not at all', () => {
  const account = { ...opened(), known: 30 }
  expect(takenLocally(account, { need: 5, want: 100 }, 0)).toEqual({ granted: 30, left: 0 })
  expect(takenLocally(account, { need: 31, want: 100 }, 0)).toEqual({ granted: 0, left: 30 })
})

test('a fingerprint tells callers apart, and says nothing without the key of the deployment', () => {
  const key = new Uint8Array(32).fill(1)
  const address = { ...COUNTED, name: 'anonymous', id: '203.0.113.9' } as const
  expect(fingerprintOf(address, key)).toMatch(/^[\w-]{43}$/)
  expect(fingerprintOf(address, key)).not.toBe(fingerprintOf(address, new Uint8Array(32)))
  expect(fingerprintOf(address, key)).not.toBe(fingerprintOf({ ...address, name: 'credentials' }, key))
})
