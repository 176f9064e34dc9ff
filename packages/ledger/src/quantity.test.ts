import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuantity, printQuantity, quantity } from './quantity.ts'

test.each([
  ['1', 1_000n],
  ['1.5', 1_500n],
  ['1.50', 1_500n],
  ['0.001', 1n],
  ['0', 0n],
  ['-2.25', -2_250n],
  ['1000000', 1_000_000_000n],
])('%s is read exactly', (text, thousandths) => {
  expect(parseQuantity(text)).toBe(thousandths)
})

test.each([
  '1,5',
  '1e3',
  '+1',
  '01',
  '1.',
  '.5',
  '1.0001',
  ' 1',
  '1 ',
  '',
  '0x10',
  '١',
  'NaN',
  '1_000',
  '9'.repeat(17),
])('%j is no quantity', (text) => {
  expect(parseQuantity(text)).toBeUndefined()
})

test('what is printed is read as the same', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (thousandths) => {
      expect(parseQuantity(printQuantity(thousandths))).toBe(quantity(thousandths))
    }),
  )
  expect([1_500n, 2_000n, 1n, -20n].map(printQuantity)).toEqual(['1.5', '2', '0.001', '-0.02'])
})
