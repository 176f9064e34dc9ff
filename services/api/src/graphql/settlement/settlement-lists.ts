import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Dispute } from './dispute.ts'
import { SettlementPayment } from './payment-plan.ts'

const DisputesFilter = builder.inputType('DisputesFilter', {
  description: 'Which disputes: those that meet all that is given.',
  fields: (t) => ({
    windowNo: t.int({ description: 'Only those of this window.' }),
    memberId: t.id({ description: 'Only those that this member opened.' }),
    isOpen: t.boolean({ description: 'true: only those without an outcome; false: only those with one.' }),
  }),
})

const DisputesConnection = builder.connectionObject(
  { type: Dispute, name: 'DisputesConnection' },
  { name: 'DisputesConnectionEdge' },
)

const PaymentsFilter = builder.inputType('PaymentsFilter', {
  description: 'Which payments: those that meet all that is given.',
  fields: (t) => ({
    windowNo: t.int({ description: 'Only those that settle this window.' }),
    isReversed: t.boolean({ description: 'true: only those that were taken back; false: only the others.' }),
  }),
})

const PaymentsConnection = builder.connectionObject(
  { type: SettlementPayment, name: 'SettlementPaymentsConnection' },
  { name: 'SettlementPaymentsConnectionEdge' },
)

builder.queryFields((t) => ({
  disputes: t.field({
    type: DisputesConnection,
    description: 'Disputes, newest first: all for administrators and auditors, its own for a member.',
    args: {
      filter: t.arg({ type: DisputesFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).dispute
      const { windowNo, memberId, isOpen } = filter ?? {}
      const asked = {
        ...(windowNo == null ? {} : { windowNo }),
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['filter', 'memberId']) }),
        ...(isOpen == null ? {} : { resolution: isOpen ? { is: null } : { isNot: null } }),
      }
      return idPage(args, 'dispute', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.dispute.findMany({ ...range, where: { AND: [where, asked, beyond] } })
          : [],
      )
    },
  }),
  settlementPayments: t.field({
    type: PaymentsConnection,
    description:
      'Payments as recorded, newest first: all for administrators and auditors, those that it made or got for a member.',
    args: {
      filter: t.arg({ type: PaymentsFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).payment
      const { windowNo, isReversed } = filter ?? {}
      const asked = {
        ...(windowNo == null ? {} : { leg: { windowNo } }),
        ...(isReversed == null ? {} : { reversal: isReversed ? { isNot: null } : { is: null } }),
      }
      return idPage(args, 'payment', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.payment.findMany({
              ...range,
              where: { AND: [where, asked, beyond] },
              include: { leg: true, reversal: true },
            })
          : [],
      )
    },
  }),
}))
