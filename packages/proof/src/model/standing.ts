import { termsBinding } from './bill.ts'
import { known, type MemberStatus, pointsIn, Refused, type World } from './world.ts'

type Says = Readonly<Record<string, string>>

/** A member that is not ACTIVE gives and takes no points. */
export function refuseInactive(world: World, memberId: string): void {
  const status = world.standings.get(memberId)
  if (status !== undefined && status !== 'ACTIVE') throw new Refused('MEMBER_NOT_ACTIVE', { status })
}

/** A SUSPENDED member still captures what it holds; a CLOSED one does nothing. */
export function refuseClosedMember(world: World, memberId: string): void {
  const status = world.standings.get(memberId)
  if (status === 'CLOSED') throw new Refused('MEMBER_NOT_ACTIVE', { status })
}

/** Points are given by a member that is ACTIVE alone. */
export const mayGive = (world: World, memberId: string): boolean =>
  (world.standings.get(memberId) ?? 'ACTIVE') === 'ACTIVE'

/** A customer who became another one can do nothing more. */
export function refuseClosed(world: World, customerId: string): void {
  const mergedIntoId = world.merged.get(customerId)
  if (mergedIntoId !== undefined) throw new Refused('CUSTOMER_CLOSED', { mergedIntoId })
}

/**
 * Suspends or reinstates; what a member is already it may become again. Who was away comes back only to terms that it has
 * accepted: the others may have gone on to a version that it has not.
 */
export function changeStanding(
  world: World,
  memberId: string,
  { status, now }: { readonly status: 'ACTIVE' | 'SUSPENDED'; readonly now: number },
): Says {
  const before = world.standings.get(memberId)
  if (before === 'CLOSED') throw new Refused('MEMBER_NOT_ACTIVE', { status: before })
  if (status === 'ACTIVE' && before === 'SUSPENDED') {
    const { id: termsId, acceptedBy } = termsBinding(world, memberId, now)
    if (!acceptedBy.has(memberId)) throw new Refused('TERMS_NOT_ACCEPTED', { termsId })
  }
  world.standings.set(memberId, status)
  return { status }
}

/** Closes a member for good, once it has no obligation left. */
export function closeMember(world: World, memberId: string): Says {
  const status: MemberStatus = 'CLOSED'
  if (world.standings.get(memberId) === status) return { status }
  known(
    world.agreed.members.find(({ id }) => id === memberId),
    'such member',
  )
  const outstanding = world.lots
    .filter((lot) => lot.issuerId === memberId)
    .flatMap((lot) => lot.points)
    .filter(({ place }) => place === 'FREE' || place === 'HELD').length
  const clearing = world.balances.get(`MONEY CLEARING ${memberId}`) ?? 0n
  const holds = [...world.holds.values()].filter(
    (hold) => hold.memberId === memberId && hold.status === 'OPEN',
  ).length
  if (outstanding > 0 || clearing !== 0n || holds > 0)
    throw new Refused('MEMBER_HAS_OBLIGATIONS', {
      outstandingPoints: `${outstanding}`,
      clearingMicros: `${clearing}`,
      openHolds: `${holds}`,
    })
  world.standings.set(memberId, status)
  return { status }
}

/** What is said of a customer's balance. */
export const balanceSays = (world: World, customerId: string): string =>
  `${pointsIn(world, customerId, ['FREE', 'HELD'])}`
