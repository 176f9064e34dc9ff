import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CrowdIntent, playRound } from './crowd.ts'
import { crowdIntent, type Intent, intent, pause } from './intent.ts'
import { begin, type Play, playIntent, type Saw } from './play.ts'
import { RARE_HISTORIES } from './rare-histories.ts'
import { REACHED_IN_CROWDS, REACHED_ONE_AT_A_TIME, tally } from './reached.ts'
import { KEPT_HISTORIES, type KeptHistory } from './regression-cases.ts'
import { crowdSetting, type Setting, setting } from './setting.ts'

/** Histories of each kind; a long run takes more. */
const RUNS = Number(process.env.ARTEL_HISTORY_RUNS ?? 24)
/** Printed by every run; give it back to play the same histories again. */
const SEED = Number(process.env.ARTEL_HISTORY_SEED ?? Date.now() % 2 ** 31)
/** The first walker's in a run without a given seed, so that what must be reached does not hang on luck. */
const STEADY_SEED = 20_261_121
const IS_LONG_ENOUGH = RUNS >= 24
/** Walkers play histories of their own side by side, each from the seed plus its number. */
const WALKERS = 3
const TIMEOUT_MS = 24 * 3_600_000

let database: TestDatabase
let stores: readonly [Store, Store]
beforeAll(async () => {
  database = await createTestDatabase()
  stores = [database.store, await openStore({ databaseUrl: database.databaseUrl })]
})
afterAll(async () => {
  await stores[1].close()
  await database.drop()
})

const history = fc.record({
  setting,
  intents: fc.array(intent, { minLength: 110, maxLength: 110, size: 'max' }),
})

interface Crowds {
  readonly setting: Setting
  readonly rounds: readonly { readonly pause: Intent | null; readonly crowd: readonly CrowdIntent[] }[]
}
const crowds: fc.Arbitrary<Crowds> = fc.record({
  setting: crowdSetting,
  rounds: fc.array(
    fc.record({
      pause: fc.option(pause, { freq: 3 }),
      crowd: fc.array(
        fc.record({ intent: crowdIntent, twice: fc.integer({ min: 0, max: 4 }).map((roll) => roll === 0) }),
        { minLength: 15, maxLength: 15, size: 'max' },
      ),
    }),
    { minLength: 8, maxLength: 8, size: 'max' },
  ),
})

describe('any history of the verbs', () => {
  it.each(KEPT_HISTORIES)('agrees where once $showed', async (kept) => {
    await playHistory(kept, () => undefined)
  })

  it(`agrees with the naive model after every command (seed ${SEED})`, { timeout: TIMEOUT_MS }, async () => {
    const seen = tally()
    for (const rare of RARE_HISTORIES) await playHistory(rare, seen.saw)
    await walk(history, (random) => playHistory(random, seen.saw))
    seen.show()
    if (IS_LONG_ENOUGH) expect(seen.missing(REACHED_ONE_AT_A_TIME)).toEqual([])
  })

  it(`is some history of the model when many act at once (seed ${SEED})`, {
    timeout: TIMEOUT_MS,
  }, async () => {
    const seen = tally()
    await walk(crowds, (random) => playCrowds(random, seen.saw))
    seen.show()
    if (IS_LONG_ENOUGH) expect(seen.missing(REACHED_IN_CROWDS)).toEqual([])
  })
})

async function playHistory(
  { setting: agreed, intents }: Pick<KeptHistory, 'setting' | 'intents'>,
  saw: Saw,
): Promise<void> {
  const play = await begin(database.store, agreed)
  for (const each of intents) await playIntent(database.store, play, each, saw)
  await expectVerified(play)
}

async function playCrowds({ setting: agreed, rounds }: Crowds, saw: Saw): Promise<void> {
  const play = await begin(database.store, agreed)
  for (const { pause: first, crowd } of rounds) {
    if (first) await playIntent(database.store, play, first, saw)
    await playRound(stores, play, crowd, saw)
  }
  await expectVerified(play)
}

/** Plays random histories, some side by side. */
async function walk<Value>(
  histories: fc.Arbitrary<Value>,
  play: (value: Value) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(histories, play)
  const walkers = Array.from({ length: WALKERS }, (_, index) =>
    fc.assert(property, {
      seed: index === 0 && !process.env.ARTEL_HISTORY_SEED ? STEADY_SEED : SEED + index,
      numRuns: Math.ceil(RUNS / WALKERS),
      // To shrink a history of a hundred commands takes hours, and cutting it down by hand minutes.
      endOnFailure: true,
    }),
  )
  for (const outcome of await Promise.allSettled(walkers))
    if (outcome.status === 'rejected') throw outcome.reason
}

async function expectVerified(play: Play): Promise<void> {
  const { coalitionId } = play.town.agreed
  const verified = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId })
  expect(verified.findings).toEqual([])
}
