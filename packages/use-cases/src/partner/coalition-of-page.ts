import { InvalidInputError } from '@artel/ledger'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'

/**
 * The coalition whose public lists are asked for: the caller's own, or for callers without one that of the ACTIVE member on whose
 * page they are shown; null where there is no such member. Throws InvalidInputError where a caller without a coalition names none.
 */
export async function coalitionOfPage(
  { store, principal }: Context,
  memberId: string | null | undefined,
): Promise<string | null> {
  if ('coalitionId' in principal) return principal.coalitionId
  if (memberId == null)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member whose page it is.' })
  const id = checkId('member', memberId, ['memberId'])
  const found = await store.prisma.member.findFirst({ where: { id, status: 'ACTIVE' } })
  return found?.coalitionId ?? null
}
