import { expect, test } from 'vitest'
import { batchesWithinPairs } from './due-commissions.ts'

const refunds = (...at: readonly (readonly [batchNo: number, booksOf: string | null])[]) =>
  at.map(([batchNo, booksOf]) => ({ batchNo: BigInt(batchNo), booksOf }))
const pairs = (count: number, batchNo: number) =>
  Array.from({ length: count }, (_, pair) => [batchNo, `payer payee${batchNo} ${pair}`] as const)

test('refunds of more pairs than are booked at once end the piece before the batch that passes them', () => {
  expect(batchesWithinPairs([], 9n)).toBe(9n)
  expect(batchesWithinPairs(refunds(...pairs(12, 3), ...pairs(8, 5)), 9n)).toBe(9n)
  expect(batchesWithinPairs(refunds(...pairs(12, 3), ...pairs(8, 5), ...pairs(1, 7)), 9n)).toBe(6n)
  // Pending ones are not booked, and the same pair again is no other.
  const same = [...pairs(20, 3), [6, 'payer payee3 1'], [7, null]] as const
  expect(batchesWithinPairs(refunds(...same), 9n)).toBe(9n)
})

test('a batch of more pairs than that is taken whole, and alone', () => {
  expect(batchesWithinPairs(refunds(...pairs(30, 3)), 9n)).toBe(9n)
  expect(batchesWithinPairs(refunds(...pairs(30, 3), ...pairs(1, 5)), 9n)).toBe(4n)
})
