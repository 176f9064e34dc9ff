import type { IncomingMessage, Server } from 'node:http'
import { type AddressSource, clientAddress, networkOf } from './client-address.ts'

export interface ConnectionLimitOptions {
  /** Most that one address may hold open. */
  readonly maxPerAddress: number
  readonly addressSource: AddressSource
  /** Called for every connection that is closed because its address holds too many. */
  readonly onRefused: () => void
}

/**
 * Closes connections beyond `maxPerAddress` of one address as soon as they are opened. Behind a proxy all connections
 * come from the proxy, so it does nothing there: see {@link makeCallerLimit}.
 */
export function limitConnections(server: Server, options: ConnectionLimitOptions): void {
  if (options.addressSource.clientAddressHeader !== null) return
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
  addressSource,
  onRefused,
}: ConnectionLimitOptions): CallerLimit {
  if (addressSource.clientAddressHeader === null) return () => true
  const inFlight = makeCounts()
  return (request, closed) => {
    const address = clientAddress(request, addressSource)
    closed.once('close', () => inFlight.remove(address))
    if (inFlight.add(address) <= maxPerAddress) return true
    onRefused()
    return false
  }
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
