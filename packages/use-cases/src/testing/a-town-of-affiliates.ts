import { newId } from '@artel/store'
import type { TestDatabase } from '@artel/store/testing'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition } from './a-coalition.ts'
import { aLinkOfAffiliate, anAffiliate } from './an-affiliate.ts'
import { booksOf } from './books.ts'
import { clockOffsetAt, noonOfTenth } from './local-days.ts'
import { aSale, roubles } from './sales.ts'

const DAY_SECONDS = 86_400
const CODE = 'BLOG-77'

/** A town that lives on the 10th of a month some time ago, with an affiliate whose code leads to the service. */
export async function aTownOfAffiliates({ store }: TestDatabase) {
  const town = await aCoalition({ clockOffsetSeconds: clockOffsetAt(noonOfTenth(150)) })
    .withMember('service', { inPerson: true })
    .withMember('wash')
    .withCustomer('Anna', { phone: '+79120000001' })
    .withCustomer('Boris', { phone: '+79120000002' })
    .open(store)
  const blogger = await anAffiliate(town)
  await aLinkOfAffiliate(town, blogger, { to: 'service', code: CODE })
  const service = town.member('service')
  return {
    ...{ town, blogger, service },
    sold: async (name: string, total: number) => {
      const sale = aSale(town.customer(name), { total: roubles(total), code: CODE })
      return (await recordPurchase(service.context, sale)).purchase
    },
    refunded: (purchaseId: string, amount: number) =>
      refundPurchase(service.context, {
        ...{ purchase: { id: purchaseId }, amount: roubles(amount), reason: 'RETURN' },
        idempotencyKey: newId(),
      }),
    days: (count: number) => advanceClock(town.adminContext, { seconds: count * DAY_SECONDS }),
    rows: () => store.prisma.commission.findMany({ where: { coalitionId: town.id }, orderBy: { id: 'asc' } }),
    /** Kopecks. */
    owed: async () => -(await booksOf(store, town.id)).money('PAYABLE', blogger.id) / 10_000n,
  }
}
