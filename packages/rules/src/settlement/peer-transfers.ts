import { assertInvariant, lesser, type Minor, minor } from '@artel/ledger'

/** What one party still has to pay or to get, always positive. */
interface OpenSide {
  readonly id: string
  left: bigint
}

/** A payment from one party to another, minor units, positive. */
export interface PeerTransfer {
  readonly payerId: string
  readonly payeeId: string
  readonly amount: Minor
}

/**
 * Settles nets (positive owes; sum zero) between the parties themselves: as long as a debtor owes exactly what a
 * creditor is owed, the largest such pair pays; else the largest debtor pays the largest creditor what it can. Ties to
 * the smaller id. Each transfer ends at least one party's net and the last ends two, so there are at most n - 1 for n
 * parties whose net is not zero. Fewest is not promised: that is strongly NP-hard.
 */
export function peerTransfers(nets: ReadonlyMap<string, Minor>): PeerTransfer[] {
  assertInvariant(
    [...nets.values()].reduce((sum, net) => sum + net, 0n) === 0n,
    () => 'nets do not sum to zero',
  )
  const debtors = sidesOf(nets, 1n)
  const creditors = sidesOf(nets, -1n)
  const transfers: PeerTransfer[] = []
  while (debtors.length > 0) {
    const [debtor, creditor] = exactPair(debtors, creditors) ?? [debtors[0], creditors[0]]
    assertInvariant(debtor !== undefined && creditor !== undefined, () => 'a debtor has no creditor left')
    const amount = lesser(debtor.left, creditor.left)
    transfers.push({ payerId: debtor.id, payeeId: creditor.id, amount: minor(amount) })
    pay(debtors, debtor, amount)
    pay(creditors, creditor, amount)
  }
  return transfers
}

const byLeft = (a: OpenSide, b: OpenSide) =>
  a.left === b.left ? (a.id < b.id ? -1 : 1) : a.left > b.left ? -1 : 1

function sidesOf(nets: ReadonlyMap<string, Minor>, sign: bigint): OpenSide[] {
  return [...nets]
    .map(([id, net]) => ({ id, left: net * sign }))
    .filter(({ left }) => left > 0n)
    .sort(byLeft)
}

/** The largest amount that stands on both sides, with the smallest ids that have it. Both sides are sorted. */
function exactPair(
  debtors: readonly OpenSide[],
  creditors: readonly OpenSide[],
): [OpenSide, OpenSide] | undefined {
  let at = 0
  for (const debtor of debtors) {
    while ((creditors[at]?.left ?? 0n) > debtor.left) at += 1
    const creditor = creditors[at]
    if (creditor?.left === debtor.left) return [debtor, creditor]
  }
  return undefined
}

/** Takes a payment off one side and moves it to its new place; a side with nothing left goes. */
function pay(sides: OpenSide[], side: OpenSide, amount: bigint): void {
  sides.splice(sides.indexOf(side), 1)
  side.left -= amount
  if (side.left === 0n) return
  const place = sides.findIndex((other) => byLeft(side, other) < 0)
  sides.splice(place === -1 ? sides.length : place, 0, side)
}
