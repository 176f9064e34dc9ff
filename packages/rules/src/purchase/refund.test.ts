import { lesser, minor, type PurchaseState, points } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refundAmount, refundTargets } from './refund.ts'

const purchase = (over: Partial<PurchaseState> = {}): PurchaseState => ({
  id: 'sale',
  memberId: 'P',
  termsId: 'T',
  total: minor(500_000n),
  lines: [],
  pointsRedeemed: points(400n),
  pointsPart: minor(40_000n),
  pointsEarned: points(184n),
  earnedLotId: 'lot',
  pointsExpired: points(0n),
  redeemedFrom: [],
  refundedTotal: minor(0n),
  pointsReturned: points(0n),
  pointsReversed: points(0n),
  pointsDue: points(0n),
  refundedByLine: new Map(),
  ...over,
})

describe('refundTargets', () => {
  it('gives the figures of the worked example: half of 5000.00 paid with 400 points', () => {
    expect(refundTargets(purchase(), { amount: minor(250_000n) })).toEqual({
      ...{ toReturn: 200n, toReverse: 92n, moneyMinor: 230_000n },
    })
  })

  it('asks for its own share of the earned points, whatever earlier refunds found', () => {
    const half = purchase({
      refundedTotal: minor(250_000n),
      ...{ pointsReturned: points(200n), pointsDue: points(92n) },
    })
    expect(refundTargets(half, { amount: minor(250_000n) })).toMatchObject({ toReturn: 200n, toReverse: 92n })
  })

  it('gives money for a small refund of a bill paid in part by points, and holds it back for a due point', () => {
    const sale = purchase({ total: minor(10_000n), pointsRedeemed: points(50n), pointsPart: minor(5_000n) })
    const first = refundTargets(sale, { amount: minor(199n) })
    expect(first).toMatchObject({ toReturn: 0n, moneyMinor: 100n })
    const next = refundTargets({ ...sale, refundedTotal: minor(199n) }, { amount: minor(1n) })
    expect(next).toMatchObject({ toReturn: 1n, moneyMinor: 0n })
    const odd = purchase({ total: minor(100n), pointsRedeemed: points(3n), pointsPart: minor(30n) })
    const third = refundTargets(odd, { amount: minor(33n) })
    // The first point returns at 34 of 100, when 24 of money is due beside it.
    expect(third).toMatchObject({ toReturn: 0n, moneyMinor: 24n })
    const big = purchase({ total: minor(99_900n), pointsRedeemed: points(300n), pointsPart: minor(30_000n) })
    expect(refundTargets(big, { amount: minor(10_000n) })).toMatchObject({
      ...{ toReturn: 30n, moneyMinor: 7_000n },
    })
  })

  it('never undoes more than was done in any sequence of refunds, and exactly all of it in the end', () => {
    const bill = fc
      .record({ total: fc.bigInt(1n, 1_000_000n), share: fc.bigInt(0n, 100n), face: fc.bigInt(1n, 500n) })
      .map(({ total, share, face }) => ({ total, face, spent: (total * share) / 100n / face }))
    const parts = fc.array(fc.bigInt(1n, 200_000n), { maxLength: 12 })
    fc.assert(
      fc.property(bill, fc.bigInt(0n, 50_000n), parts, (sale, earned, amounts) => {
        let state = purchase({
          total: minor(sale.total),
          pointsRedeemed: points(sale.spent),
          pointsPart: minor(sale.spent * sale.face),
          pointsEarned: points(earned),
        })
        const back = { points: 0n, money: 0n, earned: 0n }
        for (const wished of [...amounts, sale.total]) {
          const left = sale.total - state.refundedTotal
          const amount = minor(lesser(wished, left))
          if (amount === 0n) break
          const due = refundTargets(state, { amount })
          for (const figure of Object.values(due)) expect(figure).toBeGreaterThanOrEqual(0n)
          back.points += due.toReturn
          back.money += due.moneyMinor
          back.earned += due.toReverse
          const refundedTotal = minor(state.refundedTotal + amount)
          expect(back.points * sale.face + back.money).toBeLessThanOrEqual(refundedTotal)
          state = {
            ...state,
            refundedTotal,
            pointsReturned: points(back.points),
            pointsDue: points(back.earned),
          }
        }
        expect(back).toEqual({ points: sale.spent, money: sale.total - sale.spent * sale.face, earned })
      }),
    )
  })
})

