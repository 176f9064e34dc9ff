import { InvalidInputError, quantity } from '@artel/ledger'
import { describe, expect, test } from 'vitest'
import { checkBillCode } from './bill-code.ts'
import { checkCategory, checkLineWords } from './line-words.ts'

const line = { ref: '1', title: 'Oil', total: { amountMinor: 1n as never, currency: 'RUB' } }
const problemOf = (check: () => unknown) => {
  try {
    check()
  } catch (error) {
    if (error instanceof InvalidInputError) return { path: error.path, problem: error.problem }
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a category has one spelling', () => {
  test.each([
    ['service/oil', 'service/oil'],
    [' Service/OIL ', 'service/oil'],
    ['Мойка/Кузов', 'мойка/кузов'],
    // A letter and its breve, as some systems write it.
    ['шины/зимни\u0438\u0306', 'шины/зимний'],
    ['parts/brake\u00adpads', 'parts/brakepads'],
    ['5w-30', '5w-30'],
    ['a/b/c/d/e', 'a/b/c/d/e'],
    ['x'.repeat(40), 'x'.repeat(40)],
  ])('%j is %s', (sent, kept) => {
    expect(checkCategory(['category'], sent)).toBe(kept)
    expect(checkCategory(['category'], kept)).toBe(kept)
  })

  test.each([
    ['', 'Must not be empty.'],
    ['   ', 'Must not be empty.'],
    ['/', 'Must not begin or end with a slash'],
    ['/oil', 'Must not begin or end with a slash'],
    ['oil/', 'Must not begin or end with a slash'],
    ['service//oil', 'nor have two in a row'],
    ['service/ oil', 'for example service/oil'],
    ['service oil', 'for example service/oil'],
    ['service\\oil', 'for example service/oil'],
    ['service/oil_5w', 'for example service/oil'],
    ['служба/油', 'for example service/oil'],
    ['a/b/c/d/e/f', '1 to 5 words'],
    ['x'.repeat(41), 'at most 40 characters each'],
    ['x'.repeat(10_000), 'Must have at most 204 characters.'],
    ['a\tb', 'Must not have control characters.'],
    ['a\u0000b', 'Must not have control characters.'],
  ])('%j is refused', (sent, problem) => {
    expect(problemOf(() => checkCategory(['category'], sent)).problem).toContain(problem)
  })
})

describe('a line says of itself', () => {
  test('nothing, and nothing is kept', () => {
    expect(checkLineWords([], line)).toEqual({})
    expect(checkLineWords([], { ...line, sku: null, category: null, quantity: null, earns: null })).toEqual(
      {},
    )
    expect(checkLineWords([], { ...line, earns: true })).toEqual({})
  })

  test('all it can', () => {
    const words = { sku: 'OIL 5W/30', category: 'Service/Oil', quantity: quantity(1_500n), earns: false }
    expect(checkLineWords([], { ...line, ...words })).toEqual({
      ...{ sku: 'OIL 5W/30', category: 'service/oil', quantityMilli: 1_500n, earns: false },
    })
  })

  test.each([
    ['sku', 'Must not be empty.', { sku: '' }],
    ['sku', 'Must not begin or end with blanks.', { sku: ' A-1' }],
    ['sku', 'Must have at most 64 characters.', { sku: 'x'.repeat(65) }],
    ['sku', 'Must not have control characters.', { sku: 'A\n1' }],
    ['quantity', 'Must be more than 0.', { quantity: quantity(0n) }],
    ['quantity', 'Must be more than 0.', { quantity: quantity(-1_000n) }],
    ['quantity', 'Must be at most 1000000.', { quantity: quantity(1_000_000_001n) }],
    ['category', 'Must not begin or end with a slash, nor have two in a row.', { category: '/' }],
  ] as const)('of a %s are refused: %s', (field, problem, words) => {
    expect(problemOf(() => checkLineWords(['lines', '0'], { ...line, ...words }))).toEqual({
      path: ['lines', '0', field],
      problem,
    })
  })

  test('up to a million of it', () => {
    expect(checkLineWords([], { ...line, quantity: quantity(1_000_000_000n) })).toEqual({
      quantityMilli: 1_000_000_000n,
    })
  })
})

describe('a code is compared in upper case', () => {
  test.each([
    ['winter-26', 'WINTER-26'],
    [' Зима ', 'ЗИМА'],
    ['000', '000'],
    ['A'.repeat(32), 'A'.repeat(32)],
  ])('%j is %s', (sent, kept) => {
    expect(checkBillCode(['code'], sent)).toBe(kept)
  })

  test('left out is none', () => {
    expect([undefined, null].map((sent) => checkBillCode(['code'], sent))).toEqual([null, null])
  })

  test.each([
    '',
    '  ',
    'AB',
    'A'.repeat(33),
    'WINTER 26',
    'WINTER_26',
    'WIN\tTER',
    '夏夏夏',
    'a|b',
    'x'.repeat(100_000),
  ])('%j is refused', (sent) => {
    expect(problemOf(() => checkBillCode(['code'], sent))).toEqual({
      path: ['code'],
      problem: 'Must be 3 to 32 Latin or Cyrillic letters, digits and hyphens, or be left out.',
    })
  })
})
