import type { Store } from '../store.ts'

/** So long what has ended is kept: for the person who looks who was there, and to know where they come from. */
const SESSIONS_KEPT = '90 days'
const LINKS_KEPT = '30 days'
/** Longer than all the failures that are ever counted take to be forgotten, one an hour. */
const ATTEMPTS_KEPT = '2 days'

/** Conditions of what is past its retention, of sessions of staff and of customers alike. */
export const OLD_SESSIONS = `expires_at < now() - interval '${SESSIONS_KEPT}'`
export const OLD_LINKS = `expires_at < now() - interval '${LINKS_KEPT}'`
export const OLD_ATTEMPTS = `last_at < now() - interval '${ATTEMPTS_KEPT}' and allowed_at < now()`

/** Deletes failed attempts, links and sessions past their retention, at most `limit` of each; answers how many those were. */
export async function sweepPeople(
  { pool }: Pick<Store, 'pool'>,
  { limit }: { readonly limit: number },
): Promise<{ readonly swept: number; readonly more: boolean }> {
  const counts: number[] = []
  for (const [table, key, old] of [
    ['sign_in_delay', 'bucket', OLD_ATTEMPTS],
    ['staff_link', 'token_hash', OLD_LINKS],
    ['staff_session', 'staff_session_id', OLD_SESSIONS],
    ['customer_session', 'customer_session_id', OLD_SESSIONS],
  ] as const) {
    // Looked at once more when its turn comes: an attempt may have been counted meanwhile.
    const { rowCount } = await pool.query({
      name: `artel_sweep_${table}`,
      text: `delete from ${table}
        where ${key} in (select ${key} from ${table} where ${old} limit $1) and ${old}`,
      values: [limit],
    })
    counts.push(rowCount ?? 0)
  }
  const swept = counts.reduce((sum, one) => sum + one, 0)
  return { swept, more: counts.some((one) => one === limit) }
}
