import type { Store } from '../store.ts'

/** How often the customer's account has moved; undefined for a customer that there is not. */
export async function accountSequence(
  store: Pick<Store, 'pool'>,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Promise<bigint | undefined> {
  const { rows } = await store.pool.query<{ sequence: string }>({
    name: 'artel_account_sequence',
    text: 'select sequence from customer_account where coalition_id = $1 and customer_id = $2',
    values: [coalitionId, customerId],
  })
  const [row] = rows
  return row && BigInt(row.sequence)
}
