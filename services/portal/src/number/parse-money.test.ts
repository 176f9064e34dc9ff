import { expect, test } from 'vitest'
import { formatPoints } from './format-points.ts'
import { parseMoney, parsePoints } from './parse-money.ts'

test('an amount is read as people of the language of the page write it', () => {
  for (const text of ['1200,5', '1 200,50', '1200.50', '1\u00a0200,5', '1\u202f200.50'])
    expect([text, parseMoney(text, 'ru'), parseMoney(text, 'en')]).toEqual([text, '120050', '120050'])
  expect(parseMoney('1,200.50', 'en')).toBe('120050')
  expect(parseMoney('12,345', 'en')).toBe('1234500')
})

test('what can be read in two ways, or in none, is no amount', () => {
  for (const text of ['1,200', '1,200.50', '5о0', '1,2,3', '', '-5', '1e3', '9000000000000017'])
    expect([text, parseMoney(text, 'ru')]).toEqual([text, null])
  for (const text of ['1,20,00', '12,3456', ',5'])
    expect([text, parseMoney(text, 'en')]).toEqual([text, null])
})

test('points are read back as the page prints them', () => {
  for (const language of ['ru', 'en'])
    for (const points of ['0', '7', '1250', '1000000'])
      expect(parsePoints(formatPoints(points, language), language)).toBe(points)
})

test('points that cannot be read are none, never nothing', () => {
  for (const text of ['500,5', '5о0', '500.5', '', '9000000000000017'])
    expect([text, parsePoints(text, 'ru'), parsePoints(text, 'en')]).toEqual([text, null, null])
  expect(parsePoints('1,000', 'ru')).toBeNull()
})
