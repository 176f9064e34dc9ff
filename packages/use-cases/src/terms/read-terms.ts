import { coalitionNow, type Store } from '@artel/store'
import type { Terms, TermsAcceptance } from '@artel/store/prisma'
import { forgetAgreement, loadAgreement, termsInForce } from './agreement.ts'

/** Where a version stands. */
export type TermsStanding = 'PROPOSED' | 'ACCEPTED' | 'IN_FORCE' | 'SUPERSEDED' | 'WITHDRAWN'

/** A version of the terms, who accepted it and who has yet to. */
export interface TermsHistoryEntry {
  readonly terms: Terms
  readonly variants: readonly Terms[]
  readonly standing: TermsStanding
  /** In the order in which they came. */
  readonly acceptances: readonly TermsAcceptance[]
  /** Ids of the ACTIVE members that have not accepted it. Raw UUIDs. */
  readonly missingMemberIds: readonly string[]
}

/**
 * All versions of a coalition's terms, newest first, as they stand now. Who may see them is the caller's business.
 * Throws NotFoundError.
 */
export async function readTerms(store: Store, coalitionId: string): Promise<readonly TermsHistoryEntry[]> {
  forgetAgreement(store, coalitionId)
  const [agreement, now, acceptances] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
    store.prisma.termsAcceptance.findMany({
      where: { coalitionId },
      orderBy: [{ acceptedAt: 'asc' }, { memberId: 'asc' }],
    }),
  ])
  const inForce = termsInForce(agreement, now)
  return agreement.versions
    .map(({ terms, variants, acceptedBy, isAgreed }) => ({
      terms: terms.row,
      variants: variants.map(({ row }) => row),
      standing: standingOf({ isAgreed, terms: terms.row }, inForce),
      acceptances: acceptances.filter(({ termsId }) => termsId === terms.id),
      missingMemberIds: [...agreement.activeMemberIds].filter((id) => !acceptedBy.has(id)).sort(),
    }))
    .reverse()
}

/** The version that binds new points now; null before the first starts. Throws NotFoundError. */
export async function readTermsInForce(store: Store, coalitionId: string): Promise<Terms | null> {
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  return termsInForce(agreement, now)?.row ?? null
}

function standingOf(
  version: { readonly terms: Terms; readonly isAgreed: boolean },
  inForce: { readonly id: string; readonly version: number } | undefined,
): TermsStanding {
  const { terms, isAgreed } = version
  if (terms.withdrawnAt) return 'WITHDRAWN'
  if (inForce?.id === terms.id) return 'IN_FORCE'
  if (inForce && inForce.version > terms.version) return 'SUPERSEDED'
  return isAgreed ? 'ACCEPTED' : 'PROPOSED'
}
