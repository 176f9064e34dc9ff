import { minor } from '@artel/ledger'
import { createTierLadder } from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'

/** Whole roubles paid in a year. */
const TIERS = [
  { name: { en: 'Bronze', ru: 'Бронза' }, roubles: 5_000n },
  { name: { en: 'Silver', ru: 'Серебро' }, roubles: 20_000n },
  { name: { en: 'Gold', ru: 'Золото' }, roubles: 60_000n },
]

/** The ladder of the town, there since its first day: the year that is played proves its tiers. */
export async function makeDemoLadder(demo: DemoCoalition): Promise<void> {
  const { store } = demo.admin
  const { id: coalitionId, currency } = demo.coalition
  if (await store.prisma.tierLadder.findFirst({ where: { coalitionId } })) return
  await createTierLadder(demo.admin, {
    ...{ measure: 'SPEND', windowDays: 365, graceDays: 30 },
    tiers: TIERS.map(({ name, roubles }) => ({
      name,
      spend: { amountMinor: minor(roubles * 100n), currency },
    })),
  })
}
