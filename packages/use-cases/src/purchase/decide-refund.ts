import {
  booksNothing,
  type CounterMove,
  type CustomerState,
  discountCost,
  type Entry,
  evolve,
  type FoundPoints,
  type MergeCustomersInput,
  mergeCustomers,
  minor,
  NotFoundError,
  type Points,
  type PurchaseState,
  points,
  type ReverseEarnInput,
  recoverClaims,
  reverseEarn,
  reverseRedeem,
  type SelfRedemptionFeeWaivedFor,
  ZERO_POINTS,
} from '@artel/ledger'
import {
  type DecidedRules,
  endOfDays,
  givenBackTo,
  isAllUndone,
  type LeftOfRules,
  leftOfRules,
  type PayerGift,
  type RefundAmount,
  type RefundRequest,
  refundAmount,
  refundTargets,
  type Terms,
  type Undone,
  undoneByPayer,
} from '@artel/rules'
import { refundRulesJson, type VoucherMove, type VoucherStanding } from '@artel/store'
import { leftForCounters, type PurchaseVouchers, refundedVouchers, stockBack } from './refund-vouchers.ts'

/** What {@link decideRefund} needs to know. Ids are fresh. */
export interface RefundFacts {
  readonly refundId: string
  /** A fresh id for a debt to each who paid, and the same one when the decision is made again. */
  readonly debtIdOf: (payerId: string) => string
  readonly coalitionId: string
  readonly purchaseId: string
  readonly request: RefundRequest
  /** What was decided about the purchase where rules gave, or lines that earn nothing were on it; else plain floors do. */
  readonly decided: DecidedRules | null
  /** The vouchers that the purchase gave or used, and how they stand. */
  readonly vouchers?: PurchaseVouchers & {
    readonly standings: ReadonlyMap<string, VoucherStanding>
    /** What those that it used took of stocks. */
    readonly stock: ReadonlyMap<string, CounterMove>
  }
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
  /** What becomes of the purchase's vouchers. */
  readonly moves: readonly VoucherMove[]
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
  const undone = undoneAfter(purchase, { amount, amountByLine })
  const left = facts.decided ? leftOfRules(purchase, facts.decided, undone) : undefined
  const back = left && facts.decided ? undoneByPayer(purchase, facts.decided, left) : []
  const targets = refundTargets(purchase, {
    amount,
    ...(left && { pointsLeft: stillGiven(purchase, left, back) }),
  })
  const at = { purchaseId, coalitionId, documentId: facts.refundId, now }
  const returning = reverseRedeem(state, {
    ...at,
    points: targets.toReturn,
    graceEndsAt: endOfDays(now, terms.refundGraceDays, facts.timeZone),
    selfRedemptionFeeWaivedFor: facts.selfRedemptionFeeWaivedFor,
  })
  const moved = afterReturn(state, returning, facts.survivor)
  const claimed = recoverClaims(moved.holder, { coalitionId, lotIds: moved.lotIds })
  const taking = takeBack(state, purchase, back, {
    ...at,
    holder: claimed.reduce(evolve, moved.holder),
    points: targets.toReverse,
    refundPolicy: terms.refundPolicy,
    debtIdOf: facts.debtIdOf,
  })
  const paidBack = back.map(({ payerId, points, discountMinor: discount }) => ({ payerId, points, discount }))
  const costs = { memberId: purchase.memberId, documentId: facts.refundId, costs: paidBack, isBack: true }
  const costBack = discountCost({ coalitionId, ...costs })
  const due = purchase.pointsDue + targets.toReverse
  const isRecovered = due === purchase.pointsReversed + taking.recovered + taking.toDebt
  const ofRules =
    left && facts.decided
      ? countersBack(purchase, facts.decided, { left: countedLeft(facts, left), isRecovered })
      : []
  const moves =
    left && facts.vouchers ? movesOf(purchase, { ...facts, vouchers: facts.vouchers }, { left, undone }) : []
  const counters = [...ofRules, ...(facts.vouchers ? stockBack(moves, facts.vouchers.stock) : [])]
  const taken = [...claimed, ...taking.entries].filter((entry) => !booksNothing(entry))
  const row = {
    ...{ id: facts.refundId, purchaseId, amountMinor: amount, moneyMinor: targets.moneyMinor },
    pointsReturned: targets.toReturn,
    pointsClaimed: -claimed.reduce((sum, { pointsDelta }) => sum + pointsDelta, 0n),
    ...foundPoints(taking),
    rules: refundRulesJson(
      counters,
      paidBack.filter(({ points, discount }) => points > 0n || discount > 0n),
      moves,
    ),
    lines: [...amountByLine].map(([ref, part]) => ({ ref, amountMinor: String(part) })),
  }
  const given = [...(booksNothing(returning) ? [] : [returning]), ...(costBack ? [costBack] : [])]
  if (facts.survivor)
    return {
      entries: [...given, ...moved.given],
      other: { entries: [...moved.received, ...taken] },
      counters,
      moves,
      row,
    }
  const entries = [...given, ...taken]
  return { entries: entries.length > 0 ? entries : taking.entries.slice(0, 1), counters, moves, row }
}

