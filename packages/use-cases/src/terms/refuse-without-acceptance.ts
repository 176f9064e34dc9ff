import { TermsNotAcceptedError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { forgetAgreement, loadAgreement, termsInForce } from './agreement.ts'

/**
 * Whoever becomes active again must not unsettle the terms that the others are bound by. Throws TermsNotAcceptedError
 * when they have agreed meanwhile on terms that the member has not accepted.
 */
export async function refuseWithoutAcceptance(
  { store }: Context,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<void> {
  forgetAgreement(store, coalitionId)
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const inForce = termsInForce(agreement, now)
  const acceptedBy = agreement.versions.find(({ terms }) => terms.id === inForce?.id)?.acceptedBy
  if (inForce && !acceptedBy?.has(memberId))
    throw new TermsNotAcceptedError({ termsId: inForce.id }, { path: ['memberId'] })
}
