import { expect, test } from 'vitest'
import { readPoints } from './read-points.ts'

test('an empty field takes no points, and what is typed takes just that', () => {
  expect(readPoints(' ', 'ru')).toEqual({ points: '0', wrong: null })
  expect(readPoints('1\u00a0000', 'ru')).toEqual({ points: '1000', wrong: null })
  expect(readPoints('1,000', 'en')).toEqual({ points: '1000', wrong: null })
})

test('what cannot be read takes nothing and is never taken for no points', () => {
  for (const typed of ['500,5', '5о0', 'all', '1,000'])
    expect([typed, readPoints(typed, 'ru')]).toEqual([typed, { points: null, wrong: 'unreadable' }])
})

test('a card that is scanned into the field is told apart', () => {
  for (const typed of ['9000000000000017', 'https://artel.example/c/9000000000000017'])
    expect(readPoints(typed, 'en')).toEqual({ points: null, wrong: 'card' })
})
