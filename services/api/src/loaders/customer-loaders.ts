import {
  firstOfHouseholds,
  firstOpenHolds,
  firstOpenLots,
  pointsByIssuer,
  type Store,
  type WalletSums,
  walletSums,
} from '@artel/store'
import type { Consent, Customer, CustomerFreeze, Hold, Lot } from '@artel/store/prisma'
import { consentsInForceOf, knownCustomers } from '@artel/use-cases'
import { makeLoadAtMember } from './at-member.ts'
import { type Load, makeBatchedLoad } from './batched-load.ts'

/** Batched reads of what customers have. A list is read as far as it is asked for, whatever its customers have. */
export interface CustomerLoaders {
  readonly walletOfCustomer: Load<WalletSums>
  /** What is left of its open lots, by issuer. */
  readonly pointsByIssuer: Load<ReadonlyMap<string, bigint>>
  /** By `atMember` with `first`: those that the member issued, in the order in which they will be spent. */
  readonly openLots: Load<readonly Lot[]>
  /** By `atMember` with `first`: those at the member, newest first. */
  readonly openHolds: Load<readonly Hold[]>
  /** By `atMember` of nobody with `first`: its others. */
  readonly household: Load<readonly Customer[]>
  /** The last word for each purpose. */
  readonly consentsOfCustomer: Load<readonly Consent[]>
  /** Newest first, 20 at most. */
  readonly freezesOfCustomer: Load<readonly CustomerFreeze[]>
  /** By `atMember`: true where the member has dealt with the customer, or with one who was merged into it. */
  readonly dealings: Load<true>
}

const MAX_FREEZES = 20

/** Makes them over a store. */
export function makeCustomerLoaders(store: Store): CustomerLoaders {
  const { prisma } = store
  return {
    walletOfCustomer: makeBatchedLoad((coalitionId, ids) => walletSums(store, coalitionId, ids)),
    pointsByIssuer: makeBatchedLoad((coalitionId, customerIds) =>
      pointsByIssuer(store, { coalitionId, customerIds }),
    ),
    openLots: makeLoadAtMember(async (asked) =>
      rowsOf(await firstOpenLots(store, asked), (id) => prisma.lot.findMany(within(asked.coalitionId, id))),
    ),
    openHolds: makeLoadAtMember(async (asked) =>
      rowsOf(await firstOpenHolds(store, asked), (id) => prisma.hold.findMany(within(asked.coalitionId, id))),
    ),
    household: makeLoadAtMember(async (asked) =>
      rowsOf(await firstOfHouseholds(store, asked), (id) =>
        prisma.customer.findMany(within(asked.coalitionId, id)),
      ),
    ),
    consentsOfCustomer: makeBatchedLoad((coalitionId, customerIds) =>
      consentsInForceOf(store, { coalitionId, customerIds }),
    ),
    freezesOfCustomer: makeBatchedLoad(async (c, ids) => {
      const freezes = { orderBy: { id: 'desc' }, take: MAX_FREEZES } as const
      const rows = await prisma.customer.findMany({ ...within(c, ids), select: { id: true, freezes } })
      return new Map(rows.map((row) => [row.id, row.freezes]))
    }),
    dealings: makeLoadAtMember(async ({ coalitionId, memberId, customerIds }) => {
      const known =
        memberId === null ? customerIds : await knownCustomers(store, { coalitionId, memberId, customerIds })
      return new Map([...known].map((id) => [id, true as const]))
    }),
  }
}

const within = (coalitionId: string, ids: readonly string[]) => ({
  where: { coalitionId, id: { in: [...ids] } },
})

/** The rows behind the ids of each customer, in their order. */
async function rowsOf<Row extends { readonly id: string }>(
  ids: ReadonlyMap<string, readonly string[]>,
  readMany: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = new Map((await readMany([...new Set([...ids.values()].flat())])).map((row) => [row.id, row]))
  return new Map(
    [...ids].map(([customerId, own]) => [
      customerId,
      own.flatMap((id) => {
        const row = rows.get(id)
        return row === undefined ? [] : [row]
      }),
    ]),
  )
}
