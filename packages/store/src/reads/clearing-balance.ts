import { type Micros, micros } from '@artel/ledger'
import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'
import { accountTotals } from './account-totals.ts'

/**
 * What a member owes (above 0) or is owed, as the caller's own transaction sees it: after `postMoney` in it, nothing can
 * change it before the commit.
 */
export async function clearingBalance(
  client: pg.ClientBase,
  coalitionId: string,
  memberId: string,
): Promise<Micros> {
  const { rows } = await client.query<{ balance: string }>({
    name: 'artel_clearing_balance',
    text: `with ${accountTotals('$2', "array['CLEARING']")}
      select coalesce(sum(debit - credit), 0)::text as balance from totals`,
    values: [coalitionId, uuidArray([memberId], (id) => id)],
  })
  return micros(BigInt(rows[0]?.balance ?? '0'))
}
