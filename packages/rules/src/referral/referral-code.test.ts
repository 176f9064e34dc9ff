import { expect, test } from 'vitest'
import { voucherCodeOf } from '../voucher/voucher-code.ts'
import { makeReferralCode, referralCodeOf, writtenReferralCode } from './referral-code.ts'

const CODE = makeReferralCode([7, 19, 3, 22, 9, 23, 29, 10, 2])

test("a code is ten symbols in two groups, and no voucher's", () => {
  expect(CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
  expect(writtenReferralCode(CODE)).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  expect(voucherCodeOf(CODE)).toBeUndefined()
})

test('it is read however it is typed', () => {
  const zero = makeReferralCode([0, 0, 1, 1, 27, 10, 10, 10, 10])
  expect(zero).toMatch(/^0011VAAAA/)
  expect(referralCodeOf(writtenReferralCode(CODE).toLowerCase())).toBe(CODE)
  expect(referralCodeOf(zero.replace('0011V', 'oOlIu'))).toBe(zero)
  expect(referralCodeOf(zero.replaceAll('A', 'А'))).toBe(zero)
  const onRussianKeyboard = CODE.replaceAll('K', 'Л').replaceAll('Q', 'Й').replaceAll('X', 'Ч')
  expect(referralCodeOf(onRussianKeyboard.replaceAll('M', 'Ь').replaceAll('P', 'З'))).toBe(CODE)
})

test('one wrong letter is noticed', () => {
  for (let at = 0; at < CODE.length; at += 1)
    for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      const typed = CODE.slice(0, at) + letter + CODE.slice(at + 1)
      expect(referralCodeOf(typed), typed).toBe(letter === CODE[at] ? CODE : undefined)
    }
})
