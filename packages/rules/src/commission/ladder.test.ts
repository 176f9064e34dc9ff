import { basisPoints, minor } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ladderCommission } from './ladder.ts'
import type { CommissionEffect, LadderStep } from './programme.ts'
import { type ReckonedCommission, reckonLess, reckonSale } from './reckon-commission.ts'

const roubles = (amount: number) => minor(BigInt(Math.round(amount * 100)))
const step = (from: number, bps: bigint): LadderStep => ({ from: roubles(from), bps: basisPoints(bps) })
const STEPS = [step(0, 500n), step(100_000, 700n), step(300_000, 1_000n)]
const ladder = (steps: readonly LadderStep[]): CommissionEffect => ({
  kind: 'LADDER',
  ...{ steps, per: 'MONTH', by: 'MONEY' },
})

/** Of whose sale nothing has come back. */
const asSold = (made: ReckonedCommission) => ({ ...made, soldVolume: made.volume })

describe('a ladder by difference', () => {
  it('comes to the kopeck of the worked example', () => {
    const effect = ladder(STEPS)
    const first = reckonSale(effect, roubles(80_000), { volume: minor(0n), customers: 1n })
    expect(first.amount).toBe(roubles(4_000))
    const second = reckonSale(effect, roubles(50_000), { volume: roubles(80_000), customers: 2n })
    expect(second.amount).toBe(roubles(3_100))
    const back = reckonLess(effect, asSold(second), {
      left: roubles(10_000),
      before: { volume: roubles(130_000) },
    })
    expect(back).toEqual({ volume: roubles(-40_000), amount: roubles(-2_600) })
    expect(ladderCommission(STEPS, roubles(90_000))).toBe(roubles(4_500))
  })

  it('takes back what a later sale was worth when the earlier one goes', () => {
    const effect = ladder(STEPS)
    const first = reckonSale(effect, roubles(100_000), { volume: minor(0n), customers: 1n })
    const second = reckonSale(effect, roubles(100_000), { volume: roubles(100_000), customers: 1n })
    const before = { volume: roubles(200_000) }
    const back = reckonLess(effect, asSold(first), { left: minor(0n), before })
    expect(first.amount + back.amount).toBe(roubles(-2_000))
    expect(first.amount + second.amount + back.amount).toBe(ladderCommission(STEPS, roubles(100_000)))
  })

  it('pays nothing below its first step, and each part at its own rate', () => {
    const steps = [step(1_000, 0n), step(2_000, 10_000n)]
    expect(ladderCommission(steps, roubles(2_000))).toBe(0n)
    expect(ladderCommission(steps, roubles(2_000.01))).toBe(1n)
    expect(ladderCommission([step(10, 333n)], roubles(10.03))).toBe(0n)
  })
})

const steps = fc
  .uniqueArray(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 6 })
  .chain((froms) =>
    fc
      .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: froms.length, maxLength: froms.length })
      .map((rates) =>
        froms
          .toSorted((a, b) => (a < b ? -1 : 1))
          .map((from, at) => ({ from, bps: basisPoints(rates[at] ?? 0n) })),
      ),
  )

/** Sales, and for each how much of it is left after one refund and after another, in an order of its own. */
const history = fc.array(
  fc.record({
    volume: fc.bigInt({ min: 1n, max: 500_000n }),
    kept: fc.integer({ min: 0, max: 100 }),
    keptLater: fc.integer({ min: 0, max: 100 }),
    at: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  }),
  { minLength: 1, maxLength: 12 },
)

describe('rows of a ladder', () => {
  it('sum to C of what is left, in any order of sales and refunds', () => {
    fc.assert(
      fc.property(steps, history, (of, sales) => {
        const effect = ladder(of)
        const events = sales
          .flatMap(({ at }, sale) =>
            [...at].sort((a, b) => a - b).map((moment, no) => ({ moment, sale, no })),
          )
          .toSorted((a, b) => a.moment - b.moment || a.sale - b.sale || a.no - b.no)
        const made = new Map<number, { volume: bigint; amount: bigint }>()
        let volume = 0n
        let total = 0n
        for (const { sale, no } of events) {
          const { volume: sold, kept, keptLater } = sales[sale] ?? { volume: 1n, kept: 0, keptLater: 0 }
          const now = made.get(sale) ?? { volume: 0n, amount: 0n }
          const left = (now.volume * BigInt(no === 1 ? kept : keptLater)) / 100n
          const standing = { volume: minor(volume), customers: 1n }
          const change =
            no === 0
              ? reckonSale(effect, minor(sold), standing)
              : reckonLess(
                  effect,
                  {
                    volume: minor(now.volume),
                    amount: minor(now.amount),
                    rateBps: null,
                    soldVolume: minor(sold),
                  },
                  { left: minor(left), before: standing },
                )
          made.set(sale, { volume: now.volume + change.volume, amount: now.amount + change.amount })
          volume += change.volume
          total += change.amount
        }
        const net = [...made.values()].reduce((sum, one) => sum + one.volume, 0n)
        expect(volume).toBe(net)
        expect(total).toBe(ladderCommission(of, net))
      }),
    )
  })

  it('never fall as the volume grows', () => {
    const volume = fc.bigInt({ min: 0n, max: 2_000_000n })
    fc.assert(
      fc.property(steps, volume, volume, (of, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        expect(ladderCommission(of, less) <= ladderCommission(of, more)).toBe(true)
      }),
    )
  })
})
