import { describe, expect, it } from 'vitest'
import { BrokenInvariantError } from './broken-invariant-error.ts'
import type { Debt } from './entry.ts'
import { evolve } from './evolve.ts'
import { hold } from './hold.ts'
import { mergeCustomers } from './merge-customers.ts'
import { micros } from './money.ts'
import { points } from './points.ts'
import { CustomerHasOpenHoldsError } from './refusals/customer.ts'
import { InvalidInputError } from './refusals/input.ts'
import { InsufficientPointsError } from './refusals/points.ts'
import { aLot, inDays, NOW, withLots } from './testing/states.ts'
import { transferPoints } from './transfer-points.ts'

const boris = withLots([], { customerId: 'boris' })
const mirror = (lotId: string) => `${lotId}'`
const sending = (n: bigint) => ({
  ...{ documentId: 'doc', memberId: 'S', points: points(n), now: NOW, newLotId: mirror },
})
const merging = { documentId: 'doc', memberId: null, newLotId: mirror, newDebtId: mirror }

describe('transferPoints', () => {
  const soon = aLot('soon', 10n, { issuerId: 'W', expiresAt: inDays(5), issuedAt: inDays(-9) })
  const anna = withLots([
    aLot('later', 30n, { expiresAt: inDays(90) }),
    soon,
    aLot('pending', 50n, { activatesAt: inDays(1), expiresAt: inDays(2) }),
  ])

  it('mirrors what it takes: issuer, terms, prices, age, activation and expiry stay', () => {
    const { given, received } = transferPoints(anna, boris, sending(12n))
    expect(given).toMatchObject({ kind: 'TRANSFER_OUT', memberId: 'S', pointsDelta: -12n })
    expect(given.transfers).toEqual([
      {
        ...{ unit: 'POINTS', amount: 12n },
        debit: { kind: 'CUSTOMER', ownerId: 'anna' },
        credit: { kind: 'CUSTOMER', ownerId: 'boris' },
      },
    ])
    expect(received).toMatchObject({ kind: 'TRANSFER_IN', pointsDelta: 12n, transfers: [] })
    expect(evolve(anna, given)).toMatchObject({ posted: 78n })
    expect(evolve(boris, received).lots).toEqual([
      { ...soon, id: "soon'" },
      { ...aLot("later'", 2n), expiresAt: inDays(90) },
    ])
  })

  it('gives what could be spent now: nothing held, pending or missing', () => {
    const held = evolve(
      anna,
      hold(anna, { holdId: 'H', memberId: 'W', points: points(25n), now: NOW, expiresAt: inDays(1) }),
    )
    expect(() => transferPoints(held, boris, sending(16n))).toThrow(
      new InsufficientPointsError({ available: points(15n), requested: points(16n) }),
    )
    expect(transferPoints(held, boris, sending(15n)).given.lotUses).toMatchObject([{ lotId: 'later' }])
    expect(() => transferPoints(anna, boris, sending(0n))).toThrow(InvalidInputError)
    expect(() => transferPoints(anna, anna, sending(1n))).toThrow(InvalidInputError)
  })

  it('cannot be posted for one of the two with figures of its own', () => {
    const { given, received } = transferPoints(anna, boris, sending(12n))
    expect(() => evolve(boris, { ...received, mirrored: [] })).toThrow(BrokenInvariantError)
    expect(() => evolve(boris, given)).toThrow(BrokenInvariantError)
    expect(() => evolve(anna, received)).toThrow(BrokenInvariantError)
  })
})

describe('mergeCustomers', () => {
  const debt: Debt = {
    ...{ id: 'D', issuerId: 'S', purchaseId: 'pur', lotId: null, amount: points(9n), remaining: points(4n) },
    ...{ issueFee: micros(100_000n), incurredAt: inDays(-3) },
  }
  const anna = withLots(
    [
      aLot('pending', 5n, { activatesAt: inDays(1) }),
      aLot('ran out', 7n, { expiresAt: NOW }),
      aLot('empty', 3n, { remaining: points(0n) }),
    ],
    { debts: [debt] },
  )

  it('moves every point that remains, pending and run-out ones too, and what is owed', () => {
    const { given, received } = mergeCustomers(anna, boris, merging)
    const gone = given.reduce(evolve, anna)
    expect(gone.posted).toBe(0n)
    expect(gone.lots.every((lot) => lot.remaining === 0n)).toBe(true)
    expect(gone.debts).toMatchObject([{ id: 'D', remaining: 0n }])
    const survivor = received.reduce(evolve, boris)
    expect(survivor).toMatchObject({ posted: 12n, reserved: 0n })
    expect(survivor.lots.map((lot) => [lot.id, lot.activatesAt, lot.expiresAt])).toEqual([
      ["pending'", inDays(1), null],
      ["ran out'", NOW, NOW],
    ])
    expect(survivor.debts).toEqual([{ ...debt, id: "D'", amount: 4n }])
    expect(given[1]?.transfers).toEqual([
      {
        ...{ unit: 'POINTS', amount: 4n },
        debit: { kind: 'DEBT', ownerId: 'boris' },
        credit: { kind: 'DEBT', ownerId: 'anna' },
      },
    ])
  })

  it('merges a customer who has nothing, so that every merge has its entries', () => {
    const { given, received } = mergeCustomers(withLots([]), boris, merging)
    expect([given.length, received.length]).toEqual([1, 1])
    expect(given[0]).toMatchObject({ kind: 'MERGE_OUT', pointsDelta: 0n, transfers: [], lotUses: [] })
  })

  it('refuses while a hold claims points of the one that goes, but not of the one that stays', () => {
    const free = withLots([aLot('a', 9n)])
    const held = evolve(
      free,
      hold(free, { holdId: 'H', memberId: 'W', points: points(2n), now: NOW, expiresAt: inDays(1) }),
    )
    expect(() => mergeCustomers(held, boris, merging)).toThrow(
      new CustomerHasOpenHoldsError({ openHolds: 1, held: points(2n) }),
    )
    expect(mergeCustomers(boris, held, merging).received[0]?.pointsDelta).toBe(0n)
    expect(() => mergeCustomers(free, free, merging)).toThrow(InvalidInputError)
  })
})
