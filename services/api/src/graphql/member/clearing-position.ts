import type { ClearingSums } from '@artel/store'
import { builder } from '../vocabulary/builder.ts'
import { ExactMoney } from '../vocabulary/money.ts'

/** A clearing position with what its money is in. */
interface ClearingPositionShape extends ClearingSums {
  readonly currency: string
}

export const ClearingPosition = builder.objectRef<ClearingPositionShape>('ClearingPosition').implement({
  description: "A member's live position: debit is what it owes, credit what it is owed.",
  fields: (t) => ({
    owes: t.field({
      type: ExactMoney,
      description: 'All that it has come to owe.',
      resolve: ({ owes, currency }) => ({ amountMicros: owes, currency }),
    }),
    isOwed: t.field({
      type: ExactMoney,
      description: 'All that it has come to be owed.',
      resolve: ({ isOwed, currency }) => ({ amountMicros: isOwed, currency }),
    }),
    net: t.field({
      type: ExactMoney,
      description: 'Signed: positive when the member owes.',
      resolve: ({ owes, isOwed, currency }) => ({ amountMicros: owes - isOwed, currency }),
    }),
    pointsIssued: t.expose('pointsIssued', {
      type: 'Points',
      description: 'Points it issued, net of reversals.',
    }),
    pointsRedeemed: t.expose('pointsRedeemed', {
      type: 'Points',
      description: 'Points it redeemed, net of reversals.',
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'When the position was read.' }),
  }),
})
