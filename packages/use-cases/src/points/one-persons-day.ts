import { localDateOf } from '@artel/rules'
import { coalitionNow, countGivenByOne, type GivenByOne, type Store, uncountGivenByOne } from '@artel/store'
import type { AdminPrincipal } from '../access/principal.ts'
import type { Agreement } from '../terms/agreement.ts'

/** What of a gift by hand each payer pays. Raw UUIDs; the coalition for its promo fund. */
export type Parts = GivenByOne['parts']

/**
 * Counts a gift that an administrator makes alone against the limit beyond which it takes two: of the day, by who gives and who pays, so that
 * many small commands come to no more than a large one. All keys that act for nobody are one giver. Undefined where it is beyond the
 * limit; what came to nothing, or was booked before, is given back. What members give is their own, and is not counted.
 */
export async function countedInDay(
  store: Store,
  { coalition }: Agreement,
  { principal, parts }: { readonly principal: AdminPrincipal; readonly parts: Parts },
): Promise<{ readonly giveBack: () => Promise<void> } | undefined> {
  const { id: coalitionId, timeZone, adjustmentLimitPoints: limit } = coalition
  const day = localDateOf(await coalitionNow(store, coalitionId), timeZone)
  const given: GivenByOne = { coalitionId, actorId: principal.personId ?? coalitionId, day, parts }
  if (!(await countGivenByOne(store, given, limit))) return undefined
  return { giveBack: () => uncountGivenByOne(store, given) }
}

/** What each payer pays at most, by the shares of an award; the fund all of it. */
export function partsOf(
  coalitionId: string,
  {
    points,
    shares,
  }: {
    readonly points: bigint
    readonly shares: readonly { readonly memberId: string; readonly share: number }[]
  },
): Parts {
  const whole = BigInt(shares.reduce((sum, { share }) => sum + share, 0))
  if (shares.length === 0) return [{ payerId: coalitionId, points }]
  return shares.map(({ memberId, share }) => ({
    payerId: memberId,
    // Rounded up: nobody gives more than the limit by giving it to many payers.
    points: (points * BigInt(share) + whole - 1n) / whole,
  }))
}
