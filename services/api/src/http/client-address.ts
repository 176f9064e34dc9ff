import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'
import type { ApiConfig } from '../config.ts'
import { readHeader } from './read-header.ts'

/** Where the address of a caller stands: in the header of a trusted proxy, or nowhere but on the connection. */
export type AddressSource = Pick<ApiConfig, 'clientAddressHeader' | 'trustedProxies'>

/**
 * What counts as one caller's address: as the outermost trusted proxy names it, or that of the connection where no header is
 * trusted or it holds no address.
 */
export function clientAddress(request: IncomingMessage, source: AddressSource): string {
  const named = source.clientAddressHeader === null ? undefined : namedByProxy(request, source)
  return networkOf(named ?? request.socket.remoteAddress ?? '')
}

/**
 * Each proxy appends the address that it was called from, so the last one is of the caller of the innermost proxy, and one
 * more from the end for each proxy before it. What stands before those was sent by the caller and is not read.
 */
function namedByProxy(
  request: IncomingMessage,
  { clientAddressHeader, trustedProxies }: AddressSource,
): string | undefined {
  const named = readHeader(request, clientAddressHeader ?? '')?.split(',') ?? []
  const address = withoutPort(named.at(-Math.min(trustedProxies, named.length))?.trim() ?? '')
  return isIP(address) === 0 ? undefined : address
}

/** Some proxies name the port too, which is another one for each connection. */
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/
function withoutPort(text: string): string {
  const [, v6, v4] = WITH_PORT.exec(text) ?? []
  return v6 ?? v4 ?? text
}

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
/** Groups of an IPv6 address that name a network; who has one has all addresses in it. */
const NETWORK_GROUPS = 4

/** What counts as one address: an IPv4 address, or the /64 network of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = MAPPED_IPV4.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [left = '', right] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? []
  const head = left === '' ? [] : left.split(':')
  const tail = right ? right.split(':') : []
  const zeros = right === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  const groups = [...head, ...zeros, ...tail].slice(0, NETWORK_GROUPS)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
