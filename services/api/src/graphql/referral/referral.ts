import {
  AlreadyBoughtError,
  AlreadyReferredError,
  CustomerClosedError,
  MemberNotActiveError,
  NotFoundError,
  OwnReferralError,
  points,
} from '@artel/ledger'
import {
  type BoundReferral,
  bindReferral,
  type CustomerReferral,
  referralAddress,
  toldOfMember,
} from '@artel/use-cases'
import { knowsCustomer } from '../../auth/knows-customer.ts'
import { seesWalletOf } from '../../auth/visible.ts'
import { type ApiContext, verbContext } from '../../context.ts'
import { atMember } from '../../loaders/at-member.ts'
import { Customer, CustomerBy, customerBy } from '../customer/customer.ts'
import { builder } from '../vocabulary/builder.ts'
import { present } from '../vocabulary/present.ts'

const Referral = builder.objectRef<CustomerReferral>('Referral').implement({
  description:
    'How a customer recommends the programme, and what came of it. Whom it brought is told to nobody.',
  fields: (t) => ({
    code: t.exposeString('code', {
      nullable: true,
      description:
        'Its code, to be said, shown or typed: ten symbols, the last of which checks the others. Null for a customer that is CLOSED.',
    }),
    url: t.string({
      nullable: true,
      description:
        'The address of the code, which leads to a page of the member that enrolled the customer; null where that member has none.',
      resolve: ({ code, hasPage }, _args, { publicUrl }) =>
        code !== null && hasPage ? referralAddress(code, publicUrl) : null,
    }),
    friends: t.exposeInt('friends', {
      description: 'How many customers it brought; of a member and its tokens those who said so there.',
    }),
    waiting: t.exposeInt('waiting', {
      description: 'For how many of them no rule has given it anything yet.',
    }),
    points: t.field({
      type: 'Points',
      description:
        'What rules gave it for them, less what was taken back; of a member and its tokens at that member.',
      resolve: ({ points: given }) => points(given),
    }),
    isReferred: t.exposeBoolean('isReferred', {
      description: 'Whether it was brought by another customer itself.',
    }),
  }),
})

builder.prismaObjectField(Customer, 'referral', (t) =>
  t.field({
    type: Referral,
    nullable: true,
    description:
      'How it recommends the programme, and what came of it: at the member for a member, and for a token that it issued. Null for who does not see its points, and for a member that has not dealt with it.',
    resolve: ({ coalitionId, id }, _args, context) => referralOf(context, { coalitionId, id }),
  }),
)

/** A page shows its customer the code whoever enrolled it: it is made to be said. A member sees it of those it deals with. */
async function referralOf(context: ApiContext, customer: { coalitionId: string; id: string }) {
  const { loaders, principal } = context
  if (!seesWalletOf(principal, customer)) return null
  if (principal.kind !== 'customer' && !(await knowsCustomer(context, customer))) return null
  const { coalitionId, id } = customer
  return loaders.referralOfCustomer({ coalitionId, id: atMember(toldOfMember(principal), id) })
}

const ReferralBindInput = builder.inputType('ReferralBindInput', {
  description: 'A customer who was brought by another.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who was brought.' }),
    code: t.string({
      required: true,
      description: 'The code of who recommended the programme, as it was said, shown or typed.',
    }),
  }),
})

const ReferralBindPayload = builder.objectRef<BoundReferral>('ReferralBindPayload').implement({
  description: 'The customer as bound, for good.',
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      description: 'Who was brought.',
      resolve: async ({ coalitionId, friendId }, _args, { loaders }) =>
        present(await loaders.customer({ coalitionId, id: friendId })),
    }),
    boundAt: t.expose('boundAt', { type: 'DateTime', description: 'When it was written down.' }),
  }),
})

builder.mutationField('referralBind', (t) =>
  t.field({
    type: ReferralBindPayload,
    description:
      "Writes down that a customer was brought by another, by the other's code: before the customer's first purchase, and for good.",
    errors: {
      types: [
        ...[NotFoundError, MemberNotActiveError, CustomerClosedError],
        ...[OwnReferralError, AlreadyReferredError, AlreadyBoughtError],
      ],
    },
    args: { input: t.arg({ type: ReferralBindInput, required: true, description: 'Who, by which code.' }) },
    resolve: (_root, { input }, context) =>
      bindReferral(verbContext(context), { code: input.code, customer: customerBy(input.customer) }),
  }),
)
