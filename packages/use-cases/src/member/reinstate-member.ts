import type { Member } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { refuseWithoutAcceptance } from '../terms/refuse-without-acceptance.ts'
import { changeMemberStatus } from './change-member-status.ts'

/**
 * Makes a SUSPENDED member ACTIVE again; an ACTIVE one stays so. Administrators only.
 * Throws NotFoundError, TermsNotAcceptedError when others have agreed on terms meanwhile that it has not accepted, and
 * MemberNotActiveError for an INVITED, EXITING or CLOSED member.
 */
export async function reinstateMember(
  context: Context,
  input: { readonly memberId: string },
): Promise<{ readonly member: Member }> {
  const { coalitionId } = requireAdmin(context.principal, 'members:write')
  const memberId = checkId('member', input.memberId, ['memberId'])
  const where = { coalitionId_id: { coalitionId, id: memberId } }
  const before = await context.store.prisma.member.findUnique({ where })
  if (before?.status === 'SUSPENDED') await refuseWithoutAcceptance(context, { coalitionId, memberId })
  const member = await changeMemberStatus(context, {
    coalitionId,
    memberId,
    from: ['SUSPENDED'],
    to: 'ACTIVE',
    event: 'member.reinstated',
    act: 'memberReinstate',
  })
  return { member }
}
