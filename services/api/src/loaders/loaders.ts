import { type ClearingSums, clearingSums, type Store, type WalletSums, walletSums } from '@artel/store'
import type {
  Coalition,
  Customer,
  CustomerFreeze,
  EarnRule,
  Lot,
  Member,
  Person,
  Prisma,
  Purchase,
  Refund,
  SalesMapping,
  Terms,
} from '@artel/store/prisma'
import { knownCustomers } from '@artel/use-cases'
import { makeLoadAtMember } from './at-member.ts'
import { type Load, makeBatchedLoad } from './batched-load.ts'
import { byKey } from './by-key.ts'
import { type CommissionLoaders, makeCommissionLoaders } from './commission-loaders.ts'
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
export interface Loaders extends GrowthLoaders, CommissionLoaders {
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
  readonly walletOfCustomer: Load<WalletSums>
  readonly openLotsOfCustomer: Load<readonly Lot[]>
  /** Newest first, 20 at most. */
  readonly freezesOfCustomer: Load<readonly CustomerFreeze[]>
  readonly clearingOfMember: Load<ClearingSums>
  /** By `atMember`: true where the member has dealt with the customer, or with one who was merged into it. */
  readonly dealings: Load<true>
}

/** Makes the batched reads over a store. */
export function makeLoaders(store: Store): Loaders {
  const { prisma } = store
  const within = (coalitionId: string, ids: string[]) => ({ where: { coalitionId, id: { in: ids } } })
  return {
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
    walletOfCustomer: makeBatchedLoad((coalitionId, ids) => walletSums(store, coalitionId, ids)),
    openLotsOfCustomer: makeBatchedLoad(async (coalitionId, ids) => {
      const where = { coalitionId, customerId: { in: ids }, open: true }
      return grouped(
        await prisma.lot.findMany({ where, orderBy: [...SPENDING_ORDER] }),
        (row) => row.customerId,
      )
    }),
    freezesOfCustomer: makeBatchedLoad(async (c, ids) => {
      const freezes = { orderBy: { id: 'desc' }, take: MAX_FREEZES } as const
      const rows = await prisma.customer.findMany({ ...within(c, ids), select: { id: true, freezes } })
      return new Map(rows.map((row) => [row.id, row.freezes]))
    }),
    clearingOfMember: makeBatchedLoad((coalitionId, ids) => clearingSums(store, coalitionId, ids)),
    dealings: makeLoadAtMember(async (coalitionId, memberId, customerIds) => {
      if (memberId === null) return new Map(customerIds.map((id) => [id, true as const]))
      const known = await knownCustomers(store, { coalitionId, memberId, customerIds })
      return new Map([...known].map((id) => [id, true as const]))
    }),
  }
}

const MAX_FREEZES = 20

const ACT_SELECT = {
  ...{ documentId: true, personId: true, tillId: true },
  ...{ person: { select: { name: true } }, till: { select: { name: true } } },
} as const

/** Lots are spent earliest expiry first, then oldest. */
const SPENDING_ORDER = [
  { expiresAt: { sort: 'asc', nulls: 'last' } },
  { issuedAt: 'asc' },
  { id: 'asc' },
] as const
