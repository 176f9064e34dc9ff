import { micros, minor } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundClosings } from './round-closings.ts'

const closing = (memberId: string, net: bigint, minPayout = 0n) => ({
  ...{ memberId, net: micros(net), minPayout: minor(minPayout) },
})

describe('roundClosings', () => {
  it('rounds what is paid together with the coalition, and leaves what is carried forward out', () => {
    const rounded = roundClosings(
      [closing('a', 10_006_000n), closing('b', -3_333_333n), closing('c', 996_999n, 100n)],
      'coalition',
    )
    expect(rounded).toEqual([
      { ownerId: 'a', amount: 1_000n, residue: 6_000n, isCarried: false },
      { ownerId: 'b', amount: -333n, residue: -3_333n, isCarried: false },
      // 0.996999 waits as it is; the paper shows 0.99 and 0.006999 beside it.
      { ownerId: 'c', amount: 99n, residue: 6_999n, isCarried: true },
      { ownerId: 'coalition', amount: -667n, residue: -2_667n, isCarried: false },
    ])
  })

  it('a net of the least payout is paid; below it by a millionth, on either side, it is carried', () => {
    const carried = (net: bigint) => roundClosings([closing('a', net, 100n)], 'z')[0]?.isCarried
    expect([1_000_000n, 999_999n, -1_000_000n, -999_999n, 0n].map(carried)).toEqual([
      ...[false, true, false, true, false],
    ])
  })

  it('figures of what is paid sum to zero, each less than a minor unit off, in any order of members', () => {
    const one = fc.tuple(fc.bigInt(-(10n ** 9n), 10n ** 9n), fc.constantFrom(0n, 100n, 40_000n))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (members) => {
        const closings = members.map(([net, minPayout], at) => closing(`m${at}`, net, minPayout))
        const rounded = roundClosings(closings, 'coalition')
        const paid = rounded.filter(({ isCarried }) => !isCarried)
        expect(paid.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n)
        expect(paid.reduce((sum, { residue }) => sum + residue, 0n)).toBe(0n)
        for (const { residue } of rounded) expect(residue < 10_000n && residue > -10_000n).toBe(true)
        expect(roundClosings(closings.toReversed(), 'coalition')).toEqual(rounded)
      }),
    )
  })

  it('refuses a member named twice, or as the coalition', () => {
    expect(() => roundClosings([closing('a', 1n), closing('a', 1n, 100n)], 'z')).toThrow('twice')
    expect(() => roundClosings([closing('z', 1n, 100n)], 'z')).toThrow('twice')
  })
})
