import { expect, test } from 'vitest'
import { limitSettings } from './limit-settings.ts'

test('nothing set leaves every default', () => {
  expect(limitSettings({})).toEqual({})
  expect(limitSettings({ ARTEL_RATE_LIMITS: '', ARTEL_TRUSTED_PROXIES: '' })).toEqual({})
})

test('limits, the header and the number of proxies are read', () => {
  const { rateLimits, ...address } = limitSettings({
    ARTEL_RATE_LIMITS: 'customer=10:1',
    ARTEL_CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    ARTEL_TRUSTED_PROXIES: '2',
  })
  expect(rateLimits?.named.customer).toEqual({ burst: 10, perSecond: 1 })
  expect(address).toEqual({ clientAddressHeader: 'x-forwarded-for', trustedProxies: 2 })
})

test.each([
  [{ ARTEL_RATE_LIMITS: 'customer=lots' }, 'ARTEL_RATE_LIMITS: "customer=lots" must be'],
  [{ ARTEL_TRUSTED_PROXIES: '2' }, 'name it with ARTEL_CLIENT_ADDRESS_HEADER'],
  [
    { ARTEL_TRUSTED_PROXIES: '0', ARTEL_CLIENT_ADDRESS_HEADER: 'x' },
    'ARTEL_TRUSTED_PROXIES must be a number',
  ],
])('%o is refused at start', (env, words) => {
  expect(() => limitSettings(env)).toThrow(words)
})
