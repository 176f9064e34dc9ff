import { sumOf } from '@artel/store'
import { Prisma } from '@artel/store/prisma'

/** A row with its sums as bigints, so that a test can hold them against figures. */
export const exactSums = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Prisma.Decimal.isDecimal(value) ? sumOf(value) : value,
    ]),
  )
