import { micros, minor } from '@artel/ledger'
import { describe, expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { partsOfPeriod, periodBefore } from './figure-parts.ts'
import { type CostSums, programmeCost } from './programme-cost.ts'
import { turnoverOf } from './turnover.ts'

const SUMS: CostSums = {
  ...{
    purchases: 3n,
    grossMinor: 1_000_000n,
    discountMinor: 50_000n,
    discountCostMinor: 40_000n,
    pointsPartMinor: 20_000n,
  },
  ...{ refundedMinor: 100_000n, refundedMoneyMinor: 90_000n },
  ...{ issued: 500n, reversed: 50n, spent: 200n, returned: 100n, fresh: 4n },
}
/** R 0.90, fi 0.10, fr 0.02; a point pays 1.00. */
const TERMS = {
  prices: {
    ...{ reservePrice: micros(900_000n), issueFee: micros(100_000n) },
    ...{ redeemFee: micros(20_000n), deposit: micros(0n) },
  },
  faceValueMinor: minor(100n),
}

test('turnover is what bills came to less what was undone, and an average bill is rounded down', () => {
  expect(turnoverOf(SUMS)).toEqual({ netMinor: 850_000n, moneyMinor: 840_000n, averageBillMinor: 316_666n })
  expect(turnoverOf({ ...SUMS, purchases: 0n }).averageBillMinor).toBeNull()
})

test('the programme costs its points at R + fi, what taken points are short of, and its discounts', () => {
  expect(programmeCost(SUMS, TERMS, 3_000)).toEqual({
    // 450 points at 1.00; 100 points at 1.00 - (0.90 - 0.02); 400.00.
    ...{ pointsIssued: 450_000_000n, pointsTaken: 12_000_000n, discounts: 400_000_000n, total: 862_000_000n },
    // 30 % of 8 500.00.
    margin: 2_550_000_000n,
    perNewCustomer: 215_500_000n,
    returnBps: 19_582n,
  })
})

test('without new customers nobody has a cost, and without a cost there is no return on it', () => {
  expect(programmeCost({ ...SUMS, fresh: 0n }, TERMS, 3_000).perNewCustomer).toBeNull()
  const free = { ...SUMS, discountCostMinor: 0n, issued: 0n, reversed: 0n, spent: 0n, returned: 0n }
  expect(programmeCost(free, TERMS, 3_000)).toMatchObject({
    total: 0n,
    perNewCustomer: null,
    returnBps: null,
  })
})

describe('parts of a period', () => {
  const days = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) })

  test('weeks begin on Monday, months on the first, and the period cuts the first and the last short', () => {
    expect(partsOfPeriod(days('2026-02-26', '2026-03-09'), 'WEEK')).toEqual([
      days('2026-02-26', '2026-03-01'),
      days('2026-03-02', '2026-03-08'),
      days('2026-03-09', '2026-03-09'),
    ])
    expect(partsOfPeriod(days('2024-01-31', '2024-03-01'), 'MONTH')).toEqual([
      days('2024-01-31', '2024-01-31'),
      days('2024-02-01', '2024-02-29'),
      days('2024-03-01', '2024-03-01'),
    ])
    expect(partsOfPeriod(days('2026-12-31', '2027-01-01'), 'DAY')).toHaveLength(2)
  })

  test('more parts than anybody reads are refused before they are made', () => {
    expect(() => partsOfPeriod(days('0001-01-01', '9999-12-31'), 'DAY')).toThrow('at most 400 parts')
    expect(() => partsOfPeriod(days('9999-12-30', '9999-12-31'), 'DAY')).toThrow('0000 to 9999')
  })

  test('the period before is as long and ends on the day before', () => {
    expect(periodBefore(days('2026-03-01', '2026-03-07'))).toEqual(days('2026-02-22', '2026-02-28'))
    expect(periodBefore(days('2026-03-01', '2026-03-01'))).toEqual(days('2026-02-28', '2026-02-28'))
  })
})
