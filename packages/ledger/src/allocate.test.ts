import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate.ts'
import { BrokenInvariantError } from './broken-invariant-error.ts'

describe('allocate', () => {
  it('gives what is left over to the largest remainders, ties to the smaller id', () => {
    const equal = [
      { id: 'b', weight: 1n },
      { id: 'c', weight: 1n },
      { id: 'a', weight: 1n },
    ]
    expect(allocate(10n, equal)).toEqual([3n, 3n, 4n])
    expect(allocate(11n, equal)).toEqual([4n, 3n, 4n])
    expect(
      allocate(10n, [
        { id: 'a', weight: 10n },
        { id: 'b', weight: 87n },
        { id: 'c', weight: 3n },
      ]),
    ).toEqual([1n, 9n, 0n])
  })

  it('loses nothing, strays less than one unit from the exact share, and does not depend on the order', () => {
    const shares = fc
      .uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), weight: fc.bigInt(0n, 10_000n) }), {
        selector: (share) => share.id,
        minLength: 1,
        maxLength: 8,
      })
      .filter((some) => some.some((share) => share.weight > 0n))
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), shares, (total, some) => {
        const parts = allocate(total, some)
        const whole = some.reduce((sum, share) => sum + share.weight, 0n)
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total)
        for (const [index, share] of some.entries()) {
          const stray = (parts[index] ?? 0n) * whole - total * share.weight
          expect(stray < whole && stray > -whole).toBe(true)
        }
        expect(allocate(total, some.toReversed()).toReversed()).toEqual(parts)
      }),
    )
  })

  it('refuses to split by nothing, by a negative weight, or a negative total', () => {
    expect(() => allocate(1n, [])).toThrow(BrokenInvariantError)
    expect(() => allocate(1n, [{ id: 'a', weight: 0n }])).toThrow(BrokenInvariantError)
    expect(() =>
      allocate(1n, [
        { id: 'a', weight: 2n },
        { id: 'b', weight: -1n },
      ]),
    ).toThrow(BrokenInvariantError)
    expect(() => allocate(-1n, [{ id: 'a', weight: 1n }])).toThrow(BrokenInvariantError)
  })
})
