import { basisPoints, type Micros, micros, minor, points } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_JOIN_ASSUMPTIONS, type JoinAssumptions } from './join-assumptions.ts'
import { beginSalesByMonth, type MonthOfSales, monthOfTotal, monthText } from './sales-by-month.ts'
import { type JoinSimulation, simulateJoining } from './simulate-joining.ts'

const MOSCOW = 'Europe/Moscow'
const plain: JoinAssumptions = {
  ...DEFAULT_JOIN_ASSUMPTIONS,
  participationBps: basisPoints(10_000n),
  inboundBps: basisPoints(0n),
}
const month = (text: string, roubles: bigint, earned: bigint): MonthOfSales => ({
  month: text,
  salesCount: 10,
  totalMinor: minor(roubles * 100n),
  earned: points(earned),
})
const sum = <Row>(rows: readonly Row[], of: (row: Row) => bigint) =>
  rows.reduce((total, row) => total + of(row), 0n)

describe('simulateJoining', () => {
  it('books what the ledger books, month by month', () => {
    const assumptions = {
      ...plain,
      redemptionBps: basisPoints(8_000n),
      redemptionLagMonths: 1,
      redemptionSpreadMonths: 2,
      expiryMonths: 4,
      inboundBps: basisPoints(100n),
    }
    const { months, fundings, outstanding } = simulateJoining(
      [month('2026-11', 20_000n, 1_000n)],
      assumptions,
    )
    // 1 % of 20 000.00 comes in as 200 points, so 1000 x 198 / 200 are earned: 990, of which 792 are spent.
    expect(months.map((one) => [one.month, one.issued, one.spentHere, one.spentElsewhere])).toEqual([
      ['2026-11', 990n, 0n, 0n],
      ['2026-12', 0n, 198n, 198n],
      ['2027-01', 0n, 198n, 198n],
      ['2027-02', 0n, 0n, 0n],
      ['2027-03', 0n, 0n, 0n],
    ])
    expect(months.map(({ inbound, expired, outstanding: held }) => [inbound, expired, held])).toEqual([
      [200n, 0n, 990n],
      [0n, 0n, 594n],
      [0n, 0n, 198n],
      [0n, 0n, 198n],
      [0n, 198n, 0n],
    ])
    expect(months.map(({ tillMinor }) => tillMinor)).toEqual([20_000n, 19_800n, 19_800n, 0n, 0n])
    expect(outstanding).toBe(0n)
    const [burn, , issue] = fundings
    // D = 0: fees of 99.00 at giving, 176.00 for the 200; then 198 x 0.02 here and 198 x 0.90 elsewhere a month.
    expect(burn?.netCash).toEqual([77_000_000n, -182_160_000n, -182_160_000n, 0n, 0n])
    // D = R: 990.00 at giving; then 198 x 0.88 come back a month, and half of 198 x 0.90 in the end.
    expect(issue?.netCash).toEqual([-814_000_000n, 174_240_000n, 174_240_000n, 0n, 89_100_000n])
    expect([burn?.total, burn?.deepest]).toEqual([-287_320_000n, -287_320_000n])
    expect([issue?.total, issue?.deepest]).toEqual([-376_420_000n, -814_000_000n])
  })

  it('ends with the same total under every deposit when no point runs out', () => {
    fc.assert(
      fc.property(someSales(), someAssumptions(), (sales, some) => {
        const assumptions = { ...some, redemptionBps: basisPoints(10_000n), expiryMonths: null }
        const { fundings, outstanding } = simulateJoining(sales, assumptions)
        expect(outstanding).toBe(0n)
        expect(new Set(fundings.map(({ total }) => total)).size).toBe(1)
      }),
    )
  })

  it('ends with the same total where issuers get back all that runs out, and else differs by just what they do not', () => {
    fc.assert(
      fc.property(someSales(), someAssumptions(), (sales, some) => {
        const assumptions = { ...some, expiryMonths: some.expiryMonths ?? 12 }
        const split = (issuer: bigint) => ({
          issuer: basisPoints(issuer),
          promoFund: basisPoints(0n),
          operator: basisPoints(10_000n - issuer),
        })
        const all = simulateJoining(sales, { ...assumptions, breakage: split(10_000n) })
        expect(all.outstanding).toBe(0n)
        expect(new Set(all.fundings.map(({ total }) => total)).size).toBe(1)
        const none = simulateJoining(sales, { ...assumptions, breakage: split(0n) })
        const expired = sum(none.months, (one) => one.expired)
        expect(none.fundings.map(({ deposit, total }) => total + expired * deposit)).toEqual(
          none.fundings.map(() => none.fundings[0]?.total),
        )
      }),
    )
  })

  it('loses no point: what was given is spent, has run out or is held, every month', () => {
    fc.assert(
      fc.property(someSales(), someAssumptions(), (sales, assumptions) => {
        const { months } = simulateJoining(sales, assumptions)
        let held = 0n
        for (const one of months) {
          for (const amount of [one.issued, one.spentHere, one.spentElsewhere, one.inbound, one.expired])
            expect(amount).toBeGreaterThanOrEqual(0n)
          held += one.issued - one.spentHere - one.spentElsewhere - one.expired
          expect(one.outstanding).toBe(held)
          expect(held).toBeGreaterThanOrEqual(0n)
        }
      }),
    )
  })

  it('lays out at giving what a larger deposit asks, and never more than that deeper', () => {
    fc.assert(
      fc.property(someSales(), someAssumptions(), (sales, assumptions) => {
        const [burn, , issue] = simulateJoining(sales, assumptions).fundings
        expect(issue?.netCash[0]).toBeLessThanOrEqual(burn?.netCash[0] ?? 0n)
        for (const one of [burn, issue]) expect(one?.deepest).toBeLessThanOrEqual(0n)
      }),
    )
  })

  it('gives the same answer to the same question, and 100 % of everything does not break it', () => {
    const whole = basisPoints(10_000n)
    const all = { ...plain, redemptionBps: whole, elsewhereBps: whole, inboundBps: whole, expiryMonths: 1 }
    const sales = [month('2026-01', 1_000n, 50n), month('2026-02', 1_000n, 50n)]
    expect(simulateJoining(sales, all)).toEqual(simulateJoining(sales, all))
    // All is paid in points, so nothing is earned.
    expect(sum(simulateJoining(sales, all).months, ({ issued }) => issued)).toBe(0n)
  })

  it('has nothing to say of no sales', () => {
    const empty: JoinSimulation = simulateJoining([], plain)
    expect(empty.months).toEqual([])
    expect(empty.fundings.map(({ total }) => total)).toEqual([0n, 0n, 0n])
  })

  it('refuses assumptions and months that cannot be, by name', () => {
    const refused = (change: Partial<JoinAssumptions>, path: string) =>
      expect(() => simulateJoining([], { ...plain, ...change })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', path: [path] }),
      )
    refused({ redemptionBps: basisPoints(10_001n) }, 'redemptionBps')
    refused({ redemptionLagMonths: 0 }, 'redemptionLagMonths')
    refused({ expiryMonths: 61 }, 'expiryMonths')
    refused({ faceValueMinor: minor(0n) }, 'faceValueMinor')
    refused({ breakage: { ...plain.breakage, operator: basisPoints(0n) } }, 'breakage')
    refused({ prices: { ...plain.prices, redeemFee: micros(900_001n) } }, 'redeemFee')
    const apart = [month('2026-01', 1n, 0n), month('2026-03', 1n, 0n)]
    expect(() => simulateJoining(apart, plain)).toThrow('2026-03')
    expect(() => simulateJoining([], plain, [micros(900_001n)])).toThrow('reserve price')
    expect(() => simulateJoining([], plain, [])).toThrow('1 to 10')
  })
})

