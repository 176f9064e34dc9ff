import { type Micros, micros, type Points, points } from '@artel/ledger'
import type { Context, Principal } from './principal.ts'

/** A member's live position in the money book. */
export interface ClearingPosition {
  readonly memberId: string
  /** Sum of debits of CLEARING: what the member has come to owe. */
  readonly owes: Micros
  /** Sum of credits of CLEARING: what it has come to be owed. */
  readonly isOwed: Micros
  /** owes - isOwed: positive when the member owes. */
  readonly net: Micros
  readonly pointsIssued: Points
  readonly pointsRedeemed: Points
  readonly asOf: Date
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
  const { rows } = await context.store.pool.query<PositionRow>({
    name: 'artel_clearing_positions',
    text: POSITIONS,
    values: [input.coalitionId, memberIds],
  })
  return new Map(
    rows.map((row) => [
      row.member_id,
      {
        memberId: row.member_id,
        owes: micros(BigInt(row.owes)),
        isOwed: micros(BigInt(row.is_owed)),
        net: micros(BigInt(row.owes) - BigInt(row.is_owed)),
        pointsIssued: points(BigInt(row.issued)),
        pointsRedeemed: points(BigInt(row.redeemed)),
        asOf: row.as_of,
      },
    ]),
  )
}

interface PositionRow {
  readonly member_id: string
  readonly owes: string
  readonly is_owed: string
  readonly issued: string
  readonly redeemed: string
  readonly as_of: Date
}

const sumOf = (side: 'debit' | 'credit', kind: string) => `(select coalesce(sum(t.amount), 0) from transfer t
  where t.coalition_id = $1 and t.${side}_owner_id = m.member_id and t.${side}_kind = '${kind}')`

const POSITIONS = `select m.member_id,
  ${sumOf('debit', 'CLEARING')}::text as owes,
  ${sumOf('credit', 'CLEARING')}::text as is_owed,
  (${sumOf('debit', 'ISSUED')} - ${sumOf('credit', 'ISSUED')})::text as issued,
  (${sumOf('credit', 'REDEEMED')} - ${sumOf('debit', 'REDEEMED')})::text as redeemed,
  clock_timestamp() + make_interval(secs => c.clock_offset_seconds) as as_of
  from member m join coalition c on c.coalition_id = $1
  where m.coalition_id = $1 and m.member_id = any($2::uuid[])`

function visibleMembers(
  principal: Principal,
  asked: { readonly coalitionId: string; readonly memberIds: readonly string[] },
): string[] {
  if (!('coalitionId' in principal) || principal.coalitionId !== asked.coalitionId) return []
  if (principal.kind === 'admin') return principal.scopes.has('coalition:read') ? [...asked.memberIds] : []
  if (principal.kind !== 'member' || !principal.scopes.has('reports:read')) return []
  return asked.memberIds.filter((memberId) => memberId === principal.memberId)
}
