import { NotFoundError } from '@artel/ledger'
import type { SaleApproval as SaleApprovalRow } from '@artel/store/prisma'
import { approveCreditSale, approveLateSale, readSaleApprovals } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'

const MAX_WAITING = 100

const ApprovalGround = builder.enumType('ApprovalGround', {
  description: "Why a sale needs the coalition's approval.",
  values: {
    LATE: { description: 'It is handed in after the days agreed.' },
    CREDIT: { description: "Its points pass the member's credit limit." },
  } as const,
})

const SaleApproval = builder.objectRef<SaleApprovalRow>('SaleApproval').implement({
  description: 'A sale that the terms alone do not allow, and what the coalition says to it.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Whose sale it is.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    receiptRef: t.exposeString('receiptRef', { description: 'Its receipt.' }),
    ground: t.field({
      type: ApprovalGround,
      description: 'Why it needs approval.',
      resolve: ({ ground }) => ground as typeof ApprovalGround.$inferType,
    }),
    isApproved: t.boolean({
      description: 'Whether it is approved.',
      resolve: ({ status }) => status === 'APPROVED',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was approved.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'Since when it waits.' }),
    approvedAt: t.expose('approvedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was approved.',
    }),
  }),
})

builder.queryField('saleApprovals', (t) =>
  t.field({
    type: [SaleApproval],
    description: 'Sales that wait for approval, oldest first, at most 100. Administrators only.',
    resolve: async (_root, _args, context) => [
      ...(await readSaleApprovals(verbContext(context), MAX_WAITING)),
    ],
  }),
)

const SaleApproveInput = builder.inputType('SaleApproveInput', {
  description: 'A sale to approve. The member sends it again with a new key.',
  fields: (t) => ({
    memberId: t.id({ required: true, description: 'Whose sale it is.' }),
    receiptRef: t.string({ required: true, description: 'Its receipt.' }),
    reason: t.string({ required: true, description: 'Why it is approved.' }),
  }),
})

const SaleApprovePayload = builder
  .objectRef<Awaited<ReturnType<typeof approveLateSale>>>('SaleApprovePayload')
  .implement({
    description: 'The approval as recorded.',
    fields: (t) => ({
      approval: t.expose('approval', { type: SaleApproval, description: 'The approval.' }),
    }),
  })

builder.mutationField('lateSaleApprove', (t) =>
  t.field({
    type: SaleApprovePayload,
    description: 'Lets a member hand one sale in after the days agreed. Administrators only.',
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: SaleApproveInput, required: true, description: 'The sale.' }) },
    resolve: (_root, { input }, context) =>
      approveLateSale(verbContext(context), {
        ...input,
        memberId: uuidOf('member', input.memberId, ['memberId']),
      }),
  }),
)

builder.mutationField('creditSaleApprove', (t) =>
  t.field({
    type: SaleApprovePayload,
    description: "Approves one sale whose points exceed the member's credit limit. Administrators only.",
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: SaleApproveInput, required: true, description: 'The sale.' }) },
    resolve: (_root, { input }, context) =>
      approveCreditSale(verbContext(context), {
        ...input,
        memberId: uuidOf('member', input.memberId, ['memberId']),
      }),
  }),
)
