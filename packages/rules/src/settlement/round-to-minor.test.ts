import { micros, minor } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundDown, roundHalfEven, roundNets, roundParts } from './round-to-minor.ts'

describe('roundHalfEven', () => {
  it.each([
    [14_999n, 1n],
    [15_000n, 2n],
    [25_000n, 2n],
    [25_001n, 3n],
    [-15_000n, -2n],
    [-25_000n, -2n],
    [-25_001n, -3n],
    [-4_999n, 0n],
    [0n, 0n],
  ])('%s micros are %s minor units', (amount, expected) => {
    expect(roundHalfEven(micros(amount))).toBe(expected)
  })

  it('knows currencies without minor unit and with three decimals', () => {
    expect(roundHalfEven(micros(1_500_000n), 1_000_000n)).toBe(2n)
    expect(roundHalfEven(micros(1_500n), 1_000n)).toBe(2n)
    expect(roundDown(micros(-1n), 1_000n)).toBe(-1n)
  })
})

describe('roundNets', () => {
  it('gives the units left over to the largest remainders, ties to the smaller id', () => {
    const rounded = roundNets(
      new Map([
        ['c', micros(3_333n)],
        ['a', micros(3_333n)],
        ['b', micros(3_334n)],
        ['z', micros(-10_000n)],
      ]),
    )
    expect(rounded).toEqual([
      { ownerId: 'a', amount: 0n, residue: 3_333n },
      { ownerId: 'b', amount: 1n, residue: -6_666n },
      { ownerId: 'c', amount: 0n, residue: 3_333n },
      { ownerId: 'z', amount: -1n, residue: 0n },
    ])
    const tied = roundNets(
      new Map([
        ['b', micros(5_000n)],
        ['a', micros(5_000n)],
        ['z', micros(-10_000n)],
      ]),
    )
    expect(tied.map(({ amount }) => amount)).toEqual([1n, 0n, -1n])
  })

  it('keeps the sum at zero, strays less than one unit, and loses nothing of any net', () => {
    const nets = fc
      .array(fc.bigInt(-(10n ** 15n), 10n ** 15n), { minLength: 1, maxLength: 200 })
      .map((some) => {
        const all = [...some, -some.reduce((sum, net) => sum + net, 0n)]
        return new Map(all.map((net, index) => [`m${index}`, micros(net)]))
      })
    fc.assert(
      fc.property(nets, fc.constantFrom(1_000n, 10_000n, 1_000_000n), (exact, unit) => {
        const rounded = roundNets(exact, unit)
        expect(rounded.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n)
        expect(rounded.reduce((sum, { residue }) => sum + residue, 0n)).toBe(0n)
        for (const { ownerId, amount, residue } of rounded) {
          expect(amount * unit + residue).toBe(exact.get(ownerId))
          expect(residue < unit && residue > -unit).toBe(true)
        }
        expect(roundNets(new Map([...exact].toReversed()), unit)).toEqual(rounded)
      }),
    )
  })

  it('refuses nets that do not sum to zero', () => {
    expect(() => roundNets(new Map([['a', micros(1n)]]))).toThrow('sum to zero')
  })
})

describe('roundParts', () => {
  const parts = (...amounts: bigint[]) =>
    new Map(amounts.map((amount, index) => [`p${index}`, micros(amount)]))

  it('adds up to the total, rounded up or down', () => {
    const rounded = (total: bigint) =>
      roundParts(parts(16_000n, 5_000n, -2_000n), { total: minor(total), microsPerMinor: 10_000n }).map(
        ({ amount }) => amount,
      )
    expect(rounded(1n)).toEqual([1n, 0n, 0n])
    expect(rounded(2n)).toEqual([2n, 0n, 0n])
  })

  it('refuses a total that is not theirs', () => {
    for (const total of [0n, 3n])
      expect(() =>
        roundParts(parts(16_000n, 5_000n, -2_000n), { total: minor(total), microsPerMinor: 10_000n }),
      ).toThrow('rounded')
  })
})
