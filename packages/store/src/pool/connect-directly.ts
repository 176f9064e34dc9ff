import pg from 'pg'
import { PoolerInBetween } from './pooler-in-between.ts'

const PROTOCOL_VIOLATION = '08P01'

/**
 * A connection of a session of its own, for session locks: a pooler would give it to others between two transactions. It is
 * told by a startup option, which a pooler refuses or drops.
 * @throws PoolerInBetween; PostgreSQL's own error when it cannot be reached
 */
export async function connectDirectly(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c artel.direct=on' })
  try {
    await client.connect()
    const { rows } = await client.query<{ direct: string | null }>(
      `select current_setting('artel.direct', true) as direct`,
    )
    if (rows[0]?.direct !== 'on') throw new PoolerInBetween('drops startup options')
    return client
  } catch (error) {
    await client.end()
    throw asPooler(error)
  }
}

/** A startup option that is refused, told from other failures. */
export function asPooler(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== PROTOCOL_VIOLATION) return error
  return new PoolerInBetween(`is refused (${error.message})`, error)
}
