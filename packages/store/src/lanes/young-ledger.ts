import type pg from 'pg'

/** Rows enough for statistics to tell one coalition's table from one row of it. */
const FIRST_COMMANDS = 200

/** Told how many commands were recorded; asks once for statistics when a fresh database has its first rows. */
export type YoungLedger = (recorded: number) => Promise<void>

/**
 * A fresh database has no statistics, and plans made without them read whole coalitions: see the migration
 * `statistics_of_a_young_ledger`. A failure is a warning: autovacuum does the same a little later.
 */
export function watchYoungLedger(pool: pg.Pool): YoungLedger {
  let recorded = 0
  let asked = false
  return async (more) => {
    recorded += more
    if (asked || recorded < FIRST_COMMANDS) return
    asked = true
    try {
      await pool.query('select analyze_young_ledger()')
    } catch (error) {
      process.emitWarning(`The ledger's statistics could not be refreshed: ${String(error)}`)
    }
  }
}
