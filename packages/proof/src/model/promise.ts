import { refuseAboveCap, takeSpendable, termsBinding } from './bill.ts'
import { comeBack } from './come-back.ts'
import type { Facts, KeyedCommand } from './command.ts'
import { refuseClosed, refuseInactive } from './standing.ts'
import { known, type ModelHold, Refused, type World } from './world.ts'

const MIN_TTL_SECONDS = 60

/** Promises points to a member until the time-out. */
export function promise(
  world: World,
  wish: KeyedCommand & { readonly verb: 'holdCreate' },
  facts: Facts,
): Readonly<Record<string, string>> {
  const { memberId, customerId, points } = wish
  refuseInactive(world, memberId)
  const terms = termsBinding(world, memberId, facts.now)
  refuseClosed(world, customerId)
  if (wish.tokenCap !== null && points > wish.tokenCap)
    throw new Refused('TOKEN_CAP_EXCEEDED', { maxPoints: `${wish.tokenCap}` })
  refuseAboveCap(terms, wish.billMinor, points)
  const ttlSeconds = wish.ttlSeconds ?? terms.holdTtlSeconds
  if (ttlSeconds < MIN_TTL_SECONDS || ttlSeconds > terms.holdTtlSeconds)
    throw new Refused('INVALID_INPUT', { path: ['ttlSeconds'] })
  const held = takeSpendable(world, customerId, points, facts.now)
  for (const point of held) point.place = 'HELD'
  const expiresAt = facts.now + ttlSeconds * 1_000
  world.holds.set(facts.id, {
    ...{ id: facts.id, customerId, memberId, terms, expiresAt },
    ...{ points: held, status: 'OPEN' },
  })
  return holdSays(world, facts.id)
}

/** What is said of a hold; a replay says it as it is by then. */
export function holdSays(world: World, holdId: string): Readonly<Record<string, string>> {
  const hold = known(world.holds.get(holdId), `hold ${holdId}`)
  return {
    holdId,
    points: `${hold.points.length}`,
    expiresAt: `${hold.expiresAt}`,
    status: hold.status,
  }
}

/** The hold, which must be the member's; another's is not found, whatever else may be wrong. */
export function ownHold(
  world: World,
  asked: { readonly holdId: string; readonly memberId: string },
): ModelHold {
  const hold = world.holds.get(asked.holdId)
  if (hold?.memberId !== asked.memberId) throw new Refused('NOT_FOUND', { what: 'hold' }, { recorded: false })
  return hold
}

/** The hold, which must be the member's and neither ended nor out of time. */
export function openHoldAt(
  world: World,
  asked: { readonly holdId: string; readonly memberId: string },
  now: number,
): ModelHold {
  const hold = ownHold(world, asked)
  if (hold.status !== 'OPEN') throw new Refused('HOLD_NOT_OPEN', { status: hold.status })
  if (hold.expiresAt <= now) throw new Refused('HOLD_NOT_OPEN', { status: 'EXPIRED' })
  return hold
}

/** Ends the hold and lets its points go, but for the first ones that a capture spends. */
export function endHold(
  world: World,
  hold: ModelHold,
  end: { readonly status: 'CAPTURED' | 'VOIDED' | 'EXPIRED'; readonly spent?: bigint },
): void {
  hold.status = end.status
  comeBack(world, hold.points.slice(Number(end.spent ?? 0n)))
}
