import {
  ceilDivide,
  floorDivide,
  InvalidInputError,
  lesser,
  type Minor,
  minor,
  type Points,
  type PurchaseState,
  points,
  RefundExceedsPurchaseError,
} from '@artel/ledger'

/** What a refund asks for: an amount, or lines of the bill (a line without amount: all that is left of it). */
export type RefundRequest =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'AMOUNT'; readonly amount: Minor }
  | { readonly kind: 'LINES'; readonly lines: readonly { readonly ref: string; readonly amount?: Minor }[] }

/** The part of the bill to undo, and how much of it falls on each line asked for. */
export interface RefundAmount {
  readonly amount: Minor
  readonly amountByLine: ReadonlyMap<string, Minor>
}

/**
 * Settles how much a refund undoes. Throws RefundExceedsPurchaseError when a line or the bill has less left, or
 * nothing; InvalidInputError for an unknown or repeated line, or an amount that is not positive.
 */
export function refundAmount(purchase: PurchaseState, request: RefundRequest): RefundAmount {
  const refundable = minor(purchase.total - purchase.refundedTotal)
  const amountByLine = request.kind === 'LINES' ? amountsByLine(purchase, request.lines) : new Map()
  const amount =
    request.kind === 'ALL'
      ? refundable
      : request.kind === 'AMOUNT'
        ? request.amount
        : minor([...amountByLine.values()].reduce((sum, part) => sum + part, 0n))
  const hasFreeLine = [...amountByLine.values()].some((part) => part === 0n)
  if (request.kind !== 'ALL' && amount <= 0n && !hasFreeLine)
    throw new InvalidInputError({ path: ['amount'], problem: 'Must be positive.' })
  // A bill that rules brought to nothing can be undone once, for its points and for what its rules count; so can a line of one.
  const isFree = (request.kind === 'ALL' && purchase.total === 0n && !purchase.isRefunded) || hasFreeLine
  if (amount > refundable || (amount === 0n && !isFree))
    throw new RefundExceedsPurchaseError({ refundable, lineRef: null })
  return { amount, amountByLine }
}

function amountsByLine(
  purchase: PurchaseState,
  asked: readonly { readonly ref: string; readonly amount?: Minor }[],
): Map<string, Minor> {
  const amounts = new Map<string, Minor>()
  for (const [index, { ref, amount }] of asked.entries()) {
    const line = purchase.lines.find((candidate) => candidate.ref === ref)
    if (!line)
      throw new InvalidInputError({
        path: ['lines', String(index), 'ref'],
        problem: 'Is not a line of the purchase.',
      })
    if (amounts.has(ref))
      throw new InvalidInputError({ path: ['lines', String(index), 'ref'], problem: 'Is named twice.' })
    const left = minor(line.total - (purchase.refundedByLine.get(ref) ?? 0n))
    if (isFreeLine(purchase, line) && (amount ?? 0n) === 0n) {
      amounts.set(ref, left)
      continue
    }
    const part = amount ?? left
    if (amount !== undefined && amount <= 0n)
      throw new InvalidInputError({ path: ['lines', String(index), 'amount'], problem: 'Must be positive.' })
    if (part > left || left === 0n) throw new RefundExceedsPurchaseError({ refundable: left, lineRef: ref })
    amounts.set(ref, part)
  }
  return amounts
}

/** Whether rules took all of a line off, and no refund has named it yet: it goes back for nothing, once, with its discount. */
const isFreeLine = (
  { total, refundedByLine }: PurchaseState,
  line: PurchaseState['lines'][number],
): boolean => total > 0n && line.total === 0n && (line.discount ?? 0n) > 0n && !refundedByLine.has(line.ref)

/** What undoing a part of a bill does to its points and to its money. */
export interface RefundTargets {
  /** Spent points to give back now. */
  readonly toReturn: Points
  /** Earned points due back now; what earlier refunds did not find is not among them. */
  readonly toReverse: Points
  /** Money to give back now, minor units. */
  readonly moneyMinor: Minor
}

/**
 * Cumulative floors over the whole bill: after refunds of c of a bill of t, floor(points * c / t) are undone.
 * So any sequence of partial refunds ends exactly where one full refund does, and never undoes more than was
 * done. Points are worth the face value that they were taken at. Where rules gave, `pointsLeft` is what is left of the
 * earned points: `leftOfRules`.
 */
export function refundTargets(
  purchase: PurchaseState,
  refund: { readonly amount: Minor; readonly pointsLeft?: Points },
): RefundTargets {
  const still = points(purchase.pointsEarned - purchase.pointsDue)
  if (purchase.total === 0n) return { toReturn: points(0n), toReverse: still, moneyMinor: minor(0n) }
  const before = purchase.refundedTotal
  const after = minor(before + refund.amount)
  const share = (part: Points, cumulative: Minor) => floorDivide(part * cumulative, purchase.total)
  const left = refund.pointsLeft ?? points(purchase.pointsEarned - share(purchase.pointsEarned, after))
  return {
    toReturn: points(share(purchase.pointsRedeemed, after) - purchase.pointsReturned),
    toReverse: points(still - lesser(left, still)),
    moneyMinor: minor(moneyBack(purchase, after) - moneyBack(purchase, before)),
  }
}

/**
 * Money given back after refunds of `cumulative` in all: what the returned points do not cover. Near the next
 * point to be returned the money waits for it, else the refund that brings that point would have to take money
 * back. Never falls as `cumulative` rises, and ends at the whole money part.
 */
function moneyBack(purchase: PurchaseState, cumulative: Minor): bigint {
  const { pointsRedeemed, pointsPart, total } = purchase
  if (pointsRedeemed === 0n) return cumulative
  const faceValueMinor = floorDivide(pointsPart, pointsRedeemed)
  const returned = floorDivide(pointsRedeemed * cumulative, total)
  const rest = cumulative - returned * faceValueMinor
  if (returned === pointsRedeemed) return rest
  const nextPointAt = ceilDivide((returned + 1n) * total, pointsRedeemed)
  const restThen = nextPointAt - (returned + 1n) * faceValueMinor
  return lesser(rest, restThen)
}
