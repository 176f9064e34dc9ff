import { describe, expect, it } from 'vitest'
import { evolve } from './evolve.ts'
import { expire } from './expire.ts'
import { basisPoints, micros } from './money.ts'
import { points } from './points.ts'
import { aLot, inDays, NOW, withLots } from './testing/states.ts'

const split = (issuer: bigint, promoFund: bigint, operator: bigint) => ({
  issuer: basisPoints(issuer),
  promoFund: basisPoints(promoFund),
  operator: basisPoints(operator),
})
const input = { coalitionId: 'C', now: NOW, breakageOf: () => split(5_000n, 3_000n, 2_000n) }

describe('expire', () => {
  it('forfeits what is left of every lot that has run out, but not what a hold still claims', () => {
    const state = withLots([
      aLot('ran out', 30n, { expiresAt: inDays(-2) }),
      aLot('runs out now', 20n, { expiresAt: NOW, reserved: points(5n) }),
      aLot('runs out next', 10n, { expiresAt: new Date(NOW.getTime() + 1) }),
      aLot('never', 10n),
      aLot('all held', 10n, { expiresAt: inDays(-1), reserved: points(10n) }),
    ])
    const entry = expire(state, input)
    if (!entry) throw new Error('nothing was due')
    expect(entry).toMatchObject({ kind: 'EXPIRE', memberId: null, documentId: null, pointsDelta: -45n })
    expect(entry.lotUses.map((use) => [use.lotId, use.points])).toEqual([
      ['ran out', 30n],
      ['runs out now', 15n],
    ])
    const after = evolve(state, entry)
    expect(after).toMatchObject({ posted: 35n, reserved: 15n })
    expect(expire(after, input)).toBeUndefined()
  })

  it('splits the reserve of each lot by the terms of that lot, to the last micro', () => {
    const odd = { deposit: micros(1n), reservePrice: micros(1n), issueFee: micros(0n), redeemFee: micros(0n) }
    const lot = (id: string, issuerId: string) =>
      aLot(id, 7n, { issuerId, termsId: id, prices: odd, expiresAt: NOW })
    const entry = expire(withLots([lot('A', 'S'), lot('B', 'W')]), {
      ...input,
      breakageOf: (termsId) => (termsId === 'A' ? split(3_333n, 3_333n, 3_334n) : split(5_000n, 5_000n, 0n)),
    })
    const credited = entry?.transfers
      .filter(({ unit }) => unit === 'MONEY')
      .map(({ credit, amount }) => [credit.kind, credit.ownerId, amount])
    // 7 micros: 2.3331, 2.3331, 2.3338 gives the odd one to the operator; 3.5 and 3.5 ties, the issuer first.
    expect(credited).toEqual([
      ['CLEARING', 'S', 2n],
      ['PROMO_FUND', 'C', 5n],
      ['BREAKAGE', 'C', 3n],
      ['CLEARING', 'W', 4n],
    ])
  })

  it('has nothing to do for a customer without due lots', () => {
    expect(expire(withLots([aLot('never', 10n)]), input)).toBeUndefined()
    expect(expire(withLots([]), input)).toBeUndefined()
  })
})
