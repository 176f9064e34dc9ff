import fc from 'fast-check'
import { expect, it } from 'vitest'
import { currencyDigits, decimalText, parseDecimal } from './decimal.ts'

it('reads back every amount that it writes, in either notation', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(6), (amount, digits) => {
      for (const separator of ['.', ','])
        expect(parseDecimal(decimalText(amount, digits, separator), digits)).toBe(amount)
    }),
  )
})

it('takes the ways in which people write amounts, and nothing else', () => {
  const read: [string, bigint][] = [
    ['1 250,5', 125_050n],
    ['1\u00a0250.50', 125_050n],
    ['1,250.50', 125_050n],
    ['-1.234.567,89', -123_456_789n],
    ['−5', -500n],
    ['+0.10', 10n],
    ['7.', 700n],
    ['1.2300', 123n],
  ]
  for (const [text, amount] of read) expect(parseDecimal(text, 2), text).toBe(amount)
  for (const text of [
    '',
    '-',
    '.5',
    '1e3',
    '0x10',
    '1.234',
    '1.2.3',
    '1,2,3',
    'NaN',
    '١',
    '--1',
    '1-',
    '9'.repeat(19),
  ])
    expect(parseDecimal(text, 2), text).toBeUndefined()
})

it('knows the decimals of currencies by ISO 4217, whatever this version of ICU thinks of prices', () => {
  expect(['RUB', 'EUR', 'JPY', 'KWD', 'CLF'].map(currencyDigits)).toEqual([2, 2, 0, 3, 4])
  for (const currency of ['HUF', 'IDR', 'PKR', 'COP', 'RSD', 'ALL', 'AMD', 'IRR', 'MMK'])
    expect(currencyDigits(currency), currency).toBe(2)
  for (const none of ['', 'RU', 'R1B', '643']) expect(() => currencyDigits(none), none).toThrow(RangeError)
})
