import type { Points } from './points.ts'
import { Refusal } from './refusal.ts'

/** The customer has fewer spendable points than asked. Amounts are decimal strings in `details`. */
export class InsufficientPointsError extends Refusal {
  readonly available: Points
  readonly requested: Points

  constructor(facts: { available: Points; requested: Points }) {
    super('INSUFFICIENT_POINTS', `${facts.requested} points asked, ${facts.available} available`, {
      available: facts.available.toString(),
      requested: facts.requested.toString(),
    })
    this.available = facts.available
    this.requested = facts.requested
  }
}
