import fc from 'fast-check'

/** What somebody means to do, before the model's world makes a command of it: picks are places in its lists. */
export type Intent =
  | {
      readonly want: 'SELL'
      readonly member: number
      readonly customer: number
      readonly totalMinor: number
      readonly spend: Spend
      readonly lines: number
      readonly occurred: Occurred
      readonly usedReceipt: boolean
    }
  | {
      readonly want: 'HOLD'
      readonly member: number
      readonly customer: number
      readonly billMinor: number
      readonly spend: Spend
      readonly ttl: 'TERMS' | 'HOURS' | 'TOO_LONG'
      readonly tokenCap: number | null
    }
  | {
      readonly want: 'CAPTURE'
      readonly pick: number
      readonly stranger: boolean
      readonly totalMinor: number
      readonly points: 'DEFAULT' | 'ALL' | 'HALF' | 'NONE' | 'TOO_MANY'
      readonly lines: number
      readonly occurred: Occurred
      readonly usedReceipt: boolean
    }
  | { readonly want: 'VOID'; readonly pick: number; readonly stranger: boolean }
  | {
      readonly want: 'REFUND'
      readonly pick: number
      readonly how: 'ALL' | 'PART' | 'LINES' | 'TOO_MUCH' | 'UNKNOWN_LINE'
      readonly percent: number
    }
  | { readonly want: 'REPLAY'; readonly pick: number; readonly otherBody: boolean }
  | { readonly want: 'ENROL'; readonly member: number; readonly usedPhone: number | null }
  | {
      readonly want: 'QUOTE'
      readonly member: number
      readonly customer: number
      readonly totalMinor: number
      readonly spend: Spend
    }
  | (Picks & {
      readonly want: 'PROMO'
      readonly points: number
      readonly shares: readonly number[]
      /** The promo fund pays, whatever the shares. */
      readonly ofFund?: boolean
    })
  | (Picks & { readonly want: 'ADJUST'; readonly points: number; readonly give: boolean })
  /** `points` is a percentage of what could be spent; above 100 it is one more than that. */
  | (Picks & { readonly want: 'TRANSFER'; readonly points: number })
  | (Picks & { readonly want: 'MERGE' | 'JOIN' })
  /** `percent` of what the member owes; above 100 it is a micro more than that. */
  | { readonly want: 'WRITE_OFF'; readonly member: number; readonly percent: number }
  | {
      readonly want: 'STANDING'
      readonly member: number
      readonly step: 'memberSuspend' | 'memberReinstate' | 'memberClose'
    }
  | { readonly want: 'READ'; readonly customer: number }
  | { readonly want: 'WAIT' | 'ADVANCE'; readonly hours: number }
  | { readonly want: 'RELEASE' | 'EXPIRE' }

/** When a sale is said to have happened: late by weeks, by more than is agreed, or not yet. */
export type Occurred = 'NOW' | 'LATE' | 'TOO_LATE' | 'FUTURE'

interface Picks {
  readonly member: number
  readonly customer: number
  readonly pick: number
}

/** How many points to ask for: a percentage of what can be spent on the bill, or too many. */
export type Spend = { readonly percent: number } | 'ABOVE_CAP' | 'ABOVE_BALANCE'

const member = fc.nat(2)
const customer = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(5) })
const pick = fc.nat(50)
const sometimes = fc.integer({ min: 0, max: 4 }).map((roll) => roll === 0)
const seldom = fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0)
const bill = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2_000 }) },
  { weight: 5, arbitrary: fc.integer({ min: 2_000, max: 90_000 }) },
)
const spend: fc.Arbitrary<Spend> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ percent: 0 }) },
  { weight: 8, arbitrary: fc.record({ percent: fc.integer({ min: 1, max: 100 }) }) },
  { weight: 2, arbitrary: fc.constantFrom('ABOVE_CAP' as const, 'ABOVE_BALANCE' as const) },
)

const occurred = fc.constantFrom<Occurred[]>(
  ...['NOW' as const, 'NOW' as const, 'NOW' as const, 'NOW' as const, 'NOW' as const, 'NOW' as const],
  ...['LATE' as const, 'TOO_LATE' as const, 'FUTURE' as const],
)
const picks = { member, customer, pick }

