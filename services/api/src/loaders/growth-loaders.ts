import type { LocalDate, RuleVersion } from '@artel/rules'
import {
  type LinkFigures,
  linkFigures,
  newestRuleVersions,
  type RuleCost,
  ruleCosts,
  type Store,
  segmentSizes,
} from '@artel/store'
import type { Attribution, Link, RuleAcceptance, RuleVersion as StoredRuleVersion } from '@artel/store/prisma'
import {
  type CustomerReferral,
  type CustomerVoucher,
  loadRuleVersions,
  readReferrals,
  readTierStandings,
  readVouchers,
  type TierStandingOf,
  todayOf,
} from '@artel/use-cases'
import { makeLoadAtMember } from './at-member.ts'
import { type Load, makeBatchedLoad } from './batched-load.ts'
import { byKey } from './by-key.ts'
import { grouped } from './grouped.ts'

/** Batched reads of what brings customers. */
export interface GrowthLoaders {
  readonly ruleVersion: Load<RuleVersion>
  /** By the rule's id. */
  readonly newestVersionOfRule: Load<StoredRuleVersion>
  /** What a rule cost whom, by the rule's id. */
  readonly costsOfRule: Load<readonly RuleCost[]>
  /** Who was asked to pay for a version, by the version's id. */
  readonly acceptancesOfVersion: Load<readonly RuleAcceptance[]>
  /** The day that the calendar shows now, of the coalition that is also the id. */
  readonly todayOfCoalition: Load<LocalDate>
  /** On each ladder of the coalition. */
  readonly tiersOfCustomer: Load<readonly TierStandingOf[]>
  readonly vouchersOfCustomer: Load<readonly CustomerVoucher[]>
  /** By `atMember`: what came of it there. Makes a code for who has none. */
  readonly referralOfCustomer: Load<CustomerReferral>
  /** How many customers are in it. */
  readonly sizeOfSegment: Load<number>
  readonly link: Load<Link>
  readonly figuresOfLink: Load<LinkFigures>
  readonly attributionOfPurchase: Load<Attribution>
}

/** Makes them over a store. */
export function makeGrowthLoaders(store: Store): GrowthLoaders {
  const { prisma } = store
  return {
    ruleVersion: makeBatchedLoad((c, ids) => loadRuleVersions(store, c, ids)),
    newestVersionOfRule: makeBatchedLoad((c, ids) => newestRuleVersions(store, c, ids)),
    costsOfRule: makeBatchedLoad(async (c, ids) =>
      grouped(await ruleCosts(store, c, ids), (row) => row.ruleId),
    ),
    acceptancesOfVersion: makeBatchedLoad(async (coalitionId, ids) => {
      const where = { coalitionId, versionId: { in: ids } }
      return grouped(
        await prisma.ruleAcceptance.findMany({ where, orderBy: { payerId: 'asc' } }),
        (row) => row.versionId,
      )
    }),
    todayOfCoalition: makeBatchedLoad(async (c) => new Map([[c, await todayOf(store, c)]])),
    tiersOfCustomer: makeBatchedLoad((c, ids) => readTierStandings(store, c, ids)),
    vouchersOfCustomer: makeBatchedLoad((c, ids) => readVouchers(store, c, ids)),
    referralOfCustomer: makeLoadAtMember(({ coalitionId, memberId, customerIds }) =>
      readReferrals(store, coalitionId, customerIds, memberId),
    ),
    sizeOfSegment: makeBatchedLoad((c, ids) => segmentSizes(store, c, ids)),
    link: makeBatchedLoad(async (coalitionId, ids) =>
      byKey(await prisma.link.findMany({ where: { coalitionId, id: { in: ids } } }), (row) => row.id),
    ),
    figuresOfLink: makeBatchedLoad(async (coalitionId, ids) =>
      byKey(await linkFigures(store, { coalitionId, ids }), (row) => row.id),
    ),
    attributionOfPurchase: makeBatchedLoad(async (coalitionId, ids) =>
      byKey(
        await prisma.attribution.findMany({ where: { coalitionId, purchaseId: { in: ids } } }),
        (row) => row.purchaseId,
      ),
    ),
  }
}
