import { describe, expect, test } from 'vitest'
import { checkIdempotencyKey, checkLongText, checkRef, checkText, checkWholeText } from './text.ts'

const IN_PARTS = 'чай'.normalize('NFD')
const COMPOSED = 'чай'.normalize('NFC')

const CHECKS = [
  ['a text', (value: string) => checkText(['name'], value, 40)],
  ['a long text', (value: string) => checkLongText(['name'], value, 40)],
  ['a whole text', (value: string) => checkWholeText(['name'], value, 40)],
  ['a reference', (value: string) => checkRef(['name'], value)],
  ['an idempotency key', checkIdempotencyKey],
] as const

describe.each(CHECKS)('%s has one spelling, whatever door it came through', (_name, check) => {
  test('letters in parts, no-break blanks and what shows nothing', () => {
    expect(check(`${IN_PARTS}\u00a01\u200b`)).toBe(`${COMPOSED} 1`)
  })

  test.each(['a\u0000', 'a\u202eb', 'a\u0085b', '\ud83d'])('%j is refused', (value) => {
    expect(() => check(value)).toThrow(/Must not have (?:the character U\+|control characters)/)
  })
})

test('lines and tabs stay in a long text alone, and outer blanks in no reference', () => {
  expect(checkLongText(['note'], ' a\r\n\tb ', 40)).toBe(' a\r\n\tb ')
  expect(() => checkText(['name'], 'a\tb', 40)).toThrow('Must not have control characters.')
  expect(() => checkRef(['name'], 'a\u00a0')).toThrow('Must not begin or end with blanks.')
})
