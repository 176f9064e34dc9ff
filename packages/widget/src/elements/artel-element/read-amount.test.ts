import { expect, test } from 'vitest'
import { readAmount } from './read-amount.ts'

test('an amount is a positive whole number of minor units, never a guess', () => {
  expect(readAmount('450000')).toBe(450_000n)
  expect(readAmount(450_000)).toBe(450_000n)
  for (const value of [
    undefined,
    '',
    '0',
    '-5',
    '1.5',
    '1e3',
    '4 500',
    'abc',
    Number.NaN,
    1.5,
    1e21,
    '9999999999999999',
  ]) {
    expect([value, readAmount(value)]).toEqual([value, undefined])
  }
})
