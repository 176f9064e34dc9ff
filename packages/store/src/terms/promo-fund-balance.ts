import { type Micros, micros } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** What a coalition's promo fund holds; below 0 when more was given out of it than went in. */
export async function promoFundBalance(store: Pick<Store, 'pool'>, coalitionId: string): Promise<Micros> {
  const { rows } = await store.pool.query<{ fund: string }>(
    withLongTimeout({
      name: 'artel_promo_fund',
      text: `select coalesce(sum(case when credit_kind = 'PROMO_FUND' then amount else 0 end
          - case when debit_kind = 'PROMO_FUND' then amount else 0 end), 0)::text as fund
        from transfer where coalition_id = $1 and 'PROMO_FUND' in (credit_kind, debit_kind)`,
      values: [coalitionId],
    }),
  )
  return micros(BigInt(rows[0]?.fund ?? '0'))
}
