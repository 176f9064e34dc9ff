import { PermissionError } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { coalitionIdOf, storeOf } from '../../context.ts'
import type { PurchaseEvent } from '../../live/feed-events.ts'
import { EVERY_PURCHASE, startOfPurchases } from '../../live/purchase-feed.ts'
import { rowMatches } from '../../live/row-matches.ts'
import { Purchase } from '../purchase/purchase.ts'
import { builder } from '../vocabulary/builder.ts'
import { afterArgs, cursorOf, openStream } from './after.ts'

const PurchaseRecorded = builder.objectRef<PurchaseEvent>('PurchaseRecorded').implement({
  description: 'A purchase that was recorded.',
  fields: (t) => ({
    purchase: t.expose('purchase', { type: Purchase, description: 'The purchase.' }),
    cursor: t.exposeString('cursor', { description: 'Place of the event, for `after`.' }),
  }),
})

builder.subscriptionField('purchaseRecorded', (t) =>
  t.field({
    type: PurchaseRecorded,
    description:
      'Every purchase that the caller may see, in the order in which they were recorded: a member those made at it, a customer its own, an administrator all.',
    args: afterArgs(),
    subscribe: async (_root, args, context) => {
      const coalitionId = coalitionIdOf(context)
      const where = visibleTo(context.principal).purchase
      if (!where) throw gone()
      const stream = openStream(context, 'purchaseRecorded')
      const start = await startOfPurchases(storeOf(context), { coalitionId, where }, cursorOf(args, context))
      return stream.queue<PurchaseEvent>({
        missed: start.missed,
        sees: ({ purchase }) => rowMatches(visibleTo(stream.principal).purchase, purchase),
        assertMay: () => {
          if (!visibleTo(stream.principal).purchase) throw gone()
        },
        watch: (listener) =>
          context.feed.purchases.watch({
            ...{ coalitionId, subject: EVERY_PURCHASE, position: start.position, ...listener },
          }),
      })
    },
    resolve: (event) => event,
  }),
)

const gone = () => new PermissionError('Purchases are not shown to you.')
