import type { JsonValue } from '@artel/ledger'
import { BusinessError, type BusinessErrorOptions, type Details, textDetail } from './business-error.ts'

/** WINDOW_STEP_OUT_OF_ORDER: the window's status is not the one that the step begins from. */
export class WindowStepOutOfOrderError extends BusinessError {
  static readonly code = 'WINDOW_STEP_OUT_OF_ORDER'
  readonly status: string
  readonly expected: string

  constructor(
    facts: { readonly status: string; readonly step: string; readonly expected: string },
    options = {},
  ) {
    super(
      WindowStepOutOfOrderError.code,
      `The window is ${facts.status}; ${facts.step} follows ${facts.expected}. Take the steps before it first.`,
      { ...facts },
      options,
    )
    this.status = facts.status
    this.expected = facts.expected
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): WindowStepOutOfOrderError {
    const [status, step] = [textDetail(details, 'status'), textDetail(details, 'step')]
    return new WindowStepOutOfOrderError({ status, step, expected: textDetail(details, 'expected') }, options)
  }
}

/** WINDOW_STEP_NOT_READY: the step is next, and something is still missing; `missing` names all of it. */
export class WindowStepNotReadyError extends BusinessError {
  static readonly code = 'WINDOW_STEP_NOT_READY'
  override readonly retryable = true
  /** Each with its `kind`: CUT_OFF, STATEMENT, ANSWER, RESOLUTION, PLAN, APPROVALS or PAYMENT. */
  readonly missing: readonly JsonValue[]

  constructor(
    facts: { readonly step: string; readonly missing: readonly JsonValue[] },
    options: BusinessErrorOptions = {},
  ) {
    super(
      WindowStepNotReadyError.code,
      `${facts.step} still waits for ${kindsOf(facts.missing).join(', ')}. See what is missing, and repeat.`,
      { step: facts.step, missing: facts.missing },
      options,
    )
    this.missing = facts.missing
  }

  /** What is missing, each kind once. */
  get missingKinds(): readonly string[] {
    return kindsOf(this.missing)
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): WindowStepNotReadyError {
    const { missing } = details
    return new WindowStepNotReadyError(
      { step: textDetail(details, 'step'), missing: Array.isArray(missing) ? missing : [] },
      options,
    )
  }
}

const kindsOf = (missing: readonly JsonValue[]): string[] => [
  ...new Set(
    missing.map((item) =>
      typeof item === 'object' && item !== null && 'kind' in item ? String(item.kind) : 'something',
    ),
  ),
]

/** EARLIER_WINDOW_PENDING: windows are stated and planned in their order, and an earlier one is not there yet. */
export class EarlierWindowPendingError extends BusinessError {
  static readonly code = 'EARLIER_WINDOW_PENDING'
  readonly windowNo: number

  constructor(
    facts: { readonly windowNo: number; readonly status: string },
    options: BusinessErrorOptions = {},
  ) {
    super(
      EarlierWindowPendingError.code,
      `Window ${facts.windowNo} comes first and is ${facts.status}. Take its steps first.`,
      { windowNo: String(facts.windowNo), status: facts.status },
      options,
    )
    this.windowNo = facts.windowNo
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): EarlierWindowPendingError {
    return new EarlierWindowPendingError(
      { windowNo: Number(textDetail(details, 'windowNo')), status: textDetail(details, 'status') },
      options,
    )
  }
}

/** DISPUTE_TOO_LATE: the statement was accepted, or the days to dispute it are over. */
export class DisputeTooLateError extends BusinessError {
  static readonly code = 'DISPUTE_TOO_LATE'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      DisputeTooLateError.code,
      'The statement is accepted, by word or by silence. Ask the coalition for an adjustment in the open window.',
      {},
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): DisputeTooLateError {
    return new DisputeTooLateError(options)
  }
}

/** DISPUTE_RESOLVED_ALREADY: somebody decided on the dispute before. */
export class DisputeResolvedAlreadyError extends BusinessError {
  static readonly code = 'DISPUTE_RESOLVED_ALREADY'
  readonly outcome: string

