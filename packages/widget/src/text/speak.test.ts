import { describe, expect, test } from 'vitest'
import { speak } from './speak.ts'

describe('plural forms', () => {
  test('Russian has one, few and many', () => {
    const { say } = speak('ru')
    const forms = [0n, 1n, 2n, 5n, 11n, 12n, 21n, 22n, 25n, 101n, 111n].map((count) => say('unit', {}, count))
    expect(forms).toEqual([
      'баллов',
      'балл',
      'балла',
      'баллов',
      'баллов',
      'баллов',
      'балл',
      'балла',
      'баллов',
      'балл',
      'баллов',
    ])
  })
  test('English has one and other', () => {
    const { say } = speak('en-GB')
    expect([0n, 1n, 2n, 21n].map((count) => say('points', {}, count))).toEqual([
      '0 points',
      '1 point',
      '2 points',
      '21 points',
    ])
  })
  test('numbers beyond exact doubles keep their last digit and their form', () => {
    expect(speak('ru').say('points', {}, 9_007_199_254_740_993n).replace(/\s/g, '')).toBe(
      '9007199254740993балла',
    )
    expect(speak('en').say('unit', {}, 1_000_001n)).toBe('points')
  })
})

describe('values', () => {
  const plain = (text: string): string => text.replace(/\s/g, ' ')
  test('money is exact and drops empty kopecks', () => {
    expect(plain(speak('ru').money(450_000n, 'RUB'))).toBe('4 500 ₽')
    expect(plain(speak('ru').money(450_005n, 'RUB'))).toBe('4 500,05 ₽')
    expect(plain(speak('en').money(-5n, 'RUB'))).toBe('−₽0.05')
    expect(plain(speak('en').money(900_719_925_474_099_300n, 'RUB'))).toBe('₽9,007,199,254,740,993')
  })
  test('a currency of two decimals has them, however a browser writes its prices', () => {
    // ICU shows a forint without its decimals, in some versions.
    expect(plain(speak('en').money(45_050n, 'HUF'))).toBe('Ft 450.50')
  })
  test('dates follow the time zone of the coalition', () => {
    expect(speak('ru').date('2026-11-30T22:30:00Z', 'Europe/Moscow')).toBe('1\u00a0декабря')
    expect(speak('en').date('2026-11-30T22:30:00Z', 'UTC')).toBe('November\u00a030')
  })
})

describe('languages', () => {
  test('a page can replace any text, plural forms included', () => {
    const { say } = speak('ru', {
      points: { one: '{n} бонус', few: '{n} бонуса', many: '{n} бонусов', other: '{n} бонуса' },
    })
    expect([1n, 3n, 7n].map((count) => say('points', {}, count))).toEqual([
      '1 бонус',
      '3 бонуса',
      '7 бонусов',
    ])
    expect(say('retry')).toBe('Повторить')
  })
  test('an unknown or broken language falls back to English', () => {
    expect(speak('fr').say('points', {}, 0n)).toBe('0 points')
    expect(speak('not a tag').say('retry')).toBe('Try again')
  })
})