/** Points that stay given: where others than the seller paid, no more than each goes on paying. */
function stillGiven(
  { paidBy, pointsEarned, pointsDue }: PurchaseState,
  left: LeftOfRules,
  back: readonly PayerGift[],
): Points {
  if (!paidBy) return left.pointsLeft
  return points(pointsEarned - pointsDue - back.reduce((sum, each) => sum + each.points, 0n))
}

/** Takes earned points back: of the seller, or of each who paid for them, one after another. */
function takeBack(
  state: CustomerState,
  { paidBy }: PurchaseState,
  back: readonly PayerGift[],
  { debtIdOf, ...input }: Omit<ReverseEarnInput, 'debtId' | 'part'> & Pick<RefundFacts, 'debtIdOf'>,
): FoundPoints & { readonly entries: readonly Entry[] } {
  if (!paidBy) {
    const { entry, ...found } = reverseEarn(state, { ...input, debtId: debtIdOf(SELLER) })
    return { ...found, entries: [entry] }
  }
  let holder = input.holder ?? state
  const takings = paidBy.map((part) => {
    const due = back.find(({ payerId }) => payerId === part.payerId)?.points ?? ZERO_POINTS
    const taking = reverseEarn(state, { ...input, holder, part, points: due, debtId: debtIdOf(part.payerId) })
    holder = evolve(holder, taking.entry)
    return taking
  })
  const sum = (of: (found: FoundPoints) => bigint) =>
    points(takings.reduce((all, each) => all + of(each), 0n))
  return {
    entries: takings.map(({ entry }) => entry),
    recovered: sum((found) => found.recovered),
    expired: sum((found) => found.expired),
    toDebt: sum((found) => found.toDebt),
    borne: sum((found) => found.borne),
  }
}

/** Whose debt it is where the seller alone paid. */
const SELLER = 'seller'

/** What is undone once this refund is made too. */
function undoneAfter(purchase: PurchaseState, { amount, amountByLine }: RefundAmount): Undone {
  const byLine = new Map(purchase.refundedByLine)
  for (const [ref, part] of amountByLine) byLine.set(ref, minor((byLine.get(ref) ?? 0n) + part))
  return { amount: minor(purchase.refundedTotal + amount), byLine, isByLines: amountByLine.size > 0 }
}

/** What is left as counters see it. */
const countedLeft = ({ vouchers }: RefundFacts, left: LeftOfRules): LeftOfRules => ({
  ...left,
  byRule: leftForCounters(left, vouchers, vouchers?.standings),
})

function movesOf(
  purchase: PurchaseState,
  { vouchers, refundId, now, timeZone }: RefundFacts & Required<Pick<RefundFacts, 'vouchers'>>,
  { left, undone }: { readonly left: LeftOfRules; readonly undone: Undone },
): readonly VoucherMove[] {
  const isGone = isAllUndone(purchase, undone)
  const by = { standings: vouchers.standings, left, isGone, purchaseId: purchase.id }
  return refundedVouchers(vouchers, { ...by, refundId, now, timeZone })
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
