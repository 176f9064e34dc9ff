import { type Micros, micros } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'
import { uuidArray } from '../wire/binary-array.ts'
import { accountTotals } from './account-totals.ts'

/** What affiliates are owed, below 0 where one owes, in one query for many; by affiliate id. */
export async function payableSums(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  affiliateIds: readonly string[],
): Promise<ReadonlyMap<string, Micros>> {
  const { rows } = await store.pool.query<{ id: string; owed: string }>(
    withLongTimeout({
      name: 'artel_payable_sums',
      text: `with ${accountTotals('$2', "array['PAYABLE']")}
        select owner_id as id, (credit - debit)::text as owed from totals`,
      values: [coalitionId, uuidArray(affiliateIds, (id) => id)],
    }),
  )
  return new Map(rows.map(({ id, owed }) => [id, micros(BigInt(owed))]))
}
