import type { PurchaseLine } from '@artel/ledger'
import { minor } from '@artel/ledger'
import { localDate, type RuleDefinition } from '@artel/rules'
import fc from 'fast-check'
import { anyLines } from './any-bill.ts'
import { anyRefunds, type DrawnRefund } from './any-refunds.ts'
import { anyRule, CODES, rarelyOrNull } from './any-rule.ts'

/** A sale before it is known who can pay how much in points. */
export interface DrawnSale {
  readonly lines: readonly PurchaseLine[]
  readonly total: bigint
  readonly code: string | null
  /** Of the shop's customers. */
  readonly who: number
  /** Of the most points that it may take. */
  readonly spentBps: bigint
  /** Which process records it. */
  readonly store: 0 | 1
}

/** What happens next in a shop: a sale, or a refund of one before. */
export type DrawnStep =
  | { readonly kind: 'sale'; readonly sale: DrawnSale }
  | {
      readonly kind: 'refund'
      /** Counted around the purchases so far. */
      readonly which: number
      readonly refund: DrawnRefund
      readonly store: 0 | 1
    }

/** Rules and doings of one member. */
export interface DrawnShop {
  readonly rules: readonly RuleDefinition[]
  readonly steps: readonly DrawnStep[]
  /** Sales all at once. */
  readonly crowd: readonly DrawnSale[]
}

const store = fc.constantFrom(0 as const, 1 as const)

/** Every line costs something: the API takes no other. */
const sale: fc.Arbitrary<DrawnSale> = fc
  .record({
    lines: anyLines.map((lines) => lines.map((line) => ({ ...line, total: minor(line.total + 1n) }))),
    plainTotal: fc.integer({ min: 1, max: 20_000 }).map(BigInt),
    code: rarelyOrNull(fc.constantFrom(...CODES), 2),
    who: fc.integer({ min: 0, max: 2 }),
    spentBps: fc.oneof(fc.constant(0n), fc.constant(10_000n), fc.bigInt({ min: 0n, max: 10_000n })),
    store,
  })
  .map(({ plainTotal, ...rest }) => ({
    ...rest,
    total: rest.lines.length === 0 ? plainTotal : rest.lines.reduce((sum, line) => sum + line.total, 0n),
  }))

const step: fc.Arbitrary<DrawnStep> = fc.oneof(
  { weight: 3, arbitrary: sale.map((drawn): DrawnStep => ({ kind: 'sale', sale: drawn })) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      which: fc.nat({ max: 100 }),
      refund: anyRefunds.filter(({ length }) => length > 0).map(([first]) => first as DrawnRefund),
      store,
    }),
  },
)

/** A rule that runs today: on some days of the week, or on all, or not before a day that is far. */
const runningRule: fc.Arbitrary<RuleDefinition> = fc
  .tuple(anyRule, fc.integer({ min: 0, max: 20 }))
  .map(([rule, roll]) => ({
    ...rule,
    schedule: {
      fromDay: localDate(roll === 0 ? '2126-01-01' : '2020-01-01'),
      toDay: null,
      weekly: roll === 1 ? [{ days: [1, 2, 3, 4], fromMinute: 0, toMinute: 1_440 }] : [],
    },
  }))

/** A shop of so many steps, each customer of which buys once before all else. */
export const anyShop = (steps: number, crowd: number): fc.Arbitrary<DrawnShop> =>
  fc.record({
    rules: fc.array(runningRule, { minLength: 2, maxLength: 5, size: 'max' }),
    steps: fc
      .tuple(sale, sale, sale, fc.array(step, { minLength: steps, maxLength: steps, size: 'max' }))
      .map(([...drawn]) => {
        const rest = drawn[3]
        const first = [drawn[0], drawn[1], drawn[2]].map(
          (each, who): DrawnStep => ({ kind: 'sale', sale: { ...each, who } }),
        )
        return [...first, ...rest]
      }),
    crowd: fc.array(sale, { minLength: crowd, maxLength: crowd, size: 'max' }),
  })