describe('beginSalesByMonth', () => {
  const options = { timeZone: MOSCOW, earnRule: plain.earnRule, faceValueMinor: plain.faceValueMinor }

  it('puts a sale into the month of the wall clock, earns sale by sale, and lets no month out', () => {
    const sales = beginSalesByMonth(options)
    // Midnight of 1 March in Moscow; 19.99 earns nothing by itself and twice nothing together.
    sales.add({ soldAt: new Date('2026-02-28T21:00:00Z'), totalMinor: 1_999n })
    sales.add({ soldAt: new Date('2026-03-01T09:00:00Z'), totalMinor: 1_999n })
    sales.add({ soldAt: new Date('2025-12-31T20:59:59Z'), totalMinor: 100_000n })
    // A return is no sale.
    sales.add({ soldAt: new Date('2025-12-30T20:59:59Z'), totalMinor: -20_000n })
    expect(sales.months()).toEqual([
      { month: '2025-12', salesCount: 1, totalMinor: 80_000n, earned: 40n },
      { month: '2026-01', salesCount: 0, totalMinor: 0n, earned: 0n },
      { month: '2026-02', salesCount: 0, totalMinor: 0n, earned: 0n },
      { month: '2026-03', salesCount: 2, totalMinor: 3_998n, earned: 0n },
    ])
  })

  it('lets a return take back what its sale earned, over the end of a month too', () => {
    const sales = beginSalesByMonth(options)
    sales.add({ soldAt: new Date('2026-03-20T09:00:00Z'), totalMinor: 100_000n })
    sales.add({ soldAt: new Date('2026-04-02T09:00:00Z'), totalMinor: -100_000n })
    sales.add({ soldAt: new Date('2026-05-02T09:00:00Z'), totalMinor: 150_000n })
    const simulation = simulateJoining(sales.months(), {
      ...plain,
      expiryMonths: 60,
      redemptionLagMonths: 60,
    })
    expect(simulation.months.slice(0, 3).map(({ issued }) => issued)).toEqual([50n, 0n, 25n])
  })

  it('refuses dates that lie centuries apart', () => {
    const sales = beginSalesByMonth(options)
    sales.add({ soldAt: new Date('1026-01-01T00:00:00Z'), totalMinor: 1n })
    sales.add({ soldAt: new Date('2026-01-01T00:00:00Z'), totalMinor: 1n })
    expect(() => sales.months()).toThrow('centuries')
  })
})

