import { describe, expect, it } from 'vitest'
import { type AdjustInput, adjust } from './adjust.ts'
import type { CustomerState } from './customer-state.ts'
import { evolve } from './evolve.ts'
import { points } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { InsufficientPointsError } from './refusals/points.ts'
import { examplePrices } from './testing/prices.ts'
import { aLot, inDays, NOW, withLots } from './testing/states.ts'

const adjusting = (state: CustomerState, n: bigint, over: Partial<AdjustInput> = {}) =>
  adjust(state, {
    ...{ issuerId: 'S', coalitionId: 'C', documentId: 'doc', points: points(n), now: NOW },
    newLot: () => ({
      ...{ lotId: 'new', terms: { id: 'T', prices: examplePrices(450_000n) } },
      ...{ activatesAt: NOW, expiresAt: null },
    }),
    ...over,
  })
const legs = (entry: ReturnType<typeof adjust>) =>
  entry.transfers.map((t) => [t.debit.kind, t.debit.ownerId, t.credit.kind, t.credit.ownerId, t.amount])

describe('adjust', () => {
  it('undoes exactly what it gave, at the prices of the lot', () => {
    const given = adjusting(withLots([]), 10n)
    const state = evolve(withLots([]), given)
    const taken = adjusting(state, -10n)
    expect(taken).toMatchObject({ kind: 'ADJUSTMENT', memberId: 'S', newLots: [] })
    expect(legs(taken)).toEqual(
      legs(given).map(([debit, debitOwner, credit, creditOwner, n]) => [
        ...[credit, creditOwner, debit, debitOwner, n],
      ]),
    )
    expect(evolve(state, taken)).toMatchObject({ posted: 0n, lots: [{ remaining: 0n }] })
  })

  it("takes the issuer's own free points alone, pending ones too, but none that have run out", () => {
    const state = withLots([
      aLot('pending', 5n, { activatesAt: inDays(3), expiresAt: inDays(9) }),
      aLot('held', 5n, { reserved: points(3n) }),
      aLot('ran out', 50n, { expiresAt: NOW }),
      aLot('of another', 50n, { issuerId: 'W' }),
    ])
    expect(() => adjusting(state, -8n)).toThrow(
      new InsufficientPointsError({ available: points(7n), requested: points(8n) }),
    )
    expect(adjusting(state, -7n).lotUses).toEqual([
      { lotId: 'pending', kind: 'ADJUSTMENT', points: 5n },
      { lotId: 'held', kind: 'ADJUSTMENT', points: 2n },
    ])
  })

  it('takes from the lots of the award that it undoes and from no other', () => {
    const state = withLots([aLot('wrong', 5n), aLot('earned', 50n)])
    expect(adjusting(state, -5n, { onlyLotIds: ['wrong'] }).lotUses).toMatchObject([{ lotId: 'wrong' }])
    expect(() => adjusting(state, -6n, { onlyLotIds: ['wrong'] })).toThrow(InsufficientPointsError)
  })

  it('refuses to adjust by nothing', () => {
    expect(() => adjusting(withLots([]), 0n)).toThrow(InvalidInputError)
  })
})
