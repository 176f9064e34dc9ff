import { describe, expect, it } from 'vitest'
import { BrokenInvariantError } from './broken-invariant-error.ts'
import type { Entry } from './entry.ts'
import { evolve, evolveGroup } from './evolve.ts'
import { hold } from './hold.ts'
import { minor } from './money.ts'
import { MAX_AMOUNT, points } from './points.ts'
import { redeem } from './redeem.ts'
import { aLot, inDays, NOW, withLots } from './testing/states.ts'

const state = withLots([aLot('a', 30n), aLot('b', 20n)])
const spending = (n: bigint) =>
  redeem(state, {
    ...{ redeemerId: 'W', coalitionId: 'C', documentId: 'doc', points: points(n), now: NOW },
    selfRedemptionFeeWaivedFor: () => false,
  })
const holding = hold(state, {
  ...{ holdId: 'H', memberId: 'W', points: points(40n), now: NOW, expiresAt: inDays(1) },
})

/** An entry as a careless verb might make it. */
const forged = (over: Partial<Entry>): Entry => ({ ...spending(10n), ...over })

describe('evolve', () => {
  it('asserts on its own that no lot, balance or reservation leaves its bounds', () => {
    const twice = evolve(state, spending(40n))
    expect(() => evolve(twice, spending(40n))).toThrow(BrokenInvariantError)
    const held = evolve(state, holding)
    expect(() => evolve(held, spending(20n))).toThrow(/reserved would be 40 of 30/)
    expect(() => evolve(held, spending(10n))).toThrow(/lot a would hold 30 of 20/)
    expect(() => evolve(held, { ...holding, newHold: { ...held.holds[0], id: 'H2' } as never })).toThrow(
      BrokenInvariantError,
    )
    const overfull = withLots([aLot('a', 10n)], { posted: points(MAX_AMOUNT) })
    const back = { lotId: 'a', kind: 'REDEEM_REVERSAL' as const, points: points(-1n) }
    const credit = { ...spending(1n).transfers[0], debit: { kind: 'REDEEMED', ownerId: 'W' } }
    const giving = {
      pointsDelta: points(1n),
      lotUses: [back],
      transfers: [{ ...credit, credit: { kind: 'CUSTOMER', ownerId: 'anna' } } as never],
    }
    expect(() => evolve(overfull, forged(giving))).toThrow(/posted would be/)
    expect(() => evolve(withLots([aLot('a', 10n)]), forged(giving))).toThrow(/would keep 11 of 10/)
  })

  it('refuses an entry whose figures disagree', () => {
    expect(() => evolve(state, forged({ pointsDelta: points(-9n) }))).toThrow(/legs move -10/)
    expect(() => evolve(state, forged({ lotUses: [] }))).toThrow(/lots move 0/)
    expect(() => evolve(state, forged({ reservedDelta: points(1n) }))).toThrow(/reserves 0/)
    const [transfer] = spending(10n).transfers
    if (!transfer) throw new Error('no transfer')
    expect(() => evolve(state, forged({ transfers: [{ ...transfer, amount: 0n as never }] }))).toThrow(
      /not positive/,
    )
    expect(() =>
      evolve(state, forged({ transfers: [{ ...transfer, credit: transfer.debit } as never] })),
    ).toThrow(/debit = credit/)
    expect(() => evolve(withLots([]), spending(10n))).toThrow(BrokenInvariantError)
  })

  it('ends a hold once', () => {
    const end = forged({
      ...{ pointsDelta: points(0n), transfers: [], lotUses: [] },
      holdChange: { holdId: 'H', status: 'VOIDED' },
    })
    const ended = evolve(evolve(state, holding), end)
    expect(ended.holds[0]?.status).toBe('VOIDED')
    expect(() => evolve(ended, end)).toThrow(/hold H is not open/)
    expect(() => evolve(state, end)).toThrow(/hold H is not open/)
  })

  it('leaves the state that it was given as it was', () => {
    const before = structuredClone(state)
    evolve(state, spending(40n))
    evolve(state, holding)
    expect(state).toEqual(before)
  })
})

describe('evolveGroup', () => {
  it('moves the sequence on by one a group and keeps what the purchase took from each lot', () => {
    const entries = [spending(40n)]
    const facts = {
      id: 'doc',
      memberId: 'W',
      termsId: 'T',
      total: minor(100_000n),
      pointsPart: minor(4_000n),
      lines: [],
    }
    const after = evolveGroup(state, { entries, recordedPurchase: facts })
    expect(after.sequence).toBe(1n)
    expect(after.purchases).toEqual([
      {
        ...facts,
        ...{ pointsRedeemed: 40n, pointsEarned: 0n, earnedLotId: null, pointsExpired: 0n },
        redeemedFrom: [
          { lotId: 'a', points: 30n },
          { lotId: 'b', points: 10n },
        ],
        ...{
          refundedTotal: 0n,
          pointsReturned: 0n,
          pointsReversed: 0n,
          pointsDue: 0n,
          refundedByLine: new Map(),
        },
      },
    ])
  })
})
