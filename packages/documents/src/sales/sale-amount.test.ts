import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from '../text/decimal.ts'
import { isCurrency, readSaleAmount, shownDecimalMark } from './sale-amount.ts'

const roubles = { currency: 'RUB', digits: 2, decimalMark: undefined }
const read = (text: string, convention: Partial<Parameters<typeof readSaleAmount>[1]> = {}) =>
  readSaleAmount(text, { ...roubles, ...convention })

describe('readSaleAmount', () => {
  it('takes the ways in which people and programs write amounts', () => {
    const written: [string, bigint][] = [
      ...([
        ['1 250,50', 125_050n],
        ['1\u00a0250.5', 125_050n],
        ['1\u202f250', 125_000n],
        ["1'250.50", 125_050n],
        ['1,250.50', 125_050n],
        ['1.234.567,89', 123_456_789n],
      ] as [string, bigint][]),
      ...([
        ['45,00-', -4500n],
        ['(45,00)', -4500n],
        ['-45.00', -4500n],
        ['− 45', -4500n],
        ['+45', 4500n],
      ] as [string, bigint][]),
      ...([
        ['500 ₽', 50_000n],
        ['500 руб.', 50_000n],
        ['500р.', 50_000n],
        ['RUB 500', 50_000n],
        ['500 RUR', 50_000n],
        ['-500 руб', -50_000n],
        ['(500 ₽)', -50_000n],
      ] as [string, bigint][]),
    ]
    for (const [text, minor] of written) expect(read(text), text).toEqual({ minor })
    const dollars: [string, bigint][] = [
      ['$1,030.00', 103_000n],
      ['-$1,030.00', -103_000n],
      ['$-5', -500n],
      ['($3.00)', -300n],
      ['30.00 USD', 3000n],
    ]
    for (const [text, minor] of dollars) expect(read(text, { currency: 'USD' }), text).toEqual({ minor })
    for (const text of ['', '-', '1e5', '1.2.3', '--1', '(-5)', '(5', '5)', '-5-', 'NaN', '5 5a'])
      expect('problem' in read(text), text).toBe(true)
  })

  it('takes the noise of a binary number for the amount that was meant, and nothing else', () => {
    const written = ['6111780.0300000000002', '8468852.539999999', '-45,005000000000000001']
    expect(written.map((text) => read(text))).toEqual([
      { minor: 611_178_003n },
      { minor: 846_885_254n },
      { problem: 'INVALID_AMOUNT' },
    ])
    expect(read('−1 234,9999999999')).toEqual({ minor: -123_500n })
    expect(read('9.99999999999', { currency: 'JPY', digits: 0 })).toEqual({ minor: 10n })
    const longerThanAnyAmount = `${'9'.repeat(19)}.0000000000001`
    for (const text of ['1.0301', '1.03000001', '1.0300123456', '1.005000000001', longerThanAnyAmount])
      expect(read(text), text).toEqual({ problem: 'INVALID_AMOUNT' })
  })

  it('refuses the sign or the code of another currency', () => {
    for (const text of ['$30.00', '30 €', 'EUR 30', '30 BYN'])
      expect(read(text), text).toEqual({ problem: 'OTHER_CURRENCY' })
    expect(read('CAD 5', { currency: 'USD' })).toEqual({ problem: 'OTHER_CURRENCY' })
    expect(read('$5', { currency: 'CAD' })).toEqual({ minor: 500n })
    expect([
      isCurrency('руб', 'RUB'),
      isCurrency('российский рубль', 'RUB'),
      isCurrency('RUB', 'USD'),
    ]).toEqual([...[true, true, false]])
  })

  it('takes a lone group of three for what the file shows, and for nothing when it shows nothing', () => {
    for (const text of ['1,250', '1.250', '-1,250', '$1,250', '999.999'])
      expect(read(text, { currency: 'USD' }), text).toEqual({ isAmbiguous: true })
    expect(read('1,250', { decimalMark: '.' })).toEqual({ minor: 125_000n })
    expect(read('1,250', { decimalMark: ',' })).toEqual({ minor: 125n })
    expect(read('1.255', { decimalMark: '.' })).toEqual({ problem: 'INVALID_AMOUNT' })
    for (const text of ['0,250', '1250,500', '1 250', '1,250,300'])
      expect('minor' in read(text), text).toBe(true)
    const shown = ['1,250', '12', '12,5', '1.250,00', '1,250,300', '1250.500', '1 250,500'].map(
      shownDecimalMark,
    )
    expect(shown).toEqual([undefined, undefined, ',', ',', '.', '.', ','])
  })

  it('reads a number of a workbook as it is, and no value as no amount', () => {
    expect(readSaleAmount({ number: '1.25' }, roubles)).toEqual({ minor: 125n })
    expect(readSaleAmount({ number: '1250' }, roubles)).toEqual({ minor: 125_000n })
    expect(readSaleAmount({ number: '0.125' }, roubles)).toEqual({ problem: 'INVALID_AMOUNT' })
    expect(readSaleAmount({ noValue: 'CELL_ERROR' }, roubles)).toEqual({ problem: 'CELL_ERROR' })
    expect(readSaleAmount({ noValue: 'NO_RESULT' }, roubles)).toEqual({ problem: 'NO_RESULT' })
  })

  it('reads back every amount with two decimals, whatever its sign and mark', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.constantFrom('.', ','),
        (amount, mark) => {
          expect(read(decimalText(amount, 2, mark))).toEqual({ minor: amount })
        },
      ),
    )
  })
})
