import { formatMoney, type MoneyValue } from './format-money.ts'

/** The size of a sum without its sign: words beside it say whose it is. */
export function formatSize(money: MoneyValue, language: string): string {
  const minor = BigInt(money.amountMinor)
  return formatMoney({ ...money, amountMinor: (minor < 0n ? -minor : minor).toString() }, language)
}

/** Whose a net is: a member owes when it is above nothing. */
export function sideOf({ amountMinor }: MoneyValue): 'owes' | 'isOwed' | 'even' {
  const minor = BigInt(amountMinor)
  return minor === 0n ? 'even' : minor > 0n ? 'owes' : 'isOwed'
}
