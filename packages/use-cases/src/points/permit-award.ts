import type { Micros } from '@artel/ledger'
import { CreditLimitReachedError } from '@artel/ledger'
import { type CreditStanding, creditLimitOf } from '../purchase/credit-standing.ts'
import { creditVerdict } from '../purchase/permit-sale.ts'
import type { TermsVersion } from '../terms/agreement.ts'

/**
 * Whether a member may give points that no sale earned: what they add to what it owes (`adds`, micros) may not pass its
 * credit limit. Where the terms leave it to the coalition, the coalition's own word is its yes.
 * Throws CREDIT_LIMIT_REACHED.
 */
export function permitAward(
  standing: CreditStanding | undefined,
  gift: {
    readonly terms: TermsVersion
    readonly adds: Micros
    readonly timeZone: string
    readonly now: Date
    readonly coalitionAgrees: boolean
  },
): void {
  if (!standing || creditVerdict(standing, gift) === 'ALLOWED' || gift.coalitionAgrees) return
  throw new CreditLimitReachedError({
    owed: standing.position,
    adds: gift.adds,
    limit: creditLimitOf(standing, gift) ?? standing.position,
  })
}
