import { type Minor, minor } from '@artel/ledger'
import type pg from 'pg'

/** The smallest payment of each affiliate of a coalition, minor units. */
export async function affiliatePayouts(
  client: Pick<pg.ClientBase | pg.Pool, 'query'>,
  coalitionId: string,
): Promise<ReadonlyMap<string, Minor>> {
  const { rows } = await client.query<{ id: string; least: string }>(
    'select affiliate_id as id, min_payout_minor::text as least from affiliate where coalition_id = $1',
    [coalitionId],
  )
  return new Map(rows.map(({ id, least }) => [id, minor(BigInt(least))]))
}
