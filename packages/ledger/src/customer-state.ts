import type { Claim } from './claim.ts'
import type { Debt } from './entry.ts'
import type { Hold } from './hold.ts'
import type { Lot } from './lot.ts'
import type { Points } from './points.ts'
import type { PurchaseState } from './purchase-state.ts'

/** All that a decision about one customer's points may look at. */
export interface CustomerState {
  readonly customerId: string
  /** Bumped by every entry group; a group decided on a stale sequence is decided again. */
  readonly sequence: bigint
  readonly posted: Points
  readonly reserved: Points
  /** Open lots (remaining > 0), plus any closed lot that a named purchase or hold refers to. */
  readonly lots: readonly Lot[]
  /** Holds that are OPEN, plus any that the command names. */
  readonly holds: readonly Hold[]
  /** Debts with something left to recover, oldest first. */
  readonly debts: readonly Debt[]
  /** Claims with something left, oldest first, on the lots of the purchases and holds that the command names. */
  readonly claims: readonly Claim[]
  /** The purchases that the command names, each of this customer. */
  readonly purchases: readonly PurchaseState[]
}
