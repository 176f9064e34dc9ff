import { coalitionNow } from '@artel/store'
import type { Member } from '@artel/store/prisma'
import { forgetAgreement, loadAgreement, termsInForce } from './agreement.ts'
import { requireAdmin } from './authorise.ts'
import { changeMemberStatus } from './change-member-status.ts'
import { TermsNotAcceptedError } from './errors/terms.ts'
import { checkId } from './input/text.ts'
import type { Context } from './principal.ts'

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
  await refuseWithoutAcceptance(context, { coalitionId, memberId })
  const member = await changeMemberStatus(context, {
    coalitionId,
    memberId,
    from: ['SUSPENDED'],
    to: 'ACTIVE',
    event: 'member.reinstated',
  })
  return { member }
}

/** Whoever becomes active must not unsettle the terms that the others are bound by. */
async function refuseWithoutAcceptance(
  { store }: Context,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<void> {
  forgetAgreement(store, coalitionId)
  const [agreement, now, member] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
    store.prisma.member.findUnique({ where: { coalitionId_id: { coalitionId, id: memberId } } }),
  ])
  const inForce = termsInForce(agreement, now)
  const acceptedBy = agreement.versions.find(({ terms }) => terms.id === inForce?.id)?.acceptedBy
  if (member?.status === 'SUSPENDED' && inForce && !acceptedBy?.has(memberId))
    throw new TermsNotAcceptedError(inForce.id, { path: ['memberId'] })
}
