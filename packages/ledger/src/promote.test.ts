import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve } from './evolve.ts'
import { points } from './points.ts'
import { type PromoPayer, promote } from './promote.ts'
import { InvalidInputError } from './refusals/input.ts'
import { examplePrices } from './testing/prices.ts'
import { inDays, NOW, withLots } from './testing/states.ts'

const payer = (memberId: string, share: bigint): PromoPayer => ({
  memberId,
  share,
  lotId: `lot ${memberId}`,
  terms: { id: `T ${memberId}`, prices: examplePrices(450_000n) },
  activatesAt: NOW,
  expiresAt: inDays(30),
})
const award = (n: bigint, payers: readonly PromoPayer[]) =>
  promote({
    ...{ customerId: 'anna', coalitionId: 'C', documentId: 'doc', now: NOW },
    ...{ points: points(n), payers },
  })

describe('promote', () => {
  it('charges a single payer as an earning would, with points of its own', () => {
    const [entry, ...more] = award(10n, [payer('S', 1n)])
    expect(more).toEqual([])
    expect(entry).toMatchObject({ kind: 'PROMO', memberId: 'S', documentId: 'doc', pointsDelta: 10n })
    expect(entry?.transfers.map((t) => [t.unit, t.debit.kind, t.credit.kind, t.amount])).toEqual([
      ['POINTS', 'ISSUED', 'CUSTOMER', 10n],
      ['MONEY', 'CLEARING', 'RESERVE', 4_500_000n],
      ['MONEY', 'CLEARING', 'FEES', 1_000_000n],
    ])
    expect(entry?.newLots).toMatchObject([{ id: 'lot S', issuerId: 'S', termsId: 'T S', remaining: 10n }])
  })

  it('shares points by largest remainder, ties to the smaller id, and leaves out who pays nothing', () => {
    const parts = (n: bigint, payers: readonly PromoPayer[]) =>
      award(n, payers).map((entry) => [entry.memberId, entry.pointsDelta])
    // 10 over 1:1:1 is 3 and a third each: the odd one goes to the smallest id, whatever the order.
    expect(parts(10n, [payer('W', 1n), payer('P', 1n), payer('S', 1n)])).toEqual([
      ['W', 3n],
      ['P', 4n],
      ['S', 3n],
    ])
    expect(parts(1n, [payer('S', 99n), payer('W', 1n)])).toEqual([['S', 1n]])
  })

  it('splits to the last point and never gives a payer more than one above its exact share', () => {
    const shares = fc.uniqueArray(fc.bigInt(1n, 1_000n), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.bigInt(1n, 100_000n), shares, (n, weights) => {
        const entries = award(
          n,
          weights.map((weight, index) => payer(`M${index}`, weight)),
        )
        const whole = weights.reduce((sum, weight) => sum + weight, 0n)
        expect(entries.reduce((sum, entry) => sum + entry.pointsDelta, 0n)).toBe(n)
        for (const entry of entries) {
          const weight = weights[Number(entry.memberId?.slice(1))] ?? 0n
          const floor = (n * weight) / whole
          expect(entry.pointsDelta >= floor && entry.pointsDelta <= floor + 1n).toBe(true)
        }
        expect(entries.reduce(evolve, withLots([])).posted).toBe(n)
      }),
    )
  })

  it('refuses no points, no payer, a payer twice and a share of nothing', () => {
    expect(() => award(0n, [payer('S', 1n)])).toThrow(InvalidInputError)
    expect(() => award(1n, [])).toThrow(InvalidInputError)
    expect(() => award(1n, [payer('S', 1n), payer('S', 1n)])).toThrow(InvalidInputError)
    expect(() => award(1n, [payer('S', 1n), payer('W', 0n)])).toThrow(InvalidInputError)
  })
})
