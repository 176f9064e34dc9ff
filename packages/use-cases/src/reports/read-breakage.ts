import { NotFoundError, type Points, points } from '@artel/ledger'
import {
  addDays,
  type BreakageEstimate,
  estimateBreakage,
  type IssueCohort,
  localDate,
  localDateOf,
  startOfDay,
} from '@artel/rules'
import { type CohortSums, coalitionNow, cohortSums } from '@artel/store'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'

export interface ReadBreakageInput {
  readonly coalitionId: string
  /** Months of giving to look at, the running one included; 2 to 60. */
  readonly months: number
}

/** The estimate, and the triangle that it was made of. */
export interface Breakage extends BreakageEstimate {
  readonly triangle: readonly IssueCohort[]
}

/**
 * Estimates how many points will never be spent, from what became of each month's: all of the coalition's for
 * administrators, its own for a member. A report: nothing is booked by it. NotFoundError, InvalidInputError.
 */
export async function readBreakage(context: Context, input: ReadBreakageInput): Promise<Breakage> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'reports:read',
    admin: 'coalition:read',
    verb: 'readReports',
  })
  const { coalitionId } = principal
  if (coalitionId !== input.coalitionId) throw new NotFoundError({ what: 'coalition' })
  const count = checkInteger(['months'], input.months, { min: 2, max: 60 })
  const { store } = context
  const { timeZone } = (await loadAgreement(store, coalitionId)).coalition
  const months = monthsUntil(await coalitionNow(store, coalitionId), timeZone, count)
  const sums = await cohortSums(store, coalitionId, {
    timeZone,
    from: startOfDay(localDate(`${months[0]}-01`), timeZone),
    issuerId: principal.kind === 'member' ? principal.memberId : null,
  })
  const triangle = triangleOf(sums, months)
  return { ...estimateBreakage(triangle), triangle }
}

/** The last `count` months of a zone, oldest first, the running one included: `2026-03`. */
function monthsUntil(now: Date, timeZone: string, count: number): string[] {
  const months = [localDateOf(now, timeZone).slice(0, 7)]
  while (months.length < count) months.unshift(addDays(localDate(`${months[0]}-01`), -1).slice(0, 7))
  return months
}

/**
 * Cohorts from the first month that gave anything. What a refund gave back was not spent for good: it lessens the months
 * before it too, so that spending never falls.
 */
function triangleOf(sums: readonly CohortSums[], months: readonly string[]): IssueCohort[] {
  const known = new Map(sums.map((sum) => [`${sum.issuedIn} ${sum.spentIn ?? ''}`, sum.points]))
  const at = (issuedIn: string, spentIn: string) => known.get(`${issuedIn} ${spentIn}`) ?? 0n
  const first = months.findIndex((month) => at(month, '') > 0n)
  if (first < 0) return []
  const seen = months.slice(first)
  return seen.map((period, index) => {
    const issued = points(at(period, ''))
    let running = 0n
    const cumulative = seen.slice(index).map((spentIn) => {
      running += at(period, spentIn)
      return running
    })
    return { period, issued, redeemedByAge: neverFalling(cumulative, issued) }
  })
}

function neverFalling(cumulative: readonly bigint[], issued: Points): Points[] {
  let least: bigint = issued
  return cumulative
    .toReversed()
    .map((value) => {
      if (value < least) least = value
      return points(least)
    })
    .reverse()
}
