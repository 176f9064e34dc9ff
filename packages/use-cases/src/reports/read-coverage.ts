import { type Micros, micros, NotFoundError, type Points, points } from '@artel/ledger'
import { type CoverageSums, coverageSums, type IssuerCoverageSums } from '@artel/store'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { loadAgreement } from '../terms/agreement.ts'

/** What stands behind the outstanding points of one issuer. */
export type IssuerCoverage = IssuerCoverageSums

/** Proof that outstanding points are covered by money in reserve or by their issuers' obligations. */
export interface Coverage extends CoverageSums {
  readonly outstandingPoints: Points
  /** Sum over outstanding points of the reserve price. */
  readonly required: Micros
  /** Owed by issuers when their points are spent. */
  readonly contingent: Micros
  /** Issuers whose names the caller may see, by member id. */
  readonly byIssuer: readonly IssuerCoverage[]
  /** The others, by outstanding points, largest first: the proof is whole without their names. */
  readonly anonymousIssuers: readonly Omit<IssuerCoverage, 'memberId'>[]
  /** reserve + contingent >= required. */
  readonly covered: boolean
}

/**
 * Reads the proof that every outstanding point is covered: lots say what must be, the balance of RESERVE comes from
 * the transfers. Administrators and members of the coalition; NotFoundError for other coalitions. Where the coalition
 * has agreed so, a member sees other issuers without their names.
 */
export async function readCoverage(
  context: Context,
  input: { readonly coalitionId: string },
): Promise<Coverage> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'reports:read',
    admin: 'coalition:read',
    verb: 'readCoverage',
  })
  const { coalitionId } = principal
  if (coalitionId !== input.coalitionId) throw new NotFoundError({ what: 'coalition' })
  const { coalition } = await loadAgreement(context.store, coalitionId)
  const sums = await coverageSums(context.store, coalitionId)
  const total = (part: 'outstandingPoints' | 'reserve' | 'contingent') =>
    sums.byIssuer.reduce((sum, issuer) => sum + issuer[part], 0n)
  const contingent = micros(total('contingent'))
  const required = micros(total('reserve') + contingent)
  return {
    reserve: sums.reserve,
    ...namedTo(principal, sums.byIssuer, coalition.coverageAnonymous),
    outstandingPoints: points(total('outstandingPoints')),
    required,
    contingent,
    covered: sums.reserve + contingent >= required,
  }
}

function namedTo(
  principal: MemberPrincipal | AdminPrincipal,
  issuers: readonly IssuerCoverage[],
  anonymous: boolean,
): Pick<Coverage, 'byIssuer' | 'anonymousIssuers'> {
  if (!anonymous || principal.kind === 'admin') return { byIssuer: issuers, anonymousIssuers: [] }
  // The promo fund is no competitor whose figures anybody hides.
  const isOwn = ({ memberId }: IssuerCoverage) => memberId === null || memberId === principal.memberId
  return {
    byIssuer: issuers.filter(isOwn),
    anonymousIssuers: issuers
      .filter((issuer) => !isOwn(issuer))
      .map(({ memberId: _, ...figures }) => figures)
      .sort((a, b) => (a.outstandingPoints > b.outstandingPoints ? -1 : 1)),
  }
}
