import type { Entry } from './entry.ts'
import { type Points, points } from './points.ts'

/** What of a customer's entry counts for limits over time. */
export interface RecentMove {
  /** SPEND: spent or held anew; RELEASE: a hold let go unspent; AWARD: points given by hand, promo or adjustment. */
  readonly kind: 'SPEND' | 'RELEASE' | 'AWARD'
  readonly at: Date
  /** Always positive. */
  readonly points: Points
  /** Of a hold its id, under which its release is found. */
  readonly documentId: string | null
  /** Where it was spent, or who awarded it; null for the promo fund. */
  readonly memberId: string | null
}

/** The kinds of entries that may be a move. */
export const RECENT_MOVE_KINDS = [
  'HOLD',
  'HOLD_VOID',
  'HOLD_EXPIRE',
  'REDEEM',
  'PROMO',
  'ADJUSTMENT',
] as const

/** An entry as a move; undefined where it is none, as the capture of a hold, which counted when it was made. */
export function recentMove(
  entry: Pick<Entry, 'kind' | 'pointsDelta' | 'reservedDelta' | 'documentId' | 'memberId'>,
  at: Date,
): RecentMove | undefined {
  const { kind, pointsDelta, reservedDelta, documentId, memberId } = entry
  const named = { at, documentId, memberId }
  if (kind === 'HOLD') return { kind: 'SPEND', points: reservedDelta, ...named }
  if (kind === 'HOLD_VOID' || kind === 'HOLD_EXPIRE')
    return { kind: 'RELEASE', points: points(-reservedDelta), ...named }
  if (kind === 'REDEEM' && reservedDelta === 0n && pointsDelta < 0n)
    return { kind: 'SPEND', points: points(-pointsDelta), ...named }
  if ((kind === 'PROMO' || kind === 'ADJUSTMENT') && pointsDelta > 0n)
    return { kind: 'AWARD', points: pointsDelta, ...named }
  return undefined
}
