import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'

/** Batches after one, through another. */
export interface BatchRange {
  readonly after: bigint
  readonly through: bigint
}

/** Steps a piece: its rows stay within a few megabytes, here and in the database. */
const STEPS_A_PIECE = 4_000

const RANGES = `select min(batch_no)::text as first, max(batch_no)::text as last
  from (select batch_no, (sum(steps) over (order by batch_no) - 1) / ${STEPS_A_PIECE} as range
    from batch where coalition_id = $1 and batch_no > $2 and batch_no <= $3) x
  group by range order by range`

/** Cuts batches of a coalition into ranges of some thousand steps, first and last batch of each, in the order of the chain. */
export async function batchRanges(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { after, through }: BatchRange,
): Promise<readonly { readonly first: string; readonly last: string }[]> {
  await store.pool.query(
    withLongTimeout({ name: 'artel_summarise_batches', text: 'select summarise_batches()' }),
  )
  const { rows } = await store.pool.query<{ first: string; last: string }>(
    withLongTimeout({
      name: 'artel_batch_ranges',
      text: RANGES,
      values: [coalitionId, after.toString(), through.toString()],
    }),
  )
  return rows
}
