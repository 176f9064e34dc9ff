import type { Lot } from './lot.ts'

/**
 * Which lots points are taken from first: earliest expiry (a lot that never expires comes last), then oldest, then id. The
 * store loads them in the same order (`store/src/lanes/load-batch-sql.ts`), so that it may leave out those behind.
 */
export function byConsumption(a: Lot, b: Lot): number {
  const expiry = (a.expiresAt?.getTime() ?? Infinity) - (b.expiresAt?.getTime() ?? Infinity)
  if (a.expiresAt?.getTime() !== b.expiresAt?.getTime()) return expiry
  return a.issuedAt.getTime() - b.issuedAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
