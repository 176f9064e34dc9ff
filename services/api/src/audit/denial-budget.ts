import type { Denial } from '@artel/use-cases'

/** Events of denials that a process writes at most within a minute, for the callers who share a budget. */
export const PER_MINUTE = 30
/** Of those so many at most of one caller: who floods loses the detail of what they did, and takes none from the others. */
export const PER_CALLER_MINUTE = 10
export const PER_CALLER_DAY = 500
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

/** Whose a denial is: of all that is told in one place, and of who was denied there; null for those who have not said who they are. */
export interface Budgets {
  readonly budget: string
  readonly caller: string | null
}

/** The caller's own share of a budget. One person's keys and sessions are one caller. */
export function callerOf({ principal }: Pick<Denial, 'principal'>): string | null {
  if (principal.kind === 'customer') return `customer ${principal.customerId}`
  if (principal.kind === 'till') return `till ${principal.tillId}`
  return 'keyId' in principal
    ? `actor ${principal.coalitionId} ${principal.personId ?? principal.keyId}`
    : null
}

/** What was written lately, by the key of the denial and for whom: how much more may be. Instants are `performance.now()`. */
export class DenialBudget {
  readonly #written = new Map<string, Budgets & { readonly until: number; readonly rows: number }>()
  readonly #days = new Map<string, { readonly until: number; rows: number }>()

  /** Whether another denial, so many of its budget and of its caller being noted already, may be told by itself. */
  allows(
    { budget, caller }: Budgets,
    waiting: { readonly ofBudget: number; readonly ofCaller: number },
  ): boolean {
    if ((this.#days.get(budget)?.rows ?? 0) + waiting.ofBudget >= PER_DAY) return false
    if (caller !== null && (this.#days.get(caller)?.rows ?? 0) + waiting.ofCaller >= PER_CALLER_DAY)
      return false
    let [ofBudget, ofCaller] = [waiting.ofBudget, waiting.ofCaller]
    for (const written of this.#written.values()) {
      if (written.budget === budget) ofBudget += written.rows
      if (written.caller === caller) ofCaller += written.rows
    }
    return ofBudget < PER_MINUTE && (caller === null || ofCaller < PER_CALLER_MINUTE)
  }

  /** Whether the same was written so lately that it goes on being counted. */
  isCounting(key: string): boolean {
    return this.#written.has(key)
  }

  /** Counts events that were written; one denial may be told in several logs. */
  wrote(key: string, { budget, caller, rows, now }: Budgets & { rows: number; now: number }): void {
    const ofBudget = this.#countDay(budget, rows, now)
    const ofCaller = caller === null ? 0 : this.#countDay(caller, rows, now)
    const isFlood = ofBudget >= PER_DAY || ofCaller >= PER_CALLER_DAY
    this.#written.set(key, { until: now + (isFlood ? HOUR_MS : MINUTE_MS), budget, caller, rows })
  }

  #countDay(name: string, rows: number, now: number): number {
    const day = this.#days.get(name) ?? { until: now + DAY_MS, rows: 0 }
    day.rows += rows
    this.#days.set(name, day)
    return day.rows
  }

  /** Forgets what is over. */
  forget(now: number): void {
    for (const [key, { until }] of this.#written) if (until <= now) this.#written.delete(key)
    for (const [key, { until }] of this.#days) if (until <= now) this.#days.delete(key)
  }
}
