import {
  assertInvariant,
  ceilDivide,
  type Lot,
  type Micros,
  micros,
  type Points,
  points,
} from '@artel/ledger'

/** What one lot of a member that leaves may still cost it. */
export interface TailLot {
  readonly lotId: string
  readonly points: Points
  /** remaining x (R - D): what the issuer owes when all of it is spent. Micros. */
  readonly liability: Micros
  /** First instant from which it costs nothing any more; null: its points never run out. */
  readonly endsAt: Date | null
}

/** What a member's outstanding points may still cost after it stopped giving them, and what must stand behind that. */
export interface ExitTail {
  /** Lots with something left, last to end first, never-ending ones before all. */
  readonly lots: readonly TailLot[]
  readonly points: Points
  /** Most that the tail can cost, micros. */
  readonly liability: Micros
  /** `liability` by the share of points expected to be spent, rounded up. A figure to talk about; the guarantee is for the whole. */
  readonly expected: Micros
  /** When the tail ends: the last lot's end; null when there is no tail, or a lot without end. */
  readonly endsAt: Date | null
  /** Whether some points never run out, so that the tail ends only when they are spent. */
  readonly endless: boolean
  /** What its pending commissions come to, micros: it owes that once they are approved. */
  readonly commissions: Micros
  /** The most that vouchers which customers can still use may cost it, micros. */
  readonly vouchers: Micros
  /**
   * Deposit or guarantee to ask for now, micros: liability, pending commissions, vouchers and what the member owes, less what it is owed
   * and has deposited.
   */
  readonly guaranteeNeeded: Micros
}

/**
 * The tail of a member that exits at `now`, if its customers may spend its points until `redemptionEndsAt` (null: as
 * long as the points live). `position` is its CLEARING (micros, positive owes) and `deposited` what it has left as
 * security. Held points count: a hold may be captured after its lot has run out.
 */
export function exitTail(
  lots: Iterable<Pick<Lot, 'id' | 'remaining' | 'reserved' | 'expiresAt' | 'prices'>>,
  at: {
    readonly now: Date
    readonly redemptionEndsAt: Date | null
    readonly position: Micros
    readonly deposited: Micros
    /** What its pending commissions come to, micros. */
    readonly commissions: Micros
    /** The most that vouchers which customers can still use may cost it, micros. */
    readonly vouchers: Micros
    /** Share of outstanding points expected to be spent, basis points. */
    readonly expectedRedemptionBps: bigint
  },
): ExitTail {
  assertInvariant(
    at.expectedRedemptionBps >= 0n && at.expectedRedemptionBps <= 10_000n,
    () => `${at.expectedRedemptionBps} bps is no share`,
  )
  const tail: TailLot[] = []
  for (const { id, remaining, reserved, expiresAt, prices } of lots) {
    const live = expiresAt !== null && expiresAt <= at.now ? reserved : remaining
    if (live === 0n) continue
    tail.push({
      lotId: id,
      points: points(live),
      liability: micros(live * (prices.reservePrice - prices.deposit)),
      endsAt: earlier(expiresAt, at.redemptionEndsAt),
    })
  }
  tail.sort(byEnd)
  const liability = tail.reduce((sum, lot) => sum + lot.liability, 0n)
  const needed = liability + at.commissions + at.vouchers + at.position - at.deposited
  const endless = tail.some(({ endsAt }) => endsAt === null)
  return {
    lots: tail,
    points: points(tail.reduce((sum, lot) => sum + lot.points, 0n)),
    liability: micros(liability),
    expected: micros(ceilDivide(liability * at.expectedRedemptionBps, 10_000n)),
    endsAt: endless ? null : (tail[0]?.endsAt ?? null),
    endless,
    commissions: at.commissions,
    vouchers: at.vouchers,
    guaranteeNeeded: micros(needed > 0n ? needed : 0n),
  }
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

function byEnd(a: TailLot, b: TailLot): number {
  const end = (lot: TailLot) => lot.endsAt?.getTime() ?? Number.POSITIVE_INFINITY
  if (end(a) !== end(b)) return end(a) > end(b) ? -1 : 1
  return a.lotId < b.lotId ? -1 : 1
}
