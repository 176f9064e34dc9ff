import { type Lot, micros, points } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateBreakage, type IssueCohort } from './estimate-breakage.ts'
import { exitTail } from './exit-tail.ts'
import { reciprocityMatrix, type SpentPoints } from './reciprocity-matrix.ts'

const spent = (redeemerId: string, firstVisit: boolean, ...parts: [string, bigint][]): SpentPoints => ({
  redeemerId,
  firstVisit,
  parts: parts.map(([issuerId, n]) => ({ issuerId, points: points(n), value: micros(n * 900_000n) })),
})

describe('reciprocityMatrix', () => {
  it('says whose points were spent where, and who brought new customers', () => {
    const { cells, members } = reciprocityMatrix([
      spent('W', true, ['S', 300n]),
      spent('P', true, ['S', 150n], ['W', 200n], ['S', 100n]),
      spent('S', true, ['S', 50n]),
      spent('W', false, ['S', 10n]),
    ])
    expect(
      cells.map((cell) => [cell.issuerId, cell.redeemerId, cell.points, cell.visits, cell.firstVisits]),
    ).toEqual([
      ['S', 'P', 250n, 1n, 1n],
      ['S', 'S', 50n, 1n, 1n],
      ['S', 'W', 310n, 2n, 1n],
      ['W', 'P', 200n, 1n, 0n],
    ])
    expect(members).toEqual([
      { memberId: 'P', sent: 0n, received: 405_000_000n, firstVisitsSent: 0n, firstVisitsReceived: 1n },
      { memberId: 'S', sent: 504_000_000n, received: 0n, firstVisitsSent: 2n, firstVisitsReceived: 0n },
      {
        memberId: 'W',
        sent: 180_000_000n,
        received: 279_000_000n,
        firstVisitsSent: 0n,
        firstVisitsReceived: 1n,
      },
    ])
  })

  it('gives a tie to the smaller id, so that each first visit has one bringer', () => {
    const { cells } = reciprocityMatrix([spent('P', true, ['W', 5n], ['S', 5n])])
    expect(cells.map(({ issuerId, firstVisits }) => [issuerId, firstVisits])).toEqual([
      ['S', 1n],
      ['W', 0n],
    ])
  })

  it('sends as much as it receives, and loses no point and no first visit', () => {
    const id = fc.constantFrom('S', 'W', 'P')
    const part = fc.tuple(id, fc.bigInt(1n, 1_000n))
    const purchase = fc.record({
      at: id,
      first: fc.boolean(),
      parts: fc.array(part, { minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(purchase), (some) => {
        const { cells, members } = reciprocityMatrix(
          some.map(({ at, first, parts }) => spent(at, first, ...parts)),
        )
        const sum = <Row>(rows: readonly Row[], of: (row: Row) => bigint) =>
          rows.reduce((total, row) => total + of(row), 0n)
        expect(sum(members, ({ sent }) => sent)).toBe(sum(members, ({ received }) => received))
        expect(sum(cells, (cell) => cell.points)).toBe(sum(some, ({ parts }) => sum(parts, ([, n]) => n)))
        expect(sum(cells, (cell) => cell.firstVisits)).toBe(BigInt(some.filter(({ first }) => first).length))
      }),
    )
  })
})

const cohort = (period: string, issued: bigint, ...redeemed: bigint[]): IssueCohort => ({
  period,
  issued: points(issued),
  redeemedByAge: redeemed.map(points),
})

describe('estimateBreakage', () => {
  it('develops each cohort by the chain ladder', () => {
    // 0 to 1: (500 + 600) / (200 + 300) = 2.2; 1 to 2: 700 / 500 = 1.4
    const estimate = estimateBreakage([
      cohort('2026-01', 1_000n, 200n, 500n, 700n),
      cohort('2026-02', 1_000n, 300n, 600n),
      cohort('2026-03', 2_000n, 400n),
    ])
    expect(estimate.method).toBe('CHAIN_LADDER')
    expect(
      estimate.cohorts.map(({ expectedRedeemed, expectedBreakage }) => [expectedRedeemed, expectedBreakage]),
    ).toEqual([
      [700n, 300n],
      [840n, 160n],
      [1_232n, 768n],
    ])
    expect(estimate.expectedBreakage).toBe(1_228n)
  })

  it('falls back to the oldest cohort’s rate where an age has no spending to grow from, and says so', () => {
    const estimate = estimateBreakage([cohort('2026-01', 1_000n, 0n, 250n), cohort('2026-02', 500n, 0n)])
    expect(estimate.method).toBe('COHORT_RATE')
    expect(estimate.cohorts.map(({ expectedRedeemed }) => expectedRedeemed)).toEqual([250n, 125n])
  })

  it('expects nothing of nothing', () => {
    expect(estimateBreakage([])).toEqual({ method: 'CHAIN_LADDER', cohorts: [], expectedBreakage: 0n })
    expect(estimateBreakage([cohort('2026-01', 0n, 0n)]).expectedBreakage).toBe(0n)
  })

  it('never expects more than was issued nor less than was spent already', () => {
    const triangle = fc.integer({ min: 1, max: 8 }).chain((size) =>
      fc.tuple(
        ...Array.from({ length: size }, (_, index) =>
          fc.array(fc.bigInt(0n, 500n), { minLength: size - index, maxLength: size - index }).map((steps) => {
            let sum = 0n
            const redeemed = steps.map((step) => {
              sum += step
              return sum
            })
            return cohort(`${index}`, sum + 100n, ...redeemed)
          }),
        ),
      ),
    )
    fc.assert(
      fc.property(triangle, (cohorts) => {
        const { cohorts: estimated } = estimateBreakage(cohorts)
        for (const { issued, redeemed, expectedRedeemed, expectedBreakage } of estimated) {
          expect(redeemed <= expectedRedeemed && expectedRedeemed <= issued).toBe(true)
          expect(expectedRedeemed + expectedBreakage).toBe(issued)
        }
        expect(estimated[0]?.expectedRedeemed).toBe(estimated[0]?.redeemed)
      }),
    )
  })

  it.each([
    ['a gap', [cohort('1', 9n, 1n, 2n, 3n), cohort('2', 9n, 1n)]],
    ['more spent than given', [cohort('1', 9n, 10n)]],
    ['spending that falls', [cohort('1', 9n, 5n, 4n)]],
    ['no observation', [cohort('1', 9n)]],
  ])('refuses a triangle with %s', (_name, cohorts) => {
    expect(() => estimateBreakage(cohorts)).toThrow(expect.objectContaining({ name: 'BrokenInvariantError' }))
  })
})

describe('exitTail', () => {
  const now = new Date('2026-11-22T00:00:00Z')
  const lot = (
    id: string,
    remaining: bigint,
    expiresAt: string | null,
    over: { reserved?: bigint; deposit?: bigint } = {},
  ): Parameters<typeof exitTail>[0] extends Iterable<infer Of> ? Of : never => ({
    id,
    remaining: points(remaining),
    reserved: points(over.reserved ?? 0n),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    prices: {
      reservePrice: micros(900_000n),
      deposit: micros(over.deposit ?? 0n),
      issueFee: micros(100_000n),
      redeemFee: micros(20_000n),
    } satisfies Lot['prices'],
  })
  const facts = {
    now,
    redemptionEndsAt: null,
    position: micros(0n),
    deposited: micros(0n),
    commissions: micros(0n),
    vouchers: micros(0n),
    expectedRedemptionBps: 7_000n,
  }

  it('counts every outstanding point at R - D, last to end first', () => {
    const tail = exitTail(
      [
        lot('a', 100n, '2027-01-01T00:00:00Z'),
        lot('b', 10n, '2027-06-01T00:00:00Z', { deposit: 900_000n }),
        lot('c', 0n, null),
      ],
      facts,
    )
    expect(tail.lots.map(({ lotId, liability }) => [lotId, liability])).toEqual([
      ['b', 0n],
      ['a', 90_000_000n],
    ])
    expect(tail).toMatchObject({
      points: 110n,
      liability: 90_000_000n,
      expected: 63_000_000n,
      endsAt: new Date('2027-06-01T00:00:00Z'),
      endless: false,
      guaranteeNeeded: 90_000_000n,
    })
  })

  it('asks for what is owed too, less what the member is owed and has deposited', () => {
    const lots = [lot('a', 100n, '2027-01-01T00:00:00Z')]
    const needed = (position: bigint, deposited: bigint) =>
      exitTail(lots, { ...facts, position: micros(position), deposited: micros(deposited) }).guaranteeNeeded
    expect(needed(10_000_000n, 0n)).toBe(100_000_000n)
    expect(needed(-30_000_000n, 40_000_000n)).toBe(20_000_000n)
    expect(needed(-95_000_000n, 0n)).toBe(0n)
    expect(exitTail(lots, { ...facts, commissions: micros(7_000_000n) })).toMatchObject({
      ...{ commissions: 7_000_000n, guaranteeNeeded: 97_000_000n },
    })
    expect(exitTail(lots, { ...facts, vouchers: micros(8_000_000n) })).toMatchObject({
      ...{ vouchers: 8_000_000n, guaranteeNeeded: 98_000_000n },
    })
  })

  it('ends with the redemption window, and says when it has no end', () => {
    const lots = [lot('a', 1n, null), lot('b', 1n, '2026-12-01T00:00:00Z')]
    expect(exitTail(lots, facts)).toMatchObject({ endsAt: null, endless: true })
    const redemptionEndsAt = new Date('2027-02-01T00:00:00Z')
    expect(exitTail(lots, { ...facts, redemptionEndsAt })).toMatchObject({
      endsAt: redemptionEndsAt,
      endless: false,
    })
    expect(exitTail([], facts)).toMatchObject({ endsAt: null, endless: false, liability: 0n })
  })

  it('of a lot that has run out counts what is held, and no more', () => {
    expect(exitTail([lot('a', 100n, '2026-11-22T00:00:00Z', { reserved: 30n })], facts).points).toBe(30n)
  })
})
