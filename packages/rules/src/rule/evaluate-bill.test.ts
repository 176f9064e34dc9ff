import { basisPoints, minor, type PurchaseLine, points } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { someRule } from '../testing/rules.ts'
import type { BillToEvaluate } from './bill-to-evaluate.ts'
import { evaluateBill } from './evaluate-bill.ts'
import type { RuleVersion } from './rule.ts'

/** A Wednesday noon in Moscow. */
const NOON = new Date('2026-11-25T09:00:00Z')
const line = (ref: string, total: bigint, more: Partial<PurchaseLine> = {}): PurchaseLine => ({
  ref,
  title: ref,
  total: minor(total),
  ...more,
})

const bill = (over: Partial<BillToEvaluate> = {}): BillToEvaluate => ({
  totalMinor: minor(100_000n),
  lines: [],
  spent: points(0n),
  code: null,
  occurredAt: NOON,
  timeZone: 'Europe/Moscow',
  customer: { id: 'anna', lastHere: null, lastAnywhere: null },
  earnRule: { kind: 'PERCENT', percentBps: basisPoints(500n), minTotalMinor: minor(0n) },
  rules: [],
  used: new Map(),
  terms: { faceValueMinor: minor(100n), maxPointsShareBps: basisPoints(5_000n) },
  ...over,
})

const gifts = (evaluated: ReturnType<typeof evaluateBill>) =>
  evaluated.given.map(({ rule, points: n, discountMinor }) => [rule.ruleId, n, discountMinor])
const reasons = (evaluated: ReturnType<typeof evaluateBill>) =>
  Object.fromEntries(evaluated.skipped.map(({ rule, reason }) => [rule.ruleId, reason]))

const off = (bps: bigint): RuleVersion['give'] => [{ kind: 'DISCOUNT_PERCENT', percentBps: basisPoints(bps) }]
const fixed = (n: bigint): RuleVersion['give'] => [{ kind: 'POINTS_FIXED', points: points(n) }]
const oil = { categories: ['service/oil'], skus: [] }

describe('the order of a bill', () => {
  it('takes discounts off first, then points pay, then the money part earns', () => {
    const found = evaluateBill(
      bill({ spent: points(400n), rules: [someRule('sale', { give: off(2_000n) })] }),
    )
    expect(found).toMatchObject({
      discountMinor: 20_000n,
      maxPoints: 400n,
      pointsPartMinor: 40_000n,
      moneyPartMinor: 40_000n,
      pointsToEarn: 20n,
    })
    expect(() =>
      evaluateBill(bill({ spent: points(401n), rules: [someRule('sale', { give: off(2_000n) })] })),
    ).toThrow(expect.objectContaining({ code: 'POINTS_SHARE_EXCEEDED', maxPoints: 400n }))
  })

  it('takes no percent of a percent, and after 100 % nothing is left', () => {
    const rules = [someRule('a', { give: off(6_000n) }), someRule('b', { give: off(3_000n) })]
    expect(evaluateBill(bill({ rules })).discountMinor).toBe(90_000n)
    const over = evaluateBill(bill({ rules: [...rules, someRule('c', { give: off(3_000n) })] }))
    expect(gifts(over)).toEqual([
      ['a', 0n, 60_000n],
      ['b', 0n, 30_000n],
      ['c', 0n, 10_000n],
    ])
    expect(over).toMatchObject({
      discountMinor: 100_000n,
      moneyPartMinor: 0n,
      pointsToEarn: 0n,
      maxPoints: 0n,
    })
  })

  it('lays a discount over its lines to the minor unit, the first lines first among equals', () => {
    const lines = [line('1', 100n), line('2', 100n), line('3', 100n)]
    const found = evaluateBill(
      bill({
        totalMinor: minor(300n),
        lines,
        rules: [someRule('a', { give: [{ kind: 'DISCOUNT_FIXED', amountMinor: minor(200n) }] })],
      }),
    )
    expect(found.discountByLine).toEqual([67n, 67n, 66n])
  })

  it('gives percentages together points worth at most the money', () => {
    const whole = someRule('all', { give: [{ kind: 'POINTS_PERCENT', percentBps: basisPoints(10_000n) }] })
    expect(evaluateBill(bill({ rules: [whole] }))).toMatchObject({ basePoints: 50n, pointsToEarn: 1_000n })
  })
})

