import { decodePublicId, encodePublicId } from '@artel/use-cases'
import { describe, expect, test } from 'vitest'
import { DEFAULT_RATE_LIMITS, rateLimitsFrom } from './rate-limits.ts'

const KEY = encodePublicId('apiKey', '01990000-0000-7000-8000-000000000001')
const MEMBER = encodePublicId('member', '01990000-0000-7000-8000-000000000002')

test('what is not named stays as it is by default', () => {
  const { named, own } = rateLimitsFrom(
    `customer=10000:50, anonymous=off\n${KEY}=9000000:20000 ${MEMBER}=off`,
  )
  expect(named).toEqual({
    ...DEFAULT_RATE_LIMITS.named,
    customer: { burst: 10_000, perSecond: 50 },
    anonymous: null,
  })
  expect([...own]).toEqual([
    [decodePublicId('apiKey', KEY), { burst: 9_000_000, perSecond: 20_000 }],
    [decodePublicId('member', MEMBER), null],
  ])
  expect(rateLimitsFrom('')).toEqual(DEFAULT_RATE_LIMITS)
})

test('off alone switches all off, and what follows on again', () => {
  const { named } = rateLimitsFrom('off customer=10:1')
  expect(Object.values(named).filter((limit) => limit !== null)).toEqual([{ burst: 10, perSecond: 1 }])
})

describe('what is no limit is refused with what is wrong', () => {
  test.each([
    ['customers=1:1', '"customers" is neither a limit nor'],
    ['cus_1=1:1', '"cus_1" is neither'],
    ['customer=1', '"customer=1" must be'],
    ['customer=0:1', 'must be'],
    ['customer=1:0', 'must be'],
    ['customer=-1:1', 'must be'],
    ['customer=1.5:1', 'must be'],
    ['customer', 'must be'],
    ['toString=1:1', '"toString" is neither'],
  ])('%s', (text, words) => {
    expect(() => rateLimitsFrom(text)).toThrow(words)
  })
})
