import { inTransaction } from '../settlement/in-transaction.ts'
import type { Store } from '../store.ts'

/** What somebody gives by hand on a day, and who pays so many points of it. */
export interface GivenByOne {
  readonly coalitionId: string
  readonly actorId: string
  /** ISO date. */
  readonly day: string
  readonly parts: readonly { readonly payerId: string; readonly points: bigint }[]
}

const TAKE = `insert into given_by_one as g (coalition_id, day, actor_id, payer_id, points)
  select $1, $2, $3, $4, $5 where $5::bigint <= $6::bigint
  on conflict (coalition_id, day, actor_id, payer_id) do update set points = g.points + excluded.points
    where g.points + excluded.points <= $6::bigint`

const GIVE_BACK = `update given_by_one set points = greatest(points - $5::bigint, 0)
  where coalition_id = $1 and day = $2 and actor_id = $3 and payer_id = $4`

/** Rows of earlier days go as new ones come. */
const FORGET = 'delete from given_by_one where coalition_id = $1 and day < $2::date - 7'

class BeyondLimit extends Error {}

/**
 * Counts what somebody gives, for all payers or for none: false where one of them would have paid more than the limit on the day. Of
 * many at once no more is counted than the limit.
 */
export async function countGivenByOne(
  store: Pick<Store, 'pool'>,
  { coalitionId, actorId, day, parts }: GivenByOne,
  limit: bigint,
): Promise<boolean> {
  try {
    await inTransaction(store, async (client) => {
      // In the order of payers, so that two that share payers do not wait for each other.
      for (const { payerId, points } of parts.toSorted((a, b) => (a.payerId < b.payerId ? -1 : 1))) {
        const values = [coalitionId, day, actorId, payerId, points.toString(), limit.toString()]
        const { rowCount } = await client.query(TAKE, values)
        if (rowCount === 0) throw new BeyondLimit()
      }
      await client.query(FORGET, [coalitionId, day])
    })
    return true
  } catch (error) {
    if (error instanceof BeyondLimit) return false
    throw error
  }
}

/** Takes back what was counted, for what came to nothing. */
export async function uncountGivenByOne(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, actorId, day, parts }: GivenByOne,
): Promise<void> {
  for (const { payerId, points } of parts)
    await pool.query(GIVE_BACK, [coalitionId, day, actorId, payerId, points.toString()])
}
