import { basisPoints, minor, points } from '@artel/ledger'
import {
  type LineFilter,
  localDate,
  type RuleDefinition,
  type RuleEffect,
  type RuleLimits,
  validateRule,
  type Weekday,
} from '@artel/rules'
import fc from 'fast-check'

/** What lines of bills may be: some above others, and one that only looks as if it were. */
export const CATEGORIES = ['service', 'service/oil', 'service/oil/synthetic', 'service-plus', 'wash', 'parts']
export const SKUS = ['F-1', 'F-2', 'F-3']
export const CODES = ['SUMMER', 'AUTUMN']

/** All bills are sold around this day, so that schedules begin, hold and end beside it. */
export const SOME_DAY = '2026-03-29'
const DAYS = ['2026-03-01', '2026-03-28', SOME_DAY, '2026-03-30', '2026-04-01']

const filter: fc.Arbitrary<LineFilter> = fc.record({
  categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 2 }),
  skus: fc.uniqueArray(fc.constantFrom(...SKUS), { maxLength: 1 }),
})

const bps = (max: number) =>
  fc.oneof(fc.constantFrom(1, 500, 1_000, 3_333, 5_000, max), fc.integer({ min: 1, max })).map(BigInt)
const amount = (max: number) =>
  fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max })).map(BigInt)

const effect: fc.Arbitrary<RuleEffect> = fc.oneof(
  fc.record({ kind: fc.constant('POINTS_PERCENT' as const), percentBps: bps(10_000).map(basisPoints) }),
  fc.record({ kind: fc.constant('POINTS_FIXED' as const), points: amount(100).map(points) }),
  fc.record({ kind: fc.constant('POINTS_PER_UNIT' as const), points: amount(30).map(points) }),
  fc.record({
    kind: fc.constant('POINTS_MULTIPLY' as const),
    multiplyBps: fc.constantFrom(10_001n, 12_345n, 15_000n, 20_000n, 30_000n).map(basisPoints),
  }),
  fc.record({ kind: fc.constant('DISCOUNT_PERCENT' as const), percentBps: bps(10_000).map(basisPoints) }),
  fc.record({ kind: fc.constant('DISCOUNT_FIXED' as const), amountMinor: amount(3_000).map(minor) }),
  fc.record({ kind: fc.constant('DISCOUNT_FREE_LINE' as const) }),
)

/** A value one time in so many, else undefined. */
export const rarely = <Value>(value: fc.Arbitrary<Value>, oneIn: number): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

/** The same, else null. */
export const rarelyOrNull = <Value>(value: fc.Arbitrary<Value>, oneIn: number): fc.Arbitrary<Value | null> =>
  rarely(value, oneIn).map((drawn) => drawn ?? null)
const per = fc.constantFrom('DAY' as const, 'MONTH' as const, 'RULE' as const)

/** Leaves out what was not drawn: a condition that is absent is no condition. */
const drawn = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined))

const condition = fc
  .record({
    minTotalMinor: rarely(amount(6_000).map(minor), 4),
    anyLine: rarely(
      fc
        .tuple(filter, rarely(fc.constantFrom(1n, 999n, 1_000n, 1_001n, 2_500n), 2))
        .map(([lines, minQuantityMilli]) => ({ ...lines, ...drawn({ minQuantityMilli }) })),
      3,
    ),
    noLine: rarely(filter, 6),
    code: rarely(fc.constantFrom(...CODES), 8),
    firstPurchaseHere: rarely(fc.constant(true as const), 10),
    firstInCoalition: rarely(fc.constant(true as const), 10),
    absentDays: rarely(fc.constantFrom(1, 2, 28), 10),
  })
  .map((value) => drawn(value) as RuleDefinition['if'])

const weekday = fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday)
const schedule: fc.Arbitrary<RuleDefinition['schedule']> = fc.record({
  fromDay: fc
    .oneof(
      { weight: 5, arbitrary: fc.constant('2026-03-01') },
      { weight: 1, arbitrary: fc.constantFrom(...DAYS) },
    )
    .map((day) => localDate(day)),
  toDay: rarelyOrNull(
    fc.constantFrom(...DAYS).map((day) => localDate(day)),
    4,
  ),
  weekly: fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.array(
        fc.record({
          days: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7, size: 'max' }),
          fromMinute: fc.constantFrom(0, 119, 120, 180, 600),
          toMinute: fc.constantFrom(121, 180, 601, 1_440),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    },
  ),
})

const limits: fc.Arbitrary<RuleLimits> = fc.record({
  perPurchasePoints: rarelyOrNull(amount(60).map(points), 4),
  perCustomer: rarelyOrNull(fc.record({ times: fc.integer({ min: 1, max: 3 }), per }), 4),
  budget: rarelyOrNull(
    fc.oneof(
      fc.record({ unit: fc.constant('POINTS' as const), points: amount(200).map(points), per }),
      fc.record({ unit: fc.constant('MONEY' as const), amountMinor: amount(4_000).map(minor), per }),
    ),
    3,
  ),
})

/** Who pays, in names that the bills give to members and the fund. */
export const SELLER = 'seller'
export const PAYERS = [SELLER, 'payer-0', 'payer-1', 'fund'] as const

const pays = rarely(
  fc
    .tuple(
      fc.shuffledSubarray([...PAYERS], { minLength: 1, maxLength: 3 }),
      fc.constantFrom(
        [10_000],
        [5_000, 5_000],
        [3_333, 6_667],
        [1, 9_999],
        [3_333, 3_333, 3_334],
        [2_500, 5_000, 2_500],
      ),
    )
    .filter(([names, shares]) => names.length === shares.length)
    .map(([names, shares]) =>
      names.map((payerId, at) => ({ payerId, shareBps: basisPoints(BigInt(shares[at] ?? 0)) })),
    ),
  2,
)

const isValid = (rule: RuleDefinition): boolean => {
  try {
    validateRule(rule)
    return true
  } catch {
    return false
  }
}

/** A rule that its verb would take: of every effect, condition, group, mode, schedule and limit. */
export const anyRule: fc.Arbitrary<RuleDefinition> = fc
  .record({
    name: fc.constant({ en: 'A rule', ru: 'Правило' }),
    if: condition,
    schedule,
    give: fc.array(effect, { minLength: 1, maxLength: 3 }),
    limits,
    combine: fc.record({
      group: fc.constantFrom('base', 'red', 'red', 'blue'),
      mode: fc.constantFrom('BEST' as const, 'BEST' as const, 'ADD' as const),
      priority: fc.integer({ min: -1, max: 1 }),
    }),
    pays,
    maxMinor: rarely(amount(3_000).map(minor), 3),
  })
  .map((rule) => drawn(rule) as RuleDefinition)
  .filter(isValid)
