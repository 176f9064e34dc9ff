import { addDays, type LocalDate, localDate, localDateOf } from '@artel/rules'
import { coalitionNow, cohortMonths, partnerMonths } from '@artel/store'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { figureScope } from './figure-scope.ts'

export interface ReadRetentionInput {
  readonly coalitionId: string
  /** CUSTOMERS, or PARTNERS: members, for administrators alone. */
  readonly of: 'CUSTOMERS' | 'PARTNERS'
  /** Cohorts of so many months, the running one included; 2 to 60. */
  readonly months: number
  /** Customers of this member. Raw UUID. */
  readonly memberId?: string | null
}

/** Those who came first in one month, and how many of them came in that month and in each one after it. */
export interface RetentionCohort {
  /** `2026-03`. */
  readonly began: string
  readonly size: bigint
  /** By months since: the first is the cohort itself, the last the running month. */
  readonly active: readonly bigint[]
}

/**
 * Reads who stays, by the month of the first purchase; of partners, by the month of their first sale. Throws PermissionError,
 * MemberNotActiveError, NotFoundError, InvalidInputError.
 */
export async function readRetention(
  context: Context,
  input: ReadRetentionInput,
): Promise<readonly RetentionCohort[]> {
  const { coalitionId, memberId, agreement } = await figureScope(context, input)
  const { store } = context
  checkInteger(['months'], input.months, { min: 2, max: 60 })
  const now = await coalitionNow(store, coalitionId)
  const months = monthsUntil(localDateOf(now, agreement.coalition.timeZone), input.months)
  const fromMonth = months[0] ?? ''
  const rows =
    input.of === 'PARTNERS'
      ? await partnersOf(context, coalitionId, fromMonth)
      : await cohortMonths(store, coalitionId, { scopeId: memberId ?? coalitionId, fromMonth })
  const counted = new Map(
    rows.map((row) => [`${row.began} ${row.month}`, 'members' in row ? row.members : row.customers]),
  )
  return months.flatMap((began, at) => {
    const active = months.slice(at).map((month) => counted.get(`${began} ${month}`) ?? 0n)
    const [size = 0n] = active
    return size === 0n ? [] : [{ began, size, active }]
  })
}

function partnersOf({ store, principal }: Context, coalitionId: string, fromMonth: string) {
  requireAdmin(principal, 'coalition:read')
  return partnerMonths(store, coalitionId, fromMonth)
}

/** The last `count` months, oldest first, the one of `today` included. */
function monthsUntil(today: LocalDate, count: number): string[] {
  const months = [today.slice(0, 7)]
  while (months.length < count) months.unshift(addDays(localDate(`${months[0]}-01`), -1).slice(0, 7))
  return months
}
