import { describe, expect, test } from 'vitest'
import { foldText, refusedCharacter } from './fold-text.ts'

describe('one spelling of texts that look the same', () => {
  test.each([
    ['plain letters', 'R-1 a', 'R-1 a'],
    ['composed letters', 'Андре\u0438\u0306', 'Андрей'],
    ['a letter whose parts are apart by something invisible', 'e\u200b\u0301', '\u00e9'],
    ['no-break and other blanks', 'a\u00a0b\u2003c\u202fd\u3000e', 'a b c d e'],
    ['a byte order mark and soft hyphens', '\ufeffR\u00ad-1', 'R-1'],
    ['lines', 'a\r\nb\tc', 'a\r\nb\tc'],
    ['joined emoji', '👩\u200d🔧', '👩\u200d🔧'],
  ])('%s', (_name, text, folded) => {
    expect(foldText(text)).toBe(folded)
    expect(foldText(folded)).toBe(folded)
    expect(refusedCharacter(text)).toBeUndefined()
  })
})

describe('characters that are never accepted', () => {
  test.each([
    ['a\u0000', 'U+0000'],
    ['a\u001bb', 'U+001B'],
    ['\u007f', 'U+007F'],
    ['\u0085', 'U+0085'],
    ['\ud83d', 'U+D83D'],
    ['x\udc00y', 'U+DC00'],
    ['\u202egnp.exe', 'U+202E'],
    ['\u200f', 'U+200F'],
    ['\u2067', 'U+2067'],
    ['\uffff', 'U+FFFF'],
  ])('%j', (text, character) => {
    expect(refusedCharacter(text)).toBe(character)
  })
})
