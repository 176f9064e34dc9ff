import { OLD_ATTEMPTS, OLD_LINKS, OLD_SESSIONS } from '../staff/sweep-people.ts'
import type { Store } from '../store.ts'

/**
 * The coalition in whose name the deployment's people are swept, its first, when there is something to sweep: people belong to
 * no coalition, and due work is put in by coalition.
 */
export async function coalitionToSweepPeople({ pool }: Pick<Store, 'pool'>): Promise<string[]> {
  const { rows } = await pool.query<{ coalition_id: string }>({
    name: 'artel_coalition_to_sweep_people',
    text: `select coalition_id from (select coalition_id from coalition order by coalition_id limit 1) c
      where exists (select from sign_in_delay where ${OLD_ATTEMPTS})
        or exists (select from staff_link where ${OLD_LINKS})
        or exists (select from staff_session where ${OLD_SESSIONS})`,
  })
  return rows.map((row) => row.coalition_id)
}
