import { finishOccasion, type PendingOccasion, type Store } from '@artel/store'
import { allOrThrow } from '../posting/all-or-throw.ts'
import { giveForOccasion } from './give-for-occasion.ts'
import { rulesForOccasions } from './rules-for-occasions.ts'

/**
 * Asks all rules about these occasions and writes down that they were asked. What fails leaves its occasion open, to be asked about
 * again; what its rules gave before they will not give twice.
 */
export async function askRules(
  store: Store,
  coalitionId: string,
  occasions: readonly PendingOccasion[],
): Promise<void> {
  const rules = await rulesForOccasions(store, coalitionId, occasions)
  await allOrThrow(
    occasions.map(async (occasion) => {
      const asked = rules.get(occasion.id) ?? []
      const answers = await allOrThrow(
        asked.map(
          async (one) =>
            [one.rule.id, await giveForOccasion(store, coalitionId, { occasion, asked: one })] as const,
        ),
      )
      const skipped = answers.flatMap(([id, reason]) => (reason === undefined ? [] : [[id, reason] as const]))
      await finishOccasion(store, { coalitionId, id: occasion.id, skipped })
    }),
  )
}
