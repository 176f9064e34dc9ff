import { type BroughtCustomers, broughtCustomers } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { type FigureDays, figurePeriod, figureScope } from './figure-scope.ts'

/**
 * Reads who brought customers to whom: customers whose first purchase in the coalition was at one member, by the members at which
 * their first visit fell into the period. All of it for administrators, what a member brought and was brought for a member.
 * Throws PermissionError, MemberNotActiveError, NotFoundError, InvalidInputError.
 */
export async function readFirstVisits(
  context: Context,
  input: FigureDays,
): Promise<readonly BroughtCustomers[]> {
  const { coalitionId, memberId } = await figureScope(context, input)
  return await broughtCustomers(context.store, coalitionId, { memberId, ...figurePeriod(input) })
}
