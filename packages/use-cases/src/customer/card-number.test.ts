import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCardNumber, luhnCheckDigit, makeCardNumber } from './card-number.ts'

describe('card numbers', () => {
  it('have the check digit of the published example', () => {
    expect(luhnCheckDigit('7992739871')).toBe('3')
  })

  it('are 16 digits that pass their own check and begin outside payment cards', () => {
    const numbers = Array.from({ length: 200 }, makeCardNumber)
    for (const number of numbers)
      expect([number, isCardNumber(number), number[0]]).toEqual([number, true, '9'])
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('catch every single mistyped digit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const number = makeCardNumber()
        const wrong = String((Number(number[place]) + shift) % 10)
        expect(isCardNumber(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false)
      }),
    )
  })
})
