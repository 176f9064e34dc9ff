import { points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createHold, recordPurchase } from '@artel/use-cases'
import { aCoalition, aHold, aSale, type BuiltCoalition } from '@artel/use-cases/testing'

const YEAR_AND_A_BIT_SECONDS = 367 * 86_400

/** A town of so many customers, each with 50 points of which every other holds 20. */
export async function aCrowdedTown(store: Store, customers: number): Promise<BuiltCoalition> {
  const planned = aCoalition().withMember('shop')
  const town = await namesOf(customers)
    .reduce((plan, name) => plan.withCustomer(name), planned)
    .open(store)
  await visit(town, customers)
  return town
}

/** Each customer buys once, and every other then holds 20 points. */
export async function visit(town: BuiltCoalition, customers: number): Promise<void> {
  const { context } = town.member('shop')
  const names = namesOf(customers)
  for (let at = 0; at < names.length; at += CROWD) {
    const crowd = names.slice(at, at + CROWD).map((name) => town.customer(name))
    await Promise.all(crowd.map((customer) => recordPurchase(context, aSale(customer))))
    const holders = crowd.filter((_, place) => place % 2 === 0)
    await Promise.all(
      holders.map((customer) => createHold(context, aHold(customer, { points: points(20n) }))),
    )
  }
}

/** Fewer than a coalition's queue takes. */
const CROWD = 1_000

const namesOf = (customers: number) => Array.from({ length: customers }, (_, at) => `Customer ${at}`)

/** Moves the town's clock by a year, by which everything is due, and does none of it. */
export async function passAYear(town: BuiltCoalition): Promise<void> {
  await town.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: { increment: YEAR_AND_A_BIT_SECONDS } },
  })
}

/** What is still to be done in a town, and what was done how often. */
export interface DueWorkCount {
  readonly openHolds: number
  readonly openLots: number
  readonly holdExpiries: number
  readonly lotExpiries: number
  /** Points that expiries took. */
  readonly expired: bigint
  readonly announced: number
}

/** Counts the work of a town, for tests to compare. */
export async function countDueWork(store: Store, coalitionId: string): Promise<DueWorkCount> {
  const { rows } = await store.pool.query<Record<keyof DueWorkCount, string>>(
    `select (select count(*) from hold where coalition_id = $1 and status = 'OPEN') as "openHolds",
      (select count(*) from lot where coalition_id = $1 and open) as "openLots",
      (select count(*) from entry where coalition_id = $1 and kind = 'HOLD_EXPIRE') as "holdExpiries",
      (select count(*) from entry where coalition_id = $1 and kind = 'EXPIRE') as "lotExpiries",
      (select coalesce(-sum(points_delta), 0) from entry where coalition_id = $1 and kind = 'EXPIRE') as expired,
      (select count(*) from outbox where coalition_id = $1 and kind in ('points.expired', 'hold.expired'))
        as announced`,
    [coalitionId],
  )
  const [row] = rows
  const number = (name: keyof DueWorkCount) => Number(row?.[name])
  return {
    openHolds: number('openHolds'),
    openLots: number('openLots'),
    holdExpiries: number('holdExpiries'),
    lotExpiries: number('lotExpiries'),
    expired: BigInt(row?.expired ?? 0),
    announced: number('announced'),
  }
}