describe('what a rule is about', () => {
  const lines = [
    line('oil', 30_000n, { category: 'service/oil', quantityMilli: 4_500n }),
    line('filter', 20_000n, { category: 'service/oil/filters' }),
    line('card', 50_000n, { category: 'gift', earns: false }),
  ]

  it('earns on lines that earn alone, and on those that it asks for', () => {
    const rules = [
      someRule('oil', { if: { anyLine: oil } }),
      someRule('gift', { if: { anyLine: { categories: ['gift'], skus: [] } } }),
    ]
    const found = evaluateBill(bill({ lines, rules }))
    expect(found.basePoints).toBe(25n)
    expect(gifts(found)).toEqual([['oil', 50n, 0n]])
    expect(reasons(found)).toEqual({ gift: 'GIVES_NOTHING' })
  })

  it('lays points over all lines, so that what they pay earns nothing anywhere', () => {
    const found = evaluateBill(
      bill({ lines, spent: points(500n), rules: [someRule('oil', { if: { anyLine: oil } })] }),
    )
    expect(found).toMatchObject({ moneyPartMinor: 50_000n, basePoints: 12n })
    expect(gifts(found)).toEqual([['oil', 25n, 0n]])
  })

  it('counts units, parts of them too', () => {
    const perUnit = someRule('litre', {
      if: { anyLine: oil },
      give: [{ kind: 'POINTS_PER_UNIT', points: points(10n) }],
    })
    expect(gifts(evaluateBill(bill({ lines, rules: [perUnit] })))).toEqual([['litre', 55n, 0n]])
  })

  it('gives away the cheapest unit of its own lines', () => {
    const free = someRule('free', { if: { anyLine: oil }, give: [{ kind: 'DISCOUNT_FREE_LINE' }] })
    expect(evaluateBill(bill({ lines, rules: [free] })).discountByLine).toEqual([6_666n, 0n, 0n])
  })

  it('gives away one unit of a line, and nothing of a bill without lines', () => {
    const free = someRule('free', { give: [{ kind: 'DISCOUNT_FREE_LINE' }] })
    const three = [{ ref: 'a', title: 'Coffee', total: minor(60_000n), quantityMilli: 3_000n }]
    expect(evaluateBill(bill({ lines: three, rules: [free] })).discountByLine).toEqual([20_000n])
    // By the unit, not by the line: three at 200.00 beside one at 300.00.
    const beside = [{ ref: 'b', title: 'Cake', total: minor(30_000n) }, ...three]
    expect(evaluateBill(bill({ lines: beside, rules: [free] })).discountByLine).toEqual([0n, 20_000n])
    const part = [{ ref: 'a', title: 'Cheese', total: minor(40_000n), quantityMilli: 500n }]
    expect(evaluateBill(bill({ lines: part, rules: [free] })).discountByLine).toEqual([40_000n])
    const without = evaluateBill(bill({ totalMinor: minor(5_000_000n), rules: [free] }))
    expect(without.discountMinor).toBe(0n)
    expect(without.skipped).toMatchObject([{ reason: 'GIVES_NOTHING' }])
  })
})

