import type { Micros } from '@artel/ledger'
import { payableSums, type Store } from '@artel/store'
import type { Affiliate, CommissionProgramme, CommissionVersion } from '@artel/store/prisma'
import { type Load, makeBatchedLoad } from './batched-load.ts'

/** Batched reads of affiliates and of what members pay for customers. */
export interface CommissionLoaders {
  readonly affiliate: Load<Affiliate>
  readonly payableOfAffiliate: Load<Micros>
  readonly commissionProgramme: Load<CommissionProgramme>
  /** By the programme's id. */
  readonly newestVersionOfProgramme: Load<CommissionVersion>
}

/** Makes them over a store. */
export function makeCommissionLoaders(store: Store): CommissionLoaders {
  const { prisma } = store
  const within = (coalitionId: string, ids: string[]) => ({ where: { coalitionId, id: { in: ids } } })
  return {
    affiliate: makeBatchedLoad(async (c, ids) => byId(await prisma.affiliate.findMany(within(c, ids)))),
    payableOfAffiliate: makeBatchedLoad((c, ids) => payableSums(store, c, ids)),
    commissionProgramme: makeBatchedLoad(async (c, ids) =>
      byId(await prisma.commissionProgramme.findMany(within(c, ids))),
    ),
    newestVersionOfProgramme: makeBatchedLoad(async (coalitionId, ids) => {
      const newest = await prisma.commissionVersion.findMany({
        where: { coalitionId, programmeId: { in: ids } },
        orderBy: [{ programmeId: 'asc' }, { version: 'desc' }],
        distinct: ['programmeId'],
      })
      return new Map(newest.map((row) => [row.programmeId, row]))
    }),
  }
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]))
