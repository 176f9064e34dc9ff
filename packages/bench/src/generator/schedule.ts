import type { Phase } from './job.ts'

/** When requests are due, whether or not the ones before are answered. Times are milliseconds from the start. */
export interface Schedule {
  /**
   * When the next request that is due at `nowMs` was meant to start; undefined when none is. Requests that were due
   * longer ago than callers wait for a connection are passed over and told to `dropped`.
   */
  take(nowMs: number): number | undefined
  /** When the next request is due, which may be past; undefined when the plan is over. */
  nextDueMs(): number | undefined
}

/** Lays out the phases one after another, each at its own even rate. `dropped` is told when each was due. */
export function makeSchedule(
  phases: readonly Phase[],
  { patienceMs, dropped }: { patienceMs: number; dropped: (dueMs: number) => void },
): Schedule {
  let phase = 0
  let phaseStartMs = 0
  let takenOfPhase = 0

  function nextDueMs(): number | undefined {
    for (;;) {
      const current = phases[phase]
      if (!current) return undefined
      const dueMs = phaseStartMs + (takenOfPhase * 1_000) / current.ratePerSecond
      const phaseEndMs = phaseStartMs + current.seconds * 1_000
      if (dueMs < phaseEndMs) return dueMs
      phase += 1
      phaseStartMs = phaseEndMs
      takenOfPhase = 0
    }
  }

  function take(nowMs: number): number | undefined {
    for (;;) {
      const dueMs = nextDueMs()
      if (dueMs === undefined || dueMs > nowMs) return undefined
      takenOfPhase += 1
      if (nowMs - dueMs <= patienceMs) return dueMs
      dropped(dueMs)
    }
  }

  return { take, nextDueMs }
}
