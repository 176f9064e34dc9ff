import { NotFoundError } from '@artel/ledger'
import { isToldOf, PermissionError, type Principal } from '@artel/use-cases'
import { seesWalletOf, visibleTo } from '../../auth/visible.ts'
import { type ApiContext, coalitionIdOf, storeOf } from '../../context.ts'
import { startOfBalance } from '../../live/balance-feed.ts'
import type { BalanceEvent } from '../../live/feed-events.ts'
import { Customer } from '../customer/customer.ts'
import { Wallet } from '../customer/wallet.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { afterArgs, cursorOf, openStream } from './after.ts'

const BalanceChange = builder.objectRef<BalanceEvent>('BalanceChange').implement({
  description: "One event that moved a customer's points.",
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      description: 'Whose.',
      resolve: async ({ coalitionId, subject }, _args, { loaders }) =>
        present(await loaders.customer({ coalitionId, id: subject })),
    }),
    wallet: t.field({
      type: Wallet,
      description: 'The points by now: what happened since this event is in them too.',
      resolve: async ({ coalitionId, subject }, _args, { loaders }) => ({
        ...present(await loaders.walletOfCustomer({ coalitionId, id: subject })),
        coalitionId,
      }),
    }),
    balance: t.field({
      type: 'Points',
      description: 'The balance after this event.',
      resolve: ({ move }) => move.balance,
    }),
    change: t.field({
      type: 'Points',
      nullable: true,
      description:
        'Added to the balance, below 0 = taken; null for a member, and for a token that it issued, where it happened elsewhere.',
      resolve: ({ move }, _args, context) => (seesMove(context, move.memberIds) ? move.change : null),
    }),
    at: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        "When it was booked, by the coalition's clock; null for a member, and for a token that it issued, where it happened elsewhere.",
      resolve: ({ move }, _args, context) => (seesMove(context, move.memberIds) ? move.postedAt : null),
    }),
    cursor: t.exposeString('cursor', { description: 'Place of the event, for `after`.' }),
  }),
})

/** What a customer did at others is no member's business. */
const seesMove = (
  { principal }: Pick<ApiContext, 'principal'>,
  memberIds: readonly (string | null)[],
): boolean => memberIds.every((id) => isToldOf(principal, id))

/**
 * What a caller is told of what it missed. A cursor may be any number, so a member, or a token that it issued, is told what happened elsewhere only as far
 * as it is the balance of now, as if it looked: never step by step.
 */
const missedBy = (principal: Principal, missed: readonly BalanceEvent[]): BalanceEvent[] =>
  missed.filter(({ move }, at) => at === missed.length - 1 || seesMove({ principal }, move.memberIds))

builder.subscriptionField('balanceChanged', (t) =>
  t.field({
    type: BalanceChange,
    description:
      "Every event that moves a customer's points, in its order: sales, holds, refunds, what expires. A customer watches its own wallet; members and administrators name one.",
    args: {
      customerId: t.arg.id({ description: 'Whose points. Left out: the calling customer.' }),
      ...afterArgs(),
    },
    subscribe: async (_root, args, context) => {
      const store = storeOf(context)
      const customer = await watchedCustomer(context, args.customerId)
      const watched = { coalitionId: customer.coalitionId, customerId: customer.id }
      const stream = openStream(context, 'balanceChanged')
      const { missed, position } = await startOfBalance(store, watched, cursorOf(args, context))
      const sees = () => seesWalletOf(stream.principal, customer)
      return stream.queue<BalanceEvent>({
        missed: missedBy(stream.principal, missed),
        sees,
        assertMay: () => {
          if (!sees()) throw new PermissionError('The points of this customer are not shown to you any more.')
        },
        watch: (listener) =>
          context.feed.balances.watch({
            ...{ coalitionId: customer.coalitionId, subject: customer.id, position, ...listener },
          }),
      })
    },
    resolve: (event) => event,
  }),
)

/** The customer that is named, as far as the caller may see it, or the caller. Throws NotFoundError. */
async function watchedCustomer(context: ApiContext, publicId: string | null | undefined) {
  const { principal } = context
  const named = publicId == null ? undefined : uuidOf('customer', publicId, ['customerId'])
  const id = named ?? (principal.kind === 'customer' ? principal.customerId : undefined)
  const seen = visibleTo(principal).customer
  const customer =
    id === undefined || seen === null
      ? null
      : await storeOf(context).prisma.customer.findFirst({
          where: { AND: [seen, { coalitionId: coalitionIdOf(context), id }] },
        })
  if (!customer || !seesWalletOf(principal, customer)) throw new NotFoundError({ what: 'customer' })
  return customer
}
