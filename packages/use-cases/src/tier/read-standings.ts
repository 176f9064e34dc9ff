import { type LocalDate, nextTier, reviewDay } from '@artel/rules'
import { type StandingOnLadder, type Store, tierStandings } from '@artel/store'
import type { Tier } from '@artel/store/prisma'
import { type LadderWithTiers, WITH_TIERS } from './read-ladders.ts'

/** Where a customer stands on a ladder. */
export interface TierStandingOf {
  readonly ladder: LadderWithTiers
  /** The highest that the customer holds; null: none yet. */
  readonly tier: Tier | null
  /** Local days; null without a tier. */
  readonly sinceDay: LocalDate | null
  /** The first day on which the tier is not held any more, unless a purchase proves it again before. */
  readonly reviewDay: LocalDate | null
  /** What the customer did in the window that ends today, in the ladder's measure. */
  readonly value: bigint
  /** Null at the top. */
  readonly next: { readonly tier: Tier; readonly missing: bigint } | null
}

/** Where customers stand on each ladder of their coalition that has not ended, by customer, in two queries for any number of them. */
export async function readTierStandings(
  store: Store,
  coalitionId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TierStandingOf[]>> {
  const found = await tierStandings(store, coalitionId, customerIds)
  const ids = [...new Set(found.map(({ ladderId }) => ladderId))]
  const rows =
    ids.length === 0
      ? []
      : await store.prisma.tierLadder.findMany({
          where: { coalitionId, id: { in: ids } },
          include: WITH_TIERS,
        })
  const ladders = new Map(rows.map((ladder) => [ladder.id, ladder]))
  const standings = new Map<string, TierStandingOf[]>(customerIds.map((id) => [id, []]))
  for (const row of found) {
    const ladder = ladders.get(row.ladderId)
    if (ladder) standings.get(row.customerId)?.push(standingOn(ladder, row))
  }
  return standings
}

function standingOn(ladder: LadderWithTiers, row: StandingOnLadder): TierStandingOf {
  const { position, value } = row
  const tier = position === null ? null : (ladder.tiers[position - 1] ?? null)
  return {
    ...{ ladder, tier, value },
    sinceDay: row.sinceDay as LocalDate | null,
    reviewDay: row.provenDay === null ? null : reviewDay(row.provenDay as LocalDate, ladder),
    next: nextTier(ladder.tiers, position, value) ?? null,
  }
}
