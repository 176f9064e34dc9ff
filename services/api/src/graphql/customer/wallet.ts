import type { WalletSums } from '@artel/store'
import type { Lot as LotRow } from '@artel/store/prisma'
import { isToldOf } from '@artel/use-cases'
import type { ApiContext } from '../../context.ts'
import { cursorAt } from '../../live/cursor.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'

export const Lot = builder.prismaObject('Lot', {
  description: 'Points issued by one event, with what is left of them.',
  fields: (t) => ({
    issuer: t.field({
      type: Member,
      nullable: true,
      description: 'The member that issued them; null where the promo fund of the coalition paid for them.',
      resolve: async ({ coalitionId, issuerId }, _args, { loaders }) =>
        issuerId === coalitionId ? null : present(await loaders.member({ coalitionId, id: issuerId })),
    }),
    amount: t.expose('amount', { type: 'Points', description: 'Issued.' }),
    remaining: t.expose('remaining', { type: 'Points', description: 'Left.' }),
    reserved: t.expose('reserved', {
      type: 'Points',
      description: 'Part of what is left that open holds have promised.',
    }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', description: 'When they were issued.' }),
    activatesAt: t.expose('activatesAt', { type: 'DateTime', description: 'When they become spendable.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'First instant at which they are no longer spendable; null = never.',
    }),
  }),
})
publicNode(Lot)

const ExpiringPoints = builder.objectRef<{ points: bigint; at: Date }>('ExpiringPoints').implement({
  description: 'Points that expire soon.',
  fields: (t) => ({
    points: t.expose('points', { type: 'Points', description: 'How many.' }),
    at: t.expose('at', { type: 'DateTime', description: 'The first of the instants at which they do.' }),
  }),
})

const openLotsOf = async ({ coalitionId, customerId }: WalletShape, { loaders }: ApiContext) =>
  (await loaders.openLotsOfCustomer({ coalitionId, id: customerId })) ?? []

/** Whose lots the caller sees: what a customer got from others is no business of a member that has its token or not. */
const sees =
  ({ principal }: ApiContext) =>
  ({ issuerId }: LotRow): boolean =>
    isToldOf(principal, issuerId)

/** A wallet with the coalition that it is in. */
interface WalletShape extends WalletSums {
  readonly coalitionId: string
}

export const Wallet = builder.objectRef<WalletShape>('Wallet').implement({
  description: "A customer's points.",
  fields: (t) => ({
    balance: t.expose('balance', {
      type: 'Points',
      description: 'All points of the customer, held and pending included.',
    }),
    available: t.expose('available', { type: 'Points', description: 'Spendable now.' }),
    reserved: t.expose('reserved', { type: 'Points', description: 'Promised to open holds.' }),
    pending: t.expose('pending', { type: 'Points', description: 'Not yet active.' }),
    debt: t.expose('debt', { type: 'Points', description: 'Owed after refunds of points already spent.' }),
    expiringSoon: t.expose('expiringSoon', {
      type: ExpiringPoints,
      nullable: true,
      description: 'Points that expire within the next 30 days, and the first of those instants.',
    }),
    cursor: t.string({
      description:
        'Where these sums stand among the events of the balance: `balanceChanged(after:)` goes on from here, so that nothing between reading and subscribing is lost.',
      resolve: ({ sequence }) => cursorAt('b', sequence),
    }),
    lots: t.field({
      type: [Lot],
      description:
        'Open lots in the order in which they will be spent; a member, and a token that it issued, sees those that it issued.',
      resolve: async (wallet, _args, context) => (await openLotsOf(wallet, context)).filter(sees(context)),
    }),
    elsewhere: t.field({
      type: 'Points',
      description:
        'Points in lots of other issuers, which are not shown to a member, nor to a token that it issued; 0 for all others.',
      resolve: async (wallet, _args, context) => {
        const isSeen = sees(context)
        const hidden = (await openLotsOf(wallet, context)).filter((lot) => !isSeen(lot))
        return hidden.reduce((sum, { remaining }) => sum + remaining, 0n)
      },
    }),
  }),
})
