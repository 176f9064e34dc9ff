import {
  AdjustmentNotOpenError,
  ApproverIsProposerError,
  AwardLimitReachedError,
  CreditLimitReachedError,
  CustomerClosedError,
  IdempotencyKeyMismatchError,
  InsufficientPointsError,
  MemberNotActiveError,
  NotFoundError,
  PersonRequiredError,
  PromoFundShortError,
} from '@artel/ledger'
import {
  approveAdjustment,
  decodePublicId,
  encodePublicId,
  proposeAdjustment,
  withdrawAdjustment,
} from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { Customer, CustomerBy, customerBy } from '../customer/customer.ts'
import { Member } from '../member/member.ts'
import { actorId } from '../vocabulary/actor-id.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { AdjustmentStatus } from '../vocabulary/status.ts'

const AdjustmentKind = builder.enumType('AdjustmentKind', {
  description: 'Why points are adjusted by hand.',
  values: {
    CORRECTION: { description: 'Something was recorded wrong.' },
    GOODWILL: { description: 'A kindness, for example after a complaint.' },
    PROMO: { description: "An award of promo points above the coalition's limit; made by promoAward alone." },
  } as const,
})

const AdjustmentPayer = builder
  .objectRef<{ readonly coalitionId: string; readonly memberId: string; readonly share: number }>(
    'AdjustmentPayer',
  )
  .implement({
    description: 'A member that pays for an award, or for a share of it.',
    fields: (t) => ({
      member: t.field({
        type: Member,
        description: 'Who pays.',
        resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
          present(await loaders.member({ coalitionId, id: memberId })),
      }),
      share: t.exposeInt('share', { description: "Relative to the other payers'." }),
    }),
  })

export const Adjustment = builder.prismaObject('Adjustment', {
  description: "Points issued or taken back by hand, in one member's name or the promo fund's.",
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      description: 'Whose balance it changes.',
      resolve: async ({ coalitionId, customerId }, _args, { loaders }) =>
        present(await loaders.customer({ coalitionId, id: customerId })),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "In whose name, and at whose cost; null for the coalition's promo fund.",
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : present(await loaders.member({ coalitionId, id: memberId })),
    }),
    points: t.expose('points', {
      type: 'Points',
      description: 'Signed: above 0 issued, below 0 taken back.',
    }),
    kind: t.field({
      type: AdjustmentKind,
      description: 'Why.',
      resolve: ({ kind }) => kind as typeof AdjustmentKind.$inferType,
    }),
    reason: t.exposeString('reason', { description: 'Why, in words; empty for an award.' }),
    payers: t.field({
      type: [AdjustmentPayer],
      description:
        'Members that pay for an award; empty for one of the promo fund, and for a correction or goodwill, which its member pays.',
      resolve: ({ coalitionId, payers }) =>
        (payers as unknown as readonly { readonly memberId: string; readonly share: number }[] | null)?.map(
          (payer) => ({
            coalitionId,
            ...payer,
          }),
        ) ?? [],
    }),
    expiresInDays: t.exposeInt('expiresInDays', {
      nullable: true,
      description: "Days until an award's points run out; by the payers' terms when null.",
    }),
    status: t.field({
      type: AdjustmentStatus,
      description: 'What became of it.',
      resolve: ({ status }) => status as typeof AdjustmentStatus.$inferType,
    }),
    proposedById: t.id({
      description: 'The person who asked for it, or the API key that acts for nobody.',
      resolve: ({ coalitionId, proposedById }, _args, context) => actorId(context, coalitionId, proposedById),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    approvedById: t.id({
      nullable: true,
      description: 'The person who agreed; null while nobody has, and below the limit.',
      resolve: ({ coalitionId, approvedById }, _args, context) =>
        approvedById && actorId(context, coalitionId, approvedById),
    }),
    approvedAt: t.expose('approvedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was agreed to.',
    }),
    withdrawnAt: t.expose('withdrawnAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back; null = it was not.',
    }),
  }),
})
publicNode(Adjustment)

const AdjustmentsConnection = builder.connectionObject(
  { type: Adjustment, name: 'AdjustmentsConnection' },
  { name: 'AdjustmentsConnectionEdge' },
)

builder.queryField('adjustments', (t) =>
  t.field({
    type: AdjustmentsConnection,
    description: 'Adjustments, newest first: all for administrators, its own for a member.',
    args: {
      status: t.arg({ type: AdjustmentStatus, description: 'Only those of this status.' }),
      ...pageArgs(),
    },
    resolve: async (_root, { status, ...args }, context) => {
      const after = readCursor(args, (cursor) => decodePublicId('adjustment', cursor))
      const size = pageSize(args)
      const where = visibleTo(context.principal).adjustment
      const rows = where
        ? await storeOf(context).prisma.adjustment.findMany({
            where: { AND: [where, status ? { status } : {}, after ? { id: { lt: after } } : {}] },
            orderBy: { id: 'desc' },
            take: size + 1,
          })
        : []
      return toPage(rows, args, (adjustment) => encodePublicId('adjustment', adjustment.id))
    },
  }),
)

