import { bookGiven, bookIntercepted } from './money.ts'
import type { Point, World } from './world.ts'

/**
 * Points that nobody spends or holds any more are asked one by one whether a refund of the sale that earned them still
 * looks for them: a debt for them is paid first, then whoever claims them gets them. Says how many went that way.
 */
export function comeBack(world: World, points: readonly Point[]): bigint {
  let claimed = 0n
  for (const point of points) {
    point.place = 'FREE'
    const debt = world.debts.find(({ purchaseId, left }) => purchaseId === point.sale && left > 0n)
    const claim = world.claims.find(({ purchaseId, left }) => purchaseId === point.sale && left > 0n)
    if (!debt && !claim) continue
    point.place = 'GONE'
    claimed += 1n
    if (debt) {
      debt.left -= 1n
      bookIntercepted(world, point.lot, debt)
    } else if (claim) {
      claim.left -= 1n
      bookGiven(world, point.lot, -1n)
    }
  }
  return claimed
}
