import { AlreadyExistsError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import type { Customer as CustomerRow } from '@artel/store/prisma'
import {
  type CustomerBy as CustomerByRead,
  decodePublicId,
  encodePublicId,
  enrolCustomer,
  findCustomer,
  maskedEmail,
  maskedPhone,
} from '@artel/use-cases'
import { seesContactsOf, seesPersonOf, seesWalletOf, visibleTo } from '../../auth/visible.ts'
import { type ApiContext, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { clickOf } from '../vocabulary/click.ts'
import { ConsentGivenInput } from '../vocabulary/consent.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs } from '../vocabulary/page.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { activityPage, CustomerActivityConnection } from './activity.ts'
import { Wallet } from './wallet.ts'

const Card = builder.prismaObject('Card', {
  description: "A customer's card.",
  fields: (t) => ({
    number: t.exposeString('number', { description: '16 digits, the last a Luhn check digit.' }),
    status: t.exposeString('status', { description: 'ACTIVE or BLOCKED.' }),
  }),
})

export const Customer = builder.prismaObject('Customer', {
  description:
    'A shopper of the coalition. Personal fields take a member `customers:read`, an administrator `coalition:read`, a customer `wallet:read`, wherever the customer is reached.',
  fields: (t) => ({
    name: t.string({
      description: 'Name for people. Without the scope of personal fields its first letter.',
      resolve: (customer, _args, { principal }) =>
        seesPersonOf(principal, customer) ? customer.name : maskedName(customer.name),
    }),
    phone: t.string({
      nullable: true,
      description:
        'E.164. Masked for everybody but the enrolling member, administrators and the customer; null without the scope.',
      resolve: (customer, _args, { principal }) => {
        if (!seesPersonOf(principal, customer)) return null
        return seesContactsOf(principal, customer) ? customer.phone : maskedPhone(customer.phone)
      },
    }),
    email: t.string({
      nullable: true,
      description:
        'E-mail. Masked for everybody but the enrolling member, administrators and the customer; null without the scope.',
      resolve: (customer, _args, { principal }) => {
        if (!seesPersonOf(principal, customer)) return null
        return seesContactsOf(principal, customer) ? customer.email : maskedEmail(customer.email)
      },
    }),
    birthDate: t.string({
      nullable: true,
      description:
        'ISO date; null when it was not told, and for everybody but the enrolling member, administrators and the customer.',
      resolve: (customer, _args, { principal }) =>
        seesPersonOf(principal, customer) && seesContactsOf(principal, customer)
          ? (customer.birthDate?.toISOString().slice(0, 10) ?? null)
          : null,
    }),
    card: t.field({
      type: Card,
      nullable: true,
      description: 'The card in use; null without the scope of personal fields.',
      select: { cards: { where: { status: 'ACTIVE' }, orderBy: { issuedAt: 'desc' }, take: 1 } },
      resolve: ({ cards, ...customer }, _args, { principal }) =>
        (seesPersonOf(principal, customer) && cards[0]) || null,
    }),
    status: t.exposeString('status', { description: 'ACTIVE or CLOSED.' }),
    mergedIntoId: t.id({
      nullable: true,
      description: 'The customer that this one was merged into; null for all others.',
      resolve: ({ mergedIntoId }) =>
        mergedIntoId === null ? null : encodePublicId('customer', mergedIntoId),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the customer enrolled.' }),
    erasedAt: t.expose('erasedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its personal data was taken away for good; it is CLOSED since. Null for all others.',
    }),
    wallet: t.field({
      type: Wallet,
      description: "The customer's points now.",
      resolve: async (customer, _args, { loaders, principal }) => {
        const { coalitionId, id } = customer
        const wallet = seesWalletOf(principal, customer)
          ? await loaders.walletOfCustomer({ coalitionId, id })
          : null
        if (!wallet) throw new NotFoundError({ what: 'customer' })
        return { ...wallet, coalitionId }
      },
    }),
    activity: t.field({
      type: CustomerActivityConnection,
      description: "Every event of the customer's points, newest first; a member sees those at it.",
      args: pageArgs(),
      resolve: ({ coalitionId, id }, args, context) =>
        activityPage(context, { coalitionId, customerId: id, args }),
    }),
  }),
})
publicNode(Customer)

export const CustomerBy = builder.inputType('CustomerBy', {
  description: 'Names a customer in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Id of the customer.' }),
    phone: t.string({ description: 'Any common notation; normalised to E.164.' }),
    cardNumber: t.string({ description: "Number of one of the customer's cards." }),
    reference: t.string({ description: "The calling member's own id of the customer." }),
  }),
})