const AdjustmentPayload = builder
  .objectRef<Awaited<ReturnType<typeof approveAdjustment>>>('AdjustmentPayload')
  .implement({
    description: 'The adjustment as it is now.',
    fields: (t) => ({
      adjustment: t.expose('adjustment', { type: Adjustment, description: 'The adjustment.' }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        nullable: true,
        description: "The customer's balance after it; null while it waits for a second person.",
      }),
      replayed: replayedField(t),
    }),
  })

const AdjustmentProposeInput = builder.inputType('AdjustmentProposeInput', {
  description: 'Points to issue or take back by hand.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Whose balance changes.' }),
    memberId: t.id({
      description:
        'Administrators name the member, and nobody for an entry of the promo fund; a member is itself.',
    }),
    points: t.field({
      type: 'Points',
      required: true,
      description: 'Above 0 issued; below 0 taken back, from points of this issuer alone.',
    }),
    kind: t.field({ type: AdjustmentKind, required: true, description: 'Why.' }),
    reason: t.string({ required: true, description: 'Why, in words, for those who check the books.' }),
    correctsEntryId: t.id({
      description: 'The entry of an award or adjustment that points are taken back from.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

builder.mutationField('adjustmentPropose', (t) =>
  t.field({
    type: AdjustmentPayload,
    description:
      "Adjusts a customer's points: booked at once up to the coalition's limit, above it once a second person approves; above the member's credit limit, by the terms, once an administrator does.",
    errors: {
      types: [
        PersonRequiredError,
        NotFoundError,
        MemberNotActiveError,
        CustomerClosedError,
        InsufficientPointsError,
        CreditLimitReachedError,
        AwardLimitReachedError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: AdjustmentProposeInput, required: true, description: 'The points.' }) },
    resolve: (_root, { input }, context) =>
      proposeAdjustment(verbContext(context), {
        ...given(input),
        customer: customerBy(input.customer),
        memberId: input.memberId == null ? null : uuidOf('member', input.memberId, ['memberId']),
        correctsEntryId:
          input.correctsEntryId == null ? null : uuidOf('entry', input.correctsEntryId, ['correctsEntryId']),
      }),
  }),
)

const AdjustmentApproveInput = builder.inputType('AdjustmentApproveInput', {
  description: 'The adjustment that a second person agrees to.',
  fields: (t) => ({
    adjustmentId: t.id({ required: true, description: 'Id of the adjustment.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

builder.mutationField('adjustmentApprove', (t) =>
  t.field({
    type: AdjustmentPayload,
    description:
      'Approves a proposed adjustment or award, as another person than proposed it, and books it. An award of several payers needs an administrator.',
    errors: {
      types: [
        PersonRequiredError,
        NotFoundError,
        ApproverIsProposerError,
        AdjustmentNotOpenError,
        MemberNotActiveError,
        CustomerClosedError,
        InsufficientPointsError,
        CreditLimitReachedError,
        PromoFundShortError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: AdjustmentApproveInput, required: true, description: 'The adjustment.' }) },
    resolve: (_root, { input }, context) =>
      approveAdjustment(verbContext(context), {
        ...input,
        adjustmentId: uuidOf('adjustment', input.adjustmentId, ['adjustmentId']),
      }),
  }),
)

const AdjustmentWithdrawInput = builder.inputType('AdjustmentWithdrawInput', {
  description: 'A proposal to take back.',
  fields: (t) => ({
    adjustmentId: t.id({ required: true, description: 'Id of the adjustment.' }),
  }),
})

const AdjustmentWithdrawPayload = builder
  .objectRef<Awaited<ReturnType<typeof withdrawAdjustment>>>('AdjustmentWithdrawPayload')
  .implement({
    description: 'The adjustment as it is now.',
    fields: (t) => ({
      adjustment: t.expose('adjustment', { type: Adjustment, description: 'The adjustment.' }),
    }),
  })

builder.mutationField('adjustmentWithdraw', (t) =>
  t.field({
    type: AdjustmentWithdrawPayload,
    description:
      'Takes a proposed adjustment or award back for good: a member what was proposed in its name, an administrator any. Withdrawing twice changes nothing.',
    errors: { types: [NotFoundError, AdjustmentNotOpenError, MemberNotActiveError] },
    args: { input: t.arg({ type: AdjustmentWithdrawInput, required: true, description: 'The proposal.' }) },
    resolve: (_root, { input: { adjustmentId } }, context) =>
      withdrawAdjustment(verbContext(context), {
        adjustmentId: uuidOf('adjustment', adjustmentId, ['adjustmentId']),
      }),
  }),
)
