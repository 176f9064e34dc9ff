import { type Micros, micros } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** What a coalition's promo fund holds; below 0 when disputes took out of it what had been given away. */
export async function promoFundBalance(store: Pick<Store, 'pool'>, coalitionId: string): Promise<Micros> {
  const { rows } = await store.pool.query<{ fund: string }>(
    withLongTimeout({
      name: 'artel_promo_fund',
      text: 'select promo_fund($1)::text as fund',
      values: [coalitionId],
    }),
  )
  return micros(BigInt(rows[0]?.fund ?? '0'))
}
