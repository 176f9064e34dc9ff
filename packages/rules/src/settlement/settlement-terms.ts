import { InvalidInputError, type Micros, type Minor, minor } from '@artel/ledger'
import { validateSchedule, type WindowSchedule } from './window-schedule.ts'

/** What the members agree on settling with each other. Part of the terms of a coalition. */
export interface SettlementTerms {
  /** Most that a member may owe before it gives no more points, micros; null: without limit. */
  readonly creditLimit: Micros | null
  /** What becomes of a sale whose points would pass the limit. Spending points is never refused for it. */
  readonly creditPolicy: 'REFUSE' | 'PENDING_APPROVAL'
  /** A payment missed drops the member's limit to zero until it is made. */
  readonly missedPaymentStopsCredit: boolean
  /** Whole local days after its own that a sale may be handed in without the coalition's approval. */
  readonly lateDays: number
  /** Nets below this are carried forward, minor units. */
  readonly minPayout: Minor
  readonly schedule: WindowSchedule
  /** Whole local days after the statement's own to dispute it. */
  readonly disputeDays: number
  /** Calendar days from the cut-off to the payment, then on to the next business day. */
  readonly paymentDays: number
  /** Plans that move more need two approvals, minor units; null: one always does. */
  readonly secondApproverAbove: Minor | null
}

/** What holds where the terms say nothing: terms from before settlement was part of them. */
export const DEFAULT_SETTLEMENT_TERMS: SettlementTerms = {
  creditLimit: null,
  creditPolicy: 'REFUSE',
  missedPaymentStopsCredit: false,
  lateDays: 30,
  minPayout: minor(0n),
  schedule: { kind: 'MONTHLY' },
  disputeDays: 5,
  paymentDays: 10,
  secondApproverAbove: null,
}

/** Large enough for any town, and keeps sums of a few thousand members inside the ledger's range. */
const MAX_MONEY_MINOR = 100_000_000_000n
const MAX_CREDIT_MICROS = 1_000_000_000_000_000n
const MAX_LATE_DAYS = 366
const MAX_DISPUTE_DAYS = 90
const MAX_PAYMENT_DAYS = 180

/** Throws a InvalidInputError that names the first field that cannot be agreed on. */
export function validateSettlementTerms(terms: SettlementTerms): void {
  const { creditLimit, secondApproverAbove } = terms
  if (creditLimit !== null) inRange('creditLimit', creditLimit, MAX_CREDIT_MICROS)
  inRange('minPayout', terms.minPayout, MAX_MONEY_MINOR)
  if (secondApproverAbove !== null) inRange('secondApproverAbove', secondApproverAbove, MAX_MONEY_MINOR)
  whole('lateDays', terms.lateDays, MAX_LATE_DAYS)
  whole('disputeDays', terms.disputeDays, MAX_DISPUTE_DAYS)
  whole('paymentDays', terms.paymentDays, MAX_PAYMENT_DAYS)
  validateSchedule(terms.schedule)
}

function inRange(path: string, value: bigint, high: bigint): void {
  if (value < 0n || value > high)
    throw new InvalidInputError({ path: [path], problem: `Must be from 0 to ${high}.` })
}

function whole(path: string, value: number, high: number): void {
  if (!Number.isInteger(value) || value < 0 || value > high)
    throw new InvalidInputError({ path: [path], problem: `Must be a whole number from 0 to ${high}.` })
}
