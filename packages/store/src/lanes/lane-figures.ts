import { Refusal } from '@artel/ledger'
import type { Posted } from '../command/command.ts'
import { DeadlineExceeded, Overloaded } from '../command/errors.ts'

/** How a command was answered. A replay is the first answer again, be it a post or a refusal. */
export type CommandOutcome = 'posted' | 'replayed' | 'refused' | 'overloaded' | 'late' | 'failed'

/** What the write path of a process has done since it was opened. Says nothing of whose commands they were. */
export interface LaneFigures {
  /** Commands that were answered, by how. */
  readonly answered: Record<CommandOutcome, number>
  /** Decisions made again because another process had changed what they stood on. */
  stale: number
  /** Batches sent again because a key or a receipt was raced. */
  races: number
  /** Batches sent again command by command, so that the one at fault fails alone. */
  singles: number
}

/** One batch that went through the database. */
export interface BatchReport {
  /** Commands in it. */
  readonly size: number
  /** What its customers were loaded in. */
  readonly loadMs: number
  /** What it was recorded in; undefined when nothing of it was new. */
  readonly recordMs: number | undefined
}

/** Figures of a write path that has done nothing yet. */
export const startLaneFigures = (): LaneFigures => ({
  answered: { posted: 0, replayed: 0, refused: 0, overloaded: 0, late: 0, failed: 0 },
  stale: 0,
  races: 0,
  singles: 0,
})

/** How an answer counts. */
export const outcomeOf = (posted: Posted): CommandOutcome => (posted.replayed ? 'replayed' : 'posted')

/** How an error counts. */
export function outcomeOfError(error: unknown): CommandOutcome {
  if (error instanceof Refusal) return error.replayed ? 'replayed' : 'refused'
  if (error instanceof DeadlineExceeded) return 'late'
  return error instanceof Overloaded ? 'overloaded' : 'failed'
}