  constructor(outcome: string, options: BusinessErrorOptions = {}) {
    super(
      DisputeResolvedAlreadyError.code,
      `The dispute is ${outcome} already. What was decided stands; adjust in the open window if it was wrong.`,
      { outcome },
      options,
    )
    this.outcome = outcome
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): DisputeResolvedAlreadyError {
    return new DisputeResolvedAlreadyError(textDetail(details, 'outcome'), options)
  }
}

/** PLAN_CHANGED: what was approved is not what the plan is now. Hashes are hex. */
export class PlanChangedError extends BusinessError {
  static readonly code = 'PLAN_CHANGED'
  readonly approvedHash: string
  readonly planHash: string

  constructor(
    facts: { readonly approvedHash: string; readonly planHash: string },
    options: BusinessErrorOptions = {},
  ) {
    super(
      PlanChangedError.code,
      'The plan has changed since it was read: a payment, a dispute or a newer proposal. Propose and read it again.',
      { ...facts },
      options,
    )
    this.approvedHash = facts.approvedHash
    this.planHash = facts.planHash
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): PlanChangedError {
    const [approvedHash, planHash] = [textDetail(details, 'approvedHash'), textDetail(details, 'planHash')]
    return new PlanChangedError({ approvedHash, planHash }, options)
  }
}

/** PLAN_APPROVER_IS_PROPOSER: who proposed a plan does not approve it. */
export class PlanApproverIsProposerError extends BusinessError {
  static readonly code = 'PLAN_APPROVER_IS_PROPOSER'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      PlanApproverIsProposerError.code,
      'Whoever proposed a plan cannot approve it. Have another person approve it with a key of their own.',
      {},
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): PlanApproverIsProposerError {
    return new PlanApproverIsProposerError(options)
  }
}

/** PLAN_APPROVED_ALREADY: the second approval is another person's. */
export class PlanApprovedAlreadyError extends BusinessError {
  static readonly code = 'PLAN_APPROVED_ALREADY'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      PlanApprovedAlreadyError.code,
      'The plan has your approval. Above the limit it needs that of one person more.',
      {},
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): PlanApprovedAlreadyError {
    return new PlanApprovedAlreadyError(options)
  }
}

/** PAYMENT_LEG_CLOSED: the payment was given up as a receivable; a later plan asks for it. */
export class PaymentLegClosedError extends BusinessError {
  static readonly code = 'PAYMENT_LEG_CLOSED'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      PaymentLegClosedError.code,
      'The missed payment is a receivable by now, and a later plan asks for it. Record the money against that plan.',
      {},
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): PaymentLegClosedError {
    return new PaymentLegClosedError(options)
  }
}

/** BANK_FILE_UNREADABLE: the file is none of the known formats, or broken; `problem` says where. */
export class BankFileUnreadableError extends BusinessError {
  static readonly code = 'BANK_FILE_UNREADABLE'

  constructor(problem: string, options: BusinessErrorOptions = {}) {
    super(
      BankFileUnreadableError.code,
      `The bank's statement cannot be read: ${problem}`,
      { problem },
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): BankFileUnreadableError {
    return new BankFileUnreadableError(textDetail(details, 'problem'), options)
  }
}

/** BANK_DETAILS_MISSING: a document or an order needs what is not known of a party yet; `fields` names it. */
export class BankDetailsMissingError extends BusinessError {
  static readonly code = 'BANK_DETAILS_MISSING'
  readonly ownerId: string
  readonly fields: readonly string[]

  constructor(
    facts: { readonly ownerId: string; readonly fields: readonly string[] },
    options: BusinessErrorOptions = {},
  ) {
    super(
      BankDetailsMissingError.code,
      `A party's bank details lack or do not fit: ${facts.fields.join(', ')}. Set them with bankDetailsSet.`,
      { ownerId: facts.ownerId, fields: facts.fields },
      options,
    )
    this.ownerId = facts.ownerId
    this.fields = facts.fields
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): BankDetailsMissingError {
    const { fields } = details
    return new BankDetailsMissingError(
      { ownerId: textDetail(details, 'ownerId'), fields: Array.isArray(fields) ? fields.map(String) : [] },
      options,
    )
  }
}
