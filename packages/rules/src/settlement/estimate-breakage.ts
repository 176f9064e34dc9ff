import { assertInvariant, lesser, type Points, points } from '@artel/ledger'

/** Points given in one period, and how many of them were spent by the end of each period since, the first its own. */
export interface IssueCohort {
  /** Such as `2026-03`. Cohorts come oldest first, each with one period less observed than the one before. */
  readonly period: string
  readonly issued: Points
  /** Cumulative, never falling. Its length is the number of periods observed. */
  readonly redeemedByAge: readonly Points[]
}

/** How many points of a cohort are expected never to be spent. */
export interface CohortBreakage {
  readonly period: string
  readonly issued: Points
  readonly redeemed: Points
  /** Expected to be spent in all, rounded down; from `redeemed` to `issued`. */
  readonly expectedRedeemed: Points
  /** issued - expectedRedeemed. */
  readonly expectedBreakage: Points
}

/** An estimate for reports. It books nothing: breakage is income when points run out, not before. */
export interface BreakageEstimate {
  /**
   * CHAIN_LADDER: spending of each cohort grows from age to age as it did, by volume, in all cohorts seen at both.
   * COHORT_RATE: every cohort ends where the oldest one stands; taken where an age has no spending to grow from.
   */
  readonly method: 'CHAIN_LADDER' | 'COHORT_RATE'
  readonly cohorts: readonly CohortBreakage[]
  readonly expectedBreakage: Points
}

/**
 * Estimates breakage from a triangle of cohorts. What happens after the oldest cohort's last age is not foreseen: give
 * it cohorts as old as points live. Exact fractions; each cohort is rounded down once. A triangle that is none is a
 * BrokenInvariantError.
 */
export function estimateBreakage(cohorts: readonly IssueCohort[]): BreakageEstimate {
  checkTriangle(cohorts)
  const factors = developmentFactors(cohorts)
  const [oldest] = cohorts
  const estimated = cohorts.map((cohort): CohortBreakage => {
    const redeemed = cohort.redeemedByAge.at(-1) ?? points(0n)
    const expected = factors ? developed(cohort, factors) : atOldestRate(cohort, oldest)
    const expectedRedeemed = between(redeemed, points(expected), cohort.issued)
    return {
      period: cohort.period,
      issued: cohort.issued,
      redeemed,
      expectedRedeemed,
      expectedBreakage: points(cohort.issued - expectedRedeemed),
    }
  })
  return {
    method: factors ? 'CHAIN_LADDER' : 'COHORT_RATE',
    cohorts: estimated,
    expectedBreakage: points(estimated.reduce((sum, { expectedBreakage }) => sum + expectedBreakage, 0n)),
  }
}

const between = (low: Points, value: Points, high: Points): Points =>
  value < low ? low : lesser(value, high)

/** Growth from one age to the next, a fraction: `to` over `from`. */
interface Factor {
  readonly from: bigint
  readonly to: bigint
}

/** Undefined when an age cannot be grown from: nothing was spent by then. */
function developmentFactors(cohorts: readonly IssueCohort[]): Factor[] | undefined {
  const ages = cohorts[0]?.redeemedByAge.length ?? 0
  const factors: Factor[] = []
  for (let age = 0; age + 1 < ages; age += 1) {
    const both = cohorts.filter(({ redeemedByAge }) => redeemedByAge.length > age + 1)
    const sumAt = (at: number) => both.reduce((sum, { redeemedByAge }) => sum + (redeemedByAge[at] ?? 0n), 0n)
    const factor = { from: sumAt(age), to: sumAt(age + 1) }
    if (factor.from === 0n) return undefined
    factors.push(factor)
  }
  return factors
}

function developed({ redeemedByAge }: IssueCohort, factors: readonly Factor[]): bigint {
  let [above, below]: [bigint, bigint] = [redeemedByAge.at(-1) ?? 0n, 1n]
  for (const { from, to } of factors.slice(Math.max(0, redeemedByAge.length - 1))) {
    above *= to
    below *= from
  }
  return above / below
}

function atOldestRate(cohort: IssueCohort, oldest: IssueCohort | undefined): bigint {
  if (!oldest || oldest.issued === 0n) return 0n
  return (cohort.issued * (oldest.redeemedByAge.at(-1) ?? 0n)) / oldest.issued
}

function checkTriangle(cohorts: readonly IssueCohort[]): void {
  for (const [index, { period, issued, redeemedByAge }] of cohorts.entries()) {
    const before = cohorts[index - 1]
    assertInvariant(
      !before || redeemedByAge.length === before.redeemedByAge.length - 1,
      () => `cohort ${period} must be observed one period less than the one before`,
    )
    assertInvariant(redeemedByAge.length > 0, () => `cohort ${period} has not been observed`)
    let last = 0n
    for (const redeemed of redeemedByAge) {
      assertInvariant(
        last <= redeemed && redeemed <= issued,
        () => `cohort ${period} spends ${redeemed} of ${issued}`,
      )
      last = redeemed
    }
  }
}
