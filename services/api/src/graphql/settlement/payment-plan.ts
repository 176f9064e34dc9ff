import { sumOf } from '@artel/store'
import { decodePublicId, encodePublicId, legStatus, paidOf } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { Affiliate } from '../affiliate/affiliate.ts'
import { Member } from '../member/member.ts'
import { actorId } from '../vocabulary/actor-id.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money, moneyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { PaymentReversal } from './payment-reversal.ts'

export const PlanMethod = builder.enumType('PlanMethod', {
  description: 'How money goes from debtors to creditors.',
  values: {
    HUB: { description: "Debtors pay the coalition's account, creditors are paid from it." },
    PEER: { description: 'Members pay each other.' },
  } as const,
})

const PaymentLegStatus = builder.enumType('PaymentLegStatus', {
  description: 'How far a payment is made.',
  values: {
    OPEN: { description: 'Nothing yet.' },
    PARTIAL: { description: 'In part.' },
    PAID: { description: 'All of it.' },
    RECEIVABLE: { description: 'Missed; a later plan asks for what is left.' },
  } as const,
})

/** A leg as a plan proposes it. */
interface PlannedLeg {
  readonly coalitionId: string
  readonly legNo: number
  readonly payerId: string
  readonly payeeId: string
  readonly amount: string
  readonly reference: string
}

const PlannedPayment = builder.objectRef<PlannedLeg>('PlannedPayment').implement({
  description:
    'One payment of a plan. A party that is null is the coalition, or an affiliate where there is one.',
  fields: (t) => ({
    legNo: t.exposeInt('legNo', { description: 'Place in the plan, from 1.' }),
    payer: t.field({
      type: Member,
      nullable: true,
      description: 'Who pays.',
      resolve: ({ coalitionId, payerId }, _args, { loaders }) => loaders.member({ coalitionId, id: payerId }),
    }),
    payee: t.field({
      type: Member,
      nullable: true,
      description: 'Who is paid.',
      resolve: ({ coalitionId, payeeId }, _args, { loaders }) => loaders.member({ coalitionId, id: payeeId }),
    }),
    payeeAffiliate: t.field({
      type: Affiliate,
      nullable: true,
      description: 'Who is paid, where it is an affiliate; null where it is a member or the coalition.',
      resolve: ({ coalitionId, payeeId }, _args, { loaders }) =>
        loaders.affiliate({ coalitionId, id: payeeId }),
    }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ coalitionId, amount }, _args, context) => moneyOf(context, coalitionId, BigInt(amount)),
    }),
    reference: t.exposeString('reference', { description: "What the payment's purpose must quote." }),
  }),
})

interface Carried {
  readonly coalitionId: string
  readonly memberId: string
  readonly amount: string
}

const CarriedNet = builder.objectRef<Carried>('CarriedNet').implement({
  description: 'A net below the smallest payment of its member.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: 'Whose it is.',
      resolve: ({ coalitionId, memberId }, _args, { loaders }) =>
        loaders.member({ coalitionId, id: memberId }),
    }),
    affiliate: t.field({
      type: Affiliate,
      nullable: true,
      description: 'Whose it is, where it is an affiliate.',
      resolve: ({ coalitionId, memberId }, _args, { loaders }) =>
        loaders.affiliate({ coalitionId, id: memberId }),
    }),
    amount: t.field({
      type: Money,
      description: 'Positive: the member owes.',
      resolve: ({ coalitionId, amount }, _args, context) => moneyOf(context, coalitionId, BigInt(amount)),
    }),
  }),
})

builder.prismaObject('PlanApproval', {
  description: "One person's yes to a plan.",
  fields: (t) => ({
    approvedById: t.id({
      description: 'The person who approved.',
      resolve: ({ coalitionId, approvedById }, _args, context) => actorId(context, coalitionId, approvedById),
    }),
    approvedAt: t.expose('approvedAt', { type: 'DateTime', description: 'When.' }),
  }),
})

