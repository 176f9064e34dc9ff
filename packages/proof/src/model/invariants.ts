import { expect } from 'vitest'
import type { BooksPicture } from './picture.ts'
import { type Agreed, known } from './world.ts'

/** What holds in any books whatever happened, judged on the picture alone. */
export function expectInvariants(agreed: Agreed, books: BooksPicture): void {
  const balance = (account: string) => BigInt(books.balances[account] ?? '0')
  const total = (rows: readonly bigint[]) => rows.reduce((sum, row) => sum + row, 0n)
  for (const unit of ['POINTS', 'MONEY']) {
    const accounts = Object.keys(books.balances).filter((account) => account.startsWith(`${unit} `))
    expect(total(accounts.map(balance)), `sum of all accounts in ${unit}`).toBe(0n)
  }
  for (const [customer, posted, reserved] of books.accounts) {
    const lots = books.lots.filter((lot) => lot.customer === customer)
    const holds = books.holds.filter((hold) => hold.customer === customer && hold.status === 'OPEN')
    expect(total(lots.map((lot) => BigInt(lot.remaining))), `lots of ${customer}`).toBe(BigInt(posted))
    expect(total(lots.map((lot) => BigInt(lot.reserved))), `reserved of ${customer}`).toBe(BigInt(reserved))
    expect(total(holds.map((hold) => BigInt(hold.points))), `open holds of ${customer}`).toBe(
      BigInt(reserved),
    )
    expect(-balance(`POINTS CUSTOMER ${customer}`), `account of ${customer}`).toBe(BigInt(posted))
  }
  for (const lot of books.lots) {
    const within = BigInt(lot.reserved) >= 0n && BigInt(lot.reserved) <= BigInt(lot.remaining)
    expect(within && BigInt(lot.remaining) <= BigInt(lot.amount), `bounds of lot ${lot.id}`).toBe(true)
  }
  const deposits = books.lots.map((lot) => {
    const terms = known(
      agreed.terms.find((each) => each.id === lot.terms),
      `terms ${lot.terms}`,
    )
    return BigInt(lot.remaining) * (lot.issuer === agreed.coalitionId ? terms.reservePrice : terms.deposit)
  })
  expect(-balance(`MONEY PROMO_FUND ${agreed.coalitionId}`) >= 0n, 'the promo fund gives what it has').toBe(
    true,
  )
  expect(-balance(`MONEY RESERVE ${agreed.coalitionId}`), 'RESERVE covers the deposits').toBe(total(deposits))
}
