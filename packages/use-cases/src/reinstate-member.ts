import type { Member } from '@artel/store/prisma'
import { requireAdmin } from './authorise.ts'
import { changeMemberStatus } from './change-member-status.ts'
import { checkId } from './input/text.ts'
import type { Context } from './principal.ts'

/**
 * Makes a SUSPENDED member ACTIVE again; an ACTIVE one stays so. Administrators only.
 * Throws NotFoundError, and MemberNotActiveError for an INVITED or CLOSED member.
 */
export async function reinstateMember(
  context: Context,
  input: { readonly memberId: string },
): Promise<{ readonly member: Member }> {
  const { coalitionId } = requireAdmin(context.principal, 'members:write')
  const memberId = checkId('member', input.memberId, ['memberId'])
  const member = await changeMemberStatus(context, {
    coalitionId,
    memberId,
    from: ['SUSPENDED'],
    to: 'ACTIVE',
    event: 'member.reinstated',
  })
  return { member }
}
