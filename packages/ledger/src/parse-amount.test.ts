import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseAmount } from './parse-amount.ts'
import { MAX_AMOUNT } from './points.ts'
import { ceilDivide, floorDivide } from './rounding.ts'

it('reads every amount that the ledger can store, exactly', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, MAX_AMOUNT), (amount) => {
      expect(parseAmount(amount.toString(), ['points'])).toBe(amount)
    }),
  )
  expect(parseAmount('9007199254740993', ['points'])).toBe(2n ** 53n + 1n)
  expect(parseAmount('9223372036854775807', ['points'])).toBe(2n ** 63n - 1n)
})

const notAmounts: unknown[] = [
  ...['', ' ', '-1', '-0', '+1', '1.5', '1.0', '1e3', '0x10', '1_000', '1 000', ' 1', '1 ', '01', '00', '١'],
  ...['9223372036854775808', '99999999999999999999', 'Infinity', 'NaN', '1n', '1\n'],
  ...[1, 1n, null, undefined, ['1'], {}],
]
it.each(notAmounts.map((text) => [`${typeof text} "${text}"`, text]))(
  'refuses %s and says where',
  (_name, text) => {
    expect(() => parseAmount(text, ['lines', '0', 'amount'])).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', path: ['lines', '0', 'amount'] }),
    )
  },
)

it('divides with the rounding that its name says, and never a negative number', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, MAX_AMOUNT), fc.bigInt(1n, MAX_AMOUNT), (dividend, divisor) => {
      const floor = floorDivide(dividend, divisor)
      expect(floor * divisor <= dividend && (floor + 1n) * divisor > dividend).toBe(true)
      expect(ceilDivide(dividend, divisor)).toBe(floor * divisor === dividend ? floor : floor + 1n)
    }),
  )
  expect(() => floorDivide(-1n, 2n)).toThrow()
  expect(() => ceilDivide(-1n, 2n)).toThrow()
  expect(() => floorDivide(1n, 0n)).toThrow()
})
