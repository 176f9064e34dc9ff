import { InvalidInputError } from '@artel/ledger'
import type { SalesMapping } from '@artel/store/prisma'
import { memberInQuestion, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { loadParticipation } from '../terms/agreement.ts'
import { type ReadingWords, saveReadingWords } from './sales-reading.ts'

export interface SetSalesMappingInput {
  /** Administrators name the member; a member is itself. */
  readonly memberId?: string | null
  /** Null or empty: files are read by their heads again. */
  readonly mapping: ReadingWords | null
}

/**
 * Keeps how the member's sales files are read when whoever hands one in does not say: `reconcileSales` goes by it. What
 * was kept before is replaced; null when nothing is kept now. Throws InvalidInputError, MemberNotActiveError,
 * NotFoundError.
 */
export async function setSalesMapping(
  context: Context,
  { memberId: named, mapping }: SetSalesMappingInput,
): Promise<SalesMapping | null> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'purchases:write',
    admin: 'coalition:write',
    verb: 'setSalesMapping',
  })
  const { store } = context
  const { coalitionId, keyId } = principal
  const inQuestion = memberInQuestion(principal, named)
  if (inQuestion === undefined)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Name the member whose sales they are.' })
  const memberId = checkId('member', inQuestion, ['memberId'])
  await loadParticipation(store, { coalitionId, memberId })
  return saveReadingWords(context, { coalitionId, memberId, words: mapping ?? {}, savedById: keyId })
}
