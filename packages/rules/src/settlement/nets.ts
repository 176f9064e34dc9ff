import { assertInvariant, type Micros, micros } from '@artel/ledger'

/** One gross debt: `debtorId` owes `creditorId`; an amount that is not negative. The coalition is a party like a member. */
export interface Obligation {
  readonly debtorId: string
  readonly creditorId: string
  readonly amount: Micros
}

/** Net by party, positive when it owes. Sums to zero, since each debt counts once on either side. */
export function netObligations(obligations: Iterable<Obligation>): Map<string, Micros> {
  const nets = new Map<string, Micros>()
  const add = (id: string, amount: bigint) => nets.set(id, micros((nets.get(id) ?? 0n) + amount))
  for (const { debtorId, creditorId, amount } of obligations) {
    assertInvariant(amount >= 0n, () => `${debtorId} owes ${creditorId} ${amount}`)
    add(debtorId, amount)
    add(creditorId, -amount)
  }
  return nets
}

/**
 * The same from balances of CLEARING: what members owe (positive) or are owed, and the coalition's account as the
 * party that stands against all of them, so that nets sum to zero. A member named twice, or as the coalition, is a
 * BrokenInvariantError.
 */
export function netPositions(
  positions: Iterable<{ readonly memberId: string; readonly net: Micros }>,
  coalitionId: string,
): Map<string, Micros> {
  const nets = new Map<string, Micros>()
  let owed = 0n
  for (const { memberId, net } of positions) {
    assertInvariant(memberId !== coalitionId && !nets.has(memberId), () => `${memberId} is there twice`)
    nets.set(memberId, net)
    owed += net
  }
  return nets.set(coalitionId, micros(-owed))
}

/** How much less money moves after netting than before. */
export interface NettingEfficiency {
  /** Sum of all obligations. */
  readonly gross: Micros
  /** What debtors pay after netting: half the sum of the nets' sizes. */
  readonly net: Micros
  /** 10 000 x (1 - net / gross), floor; 0 when there is nothing to net. */
  readonly savedBps: bigint
}

/** Compares what would move without netting with what does. */
export function nettingEfficiency(obligations: readonly Obligation[]): NettingEfficiency {
  const gross = obligations.reduce((sum, { amount }) => sum + amount, 0n)
  const net = [...netObligations(obligations).values()].reduce((sum, one) => (one > 0n ? sum + one : sum), 0n)
  return {
    gross: micros(gross),
    net: micros(net),
    savedBps: gross === 0n ? 0n : ((gross - net) * 10_000n) / gross,
  }
}
