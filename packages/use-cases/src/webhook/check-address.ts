import { InvalidInputError, WebhookAddressRefusedError } from '@artel/ledger'
import ipaddr from 'ipaddr.js'
import type { WebhookDoor } from './webhook-door.ts'

/** Longest address. Characters. */
const MAX_URL_LENGTH = 2_048
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|internal|localdomain|home\.arpa)$/

/**
 * The address as it is kept. Refused is what is not https, has credentials, names no host that is found, or leads into a
 * private network by one of its host's addresses, however these are written. They may change: the worker looks again when it
 * connects. Throws InvalidInputError, WebhookAddressRefusedError.
 */
export async function checkAddress(
  value: string,
  { allowPrivate, lookUp }: Pick<WebhookDoor, 'allowPrivate' | 'lookUp'>,
): Promise<string> {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isHttp = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isHttp || url.href.length > MAX_URL_LENGTH)
    throw new InvalidInputError({
      path: ['url'],
      problem: 'Must be a whole address such as https://shop.example/artel.',
    })
  if (url.username || url.password) throw new WebhookAddressRefusedError({ reason: 'CREDENTIALS' })
  url.hash = ''
  if (allowPrivate) return url.href
  if (url.protocol !== 'https:') throw new WebhookAddressRefusedError({ reason: 'NOT_HTTPS' })
  // Bare of the brackets of IPv6, and of the dot that ends a name.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
  if (PRIVATE_NAMES.test(host)) throw new WebhookAddressRefusedError({ reason: 'PRIVATE' })
  const addresses = ipaddr.isValid(host) ? [host] : await lookUp(host)
  if (addresses.length === 0) throw new WebhookAddressRefusedError({ reason: 'UNKNOWN_HOST' })
  if (!addresses.every(isPublicAddress)) throw new WebhookAddressRefusedError({ reason: 'PRIVATE' })
  return url.href
}

/** Whether everybody can reach the address: no loopback, private, link-local, mapped, translated or reserved one. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && !isOldMapped(parsed)
}

/** IPv4 within IPv6 as it was written before mapped addresses, such as ::7f00:1: no range has it, and nobody is reached there. */
const isOldMapped = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  'parts' in address && address.parts.slice(0, 6).every((part) => part === 0)