export const PaymentPlan = builder.prismaObject('Plan', {
  name: 'PaymentPlan',
  description: 'Who pays whom to settle a window, as proposed. A changed plan is another one.',
  fields: (t) => ({
    windowNo: t.exposeInt('windowNo', { description: 'Number of the window.' }),
    planNo: t.exposeInt('planNo', { description: 'From 1; the last plan of a window counts.' }),
    method: t.field({
      type: PlanMethod,
      description: 'How money goes.',
      resolve: ({ method }) => method as typeof PlanMethod.$inferType,
    }),
    hash: t.exposeString('hash', { description: 'SHA-256 of the plan, hex: what an approval binds to.' }),
    total: t.field({
      type: Money,
      description: 'What all payments move.',
      resolve: ({ coalitionId, totalMinor }, _args, context) =>
        moneyOf(context, coalitionId, sumOf(totalMinor)),
    }),
    payments: t.field({
      type: [PlannedPayment],
      description: 'The payments.',
      resolve: ({ coalitionId, legs }) =>
        (legs as unknown as Omit<PlannedLeg, 'coalitionId'>[]).map((leg) => ({ ...leg, coalitionId })),
    }),
    carried: t.field({
      type: [CarriedNet],
      description: 'What is too small to be paid now, left for a later window.',
      resolve: ({ coalitionId, carried }) =>
        (carried as unknown as Omit<Carried, 'coalitionId'>[]).map((one) => ({ ...one, coalitionId })),
    }),
    proposedById: t.id({
      description: 'The person who proposed it.',
      resolve: ({ coalitionId, proposedById }, _args, context) => actorId(context, coalitionId, proposedById),
    }),
    proposedAt: t.expose('proposedAt', { type: 'DateTime', description: 'When it was proposed.' }),
    approvals: t.relation('approvals', { description: 'Who approved it.' }),
  }),
})
publicNode(PaymentPlan)

export const SettlementPayment = builder.prismaObject('Payment', {
  name: 'SettlementPayment',
  description: 'Money that changed hands outside, as recorded.',
  fields: (t) => ({
    leg: t.relation('leg', { description: 'What it pays.' }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ coalitionId, amountMinor }, _args, context) => moneyOf(context, coalitionId, amountMinor),
    }),
    paidOn: t.string({
      description: 'ISO date on which the money moved.',
      resolve: ({ paidOn }) => paidOn.toISOString().slice(0, 10),
    }),
    entryId: t.id({ description: 'Its entry.', resolve: ({ entryId }) => encodePublicId('entry', entryId) }),
    source: t.exposeString('source', { description: 'MANUAL, or BANK: a line of an imported statement.' }),
    note: t.exposeString('note', { description: 'A note, or the purpose from the bank.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    reversal: t.relation('reversal', {
      type: PaymentReversal,
      nullable: true,
      description: 'What took it back; null while it counts.',
    }),
  }),
})
publicNode(SettlementPayment)

