import type { LocalDate } from '@artel/rules'
import type { Prisma, ReceiptClaim } from '@artel/store/prisma'

/** Where a claim is on a local day of its coalition. */
export type ReceiptClaimState = 'PENDING' | 'CONFIRMED' | 'DECLINED' | 'RECORDED' | 'EXPIRED'

/** Whether its member decided it, a till recorded its receipt, or it is over. */
export function stateOfReceiptClaim(
  claim: Pick<ReceiptClaim, 'takenAt' | 'confirmedAt' | 'declinedAt' | 'recordedAt' | 'endedAt' | 'lastDay'>,
  today: LocalDate,
): ReceiptClaimState {
  if (claim.confirmedAt) return 'CONFIRMED'
  if (claim.declinedAt) return 'DECLINED'
  if (claim.recordedAt) return 'RECORDED'
  if (claim.endedAt) return 'EXPIRED'
  // What was begun in time is finished whenever it is tried again.
  return claim.takenAt === null && claim.lastDay.toISOString().slice(0, 10) < today ? 'EXPIRED' : 'PENDING'
}

/** The claims that wait for a yes on a local day. */
export const pendingOn = (today: LocalDate): Prisma.ReceiptClaimWhereInput => ({
  ...{ confirmedAt: null, declinedAt: null, recordedAt: null, endedAt: null },
  OR: [{ takenAt: { not: null } }, { lastDay: { gte: new Date(today) } }],
})
