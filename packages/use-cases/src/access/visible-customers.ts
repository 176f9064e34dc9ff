import type { Principal } from './principal.ts'
import { statusAllows } from './verb-statuses.ts'

/** Of the customers asked for, those whose wallet the caller may read; PermissionError is for verbs, reads are empty. */
export function visibleCustomers(
  principal: Principal,
  asked: { readonly coalitionId: string; readonly customerIds: readonly string[] },
): string[] {
  if (!('scopes' in principal) || principal.coalitionId !== asked.coalitionId) return []
  if (principal.kind === 'admin') return principal.scopes.has('coalition:read') ? [...asked.customerIds] : []
  if (!principal.scopes.has('wallet:read')) return []
  if (principal.kind === 'member')
    return statusAllows('readWallet', principal.status) ? [...asked.customerIds] : []
  return asked.customerIds.filter((customerId) => customerId === principal.customerId)
}
