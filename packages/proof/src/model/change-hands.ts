import { takeSpendable, termsBinding } from './bill.ts'
import { activationOf, endOfDays, expiryOf } from './calendar.ts'
import type { Asked, Facts, KeyedCommand } from './command.ts'
import { bookDebtMoved, bookGiven, bookMoved } from './money.ts'
import { balanceSays, refuseClosed, refuseInactive } from './standing.ts'
import { known, type ModelLot, type ModelTerms, type Point, Refused, type World } from './world.ts'

type Says = Readonly<Record<string, string>>
type AskedKeyed<Verb extends KeyedCommand['verb']> = KeyedCommand & { readonly verb: Verb }

/** Gives promo points: point by point to whichever payer is furthest behind its share. */
export function promote(world: World, asked: AskedKeyed<'promoAward'>, facts: Facts): Says {
  refuseClosed(world, asked.customerId)
  for (const { memberId } of asked.payers) refuseInactive(world, memberId)
  const { coalitionId } = world.agreed
  const isOfFund = asked.payers.length === 0
  if (isOfFund) refuseBeyondFund(world, asked.points, facts.now)
  const parts = isOfFund ? [{ memberId: coalitionId, points: asked.points }] : partsOf(asked)
  for (const { memberId, points } of parts) {
    if (points === 0n) continue
    const binding = termsBinding(world, memberId, facts.now)
    const terms = isOfFund ? { ...binding, deposit: binding.reservePrice } : binding
    const active = activationOf(terms, facts.now)
    const expiresAt =
      asked.expiresInDays === null ? expiryOf(terms, facts.now) : endOfDays(active, asked.expiresInDays)
    const id = facts.lots?.find((lot) => lot.issuerId === memberId)?.id ?? '?'
    newLot(world, { id, customerId: asked.customerId, issuerId: memberId, terms, points, expiresAt, facts })
  }
  return {
    points: `${asked.points}`,
    parts: parts.flatMap(({ memberId, points }) => (points > 0n ? `${memberId} ${points}` : [])).join(),
    balanceAfter: balanceSays(world, asked.customerId),
  }
}

/** The promo fund pays the whole worth of each point and its fee at once, as long as it can. */
function refuseBeyondFund(world: World, points: bigint, now: number): void {
  const { coalitionId } = world.agreed
  const { reservePrice, issueFee } = termsBinding(world, coalitionId, now)
  const fund = -(world.balances.get(`MONEY PROMO_FUND ${coalitionId}`) ?? 0n)
  const needed = points * (reservePrice + issueFee)
  if (needed > fund) throw new Refused('PROMO_FUND_SHORT', { fund: `${fund}`, needed: `${needed}` })
}

/** Whole shares first; what is left over goes to the largest fractions, and of equal ones to the smaller ids. */
function partsOf({ points, payers }: AskedKeyed<'promoAward'>) {
  const whole = payers.reduce((sum, { share }) => sum + BigInt(share), 0n)
  const parts = payers.map(({ memberId, share }) => ({
    memberId,
    points: (points * BigInt(share)) / whole,
    rest: (points * BigInt(share)) % whole,
  }))
  let left = points - parts.reduce((sum, part) => sum + part.points, 0n)
  const lucky = parts.toSorted(
    (a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : 0) || (a.memberId < b.memberId ? -1 : 1),
  )
  for (const part of lucky) {
    if (left === 0n) break
    part.points += 1n
    left -= 1n
  }
  return parts
}

/** Gives a member's points, or takes such points back that have not run out, the next to run out first. */
export function adjust(world: World, asked: AskedKeyed<'adjustmentPropose'>, facts: Facts): Says {
  const { customerId, memberId, points } = asked
  const { now } = facts
  refuseClosed(world, customerId)
  if (points > 0n) {
    refuseInactive(world, memberId)
    const terms = termsBinding(world, memberId, now)
    const expiresAt = expiryOf(terms, now)
    newLot(world, { id: facts.lotId, customerId, issuerId: memberId, terms, points, expiresAt, facts })
  } else {
    const mine = world.lots
      .filter((lot) => lot.customerId === customerId && lot.issuerId === memberId && now < lot.expiresAt)
      .sort((a, b) => a.expiresAt - b.expiresAt || a.issuedAt - b.issuedAt || (a.id < b.id ? -1 : 1))
      .flatMap((lot) => lot.points.filter(({ place }) => place === 'FREE'))
    if (-points > BigInt(mine.length))
      throw new Refused('INSUFFICIENT_POINTS', { available: `${mine.length}`, requested: `${-points}` })
    for (const point of mine.slice(0, Number(-points))) {
      point.place = 'GONE'
      bookGiven(world, point.lot, -1n)
    }
  }
  return { points: `${points}`, status: 'POSTED', balanceAfter: balanceSays(world, customerId) }
}

