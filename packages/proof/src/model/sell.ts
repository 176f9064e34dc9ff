import { capOf, earnedBy, refuseAboveCap, takeSpendable, termsBinding } from './bill.ts'
import { activationOf, endOfDays, expiryOf, moscowDate } from './calendar.ts'
import type { Facts, KeyedCommand } from './command.ts'
import { bookGiven, bookIntercepted, bookSpent } from './money.ts'
import { endHold, openHoldAt, ownHold } from './promise.ts'
import { refuseClosed, refuseInactive } from './standing.ts'
import { known, type ModelLot, type ModelTerms, type Point, pointsIn, Refused, type World } from './world.ts'

type Says = Readonly<Record<string, string>>
type Sale = KeyedCommand & { readonly verb: 'purchaseRecord' }
type Capture = KeyedCommand & { readonly verb: 'holdCapture' }

export function sell(world: World, sale: Sale, facts: Facts): Says {
  refuseInactive(world, sale.memberId)
  const terms = termsBinding(world, sale.memberId, facts.now)
  refuseClosed(world, sale.customerId)
  refuseUsedReceipt(world, sale)
  refuseWrongTime(world, sale, facts)
  refuseAboveCap(terms, sale.totalMinor, sale.points)
  const spent = takeSpendable(world, sale.customerId, sale.points, facts.now)
  return complete(world, sale, { terms, faceValueMinor: terms.faceValueMinor, spent, facts })
}

export function capture(world: World, command: Capture, facts: Facts): Says {
  ownHold(world, command)
  refuseInactive(world, command.memberId)
  const terms = termsBinding(world, command.memberId, facts.now)
  const hold = openHoldAt(world, command, facts.now)
  const held = BigInt(hold.points.length)
  const cap = capOf(hold.terms, command.totalMinor)
  const points = command.points ?? (held < cap ? held : cap)
  if (points > held) throw new Refused('CAPTURE_EXCEEDS_HOLD', { held: `${held}`, requested: `${points}` })
  refuseUsedReceipt(world, command)
  refuseWrongTime(world, { ...command, customerId: hold.customerId }, facts)
  refuseAboveCap(hold.terms, command.totalMinor, points)
  endHold(world, hold, { status: 'CAPTURED', spent: points })
  const spent = hold.points.slice(0, Number(points))
  const sale = { ...command, customerId: hold.customerId, points }
  const { faceValueMinor } = hold.terms
  return { ...complete(world, sale, { terms, faceValueMinor, spent, facts }), holdStatus: hold.status }
}

/** What terms say that do not say otherwise. */
const LATE_DAYS = 30

/**
 * A sale may be handed in for so many days after the one it was made on, not before it is made, and none of a day before
 * its customer came. The members were there before every customer.
 */
function refuseWrongTime(
  world: World,
  { occurredAt, customerId }: { readonly occurredAt: number | null; readonly customerId: string },
  { now }: Facts,
): void {
  if (occurredAt === null) return
  if (occurredAt > now + 60_000) throw new Refused('INVALID_INPUT', { path: ['occurredAt'] })
  const joinedOn = moscowDate(known(world.enrolledAt.get(customerId), 'enrolment'))
  const soldOn = moscowDate(occurredAt)
  if (soldOn < joinedOn) throw new Refused('SALE_BEFORE_JOINING', { soldOn, who: 'CUSTOMER', joinedOn })
  const lastDay = moscowDate(occurredAt, LATE_DAYS)
  if (moscowDate(now) > lastDay) throw new Refused('SALE_TOO_LATE', { soldOn, lastDay })
}

function refuseUsedReceipt(world: World, { memberId, receiptRef }: Sale | Capture): void {
  for (const purchase of world.purchases.values())
    if (purchase.memberId === memberId && purchase.receiptRef === receiptRef)
      throw new Refused('RECEIPT_ALREADY_USED', { purchaseId: purchase.id, receiptRef })
}

function complete(
  world: World,
  sale: Pick<
    Sale,
    'memberId' | 'customerId' | 'receiptRef' | 'totalMinor' | 'points' | 'lines' | 'occurredAt'
  >,
  at: {
    readonly terms: ModelTerms
    readonly faceValueMinor: bigint
    readonly spent: readonly Point[]
    readonly facts: Facts
  },
): Says {
  const { terms, faceValueMinor, spent, facts } = at
  for (const point of spent) {
    point.place = 'SPENT'
    bookSpent(world, point.lot, sale.memberId, 1n)
  }
  const earned = give(world, sale, {
    terms,
    count: earnedBy(world, { ...sale, terms, paidMinor: sale.points * faceValueMinor }),
    facts,
  })
  world.lastActive.set(sale.customerId, facts.now)
  world.purchases.set(facts.id, {
    id: facts.id,
    customerId: sale.customerId,
    memberId: sale.memberId,
    receiptRef: sale.receiptRef,
    terms,
    totalMinor: sale.totalMinor,
    redeemed: BigInt(spent.length),
    faceValueMinor,
    kept: [...spent],
    earned,
    lines: sale.lines.map((line) => ({ ...line, refundedMinor: 0n })),
    refundedMinor: 0n,
  })
  return {
    purchaseId: facts.id,
    pointsPartMinor: `${sale.points * faceValueMinor}`,
    pointsRedeemed: `${spent.length}`,
    pointsEarned: `${earned.length}`,
    balanceAfter: `${pointsIn(world, sale.customerId, ['FREE', 'HELD'])}`,
    ...(sale.occurredAt === null ? {} : { occurredAt: `${sale.occurredAt}` }),
  }
}

/** A new lot, of which old debts take theirs at once. */
function give(
  world: World,
  sale: Pick<Sale, 'memberId' | 'customerId' | 'occurredAt'>,
  given: { readonly terms: ModelTerms; readonly count: bigint; readonly facts: Facts },
): Point[] {
  const { terms, count, facts } = given
  if (count === 0n) return []
  const earnedAt = Math.min(sale.occurredAt ?? facts.now, facts.now)
  const expiresAt = expiryOf(terms, earnedAt)
  const isLate = moscowDate(earnedAt) < moscowDate(facts.now)
  const lot: ModelLot = {
    id: facts.lotId,
    customerId: sale.customerId,
    issuerId: sale.memberId,
    terms,
    issuedAt: facts.now,
    activatesAt: activationOf(terms, earnedAt),
    expiresAt: isLate ? Math.max(expiresAt, endOfDays(facts.now, terms.refundGraceDays)) : expiresAt,
    points: [],
  }
  world.lots.push(lot)
  for (let index = 0n; index < count; index += 1n) {
    lot.points.push({ lot, sale: facts.id, place: 'FREE' })
    bookGiven(world, lot, 1n)
  }
  const owed = world.debts.filter(({ customerId }) => customerId === sale.customerId)
  for (const debt of owed.toSorted((a, b) => a.incurredAt - b.incurredAt))
    for (const point of lot.points)
      if (point.place === 'FREE' && debt.left > 0n) {
        point.place = 'GONE'
        debt.left -= 1n
        bookIntercepted(world, lot, debt)
      }
  return lot.points
}
