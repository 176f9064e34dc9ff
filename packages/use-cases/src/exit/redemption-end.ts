import { endOfDays } from '@artel/rules'
import type { Store } from '@artel/store'
import { loadAgreement } from '../terms/agreement.ts'

/**
 * When the time ends that customers are given to spend a member's or a coalition's points: with the last of so many local
 * days after today. 0 days = at once.
 */
export async function redemptionEnd(
  store: Store,
  coalitionId: string,
  { now, redemptionDays }: { readonly now: Date; readonly redemptionDays: number },
): Promise<Date> {
  const { coalition } = await loadAgreement(store, coalitionId)
  return redemptionDays === 0 ? now : endOfDays(now, redemptionDays, coalition.timeZone)
}
