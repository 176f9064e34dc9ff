import { points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createHold, recordPurchase } from '@artel/use-cases'
import { aCoalition, aHold, aSale, type BuiltCoalition } from '@artel/use-cases/testing'

const YEAR_AND_A_BIT_SECONDS = 367 * 86_400

/** A town of `customers`, each with 50 points of which every other holds 20. */
export async function aCrowdedTown(store: Store, customers: number): Promise<BuiltCoalition> {
  const names = Array.from({ length: customers }, (_, at) => `Customer ${at}`)
  const planned = aCoalition().withMember('shop')
  const town = await names.reduce((plan, name) => plan.withCustomer(name), planned).open(store)
  const { context } = town.member('shop')
  await Promise.all(names.map((name) => recordPurchase(context, aSale(town.customer(name)))))
  const holders = names.filter((_, at) => at % 2 === 0)
  await Promise.all(
    holders.map((name) => createHold(context, aHold(town.customer(name), { points: points(20n) }))),
  )
  return town
}

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
