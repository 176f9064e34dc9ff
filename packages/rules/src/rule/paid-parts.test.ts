import { basisPoints, type Micros, micros, minor, type PaidPart, points } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { someRule } from '../testing/rules.ts'
import { someTerms } from '../testing/terms.ts'
import type { BillToEvaluate } from './bill-to-evaluate.ts'
import { definitionToJson } from './definition-json.ts'
import { describeOffer } from './describe-offer.ts'
import { describeRule } from './describe-rule.ts'
import { evaluateBill } from './evaluate-bill.ts'
import { type Purse, splitGift, undoneByPayer } from './paid-parts.ts'
import type { RulePayer, RuleVersion } from './rule.ts'
import { validateOwner, validateRule } from './validate-rule.ts'

const shares = (...parts: readonly (readonly [string, bigint])[]): RulePayer[] =>
  parts.map(([payerId, bps]) => ({ payerId, shareBps: basisPoints(bps) }))
const fixed = (id: string, n: bigint, pays: RulePayer[], over: Partial<RuleVersion> = {}) =>
  someRule(id, { give: [{ kind: 'POINTS_FIXED', points: points(n) }], pays, ...over })

/** 1000.00 at the shop, which earns nothing by itself. */
const bill = (over: Partial<BillToEvaluate> = {}): BillToEvaluate => ({
  ...{ totalMinor: minor(100_000n), lines: [], spent: points(0n), code: null },
  ...{ occurredAt: new Date('2026-03-03T09:00:00Z'), timeZone: 'Europe/Moscow', customer: null },
  earnRule: { kind: 'FIXED', fixedPoints: points(0n), minTotalMinor: minor(0n) },
  ...{ rules: [], used: new Map(), terms: someTerms(), sellerId: 'shop' },
  ...over,
})
const purse = (room: bigint | null): Purse => ({
  roomMicros: room === null ? null : (micros(room) as Micros),
  pointMicros: micros(1_000_000n),
})

describe('a gift', () => {
  it('is split by largest remainder, ties to the smaller id, points and money each', () => {
    const rule = fixed('r', 1n, shares(['b', 3_333n], ['a', 3_333n], ['c', 3_334n]))
    expect(splitGift(rule, { points: points(100n), discountMinor: minor(1n) }, 'shop')).toEqual([
      { payerId: 'b', points: 33n, discountMinor: 0n },
      { payerId: 'a', points: 33n, discountMinor: 0n },
      { payerId: 'c', points: 34n, discountMinor: 1n },
    ])
  })

  it('is not given where one payer cannot bear its part after the rules before it, and the next one may be', () => {
    const rules = [
      fixed('a', 60n, shares(['x', 10_000n])),
      fixed('b', 50n, shares(['x', 10_000n])),
      fixed('c', 40n, shares(['x', 5_000n], ['shop', 5_000n])),
    ]
    const found = evaluateBill(bill({ rules, purses: new Map([['x', purse(85_000_000n)]]) }))
    expect(found.given.map(({ rule }) => rule.ruleId)).toEqual(['a', 'c'])
    expect(found.skipped).toMatchObject([{ rule: { ruleId: 'b' }, reason: 'PAYER_LIMIT' }])
    expect(found.paidBy).toEqual([
      { payerId: 'shop', points: 20n, discountMinor: 0n },
      { payerId: 'x', points: 80n, discountMinor: 0n },
    ])
  })

  it('is given by nobody who has no purse, nor on a late sale; the seller pays for its own as ever', () => {
    const rules = [fixed('a', 60n, shares(['x', 10_000n])), fixed('b', 50n, shares(['shop', 10_000n]))]
    const reasonOf = (over: Partial<BillToEvaluate>) =>
      evaluateBill(bill({ rules, ...over })).skipped.map(({ reason }) => reason)
    expect(reasonOf({})).toEqual(['PAYER_LIMIT'])
    expect(reasonOf({ isLate: true, purses: new Map([['x', purse(null)]]) })).toEqual(['LATE_SALE'])
    expect(evaluateBill(bill({ rules, isLate: true })).pointsToEarn).toBe(50n)
  })
})

describe('a rule of the coalition', () => {
  const ofCoalition = { isOfCoalition: true } as const
  const earnRule = { kind: 'FIXED', fixedPoints: points(30n), minTotalMinor: minor(0n) } as const
  const reasonsOf = (room: bigint | null, over: Partial<BillToEvaluate>) =>
    evaluateBill(
      bill({
        purses: new Map([
          ['shop', purse(room)],
          ['x', purse(null)],
        ]),
        ...over,
      }),
    ).skipped.map(({ rule, reason }) => `${rule.ruleId} ${reason}`)

  it('is not given where the seller cannot bear its part beside what it gives anyway', () => {
    const rules = [
      fixed('a', 20n, shares(['shop', 5_000n], ['x', 5_000n]), ofCoalition),
      fixed('b', 40n, shares(['shop', 5_000n], ['x', 5_000n])),
      someRule('c', { give: [{ kind: 'POINTS_FIXED', points: points(7n) }] }),
    ]
    // 30 by the earn rule, 20 of b, 7 of c, 10 of a.
    expect(reasonsOf(67_000_000n, { rules, earnRule })).toEqual([])
    expect(reasonsOf(66_999_999n, { rules, earnRule })).toEqual(['a PAYER_LIMIT'])
    // Its own are refused with the sale, not left out.
    expect(reasonsOf(-1n, { rules, earnRule })).toEqual(['a PAYER_LIMIT'])
    expect(reasonsOf(null, { rules, earnRule })).toEqual([])
  })

  it('is asked of a seller that alone pays for it, and costs it nothing where it takes money off', () => {
    const rules = [fixed('a', 20n, shares(['shop', 10_000n]), ofCoalition)]
    expect(reasonsOf(20_000_000n, { rules })).toEqual([])
    expect(reasonsOf(19_999_999n, { rules })).toEqual(['a PAYER_LIMIT'])
    expect(
      reasonsOf(0n, { rules: rules.map((rule) => ({ ...rule, isOfCoalition: undefined as never })) }),
    ).toEqual([])
    const off = [{ kind: 'DISCOUNT_FIXED', amountMinor: minor(5_000n) }] as const
    expect(reasonsOf(-1n, { rules: rules.map((rule) => ({ ...rule, give: off })) })).toEqual([])
  })
})

