import type { LocalDate } from '@artel/rules'
import type { EarnCode } from '@artel/store/prisma'

/** Where a code is on a local day of its coalition. */
export type EarnCodeState = 'ISSUED' | 'CLAIMED' | 'REVOKED' | 'EXPIRED'

/** Whether somebody claimed it, and until when somebody may. */
export function stateOfEarnCode(
  { claimedAt, revokedAt, lastDay }: Pick<EarnCode, 'claimedAt' | 'revokedAt' | 'lastDay'>,
  today: LocalDate,
): EarnCodeState {
  if (claimedAt) return 'CLAIMED'
  if (revokedAt) return 'REVOKED'
  return dayText(lastDay) < today ? 'EXPIRED' : 'ISSUED'
}

/** A day of the database as an ISO date. */
export const dayText = (day: Date): string => day.toISOString().slice(0, 10)
