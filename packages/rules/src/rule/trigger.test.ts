import { basisPoints, counterKey, micros, minor, points } from '@artel/ledger'
import { describe, expect, it, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { someRule } from '../testing/rules.ts'
import { describeRule } from './describe-rule.ts'
import { evaluateTrigger, type TriggerToEvaluate } from './evaluate-trigger.ts'
import type { RuleVersion } from './rule.ts'
import { validateRule } from './validate-rule.ts'

const FIFTY = [{ kind: 'POINTS_FIXED', points: points(50n) }] as const
const visit = (over: Partial<RuleVersion> = {}) =>
  someRule('visit', { when: { on: 'VISIT' }, give: FIFTY, ...over })
const NO_LIMITS = { perPurchasePoints: null, perCustomer: null, budget: null }

describe('a rule without a bill', () => {
  test.each<[string, Partial<RuleVersion>]>([
    ['if.minTotal', { if: { minTotalMinor: minor(1n) } }],
    ['if.anyLine', { if: { anyLine: { categories: ['oil'], skus: [] } } }],
    ['if.noLine', { if: { noLine: { categories: ['oil'], skus: [] } } }],
    ['if.code', { if: { code: 'CODE' } }],
    ['if.customer.firstPurchaseHere', { if: { firstPurchaseHere: true } }],
    ['if.customer.firstInCoalition', { if: { firstInCoalition: true } }],
    ['if.customer.absentDays', { if: { absentDays: 3 } }],
    ['give.0.kind', { give: someRule('percent').give }],
    ['limits.perPurchasePoints', { limits: { ...NO_LIMITS, perPurchasePoints: points(5n) } }],
    ['combine.mode', { combine: { group: 'extra', mode: 'BEST', priority: 0 } }],
    ['when.event', { when: { on: 'VISIT', event: 'x' } }],
    ['when.event', { when: { on: 'EVENT' } }],
    ['when.event', { when: { on: 'EVENT', event: 'No Word' } }],
    ['when.event', { when: { on: 'REFERRER', event: 'x' } }],
    ['when.minTotal', { when: { on: 'VISIT', minTotalMinor: minor(1n) } }],
    ['when.minTotal', { when: { on: 'REFERRER', minTotalMinor: minor(0n) } }],
    ['when.waitDays', { when: { on: 'ENROL', waitDays: 1 } }],
    ['when.waitDays', { when: { on: 'REFERRED', waitDays: 366 } }],
    ['if.minTotal', { when: { on: 'REFERRER' }, if: { minTotalMinor: minor(1n) } }],
    [
      'limits.perCustomer',
      { when: { on: 'REFERRED' }, limits: { ...NO_LIMITS, perCustomer: { times: 2, per: 'RULE' } } },
    ],
    [
      'limits.perCustomer',
      { when: { on: 'BIRTHDAY' }, limits: { ...NO_LIMITS, perCustomer: { times: 2, per: 'RULE' } } },
    ],
    ['at', { when: { on: 'BIRTHDAY' }, at: ['a'] }],
    [
      'schedule.weekly',
      {
        when: { on: 'BIRTHDAY' },
        schedule: {
          fromDay: localDate('2026-01-01'),
          toDay: null,
          weekly: [{ days: [1], fromMinute: 0, toMinute: 1_440 }],
        },
      },
    ],
  ])('is refused at %s', (path, over) => {
    expect(() => validateRule(visit(over))).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ path: path.split('.') }) }),
    )
  })

  test('of a referral says the purchase and the wait', () => {
    const when = { on: 'REFERRER', minTotalMinor: minor(100_000n), waitDays: 14 } as const
    const said = describeRule(visit({ when }), 'en', 'RUB').replaceAll('\u00a0', ' ')
    expect(said).toMatch(
      /^For a friend that the customer brings, after the first purchase of the friend for .*1,000/,
    )
    expect(said).toContain('or more and 14 days of waiting, from 1 January 2026: 50 points')
    expect(describeRule(visit({ when: { on: 'REFERRED' } }), 'ru', 'RUB')).toMatch(
      /^Тому, кого привёл друг, после/,
    )
  })

  test.each([
    ['ENROL', 'For joining the programme, from 1 January 2026: 50 points, once a customer'],
    ['BIRTHDAY', 'On the birthday, from 1 January 2026: 50 points, once a year'],
    ['VISIT', 'For a visit, from 1 January 2026: 50 points'],
  ] as const)('is one sentence: %s', (on, said) => {
    const sentence = describeRule(visit({ when: { on } }), 'en', 'RUB')
    expect(sentence.replaceAll('\u00a0', ' ')).toBe(said)
    expect(describeRule(visit({ when: { on } }), 'ru', 'RUB')).toMatch(/^(За|В) /)
  })
})

