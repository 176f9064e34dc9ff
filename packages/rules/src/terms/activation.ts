import type { Terms } from './terms.ts'

/** When points given at `now` become spendable. */
export function activationOf(terms: Pick<Terms, 'activationDelaySeconds'>, now: Date): Date {
  return new Date(now.getTime() + terms.activationDelaySeconds * 1_000)
}
