import type { Store } from '@artel/store'
import type { Affiliate, Commission, Purchase } from '@artel/store/prisma'
import { advanceClock } from '../coalition/advance-clock.ts'
import { type RecordPurchaseInput, recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, type BuiltCoalition } from './a-coalition.ts'
import { aLinkOfAffiliate, anAffiliate } from './an-affiliate.ts'
import { booksOf } from './books.ts'
import { clockOffsetAt, noonOfTenth } from './local-days.ts'
import { aSale, roubles } from './sales.ts'
import { keyed } from './settlement.ts'

const DAY_SECONDS = 86_400
const CODE = 'BLOG-77'

/** 5 % to 100 000.00, 7 % to 300 000.00, 10 % above. */
export const LADDER = {
  ladder: [
    { from: roubles(0), bps: 500 },
    { from: roubles(100_000), bps: 700 },
    { from: roubles(300_000), bps: 1_000 },
  ],
}

/** A town with an affiliate, and what happens in it. */
export interface BloggersTown {
  readonly town: BuiltCoalition
  readonly blogger: Affiliate
  /** A sale of the service to a customer whom the affiliate's code brought. Roubles. */
  sold(name: string, total: number, over?: Partial<RecordPurchaseInput>): Promise<Purchase>
  refunded(purchaseId: string, amount: number): Promise<unknown>
  days(count: number): Promise<unknown>
  rows(): Promise<readonly Commission[]>
  /** Of the affiliate, kopecks. */
  owed(): Promise<bigint>
}

/** A town that lives on the 10th of a month some time ago, with an affiliate whose code leads to the service. */
export async function aBloggersTown(store: Store): Promise<BloggersTown> {
  const town = await aCoalition({ clockOffsetSeconds: clockOffsetAt(noonOfTenth(150)) })
    .withMember('service', { inPerson: true })
    .withMember('wash')
    .withCustomer('Anna', { phone: '+79120000001' })
    .withCustomer('Boris', { phone: '+79120000002', email: 'boris@example.com' })
    .open(store)
  const blogger = await anAffiliate(town)
  await aLinkOfAffiliate(town, blogger, { to: 'service', code: CODE })
  const { context } = town.member('service')
  return {
    ...{ town, blogger },
    sold: async (name, total, over = {}) => {
      const sale = aSale(town.customer(name), { total: roubles(total), code: CODE, ...over })
      return (await recordPurchase(context, sale)).purchase
    },
    refunded: (id, amount) =>
      refundPurchase(context, {
        ...{ purchase: { id }, amount: roubles(amount), reason: 'RETURN', ...keyed() },
      }),
    days: (count) => advanceClock(town.adminContext, { seconds: count * DAY_SECONDS }),
    rows: () => store.prisma.commission.findMany({ where: { coalitionId: town.id }, orderBy: { id: 'asc' } }),
    owed: async () => -(await booksOf(store, town.id)).money('PAYABLE', blogger.id) / 10_000n,
  }
}