it('takes a month of which only the sum is known', () => {
  const total = { month: '2026-03', salesCount: 3, totalMinor: minor(1_000_000n) }
  const { faceValueMinor } = plain
  expect(monthOfTotal(total, plain).earned).toBe(500n)
  const fixed = { kind: 'FIXED', fixedPoints: points(7n), minTotalMinor: minor(0n) } as const
  expect(monthOfTotal(total, { faceValueMinor, earnRule: fixed }).earned).toBe(21n)
})

function someSales() {
  const one = fc.record({ roubles: fc.bigInt(-10_000n, 1_000_000n), earned: fc.bigInt(-500n, 50_000n) })
  return fc
    .array(one, { minLength: 1, maxLength: 18 })
    .map((drafts) => drafts.map(({ roubles, earned }, at) => month(monthText(24_300 + at), roubles, earned)))
}

function someAssumptions(): fc.Arbitrary<JoinAssumptions> {
  const bps = fc.bigInt(0n, 10_000n).map(basisPoints)
  const price = (high: bigint): fc.Arbitrary<Micros> => fc.bigInt(0n, high).map(micros)
  return fc.record({
    earnRule: fc.constant(plain.earnRule),
    prices: fc.record({
      reservePrice: fc.bigInt(500_000n, 1_500_000n).map(micros),
      issueFee: price(200_000n),
      redeemFee: price(500_000n),
    }),
    faceValueMinor: fc.bigInt(1n, 500n).map(minor),
    breakage: fc.constant(plain.breakage),
    selfRedemptionFeeWaived: fc.boolean(),
    participationBps: bps,
    redemptionBps: bps,
    redemptionLagMonths: fc.integer({ min: 1, max: 12 }),
    redemptionSpreadMonths: fc.integer({ min: 1, max: 12 }),
    elsewhereBps: bps,
    inboundBps: bps,
    expiryMonths: fc.option(fc.integer({ min: 1, max: 24 })),
  })
}
