import type { Micros, Points } from '@artel/ledger'
import type { Context } from './principal.ts'

export interface IssuerCoverage {
  readonly memberId: string
  readonly outstandingPoints: Points
  readonly reserve: Micros
  readonly contingent: Micros
}

/** Proof that outstanding points are covered by money in reserve or by their issuers' obligations. */
export interface Coverage {
  readonly outstandingPoints: Points
  /** Sum over outstanding points of the reserve price. */
  readonly required: Micros
  /** Balance of RESERVE. */
  readonly reserve: Micros
  /** Owed by issuers when their points are spent. */
  readonly contingent: Micros
  /** reserve + contingent >= required. */
  readonly covered: boolean
  readonly byIssuer: readonly IssuerCoverage[]
}

/** Reads the coverage proof of a coalition. Administrators and members. */
export async function readCoverage(
  context: Context,
  input: { readonly coalitionId: string },
): Promise<Coverage> {
  throw new Error('readCoverage is not built yet', { cause: [context, input] })
}
