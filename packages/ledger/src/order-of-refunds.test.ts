import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basisPoints } from './money.ts'
import type { RefundPolicy } from './purchase-state.ts'
import { examplePrices } from './testing/prices.ts'
import { accepted, anna, aWorld, letGo, promise, refund, sell, sweep, type World } from './testing/world.ts'

const NOW = Date.UTC(2026, 0, 1)
const DAY = 86_400_000
const TERMS = [0n, 450_000n, 900_000n].map((deposit, index) => ({
  id: `T${index}`,
  prices: examplePrices(deposit),
  selfRedemptionFeeWaived: index === 1,
  breakage: [basisPoints(5_000n), basisPoints(3_000n), basisPoints(2_000n)] as const,
  lifeDays: index === 0 ? null : 10 * index,
  delayDays: 0,
}))
const TOTAL = 1_000n

/** Sales whose points later sales spend and holds claim, the days after which they run out, and what is undone then. */
const story = fc.record({
  policy: fc.constantFrom<RefundPolicy>('ISSUER_BEARS', 'CUSTOMER_DEBT'),
  sales: fc.array(
    fc.record({
      member: fc.constantFrom('S', 'W', 'P'),
      spend: fc.nat(60),
      earn: fc.nat(60),
      terms: fc.constantFrom(...TERMS),
      held: fc.nat(20),
    }),
    { minLength: 2, maxLength: 7 },
  ),
  waitDays: fc.constantFrom(0, 0, 11, 21),
  /** Of each sale's bill, percent refunded by one refund after the other. */
  refunds: fc.array(fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 3 }), {
    minLength: 7,
    maxLength: 7,
  }),
  lets: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
})
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never

interface Undoing {
  readonly id: string
  readonly undo: (world: World) => void
}

/** The story up to the refunds: every sale may spend what those before it earned, and hold some of the rest. */
function told({ sales, waitDays }: Story): World {
  const world = aWorld(TERMS)
  for (const [index, { member, spend, earn, terms, held }] of sales.entries()) {
    const sale = { id: `sale ${index}`, member, total: TOTAL, earn, terms, now: NOW }
    if (!accepted(() => sell(world, { ...sale, spend }))) sell(world, { ...sale, spend: 0 })
    const until = NOW + 90 * DAY
    accepted(() => promise(world, { id: `hold ${index}`, member, count: held, now: NOW, until }))
  }
  sweep(world, NOW + waitDays * DAY)
  return world
}

function undoings(story: Story): Undoing[] {
  const { sales, policy, waitDays } = story
  const now = NOW + waitDays * DAY
  return sales.flatMap((_sale, index) => {
    let left = 100
    const refunds = (story.refunds[index] ?? []).flatMap((wished, part): Undoing[] => {
      const percent = Math.min(wished, left)
      left -= percent
      const at = { id: `refund ${index}.${part}`, amount: (TOTAL * BigInt(percent)) / 100n, now, policy }
      return percent === 0 ? [] : [{ id: at.id, undo: (world) => void refund(world, `sale ${index}`, at) }]
    })
    const release = (world: World) => void accepted(() => letGo(world, `hold ${index}`, now))
    const isHeld = anna(told(story)).holds.some(({ id }) => id === `hold ${index}`)
    return isHeld && story.lets[index] ? [...refunds, { id: `void ${index}`, undo: release }] : refunds
  })
}

/** All that books say, whatever led to them: both books, what is left of every lot, what is owed and what is claimed. */
function booksAfter(story: Story, order: readonly Undoing[]) {
  const world = told(story)
  for (const { undo } of order) undo(world)
  const { posted, reserved, lots, debts, claims } = anna(world)
  const byLot = (rows: readonly { readonly lotId: string | null; readonly remaining: bigint }[]) =>
    lots.map(({ id }) =>
      rows.filter(({ lotId }) => lotId === id).reduce((sum, { remaining }) => sum + remaining, 0n),
    )
  return {
    balances: new Map([...world.books.balances].sort(([a], [b]) => (a < b ? -1 : 1))),
    ...{ posted, reserved },
    lots: lots.map((lot) => ({ ...lot })),
    owed: byLot(debts),
    claimed: byLot(claims),
  }
}

describe('refunds of sales whose points paid for one another, and holds let go', () => {
  it('end in the same books in any order', () => {
    let claims = 0
    let debts = 0
    fc.assert(
      fc.property(
        story.chain((each) => {
          const all = undoings(each)
          return fc.tuple(
            fc.constant(each),
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
          )
        }),
        ([each, one, other]) => {
          const books = booksAfter(each, one)
          expect(booksAfter(each, other)).toEqual(books)
          if (books.claimed.some((points) => points > 0n)) claims += 1
          if (books.owed.some((points) => points > 0n)) debts += 1
        },
      ),
      { numRuns: 300 },
    )
    expect(claims).toBeGreaterThan(10)
    expect(debts).toBeGreaterThan(10)
  })

  it('leave nothing at all when everything is undone and nothing had run out', () => {
    fc.assert(
      fc.property(
        story
          .map(
            (each): Story => ({
              ...each,
              waitDays: 0,
              refunds: each.refunds.map(() => [100]),
              lets: each.lets.map(() => true),
            }),
          )
          .chain((each) => {
            const all = undoings(each)
            return fc.tuple(fc.constant(each), fc.shuffledSubarray(all, { minLength: all.length }))
          }),
        ([each, order]) => {
          const { balances, posted, owed, claimed } = booksAfter(each, order)
          expect({ balances: [...balances], posted }).toEqual({ balances: [], posted: 0n })
          expect([...owed, ...claimed].every((points) => points === 0n)).toBe(true)
        },
      ),
    )
  })
})

describe('the points of one sale, spent at another', () => {
  const sale = { total: TOTAL, terms: TERMS[0] ?? (undefined as never), now: NOW }
  const bought = () => {
    const world = aWorld(TERMS)
    sell(world, { ...sale, id: 'S', member: 'S', spend: 0, earn: 1000 })
    sell(world, { ...sale, id: 'W', member: 'W', spend: 1000, earn: 0 })
    return world
  }
  const undo = (world: World, id: string, policy: RefundPolicy, amount = TOTAL) =>
    refund(world, id, { id: `refund of ${id} ${anna(world).sequence}`, amount, now: NOW, policy })

  it('come back to the issuer and not to the customer, by the policy that leaves them with the issuer', () => {
    const world = bought()
    expect(undo(world, 'S', 'ISSUER_BEARS')).toMatchObject({ recovered: 0n, borne: 1000n })
    expect(anna(world).claims).toMatchObject([{ remaining: 1000n }])
    undo(world, 'W', 'ISSUER_BEARS', 400n)
    expect(anna(world)).toMatchObject({ posted: 0n, claims: [{ remaining: 600n }] })
    undo(world, 'W', 'ISSUER_BEARS', 600n)
    expect(anna(world)).toMatchObject({ posted: 0n, claims: [{ remaining: 0n }] })
    expect([...world.books.balances]).toEqual([])
  })

  it("pay the debt that they became, and are the customer's where it was paid by others meanwhile", () => {
    const world = bought()
    undo(world, 'S', 'CUSTOMER_DEBT')
    sell(world, { ...sale, id: 'P', member: 'P', spend: 0, earn: 300 })
    expect(anna(world)).toMatchObject({ posted: 0n, debts: [{ remaining: 700n }] })
    undo(world, 'W', 'CUSTOMER_DEBT')
    expect(anna(world)).toMatchObject({ posted: 300n, debts: [{ remaining: 0n }] })
  })
})
