import { rememberJob } from '../due-work/remember-job.ts'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** Accounts with fewer movements since their last roll-up are left alone: to add those up is as cheap as to look. */
const FROM_MOVEMENTS = 200
const ACCOUNT_LIMIT = 500

export interface RolledUpAccounts {
  /** Accounts whose sums were brought up to the last batch. */
  readonly accounts: number
  /** Whether more may be waiting. */
  readonly more: boolean
}

/**
 * Brings the roll-ups of a coalition's derived accounts up to its last batch, so that reading a position never adds up
 * more than the batches since. Safe to run at any time, by any number of processes and beside any load: it waits for
 * nobody, nobody waits for it, and a second run finds nothing to do. `fromMovements` (default 200) leaves accounts with
 * less to add up alone.
 */
export async function rollUpAccounts(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { fromMovements = FROM_MOVEMENTS }: { readonly fromMovements?: number } = {},
): Promise<RolledUpAccounts> {
  const { rows } = await store.pool.query<{ accounts: number }>(
    withLongTimeout({
      name: 'artel_roll_up_accounts',
      text: 'select roll_up_accounts($1, $2, $3) as accounts',
      values: [coalitionId, fromMovements, ACCOUNT_LIMIT],
    }),
  )
  const accounts = rows[0]?.accounts ?? 0
  const more = accounts === ACCOUNT_LIMIT
  if (!more) await rememberJob(store, coalitionId, 'roll-up')
  return { accounts, more }
}
