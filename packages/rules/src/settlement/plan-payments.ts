import { assertInvariant, MICROS_PER_MINOR, type Micros, type Minor, micros, minor } from '@artel/ledger'
import { peerTransfers } from './peer-transfers.ts'
import { type RoundedClosing, roundClosings } from './round-closings.ts'

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
  /**
   * Nets below their member's minimum, left for a later window as they are: parts of a minor unit stay on the account,
   * and are not shown here. Positive owes, minor units.
   */
  readonly carried: readonly { readonly memberId: string; readonly amount: Minor }[]
  /**
   * What the exact nets are more than is paid, by owner, which goes to ROUNDING; the coalition's included, so that they
   * sum to zero.
   */
  readonly residues: readonly { readonly ownerId: string; readonly residue: Micros }[]
}

/** What a plan is made of. */
export interface PlanInput {
  readonly coalitionId: string
  readonly windowNo: number
  readonly currency: string
  readonly method: PlanMethod
  readonly positions: readonly {
    readonly memberId: string
    /** What is to be settled of the balance of CLEARING, exactly. Positive owes. */
    readonly net: Micros
    /** The same, but with the closing as its statement prints it: what the plan asks for. Default: `net`. */
    readonly stated?: Micros
    /** The smallest payment that its terms ask for. */
    readonly minPayout: Minor
  }[]
  /** Begins every reference, e.g. the coalition's handle in capitals. */
  readonly referencePrefix: string
  readonly microsPerMinor?: bigint
}

/**
 * The payments that settle a window: those below their minimum are carried forward (the coalition's account stands in for
 * them), the rest is what statements print, rounded by largest remainder where decisions of disputes left parts of a
 * minor unit, and is paid by HUB - at most one leg a member - or PEER - at most one less than there are parties. The same
 * positions in any order give the same plan.
 */
export function planPayments(input: PlanInput): PaymentPlan {
  const { coalitionId, method, positions, microsPerMinor = MICROS_PER_MINOR } = input
  const closings = positions.map(({ memberId, net, stated = net, minPayout }) => ({
    ...{ memberId, net: stated, minPayout },
  }))
  const rounded = roundClosings(closings, coalitionId, microsPerMinor)
  const members = rounded.filter(({ ownerId, amount }) => ownerId !== coalitionId && amount !== 0n)
  const paid = members.filter(({ isCarried }) => !isCarried)
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
      .filter(({ isCarried }) => isCarried)
      .map(({ ownerId, amount }) => ({ memberId: ownerId, amount })),
    residues: residuesOf(input, rounded, microsPerMinor),
  }
}

/** Of whoever is not carried forward: the exact net less what is paid. */
function residuesOf(
  { coalitionId, positions }: PlanInput,
  rounded: readonly RoundedClosing[],
  microsPerMinor: bigint,
): PaymentPlan['residues'] {
  const nets = new Map<string, bigint>(positions.map(({ memberId, net }) => [memberId, net]))
  const ofMembers = rounded.flatMap(({ ownerId, amount, isCarried }) =>
    isCarried || ownerId === coalitionId
      ? []
      : [{ ownerId, residue: micros((nets.get(ownerId) ?? 0n) - amount * microsPerMinor) }],
  )
  const against = micros(-ofMembers.reduce((sum, { residue }) => sum + residue, 0n))
  return [...ofMembers, { ownerId: coalitionId, residue: against }]
    .filter(({ residue }) => residue !== 0n)
    .sort((a, b) => order(a.ownerId, b.ownerId))
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
