import type { Entry } from './entry.ts'
import { type IssueInput, issuePoints } from './issue-points.ts'
import type { LotPrices } from './lot.ts'
import { type Micros, micros } from './money.ts'
import type { Points } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { PromoFundShortError } from './refusals/points.ts'

/** What {@link promoteFromFund} needs to know. */
export interface PromoteFromFundInput extends Omit<IssueInput, 'issuerId'> {
  /** What the promo fund holds, micros. */
  readonly fund: Micros
}

/**
 * Prices of points that the promo fund pays for: the whole of R is deposited when they are given. So the fund promises
 * nothing that it could lack later, and spending them is paid out of RESERVE alone.
 */
export const paidByFund = (prices: LotPrices): LotPrices => ({ ...prices, deposit: prices.reservePrice })

/** What so many points cost the promo fund when they are given: n(R + fi), micros. */
export const fundCost = (n: Points, { reservePrice, issueFee }: LotPrices): Micros =>
  micros(n * (reservePrice + issueFee))

/**
 * Gives promo points at the cost of the coalition's promo fund: the coalition is their issuer, and no member comes to owe
 * anything for them. Throws PromoFundShortError when the fund holds less than they cost.
 */
export function promoteFromFund(input: PromoteFromFundInput): Entry {
  const { fund, ...given } = input
  const { terms, points: n, coalitionId } = given
  if (n <= 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must be at least 1.' })
  const needed = fundCost(n, terms.prices)
  const entry = issuePoints('PROMO', {
    ...given,
    issuerId: coalitionId,
    terms: { id: terms.id, prices: paidByFund(terms.prices) },
  })
  if (needed > fund) throw new PromoFundShortError({ fund, needed })
  return entry
}
