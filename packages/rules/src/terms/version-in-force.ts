import type { Terms } from './terms.ts'

/** A version of the terms and the members that have accepted it. */
export interface AcceptedTerms<Version extends Terms = Terms> {
  readonly terms: Version
  readonly acceptedBy: ReadonlySet<string>
}

/** All that the choice of a version looks at. */
export interface TermsHistory<Version extends Terms = Terms> {
  readonly versions: readonly AcceptedTerms<Version>[]
  /** Members that are ACTIVE now: only their yes is waited for. */
  readonly activeMemberIds: ReadonlySet<string>
}

/**
 * The terms of new lots at `at`: the latest version that has started and that every active member has accepted, so that
 * all members give and take points at one price. Undefined when there is none. A member is to be made active only once it
 * has accepted this version: joining must not unsettle what the others agreed.
 */
export function versionInForce<Version extends Terms>(
  history: TermsHistory<Version>,
  at: Date,
): Version | undefined {
  let latest: Version | undefined
  for (const { terms, acceptedBy } of history.versions) {
    if (terms.startsAt > at || (latest && latest.version > terms.version)) continue
    if ([...history.activeMemberIds].every((memberId) => acceptedBy.has(memberId))) latest = terms
  }
  return latest
}
