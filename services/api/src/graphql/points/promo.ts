import {
  AwardLimitReachedError,
  CreditLimitReachedError,
  CustomerClosedError,
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NotFoundError,
  PersonRequiredError,
  PromoFundShortError,
} from '@artel/ledger'
import { awardPromo } from '@artel/use-cases'
import { coalitionIdOf, verbContext } from '../../context.ts'
import { ActivityEntry, activityEntryOf } from '../customer/activity.ts'
import { Customer, CustomerBy, customerBy } from '../customer/customer.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { Adjustment } from './adjustment.ts'

const PromoPayerInput = builder.inputType('PromoPayerInput', {
  description: 'A member that pays for promo points, or for a share of them.',
  fields: (t) => ({
    memberId: t.id({ required: true, description: 'Id of the member.' }),
    share: t.int({
      required: true,
      defaultValue: 1,
      description: "Its share relative to the other payers', 1 to 10 000.",
    }),
  }),
})

const PromoAwardInput = builder.inputType('PromoAwardInput', {
  description: 'Promo points to issue.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who gets them.' }),
    points: t.field({ type: 'Points', required: true, description: 'How many, 1 or more.' }),
    payers: t.field({
      type: [PromoPayerInput],
      description: 'Who pays: administrators name 1 to 20 members, a member pays alone.',
    }),
    fromPromoFund: t.boolean({
      required: true,
      defaultValue: false,
      description:
        "The coalition's promo fund pays, in place of members: for administrators, up to its balance.",
    }),
    expiresInDays: t.int({
      description: "Days until they run out, 1 to 3650; by the payer's terms when left out.",
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const PromoAwardPayload = builder
  .objectRef<Awaited<ReturnType<typeof awardPromo>>>('PromoAwardPayload')
  .implement({
    description: 'The promo points as issued, or what waits for a second person.',
    fields: (t) => ({
      customer: t.field({
        type: Customer,
        description: 'Who got them.',
        resolve: async ({ customerId: id }, _args, context) =>
          present(await context.loaders.customer({ coalitionId: coalitionIdOf(context), id })),
      }),
      points: t.expose('points', {
        type: 'Points',
        description: 'How many were issued in all; 0 while it waits for a second person.',
      }),
      entries: t.field({
        type: [ActivityEntry],
        description: "One for each payer, with its part; of no member for the promo fund's.",
        resolve: ({ entries }) => entries.map(activityEntryOf),
      }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        nullable: true,
        description: "The customer's balance after it; null while it waits for a second person.",
      }),
      adjustment: t.expose('adjustment', {
        type: Adjustment,
        nullable: true,
        description:
          "Of an award above the coalition's limit: what a second person approves by adjustmentApprove. Null for all others.",
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('promoAward', (t) =>
  t.field({
    type: PromoAwardPayload,
    description:
      "Issues promo points to a customer at the cost of one member, or of several by their shares, within the credit limit of each; or of the coalition's promo fund, up to its balance. Above the coalition's limit it waits until a second person approves.",
    errors: {
      types: [
        PersonRequiredError,
        NotFoundError,
        MemberNotActiveError,
        CustomerClosedError,
        CreditLimitReachedError,
        AwardLimitReachedError,
        PromoFundShortError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: PromoAwardInput, required: true, description: 'The points.' }) },
    resolve: (_root, { input }, context) => {
      const payers = input.payers?.map(({ memberId, share }, index) => ({
        memberId: uuidOf('member', memberId, ['payers', String(index), 'memberId']),
        share,
      }))
      return awardPromo(verbContext(context), {
        ...given(input),
        customer: customerBy(input.customer),
        payers: payers ?? null,
      })
    },
  }),
)
