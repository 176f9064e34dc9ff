import type { Command, Posted } from '../post/command.ts'

/** A command in a lane and whoever waits for its answer. */
export interface Waiting {
  readonly command: Command
  /** Equal for commands with the same key. */
  readonly keyName: string
  readonly requestHash: string
  readonly signal: AbortSignal | undefined
  /** Somebody answered already, the deadline for one: it is not sent (again). */
  answered: boolean
  /** Times that it was decided on a stale state. */
  retries: number
  /** Commands of the same batch with the same key: answered from this one's outcome. */
  twins: Waiting[]
  succeed(posted: Posted): void
  fail(error: unknown): void
}

/** Drops what nobody waits for any more, and attaches repeats of a key to their first. */
export function formBatch(taken: readonly Waiting[]): Waiting[] {
  const leaders = new Map<string, Waiting>()
  for (const waiting of taken) {
    waiting.twins = []
    if (waiting.answered) continue
    if (waiting.signal?.aborted) {
      waiting.fail(waiting.signal.reason)
      continue
    }
    const leader = leaders.get(waiting.keyName)
    if (leader) leader.twins.push(waiting)
    else leaders.set(waiting.keyName, waiting)
  }
  return [...leaders.values()]
}
