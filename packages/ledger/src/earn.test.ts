import { describe, expect, it } from 'vitest'
import { booksNothing } from './books-nothing.ts'
import { earn } from './earn.ts'
import { evolve } from './evolve.ts'
import { MAX_COMMAND_MICROS, micros } from './money.ts'
import { MAX_AMOUNT, MAX_COMMAND_POINTS, MAX_CUSTOMER_POINTS, points } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { examplePrices } from './testing/prices.ts'
import { inDays, NOW, withLots } from './testing/states.ts'

const given = (n: bigint) => ({
  ...{ issuerId: 'S', customerId: 'anna', coalitionId: 'C', documentId: 'doc', lotId: 'lot' },
  ...{ points: points(n), terms: { id: 'T', prices: examplePrices(450_000n) } },
  ...{ now: NOW, activatesAt: inDays(1), expiresAt: inDays(90) },
})
const give = (n: bigint) => earn(given(n))

describe('earn', () => {
  it('makes a lot that keeps the prices of its terms for life', () => {
    expect(evolve(withLots([]), give(7n)).lots).toEqual([
      {
        ...{ id: 'lot', issuerId: 'S', termsId: 'T', amount: 7n, remaining: 7n, reserved: 0n },
        ...{ issuedAt: NOW, activatesAt: inDays(1), expiresAt: inDays(90) },
        ...{ prices: examplePrices(450_000n), originLotId: null },
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

  it('gives up to the most that one command may move, in points and in money, and not one more', () => {
    const { reservePrice, issueFee } = examplePrices(450_000n)
    const worthMost = MAX_COMMAND_MICROS / (reservePrice + issueFee)
    expect(give(worthMost).pointsDelta).toBe(worthMost)
    expect(() => give(worthMost + 1n)).toThrow(InvalidInputError)
    const forNothing = {
      reservePrice: micros(1n),
      deposit: micros(0n),
      issueFee: micros(0n),
      redeemFee: micros(0n),
    }
    const cheap = (n: bigint) => earn({ ...given(n), terms: { id: 'T', prices: forNothing } })
    expect(cheap(MAX_COMMAND_POINTS).pointsDelta).toBe(MAX_COMMAND_POINTS)
    expect(() => cheap(MAX_COMMAND_POINTS + 1n)).toThrow(InvalidInputError)
  })

  it('gives a customer no more than anybody may have, but always lets points come back', () => {
    const full = withLots([], { posted: points(MAX_CUSTOMER_POINTS - 7n) })
    expect(evolve(full, give(7n)).posted).toBe(MAX_CUSTOMER_POINTS)
    expect(() => evolve(full, give(8n))).toThrow(InvalidInputError)
  })
})