describe('beside other rules', () => {
  const best = (ruleId: string, n: bigint) =>
    someRule(ruleId, { give: fixed(n), combine: { group: 'g', mode: 'BEST', priority: 0 } })

  it('gives the one that is worth most, ties to the smaller id, and names the winner', () => {
    const found = evaluateBill(bill({ rules: [best('c', 70n), best('b', 70n), best('a', 60n)] }))
    expect(gifts(found)).toEqual([['b', 70n, 0n]])
    expect(found.skipped).toMatchObject([
      { rule: { ruleId: 'a' }, reason: 'LOST_TO', to: 'b' },
      { rule: { ruleId: 'c' }, reason: 'LOST_TO', to: 'b' },
    ])
  })

  it('counts what a rule would really give: its own effects share the bill', () => {
    const best = { group: 'g', mode: 'BEST', priority: 0 } as const
    const rules = [
      someRule('a', { give: off(9_000n), combine: best }),
      someRule('b', { give: [...off(7_000n), ...off(7_000n)], combine: best }),
      someRule('c', { give: off(10_000n), combine: best }),
    ]
    // Twice 70 % are the whole bill and no more, as 100 % are.
    expect(gifts(evaluateBill(bill({ rules })))).toEqual([['b', 0n, 100_000n]])
    const points7 = { kind: 'POINTS_PERCENT', percentBps: basisPoints(7_000n) } as const
    const earning = [
      someRule('p', { give: fixed(1_100n), combine: best }),
      someRule('q', { give: [points7, points7], combine: best }),
    ]
    expect(gifts(evaluateBill(bill({ rules: earning })))).toEqual([['p', 1_100n, 0n]])
  })

  it('competes with the earn rule in its group, and never adds to it', () => {
    const inBase = (n: bigint) =>
      someRule('x', { give: fixed(n), combine: { group: 'base', mode: 'BEST', priority: 0 } })
    expect(evaluateBill(bill({ rules: [inBase(50n)] }))).toMatchObject({
      basePoints: 50n,
      pointsToEarn: 50n,
      skipped: [{ reason: 'LOST_TO', to: null }],
    })
    expect(evaluateBill(bill({ rules: [inBase(51n)] }))).toMatchObject({ basePoints: 0n, pointsToEarn: 51n })
  })

  it('multiplies what the group base gave, and only that', () => {
    const double = someRule('double', {
      give: [{ kind: 'POINTS_MULTIPLY', multiplyBps: basisPoints(20_000n) }],
    })
    const found = evaluateBill(bill({ rules: [double, someRule('ten')] }))
    expect(gifts(found)).toEqual([
      ['double', 50n, 0n],
      ['ten', 100n, 0n],
    ])
  })
})

describe('why not', () => {
  const weekly = (days: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[], fromMinute = 0, toMinute = 1_440) => ({
    fromDay: localDate('2026-01-01'),
    toDay: null,
    weekly: [{ days, fromMinute, toMinute }],
  })
  const withDays = (fromDay: string, toDay: string | null) => ({
    fromDay: localDate(fromDay),
    toDay: toDay === null ? null : localDate(toDay),
    weekly: [],
  })

  it.each([
    ['2026-11-26', null, 'NOT_STARTED'],
    ['2026-11-25', '2026-11-25', undefined],
    ['2026-01-01', '2026-11-24', 'ENDED'],
  ])('from %s to %s: %s', (from, to, reason) => {
    expect(reasons(evaluateBill(bill({ rules: [someRule('r', { schedule: withDays(from, to) })] }))).r).toBe(
      reason,
    )
  })

  it.each([
    [weekly([2]), 'OTHER_DAY'],
    [weekly([3]), undefined],
    [weekly([3], 600, 720), 'OTHER_DAY'],
    [weekly([3], 720, 721), undefined],
  ])('by hours %j: %s', (schedule, reason) => {
    expect(reasons(evaluateBill(bill({ rules: [someRule('r', { schedule })] }))).r).toBe(reason)
  })

  it.each([
    ['a bill below the minimum', { minTotalMinor: minor(100_001n) }, 'BELOW_MINIMUM'],
    ['a bill of the minimum', { minTotalMinor: minor(100_000n) }, undefined],
    ['no such line', { anyLine: oil }, 'NO_LINE'],
    ['none of the lines ruled out', { noLine: oil }, undefined],
    ['no code', { code: 'SUMMER' }, 'NO_CODE'],
    ['a customer of the member', { firstPurchaseHere: true as const }, 'NOT_THIS_CUSTOMER'],
    ['a customer of the coalition', { firstInCoalition: true as const }, 'NOT_THIS_CUSTOMER'],
    ['away for so long', { absentDays: 10 }, undefined],
    ['away for a day less', { absentDays: 11 }, 'NOT_THIS_CUSTOMER'],
  ])('%s', (_name, wanted, reason) => {
    const lastHere = new Date('2026-11-15T20:59:59Z')
    const customer = { id: 'anna', lastHere, lastAnywhere: lastHere }
    expect(reasons(evaluateBill(bill({ customer, rules: [someRule('r', { if: wanted })] }))).r).toBe(reason)
  })

  it('knows nothing of somebody who has no name', () => {
    const rules = [someRule('r', { if: { firstPurchaseHere: true } })]
    expect(reasons(evaluateBill(bill({ customer: null, rules })))).toEqual({ r: 'NOT_THIS_CUSTOMER' })
  })
})

