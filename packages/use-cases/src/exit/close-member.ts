import { MemberExitIncompleteError, MemberHasObligationsError, micros } from '@artel/ledger'
import { coalitionNow, memberObligations, pendingCommissions, type Store } from '@artel/store'
import type { Member } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { changeMemberStatus } from '../member/change-member-status.ts'
import { forgetParticipation, loadParticipation } from '../terms/agreement.ts'
import { voucherTail } from '../voucher/voucher-tail.ts'
import { readExit } from './read-exit.ts'

/**
 * Closes a member for good. One that has given notice closes when its customers have had their time, its final estimate
 * is made, none of its holds is open, and security covers what its points may still cost: they stay spendable. Without
 * notice it closes only when it owes nothing, is owed nothing and none of its points is out, so that no customer's points
 * are stranded silently. Commissions that are pending and vouchers that can still be used count among what it owes; with notice the security covers them as well, and
 * once it is closed time approves those that it would have. Closing twice changes nothing. Administrators only.
 * Throws NotFoundError, MemberExitIncompleteError and MemberHasObligationsError.
 */
export async function closeMember(
  context: Context,
  input: { readonly memberId: string },
): Promise<{ readonly member: Member }> {
  const { coalitionId } = requireAdmin(context.principal, 'members:write')
  const { store } = context
  const memberId = checkId('member', input.memberId, ['memberId'])
  const owner = { coalitionId, memberId }
  forgetParticipation(store, owner)
  const { member } = await loadParticipation(store, owner)
  if (member.status === 'CLOSED') return { member }
  const step = { ...owner, event: 'member.closed', act: 'memberClose', to: 'CLOSED' } as const
  if (member.status !== 'EXITING') {
    await refuseWithObligations(store, owner)
    return {
      member: await changeMemberStatus(context, { ...step, from: ['INVITED', 'ACTIVE', 'SUSPENDED'] }),
    }
  }
  const now = await coalitionNow(store, coalitionId)
  await refuseIncompleteExit(store, owner, now)
  const closed = await changeMemberStatus(context, { ...step, from: ['EXITING'] })
  const underWay = { ...owner, closedAt: null, withdrawnAt: null }
  await store.prisma.memberExit.updateMany({ where: underWay, data: { closedAt: now } })
  return { member: closed }
}

async function refuseIncompleteExit(
  store: Store,
  owner: { readonly coalitionId: string; readonly memberId: string },
  now: Date,
): Promise<void> {
  const report = await readExit(store, owner, now)
  const missing = report ? report.missing : (['NOTICE'] as const)
  if (missing.length === 0) return
  throw new MemberExitIncompleteError({
    missing,
    guaranteeNeeded: report?.tail.guaranteeNeeded ?? micros(0n),
    redemptionEndsAt: report?.exit.redemptionEndsAt ?? null,
  })
}

async function refuseWithObligations(
  store: Store,
  owner: { readonly coalitionId: string; readonly memberId: string },
): Promise<void> {
  const [owed, commissions, vouchers] = await Promise.all([
    memberObligations(store, owner),
    pendingCommissions(store, owner),
    voucherTail(store, owner),
  ])
  const toCome = commissions + vouchers
  if (owed.outstandingPoints !== 0n || owed.clearing !== 0n || owed.openHolds !== 0 || toCome !== 0n)
    throw new MemberHasObligationsError({ ...owed, clearing: micros(owed.clearing + toCome) })
}