describe('refundAmount', () => {
  const line = (ref: string, total: bigint) => ({ ref, title: ref, total: minor(total) })
  const bill = purchase({
    total: minor(1_000n),
    lines: [line('wash', 600n), line('wax', 400n)],
    refundedTotal: minor(300n),
    refundedByLine: new Map([['wax', minor(300n)]]),
  })
  const code = (expected: string, over: object = {}) => expect.objectContaining({ code: expected, ...over })
  const lines = (...some: { ref: string; amount?: bigint }[]) =>
    ({
      kind: 'LINES',
      lines: some.map(({ ref, amount }) => ({
        ref,
        ...(amount === undefined ? {} : { amount: minor(amount) }),
      })),
    }) as const

  it('takes all that is left, an amount, or lines, where a line without amount is all that is left of it', () => {
    expect(refundAmount(bill, { kind: 'ALL' })).toEqual({ amount: 700n, amountByLine: new Map() })
    expect(refundAmount(bill, { kind: 'AMOUNT', amount: minor(700n) }).amount).toBe(700n)
    expect(refundAmount(bill, lines({ ref: 'wash', amount: 50n }, { ref: 'wax' }))).toEqual({
      amount: 150n,
      amountByLine: new Map([
        ['wash', 50n],
        ['wax', 100n],
      ]),
    })
  })

  it('refuses more than is left of the bill or of a line, and says how much that is', () => {
    const exceeds = (refundable: bigint, lineRef: string | null = null) =>
      code('REFUND_EXCEEDS_PURCHASE', { refundable, lineRef })
    expect(() => refundAmount(bill, { kind: 'AMOUNT', amount: minor(701n) })).toThrow(exceeds(700n))
    expect(() => refundAmount(bill, lines({ ref: 'wax', amount: 101n }))).toThrow(exceeds(100n, 'wax'))
    const undone = { ...bill, refundedTotal: minor(1_000n) }
    expect(() => refundAmount(undone, { kind: 'ALL' })).toThrow(exceeds(0n))
    const waxUndone = { ...bill, refundedByLine: new Map([['wax', minor(400n)]]) }
    expect(() => refundAmount(waxUndone, lines({ ref: 'wax' }))).toThrow(exceeds(0n, 'wax'))
    const byAmountBefore = { ...bill, refundedTotal: minor(950n), refundedByLine: new Map() }
    expect(() => refundAmount(byAmountBefore, lines({ ref: 'wash' }))).toThrow(exceeds(50n))
  })

  it('refuses lines that are unknown or named twice, none at all, and amounts that are not positive', () => {
    const at = (...path: string[]) => code('INVALID_INPUT', { path })
    expect(() => refundAmount(bill, lines({ ref: 'tyre' }))).toThrow(at('lines', '0', 'ref'))
    expect(() => refundAmount(bill, lines({ ref: 'wax', amount: 1n }, { ref: 'wax' }))).toThrow(
      at('lines', '1', 'ref'),
    )
    expect(() => refundAmount(bill, lines({ ref: 'wax', amount: 0n }))).toThrow(at('lines', '0', 'amount'))
    expect(() => refundAmount(bill, lines())).toThrow(at('amount'))
    for (const amount of [0n, -1n])
      expect(() => refundAmount(bill, { kind: 'AMOUNT', amount: minor(amount) })).toThrow(at('amount'))
  })
})
