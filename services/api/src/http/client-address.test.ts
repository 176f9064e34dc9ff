import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientAddress, networkOf } from './client-address.ts'

const request = (named: string | undefined, remoteAddress = '192.0.2.1') =>
  ({ headers: { 'x-forwarded-for': named }, socket: { remoteAddress } }) as unknown as IncomingMessage
const behind = (trustedProxies: number) => ({ clientAddressHeader: 'x-forwarded-for', trustedProxies })

test('no header is believed unless it is named', () => {
  const nowhere = { clientAddressHeader: null, trustedProxies: 1 }
  expect(clientAddress(request('203.0.113.9'), nowhere)).toBe('192.0.2.1')
})

describe('behind proxies, what the outermost of them wrote', () => {
  test.each([
    ['198.51.100.1, 203.0.113.9', 1, '203.0.113.9'],
    ['198.51.100.1, 203.0.113.9, 10.0.0.1', 2, '203.0.113.9'],
    // Past the outermost proxy: fewer addresses than proxies.
    ['203.0.113.9', 2, '203.0.113.9'],
    ['203.0.113.9:4711', 1, '203.0.113.9'],
    ['[2001:db8:1:2:3::4]:4711', 1, '2001:db8:1:2::/64'],
    ['[2001:db8:1:2:3::4]', 1, '2001:db8:1:2::/64'],
    ['2001:db8:1:2:3::4', 1, '2001:db8:1:2::/64'],
    // No address: that of the connection.
    ['unknown', 1, '192.0.2.1'],
    ['203.0.113.9, ', 1, '192.0.2.1'],
    [undefined, 1, '192.0.2.1'],
  ])('%s behind %i is %s', (named, proxies, address) => {
    expect(clientAddress(request(named), behind(proxies))).toBe(address)
  })
})

describe('what counts as one address', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['', ''],
  ])('%s is of %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