describe('what a refund takes back', () => {
  const part = (payerId: string, n: bigint): PaidPart => ({
    ...{ payerId, lotId: payerId, points: points(n), pointsExpired: points(0n), pointsDue: points(0n) },
    ...{ discount: minor(0n), discountBack: minor(0n) },
  })
  const rule = fixed('a', 100n, shares(['x', 5_000n], ['y', 5_000n]))
  const given = [{ rule, points: points(100n), discountMinor: minor(0n), discountByLine: [], counters: [] }]

  it('is of each payer what its rule no longer gives, and what another rule gives instead stays only with those who pay for it', () => {
    const paidBy = [part('shop', 10n), part('x', 50n), part('y', 50n)]
    const other = fixed('b', 31n, shares(['shop', 10_000n]))
    const left = {
      pointsLeft: points(41n),
      basePoints: points(10n),
      byRule: new Map([[rule.id, { points: points(0n), discountMinor: minor(0n) }]]),
      won: [{ rule: other, points: points(31n) }],
    }
    const undone = (winner: RuleVersion) =>
      undoneByPayer(
        { paidBy, memberId: 'shop' },
        { given, basePoints: points(10n) },
        { ...left, won: [{ rule: winner, points: points(31n) }] },
      ).map(({ payerId, points: n }) => [payerId, n])
    // The shop's own rule gives 31, but the shop gave no more than its ten: nobody else is charged for it.
    expect(undone(other)).toEqual([
      ['shop', 0n],
      ['x', 50n],
      ['y', 50n],
    ])
    expect(undone(fixed('b', 31n, shares(['x', 10_000n])))).toEqual([
      ['shop', 0n],
      ['x', 19n],
      ['y', 50n],
    ])
  })

  it('is all of it once nothing is left, and never more than a payer gave', () => {
    const paidBy = [part('shop', 10n), part('x', 50n), part('y', 50n)]
    const none = { points: points(0n), discountMinor: minor(0n) }
    const left = {
      pointsLeft: points(0n),
      basePoints: points(0n),
      byRule: new Map([[rule.id, none]]),
      won: [],
    }
    const back = undoneByPayer({ paidBy, memberId: 'shop' }, { given, basePoints: points(10n) }, left)
    expect(back.map(({ points: n }) => n)).toEqual([10n, 50n, 50n])
  })
})

it('a rule without payers is stored word for word as before there were any', () => {
  const { name, if: wanted, schedule, give, limits, combine } = someRule('a')
  const json = definitionToJson({ name, if: wanted, schedule, give, limits, combine })
  expect(Object.keys(json)).toEqual(['name', 'if', 'schedule', 'give', 'limits', 'combine'])
})

describe('a rule at the cost of others', () => {
  const rule = fixed('a', 100n, shares(['x', 6_000n], ['town', 4_000n]), { maxMinor: minor(30_000n) })
  const nameOf = (id: string) => (id === 'x' ? 'Wash' : undefined)

  it('names who pays and the maximum in both languages, and customers are told the maximum alone', () => {
    expect(describeRule(rule, 'en', 'RUB', nameOf)).toMatch(
      /worth at most RUB\s300\.00 a purchase, paid by Wash 60\s% and the promo fund 40\s%$/,
    )
    expect(describeRule(rule, 'ru', 'RUB', nameOf)).toMatch(
      /на сумму не больше 300,00\s₽ за чек, платят Wash 60\s% и промофонд 40\s%$/,
    )
    expect(describeOffer(rule, 'en', 'RUB')).toMatch(/worth at most RUB\s300\.00 a purchase$/)
  })

  it.each([
    ['shares that do not sum', { pays: shares(['x', 9_999n]) }, ['pays']],
    ['nobody', { pays: [] }, ['pays']],
    ['one payer twice', { pays: shares(['x', 5_000n], ['x', 5_000n]) }, ['pays']],
    ['a maximum of nothing', { maxMinor: minor(0n) }, ['maxPerPurchase']],
  ] as const)('is refused with %s', (_name, over, path) => {
    expect(() => validateRule({ ...rule, ...over })).toThrow(expect.objectContaining({ path }))
  })

  it('is refused without a maximum, unless the owner alone pays', () => {
    const { maxMinor: _, ...open } = rule
    const owner = { ownerId: 'shop', isCoalition: false }
    expect(() => validateOwner(open, owner)).toThrow(expect.objectContaining({ path: ['maxPerPurchase'] }))
    expect(() => validateOwner({ ...open, pays: shares(['shop', 10_000n]) }, owner)).not.toThrow()
  })
})
