import type { ReceiptClaim } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { todayOf } from '../rule/read-rules.ts'
import { pendingOn } from './state-of.ts'

export interface ReadReceiptClaimsInput {
  /** Those alone that wait for a yes. */
  readonly pending?: boolean
  /** Raw UUID of the claim that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/** The claims of receipts of the calling member's tills, newest first. Throws PermissionError, InvalidInputError, MemberNotActiveError. */
export async function readReceiptClaims(
  { store, principal }: Context,
  { pending, after, limit }: ReadReceiptClaimsInput,
): Promise<readonly ReceiptClaim[]> {
  const { coalitionId, memberId } = requireMember(principal, 'purchases:write', 'readReceiptClaims')
  const take = checkInteger(['first'], limit, { min: 1, max: 101 })
  const waiting = pending ? pendingOn(await todayOf(store, coalitionId)) : {}
  return store.prisma.receiptClaim.findMany({
    where: { coalitionId, memberId, ...waiting, ...(after == null ? {} : { id: { lt: after } }) },
    ...{ orderBy: { id: 'desc' }, take },
  })
}
