import { expect, test } from 'vitest'
import { clampPoints, snapPoints } from './points-input.ts'

test('points stay between nothing and the most', () => {
  expect([clampPoints(-1n, 10n), clampPoints(4n, 10n), clampPoints(11n, 10n)]).toEqual([0n, 4n, 10n])
})

test('dragging lands on round numbers and still reaches both ends', () => {
  expect(snapPoints(0n, 1722n)).toBe(0n)
  expect(snapPoints(487n, 1722n)).toBe(480n)
  expect(snapPoints(1719n, 1722n)).toBe(1722n)
  expect(snapPoints(1722n, 1722n)).toBe(1722n)
  expect(snapPoints(37n, 90n)).toBe(37n)
  expect(snapPoints(90n, 90n)).toBe(90n)
})
