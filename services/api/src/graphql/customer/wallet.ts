import type { WalletSums } from '@artel/store'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'

export const Lot = builder.prismaObject('Lot', {
  description: 'Points issued by one event, with what is left of them.',
  fields: (t) => ({
    issuer: t.field({
      type: Member,
      description: 'The member that issued them.',
      resolve: async ({ coalitionId, issuerId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: issuerId })),
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
    lots: t.field({
      type: [Lot],
      description: 'Open lots in the order in which they will be spent.',
      resolve: async ({ coalitionId, customerId }, _args, { loaders }) =>
        (await loaders.openLotsOfCustomer({ coalitionId, id: customerId })) ?? [],
    }),
  }),
})