describe('limits', () => {
  const budget = (n: bigint) =>
    someRule('b', {
      limits: {
        perPurchasePoints: null,
        perCustomer: null,
        budget: { unit: 'POINTS', points: points(n), per: 'MONTH' },
      },
    })

  it('cuts what one purchase gets', () => {
    const cut = someRule('r', { limits: { perPurchasePoints: points(70n), perCustomer: null, budget: null } })
    expect(gifts(evaluateBill(bill({ rules: [cut] })))).toEqual([['r', 70n, 0n]])
  })

  it('gives the whole effect or none of it when the budget ends', () => {
    const at = (used: bigint) =>
      evaluateBill(bill({ rules: [budget(1_000n)], used: new Map([['b * 2026-11', used]]) }))
    expect(at(900n).given).toMatchObject([
      {
        points: 100n,
        counters: [{ ownerId: 'b', customerId: null, period: '2026-11', delta: 100n, limit: 1_000n }],
      },
    ])
    expect(at(901n)).toMatchObject({ given: [], pointsToEarn: 50n, skipped: [{ reason: 'BUDGET_ENDED' }] })
  })

  it('leaves to points what a discount without budget does not take off', () => {
    const budget = { unit: 'MONEY', amountMinor: minor(10_000n), per: 'RULE' } as const
    const limits = { perPurchasePoints: null, perCustomer: null, budget }
    const rules = [someRule('a', { give: off(2_000n), limits })]
    const found = evaluateBill(bill({ spent: points(500n), rules }))
    expect(found).toMatchObject({ discountMinor: 0n, maxPoints: 500n, pointsPartMinor: 50_000n })
  })

  it('lets the next best give when the best has no budget', () => {
    const combine = { group: 'g', mode: 'BEST', priority: 0 } as const
    const rules = [{ ...budget(10n), combine }, someRule('next', { give: fixed(1n), combine })]
    expect(gifts(evaluateBill(bill({ rules })))).toEqual([['next', 1n, 0n]])
  })

  it('gives a customer so many uses a day of the coalition', () => {
    const once = someRule('o', {
      limits: { perPurchasePoints: null, perCustomer: { times: 2, per: 'DAY' }, budget: null },
    })
    const at = (used: bigint) =>
      evaluateBill(bill({ rules: [once], used: new Map([['o anna 2026-11-25', used]]) }))
    expect(at(1n).given).toMatchObject([
      { counters: [{ customerId: 'anna', period: '2026-11-25', delta: 1n, limit: 2n }] },
    ])
    expect(reasons(at(2n))).toEqual({ o: 'LIMIT_REACHED' })
  })

  it('counts money at face value', () => {
    const money = someRule('m', {
      give: [...off(1_000n), ...fixed(5n)],
      limits: {
        perPurchasePoints: null,
        perCustomer: null,
        budget: { unit: 'MONEY', amountMinor: minor(10_500n), per: 'RULE' },
      },
    })
    expect(evaluateBill(bill({ rules: [money] })).given).toMatchObject([
      { counters: [{ period: '', delta: 10_500n }] },
    ])
    expect(evaluateBill(bill({ rules: [money], used: new Map([['m * ', 1n]]) })).given).toEqual([])
  })
})
