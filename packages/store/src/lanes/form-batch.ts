import type { Waiting } from './waiting.ts'

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
