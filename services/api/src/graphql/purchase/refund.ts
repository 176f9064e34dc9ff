import {
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NotFoundError,
  RefundExceedsPurchaseError,
} from '@artel/ledger'
import { refundPurchase } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { Money, MoneyInput, type MoneyShape, moneyOf } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { RECORDED_BY } from './acting-person.ts'
import { Purchase, PurchaseBy, purchaseBy } from './purchase.ts'

interface RefundLineShape {
  readonly ref: string
  readonly amount: MoneyShape
}

const RefundLine = builder.objectRef<RefundLineShape>('RefundLine').implement({
  description: 'What was refunded of one line.',
  fields: (t) => ({
    ref: t.exposeString('ref', { description: "The member's own name of the line." }),
    amount: t.expose('amount', { type: Money, description: 'How much of it.' }),
  }),
})

export const Refund = builder.prismaObject('Refund', {
  description: 'A part of a bill undone.',
  fields: (t) => ({
    purchase: t.field({
      type: Purchase,
      description: 'The purchase it undoes.',
      resolve: async ({ coalitionId, purchaseId }, _args, { loaders }) =>
        present(await loaders.purchase({ coalitionId, id: purchaseId })),
    }),
    amount: t.field({
      type: Money,
      description: 'Part of the bill undone.',
      resolve: (row, _args, context) => moneyOf(context, row.coalitionId, row.amountMinor),
    }),
    moneyPart: t.field({
      type: Money,
      description: 'Part that goes back in money; the rest came back as points.',
      resolve: (row, _args, context) => moneyOf(context, row.coalitionId, row.moneyMinor),
    }),
    pointsReturned: t.expose('pointsReturned', {
      type: 'Points',
      description: 'Redeemed points returned to the customer.',
    }),
    pointsClaimed: t.expose('pointsClaimed', {
      type: 'Points',
      description:
        'Of `pointsReturned`, those that went on at once to refunds of the sales that had earned them: the customer has them no more.',
    }),
    pointsRecovered: t.expose('pointsRecovered', {
      type: 'Points',
      description: 'Earned points taken back.',
    }),
    pointsExpired: t.expose('pointsExpired', {
      type: 'Points',
      description:
        'Earned points that had expired unspent: nobody owes them and nobody is credited for them.',
    }),
    pointsToDebt: t.expose('pointsToDebt', {
      type: 'Points',
      description: 'Earned points spent or held elsewhere that the customer owes until they come back.',
    }),
    pointsBorne: t.expose('pointsBorne', {
      type: 'Points',
      description: 'Earned points spent or held elsewhere that the issuer pays for until they come back.',
    }),
    reason: t.exposeString('reason', { description: 'Why, in the words of the member.' }),
    lines: t.field({
      type: [RefundLine],
      description: 'By line, when refunded by line.',
      resolve: (row, _args, context) =>
        Promise.all(
          (row.lines as { ref: string; amountMinor: string }[]).map(async ({ ref, amountMinor }) => ({
            ref,
            amount: await moneyOf(context, row.coalitionId, BigInt(amountMinor)),
          })),
        ),
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    recordedBy: t.field(RECORDED_BY),
  }),
})
publicNode(Refund)

builder.prismaObjectField('Purchase', 'refunds', (t) =>
  t.field({
    type: [Refund],
    description: 'Its refunds, oldest first.',
    resolve: async ({ coalitionId, id }, _args, { loaders, principal }) =>
      visibleTo(principal).refund ? ((await loaders.refundsOfPurchase({ coalitionId, id })) ?? []) : [],
  }),
)

const RefundLineInput = builder.inputType('RefundLineInput', {
  description: 'A line to refund.',
  fields: (t) => ({
    ref: t.string({ required: true, description: "The member's own name of the line." }),
    amount: t.field({
      type: MoneyInput,
      description: 'How much of it; defaults to all that is left of the line.',
    }),
  }),
})

const PurchaseRefundInput = builder.inputType('PurchaseRefundInput', {
  description: 'What to undo of a purchase: at most one of amount and lines; neither = all that is left.',
  fields: (t) => ({
    purchase: t.field({ type: PurchaseBy, required: true, description: 'Which purchase.' }),
    amount: t.field({ type: MoneyInput, description: 'How much of the bill.' }),
    lines: t.field({ type: [RefundLineInput], description: 'Which lines, and how much of each.' }),
    reason: t.string({ required: true, defaultValue: '', description: 'Why, in the words of the member.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const PurchaseRefundPayload = builder
  .objectRef<Awaited<ReturnType<typeof refundPurchase>>>('PurchaseRefundPayload')
  .implement({
    description: 'The refund as recorded.',
    fields: (t) => ({
      refund: t.expose('refund', { type: Refund, description: 'The refund.' }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        description: "The customer's balance after it.",
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('purchaseRefund', (t) =>
  t.field({
    type: PurchaseRefundPayload,
    description:
      'Undoes a part or all that is left of a purchase of the calling member, points and money alike.',
    errors: {
      types: [NotFoundError, MemberNotActiveError, RefundExceedsPurchaseError, IdempotencyKeyMismatchError],
    },
    args: { input: t.arg({ type: PurchaseRefundInput, required: true, description: 'What to undo.' }) },
    resolve: (_root, { input }, context) =>
      refundPurchase(verbContext(context), {
        ...given(input),
        purchase: purchaseBy(input.purchase),
      }),
  }),
)
