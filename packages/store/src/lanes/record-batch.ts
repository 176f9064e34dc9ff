import { addAuditEvent } from '../audit/add-audit-event.ts'
import { newId } from '../new-id.ts'
import { encodeBatch } from './encode-batch.ts'
import type { Step } from './fold-batch.ts'
import type { Querier } from './load-batch.ts'
import { POST_ENTRIES } from './post-entries-arguments.ts'
import { closeMerged, mergeOf } from './record-merge.ts'

/** What `post_entries` answered to a step: a letter of the legend, `prisma/functions/post_entries.md`. */
export type Verdict = 'P' | 'K' | 'S' | 'A' | 'R'

/** A verdict a step, in their order, and the instant at which each was posted. */
export interface RecordedBatch {
  readonly verdicts: readonly Verdict[]
  /** Of the step at a 0-based place; to the millisecond. */
  readonly postedAt: (place: number) => Date
  readonly batchNo: bigint
  /** Row hash of the purchase, refund or hold that each step made; 0 of any other. */
  readonly documentRowHashes: readonly number[]
}

const MICROS_A_MILLISECOND = 1_000

/**
 * Records decided steps in one statement. Those of a command on two customers (`atomic`), or with an event for the audit log,
 * must come alone and within a transaction: they take more statements.
 */
export async function recordBatch(
  querier: Querier,
  coalitionId: string,
  batch: { readonly now: Date; readonly atomic: boolean; readonly steps: readonly Step[] },
): Promise<RecordedBatch> {
  const { values, documentRowHashes } = encodeBatch(coalitionId, batch, newId)
  const statement = { name: 'artel_post_entries', text: POST_ENTRIES, values }
  const { rows } = await querier.query<{ r: string }>(statement)
  const [letters = '', beginsMicros = '0', batchNo = '0'] = (rows[0]?.r ?? '').split(' ')
  const verdicts = [...letters] as Verdict[]
  if (verdicts.length !== batch.steps.length)
    throw new Error(`post_entries answered ${verdicts.length} of ${batch.steps.length} steps`)
  const merge = batch.atomic ? mergeOf(coalitionId, batch.steps) : undefined
  const isPosted = verdicts.every((verdict) => verdict === 'P')
  if (merge && isPosted) await closeMerged(querier, merge)
  const [first] = batch.steps
  // Last: the end of the log is locked until the commit. What is refused is told by whoever asked.
  if (first?.command.audit && first.outcome.kind === 'group' && isPosted)
    await addAuditEvent(querier, first.command.audit)
  const begins = Number(beginsMicros)
  return {
    verdicts,
    batchNo: BigInt(batchNo),
    documentRowHashes,
    // Steps are a microsecond apart, counted from 1.
    postedAt: (place) => new Date(Math.floor((begins + place + 1) / MICROS_A_MILLISECOND)),
  }
}
