import { type ClearingSums, clearingSums, type Store } from '@artel/store'
import type {
  Coalition,
  Customer,
  EarnRule,
  Member,
  Person,
  Prisma,
  Purchase,
  Refund,
  SalesMapping,
  Terms,
} from '@artel/store/prisma'
import { type Load, makeBatchedLoad } from './batched-load.ts'
import { byKey } from './by-key.ts'
import { type CommissionLoaders, makeCommissionLoaders } from './commission-loaders.ts'
import { type CustomerLoaders, makeCustomerLoaders } from './customer-loaders.ts'
import { grouped } from './grouped.ts'
import { type GrowthLoaders, makeGrowthLoaders } from './growth-loaders.ts'

/** Who recorded a document, with the names as they are now. */
export type Act = Prisma.ActByGetPayload<{ select: typeof ACT_SELECT }>

/**
 * Batched reads of one process: what concurrent requests ask of one kind of row goes to the database together, so a
 * list of any length, or any number of callers, costs a query a kind. Nothing is kept: an answer was read after it
 * was asked for. The rows are not yet anybody's: who asks for one must have seen a row that refers to it, or check it
 * with `auth/visible.ts`.
 */
export interface Loaders extends CustomerLoaders, GrowthLoaders, CommissionLoaders {
  readonly coalition: Load<Coalition>
  readonly member: Load<Member>
  readonly customer: Load<Customer>
  /** People are of no coalition; the one that is asked from only sorts the questions. */
  readonly person: Load<Person>
  readonly terms: Load<Terms>
  readonly purchase: Load<Purchase>
  readonly purchaseOfHold: Load<Purchase>
  /** Who recorded a purchase, a refund or a hold, where somebody was signed in. */
  readonly actOf: Load<Act>
  readonly refundsOfPurchase: Load<readonly Refund[]>
  readonly earnRuleOfMember: Load<EarnRule>
  readonly salesMappingOfMember: Load<SalesMapping>
  readonly clearingOfMember: Load<ClearingSums>
}

/** Makes the batched reads over a store. */
export function makeLoaders(store: Store): Loaders {
  const { prisma } = store
  const within = (coalitionId: string, ids: string[]) => ({ where: { coalitionId, id: { in: ids } } })
  return {
    ...makeCustomerLoaders(store),
    ...makeGrowthLoaders(store),
    coalition: makeBatchedLoad(async (_coalitionId, ids) =>
      byKey(await prisma.coalition.findMany({ where: { id: { in: ids } } }), (row) => row.id),
    ),
    member: makeBatchedLoad(async (c, ids) =>
      byKey(await prisma.member.findMany(within(c, ids)), (row) => row.id),
    ),
    customer: makeBatchedLoad(async (c, ids) =>
      byKey(await prisma.customer.findMany(within(c, ids)), (row) => row.id),
    ),
    person: makeBatchedLoad(async (_coalitionId, ids) =>
      byKey(await prisma.person.findMany({ where: { id: { in: ids } } }), (row) => row.id),
    ),
    terms: makeBatchedLoad(async (c, ids) =>
      byKey(await prisma.terms.findMany(within(c, ids)), (row) => row.id),
    ),
    purchase: makeBatchedLoad(async (c, ids) =>
      byKey(await prisma.purchase.findMany(within(c, ids)), (row) => row.id),
    ),
    purchaseOfHold: makeBatchedLoad(async (coalitionId, ids) =>
      byKey(
        await prisma.purchase.findMany({ where: { coalitionId, holdId: { in: ids } } }),
        (row) => row.holdId ?? '',
      ),
    ),
    actOf: makeBatchedLoad(async (coalitionId, ids) =>
      byKey(
        await prisma.actBy.findMany({ where: { coalitionId, documentId: { in: ids } }, select: ACT_SELECT }),
        (row) => row.documentId,
      ),
    ),
    refundsOfPurchase: makeBatchedLoad(async (coalitionId, ids) => {
      const where = { coalitionId, purchaseId: { in: ids } }
      return grouped(await prisma.refund.findMany({ where, orderBy: { id: 'asc' } }), (row) => row.purchaseId)
    }),
    earnRuleOfMember: makeBatchedLoad(async (coalitionId, ids) => {
      const where = { coalitionId, memberId: { in: ids } }
      // Ascending, so that the last version of a member is the one that stays in the map.
      return byKey(
        await prisma.earnRule.findMany({ where, orderBy: { version: 'asc' } }),
        (row) => row.memberId,
      )
    }),
    ...makeCommissionLoaders(store),
    salesMappingOfMember: makeBatchedLoad(async (coalitionId, ids) => {
      const where = { coalitionId, memberId: { in: ids } }
      return byKey(await prisma.salesMapping.findMany({ where }), (row) => row.memberId)
    }),
    clearingOfMember: makeBatchedLoad((coalitionId, ids) => clearingSums(store, coalitionId, ids)),
  }
}

const ACT_SELECT = {
  ...{ documentId: true, personId: true, tillId: true },
  ...{ person: { select: { name: true } }, till: { select: { name: true } } },
} as const
