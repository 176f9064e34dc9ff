import { InvalidInputError } from '@artel/ledger'
import { memberInQuestion } from '../access/authorise.ts'
import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { checkWindowNo } from '../settlement/window.ts'
import { EXPORT_RULES, type ExportFilters, type ExportKind } from './export-kinds.ts'

/** Filters as they are stored. */
export type StoredFilters = Readonly<Record<string, string | number>>

/**
 * The filters of a list, without those that say nothing. Throws InvalidInputError, and NotFoundError for what is no id and for a member that names
 * another.
 */
export function checkFilters(
  principal: AdminPrincipal | MemberPrincipal,
  kind: ExportKind,
  filters: ExportFilters,
): ExportFilters {
  const given = Object.entries(filters).filter(([, value]) => value !== null && value !== undefined)
  const known: readonly string[] = EXPORT_RULES[kind].filters
  for (const [name] of given)
    if (!known.includes(name))
      throw new InvalidInputError({ path: ['filters', name], problem: 'Must be left out for this list.' })
  const { from, to, memberId, customerId, windowNo } = filters
  if (from && to && to < from)
    throw new InvalidInputError({ path: ['filters', 'to'], problem: 'Must not be before the beginning.' })
  if (memberId != null) {
    checkId('member', memberId, ['filters', 'memberId'])
    memberInQuestion(principal, memberId)
  }
  if (customerId != null) checkId('customer', customerId, ['filters', 'customerId'])
  if (windowNo != null) checkWindowNo(windowNo)
  return Object.fromEntries(given)
}

export const storedFilters = (filters: ExportFilters): StoredFilters =>
  Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ]),
  )

/** The filters that were stored. */
export function filtersOf(stored: unknown): ExportFilters {
  const { from, to, ...others } = stored as Record<string, string>
  return {
    ...others,
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
  }
}
