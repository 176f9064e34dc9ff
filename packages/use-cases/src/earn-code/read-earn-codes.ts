import type { EarnCode } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'

export interface ReadEarnCodesInput {
  /** Raw UUID of the code that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/** The codes that the calling member issued, newest first. Throws PermissionError, InvalidInputError, MemberNotActiveError. */
export async function readEarnCodes(
  { store, principal }: Context,
  { after, limit }: ReadEarnCodesInput,
): Promise<readonly EarnCode[]> {
  const { coalitionId, memberId } = requireMember(principal, 'purchases:write', 'readEarnCodes')
  return store.prisma.earnCode.findMany({
    where: { coalitionId, memberId, ...(after == null ? {} : { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}
