import type { Denial } from '@artel/use-cases'

/** Events of denials that a process writes at most within a minute, for the callers who share a budget. */
export const PER_MINUTE = 30
/** The same within a day: beyond it a flood is counted by its codes alone, and written once an hour. */
export const PER_DAY = 2_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/**
 * Whose budget a denial is of. Those who have not said who they are share one, so that they take none from a coalition; its
 * customers are many and share another than its keys and people, and so do those who try to sign in as one.
 */
export function budgetOf({ principal, log }: Pick<Denial, 'principal' | 'log'>): string {
  if (log !== undefined) return `visitors ${log}`
  if (principal.kind === 'person') return `person ${principal.personId}`
  if (!('coalitionId' in principal)) return principal.kind
  return principal.kind === 'customer' ? `customers ${principal.coalitionId}` : principal.coalitionId
}

/** What was written lately, by the key of the denial and for whom: how much more may be. Instants are `performance.now()`. */
export class DenialBudget {
  readonly #written = new Map<
    string,
    { readonly until: number; readonly budget: string; readonly rows: number }
  >()
  readonly #days = new Map<string, { readonly until: number; rows: number }>()

  /** Whether another denial, `waiting` of the same budget being noted already, may be told by itself. */
  allows(budget: string, waiting: number): boolean {
    if ((this.#days.get(budget)?.rows ?? 0) + waiting >= PER_DAY) return false
    let rows = waiting
    for (const written of this.#written.values()) if (written.budget === budget) rows += written.rows
    return rows < PER_MINUTE
  }

  /** Whether the same was written so lately that it goes on being counted. */
  isCounting(key: string): boolean {
    return this.#written.has(key)
  }

  /** Counts events that were written; one denial may be told in several logs. */
  wrote(key: string, { budget, rows, now }: { budget: string; rows: number; now: number }): void {
    const day = this.#days.get(budget) ?? { until: now + DAY_MS, rows: 0 }
    day.rows += rows
    this.#days.set(budget, day)
    this.#written.set(key, { until: now + (day.rows < PER_DAY ? MINUTE_MS : HOUR_MS), budget, rows })
  }

  /** Forgets what is over. */
  forget(now: number): void {
    for (const [key, { until }] of this.#written) if (until <= now) this.#written.delete(key)
    for (const [key, { until }] of this.#days) if (until <= now) this.#days.delete(key)
  }
}
