import type { IncomingMessage, Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { readHeader } from './read-header.ts'

export interface ConnectionLimitOptions {
  /** Most that one address may hold open. */
  readonly maxPerAddress: number
  /** Header in which a proxy names the caller's address; null = there is no proxy, and no header is believed. */
  readonly clientAddressHeader: string | null
  /** Called for every connection that is closed because its address holds too many. */
  readonly onRefused: () => void
}

/**
 * Closes connections beyond `maxPerAddress` of one address as soon as they are opened. Behind a proxy all connections
 * come from the proxy, so it does nothing there: see {@link makeCallerLimit}.
 */
export function limitConnections(server: Server, options: ConnectionLimitOptions): void {
  if (options.clientAddressHeader !== null) return
  const open = makeCounts()
  server.on('connection', (socket) => {
    const address = networkOf(socket.remoteAddress ?? '')
    if (open.add(address) > options.maxPerAddress) {
      options.onRefused()
      socket.destroy()
    }
    socket.once('close', () => open.remove(address))
  })
}

/** Whether a request may be served; false when its caller has too many in flight. */
export type CallerLimit = (request: IncomingMessage, closed: NodeJS.EventEmitter) => boolean

/** Makes the limit for servers behind a proxy: requests in flight of one caller, by the proxy's header. */
export function makeCallerLimit({
  maxPerAddress,
  clientAddressHeader,
  onRefused,
}: ConnectionLimitOptions): CallerLimit {
  if (clientAddressHeader === null) return () => true
  const inFlight = makeCounts()
  return (request, closed) => {
    const address = networkOf(namedByProxy(request, clientAddressHeader))
    closed.once('close', () => inFlight.remove(address))
    if (inFlight.add(address) <= maxPerAddress) return true
    onRefused()
    return false
  }
}

/** The address that the proxy itself added: the last one. Those before it were sent by the caller. */
function namedByProxy(request: IncomingMessage, header: string): string {
  const named = readHeader(request, header)?.split(',').at(-1)?.trim()
  return named || (request.socket.remoteAddress ?? '')
}

/** What counts as one caller's address: as the proxy names it, or that of the connection. */
export const callerAddress = (request: IncomingMessage, header: string | null): string =>
  networkOf(header === null ? (request.socket.remoteAddress ?? '') : namedByProxy(request, header))

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

/** Counts by address; an address with nothing open is not kept. */
function makeCounts() {
  const counts = new Map<string, number>()
  return {
    add(address: string): number {
      const count = (counts.get(address) ?? 0) + 1
      counts.set(address, count)
      return count
    },
    remove(address: string): void {
      const count = (counts.get(address) ?? 0) - 1
      if (count > 0) counts.set(address, count)
      else counts.delete(address)
    },
  }
}