const sell = fc.record({
  want: fc.constant('SELL' as const),
  member,
  customer,
  totalMinor: bill,
  spend,
  lines: fc.constantFrom(0, 0, 2, 3),
  occurred,
  usedReceipt: seldom,
})
const hold = fc.record({
  want: fc.constant('HOLD' as const),
  member,
  customer,
  billMinor: bill,
  spend,
  ttl: fc.constantFrom(
    'TERMS' as const,
    'TERMS' as const,
    'HOURS' as const,
    'HOURS' as const,
    'TOO_LONG' as const,
  ),
  tokenCap: fc.oneof(fc.constant(null), fc.constant(null), fc.integer({ min: 1, max: 60 })),
})
const capture = fc.record({
  want: fc.constant('CAPTURE' as const),
  pick,
  stranger: seldom,
  totalMinor: bill,
  points: fc.constantFrom(
    'DEFAULT' as const,
    'DEFAULT' as const,
    'ALL' as const,
    'HALF' as const,
    'NONE' as const,
    'TOO_MANY' as const,
  ),
  lines: fc.constantFrom(0, 0, 2, 3),
  occurred,
  usedReceipt: seldom,
})
const undo = fc.record({
  want: fc.constant('REFUND' as const),
  pick,
  how: fc.constantFrom(
    'ALL' as const,
    'PART' as const,
    'PART' as const,
    'LINES' as const,
    'TOO_MUCH' as const,
    'UNKNOWN_LINE' as const,
  ),
  percent: fc.integer({ min: 1, max: 100 }),
})
const replay = fc.record({ want: fc.constant('REPLAY' as const), pick, otherBody: fc.boolean() })
const release = fc.record({ want: fc.constant('VOID' as const), pick, stranger: sometimes })
const enrol = fc.record({
  want: fc.constant('ENROL' as const),
  member,
  usedPhone: fc.option(fc.nat(9), { freq: 2 }),
})
const quote = fc.record({
  want: fc.constant('QUOTE' as const),
  member,
  customer,
  totalMinor: bill,
  spend,
})
const read = fc.record({ want: fc.constant('READ' as const), customer })
const hours = fc.constantFrom(1, 13, 40, 24 * 8, 24 * 20, 24 * 33)
const pass = fc.record({ want: fc.constantFrom('WAIT' as const, 'ADVANCE' as const), hours })
const dueWork = fc.record({ want: fc.constantFrom('RELEASE' as const, 'EXPIRE' as const) })

const promo = fc.record({
  want: fc.constant('PROMO' as const),
  ...picks,
  points: fc.integer({ min: 1, max: 60 }),
  shares: fc.oneof(fc.constant([]), fc.array(fc.nat(3), { minLength: 3, maxLength: 3 })),
})
const promoOfFund = fc.record({
  want: fc.constant('PROMO' as const),
  ...picks,
  points: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 60 })),
  shares: fc.constant([]),
  ofFund: fc.constant(true),
})
const adjustment = fc.record({
  want: fc.constant('ADJUST' as const),
  ...picks,
  points: fc.integer({ min: 1, max: 50 }),
  give: fc.boolean(),
})
const gift = fc.record({
  want: fc.constant('TRANSFER' as const),
  ...picks,
  points: fc.integer({ min: 1, max: 110 }),
})
const fusion = fc.record({ want: fc.constant('MERGE' as const), ...picks })
const household = fc.record({ want: fc.constant('JOIN' as const), ...picks })
const writeOff = fc.record({
  want: fc.constant('WRITE_OFF' as const),
  member,
  percent: fc.integer({ min: 1, max: 130 }),
})
const standing = fc.record({
  want: fc.constant('STANDING' as const),
  member,
  step: fc.constantFrom(
    ...(['memberSuspend', 'memberReinstate', 'memberReinstate', 'memberReinstate', 'memberClose'] as const),
  ),
})

/** Anything that anybody may want. */
export const intent: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 12, arbitrary: sell },
  { weight: 7, arbitrary: hold },
  { weight: 6, arbitrary: capture },
  { weight: 3, arbitrary: release },
  { weight: 8, arbitrary: undo },
  { weight: 4, arbitrary: replay },
  { weight: 1, arbitrary: enrol },
  { weight: 3, arbitrary: quote },
  { weight: 2, arbitrary: read },
  { weight: 5, arbitrary: pass },
  { weight: 2, arbitrary: dueWork },
  { weight: 3, arbitrary: promo },
  { weight: 2, arbitrary: promoOfFund },
  { weight: 4, arbitrary: adjustment },
  { weight: 5, arbitrary: gift },
  { weight: 1, arbitrary: fusion },
  { weight: 1, arbitrary: household },
  { weight: 2, arbitrary: standing },
  { weight: 2, arbitrary: writeOff },
)

/** What may be wanted by many at once: everything that moves points, and the due work. */
export const crowdIntent: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 10, arbitrary: sell },
  { weight: 6, arbitrary: hold },
  { weight: 6, arbitrary: capture },
  { weight: 2, arbitrary: release },
  { weight: 8, arbitrary: undo },
  { weight: 3, arbitrary: replay },
  { weight: 2, arbitrary: dueWork },
  { weight: 2, arbitrary: promo },
  { weight: 1, arbitrary: promoOfFund },
  { weight: 3, arbitrary: adjustment },
  { weight: 6, arbitrary: gift },
  { weight: 1, arbitrary: fusion },
)

/** Time that passes with nobody at work. */
export const pause = hours.map((each): Intent => ({ want: 'WAIT', hours: each }))
