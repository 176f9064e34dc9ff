import { basisPoints, minor, type PurchaseLine, points } from '@artel/ledger'
import type { EarnRule, RuleVersion } from '@artel/rules'
import fc from 'fast-check'
import { anyRule, CATEGORIES, CODES, rarely, rarelyOrNull, SKUS, SOME_DAY } from './any-rule.ts'

/** All that one bill is drawn from. */
export interface DrawnBill {
  /** Empty: a bill without lines, of `plainTotal`. */
  readonly lines: readonly PurchaseLine[]
  readonly plainTotal: bigint
  /** Of the most points that the bill may take, basis points; above 10 000 one point too many. */
  readonly spentBps: bigint
  readonly code: string | null
  readonly occurredAt: Date
  readonly timeZone: string
  readonly customer: { readonly lastHere: Date | null; readonly lastAnywhere: Date | null } | null
  readonly earnRule: EarnRule
  readonly rules: readonly RuleVersion[]
  /** By rule, in its order: of the budget used, and times had; both in the bill's period. */
  readonly used: readonly { readonly budgetBps: bigint; readonly times: bigint }[]
  readonly faceValue: bigint
  readonly shareBps: bigint
  readonly promised: { readonly faceValue: bigint; readonly shareBps: bigint } | null
  /** By payer but the seller; null: it pays nothing. Micros; a room of null has no end. */
  readonly purses: readonly ({ readonly room: bigint | null; readonly point: bigint } | null)[]
  readonly isLate: boolean
}

const MAX_RULES = 5

const line = fc
  .record({
    total: fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 5_000 })).map(BigInt),
    category: fc.option(fc.constantFrom(...CATEGORIES), { freq: 4, nil: undefined }),
    sku: rarely(fc.constantFrom(...SKUS, 'F-4'), 2),
    quantityMilli: rarely(fc.constantFrom(1n, 333n, 999n, 1_000n, 1_500n, 3_000n), 2),
    earns: rarely(fc.constant(false as const), 6),
  })
  .map((drawn) => Object.fromEntries(Object.entries(drawn).filter(([, value]) => value !== undefined)))

/** Lines of a bill, of the shape that a purchase keeps. */
export const anyLines: fc.Arbitrary<readonly PurchaseLine[]> = fc
  .array(line, { minLength: 0, maxLength: 5, size: 'max' })
  .map((lines) => lines.map((each, index) => ({ ref: `l${index}`, title: 'x', ...each }) as PurchaseLine))

const earnRule: fc.Arbitrary<EarnRule> = fc.oneof(
  fc.record({
    kind: fc.constant('PERCENT' as const),
    percentBps: fc.constantFrom(0n, 300n, 1_000n, 5_000n, 10_000n).map(basisPoints),
    minTotalMinor: fc.constantFrom(0n, 0n, 2_000n).map(minor),
  }),
  fc.record({
    kind: fc.constant('FIXED' as const),
    fixedPoints: fc.constantFrom(0n, 7n, 40n).map(points),
    minTotalMinor: fc.constantFrom(0n, 0n, 2_000n).map(minor),
  }),
)

const DAY_MS = 86_400_000
/** From the evening before the day to the morning after it, in every zone below; clocks change in one of them. */
const instant = fc
  .integer({ min: -26 * 60, max: 50 * 60 })
  .map((minutes) => new Date(Date.parse(`${SOME_DAY}T00:00:00Z`) + minutes * 60_000))
const before = rarelyOrNull(
  fc.oneof(
    fc.integer({ min: 0, max: 3 * 24 }).map((hours) => hours * 3_600_000),
    fc.constantFrom(27, 28, 29, 60).map((days) => days * DAY_MS),
  ),
  2,
)

/** Any rules with any bill. */
export const anyBill: fc.Arbitrary<DrawnBill> = fc
  .record({
    lines: anyLines,
    plainTotal: fc.integer({ min: 1, max: 9_000 }).map(BigInt),
    spentBps: fc.oneof(
      { weight: 8, arbitrary: fc.constant(0n) },
      { weight: 8, arbitrary: fc.bigInt({ min: 0n, max: 10_000n }) },
      { weight: 3, arbitrary: fc.constant(10_000n) },
      { weight: 1, arbitrary: fc.constant(10_001n) },
    ),
    code: rarelyOrNull(fc.constantFrom(...CODES), 2),
    occurredAt: instant,
    timeZone: fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'Asia/Kamchatka', 'America/New_York'),
    past: fc.option(fc.tuple(before, before), { freq: 6 }),
    earnRule,
    definitions: fc.array(anyRule, { maxLength: MAX_RULES, size: 'max' }),
    order: fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: MAX_RULES }),
    used: fc.array(
      fc.record({
        budgetBps: fc.constantFrom(0n, 0n, 5_000n, 9_900n, 10_000n),
        times: fc.constantFrom(0n, 0n, 1n, 2n, 3n),
      }),
      { minLength: MAX_RULES, maxLength: MAX_RULES },
    ),
    faceValue: fc.constantFrom(1n, 7n, 100n),
    shareBps: fc.constantFrom(3_333n, 5_000n, 10_000n),
    promised: rarelyOrNull(
      fc.record({ faceValue: fc.constantFrom(1n, 3n, 100n), shareBps: fc.constantFrom(2_500n, 9_999n) }),
      6,
    ),
    purses: fc.array(
      rarelyOrNull(
        fc.record({
          room: fc.oneof(
            fc.constant(null),
            fc.bigInt({ min: -1_000_000n, max: 30_000_000n }),
            fc.constantFrom(0n, 1_000_000n),
          ),
          point: fc.constantFrom(0n, 100_000n, 1_000_000n, 77_777n),
        }),
        1,
      ),
      { minLength: 3, maxLength: 3 },
    ),
    isLate: fc.integer({ min: 0, max: 5 }).map((roll) => roll === 0),
  })
  .map(({ past, definitions, order, ...drawn }): DrawnBill => {
    const here = past?.[0] ?? null
    const elsewhere = past?.[1] ?? null
    const ago = (ms: number | null) => (ms === null ? null : new Date(drawn.occurredAt.getTime() - ms))
    const newest = [here, elsewhere].filter((ms) => ms !== null).sort((a, b) => a - b)[0] ?? null
    return {
      ...drawn,
      customer: past === null ? null : { lastHere: ago(here), lastAnywhere: ago(newest) },
      rules: definitions.map((definition, index) => ({
        ...definition,
        id: `version-${order[index]}`,
        ruleId: `rule-${order[index]}`,
        version: 1,
      })),
    }
  })
