import type { Minor } from '@artel/ledger'
import type { MemberHandle } from './demo-members.ts'

/** A line of a planned bill. */
export interface PlannedLine {
  readonly ref: string
  readonly title: string
  readonly total: Minor
  readonly category: string
  readonly sku?: string
}

/** A bill that is paid at once. */
export interface PlannedSale {
  readonly member: MemberHandle
  readonly phone: string
  readonly receiptRef: string
  readonly lines: readonly PlannedLine[]
  readonly total: Minor
  readonly occurredAt: Date
  /** A code that the customer names. */
  readonly code?: string
  /** Per cent of the most that points may pay here; 0 = none are offered. */
  readonly spendPercent: number
}

/** Points put aside when a car is left for repair. */
export interface PlannedDropOff {
  readonly member: MemberHandle
  readonly phone: string
  readonly orderRef: string
  readonly estimate: Minor
  readonly occurredAt: Date
  readonly spendPercent: number
}

/** What becomes of a drop-off: the final bill, or the customer changed their mind. */
export interface PlannedFinish {
  readonly orderRef: string
  readonly how: 'capture' | 'void'
  readonly sale: PlannedSale
}

/** Money given back for an earlier sale: all, an amount, or one line. */
export interface PlannedRefund {
  readonly member: MemberHandle
  readonly receiptRef: string
  readonly occurredAt: Date
  readonly part: { readonly amount: Minor } | { readonly lineRef: string } | 'whole'
  readonly reason: string
}

/** All that happens on one day, as far as it does not depend on anybody's balance. */
export interface PlannedDay {
  readonly sales: PlannedSale[]
  readonly dropOffs: PlannedDropOff[]
  readonly finishes: PlannedFinish[]
  readonly refunds: PlannedRefund[]
}
