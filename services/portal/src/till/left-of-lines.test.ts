import { expect, test } from 'vitest'
import { amountOfLines, leftOfLines } from './left-of-lines.ts'

const rub = (amountMinor: string) => ({ __typename: 'Money' as const, amountMinor, currency: 'RUB' })
const line = (ref: string, total: string, discount = '0') => ({
  ...{ __typename: 'PurchaseLine' as const, ref, title: ref, total: rub(total) },
  discount: rub(discount),
})
const refund = (...lines: readonly (readonly [string, string])[]) => ({
  ...{ __typename: 'Refund' as const, id: 'rfd_1' },
  lines: lines.map(([ref, amount]) => ({ __typename: 'RefundLine' as const, ref, amount: rub(amount) })),
})
const SALE = {
  lines: [line('oil', '100000', '10000'), line('filter', '50000'), line('work', '200000')],
  refunds: [refund(['oil', '30000'], ['filter', '50000']), refund(['oil', '10000'])],
}

test('of a line is left what was charged for it, less what came back', () => {
  expect(leftOfLines(SALE).map(({ ref, leftMinor }) => [ref, leftMinor])).toEqual([
    ['oil', 50_000n],
    ['filter', 0n],
    ['work', 200_000n],
  ])
})

test('lines come back for what is left of them, and never for more than is left of the bill', () => {
  const lines = leftOfLines(SALE)
  expect(amountOfLines(lines, ['oil', 'work'], '250000')).toBe('250000')
  expect(amountOfLines(lines, ['oil', 'work'], '249999')).toBeNull()
  expect(amountOfLines(lines, ['filter'], '250000')).toBeNull()
})
