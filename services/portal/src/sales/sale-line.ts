import type { SaleRowFragment } from '../generated/graphql.ts'
import { csvLine } from '../list/write-csv.ts'
import { decimalOf, type MoneyValue } from '../number/format-money.ts'
import { localDayOf, localTimeOf } from '../number/local-day.ts'

const money = ({ amountMinor }: MoneyValue): string => decimalOf(BigInt(amountMinor)).replace('.', ',')

/** A sale as a line of the file: the day and the time are the coalition's, as on the page. */
export function saleLine(sale: SaleRowFragment, timeZone: string): string {
  const at = new Date(sale.occurredAt)
  return csvLine([
    ...[localDayOf(at, timeZone), localTimeOf(at, timeZone)],
    ...[sale.receiptRef, sale.member.name, sale.customer.name],
    ...[money(sale.total), money(sale.moneyPart)],
    ...[sale.pointsRedeemed, sale.pointsEarned],
  ])
}
