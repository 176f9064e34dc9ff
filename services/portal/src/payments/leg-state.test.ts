import { expect, test } from 'vitest'
import { isLate, lateCount, takesMoney } from './leg-state.ts'

const TODAY = '2026-12-01'
const leg = (status: string, dueOn: string) => ({ status, dueOn })

test('money is marked at payments that are waited for, not at what has become a debt', () => {
  const taking = ['OPEN', 'PARTIAL', 'PAID', 'RECEIVABLE'].filter((status) => takesMoney({ status }))
  expect(taking).toEqual(['OPEN', 'PARTIAL'])
})

test('a payment is late after its day, and no more once it is paid', () => {
  expect(isLate(leg('OPEN', '2026-11-30'), TODAY)).toBe(true)
  expect(isLate(leg('PARTIAL', '2026-11-30'), TODAY)).toBe(true)
  expect(isLate(leg('OPEN', TODAY), TODAY)).toBe(false)
  expect(isLate(leg('PAID', '2026-11-30'), TODAY)).toBe(false)
  expect(isLate(leg('RECEIVABLE', '2026-11-30'), TODAY)).toBe(false)
})

test('late payments are counted, also those beyond the list', () => {
  const legs = [leg('OPEN', '2026-11-30'), leg('OPEN', '2026-12-09'), leg('RECEIVABLE', '2026-10-01')]
  expect(lateCount(legs, [], TODAY)).toBe(1)
  expect(lateCount([], [{ oldestDays: 3 }, { oldestDays: 0 }], TODAY)).toBe(1)
})
