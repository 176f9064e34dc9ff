import { micros, points } from '@artel/ledger'
import { patiently, type Store } from '@artel/store'
import type { Member } from '@artel/store/prisma'
import { forgetParticipation, loadParticipation } from './agreement.ts'
import { requireAdmin } from './authorise.ts'
import { changeMemberStatus } from './change-member-status.ts'
import { MemberHasObligationsError } from './errors/member.ts'
import { checkId } from './input/text.ts'
import type { Context } from './principal.ts'

/**
 * Closes a member for good, once it owes nothing and nothing is owed to it: none of its points outstanding, its
 * position zero, no open hold of its own. Closing twice changes nothing. Administrators only.
 * Throws NotFoundError and MemberHasObligationsError.
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
  await refuseWithObligations(store, owner)
  const step = { ...owner, event: 'member.closed' } as const
  const closed = await changeMemberStatus(context, {
    ...step,
    from: ['INVITED', 'ACTIVE', 'SUSPENDED'],
    to: 'CLOSED',
  })
  return { member: closed }
}

async function refuseWithObligations(
  store: Store,
  owner: { readonly coalitionId: string; readonly memberId: string },
): Promise<void> {
  const { coalitionId, memberId } = owner
  const { rows } = await store.pool.query<{ outstanding: string; clearing: string; holds: string }>(
    patiently({
      name: 'artel_member_obligations',
      text: `select
      (select coalesce(sum(remaining), 0)::text from lot
        where coalition_id = $1 and issuer_id = $2 and open) as outstanding,
      ((select coalesce(sum(amount), 0) from transfer
          where coalition_id = $1 and debit_kind = 'CLEARING' and debit_owner_id = $2)
        - (select coalesce(sum(amount), 0) from transfer
          where coalition_id = $1 and credit_kind = 'CLEARING' and credit_owner_id = $2))::text as clearing,
      (select count(*)::text from hold
        where coalition_id = $1 and member_id = $2 and status = 'OPEN') as holds`,
      values: [coalitionId, memberId],
    }),
  )
  const owed = {
    outstandingPoints: points(BigInt(rows[0]?.outstanding ?? '0')),
    clearingMicros: micros(BigInt(rows[0]?.clearing ?? '0')),
    openHolds: BigInt(rows[0]?.holds ?? '0'),
  }
  if (owed.outstandingPoints !== 0n || owed.clearingMicros !== 0n || owed.openHolds !== 0n)
    throw new MemberHasObligationsError(owed)
}
