import { type FinishedOccasion, finishOccasions, type PendingOccasion, type Store } from '@artel/store'
import { loadAgreement } from '../terms/agreement.ts'
import { type AskedRule, giveForOccasion, loadGivers } from './give-for-occasion.ts'
import { rulesForOccasions } from './rules-for-occasions.ts'

/** So many rules are asked at once, about: what many occasions post together would pass what may wait. */
const ASKED_AT_ONCE = 40

interface Asking {
  readonly occasion: PendingOccasion
  readonly rules: readonly AskedRule[]
}

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
  const asking = occasions.map((occasion) => ({ occasion, rules: rules.get(occasion.id) ?? [] }))
  for (const page of pagesOf(asking)) await askPage(store, coalitionId, page)
}

/** Asks a page at once; all of it is waited for, and what was asked is written down, before the first failure is thrown. */
async function askPage(store: Store, coalitionId: string, page: readonly Asking[]): Promise<void> {
  const agreement = await loadAgreement(store, coalitionId)
  const givers = await loadGivers(
    store,
    agreement,
    page.flatMap(({ rules }) => rules),
  )
  const answers = await Promise.allSettled(
    page.map(async ({ occasion, rules }): Promise<FinishedOccasion> => {
      const reasons = await Promise.allSettled(
        rules.map((asked) => giveForOccasion(store, agreement, { occasion, asked, givers })),
      )
      const skipped = reasons.flatMap((answer, at): FinishedOccasion['skipped'] => {
        if (answer.status === 'rejected') throw answer.reason
        const id = rules[at]?.rule.id
        return id === undefined || answer.value === undefined ? [] : [[id, answer.value]]
      })
      return { id: occasion.id, skipped }
    }),
  )
  const finished = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  await finishOccasions(store, coalitionId, finished)
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason
}

/** In their order, each with as many occasions as ask so many rules; one at least. */
function pagesOf(asking: readonly Asking[]): Asking[][] {
  const pages: Asking[][] = []
  let room = 0
  for (const each of asking) {
    // One that asks nobody takes its place in the page all the same.
    const asks = Math.max(each.rules.length, 1)
    const page = pages.at(-1)
    if (page && asks <= room) page.push(each)
    else {
      pages.push([each])
      room = ASKED_AT_ONCE
    }
    room -= asks
  }
  return pages
}
