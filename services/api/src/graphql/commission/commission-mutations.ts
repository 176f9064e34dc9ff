import {
  CommissionNotDueError,
  CommissionStatusError,
  MemberNotActiveError,
  NotFoundError,
  PersonRequiredError,
} from '@artel/ledger'
import type { Commission as CommissionRow } from '@artel/store/prisma'
import { approveCommission, rejectCommission } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Commission } from './commission.ts'

const CommissionPayload = builder
  .objectRef<{ readonly commission: CommissionRow }>('CommissionPayload')
  .implement({
    description: 'The commission as it is now.',
    fields: (t) => ({
      commission: t.expose('commission', { type: Commission, description: 'The commission.' }),
    }),
  })

const CommissionApproveInput = builder.inputType('CommissionApproveInput', {
  description: 'A commission to approve.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the commission.' }) }),
})

const CommissionRejectInput = builder.inputType('CommissionRejectInput', {
  description: 'A commission to take away.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the commission.' }),
    reason: t.string({ required: true, description: "Why: 1 to 500 characters, and no customer's name." }),
  }),
})

builder.mutationFields((t) => ({
  commissionApprove: t.field({
    type: CommissionPayload,
    description:
      "The payer's yes to a commission that is due: it goes into the books, or waits for a second person where the programme says so. The same person's yes again changes nothing.",
    errors: {
      types: [
        ...[NotFoundError, MemberNotActiveError, CommissionStatusError, CommissionNotDueError],
        PersonRequiredError,
      ],
    },
    args: { input: t.arg({ type: CommissionApproveInput, required: true, description: 'The commission.' }) },
    resolve: (_root, { input }, context) =>
      approveCommission(verbContext(context), { id: uuidOf('commission', input.id, ['id']) }),
  }),
  commissionReject: t.field({
    type: CommissionPayload,
    description:
      'Takes a commission away: of its payer while it is pending, of an administrator also when it is in the books, as far as its payee has it.',
    errors: { types: [NotFoundError, MemberNotActiveError, CommissionStatusError] },
    args: { input: t.arg({ type: CommissionRejectInput, required: true, description: 'The commission.' }) },
    resolve: (_root, { input }, context) =>
      rejectCommission(verbContext(context), {
        id: uuidOf('commission', input.id, ['id']),
        reason: input.reason,
      }),
  }),
}))
