import { basisPoints, InvalidInputError, minor } from '@artel/ledger'
import { describe, expect, it, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { type CommissionProgramme, programmeFor } from './choose-programme.ts'
import { ladderPeriodOf, monthsAfter } from './commission-period.ts'
import { describeProgramme } from './describe-programme.ts'
import type { CommissionDefinition, CommissionEffect } from './programme.ts'
import { commissionFromJson, commissionToJson } from './programme-json.ts'
import { isApprovedByTime, qualifyingOf, reckonLess, reckonSale } from './reckon-commission.ts'
import { settleCommission } from './settle-commission.ts'
import { validateNextVersion, validateProgramme } from './validate-programme.ts'
import { type SaleFacts, whyNone } from './why-none.ts'

const step = (from: bigint, bps: bigint) => ({ from, bps: basisPoints(bps) })
const LADDER: CommissionEffect = {
  kind: 'LADDER',
  ...{ steps: [step(0n, 500n), step(10_000_000n, 700n)], per: 'QUARTER', by: 'MONEY' },
}
const BASE: CommissionDefinition = {
  name: { en: 'Partners', ru: 'Партнёры' },
  effect: { kind: 'PERCENT', percentBps: basisPoints(500n) },
  of: 'EVERY_PURCHASE',
  months: null,
  approval: { by: 'TIME', days: 14, twoPeopleAboveMinor: null },
  refundDays: 14,
  taxBps: basisPoints(0n),
  fromDay: localDate('2026-11-01'),
  toDay: null,
}
const said = (change: Partial<CommissionDefinition>): CommissionDefinition => ({ ...BASE, ...change })
const NOTHING = { volume: minor(0n), customers: 1n }

function pathOf(check: () => void): string {
  try {
    check()
  } catch (error) {
    if (error instanceof InvalidInputError) return error.path.join('.')
    throw error
  }
  return 'nothing'
}

describe('a programme', () => {
  test.each<[string, CommissionDefinition]>([
    ['of a percentage', BASE],
    ['of a fixed sum', said({ effect: { kind: 'FIXED', fixedMinor: minor(50_000n) }, of: 'FIRST_PURCHASE' })],
    ['of a ladder', said({ effect: LADDER, taxBps: basisPoints(2_000n), toDay: localDate('2026-12-31') })],
    ['by hand', said({ approval: { by: 'HAND', days: 20, twoPeopleAboveMinor: minor(1n) }, months: 6 })],
  ])('%s may be, is read as it is stored, and is one sentence', (_says, programme) => {
    expect(() => validateProgramme(programme)).not.toThrow()
    expect(commissionFromJson(JSON.parse(JSON.stringify(commissionToJson(programme))))).toEqual(programme)
    for (const language of ['en', 'ru'] as const)
      expect(describeProgramme(programme, language, 'RUB')).toMatch(/^\S.*\S$/u)
  })

  it('is said to the kopeck, however large the sum', () => {
    const programme = said({ effect: { kind: 'FIXED', fixedMinor: minor(9_007_199_254_740_993n) } })
    expect(describeProgramme(programme, 'en', 'RUB')).toContain('90,071,992,547,409.93')
  })

  it('is said in Russian and English with numbers that agree', () => {
    const sentences = (change: Partial<CommissionDefinition>) =>
      (['en', 'ru'] as const).map((language) =>
        describeProgramme(said(change), language, 'RUB').replaceAll('\u00a0', ' '),
      )
    const approval = (by: 'TIME' | 'HAND', days: number) => ({ by, days, twoPeopleAboveMinor: null })
    expect(sentences({ months: 12, approval: approval('HAND', 21), refundDays: 0 })).toEqual([
      '5 % of what was paid, for purchases within 12 months of the first, due when it is approved, after 21 days',
      '5 % от оплаченного деньгами, за покупки в течение 12 месяцев с первой, к выплате по решению, не раньше чем через 21 день',
    ])
    expect(sentences({ months: 1, approval: approval('TIME', 2) })).toEqual([
      '5 % of what was paid, for purchases within 1 month of the first, due after 2 days',
      '5 % от оплаченного деньгами, за покупки в течение 1 месяца с первой, к выплате через 2 дня',
    ])
    const effect: CommissionEffect = { kind: 'LADDER', steps: [step(1n, 300n)], per: 'EVER', by: 'CUSTOMERS' }
    expect(sentences({ effect })).toEqual([
      '3 % from 1 customer on in all, for every purchase, due after 14 days',
      '3 % начиная с 1-го покупателя за всё время, за каждую покупку, к выплате через 14 дней',
    ])
  })

  const ladderOf = (...steps: { from: bigint; bps: ReturnType<typeof basisPoints> }[]) =>
    said({ effect: { kind: 'LADDER', steps, per: 'MONTH', by: 'MONEY' } })
  test.each<[string, string, CommissionDefinition]>([
    ['whose ladder is out of order', 'effect.ladder.1.from', ladderOf(step(10n, 1n), step(5n, 2n))],
    ['with a step twice', 'effect.ladder.1.from', ladderOf(step(10n, 1n), step(10n, 2n))],
    ['that pays more than all', 'effect.ladder.0.bps', ladderOf(step(0n, 10_001n))],
    ['without a step', 'effect.ladder', ladderOf()],
    ['of which no step pays', 'effect.ladder', ladderOf(step(0n, 0n))],
    ['due before goods may come back', 'approval.days', said({ refundDays: 15 })],
    ['of nothing', 'effect.percentBps', said({ effect: { kind: 'PERCENT', percentBps: basisPoints(0n) } })],
    ['of months of a first purchase', 'months', said({ of: 'FIRST_PURCHASE', months: 3 })],
    ['that ends before it begins', 'toDay', said({ toDay: localDate('2026-10-31') })],
  ])('%s is refused at %s', (_says, path, programme) => {
    expect(pathOf(() => validateProgramme(programme))).toBe(path)
  })

  it('changes from tomorrow on, and a ladder with its period', () => {
    const today = localDate('2026-11-20')
    const next = (change: Partial<CommissionDefinition>, before = BASE) =>
      pathOf(() => validateNextVersion(said(change), { before, today }))
    expect(next({ fromDay: localDate('2026-11-21') })).toBe('nothing')
    expect(next({ fromDay: today })).toBe('fromDay')
    const ladder = said({ effect: LADDER })
    expect(next({ fromDay: localDate('2026-12-01') }, ladder)).toBe('fromDay')
    expect(next({ fromDay: localDate('2027-01-01') }, ladder)).toBe('nothing')
    const endless = said({ effect: { ...LADDER, per: 'EVER' } })
    expect(next({ fromDay: localDate('2027-01-01') }, endless)).toBe('effect')
  })
})

describe('the programme of a sale', () => {
  const programme = (id: string, change: Partial<CommissionProgramme> = {}): CommissionProgramme => ({
    ...{ id, payerId: 'S', payeeKind: 'AFFILIATE', payeeId: null, endedOn: null, versions: [BASE] },
    startedAt: new Date('2026-10-31T21:00:00Z'),
    ...change,
  })
  const sale = {
    ...({ payerId: 'S', payeeKind: 'AFFILIATE', payeeId: 'B', day: localDate('2026-11-10') } as const),
    soldAt: new Date('2026-11-10T09:00:00Z'),
  }
  const idFor = (programmes: readonly CommissionProgramme[], change = {}) =>
    programmeFor(programmes, { ...sale, ...change })?.programme.id

  it('names its payee rather than all, and is the newest of equals', () => {
    const all = [
      programme('1'),
      programme('2', { payeeId: 'B' }),
      programme('3', { payeeId: 'B' }),
      programme('4'),
    ]
    expect(idFor(all)).toBe('3')
    expect(idFor(all, { payeeId: 'C' })).toBe('4')
    expect(idFor(all, { payerId: 'W' })).toBeUndefined()
    expect(idFor(all, { payeeKind: 'MEMBER' })).toBeUndefined()
  })

  it('is none that was started after the sale, were it the same day', () => {
    const later = programme('5', { startedAt: new Date('2026-11-10T09:00:00.001Z') })
    expect(idFor([programme('1'), later])).toBe('1')
    expect(idFor([later])).toBeUndefined()
  })

  it('is the version of its day, and none before the first, after the last or once it has ended', () => {
    const versions = [
      said({ toDay: localDate('2026-12-31') }),
      said({ fromDay: localDate('2026-11-15'), toDay: localDate('2026-11-20') }),
    ]
    const on = (day: string, change = {}) =>
      programmeFor([programme('1', { versions, ...change })], { ...sale, day: localDate(day) })?.version
    expect(
      ['2026-10-31', '2026-11-14', '2026-11-15', '2026-11-20', '2026-11-21'].map((day) => on(day)),
    ).toEqual([undefined, 1, 2, 2, undefined])
    expect(on('2026-11-14', { endedOn: localDate('2026-11-13') })).toBeUndefined()
  })
})

describe('a sale that earns nobody anything', () => {
  const facts: SaleFacts = {
    day: localDate('2026-11-30'),
    ...{ isOwn: false, isOfHousehold: false, isOfStaff: false, isPayeeActive: true, isFirst: false },
    broughtOn: localDate('2026-08-31'),
  }
  test.each<[string, Partial<SaleFacts>, Partial<CommissionDefinition>]>([
    ['OWN_PURCHASE', { isOwn: true, isOfHousehold: true }, {}],
    ['OWN_HOUSEHOLD', { isOfHousehold: true }, {}],
    ['OWN_STAFF', { isOfStaff: true }, {}],
    ['PAYEE_NOT_ACTIVE', { isPayeeActive: false }, {}],
    ['NOT_FIRST_PURCHASE', {}, { of: 'FIRST_PURCHASE' }],
    ['MONTHS_OVER', {}, { months: 3 }],
  ])('says %s', (reason, change, programme) => {
    expect(whyNone(said(programme), { ...facts, ...change })).toBe(reason)
  })

  it('is none while its months last, and the first of a customer', () => {
    expect(whyNone(said({ months: 3 }), { ...facts, day: localDate('2026-11-29') })).toBeNull()
    expect(whyNone(said({ months: 1 }), { ...facts, broughtOn: null })).toBeNull()
    expect(whyNone(said({ of: 'FIRST_PURCHASE' }), { ...facts, isFirst: true })).toBeNull()
  })
})

describe('what a sale earns', () => {
  it('is reckoned without tax where the payer says so', () => {
    expect(qualifyingOf(minor(12_000n), { taxBps: basisPoints(2_000n) })).toBe(10_000n)
    expect(qualifyingOf(minor(12_001n), { taxBps: basisPoints(2_000n) })).toBe(10_000n)
    expect(qualifyingOf(minor(777n), BASE)).toBe(777n)
  })

  it('is a floor of the percentage that refunds take back to the last minor unit', () => {
    const { effect } = BASE
    const sold = reckonSale(effect, minor(999n), NOTHING)
    expect(sold).toEqual({ volume: 999n, amount: 49n, rateBps: 500n })
    const made = { ...sold, soldVolume: minor(999n) }
    const part = reckonLess(effect, made, { left: minor(400n), before: NOTHING })
    expect(part).toEqual({ volume: -599n, amount: -29n })
    const rest = { ...made, volume: minor(400n), amount: minor(20n) }
    expect(reckonLess(effect, rest, { left: minor(0n), before: NOTHING }).amount).toBe(-20n)
  })

  it('is of a fixed sum what is left of the sale in proportion, whatever the refunds before', () => {
    const effect: CommissionEffect = { kind: 'FIXED', fixedMinor: minor(700n) }
    const made = { ...reckonSale(effect, minor(9n), NOTHING), soldVolume: minor(9n) }
    expect(made.amount).toBe(700n)
    expect(reckonLess(effect, made, { left: minor(1n), before: NOTHING }).amount).toBe(77n - 700n)
    const part = { ...made, volume: minor(4n), amount: minor(311n) }
    expect(reckonLess(effect, part, { left: minor(1n), before: NOTHING }).amount).toBe(77n - 311n)
    expect(reckonLess(effect, made, { left: minor(0n), before: NOTHING }).amount).toBe(-700n)
  })

  it('is approved by time only as far as one person may say yes', () => {
    const limited = (by: 'TIME' | 'HAND', above: bigint | null) => ({
      approval: { by, days: 14, twoPeopleAboveMinor: above === null ? null : minor(above) },
    })
    const isByTime = (by: 'TIME' | 'HAND', above: bigint | null) =>
      [100n, 101n].map((amount) => isApprovedByTime(limited(by, above), minor(amount)))
    expect(isByTime('TIME', null)).toEqual([true, true])
    expect(isByTime('TIME', 100n)).toEqual([true, false])
    expect(isByTime('HAND', null)).toEqual([false, false])
  })

  it('keeps the rate of a ladder by customers when the refund comes', () => {
    const effect: CommissionEffect = {
      kind: 'LADDER',
      ...{ steps: [step(1n, 300n), step(3n, 600n)], per: 'EVER', by: 'CUSTOMERS' },
    }
    expect(reckonSale(effect, minor(1_000n), { ...NOTHING, customers: 2n }).rateBps).toBe(300n)
    const made = {
      ...reckonSale(effect, minor(1_000n), { ...NOTHING, customers: 3n }),
      soldVolume: minor(1_000n),
    }
    expect(made).toMatchObject({ amount: 60n, rateBps: 600n })
    expect(reckonLess(effect, made, { left: minor(500n), before: NOTHING }).amount).toBe(-30n)
  })
})

describe('what goes into the books', () => {
  const settle = (due: bigint, has: bigint | null, down: bigint) =>
    settleCommission(minor(due), { has: has === null ? null : minor(has), writtenDown: minor(down) })

  it('is all that is due, less what was written down before', () => {
    expect(settle(100n, 0n, 0n)).toEqual({ credited: 100n, takenBack: 0n, writtenDown: 0n })
    expect(settle(100n, 0n, 30n)).toEqual({ credited: 100n, takenBack: 30n, writtenDown: 0n })
    expect(settle(100n, 0n, 130n)).toEqual({ credited: 100n, takenBack: 100n, writtenDown: 0n })
  })

  it('finds of what was written down no more than an overpaid affiliate then has', () => {
    expect(settle(700n, -600n, 600n)).toEqual({ credited: 700n, takenBack: 100n, writtenDown: 0n })
    expect(settle(500n, -600n, 600n)).toEqual({ credited: 500n, takenBack: 0n, writtenDown: 0n })
    expect(settle(-500n, -600n, 0n)).toEqual({ credited: 0n, takenBack: 0n, writtenDown: 500n })
    expect(settle(100n, null, 30n)).toEqual({ credited: 100n, takenBack: 30n, writtenDown: 0n })
  })

  it('takes back what an affiliate has and writes down the rest; a member may owe', () => {
    expect(settle(-100n, 40n, 0n)).toEqual({ credited: 0n, takenBack: 40n, writtenDown: 60n })
    expect(settle(-100n, 0n, 5n)).toEqual({ credited: 0n, takenBack: 0n, writtenDown: 100n })
    expect(settle(-100n, null, 0n)).toEqual({ credited: 0n, takenBack: 100n, writtenDown: 0n })
  })
})

test('periods are of the local calendar, and months end with the month', () => {
  const day = localDate('2026-12-31')
  expect(['MONTH', 'QUARTER', 'EVER'].map((per) => ladderPeriodOf(per as 'MONTH', day))).toEqual([
    '2026-12',
    '2026-Q4',
    '',
  ])
  expect(monthsAfter(localDate('2026-08-31'), 3)).toBe('2026-11-30')
  expect(monthsAfter(localDate('2026-11-30'), 2)).toBe('2027-01-30')
  expect(monthsAfter(localDate('2027-11-30'), 3)).toBe('2028-02-29')
})
