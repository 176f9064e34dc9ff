import { expect, test } from 'vitest'
import type { SaleRowFragment } from '../generated/graphql.ts'
import { saleLine } from './sale-line.ts'

test("a sale of the night stands at the coalition's day and time, with the part that was paid in money", () => {
  const sale = {
    ...{
      occurredAt: '2026-11-30T21:30:00.000Z',
      receiptRef: 'A-1',
      pointsRedeemed: '500',
      pointsEarned: '35',
    },
    ...{ member: { name: 'Моторный двор' }, customer: { name: 'Анна Котова' } },
    ...{
      total: { amountMinor: '120050', currency: 'RUB' },
      moneyPart: { amountMinor: '70050', currency: 'RUB' },
    },
  } as unknown as SaleRowFragment
  expect(saleLine(sale, 'Europe/Moscow')).toBe(
    '2026-12-01;00:30:00;A-1;Моторный двор;Анна Котова;1200,50;700,50;500;35\r\n',
  )
})
