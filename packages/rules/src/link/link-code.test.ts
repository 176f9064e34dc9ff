import { describe, expect, test } from 'vitest'
import {
  foldLinkCode,
  isMadeLinkCode,
  isMistypedLinkCode,
  makeLinkCode,
  readingsOfLinkCode,
} from './link-code.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODES = [
  [0, 0, 0, 0, 0, 0, 0],
  [7, 19, 3, 22, 9, 23, 29],
  [31, 31, 31, 31, 31, 31, 31],
  [10, 11, 12, 13, 14, 15, 16],
].map((symbols) => makeLinkCode(symbols))

test('a made code is eight letters that nobody hears or reads as others, in two groups', () => {
  for (const code of CODES) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
})

test.each(CODES)('of %s every single wrong letter and every two that changed places are noticed', (code) => {
  const folded = foldLinkCode(code)
  expect(isMistypedLinkCode(code)).toBe(false)
  for (let at = 0; at < folded.length; at += 1) {
    for (const letter of ALPHABET) {
      if (letter === folded[at]) continue
      expect(isMistypedLinkCode(folded.slice(0, at) + letter + folded.slice(at + 1))).toBe(true)
    }
    for (let other = at + 1; other < folded.length; other += 1) {
      const letters = [...folded]
      const [one = '', two = ''] = [letters[at], letters[other]]
      letters[at] = two
      letters[other] = one
      expect(isMistypedLinkCode(letters.join(''))).toBe(one !== two)
    }
  }
})

describe('a typed code is found as it was', () => {
  test.each([
    ['in lower case, without the hyphen', '7k3m9qxa', '7K3M-9QXA'],
    ['with O for 0 and l and I for 1', 'oOlI-22AA', '0011-22AA'],
    ['in Cyrillic letters that look the same', 'КОМЕТА-7', 'K0META-7'],
    ['with the keyboard left in Russian', '7Л3Ь-9ЙЧФ', '7K3M-9QXA'],
    ['a Russian word with the keyboard left in Latin', 'KTNJ', 'ЛЕТО'],
    ['a Russian word as it is', 'лето', 'ЛЕТО'],
  ])('%s', (_how, typed, code) => {
    expect(readingsOfLinkCode(typed)).toContain(foldLinkCode(code))
  })
})

test('a code that may be typed as a made one is one, however it is spelled', () => {
  for (const code of CODES) {
    expect(isMadeLinkCode(code)).toBe(true)
    expect(isMadeLinkCode(foldLinkCode(code).toLowerCase())).toBe(true)
    expect(isMadeLinkCode(`${code}0`)).toBe(false)
  }
  expect(isMadeLinkCode('7K3M-9QXB')).toBe(isMadeLinkCode('7k3m9qxb'))
  for (const word of ['SUMMER-10', 'ЛЕТО-2026', 'ANNA-7']) expect(isMadeLinkCode(word)).toBe(false)
})

test('a text of another length is no mistyped code', () => {
  for (const word of ['SUMMER', 'ЛЕТО-26', 'ANNA-7', '']) expect(isMistypedLinkCode(word)).toBe(false)
})
