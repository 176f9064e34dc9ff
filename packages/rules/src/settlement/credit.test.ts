import { micros, minor, points } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../calendar/local-date.ts'
import { someTerms } from '../testing/terms.ts'
import { acceptLateSale } from './accept-late-sale.ts'
import { ageReceivables } from './age-receivables.ts'
import { creditLimitNow, type Receivable } from './credit-limit-now.ts'
import { issueCost, mayIssue } from './may-issue.ts'

const today = localDate('2026-12-10')
const owed = (id: string, outstanding: bigint, dueOn: string, memberId = 'S'): Receivable => ({
  id,
  memberId,
  outstanding: minor(outstanding),
  dueOn: localDate(dueOn),
})

describe('mayIssue', () => {
  const ask = (
    position: bigint,
    limit: bigint | null,
    adds: bigint,
    creditPolicy: 'REFUSE' | 'PENDING_APPROVAL' = 'REFUSE',
  ) => mayIssue(micros(position), limit === null ? null : micros(limit), { adds: micros(adds), creditPolicy })

  it.each<[string, bigint, bigint | null, bigint]>([
    ['up to the limit', 90n, 100n, 10n],
    ['without limit', 10n ** 18n, null, 10n],
    ['out of what it is owed, though it has no credit', -50n, 0n, 50n],
    ['what costs nothing while at the limit', 100n, 100n, 0n],
  ])('allows %s', (_name, position, limit, adds) => {
    expect(ask(position, limit, adds)).toBe('ALLOWED')
  })

  it.each<[string, bigint, bigint, bigint]>([
    ['a micro above', 90n, 100n, 11n],
    ['anything once the limit is zero and something is owed', 1n, 0n, 0n],
  ])('refuses %s, or asks for approval by the terms', (_name, position, limit, adds) => {
    expect(() => ask(position, limit, adds)).toThrow(
      expect.objectContaining({
        code: 'CREDIT_LIMIT_REACHED',
        details: { owedMicros: `${position}`, addsMicros: `${adds}`, limitMicros: `${limit}` },
      }),
    )
    expect(ask(position, limit, adds, 'PENDING_APPROVAL')).toBe('PENDING_APPROVAL')
  })

  it('reckons with deposit and issue fee', () => {
    expect(issueCost(points(1_000n), someTerms().prices)).toBe(100_000_000n)
  })
})

describe('creditLimitNow', () => {
  const terms = { creditLimit: micros(100n), missedPaymentStopsCredit: true }

  it('drops to zero the day after a missed payment, also for a member without limit', () => {
    expect(creditLimitNow(terms, [owed('1', 5n, '2026-12-09')], today)).toBe(0n)
    expect(creditLimitNow({ ...terms, creditLimit: null }, [owed('1', 5n, '2026-12-09')], today)).toBe(0n)
  })

  it('stays while the day lasts, once it is paid, and where the terms do not say so', () => {
    expect(creditLimitNow(terms, [owed('1', 5n, '2026-12-10')], today)).toBe(100n)
    expect(creditLimitNow(terms, [owed('1', 0n, '2026-12-01')], today)).toBe(100n)
    expect(
      creditLimitNow({ ...terms, missedPaymentStopsCredit: false }, [owed('1', 5n, '2026-01-01')], today),
    ).toBe(100n)
  })
})

describe('ageReceivables', () => {
  it('puts each debt into its bucket, by member', () => {
    const dueDaysAgo = [-5, 0, 1, 30, 31, 60, 61, 90, 91, 400]
    const receivables = dueDaysAgo.map((days, index) =>
      owed(`${index}`, 10n ** BigInt(index), addDays(today, -days)),
    )
    expect(
      ageReceivables(
        [owed('w', 7n, '2026-12-11', 'W'), ...receivables, owed('x', 0n, '2026-01-01', 'X')],
        today,
      ),
    ).toEqual([
      {
        memberId: 'S',
        notDue: 11n,
        days1To30: 1_100n,
        days31To60: 110_000n,
        days61To90: 11_000_000n,
        daysOver90: 1_100_000_000n,
        total: 1_111_111_111n,
        oldestDays: 400,
      },
      {
        memberId: 'W',
        notDue: 7n,
        days1To30: 0n,
        days31To60: 0n,
        days61To90: 0n,
        daysOver90: 0n,
        total: 7n,
        oldestDays: 0,
      },
    ])
  })

  it('loses nothing', () => {
    const receivable = fc.record({
      days: fc.integer({ min: -100, max: 500 }),
      amount: fc.bigInt(1n, 1_000n),
      memberId: fc.constantFrom('S', 'W'),
    })
    fc.assert(
      fc.property(fc.array(receivable), (some) => {
        const rows = ageReceivables(
          some.map(({ days, amount, memberId }, index) =>
            owed(`${index}`, amount, addDays(today, -days), memberId),
          ),
          today,
        )
        for (const { notDue, days1To30, days31To60, days61To90, daysOver90, total } of rows)
          expect(notDue + days1To30 + days31To60 + days61To90 + daysOver90).toBe(total)
        expect(rows.reduce((sum, { total }) => sum + total, 0n)).toBe(
          some.reduce((sum, { amount }) => sum + amount, 0n),
        )
      }),
    )
  })
})

describe('acceptLateSale', () => {
  const accept = (occurredAt: string, now: string, approved = false) =>
    acceptLateSale({ occurredAt: new Date(occurredAt), approved }, new Date(now), {
      lateDays: 3,
      timeZone: 'Europe/Moscow',
    })

  it('takes sales to the end of the last local day', () => {
    expect(accept('2026-11-19T09:00:00Z', '2026-11-22T20:59:59.999Z')).toBe('IN_TIME')
    expect(accept('2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z')).toBe('IN_TIME')
  })

  it('counts days of the zone: 22:00 in UTC is the next day in Moscow', () => {
    expect(accept('2026-11-19T22:00:00Z', '2026-11-23T09:00:00Z')).toBe('IN_TIME')
  })

  it('takes later ones with approval only', () => {
    expect(() => accept('2026-11-19T09:00:00Z', '2026-11-22T21:00:00Z')).toThrow(
      expect.objectContaining({
        code: 'SALE_TOO_LATE',
        details: { soldOn: '2026-11-19', lastDay: '2026-11-22' },
      }),
    )
    expect(accept('2026-11-19T09:00:00Z', '2026-11-22T21:00:00Z', true)).toBe('APPROVED')
  })
})
