import { basisPoints, counterKey, minor, points } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import type { BillToEvaluate } from '../rule/bill-to-evaluate.ts'
import { describeVoucher } from '../rule/describe-voucher.ts'
import { evaluateBill } from '../rule/evaluate-bill.ts'
import { leftOfRules } from '../rule/left-of-bill.ts'
import type { VoucherEffect } from '../rule/rule.ts'
import { validateRule } from '../rule/validate-rule.ts'
import { someRule } from '../testing/rules.ts'
import { someTerms } from '../testing/terms.ts'
import { makeVoucherCode, voucherCodeOf, writtenVoucherCode } from './voucher-code.ts'
import { lastDayAfterReturn } from './voucher-days.ts'
import { voucherRule } from './voucher-rule.ts'
import { voucherState } from './voucher-state.ts'

const WASH: VoucherEffect = {
  ...{ kind: 'VOUCHER', at: ['wash'], validDays: 14, maxMinor: minor(30_000n) },
  off: { kind: 'DISCOUNT_PERCENT', percentBps: basisPoints(2_000n) },
}
const giving = (over: Partial<VoucherEffect> = {}, id = 'r') =>
  someRule(id, { give: [{ ...WASH, ...over }], if: { minTotalMinor: minor(50_000n) } })
const bill = (over: Partial<BillToEvaluate> = {}): BillToEvaluate => ({
  ...{ totalMinor: minor(100_000n), lines: [], spent: points(0n), code: null },
  ...{ occurredAt: new Date('2026-03-03T09:00:00Z'), timeZone: 'Europe/Moscow', customer: null },
  earnRule: { kind: 'PERCENT', percentBps: basisPoints(500n), minTotalMinor: minor(0n) },
  ...{ rules: [], used: new Map(), terms: someTerms(), sellerId: 'shop' },
  ...over,
})

describe('a voucher', () => {
  it('comes with a bill that its rule holds for, in place of points, and counts for the stock', () => {
    const budget = { unit: 'VOUCHERS', vouchers: 5, per: 'RULE' } as const
    const rule = { ...giving(), limits: { perPurchasePoints: null, perCustomer: null, budget } }
    const [given] = evaluateBill(bill({ rules: [rule] })).given
    expect(given).toMatchObject({ points: 0n, discountMinor: 0n, voucher: WASH })
    expect(given?.counters).toMatchObject([{ ownerId: 'r', delta: 1n, limit: 5n }])
    expect(evaluateBill(bill({ rules: [rule], totalMinor: minor(40_000n) })).given).toEqual([])
    const [move] = given?.counters ?? []
    const used = new Map(move ? [[counterKey(move), 5n]] : [])
    expect(evaluateBill(bill({ rules: [rule], used })).skipped).toMatchObject([{ reason: 'BUDGET_ENDED' }])
  })

  it('of a BEST group is the one that may take the most off', () => {
    const combine = { group: 'offers', mode: 'BEST', priority: 0 } as const
    const rules = [
      { ...giving({}, 'a'), combine },
      { ...giving({ maxMinor: minor(40_000n) }, 'b'), combine },
    ]
    const found = evaluateBill(bill({ rules }))
    expect(found.given.map(({ rule }) => rule.ruleId)).toEqual(['b'])
    expect(found.skipped).toMatchObject([{ rule: { ruleId: 'a' }, reason: 'LOST_TO', to: 'b' }])
  })

  it('takes off what it says, at most its most, at the cost of who gave it, and earns nothing', () => {
    const used = voucherRule(giving(), { id: 'v', memberId: 'service' })
    const purses = new Map([['service', { roomMicros: null, pointMicros: 0n as never }]])
    const found = evaluateBill(bill({ totalMinor: minor(200_000n), rules: [used], purses, sellerId: 'wash' }))
    expect(found).toMatchObject({ discountMinor: 30_000n, moneyPartMinor: 170_000n, pointsToEarn: 85n })
    expect(found.paidBy).toMatchObject([
      { payerId: 'wash', discountMinor: 0n },
      { payerId: 'service', discountMinor: 30_000n },
    ])
  })

  it('two of one rule are laid on a bill one after the other, and leave nothing below nothing', () => {
    const rules = ['v', 'w'].map((id) =>
      voucherRule(giving({ off: { kind: 'DISCOUNT_FIXED', amountMinor: minor(7_000n) } }), {
        ...{ id, memberId: 'shop' },
      }),
    )
    expect(evaluateBill(bill({ totalMinor: minor(10_000n), rules })).moneyPartMinor).toBe(0n)
    expect(evaluateBill(bill({ totalMinor: minor(50_000n), rules })).moneyPartMinor).toBe(36_000n)
  })

  it('stays after a refund as long as the rest of the bill would bring it', () => {
    const rule = giving()
    const { given } = evaluateBill(bill({ rules: [rule] }))
    const purchase = {
      ...{ id: 'p', memberId: 'shop', termsId: 't', total: minor(100_000n), lines: [] },
      ...{ pointsRedeemed: points(0n), pointsPart: minor(0n), pointsEarned: points(50n), earnedLotId: 'l' },
      ...{
        pointsExpired: points(0n),
        redeemedFrom: [],
        refundedTotal: minor(0n),
        pointsReturned: points(0n),
      },
      ...{ pointsReversed: points(0n), pointsDue: points(0n), refundedByLine: new Map(), isRefunded: false },
    }
    const decided = {
      ...{ earnRule: bill().earnRule, basePoints: points(50n), given, lost: [], faceValueMinor: minor(100n) },
    }
    const left = (amount: bigint) =>
      leftOfRules(purchase, decided, { amount: minor(amount), byLine: new Map() }).byRule.get(rule.id)
    expect(left(50_000n)).toMatchObject({ hasVoucher: true })
    expect(left(50_001n)).toMatchObject({ hasVoucher: false })
    expect(left(100_000n)).toMatchObject({ hasVoucher: false })
  })

  it('is where purchases, refunds and the calendar leave it', () => {
    const lastDay = localDate('2026-03-17')
    const free = { usedById: null, revokedById: null, lastDay }
    expect(voucherState(free, lastDay)).toBe('ISSUED')
    expect(voucherState(free, localDate('2026-03-18'))).toBe('EXPIRED')
    expect(voucherState({ ...free, revokedById: 'r' }, lastDay)).toBe('REVOKED')
    expect(voucherState({ ...free, usedById: 'p', revokedById: 'r' }, lastDay)).toBe('USED')
    expect(lastDayAfterReturn(lastDay, localDate('2026-03-10'))).toBe('2026-03-17')
    expect(lastDayAfterReturn(lastDay, localDate('2026-03-16'))).toBe('2026-03-19')
  })

  it('is said in both languages', () => {
    expect(describeVoucher(WASH, 'en', 'RUB')).toBe('20\u00a0% off, at most RUB\u00a0300.00')
    expect(describeVoucher({ ...WASH, minTotalMinor: minor(50_000n) }, 'ru', 'RUB')).toMatch(
      /^Скидка 20.% ?, на чек от 500,00.₽, не больше 300,00.₽$|^.*20.%.*, на чек от 500,00.₽, не больше 300,00.₽$/u,
    )
  })
})

