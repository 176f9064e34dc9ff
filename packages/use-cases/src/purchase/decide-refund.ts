import {
  booksNothing,
  type CounterMove,
  type CustomerState,
  type Entry,
  evolve,
  type FoundPoints,
  type MergeCustomersInput,
  mergeCustomers,
  minor,
  NotFoundError,
  type PurchaseState,
  recoverClaims,
  reverseEarn,
  reverseRedeem,
  type SelfRedemptionFeeWaivedFor,
} from '@artel/ledger'
import {
  type DecidedRules,
  endOfDays,
  givenBackTo,
  type LeftOfRules,
  leftOfRules,
  type RefundAmount,
  type RefundRequest,
  refundAmount,
  refundTargets,
  type Terms,
} from '@artel/rules'
import { countersBackJson } from '@artel/store'

/** What {@link decideRefund} needs to know. Ids are fresh. */
export interface RefundFacts {
  readonly refundId: string
  readonly debtId: string
  readonly coalitionId: string
  readonly purchaseId: string
  readonly request: RefundRequest
  /** What was decided about the purchase where rules gave, or lines that earn nothing were on it; else plain floors do. */
  readonly decided: DecidedRules | null
  /** Those that the purchase was made under. */
  readonly terms: Terms
  readonly selfRedemptionFeeWaivedFor: SelfRedemptionFeeWaivedFor
  /** Whoever the purchase's customer was merged into: what the refund brings moves on, and it has the points. */
  readonly survivor?: { readonly state: CustomerState; readonly moved: MergeCustomersInput }
  readonly now: Date
  /** Of the coalition: days of grace are local days. */
  readonly timeZone: string
}

/** A decided refund: its entries, and its row but for whose it is and why. */
export interface DecidedRefund {
  readonly entries: readonly Entry[]
  /** The survivor's entries, when there is one. */
  readonly other?: { readonly entries: readonly Entry[] }
  /** What it gives back to counters. */
  readonly counters: readonly CounterMove[]
  readonly row: {
    readonly id: string
    readonly purchaseId: string
    readonly amountMinor: bigint
    readonly moneyMinor: bigint
    readonly pointsReturned: bigint
    readonly pointsClaimed: bigint
    readonly pointsRecovered: bigint
    readonly pointsExpired: bigint
    readonly pointsToDebt: bigint
    readonly pointsBorne: bigint
    readonly rules: string | null
    readonly lines: { readonly ref: string; readonly amountMinor: string }[]
  }
}

/**
 * Undoes a part of a purchase: first the spent points go back, and at once on to refunds that claim them; then the earned
 * ones are taken back. Entries that book nothing are left out, but for one. Throws RefundExceedsPurchaseError and
 * InvalidInputError of the rules.
 */
export function decideRefund(state: CustomerState, facts: RefundFacts): DecidedRefund {
  const { coalitionId, purchaseId, terms, now } = facts
  const purchase = state.purchases.find((candidate) => candidate.id === purchaseId)
  if (!purchase) throw new NotFoundError({ what: 'purchase' }, { path: ['purchase'] })
  const { amount, amountByLine } = refundAmount(purchase, facts.request)
  const left = leftAfter(purchase, facts.decided, { amount, amountByLine })
  const targets = refundTargets(purchase, { amount, ...(left ? { pointsLeft: left.pointsLeft } : {}) })
  const at = { purchaseId, coalitionId, documentId: facts.refundId, now }
  const returning = reverseRedeem(state, {
    ...at,
    points: targets.toReturn,
    graceEndsAt: endOfDays(now, terms.refundGraceDays, facts.timeZone),
    selfRedemptionFeeWaivedFor: facts.selfRedemptionFeeWaivedFor,
  })
  const moved = afterReturn(state, returning, facts.survivor)
  const claimed = recoverClaims(moved.holder, { coalitionId, lotIds: moved.lotIds })
  const taking = reverseEarn(state, {
    ...at,
    holder: claimed.reduce(evolve, moved.holder),
    points: targets.toReverse,
    refundPolicy: terms.refundPolicy,
    debtId: facts.debtId,
  })
  const due = purchase.pointsDue + targets.toReverse
  const isRecovered = due === purchase.pointsReversed + taking.recovered + taking.toDebt
  const counters = left && facts.decided ? countersBack(purchase, facts.decided, { left, isRecovered }) : []
  const taken = [...claimed, taking.entry].filter((entry) => !booksNothing(entry))
  const row = {
    ...{ id: facts.refundId, purchaseId, amountMinor: amount, moneyMinor: targets.moneyMinor },
    pointsReturned: targets.toReturn,
    pointsClaimed: -claimed.reduce((sum, { pointsDelta }) => sum + pointsDelta, 0n),
    ...foundPoints(taking),
    rules: countersBackJson(counters),
    lines: [...amountByLine].map(([ref, part]) => ({ ref, amountMinor: String(part) })),
  }
  const given = booksNothing(returning) ? [] : [returning]
  if (facts.survivor)
    return {
      entries: [...given, ...moved.given],
      other: { entries: [...moved.received, ...taken] },
      counters,
      row,
    }
  const entries = [...given, ...taken]
  return { entries: entries.length > 0 ? entries : [taking.entry], counters, row }
}

/** What is left of what rules gave once this refund is made too. */
function leftAfter(
  purchase: PurchaseState,
  decided: DecidedRules | null,
  { amount, amountByLine }: RefundAmount,
): LeftOfRules | undefined {
  if (!decided) return undefined
  const byLine = new Map(purchase.refundedByLine)
  for (const [ref, part] of amountByLine) byLine.set(ref, minor((byLine.get(ref) ?? 0n) + part))
  const undone = { amount: minor(purchase.refundedTotal + amount), byLine }
  return leftOfRules(purchase, decided, undone)
}

function countersBack(
  purchase: PurchaseState,
  { given, faceValueMinor }: DecidedRules,
  { left, isRecovered }: { readonly left: LeftOfRules; readonly isRecovered: boolean },
): CounterMove[] {
  const rest = { faceValueMinor, isRecovered, backSoFar: purchase.countersBack ?? new Map() }
  return given.flatMap((each) => {
    const leftOfRule = left.byRule.get(each.rule.id)
    return leftOfRule ? givenBackTo(each, leftOfRule, rest) : []
  })
}

/** Who has the points once the spent ones are back, the lots they came to, and the entries that moved them to a survivor. */
function afterReturn(state: CustomerState, returning: Entry, survivor: RefundFacts['survivor']) {
  const back = evolve(state, returning)
  const lotIds = returning.lotUses.map(({ lotId }) => lotId)
  if (!survivor) return { holder: back, lotIds, given: [], received: [] }
  const { given, received } = mergeCustomers(back, survivor.state, survivor.moved)
  const holder = received.reduce(evolve, survivor.state)
  const moved = received.flatMap((entry) => entry.newLots).map(({ id }) => id)
  return { holder, lotIds: moved, given, received }
}

const foundPoints = ({ recovered, expired, toDebt, borne }: FoundPoints) => ({
  pointsRecovered: recovered,
  pointsExpired: expired,
  pointsToDebt: toDebt,
  pointsBorne: borne,
})
