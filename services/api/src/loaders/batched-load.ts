import DataLoader from 'dataloader'

/** A row of a coalition, by its coalition and its own id (raw UUIDs). */
export interface RowKey {
  readonly coalitionId: string
  readonly id: string
}

/** Reads one row with whatever else is asked for meanwhile; null when there is none. */
export type Load<Row> = (key: RowKey) => Promise<Row | null>

/** Most ids of one query. */
const MAX_BATCH = 500
/** Queries of one kind in flight; what is asked for meanwhile waits and leaves together. */
const MAX_IN_FLIGHT = 2

/**
 * Makes a batched read out of one that reads many ids of a coalition. Batches form only under load: an idle loader
 * sends at the end of the event loop's turn, a busy one when a query returns. A failed query fails its own keys.
 */
export function makeBatchedLoad<Row>(
  readMany: (coalitionId: string, ids: string[]) => Promise<ReadonlyMap<string, Row>>,
): Load<Row> {
  const waiting: (() => void)[] = []
  let inFlight = 0
  const loader = new DataLoader<RowKey, Row | null>(
    async (keys) => {
      inFlight += 1
      try {
        return await readKeys(keys, readMany)
      } finally {
        inFlight -= 1
        waiting.shift()?.()
      }
    },
    {
      cache: false,
      maxBatchSize: MAX_BATCH,
      batchScheduleFn: (send) => {
        if (inFlight < MAX_IN_FLIGHT) setImmediate(send)
        else waiting.push(send)
      },
    },
  )
  return (key) => loader.load(key)
}

/** Every table's key leads with the coalition, so a batch is one query a coalition. */
async function readKeys<Row>(
  keys: readonly RowKey[],
  readMany: (coalitionId: string, ids: string[]) => Promise<ReadonlyMap<string, Row>>,
): Promise<(Row | null | Error)[]> {
  const idsByCoalition = new Map<string, Set<string>>()
  for (const { coalitionId, id } of keys) {
    const ids = idsByCoalition.get(coalitionId)
    if (ids) ids.add(id)
    else idsByCoalition.set(coalitionId, new Set([id]))
  }
  const found = new Map<string, ReadonlyMap<string, Row> | Error>()
  await Promise.all(
    [...idsByCoalition].map(async ([coalitionId, ids]) => {
      const rows = await readMany(coalitionId, [...ids]).catch(asError)
      found.set(coalitionId, rows)
    }),
  )
  return keys.map(({ coalitionId, id }) => {
    const rows = found.get(coalitionId)
    return rows instanceof Error ? rows : (rows?.get(id) ?? null)
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('A read failed', { cause: error })
}
