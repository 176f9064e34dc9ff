import { encodePublicId } from '@artel/use-cases'
import { actorId } from '../vocabulary/actor-id.ts'
import { builder } from '../vocabulary/builder.ts'

export const PaymentReversal = builder.prismaObject('PaymentReversal', {
  description: 'That a payment was taken back: recorded wrongly, or returned by the bank.',
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'Why, or the purpose from the bank.' }),
    source: t.exposeString('source', { description: 'MANUAL, or BANK: a line of an imported statement.' }),
    takenBackOn: t.string({
      description: 'ISO date on which the money went back.',
      resolve: ({ takenBackOn }) => takenBackOn.toISOString().slice(0, 10),
    }),
    entryId: t.id({
      description: 'The entry that undoes that of the payment.',
      resolve: ({ entryId }) => encodePublicId('entry', entryId),
    }),
    reversedAt: t.expose('reversedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    reversedById: t.id({
      description: 'Who took it back: a person, or an API key that acts for nobody.',
      resolve: ({ coalitionId, reversedById }, _args, context) => actorId(context, coalitionId, reversedById),
    }),
  }),
})
