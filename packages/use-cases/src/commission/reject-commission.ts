import { CommissionStatusError, minor } from '@artel/ledger'
import type { Commission } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkText } from '../input/text.ts'
import { bookCommissions } from './book-commissions.ts'
import { decideCommission } from './decide-commission.ts'
import { lessenCommissions } from './lessen-commissions.ts'

export interface RejectCommissionInput {
  readonly id: string
  /** Why, for the audit log: 1 to 500 characters, no customer's name. */
  readonly reason: string
}

const MAX_REASON_LENGTH = 500

/**
 * Takes a commission away. Of its payer, scope `settlement:accept`: one that is pending is REJECTED. Of an administrator with
 * `settlement:approve` also one that is in the books: it is REVERSED in the open window, as far as its payee has it. What is taken away
 * already changes nothing. Throws NotFoundError, CommissionStatusError, InvalidInputError, MemberNotActiveError.
 */
export async function rejectCommission(
  context: Context,
  input: RejectCommissionInput,
): Promise<{ readonly commission: Commission }> {
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'settlement:accept', admin: 'settlement:approve', verb: 'rejectCommission' },
  })
  const { coalitionId } = caller
  const reason = checkText(['reason'], input.reason, MAX_REASON_LENGTH)
  const own = caller.kind === 'member' ? { memberId: caller.memberId } : {}
  return decideCommission(context, { coalitionId, ...own, id: input.id }, async (client, { row, now }) => {
    const { id, status, payerId } = row
    if (status === 'REJECTED' || status === 'REVERSED') return
    if (caller.kind === 'member' && status !== 'PENDING')
      throw new CommissionStatusError({ commissionStatus: status as 'APPROVED' })
    const rejection = { commissionId: id, refundId: null, moneyLeft: minor(0n) }
    await lessenCommissions(client, coalitionId, { lessenings: [rejection], at: now })
    await recordActIn(context, client, {
      ...{ act: 'commissionReject', coalitionId, memberId: payerId, subject: { type: 'commission', id } },
      details: { amountMinor: row.amount, reason },
    })
    await bookCommissions(client, coalitionId, { commissionIds: [id], at: now })
  })
}
