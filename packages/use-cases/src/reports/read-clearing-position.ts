import { type Micros, micros } from '@artel/ledger'
import { type ClearingSums, clearingSums } from '@artel/store'
import type { Context, Principal } from '../access/principal.ts'
import { statusAllows } from '../access/verb-statuses.ts'

/** A member's live position in the money book. */
export interface ClearingPosition extends ClearingSums {
  /** owes - isOwed: positive when the member owes. */
  readonly net: Micros
}

/**
 * Reads clearing positions by member id, one query for all. A member sees its own, an administrator those of its
 * coalition; other ids are absent from the map.
 */
export async function readClearingPosition(
  context: Context,
  input: { readonly coalitionId: string; readonly memberIds: readonly string[] },
): Promise<ReadonlyMap<string, ClearingPosition>> {
  const memberIds = visibleMembers(context.principal, input)
  if (memberIds.length === 0) return new Map()
  const sums = await clearingSums(context.store, input.coalitionId, memberIds)
  return new Map([...sums].map(([id, sum]) => [id, { ...sum, net: micros(sum.owes - sum.isOwed) }]))
}

function visibleMembers(
  principal: Principal,
  asked: { readonly coalitionId: string; readonly memberIds: readonly string[] },
): string[] {
  if (!('coalitionId' in principal) || principal.coalitionId !== asked.coalitionId) return []
  if (principal.kind === 'admin') return principal.scopes.has('coalition:read') ? [...asked.memberIds] : []
  if (principal.kind !== 'member' || !principal.scopes.has('reports:read')) return []
  if (!statusAllows('readReports', principal.status)) return []
  return asked.memberIds.filter((memberId) => memberId === principal.memberId)
}
