/** A `numeric(38, 0)` as Prisma reads it: a sum of many commands, which may pass what a bigint of SQL holds. Exact. */
export const sumOf = (value: { toFixed(decimals: number): string }): bigint => BigInt(value.toFixed(0))
