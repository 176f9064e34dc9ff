import type { Member } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { changeMemberStatus } from './change-member-status.ts'

/**
 * Suspends an ACTIVE member: no new sales, holds, captures or customers; refunds and voids go on, since they undo.
 * Suspending twice changes nothing. Administrators only. Throws NotFoundError, MemberNotActiveError.
 */
export async function suspendMember(
  context: Context,
  input: { readonly memberId: string },
): Promise<{ readonly member: Member }> {
  const { coalitionId } = requireAdmin(context.principal, 'members:write')
  const memberId = checkId('member', input.memberId, ['memberId'])
  const member = await changeMemberStatus(context, {
    coalitionId,
    memberId,
    from: ['ACTIVE'],
    to: 'SUSPENDED',
    event: 'member.suspended',
    act: 'memberSuspend',
  })
  return { member }
}
