import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyBill } from './any-bill.ts'
import { evaluated, figuresOfEngine, figuresOfModel } from './compare.ts'
import { decide } from './decide.ts'
import { tellBill } from './tell-bill.ts'

const RUNS = Number(process.env.ARTEL_RULES_RUNS ?? 6_000)
const SEED = Number(process.env.ARTEL_RULES_SEED ?? Date.now() % 2 ** 31)

it(`a bill under rules comes to what the naive model says, figure by figure (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyBill, (drawn) => {
      const { told, asked } = tellBill(drawn)
      const outcome = decide(told)
      const bill = evaluated(asked)
      if (told.spent > outcome.maxPoints) expect(bill).toBeNull()
      else expect(bill && figuresOfEngine(bill, told.lines.length)).toEqual(figuresOfModel(told, outcome))
    }),
    { seed: SEED, numRuns: RUNS },
  )
})
