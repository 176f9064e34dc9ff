import { assertInvariant, type Micros, type Minor, minor } from '@artel/ledger'
import { netPositions } from './nets.ts'
import { peerTransfers } from './peer-transfers.ts'
import { roundNets } from './round-to-minor.ts'

/** HUB: debtors pay the coalition's account, creditors are paid from it. PEER: parties pay each other. */
export type PlanMethod = 'HUB' | 'PEER'

/** One payment to be made. */
export interface PlanLeg {
  /** Place in the plan, from 1. */
  readonly legNo: number
  readonly payerId: string
  readonly payeeId: string
  /** Minor units, positive. */
  readonly amount: Minor
  /** What the payment's purpose must quote, so that it is recognised on a bank statement. */
  readonly reference: string
}

/** Who pays whom to settle a window. Legs, carried nets and residues are in an order that the input's does not change. */
export interface PaymentPlan {
  readonly coalitionId: string
  readonly windowNo: number
  /** ISO 4217. */
  readonly currency: string
  readonly method: PlanMethod
  readonly legs: readonly PlanLeg[]
  /** Nets below their member's minimum, left for a later window. Positive owes, minor units. */
  readonly carried: readonly { readonly memberId: string; readonly amount: Minor }[]
  /** Parts of a minor unit, by owner, that stay in ROUNDING; the coalition's included, so that they sum to zero. */
  readonly residues: readonly { readonly ownerId: string; readonly residue: Micros }[]
}

/** What a plan is made of. */
export interface PlanInput {
  readonly coalitionId: string
  readonly windowNo: number
  readonly currency: string
  readonly method: PlanMethod
  /** Closing balances of CLEARING, positive owes, each with the smallest payment that its terms ask for. */
  readonly positions: readonly {
    readonly memberId: string
    readonly net: Micros
    readonly minPayout: Minor
  }[]
  /** Begins every reference, e.g. the coalition's handle in capitals. */
  readonly referencePrefix: string
  readonly microsPerMinor?: bigint
}

/**
 * The payments that settle a window: nets are rounded by largest remainder, those below their minimum are carried
 * forward (the coalition's account stands in for them), and the rest is paid by HUB - at most one leg a member - or
 * PEER - at most one less than there are parties. The same positions in any order give the same plan.
 */
export function planPayments(input: PlanInput): PaymentPlan {
  const { coalitionId, method, positions } = input
  const rounded = roundNets(netPositions(positions, coalitionId), input.microsPerMinor)
  const minPayouts = new Map(positions.map(({ memberId, minPayout }) => [memberId, minPayout]))
  const members = rounded.filter(({ ownerId, amount }) => ownerId !== coalitionId && amount !== 0n)
  const isCarried = (memberId: string, amount: Minor) =>
    (amount < 0n ? -amount : amount) < (minPayouts.get(memberId) ?? 0n)
  const paid = members.filter(({ ownerId, amount }) => !isCarried(ownerId, amount))
  const transfers =
    method === 'HUB' ? hubTransfers(paid, coalitionId) : peerTransfers(withCoalition(paid, coalitionId))
  return {
    coalitionId,
    windowNo: input.windowNo,
    currency: input.currency,
    method,
    legs: transfers
      .toSorted((a, b) =>
        a.payerId === b.payerId ? order(a.payeeId, b.payeeId) : order(a.payerId, b.payerId),
      )
      .map((transfer, index) => ({
        legNo: index + 1,
        ...transfer,
        reference: `${input.referencePrefix}-${input.windowNo}-${index + 1}`,
      })),
    carried: members
      .filter(({ ownerId, amount }) => isCarried(ownerId, amount))
      .map(({ ownerId, amount }) => ({ memberId: ownerId, amount })),
    residues: rounded
      .filter(({ residue }) => residue !== 0n)
      .map(({ ownerId, residue }) => ({ ownerId, residue })),
  }
}

/** What all legs of a plan move, minor units: what limits of approval are about. */
export function planTotal(plan: Pick<PaymentPlan, 'legs'>): Minor {
  return minor(plan.legs.reduce((sum, { amount }) => sum + amount, 0n))
}

type Net = { readonly ownerId: string; readonly amount: Minor }

function hubTransfers(nets: readonly Net[], coalitionId: string) {
  return nets.map(({ ownerId, amount }) =>
    amount > 0n
      ? { payerId: ownerId, payeeId: coalitionId, amount }
      : { payerId: coalitionId, payeeId: ownerId, amount: minor(-amount) },
  )
}

function withCoalition(nets: readonly Net[], coalitionId: string): Map<string, Minor> {
  const owed = nets.reduce((sum, { amount }) => sum + amount, 0n)
  const all = new Map(nets.map(({ ownerId, amount }) => [ownerId, amount]))
  assertInvariant(!all.has(coalitionId), () => 'the coalition is no member of itself')
  return all.set(coalitionId, minor(-owed))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
