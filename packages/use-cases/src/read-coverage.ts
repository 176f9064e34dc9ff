import { type Micros, micros, type Points, points } from '@artel/ledger'
import { type CoverageSums, coverageSums, type IssuerCoverageSums } from '@artel/store'
import { requireMemberOrAdmin } from './authorise.ts'
import { NotFoundError } from './errors/not-found.ts'
import type { Context } from './principal.ts'

/** What stands behind the outstanding points of one issuer. */
export type IssuerCoverage = IssuerCoverageSums

/** Proof that outstanding points are covered by money in reserve or by their issuers' obligations. */
export interface Coverage extends CoverageSums {
  readonly outstandingPoints: Points
  /** Sum over outstanding points of the reserve price. */
  readonly required: Micros
  /** Owed by issuers when their points are spent. */
  readonly contingent: Micros
  /** reserve + contingent >= required. */
  readonly covered: boolean
}

/**
 * Reads the proof that every outstanding point is covered: lots say what must be, the balance of RESERVE comes from
 * the transfers. Administrators and members of the coalition; NotFoundError for other coalitions.
 */
export async function readCoverage(
  context: Context,
  input: { readonly coalitionId: string },
): Promise<Coverage> {
  const { coalitionId } = requireMemberOrAdmin(context.principal, {
    member: 'reports:read',
    admin: 'coalition:read',
  })
  if (coalitionId !== input.coalitionId) throw new NotFoundError('coalition')
  const sums = await coverageSums(context.store, coalitionId)
  const total = (part: 'outstandingPoints' | 'reserve' | 'contingent') =>
    sums.byIssuer.reduce((sum, issuer) => sum + issuer[part], 0n)
  const contingent = micros(total('contingent'))
  const required = micros(total('reserve') + contingent)
  return {
    ...sums,
    outstandingPoints: points(total('outstandingPoints')),
    required,
    contingent,
    covered: sums.reserve + contingent >= required,
  }
}
