import type { WalletSums } from '@artel/store'
import { isToldOf, toldOfMember } from '@artel/use-cases'
import { cursorAt } from '../../live/cursor.ts'
import { atMember } from '../../loaders/at-member.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { firstArg, pageSize } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { ONE_ROW } from '../vocabulary/price.ts'
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
        'The first of its open lots, in the order in which they will be spent; a member, and a token that it issued, sees those that it issued.',
      args: firstArg(),
      resolve: async ({ coalitionId, customerId }, args, { loaders, principal }) => {
        const id = atMember(toldOfMember(principal), customerId, pageSize(args))
        return [...((await loaders.openLots({ coalitionId, id })) ?? [])]
      },
    }),
    elsewhere: t.field({
      type: 'Points',
      description:
        'Points in lots of other issuers, which are not shown to a member, nor to a token that it issued; 0 for all others.',
      extensions: ONE_ROW,
      resolve: async ({ coalitionId, customerId }, _args, { loaders, principal }) => {
        // What a customer got from others is no business of a member, be it by its key or by a token.
        const sums =
          (await loaders.pointsByIssuer({ coalitionId, id: customerId })) ?? new Map<string, bigint>()
        return [...sums].reduce(
          (sum, [issuerId, points]) => (isToldOf(principal, issuerId) ? sum : sum + points),
          0n,
        )
      },
    }),
  }),
})
