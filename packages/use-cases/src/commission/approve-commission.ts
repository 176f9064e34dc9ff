import { CommissionNotDueError, CommissionStatusError } from '@artel/ledger'
import { commissionFromJson } from '@artel/rules'
import { changeCommissions, signCommission, type TransactionClient } from '@artel/store'
import type { Commission } from '@artel/store/prisma'
import { actorOf, requirePerson } from '../access/actor.ts'
import { requireMember } from '../access/authorise.ts'
import type { Context, MemberPrincipal } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { bookCommissions } from './book-commissions.ts'
import { approved } from './commission-due.ts'
import { type CommissionAtHand, decideCommission } from './decide-commission.ts'
import { takeRefundsOff } from './lessen-commissions.ts'

/**
 * The payer's yes to a commission that is due: it goes into the books. Above what the programme says it takes two people: the first yes is
 * written down, another person's makes it money. What is approved already, or has this person's yes, changes nothing. Scope `settlement:accept`. Throws
 * NotFoundError, CommissionStatusError, CommissionNotDueError, PersonRequiredError, MemberNotActiveError.
 */
export async function approveCommission(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly commission: Commission }> {
  const caller = requireMember(context.principal, 'settlement:accept', 'approveCommission')
  return decideCommission(context, { ...caller, id }, (client, at) => approve(context, client, caller, at))
}

async function approve(
  context: Context,
  client: TransactionClient,
  caller: MemberPrincipal,
  { row, now, today }: CommissionAtHand,
): Promise<void> {
  const { coalitionId, memberId } = caller
  const { id, status, dueOn, proposedById } = row
  if (status === 'APPROVED' || status === 'STATED' || status === 'PAID') return
  if (status !== 'PENDING') throw new CommissionStatusError({ commissionStatus: status as 'REJECTED' })
  if (today < dueOn) throw new CommissionNotDueError({ dueOn })
  const [left = row] = await takeRefundsOff(client, coalitionId, { commissionIds: [id], at: now })
  const { amount } = left
  const { twoPeopleAboveMinor: above } = commissionFromJson(JSON.parse(row.definition)).approval
  const takesTwo = above !== null && amount > above
  const by = takesTwo ? requirePerson(caller) : actorOf(caller)
  if (takesTwo && proposedById === by) return
  const isDone = !takesTwo || proposedById !== null
  // Where a refund has brought it within what one person may approve, who said yes before is no longer one of two.
  const signed = {
    proposedById: !takesTwo ? null : isDone ? proposedById : by,
    ...{ approvedById: isDone ? by : null, at: now },
  }
  await signCommission(client, { coalitionId, id }, signed)
  if (isDone) await changeCommissions(client, coalitionId, { rows: [approved(left)], at: now })
  await recordActIn(context, client, {
    ...{ act: 'commissionApprove', coalitionId, memberId, subject: { type: 'commission', id } },
    details: { amountMinor: amount, isDone },
  })
  if (isDone) await bookCommissions(client, coalitionId, { commissionIds: [id], at: now })
}
