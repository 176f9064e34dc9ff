import { expect, test } from 'vitest'
import { fitLine } from './fit-line.ts'

test('a line through points on a line is that line, and noise that is even on both sides does not tilt it', () => {
  expect(
    fitLine([
      [0, 5],
      [10, 25],
      [20, 45],
    ]),
  ).toEqual({ slope: 2, mean: 25 })
  expect(
    fitLine([
      [0, 9],
      [0, 11],
      [10, 9],
      [10, 11],
    ]),
  ).toEqual({ slope: 0, mean: 10 })
})

test('one instant has no slope', () => {
  expect(fitLine([[3, 7]])).toEqual({ slope: 0, mean: 7 })
  expect(fitLine([])).toEqual({ slope: 0, mean: 0 })
})