export const PaymentLeg = builder.prismaObject('PaymentLeg', {
  description:
    'A payment of an approved plan, and how far it is made. A party that is null is the coalition, or an affiliate where there is one.',
  fields: (t) => ({
    windowNo: t.exposeInt('windowNo', { description: 'Number of the window.' }),
    legNo: t.exposeInt('legNo', { description: 'Place in the plan, from 1.' }),
    payer: t.field({
      type: Member,
      nullable: true,
      description: 'Who pays.',
      resolve: ({ coalitionId, payerId }, _args, { loaders }) => loaders.member({ coalitionId, id: payerId }),
    }),
    payee: t.field({
      type: Member,
      nullable: true,
      description: 'Who is paid.',
      resolve: ({ coalitionId, payeeId }, _args, { loaders }) => loaders.member({ coalitionId, id: payeeId }),
    }),
    payeeAffiliate: t.field({
      type: Affiliate,
      nullable: true,
      description: 'Who is paid, where it is an affiliate; null where it is a member or the coalition.',
      resolve: ({ coalitionId, payeeId }, _args, { loaders }) =>
        loaders.affiliate({ coalitionId, id: payeeId }),
    }),
    amount: t.field({
      type: Money,
      description: 'How much is to be paid.',
      resolve: ({ coalitionId, amountMinor }, _args, context) =>
        moneyOf(context, coalitionId, sumOf(amountMinor)),
    }),
    paid: t.field({
      type: Money,
      description: 'How much was paid and not taken back, more than asked for too.',
      select: { payments: { include: { reversal: true } } },
      resolve: (leg, _args, context) => moneyOf(context, leg.coalitionId, paidOf(leg)),
    }),
    status: t.field({
      type: PaymentLegStatus,
      description: 'How far it is made.',
      select: { payments: { include: { reversal: true } } },
      resolve: (leg) => legStatus(leg),
    }),
    payments: t.relation('payments', {
      query: { orderBy: { id: 'asc' } },
      description: 'What was recorded as paid, in that order, also what was taken back.',
    }),
    reference: t.exposeString('reference', { description: "What the payment's purpose must quote." }),
    dueOn: t.string({
      description: 'ISO date by which it is due.',
      resolve: ({ dueOn }) => dueOn.toISOString().slice(0, 10),
    }),
  }),
})
publicNode(PaymentLeg)

const PaymentPlansConnection = builder.connectionObject(
  { type: PaymentPlan, name: 'PaymentPlansConnection' },
  { name: 'PaymentPlansConnectionEdge' },
)
const PaymentLegsConnection = builder.connectionObject(
  { type: PaymentLeg, name: 'PaymentLegsConnection' },
  { name: 'PaymentLegsConnectionEdge' },
)

builder.queryFields((t) => ({
  paymentPlans: t.field({
    type: PaymentPlansConnection,
    description: 'Plans, newest first, for administrators and auditors.',
    args: { windowNo: t.arg.int({ description: 'Only those of this window.' }), ...pageArgs() },
    resolve: async (_root, { windowNo, ...args }, context) => {
      const after = readCursor(args, (cursor) => decodePublicId('plan', cursor))
      const where = visibleTo(context.principal).plan
      const rows = where
        ? await storeOf(context).prisma.plan.findMany({
            where: { AND: [where, windowNo == null ? {} : { windowNo }, after ? { id: { lt: after } } : {}] },
            orderBy: { id: 'desc' },
            take: pageSize(args) + 1,
          })
        : []
      return toPage(rows, args, ({ id }) => encodePublicId('plan', id))
    },
  }),
  paymentLegs: t.field({
    type: PaymentLegsConnection,
    description: 'Payments of approved plans, newest first: all for administrators, its own for a member.',
    args: {
      windowNo: t.arg.int({ description: 'Only those of this window.' }),
      memberId: t.arg.id({ description: 'Only those that this member pays or is paid.' }),
      ...pageArgs(),
    },
    resolve: async (_root, { windowNo, memberId, ...args }, context) => {
      const after = readCursor(args, (cursor) => decodePublicId('paymentLeg', cursor))
      const where = visibleTo(context.principal).paymentLeg
      const party = memberId == null ? null : uuidOf('member', memberId, ['memberId'])
      const asked = {
        ...(windowNo == null ? {} : { windowNo }),
        ...(party === null ? {} : { OR: [{ payerId: party }, { payeeId: party }] }),
      }
      const rows = where
        ? await storeOf(context).prisma.paymentLeg.findMany({
            where: { AND: [where, asked, after ? { id: { lt: after } } : {}] },
            include: { payments: { include: { reversal: true } } },
            orderBy: { id: 'desc' },
            take: pageSize(args) + 1,
          })
        : []
      return toPage(rows, args, ({ id }) => encodePublicId('paymentLeg', id))
    },
  }),
}))