describe('what it gives', () => {
  const asked = (over: Partial<TriggerToEvaluate> = {}): TriggerToEvaluate => ({
    rule: visit(),
    ownerId: 'shop',
    memberId: 'shop',
    isLate: false,
    customer: { id: 'anna', lastHere: null, lastAnywhere: null },
    happenedAt: new Date('2026-03-01T09:00:00Z'),
    timeZone: 'Europe/Moscow',
    used: new Map(),
    purses: new Map([['shop', { roomMicros: null, pointMicros: micros(100_000n) }]]),
    faceValueMinor: minor(100n),
    ...over,
  })

  it('is nothing of what was told late where anybody but its member pays', () => {
    const late = { isLate: true }
    const pays = (...ids: readonly string[]) =>
      visit({ pays: ids.map((payerId) => ({ payerId, shareBps: basisPoints(5_000n) })) })
    expect(evaluateTrigger(asked(late))).toMatchObject({ points: 50n })
    expect(evaluateTrigger(asked({ ...late, ownerId: 'town' }))).toEqual({ skipped: 'LATE_SALE' })
    expect(evaluateTrigger(asked({ ...late, rule: pays('shop', 'other') }))).toEqual({ skipped: 'LATE_SALE' })
    expect(evaluateTrigger(asked({ rule: pays('shop', 'shop') }))).toMatchObject({ points: 50n })
  })

  it('is all of it, at the cost of its owner', () => {
    expect(evaluateTrigger(asked())).toEqual({
      points: 50n,
      paidBy: [{ payerId: 'shop', points: 50n, discountMinor: 0n }],
      counters: [],
    })
  })

  it('is cut to what one use may be worth', () => {
    expect(evaluateTrigger(asked({ rule: visit({ maxMinor: minor(1_050n) }) }))).toMatchObject({
      points: 10n,
    })
  })

  it('is nothing beyond what its payers can pay', () => {
    const purses = new Map([['shop', { roomMicros: micros(4_999_999n), pointMicros: micros(100_000n) }]])
    expect(evaluateTrigger(asked({ purses }))).toEqual({ skipped: 'PAYER_LIMIT' })
    expect(evaluateTrigger(asked({ purses: new Map() }))).toEqual({ skipped: 'PAYER_LIMIT' })
  })

  it('is nothing beyond its budget, whose last use gets the whole or none', () => {
    const rule = visit({
      limits: { ...NO_LIMITS, budget: { unit: 'POINTS', points: points(99n), per: 'RULE' } },
    })
    const name = { ownerId: 'visit', customerId: null, period: '' }
    expect(evaluateTrigger(asked({ rule }))).toMatchObject({
      counters: [{ ...name, delta: 50n, limit: 99n }],
    })
    expect(evaluateTrigger(asked({ rule, used: new Map([[counterKey(name), 50n]]) }))).toEqual({
      skipped: 'BUDGET_ENDED',
    })
  })

  it('is counted by the local year on a birthday, and for ever on enrolment', () => {
    const year = { ownerId: 'visit', customerId: 'anna', period: '2026' }
    const rule = visit({ when: { on: 'BIRTHDAY' } })
    expect(evaluateTrigger(asked({ rule }))).toMatchObject({ counters: [{ ...year, delta: 1n, limit: 1n }] })
    expect(evaluateTrigger(asked({ rule, used: new Map([[counterKey(year), 1n]]) }))).toEqual({
      skipped: 'LIMIT_REACHED',
    })
    expect(evaluateTrigger(asked({ rule: visit({ when: { on: 'ENROL' } }) }))).toMatchObject({
      counters: [{ ownerId: 'visit', customerId: 'anna', period: '', delta: 1n, limit: 1n }],
    })
  })

  it('is nothing outside its days, and for who is held out', () => {
    expect(evaluateTrigger(asked({ happenedAt: new Date('2025-12-31T20:59:00Z') }))).toEqual({
      skipped: 'NOT_STARTED',
    })
    const rule = visit({ pilot: { id: 'trial', controlBps: 5_000 } })
    const customer = { ...asked().customer, controlOf: new Set(['trial']) }
    expect(evaluateTrigger(asked({ rule, customer }))).toEqual({ skipped: 'CONTROL_GROUP' })
  })

  it('is split among its payers by largest remainder', () => {
    const pays = [
      { payerId: 'a', shareBps: 3_333n as never },
      { payerId: 'b', shareBps: 6_667n as never },
    ]
    const purse = { roomMicros: null, pointMicros: micros(1n) }
    const purses = new Map([
      ['a', purse],
      ['b', purse],
    ])
    expect(evaluateTrigger(asked({ rule: visit({ pays }), purses }))).toMatchObject({
      paidBy: [
        { payerId: 'a', points: 17n },
        { payerId: 'b', points: 33n },
      ],
    })
  })
})
