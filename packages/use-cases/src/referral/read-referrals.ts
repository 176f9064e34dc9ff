import { randomInt } from 'node:crypto'
import { FREE_REFERRAL_SYMBOLS, makeReferralCode, writtenReferralCode } from '@artel/rules'
import { addReferralCodes, type ReferralFigures, referralFigures, type Store } from '@artel/store'

/** How a customer recommends the programme; no friend is named. */
export interface CustomerReferral extends ReferralFigures {
  /** As it is shown: `7K3M9-QXA2B`; null for a customer that is closed. */
  readonly code: string | null
}

const SYMBOLS = 32
/** Made codes that were all taken: chance does not do that. */
const MAX_TRIES = 3

/**
 * Reads it by customer id, in one query for any number of them: what came of it at a member, or at all for null. Active customers that have no code yet are made one.
 */
export async function readReferrals(
  store: Store,
  coalitionId: string,
  customerIds: readonly string[],
  memberId: string | null = null,
): Promise<ReadonlyMap<string, CustomerReferral>> {
  let found = await referralFigures(store, { coalitionId, customerIds, memberId })
  for (let attempt = 1; attempt <= MAX_TRIES; attempt += 1) {
    const without = customerIds.filter((id) => {
      const figures = found.get(id)
      return figures?.isActive === true && figures.code === null
    })
    if (without.length === 0) break
    await addReferralCodes(store, { coalitionId, customerIds: without, codes: without.map(newCode) })
    found = await referralFigures(store, { coalitionId, customerIds, memberId })
  }
  return new Map(
    [...found].map(([id, figures]) => [
      id,
      { ...figures, code: figures.code === null ? null : writtenReferralCode(figures.code) },
    ]),
  )
}

const newCode = (): string =>
  makeReferralCode(Array.from({ length: FREE_REFERRAL_SYMBOLS }, () => randomInt(SYMBOLS)))
