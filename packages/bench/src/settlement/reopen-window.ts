import { asSuperuser } from '@artel/store/testing'

/** All that settling a window writes, but what the books say. */
const WRITTEN = [
  'plan_approval',
  'plan',
  'statement_response',
  'statement',
  'settlement_command',
  'settlement_refusal',
  'settlement_window',
]

/**
 * Makes a database forget that its first window was ever closed, so that the same window can be settled in the next
 * round. Only for a database of a benchmark's own: past every guard.
 */
export async function reopenWindow(databaseUrl: string): Promise<void> {
  await asSuperuser(
    databaseUrl,
    `set session_replication_role = replica;
    ${WRITTEN.map((table) => `delete from ${table};`).join('\n')}
    update chain_head set open_window_no = 1;`,
  )
}
