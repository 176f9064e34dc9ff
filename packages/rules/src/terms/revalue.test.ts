import { micros, points } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OutstandingLot, revalue, revaluedDeposit } from './revalue.ts'

const lot = (
  issuerId: string,
  remaining: bigint,
  deposit: bigint,
  reservePrice = 900_000n,
): OutstandingLot => ({
  issuerId,
  remaining: points(remaining),
  prices: { reservePrice: micros(reservePrice), deposit: micros(deposit) },
})
const to = (reservePrice: bigint, payer: 'ISSUERS' | 'PROMO_FUND' = 'ISSUERS') => ({
  reservePrice: micros(reservePrice),
  payer,
  coalitionId: 'c',
})

describe('revalue', () => {
  it('asks issuers for the rise of what is deposited', () => {
    const { issuers, lines } = revalue(
      [lot('W', 21n, 900_000n), lot('S', 500n, 900_000n), lot('S', 0n, 5n)],
      to(1_000_000n),
    )
    expect(issuers).toEqual([
      { issuerId: 'S', points: 500n, reserve: 50_000_000n, contingent: 0n },
      { issuerId: 'W', points: 21n, reserve: 2_100_000n, contingent: 0n },
    ])
    expect(lines[0]).toEqual({
      debits: [{ account: { kind: 'CLEARING', ownerId: 'S' }, amount: 50_000_000n }],
      credits: [{ account: { kind: 'RESERVE', ownerId: 'c' }, amount: 50_000_000n }],
    })
  })

  it('gives a fall back to the promo fund when that pays', () => {
    expect(revalue([lot('S', 10n, 900_000n)], to(800_000n, 'PROMO_FUND')).lines).toEqual([
      {
        debits: [{ account: { kind: 'RESERVE', ownerId: 'c' }, amount: 1_000_000n }],
        credits: [{ account: { kind: 'PROMO_FUND', ownerId: 'c' }, amount: 1_000_000n }],
      },
    ])
  })

  it('books nothing for burn-funded points: what they will cost changes', () => {
    const { issuers, lines } = revalue([lot('S', 500n, 0n)], to(1_000_000n))
    expect(lines).toEqual([])
    expect(issuers).toEqual([{ issuerId: 'S', points: 500n, reserve: 0n, contingent: 50_000_000n }])
  })

  it('keeps RESERVE at the deposits of the lots, and changes their whole worth by exactly the change of R', () => {
    const lots = fc.array(
      fc.record({
        issuerId: fc.constantFrom('S', 'W', 'P'),
        remaining: fc.bigInt(0n, 10n ** 9n),
        reservePrice: fc.bigInt(1n, 2_000_000n),
        share: fc.bigInt(0n, 100n),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(lots, fc.bigInt(1n, 2_000_000n), (some, reservePrice) => {
        const outstanding = some.map(({ issuerId, remaining, reservePrice: old, share }) =>
          lot(issuerId, remaining, (old * share) / 100n, old),
        )
        const { issuers } = revalue(outstanding, to(reservePrice))
        const sum = (value: (one: OutstandingLot) => bigint) =>
          outstanding.reduce((total, one) => total + one.remaining * value(one), 0n)
        const reserve = issuers.reduce((total, issuer) => total + issuer.reserve, 0n)
        const contingent = issuers.reduce((total, issuer) => total + issuer.contingent, 0n)
        expect(sum(({ prices }) => prices.deposit) + reserve).toBe(
          sum(({ prices }) => revaluedDeposit(prices, micros(reservePrice))),
        )
        expect(reserve + contingent).toBe(sum(({ prices }) => reservePrice - prices.reservePrice))
        for (const { prices } of outstanding)
          expect(revaluedDeposit(prices, micros(reservePrice))).toBeLessThanOrEqual(reservePrice)
      }),
    )
  })
})
