import { minor } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ImportedLine, matchPayments, type OpenLeg } from './match-payments.ts'

const line = (id: string, amount: bigint, over: Partial<ImportedLine> = {}): ImportedLine => ({
  id,
  bookedOn: '2026-12-03',
  direction: 'IN',
  amount: minor(amount),
  purpose: '',
  counterpartyAccount: null,
  counterpartyInn: null,
  ...over,
})
const leg = (id: string, outstanding: bigint, over: Partial<OpenLeg> = {}): OpenLeg => ({
  id,
  reference: `ZARECHYE-7-${id}`,
  direction: 'IN',
  partyId: `m${id}`,
  partyAccounts: [`4070281000000000000${id}`],
  partyInn: `770000000${id}`,
  outstanding: minor(outstanding),
  dueOn: '2026-12-03',
  ...over,
})
const only = (one: ImportedLine, legs: readonly OpenLeg[]) => matchPayments([one], legs).matches[0]
const by1 = { counterpartyInn: '7700000001', counterpartyAccount: '40702810000000000001' }

describe('matchPayments', () => {
  it('finds a leg by its reference, however it is spelled in the purpose', () => {
    for (const purpose of [
      'ZARECHYE-7-1',
      'Оплата по акту, zarechye 7/1. НДС не облагается',
      'опл.(Zarechye-7-1)',
    ])
      expect(only(line('a', 500n, { purpose, ...by1 }), [leg('1', 500n)])).toEqual({
        lineId: 'a',
        verdict: 'MATCHED',
        by: 'REFERENCE',
        allocations: [{ legId: '1', amount: 500n }],
        remainder: 0n,
        reason: null,
        otherPayer: false,
      })
  })

  it('does not take the reference of leg 12 for that of leg 1', () => {
    expect(only(line('a', 500n, { purpose: 'ZARECHYE-7-12' }), [leg('1', 500n)])).toMatchObject({
      verdict: 'UNMATCHED',
      reason: 'UNKNOWN_PAYER',
      remainder: 500n,
    })
  })

  it('says when another pays with a leg’s reference', () => {
    const found = only(line('a', 500n, { purpose: 'ZARECHYE-7-1', counterpartyInn: '5000000000' }), [
      leg('1', 500n),
    ])
    expect(found).toMatchObject({ verdict: 'MATCHED', otherPayer: true })
  })

  it('keeps a leg open that is paid in part, and closes it by the next line', () => {
    const { matches, outstanding } = matchPayments(
      [line('b', 300n, by1), line('a', 200n, { purpose: 'ZARECHYE-7-1' })],
      [leg('1', 500n)],
    )
    expect(matches.map(({ lineId, verdict, by }) => [lineId, verdict, by])).toEqual([
      ['a', 'PARTIAL', 'REFERENCE'],
      ['b', 'MATCHED', 'PAYER_AND_AMOUNT'],
    ])
    expect(outstanding.get('1')).toBe(0n)
  })

  it('explains what is left of a line that pays too much', () => {
    expect(
      only(line('a', 700n, { purpose: 'ZARECHYE-7-1' }), [leg('1', 500n), leg('2', 200n)]),
    ).toMatchObject({
      verdict: 'OVER_PAID',
      allocations: [{ legId: '1', amount: 500n }],
      remainder: 200n,
      reason: 'NOTHING_LEFT',
    })
  })

  it('pays every leg that a line names', () => {
    const found = only(line('a', 700n, { purpose: 'ZARECHYE-7-2, ZARECHYE-7-1' }), [
      leg('1', 500n),
      leg('2', 200n),
    ])
    expect(found).toMatchObject({ verdict: 'MATCHED', allocations: [{ legId: '1' }, { legId: '2' }] })
  })

  it('without reference takes the payer’s leg of that amount, else its oldest first', () => {
    const legs = [
      leg('9', 400n, {
        partyId: 'm1',
        partyAccounts: [],
        partyInn: by1.counterpartyInn,
        dueOn: '2026-11-03',
      }),
      leg('1', 500n),
    ]
    expect(only(line('a', 500n, by1), legs)).toMatchObject({
      by: 'PAYER_AND_AMOUNT',
      allocations: [{ legId: '1' }],
    })
    expect(only(line('a', 600n, by1), legs)).toMatchObject({
      verdict: 'PARTIAL',
      by: 'PAYER',
      allocations: [
        { legId: '9', amount: 400n },
        { legId: '1', amount: 200n },
      ],
    })
  })

  it.each<[string, Partial<ImportedLine>, readonly OpenLeg[], string]>([
    ['a stranger, though the amount fits', {}, [leg('1', 500n)], 'UNKNOWN_PAYER'],
    [
      'money that goes the other way',
      { direction: 'OUT', purpose: 'ZARECHYE-7-1', ...by1 },
      [leg('1', 500n)],
      'UNKNOWN_PAYER',
    ],
    ['a party that owes nothing', by1, [leg('1', 0n)], 'NO_OPEN_LEG'],
    ['a reference that is paid', { purpose: 'ZARECHYE-7-1' }, [leg('1', 0n)], 'NOTHING_LEFT'],
    [
      'an INN of two parties',
      { counterpartyInn: '7' },
      [leg('1', 500n, { partyInn: '7' }), leg('2', 500n, { partyInn: '7' })],
      'SEVERAL_PARTIES',
    ],
    [
      'unknown facts that look alike',
      { counterpartyInn: '0', counterpartyAccount: '' },
      [leg('1', 500n, { partyInn: '0', partyAccounts: [''] })],
      'UNKNOWN_PAYER',
    ],
    [
      'a leg without reference',
      { purpose: 'anything' },
      [leg('1', 500n, { reference: '-' })],
      'UNKNOWN_PAYER',
    ],
  ])('leaves unmatched %s', (_name, over, legs, reason) => {
    expect(only(line('a', 500n, over), legs)).toMatchObject({
      verdict: 'UNMATCHED',
      reason,
      remainder: 500n,
      allocations: [],
    })
  })

  it('counts a line that is there twice once', () => {
    const { matches, outstanding } = matchPayments(
      [line('a', 100n, by1), line('a', 100n, by1)],
      [leg('1', 500n)],
    )
    expect(matches.map(({ reason }) => reason)).toEqual([null, 'REPEATED_LINE'])
    expect(outstanding.get('1')).toBe(400n)
  })

  it('never allocates more than a line or a leg has, accounts for all of it, and does not depend on the order', () => {
    const digit = fc.integer({ min: 1, max: 4 }).map(String)
    const someLeg = fc.record({
      id: digit,
      outstanding: fc.bigInt(0n, 50n),
      partyInn: fc.constantFrom('7', '8', null),
      partyId: fc.constantFrom('m1', 'm2'),
      direction: fc.constantFrom<'IN' | 'OUT'>('IN', 'OUT'),
      dueOn: fc.constantFrom('2026-11-01', '2026-12-01'),
    })
    const legs = fc.uniqueArray(someLeg, { selector: ({ id }) => id, maxLength: 4 })
    const someLine = fc.record({
      id: fc.integer({ min: 1, max: 12 }).map(String),
      amount: fc.bigInt(1n, 60n),
      named: fc.option(digit),
      inn: fc.constantFrom('7', '8', '9', null),
      direction: fc.constantFrom<'IN' | 'OUT'>('IN', 'OUT'),
    })
    const lines = fc.uniqueArray(someLine, { selector: ({ id }) => id, maxLength: 12 })
    fc.assert(
      fc.property(legs, lines, (openLegs, imported) => {
        const theLegs = openLegs.map(({ id, outstanding, ...over }) => leg(id, outstanding, over))
        const theLines = imported.map(({ id, amount, named, inn, direction }) =>
          line(id, amount, { direction, counterpartyInn: inn, purpose: named ? `ZARECHYE-7-${named}` : '' }),
        )
        const found = matchPayments(theLines, theLegs)
        const paid = new Map<string, bigint>()
        for (const { lineId, allocations, remainder, reason, verdict } of found.matches) {
          const sum = allocations.reduce((total, { amount }) => total + amount, 0n)
          expect(sum + remainder).toBe(theLines.find(({ id }) => id === lineId)?.amount)
          expect(allocations.every(({ amount }) => amount > 0n)).toBe(true)
          expect(remainder >= 0n && remainder > 0n === (reason !== null)).toBe(true)
          expect(sum === 0n).toBe(verdict === 'UNMATCHED')
          for (const { legId, amount } of allocations) paid.set(legId, (paid.get(legId) ?? 0n) + amount)
        }
        for (const { id, outstanding } of theLegs) {
          expect(paid.get(id) ?? 0n).toBeLessThanOrEqual(outstanding)
          expect(found.outstanding.get(id)).toBe(outstanding - (paid.get(id) ?? 0n))
        }
        expect(matchPayments(theLines.toReversed(), theLegs.toReversed())).toEqual(found)
      }),
    )
  })
})
