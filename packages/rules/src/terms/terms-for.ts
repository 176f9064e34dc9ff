import { type BasisPoints, lesser, type Micros } from '@artel/ledger'
import { DEFAULT_SETTLEMENT_TERMS, type SettlementTerms } from '../settlement/settlement-terms.ts'
import type { Terms } from './terms.ts'
import { type TermsHistory, versionInForce } from './version-in-force.ts'

/**
 * What may differ from member to member. The rest is one for the coalition: the worth of a point and the fee for taking
 * it because a point is the same wherever it is spent; windows because all settle at once; what undoing asks of a lot's
 * terms because it must find them again.
 */
export interface TermsChanges
  extends Partial<Pick<SettlementTerms, 'creditLimit' | 'creditPolicy' | 'lateDays' | 'minPayout'>> {
  readonly issueFee?: Micros
  /** A deposit above R of the version in force means R: issue-funded. */
  readonly deposit?: Micros
  readonly maxPointsShareBps?: BasisPoints
}

/** Changes for a segment or for one member, from a date on, until a date or for good. */
export interface TermsOverride {
  readonly id: string
  readonly scope:
    | { readonly kind: 'SEGMENT'; readonly segment: string }
    | { readonly kind: 'MEMBER'; readonly memberId: string }
  readonly startsAt: Date
  /** First instant at which it no longer holds; null: none. */
  readonly endsAt: Date | null
  readonly changes: TermsChanges
}

/** Terms with nothing left to default. */
export interface MemberTerms extends Terms {
  readonly settlement: SettlementTerms
}

/**
 * The terms of a member's new lots at `at`: the version in force, then what its segment changes, then what is agreed with
 * the member alone; of two of one scope the later start wins, then the greater id. Undefined when no version is in force.
 */
export function termsFor(
  member: { readonly memberId: string; readonly segment: string },
  at: Date,
  history: TermsHistory,
  overrides: readonly TermsOverride[],
): MemberTerms | undefined {
  const version = versionInForce(history, at)
  if (!version) return undefined
  const applying = overrides
    .filter(({ scope }) =>
      scope.kind === 'MEMBER' ? scope.memberId === member.memberId : scope.segment === member.segment,
    )
    .filter(({ startsAt, endsAt }) => startsAt <= at && (endsAt === null || at < endsAt))
    .sort(byPrecedence)
  let terms: MemberTerms = { ...version, settlement: settlementTermsOf(version) }
  for (const { changes } of applying) terms = changed(terms, changes)
  return terms
}

/** How members settle under these terms. */
export function settlementTermsOf(terms: Pick<Terms, 'settlement'>): SettlementTerms {
  return terms.settlement ?? DEFAULT_SETTLEMENT_TERMS
}

function byPrecedence(a: TermsOverride, b: TermsOverride): number {
  if (a.scope.kind !== b.scope.kind) return a.scope.kind === 'SEGMENT' ? -1 : 1
  return a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1)
}

function changed(terms: MemberTerms, changes: TermsChanges): MemberTerms {
  const { issueFee, deposit, maxPointsShareBps, ...settlement } = changes
  return {
    ...terms,
    prices: {
      ...terms.prices,
      issueFee: issueFee ?? terms.prices.issueFee,
      deposit: lesser(deposit ?? terms.prices.deposit, terms.prices.reservePrice),
    },
    maxPointsShareBps: maxPointsShareBps ?? terms.maxPointsShareBps,
    settlement: { ...terms.settlement, ...settlement },
  }
}
