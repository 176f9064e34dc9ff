import { describe, expect, it } from 'vitest'
import { BrokenInvariantError } from './broken-invariant-error.ts'
import { captureHold } from './capture-hold.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { evolve } from './evolve.ts'
import { expireHold } from './expire-hold.ts'
import { hold } from './hold.ts'
import { points } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { spendablePoints } from './spendable-points.ts'
import { aLot, inDays, NOW, withLots } from './testing/states.ts'
import { voidHold } from './void-hold.ts'

const twoLots = withLots([aLot('first', 30n, { expiresAt: inDays(3) }), aLot('second', 100n)])
const order = { holdId: 'H', memberId: 'W', points: points(50n), now: NOW, expiresAt: inDays(7) }
const held = evolve(twoLots, hold(twoLots, order))
const capture = (state: CustomerState, n: bigint, now = NOW) =>
  captureHold(state, {
    holdId: 'H',
    coalitionId: 'C',
    documentId: 'doc',
    points: points(n),
    now,
    selfRedemptionFeeWaivedFor: () => false,
  })
const reservedByLot = (state: CustomerState) => state.lots.map((lot) => lot.reserved)

describe('hold', () => {
  it('reserves in consumption order, moves no balance and keeps others from spending', () => {
    expect(held).toMatchObject({ posted: 130n, reserved: 50n })
    expect(reservedByLot(held)).toEqual([30n, 20n])
    expect(held.holds[0]).toMatchObject({ status: 'OPEN', reservations: [{ points: 30n }, { points: 20n }] })
    expect(hold(twoLots, order).transfers).toEqual([])
    expect(spendablePoints(held, NOW)).toBe(80n)
    expect(() => hold(held, { ...order, holdId: 'H2', points: points(81n) })).toThrow(
      expect.objectContaining({ code: 'INSUFFICIENT_POINTS', available: 80n }),
    )
  })

  it('refuses no points and a time that is over', () => {
    expect(() => hold(twoLots, { ...order, points: points(0n) })).toThrow(InvalidInputError)
    expect(() => hold(twoLots, { ...order, expiresAt: NOW })).toThrow(InvalidInputError)
  })
})

describe('captureHold', () => {
  it('takes from the front of the reservations and releases the rest', () => {
    const entry = capture(held, 35n)
    expect(entry).toMatchObject({ kind: 'REDEEM', memberId: 'W', pointsDelta: -35n, reservedDelta: -50n })
    expect(entry.lotUses.map((use) => [use.lotId, use.points])).toEqual([
      ['first', 30n],
      ['second', 5n],
    ])
    const after = evolve(held, entry)
    expect(after).toMatchObject({ posted: 95n, reserved: 0n, holds: [{ status: 'CAPTURED' }] })
    expect(reservedByLot(after)).toEqual([0n, 0n])
  })

  it('keeps its promise after the lot has run out, up to the last instant of the hold', () => {
    expect(evolve(held, capture(held, 50n, inDays(6))).posted).toBe(80n)
    expect(capture(held, 50n, new Date(inDays(7).getTime() - 1)).pointsDelta).toBe(-50n)
  })

  it('takes 0 points as a capture that books nothing', () => {
    const entry = capture(held, 0n)
    expect(entry).toMatchObject({ kind: 'REDEEM', transfers: [], lotUses: [], pointsDelta: 0n })
    expect(evolve(held, entry)).toMatchObject({ posted: 130n, reserved: 0n, holds: [{ status: 'CAPTURED' }] })
  })

  it('refuses more than is held', () => {
    expect(() => capture(held, 51n)).toThrow(
      expect.objectContaining({
        code: 'CAPTURE_EXCEEDS_HOLD',
        details: { held: '50', requested: '51' },
      }),
    )
    expect(() => capture(held, -1n)).toThrow(InvalidInputError)
  })
})

describe('the end of a hold', () => {
  const release = (state: CustomerState, now = NOW) => voidHold(state, { holdId: 'H', now })
  const timeOut = (state: CustomerState, now = inDays(7)) => expireHold(state, { holdId: 'H', now })
  const ends: [string, (state: CustomerState) => Entry, string][] = [
    ['capture', (state) => capture(state, 50n), 'CAPTURED'],
    ['void', (state) => release(state), 'VOIDED'],
    ['expiry', (state) => timeOut(state), 'EXPIRED'],
  ]

  it.each(ends)('by %s is final: every later end is refused with what became of it', (_name, end, status) => {
    const ended = evolve(held, end(held))
    expect(ended.reserved).toBe(0n)
    for (const [, again] of ends)
      expect(() => again(ended)).toThrow(
        expect.objectContaining({ code: 'HOLD_NOT_OPEN', details: { status } }),
      )
    expect(() => evolve(ended, end(held))).toThrow(BrokenInvariantError)
  })

  it('by hand is refused once the time is up, whether or not that is recorded', () => {
    const expired = expect.objectContaining({ code: 'HOLD_NOT_OPEN', holdStatus: 'EXPIRED' })
    expect(() => release(held, inDays(7))).toThrow(expired)
    expect(() => capture(held, 1n, inDays(7))).toThrow(expired)
  })

  it('by the clock before the time is a bug, and so is a hold that nobody knows', () => {
    expect(() => timeOut(held, new Date(inDays(7).getTime() - 1))).toThrow(BrokenInvariantError)
    expect(() => release(twoLots)).toThrow(BrokenInvariantError)
  })
})
