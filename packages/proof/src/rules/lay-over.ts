import { total } from './told.ts'

/**
 * Lays an amount over lines by what each may take: the floor of its share, and then one more unit each to whoever lost
 * most by its floor, the earlier line first. Never more than a line may take as long as the amount fits in all of them.
 */
export function layOver(amount: bigint, room: readonly bigint[]): bigint[] {
  const all = total(room)
  if (all === 0n) return room.map(() => 0n)
  const laid = room.map((place) => (amount * place) / all)
  const lost = room.map((place) => (amount * place) % all)
  let rest = amount - total(laid)
  while (rest > 0n) {
    let most = 0
    for (let index = 1; index < lost.length; index += 1)
      if ((lost[index] ?? 0n) > (lost[most] ?? 0n)) most = index
    laid[most] = (laid[most] ?? 0n) + 1n
    lost[most] = -1n
    rest -= 1n
  }
  return laid
}
