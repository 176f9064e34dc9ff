import type pg from 'pg'
import { newId } from '../new-id.ts'
import { encodeBatch } from './encode-batch.ts'
import type { Step } from './fold-batch.ts'

/** What `post_entries` answered to a step; see its migration. */
export type Verdict = 'P' | 'K' | 'S' | 'A' | 'R'

const ARGUMENT_COUNT = 67
const RECORD_BATCH = `select post_entries(${Array.from({ length: ARGUMENT_COUNT }, (_, at) => `$${at + 1}`).join(',')}) as r`

/** Records decided steps in one statement, which is one transaction. Returns a verdict a step, in their order. */
export async function recordBatch(
  pool: pg.Pool,
  coalitionId: string,
  now: Date,
  steps: readonly Step[],
): Promise<Verdict[]> {
  const { rows } = await pool.query<{ r: string }>({
    name: 'artel_post_entries',
    text: RECORD_BATCH,
    values: encodeBatch(coalitionId, now, steps, newId),
  })
  const verdicts = [...(rows[0]?.r ?? '')] as Verdict[]
  if (verdicts.length !== steps.length)
    throw new Error(`post_entries answered ${verdicts.length} of ${steps.length} steps`)
  return verdicts
}
