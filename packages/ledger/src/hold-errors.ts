import type { HoldStatus } from './hold.ts'
import type { Points } from './points.ts'
import { Refusal } from './refusal.ts'

/** The hold was captured, voided, or has run out: `status` says which. */
export class HoldNotOpenError extends Refusal {
  readonly status: HoldStatus

  constructor(facts: { status: HoldStatus }) {
    super('HOLD_NOT_OPEN', `the hold is ${facts.status}`, { status: facts.status })
    this.status = facts.status
  }
}

/** A customer cannot be merged away while holds claim its points. `openHolds` is a count; numbers are strings in `details`. */
export class OpenHoldsError extends Refusal {
  readonly openHolds: bigint
  readonly held: Points

  constructor(facts: { openHolds: bigint; held: Points }) {
    super('CUSTOMER_HAS_OPEN_HOLDS', `${facts.openHolds} open holds claim ${facts.held} points`, {
      openHolds: facts.openHolds.toString(),
      held: facts.held.toString(),
    })
    this.openHolds = facts.openHolds
    this.held = facts.held
  }
}

/** A capture asks for more points than the hold keeps. Amounts are decimal strings in `details`. */
export class CaptureExceedsHoldError extends Refusal {
  readonly held: Points
  readonly requested: Points

  constructor(facts: { held: Points; requested: Points }) {
    super('CAPTURE_EXCEEDS_HOLD', `${facts.requested} points asked, ${facts.held} held`, {
      held: facts.held.toString(),
      requested: facts.requested.toString(),
    })
    this.held = facts.held
    this.requested = facts.requested
  }
}
