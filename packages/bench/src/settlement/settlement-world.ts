import { micros, points } from '@artel/ledger'
import { post, type Store } from '@artel/store'
import { aCoalition } from '@artel/use-cases/testing'
import { saleCommand } from '../sale-command.ts'
import { showProgress } from '../show-progress.ts'
import { addCustomers, type BenchWorld, givenUnder } from '../world.ts'

/** A coalition whose first window is full of entries, and who may settle it. */
export interface SettlementWorld {
  readonly coalitionId: string
  readonly memberIds: readonly string[]
  /** Who proposes the plan. */
  readonly personId: string
  readonly entries: number
}

const MEMBERS = ['service', 'wash', 'parts'] as const
const ENTRIES_A_CUSTOMER = 20
const POSTS_AT_ONCE = 1_000
const LONGEST_WAIT_MS = 120_000
/** Every third sale of a customer pays in points, and is two entries. */
const VISITS_A_REDEMPTION = 3
const BILL_MINOR = 10_000n
const SPENT = 3n

/**
 * Opens a coalition of three members and posts sales in turn at each of them through the store, `entries` entries in
 * all. Customers spend at one member what another gave.
 */
export async function openSettlementWorld(
  store: Store,
  { entries, title }: { entries: number; title: string },
): Promise<SettlementWorld> {
  let plan = aCoalition({ terms: { deposit: micros(450_000n) } })
  for (const handle of MEMBERS) plan = plan.withMember(handle)
  const town = await plan.open(store)
  const { id: memberId } = town.member(MEMBERS[0])
  const enrolledBy = { coalitionId: town.id, memberId }
  const customerIds = await addCustomers(store, enrolledBy, Math.ceil(entries / ENTRIES_A_CUSTOMER))
  const worldOf = (handle: string): BenchWorld => {
    const { id: memberId, apiKey } = town.member(handle)
    return { coalitionId: town.id, memberId, apiKey, terms: givenUnder(town.terms), customerIds }
  }
  const worlds = [worldOf(MEMBERS[0]), worldOf(MEMBERS[1]), worldOf(MEMBERS[2])] as const
  const progress = showProgress(title, entries)
  let sold = 0
  for (let posted = 0; posted < entries; ) {
    const posts = []
    for (; posts.length < POSTS_AT_ONCE && posted < entries; sold += 1) {
      const { world, customerId, spends } = saleOf(sold, worlds)
      const command = saleCommand(world, {
        customerId,
        totalMinor: BILL_MINOR,
        spent: points(spends ? SPENT : 0n),
      })
      posts.push(post(store, town.id, command, { deadlineMs: LONGEST_WAIT_MS }))
      posted += spends ? 2 : 1
    }
    await Promise.all(posts)
    progress(Math.min(posted, entries))
  }
  const personId = town.treasurer.personId ?? ''
  return { coalitionId: town.id, memberIds: worlds.map((world) => world.memberId), personId, entries }
}

/** Customers come one after another, each time to the next member; every third time they pay in points, never the first two. */
function saleOf(sold: number, worlds: readonly [BenchWorld, ...BenchWorld[]]) {
  const [{ customerIds }] = worlds
  const customer = sold % customerIds.length
  const visit = Math.floor(sold / customerIds.length)
  return {
    world: worlds[(customer + visit) % worlds.length] ?? worlds[0],
    customerId: customerIds[customer] ?? '',
    spends: visit >= 2 && (customer + 2 * visit) % VISITS_A_REDEMPTION === 0,
  }
}