describe('a voucher is refused', () => {
  const pathOf = (over: Partial<VoucherEffect>): unknown => {
    try {
      validateRule(giving(over))
      return undefined
    } catch (error) {
      return (error as { path: readonly string[] }).path.join('.')
    }
  }

  it.each([
    [{}, undefined],
    [{ at: [] }, 'give.0.at'],
    [{ at: ['a', 'a'] }, 'give.0.at'],
    [{ validDays: 0 }, 'give.0.validDays'],
    [{ validDays: 367 }, 'give.0.validDays'],
    [{ maxMinor: minor(0n) }, 'give.0.maxPerUse'],
    [{ minTotalMinor: minor(0n) }, 'give.0.minTotal'],
    [{ off: { kind: 'DISCOUNT_PERCENT', percentBps: basisPoints(10_001n) } }, 'give.0.discountPercentBps'],
  ] as const)('case %#, at the field at fault', (over, path) => {
    expect(pathOf(over as Partial<VoucherEffect>)).toBe(path)
  })

  it('without its most, but for a fixed amount; and a stock only where there is a voucher', () => {
    const { maxMinor: _, ...endless } = WASH
    expect(() => validateRule(someRule('r', { give: [endless] }))).toThrow()
    const off = { kind: 'DISCOUNT_FIXED', amountMinor: minor(100n) } as const
    expect(() => validateRule(someRule('r', { give: [{ ...endless, off }] }))).not.toThrow()
    const budget = { unit: 'VOUCHERS', vouchers: 5, per: 'RULE' } as const
    const limits = { perPurchasePoints: null, perCustomer: null, budget }
    expect(() => validateRule(someRule('r', { limits }))).toThrow()
  })
})

describe('a code', () => {
  const code = makeVoucherCode([7, 19, 3, 22, 9, 23, 29, 1, 2, 3, 4])

  it('is read as it is printed, in small letters, with look-alikes and on the Russian keyboard', () => {
    const written = writtenVoucherCode(code)
    expect(written).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    for (const typed of [written, code.toLowerCase(), written.replaceAll('1', 'l').replaceAll('0', 'o')])
      expect(voucherCodeOf(typed)).toBe(code)
  })

  it('with one wrong symbol is none', () => {
    for (let at = 0; at < code.length; at += 1)
      expect(
        voucherCodeOf(`${code.slice(0, at)}${code[at] === 'Z' ? 'Y' : 'Z'}${code.slice(at + 1)}`),
      ).toBeUndefined()
  })
})
