import type { ModelDebt, ModelLot, World } from './world.ts'

/** Both books of one point given by its issuer; `sign` -1n undoes it. */
export function bookGiven(world: World, lot: ModelLot, sign: 1n | -1n): void {
  const { deposit, issueFee } = lot.terms
  debit(world, 'POINTS', 'ISSUED', lot.issuerId, sign)
  debit(world, 'POINTS', 'CUSTOMER', lot.customerId, -sign)
  debit(world, 'MONEY', purseOf(world, lot), lot.issuerId, sign * (deposit + issueFee))
  debit(world, 'MONEY', 'RESERVE', own(world), -sign * deposit)
  debit(world, 'MONEY', 'FEES', own(world), -sign * issueFee)
}

/** Both books of one point spent at `redeemerId`; `sign` -1n undoes it. */
export function bookSpent(world: World, lot: ModelLot, redeemerId: string, sign: 1n | -1n): void {
  const { reservePrice, deposit, selfRedemptionFeeWaived } = lot.terms
  const fee = selfRedemptionFeeWaived && redeemerId === lot.issuerId ? 0n : lot.terms.redeemFee
  debit(world, 'POINTS', 'CUSTOMER', lot.customerId, sign)
  debit(world, 'POINTS', 'REDEEMED', redeemerId, -sign)
  debit(world, 'MONEY', 'RESERVE', own(world), sign * deposit)
  debit(world, 'MONEY', purseOf(world, lot), lot.issuerId, sign * (reservePrice - deposit))
  debit(world, 'MONEY', 'CLEARING', redeemerId, -sign * (reservePrice - fee))
  debit(world, 'MONEY', 'FEES', own(world), -sign * fee)
}

/** One point that the customer owes from now on, since it was spent before its sale was refunded. */
export function bookOwed(world: World, customerId: string, issuerId: string): void {
  debit(world, 'POINTS', 'DEBT', customerId, 1n)
  debit(world, 'POINTS', 'ISSUED', issuerId, -1n)
}

/** One point taken for a debt, of a fresh lot or of the very one that is owed: the debt's issuer is credited at last. */
export function bookIntercepted(world: World, lot: ModelLot, debt: ModelDebt): void {
  const { deposit } = lot.terms
  debit(world, 'POINTS', 'CUSTOMER', lot.customerId, 1n)
  debit(world, 'POINTS', 'DEBT', lot.customerId, -1n)
  debit(world, 'MONEY', 'RESERVE', own(world), deposit)
  debit(world, 'MONEY', 'FEES', own(world), debt.issueFee)
  debit(world, 'MONEY', 'CLEARING', debt.issuerId, -deposit - debt.issueFee)
}

/** One point that became another customer's. */
export function bookMoved(world: World, lot: ModelLot, toId: string): void {
  debit(world, 'POINTS', 'CUSTOMER', lot.customerId, 1n)
  debit(world, 'POINTS', 'CUSTOMER', toId, -1n)
}

/** What is left of a debt becomes another customer's. */
export function bookDebtMoved(world: World, debt: ModelDebt, toId: string): void {
  debit(world, 'POINTS', 'DEBT', toId, debt.left)
  debit(world, 'POINTS', 'DEBT', debt.customerId, -debt.left)
}

/** `count` points of a lot that ran out together. Their reserve is split by largest remainder, ties by name. */
export function bookExpired(world: World, lot: ModelLot, count: bigint): void {
  debit(world, 'POINTS', 'CUSTOMER', lot.customerId, count)
  debit(world, 'POINTS', 'EXPIRED', own(world), -count)
  const forfeited = count * lot.terms.deposit
  const { issuer, operator, promoFund } = lot.terms.breakage
  const parties = [
    { name: 'ISSUER', kind: purseOf(world, lot), owner: lot.issuerId, bps: issuer },
    { name: 'OPERATOR', kind: 'BREAKAGE', owner: own(world), bps: operator },
    { name: 'PROMO_FUND', kind: 'PROMO_FUND', owner: own(world), bps: promoFund },
  ].map((party) => ({
    ...party,
    part: (forfeited * party.bps) / 10_000n,
    rest: (forfeited * party.bps) % 10_000n,
  }))
  // Sorting is stable and the parties stand by name already.
  const luckiest = parties.toSorted((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : 0))
  let left = forfeited - parties.reduce((sum, party) => sum + party.part, 0n)
  for (const party of luckiest) {
    if (left === 0n) break
    party.part += 1n
    left -= 1n
  }
  debit(world, 'MONEY', 'RESERVE', own(world), forfeited)
  for (const party of parties) debit(world, 'MONEY', party.kind, party.owner, -party.part)
}

/** What a member owes and need not pay any more. */
export function bookWrittenOff(world: World, memberId: string, amount: bigint): void {
  debit(world, 'MONEY', 'LOSS', own(world), amount)
  debit(world, 'MONEY', 'CLEARING', memberId, -amount)
}

/** What pays for points of a lot: its issuer's debt, or the fund of the coalition where that is the issuer. */
const purseOf = (world: World, lot: ModelLot) => (lot.issuerId === own(world) ? 'PROMO_FUND' : 'CLEARING')

const own = (world: World) => world.agreed.coalitionId

function debit(world: World, unit: string, kind: string, owner: string, amount: bigint): void {
  const account = `${unit} ${kind} ${owner}`
  world.balances.set(account, (world.balances.get(account) ?? 0n) + amount)
}
