/** Kinds of those who bring customers. */
export const SOURCE_KINDS = ['MEMBER', 'AFFILIATE', 'CUSTOMER'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** Which of several sources of one customer counts: the first, the last, or by their kinds. */
export const BINDING_POLICIES = ['FIRST', 'LAST', 'PRIORITY'] as const
export type BindingPolicy = (typeof BINDING_POLICIES)[number]

/** How a coalition decides between sources. */
export interface SourceChoice {
  readonly policy: BindingPolicy
  /** Kinds of sources, the one that goes before the others first. */
  readonly priority: readonly SourceKind[]
}

/** A link as a decision looks at it. */
export interface TouchedLink {
  readonly linkId: string
  readonly sourceKind: SourceKind
  readonly sourceId: string
  /** Whose customers it brings. */
  readonly memberId: string
}

/** That a customer was brought by a link, and how long it counts. */
export interface BoundLink extends TouchedLink {
  readonly boundAt: Date
  /** The first instant at which it counts no more. */
  readonly endsAt: Date
}

/**
 * Whether a member brings customers to itself. Such a source stands behind every other: whoever sells decides which of its own
 * posters a customer is shown, and would else take the place of those who brought it.
 */
export const isOfSeller = ({ sourceKind, sourceId, memberId }: TouchedLink): boolean =>
  sourceKind === 'MEMBER' && sourceId === memberId

/**
 * Below 0 when `one` goes before `other`: those of others before the seller's own, then by kind and time, by time alone, or by
 * time backwards.
 */
export function compareBound(one: BoundLink, other: BoundLink, { policy, priority }: SourceChoice): number {
  const bySeller = Number(isOfSeller(one)) - Number(isOfSeller(other))
  if (bySeller !== 0) return bySeller
  const byTime = one.boundAt.getTime() - other.boundAt.getTime() || (one.linkId < other.linkId ? -1 : 1)
  if (policy === 'LAST') return -byTime
  if (policy === 'FIRST') return byTime
  return priority.indexOf(one.sourceKind) - priority.indexOf(other.sourceKind) || byTime
}
