import { pilotGroup } from '../pilot/pilot-group.ts'
import type { RuleDefinition } from '../rule/rule.ts'
import type { Sha256 } from '../settlement/sha256.ts'

/** Whoever looks at offers, as a customer. */
export interface OfferViewer {
  readonly customerId: string
  /** The segments that the customer is in, by id. */
  readonly segments: ReadonlySet<string>
}

/**
 * Whether a rule is shown as an offer: to a customer where it may get something of it, to everybody else (null) where any customer
 * may. A rule that takes a code is shown to nobody, since its sentence says the code; nor is one that waits for an event, whose name
 * is between systems. A tier is something to reach, so rules for one are shown.
 */
export function isOffered(rule: RuleDefinition, viewer: OfferViewer | null, sha256: Sha256): boolean {
  const { pilot, when, if: wanted } = rule
  if (wanted.code !== undefined || when?.on === 'EVENT') return false
  if (wanted.segments && !wanted.segments.some(({ id }) => viewer?.segments.has(id))) return false
  // Who is held out must not read of it signed out either, so nobody does.
  return !pilot || (viewer !== null && pilotGroup(pilot, viewer.customerId, sha256) === 'TREATMENT')
}
