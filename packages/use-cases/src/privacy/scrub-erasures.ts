import { erasuresToScrub, type Store, scrubErasure } from '@artel/store'
import { encodePublicId } from '../ids/public-id.ts'

/** Erasures of one batch. */
const MAX_ERASURES = 10

/**
 * Looks through what was sent and handed in for customers who were erased at least `settledSeconds` ago, up to `limit` rows of
 * a table for each. Whether there is more.
 */
export async function scrubErasures(
  store: Store,
  coalitionId: string,
  { limit, settledSeconds }: { readonly limit: number; readonly settledSeconds: number },
): Promise<boolean> {
  const erasures = await erasuresToScrub(store, coalitionId, { settledSeconds, limit: MAX_ERASURES })
  let more = erasures.length === MAX_ERASURES
  for (const { customerId, personIds } of erasures) {
    const publicIds = personIds.map((id) => encodePublicId('customer', id))
    if (await scrubErasure(store, coalitionId, { customerId, publicIds, limit })) more = true
  }
  return more
}
