import { InvalidInputError } from '@artel/ledger'
import { expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { type LadderDefinition, nextTier, reviewDay, validateLadder } from './ladder.ts'

const name = { en: 'Gold', ru: 'Золото' }
const ladder = (over: Partial<LadderDefinition> = {}): LadderDefinition => ({
  ...{ measure: 'SPEND', windowDays: 365, graceDays: 30 },
  tiers: [100n, 200n].map((threshold) => ({ name, threshold })),
  ...over,
})

it.each([
  ['windowDays', ladder({ windowDays: 0 }), ['windowDays']],
  ['graceDays', ladder({ graceDays: 367 }), ['graceDays']],
  ['no tier', ladder({ tiers: [] }), ['tiers']],
  [
    'a nameless tier',
    ladder({ tiers: [{ name: { en: '', ru: 'x' }, threshold: 1n }] }),
    ['tiers', '0', 'name', 'en'],
  ],
  ['nothing to reach', ladder({ tiers: [{ name, threshold: 0n }] }), ['tiers', '0', 'threshold']],
  [
    'a tier that is no higher than the one below',
    ladder({ tiers: [5n, 5n].map((threshold) => ({ name, threshold })) }),
    ['tiers', '1', 'threshold'],
  ],
])('%s is refused at its field', (_says, wrong, path) => {
  try {
    validateLadder(wrong)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    expect(error.path).toEqual(path)
    return
  }
  expect.unreachable()
})

it('a tier is reviewed once the window and the grace are past the day that proved it', () => {
  validateLadder(ladder())
  expect(reviewDay(localDate('2026-11-30'), { windowDays: 30, graceDays: 7 })).toBe('2027-01-06')
})

it('says the next tier and what is missing, nothing once it is reached and waits for a purchase, and no more at the top', () => {
  const { tiers } = ladder()
  expect(nextTier(tiers, null, 40n)).toEqual({ tier: tiers[0], missing: 60n })
  expect(nextTier(tiers, 1, 40n)).toEqual({ tier: tiers[1], missing: 160n })
  expect(nextTier(tiers, 1, 250n)).toEqual({ tier: tiers[1], missing: 0n })
  expect(nextTier(tiers, 2, 250n)).toBeUndefined()
})
