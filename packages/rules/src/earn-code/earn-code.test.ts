import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isMadeLinkCode } from '../link/link-code.ts'
import { voucherCodeOf } from '../voucher/voucher-code.ts'
import { earnCodeFrom, earnCodeOf, writtenEarnCode } from './earn-code.ts'

const CODES = Array.from({ length: 40 }, (_, at) => earnCodeFrom(hash('sha256', String(at), 'hex')))
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LATIN = 'QWERTYUIOPASDFGHJKLZXCVBNM'
const RUSSIAN = 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ'

test('a code is found however it is typed: in pieces, in lower case, with look-alikes, under the Russian keyboard', () => {
  for (const code of CODES) {
    const lookAlike = code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('V', 'u')
    const russian = [...code].map((letter) => RUSSIAN[LATIN.indexOf(letter)] ?? letter).join('')
    for (const typed of [code, writtenEarnCode(code), ` ${code.toLowerCase()} `, lookAlike, russian])
      expect(earnCodeOf(typed), typed).toBe(code)
  }
})

test('one wrong symbol, and two that changed places, are noticed', () => {
  for (const code of CODES.slice(0, 5))
    for (let at = 0; at < code.length; at += 1) {
      for (const other of ALPHABET)
        if (other !== code[at])
          expect(earnCodeOf(code.slice(0, at) + other + code.slice(at + 1))).not.toBe(code)
      const swapped = `${code.slice(0, at)}${code[at + 1] ?? ''}${code[at]}${code.slice(at + 2)}`
      if (swapped.length === code.length && swapped !== code) expect(earnCodeOf(swapped)).toBeUndefined()
    }
})

test('a code is neither one of a voucher nor one of a link, and no code is of it', () => {
  expect(new Set(CODES).size).toBe(CODES.length)
  for (const code of CODES) {
    expect(voucherCodeOf(code)).toBeUndefined()
    expect(isMadeLinkCode(code)).toBe(false)
    expect(earnCodeOf(code.slice(0, 12))).toBeUndefined()
  }
  expect(earnCodeOf('')).toBeUndefined()
})
