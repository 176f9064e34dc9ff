import { type Micros, micros, type Points, points } from '@artel/ledger'
import { requireMemberOrAdmin } from './authorise.ts'
import { NotFoundError } from './errors/not-found.ts'
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

/**
 * Reads the proof that every outstanding point is covered. Administrators and members of the coalition; NotFoundError
 * for other coalitions.
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
  const { rows } = await context.store.pool.query<CoverageRow>({
    name: 'artel_coverage',
    text: COVERAGE,
    values: [coalitionId],
  })
  const byIssuer = rows.flatMap((row) =>
    row.issuer_id === null
      ? []
      : [
          {
            memberId: row.issuer_id,
            outstandingPoints: points(BigInt(row.outstanding)),
            reserve: micros(BigInt(row.deposited)),
            contingent: micros(BigInt(row.required) - BigInt(row.deposited)),
          },
        ],
  )
  const total = rows.find((row) => row.issuer_id === null)
  const required = micros(BigInt(total?.required ?? '0'))
  const reserve = micros(BigInt(total?.reserve ?? '0'))
  const contingent = micros(byIssuer.reduce((sum, issuer) => sum + issuer.contingent, 0n))
  return {
    outstandingPoints: points(BigInt(total?.outstanding ?? '0')),
    required,
    reserve,
    contingent,
    covered: reserve + contingent >= required,
    byIssuer,
  }
}

interface CoverageRow {
  /** Null on the total. */
  readonly issuer_id: string | null
  readonly outstanding: string
  readonly required: string
  readonly deposited: string
  readonly reserve: string
}

/** Lots say what must be covered; the balance of RESERVE comes from the transfers, so that the two prove each other. */
const COVERAGE = `select l.issuer_id, coalesce(sum(l.remaining), 0)::text as outstanding,
  coalesce(sum(l.remaining * l.reserve_price), 0)::text as required,
  coalesce(sum(l.remaining * l.deposit), 0)::text as deposited,
  ((select coalesce(sum(amount), 0) from transfer where coalition_id = $1 and credit_kind = 'RESERVE')
    - (select coalesce(sum(amount), 0) from transfer where coalition_id = $1 and debit_kind = 'RESERVE'))::text
    as reserve
  from lot l where l.coalition_id = $1 and l.open
  group by grouping sets ((l.issuer_id), ())
  order by l.issuer_id nulls last`