/** Gives spendable points to another of the household. */
export function transfer(world: World, asked: AskedKeyed<'pointsTransfer'>, facts: Facts): Says {
  const { customerId, toId, points } = asked
  refuseClosed(world, customerId)
  refuseClosed(world, toId)
  const household = world.households.get(customerId)
  if (household === undefined || household !== world.households.get(toId))
    throw new Refused('NOT_SAME_HOUSEHOLD', {})
  move(world, { given: takeSpendable(world, customerId, points, facts.now), toId }, facts)
  world.lastActive.set(customerId, facts.now)
  return {
    points: `${points}`,
    balanceAfter: balanceSays(world, customerId),
    receiverBalanceAfter: balanceSays(world, toId),
  }
}

/** One customer becomes another: points, debts, and the household where the survivor has none. */
export function merge(world: World, asked: AskedKeyed<'customerMerge'>, facts: Facts): Says {
  const { customerId, intoId } = asked
  refuseClosed(world, customerId)
  refuseClosed(world, intoId)
  const open = [...world.holds.values()].filter(
    (hold) => hold.customerId === customerId && hold.status === 'OPEN',
  )
  const held = open.reduce((sum, hold) => sum + hold.points.length, 0)
  if (open.length > 0)
    throw new Refused('CUSTOMER_HAS_OPEN_HOLDS', { openHolds: `${open.length}`, held: `${held}` })
  const moved = moveAll(world, { fromId: customerId, toId: intoId }, facts)
  for (const [earlier, into] of world.merged) if (into === customerId) world.merged.set(earlier, intoId)
  world.merged.set(customerId, intoId)
  const came = (id: string) => known(world.enrolledAt.get(id), 'enrolment')
  world.enrolledAt.set(intoId, Math.min(came(intoId), came(customerId)))
  const household = world.households.get(customerId)
  world.households.delete(customerId)
  if (household !== undefined && !world.households.has(intoId)) world.households.set(intoId, household)
  return { points: `${moved.length}`, balanceAfter: balanceSays(world, intoId) }
}

/** Puts a customer into the household of another, who begins one if need be. */
export function joinHousehold(world: World, asked: Asked<'householdJoin'>): Says {
  refuseClosed(world, asked.customerId)
  refuseClosed(world, asked.withId)
  const household = world.households.get(asked.withId) ?? `begun by ${asked.withId} with ${asked.customerId}`
  world.households.set(asked.withId, household)
  world.households.set(asked.customerId, household)
  return {}
}

/** Moves every point that is left, and what is owed. Returns the points as the receiver has them. */
export function moveAll(world: World, way: { fromId: string; toId: string }, facts: Facts): Point[] {
  const given = world.lots
    .filter((lot) => lot.customerId === way.fromId)
    .flatMap((lot) => lot.points.filter(({ place }) => place === 'FREE'))
  const moved = move(world, { given, toId: way.toId, isSamePerson: true }, facts)
  for (const debt of [...world.debts])
    if (debt.customerId === way.fromId && debt.left > 0n) {
      bookDebtMoved(world, debt, way.toId)
      world.debts.push({ ...debt, customerId: way.toId, amount: debt.left })
      debt.left = 0n
    }
  return moved
}

/**
 * Each lot's points become a lot of the receiver that is like it in everything but its owner, who has been heard of now:
 * what comes to somebody silent would be gone at once.
 */
function move(
  world: World,
  gift: { readonly given: readonly Point[]; readonly toId: string; readonly isSamePerson?: boolean },
  facts: Facts,
): Point[] {
  const moved: Point[] = []
  world.lastActive.set(gift.toId, facts.now)
  const unnamed = [...(facts.lots ?? [])]
  for (const source of new Set(gift.given.map(({ lot }) => lot))) {
    const mine = gift.given.filter(({ lot }) => lot === source)
    const at = unnamed.findIndex(
      (fact) =>
        fact.issuerId === source.issuerId &&
        fact.termsId === source.terms.id &&
        fact.issuedAt === source.issuedAt &&
        fact.activatesAt === source.activatesAt &&
        fact.expiresAt === source.expiresAt &&
        fact.amount === BigInt(mine.length),
    )
    const [fact] = at < 0 ? [] : unnamed.splice(at, 1)
    const mirror: ModelLot = { ...source, id: fact?.id ?? '?', customerId: gift.toId, points: [] }
    world.lots.push(mirror)
    for (const point of mine) {
      point.place = 'GONE'
      const mirrored: Point = { lot: mirror, sale: gift.isSamePerson ? point.sale : null, place: 'FREE' }
      mirror.points.push(mirrored)
      moved.push(mirrored)
      bookMoved(world, source, gift.toId)
    }
  }
  return moved
}

function newLot(
  world: World,
  made: {
    readonly id: string
    readonly customerId: string
    readonly issuerId: string
    readonly terms: ModelTerms
    readonly points: bigint
    readonly expiresAt: number
    readonly facts: Facts
  },
): void {
  const { id, customerId, issuerId, terms, expiresAt, facts } = made
  const activatesAt = activationOf(terms, facts.now)
  const lot: ModelLot = {
    id,
    customerId,
    issuerId,
    terms,
    issuedAt: facts.now,
    activatesAt,
    expiresAt,
    points: [],
  }
  world.lots.push(lot)
  for (let index = 0n; index < made.points; index += 1n) {
    lot.points.push({ lot, sale: null, place: 'FREE' })
    bookGiven(world, lot, 1n)
  }
}
