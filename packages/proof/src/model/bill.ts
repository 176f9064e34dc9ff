import { known, type ModelTerms, type Point, Refused, spendable, type World } from './world.ts'

/** The newest version of the terms that has started and that everybody who is ACTIVE has accepted. */
export function termsBinding(world: World, memberId: string, now: number): ModelTerms {
  const binding = world.agreed.terms.filter(
    (terms) =>
      terms.startsAt <= now &&
      world.agreed.members.every(
        ({ id }) => (world.standings.get(id) ?? 'ACTIVE') !== 'ACTIVE' || terms.acceptedBy.has(id),
      ),
  )
  return known(binding.at(-1), `terms that bind ${memberId}`)
}

/** Most points that a bill may take. */
export const capOf = (terms: ModelTerms, totalMinor: bigint) =>
  (totalMinor * terms.maxPointsShareBps) / (10_000n * terms.faceValueMinor)

/** Refuses more points than the bill may take. */
export function refuseAboveCap(terms: ModelTerms, totalMinor: bigint, points: bigint): void {
  const maxPoints = capOf(terms, totalMinor)
  if (points > maxPoints)
    throw new Refused('POINTS_SHARE_EXCEEDED', { maxPoints: `${maxPoints}`, requested: `${points}` })
}

/** Refuses more points than there are to spend. */
export function takeSpendable(world: World, customerId: string, points: bigint, now: number): Point[] {
  const free = spendable(world, customerId, now)
  if (points > BigInt(free.length))
    throw new Refused('INSUFFICIENT_POINTS', { available: `${free.length}`, requested: `${points}` })
  return free.slice(0, Number(points))
}

/** What a bill earns at the member: the part paid in money alone, which is all but what points paid. */
export function earnedBy(
  world: World,
  bill: { memberId: string; totalMinor: bigint; paidMinor: bigint; terms: ModelTerms },
): bigint {
  const { faceValueMinor } = bill.terms
  const { earnRule } = known(
    world.agreed.members.find((member) => member.id === bill.memberId),
    'such member',
  )
  const money = bill.totalMinor - bill.paidMinor
  if (bill.totalMinor < earnRule.minTotalMinor || money <= 0n) return 0n
  if (earnRule.kind === 'FIXED') return earnRule.fixedPoints
  return (money * earnRule.percentBps) / (10_000n * faceValueMinor)
}
