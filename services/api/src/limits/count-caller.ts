import type { Principal } from '@artel/use-cases'
import type { Counted } from './account.ts'
import type { RateLimit, RateLimitName, RateLimits } from './rate-limits.ts'

/** Whom a request is counted for. Undefined = for nobody: the caller has no limit. */
export type CountCaller = (principal: Principal, address: string) => Counted | undefined

/** The till of a session by PIN, else the person. */
const personOrTill = (principal: Principal & { readonly sessionId?: string | undefined }): string =>
  ('tillId' in principal ? principal.tillId : undefined) ??
  ('personId' in principal ? principal.personId : undefined) ??
  principal.sessionId ??
  ''

/** Makes the answer to whom a request is counted for. `address` stands for all addresses of one caller. */
export function makeCountCaller({ named, own }: RateLimits): CountCaller {
  const counted = (name: RateLimitName, id: string, limit = named[name]): Counted | undefined =>
    limit === null ? undefined : { name, id, limit }

  const countedKey = (principal: Principal & { kind: 'admin' | 'member' }): Counted | undefined => {
    const { kind, keyId } = principal
    const ofMember = kind === 'member' ? own.get(principal.memberId) : undefined
    const ownLimit: RateLimit | null | undefined = own.has(keyId) ? own.get(keyId) : ofMember
    const key = counted(kind, keyId, ownLimit === undefined ? named[kind] : ownLimit)
    return key && { ...key, keyId }
  }

  return (principal, address) => {
    if ('sessionId' in principal && principal.sessionId !== undefined)
      // However often somebody signs in, it is them; a till is one, whoever serves there.
      return counted('session', personOrTill(principal))
    switch (principal.kind) {
      case 'operator':
        return counted('operator', '')
      case 'admin':
      case 'member':
        return countedKey(principal)
      case 'till':
        return counted('session', principal.tillId)
      case 'customer':
        return counted('customer', `${principal.memberId ?? principal.coalitionId} ${principal.customerId}`)
      default:
        return counted('anonymous', address)
    }
  }
}
