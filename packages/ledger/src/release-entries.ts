import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { evolve } from './evolve.ts'
import { recoverClaims } from './recover-claims.ts'

/** An entry that ends a hold, and after it what refunds had claimed of the points that it lets go. */
export function releaseEntries(
  state: CustomerState,
  release: Entry,
  { coalitionId }: { readonly coalitionId: string },
): readonly Entry[] {
  if (release.lotChanges.length === 0) return [release]
  const lotIds = release.lotChanges.map(({ lotId }) => lotId)
  return [release, ...recoverClaims(evolve(state, release), { coalitionId, lotIds })]
}
