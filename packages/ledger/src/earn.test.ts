import { describe, expect, it } from 'vitest'
import { booksNothing } from './books-nothing.ts'
import { earn } from './earn.ts'
import { evolve } from './evolve.ts'
import { MAX_AMOUNT, points } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { examplePrices } from './testing/prices.ts'
import { inDays, NOW, withLots } from './testing/states.ts'

const give = (n: bigint) =>
  earn({
    ...{ issuerId: 'S', customerId: 'anna', coalitionId: 'C', documentId: 'doc', lotId: 'lot' },
    ...{ points: points(n), terms: { id: 'T', prices: examplePrices(450_000n) } },
    ...{ now: NOW, activatesAt: inDays(1), expiresAt: inDays(90) },
  })

describe('earn', () => {
  it('makes a lot that keeps the prices of its terms for life', () => {
    expect(evolve(withLots([]), give(7n)).lots).toEqual([
      {
        ...{ id: 'lot', issuerId: 'S', termsId: 'T', amount: 7n, remaining: 7n, reserved: 0n },
        ...{ issuedAt: NOW, activatesAt: inDays(1), expiresAt: inDays(90) },
        prices: examplePrices(450_000n),
      },
    ])
  })

  it('makes no lot of 0 points, but still an entry', () => {
    expect(give(0n)).toMatchObject({ kind: 'EARN', newLots: [], pointsDelta: 0n })
    expect(booksNothing(give(0n))).toBe(true)
    expect(booksNothing(give(1n))).toBe(false)
  })

  it('refuses a negative number, and points whose money could not be stored', () => {
    expect(() => give(-1n)).toThrow(InvalidInputError)
    expect(() => give(MAX_AMOUNT)).toThrow(InvalidInputError)
  })
})