/** How a use-case is told which customer; a malformed id is not found. */
export function customerBy(
  by: typeof CustomerBy.$inferInput,
  path: readonly string[] = ['customer', 'id'],
): CustomerByRead {
  if (by.id != null) return { id: uuidOf('customer', by.id, path) }
  if (by.phone != null) return { phone: by.phone }
  if (by.cardNumber != null) return { cardNumber: by.cardNumber }
  return { reference: by.reference ?? '' }
}

builder.queryField('customer', (t) =>
  t.field({
    type: Customer,
    nullable: true,
    description: "A customer; null when there is none in the caller's coalition that the caller may see.",
    args: { by: t.arg({ type: CustomerBy, required: true, description: 'Which customer.' }) },
    resolve: (_root, { by }, context) => readCustomer(context, by),
  }),
)

/** By id, the read joins those of other requests; otherwise the use-case knows how customers are named. */
async function readCustomer(
  context: ApiContext,
  by: typeof CustomerBy.$inferInput,
): Promise<CustomerRow | null> {
  const reach = visibleTo(context.principal).customer
  if (!reach) return null
  const { principal } = context
  const isByDealings = principal.kind === 'member' && principal.status === 'SUSPENDED'
  if (by.id == null || isByDealings) {
    if (by.id != null && decodePublicId('customer', by.id) === undefined) return null
    return findCustomer(verbContext(context), customerBy(by))
  }
  const id = decodePublicId('customer', by.id)
  if (id === undefined || (reach.id !== undefined && reach.id !== id)) return null
  return context.loaders.customer({ coalitionId: reach.coalitionId, id })
}

const CameByInput = builder.inputType('CameByInput', {
  description: 'What brought a customer: the code of a link, or a click of it.',
  isOneOf: true,
  fields: (t) => ({
    code: t.string({
      description: 'The code of the link. One that no running link to the member has is refused.',
    }),
    clickId: t.id({
      description:
        'The click that the site remembered, `clk_...`. One that is not there, or leads to another member, refuses nothing.',
    }),
  }),
})

const CustomerEnrolInput = builder.inputType('CustomerEnrolInput', {
  description: 'A customer to enrol at the calling member.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name for people.' }),
    phone: t.string({ description: 'Any common notation; stored as E.164.' }),
    email: t.string({ description: 'E-mail.' }),
    birthDate: t.string({ description: 'ISO date, from 1900 to today.' }),
    reference: t.string({ description: "The calling member's own id of the customer." }),
    consentVersion: t.string({
      required: true,
      description: 'Version of the text about personal data that the customer agreed to, by your word.',
    }),
    consents: t.field({
      type: [ConsentGivenInput],
      description: 'What the customer agreed to, with its proof: one a purpose.',
    }),
    cameBy: t.field({ type: CameByInput, description: 'What brought the customer here.' }),
    referralCode: t.string({
      description:
        'The referral code of the customer who recommended the programme, as it was said, shown or typed. One that nobody has is refused.',
    }),
  }),
})

const CustomerEnrolPayload = builder
  .objectRef<Awaited<ReturnType<typeof enrolCustomer>>>('CustomerEnrolPayload')
  .implement({
    description: 'The customer as enrolled.',
    fields: (t) => ({ customer: t.expose('customer', { type: Customer, description: 'The customer.' }) }),
  })

builder.mutationField('customerEnrol', (t) =>
  t.field({
    type: CustomerEnrolPayload,
    description: 'Enrols a customer at the calling member, with a card.',
    errors: { types: [AlreadyExistsError, MemberNotActiveError, NotFoundError] },
    args: { input: t.arg({ type: CustomerEnrolInput, required: true, description: 'The customer.' }) },
    resolve: (_root, { input: { cameBy, ...input } }, context) =>
      enrolCustomer(verbContext(context), {
        ...given(input),
        ...(cameBy ? { cameBy: { code: cameBy.code ?? null, clickId: clickOf(cameBy.clickId) } } : {}),
      }),
  }),
)

/** Keeps the first letter. */
const maskedName = (name: string): string => `${[...name][0] ?? ''}***`
