import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { type ReciprocityMatrix, reciprocityBalances } from '@artel/rules'
import { reciprocitySums } from '@artel/store'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'

export interface ReadReciprocityInput {
  readonly coalitionId: string
  /** Purchases recorded from then on; null: from the first. */
  readonly from?: Date | null
  /** Purchases recorded before; null: to the last. */
  readonly to?: Date | null
}

/**
 * Reads who brings customers to whom: points and money by issuer and redeemer, and the first visits that they were.
 * Every member sees the whole matrix, so that each can check its own part. NotFoundError for other coalitions.
 */
export async function readReciprocity(
  context: Context,
  input: ReadReciprocityInput,
): Promise<ReciprocityMatrix> {
  const { coalitionId } = requireMemberOrAdmin(context.principal, {
    member: 'reports:read',
    admin: 'coalition:read',
    verb: 'readReciprocity',
  })
  if (coalitionId !== input.coalitionId) throw new NotFoundError({ what: 'coalition' })
  const { from = null, to = null } = input
  if (from && to && from >= to)
    throw new InvalidInputError({ path: ['to'], problem: 'Must be later than from.' })
  const cells = await reciprocitySums(context.store, coalitionId, { from, to })
  return { cells, members: reciprocityBalances(cells) }
}
