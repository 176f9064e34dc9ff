import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/**
 * What everything of a piece is joined with is small and read once, so hashes it is, whatever a planner without
 * statistics of the newest rows thinks; workers would take longer to start than there is to do.
 */
const PLANNING = `begin read only; set local enable_nestloop = off; set local work_mem = '16MB';
  set local max_parallel_workers_per_gather = 0`

/** Reads a range of batches whole, row by row as arrays of texts. */
export async function readPiece<Row extends readonly (string | null)[]>(
  store: Pick<Store, 'pool'>,
  text: string,
  values: readonly string[],
): Promise<readonly Row[]> {
  const client = await store.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(PLANNING)
    // Not a named statement: a plan that is kept is one for any range, and reads the whole table for each.
    const { rows } = await client.query<string[]>({
      ...withLongTimeout({ text, values: [...values] }),
      rowMode: 'array',
    })
    return rows as unknown as readonly Row[]
  } finally {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    client.release(broken)
  }
}
