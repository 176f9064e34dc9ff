import { openStore } from '@artel/store'
import { issueLots } from '../issue-lots.ts'
import type { PortJob, PortResult } from '../port/port-job.ts'
import type { Worker } from '../run-worker.ts'
import { openBenchWorld } from '../world.ts'
import { portRow } from './port-row.ts'
import type { Meter, Row } from './row.ts'

/** Open lots of each customer, of a point each. */
const LOTS = 5_000
/** Bills a round; a customer can spend all of it once. */
const CUSTOMERS_A_ROUND = 4
/** Large enough for all of the points to pay a part of it, and to earn nothing that is in the way. */
const BILL_MINOR = 1_000_000n

/** Bills that each spend 5 000 lots of one customer, one after another; for each, a customer who has not spent yet. */
export async function manyLotsRow(
  name: string,
  worker: Worker<PortJob, PortResult>,
  { meter, databaseUrl, rounds }: { meter: Meter; databaseUrl: string; rounds: number },
): Promise<Row> {
  const store = await openStore({ databaseUrl })
  const customers = CUSTOMERS_A_ROUND * (rounds + 1)
  const world = await openBenchWorld(store, customers)
  await issueLots(store, world, { sales: LOTS * customers, lotPoints: 1n, title: 'lots to spend at once' })
  await store.close()
  let done = 0
  const nextJob = (): PortJob => {
    const customerIds = world.customerIds.slice(done, done + CUSTOMERS_A_ROUND)
    done += CUSTOMERS_A_ROUND
    return { kind: 'spend', world, customerIds, totalMinor: BILL_MINOR, spent: BigInt(LOTS) }
  }
  return portRow(name, worker, { meter, warmUp: nextJob(), nextJob })
}
