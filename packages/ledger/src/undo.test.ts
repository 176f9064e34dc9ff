import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lesser } from './lesser.ts'
import { basisPoints } from './money.ts'
import { examplePrices } from './testing/prices.ts'
import { anna, aWorld, refund, type Sale, sell } from './testing/world.ts'

const terms = [0n, 450_000n, 900_000n].map((deposit, index) => ({
  id: `T${index}`,
  prices: examplePrices(deposit),
  selfRedemptionFeeWaived: index === 1,
  breakage: [basisPoints(10_000n), basisPoints(0n), basisPoints(0n)] as const,
  lifeDays: null,
  delayDays: 0,
}))
const NOW = Date.UTC(2026, 0, 1)
const member = fc.constantFrom('S', 'W', 'P')
const sale = fc.record({
  member,
  total: fc.bigInt(1n, 100_000n),
  spend: fc.nat(60),
  earn: fc.nat(60),
  terms: fc.constantFrom(...terms),
  now: fc.constant(NOW),
})

/** Sells to anna who has 60 points of each funding, then refunds by the given parts and finally the rest. */
function sellAndUndo(draft: Omit<Sale, 'id'>, parts: readonly bigint[]) {
  const world = aWorld(terms)
  for (const { id } of terms) {
    const gift = { total: 1n, spend: 0, earn: 60, now: NOW }
    sell(world, {
      ...gift,
      id: `gift ${id}`,
      member: 'S',
      terms: terms.find((one) => one.id === id) ?? draft.terms,
    })
  }
  const before = {
    balances: new Map(world.books.balances),
    posted: anna(world).posted,
    lots: anna(world).lots,
  }
  sell(world, { ...draft, id: 'sale' })
  let left = draft.total
  for (const [index, part] of [...parts, left].entries()) {
    const amount = lesser(part, left)
    if (amount === 0n) break
    refund(world, 'sale', { id: `refund ${index}`, amount, now: NOW, policy: 'ISSUER_BEARS' })
    left -= amount
  }
  return { world, before }
}

describe('a sale followed by its full refund, in one part or in many', () => {
  it('leaves every account and every lot as before', () => {
    fc.assert(
      fc.property(sale, fc.array(fc.bigInt(1n, 40_000n), { maxLength: 6 }), (draft, parts) => {
        const { world, before } = sellAndUndo(draft, parts)
        expect(world.books.balances).toEqual(before.balances)
        expect(anna(world).posted).toBe(before.posted)
        expect(anna(world).lots.filter((lot) => lot.id !== 'lot sale')).toEqual(before.lots)
        const [undone] = anna(world).purchases.filter((purchase) => purchase.id === 'sale')
        expect(undone).toMatchObject({
          pointsReturned: undone?.pointsRedeemed,
          pointsReversed: undone?.pointsEarned,
          refundedTotal: draft.total,
        })
      }),
    )
  })
})
