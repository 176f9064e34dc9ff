import { type Micros, micros } from '@artel/ledger'
import {
  BusinessError,
  type BusinessErrorOptions,
  bigintDetail,
  type Details,
  textDetail,
} from './business-error.ts'

/** CREDIT_LIMIT_REACHED: the member owes all that the terms let it owe, so it gives no more points. */
export class CreditLimitReachedError extends BusinessError {
  static readonly code = 'CREDIT_LIMIT_REACHED'
  /** Its position, micros: positive when it owes. */
  readonly owedMicros: Micros
  /** What the sale's points would have added. */
  readonly addsMicros: Micros
  /** Its limit now: 0 while a payment is missed, where the terms say so. */
  readonly limitMicros: Micros

  constructor(
    facts: { owedMicros: Micros; addsMicros: Micros; limitMicros: Micros },
    options: BusinessErrorOptions = {},
  ) {
    super(
      CreditLimitReachedError.code,
      'The member owes as much as the terms allow and gives no more points until it pays. Spending points is not affected.',
      {
        owedMicros: String(facts.owedMicros),
        addsMicros: String(facts.addsMicros),
        limitMicros: String(facts.limitMicros),
      },
      options,
    )
    this.owedMicros = facts.owedMicros
    this.addsMicros = facts.addsMicros
    this.limitMicros = facts.limitMicros
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): CreditLimitReachedError {
    const read = (name: string) => micros(bigintDetail(details, name))
    return new CreditLimitReachedError(
      { owedMicros: read('owedMicros'), addsMicros: read('addsMicros'), limitMicros: read('limitMicros') },
      options,
    )
  }
}

/** SALE_NEEDS_APPROVAL: the sale passes the credit limit, and by the terms the coalition decides on it. */
export class SaleNeedsApprovalError extends BusinessError {
  static readonly code = 'SALE_NEEDS_APPROVAL'
  readonly receiptRef: string

  constructor(receiptRef: string, options: BusinessErrorOptions = {}) {
    super(
      SaleNeedsApprovalError.code,
      'The sale passes the credit limit, and the coalition was asked to approve it. Once it has, send the sale again with a new key.',
      { receiptRef },
      options,
    )
    this.receiptRef = receiptRef
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): SaleNeedsApprovalError {
    return new SaleNeedsApprovalError(textDetail(details, 'receiptRef'), options)
  }
}

/** SALE_TOO_LATE: the sale is handed in after the days agreed. Dates are local to the coalition, ISO 8601. */
export class SaleTooLateError extends BusinessError {
  static readonly code = 'SALE_TOO_LATE'
  readonly soldOn: string
  /** Last day on which it would have been accepted. */
  readonly lastDay: string

  constructor(facts: { soldOn: string; lastDay: string }, options: BusinessErrorOptions = {}) {
    super(
      SaleTooLateError.code,
      `The sale of ${facts.soldOn} was to be handed in by ${facts.lastDay}. Ask the coalition to approve it, then send it again with a new key.`,
      { soldOn: facts.soldOn, lastDay: facts.lastDay },
      options,
    )
    this.soldOn = facts.soldOn
    this.lastDay = facts.lastDay
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): SaleTooLateError {
    const facts = { soldOn: textDetail(details, 'soldOn'), lastDay: textDetail(details, 'lastDay') }
    return new SaleTooLateError(facts, options)
  }
}
