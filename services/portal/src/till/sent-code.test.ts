import { expect, test } from 'vitest'
import { isEnough } from './sent-code.ts'

test('a code is good for as many points as it was asked for, and for fewer, not for more', () => {
  expect(isEnough({ points: '900' }, '900')).toBe(true)
  expect(isEnough({ points: '900' }, '1')).toBe(true)
  expect(isEnough({ points: '900' }, '1000')).toBe(false)
})
