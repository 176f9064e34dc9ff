import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/** A table that nobody can come to until it is let go. */
export interface HeldTable {
  /** Resolves when somebody stands before the table and waits. Throws after 30 s. */
  waitedFor(): Promise<void>
  letGo(): Promise<void>
}

const LOOK_EVERY_MS = 5
const GIVE_UP_MS = 600_000

/** Holds a table against writers, or readers too, as the superuser: who is about to come to it stops there, in mid-transaction. */
export async function holdTable(
  databaseUrl: string,
  table: string,
  against: 'WRITERS' | 'READERS' = 'WRITERS',
): Promise<HeldTable> {
  const mode = against === 'WRITERS' ? 'share' : 'access exclusive'
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`begin; lock table ${pg.escapeIdentifier(table)} in ${mode} mode`)
  return {
    async waitedFor() {
      const giveUpAt = performance.now() + GIVE_UP_MS
      for (;;) {
        const { rows } = await client.query(
          'select from pg_locks where not granted and relation = $1::regclass',
          [table],
        )
        if (rows.length > 0) return
        if (performance.now() > giveUpAt) throw new Error(`Nobody came to write to ${table}`)
        await delay(LOOK_EVERY_MS)
      }
    },
    async letGo() {
      await client.query('rollback')
      await client.end()
    },
  }
}
