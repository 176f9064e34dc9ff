import { encodePublicId } from '@artel/use-cases'
import { AdjustmentNotOpenError, AlreadyExistsError, ApproverIsProposerError, BankFileUnreadableError, type Refusal, CaptureExceedsHoldError, ClockNotMovableError, CustomerClosedError, CustomerHasOpenHoldsError, DisputeResolvedAlreadyError, DisputeTooLateError, EarlierWindowPendingError, HoldNotOpenError, IdempotencyKeyMismatchError, InsufficientPointsError, MemberHasObligationsError, MemberNotActiveError, NotFoundError, NotSameHouseholdError, PaymentLegClosedError, PlanApprovedAlreadyError, PlanApproverIsProposerError, PlanChangedError, PointsShareExceededError, ReceiptAlreadyUsedError, RefundExceedsPurchaseError, TokenCapExceededError, InvalidInputError, WindowStepNotReadyError, WindowStepOutOfOrderError } from '@artel/ledger'
import type { ApiContext } from '../../context.ts'
import { builder } from './builder.ts'
import { currencyOf, ExactMoney, Money } from './money.ts'
import { AdjustmentStatus, HoldStatus, MemberStatus } from './status.ts'

export const UserError = builder.interfaceRef<Refusal>('UserError').implement({
  description: 'A refusal of business: nothing was written, and the message says what to do.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable machine-readable code.' }),
    message: t.exposeString('message', { description: 'What happened and what to do, in English.' }),
    path: t.stringList({
      description:
        'Path of the input field at fault, for example ["input", "total"]; empty when no single field is.',
      resolve: ({ path }) => (path.length > 0 ? ['input', ...path] : []),
    }),
    docUrl: t.string({
      description: 'A page that explains the code.',
      resolve: ({ code }, _args, { errorDocsUrl }) => `${errorDocsUrl}#${code}`,
    }),
    retryable: t.exposeBoolean('retryable', {
      description: 'Whether the same request may succeed later without a change.',
    }),
  }),
})

builder.objectType(InvalidInputError, {
  name: 'ValidationError',
  description: 'INVALID_INPUT: a field of the input is against its rule; `path` leads to it.',
  interfaces: [UserError],
})

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'NOT_FOUND: there is no such thing, or the caller may not see it; the two look the same.',
  interfaces: [UserError],
})

builder.objectType(AlreadyExistsError, {
  name: 'AlreadyExistsError',
  description: 'ALREADY_EXISTS: a handle, phone, e-mail, reference or key id is taken.',
  interfaces: [UserError],
  fields: (t) => ({
    existingId: t.id({
      nullable: true,
      description: 'The existing object, where the caller may see it.',
      resolve: ({ what, existingId }) =>
        existingId === null || what === 'tokenKey' ? null : encodePublicId(what, existingId),
    }),
  }),
})

builder.objectType(MemberNotActiveError, {
  name: 'MemberNotActiveError',
  description: "MEMBER_NOT_ACTIVE: the member's status does not allow this.",
  interfaces: [UserError],
  fields: (t) => ({
    status: t.expose('status', { type: MemberStatus, description: 'Status of the member now.' }),
  }),
})

builder.objectType(MemberHasObligationsError, {
  name: 'MemberHasObligationsError',
  description: 'MEMBER_HAS_OBLIGATIONS: a member cannot close while it owes, is owed, or its points are out.',
  interfaces: [UserError],
  fields: (t) => ({
    outstandingPoints: t.expose('outstandingPoints', {
      type: 'Points',
      description: 'Points it issued that customers still hold.',
    }),
    clearing: t.field({
      type: ExactMoney,
      description: 'Its position: positive when it owes.',
      resolve: async ({ clearingMicros }, _args, context) => ({
        amountMicros: clearingMicros,
        currency: await callersCurrency(context),
      }),
    }),
  }),
})

builder.objectType(CustomerClosedError, {
  name: 'CustomerClosedError',
  description: 'CUSTOMER_CLOSED: the customer has left the coalition, or was merged into another one.',
  interfaces: [UserError],
  fields: (t) => ({
    mergedIntoId: t.id({
      nullable: true,
      description: 'The customer to use instead; null when this one has left.',
      resolve: ({ mergedIntoId }) =>
        mergedIntoId === null ? null : encodePublicId('customer', mergedIntoId),
    }),
  }),
})

builder.objectType(CustomerHasOpenHoldsError, {
  name: 'CustomerHasOpenHoldsError',
  description: 'CUSTOMER_HAS_OPEN_HOLDS: a customer cannot be merged away while members hold its points.',
  interfaces: [UserError],
  fields: (t) => ({
    openHolds: t.int({
      description: 'How many holds are open.',
      resolve: ({ openHolds }) => Number(openHolds),
    }),
    held: t.expose('held', { type: 'Points', description: 'Points that they claim together.' }),
  }),
})

builder.objectType(NotSameHouseholdError, {
  name: 'NotSameHouseholdError',
  description: 'NOT_SAME_HOUSEHOLD: points change hands within a household alone.',
  interfaces: [UserError],
})

builder.objectType(AdjustmentNotOpenError, {
  name: 'AdjustmentNotOpenError',
  description: 'ADJUSTMENT_NOT_OPEN: somebody decided on the adjustment before.',
  interfaces: [UserError],
  fields: (t) => ({
    status: t.expose('status', { type: AdjustmentStatus, description: 'What became of it.' }),
  }),
})

builder.objectType(ApproverIsProposerError, {
  name: 'ApproverIsProposerError',
  description: 'APPROVER_IS_PROPOSER: an adjustment above the limit takes two people.',
  interfaces: [UserError],
})

builder.objectType(InsufficientPointsError, {
  name: 'InsufficientPointsError',
  description: 'INSUFFICIENT_POINTS: fewer points are spendable now than were asked for.',
  interfaces: [UserError],
  fields: (t) => ({
    available: t.expose('available', { type: 'Points', description: 'Spendable now.' }),
    requested: t.expose('requested', { type: 'Points', description: 'Asked for.' }),
  }),
})

builder.objectType(PointsShareExceededError, {
  name: 'PointsShareExceededError',
  description: 'POINTS_SHARE_EXCEEDED: the terms cap the share of a bill payable in points.',
  interfaces: [UserError],
  fields: (t) => ({
    maxPoints: t.expose('maxPoints', { type: 'Points', description: 'Most points that the bill takes.' }),
    requested: t.expose('requested', { type: 'Points', description: 'Asked for.' }),
  }),
})

builder.objectType(TokenCapExceededError, {
  name: 'TokenCapExceededError',
  description: "TOKEN_CAP_EXCEEDED: the customer's token allows fewer points.",
  interfaces: [UserError],
  fields: (t) => ({
    maxPoints: t.expose('maxPoints', { type: 'Points', description: 'Most points that the token allows.' }),
  }),
})

builder.objectType(ReceiptAlreadyUsedError, {
  name: 'ReceiptAlreadyUsedError',
  description: 'RECEIPT_ALREADY_USED: one receipt of a member is one purchase.',
  interfaces: [UserError],
  fields: (t) => ({
    purchaseId: t.id({
      description: 'The purchase recorded with the receipt.',
      resolve: ({ purchaseId }) => encodePublicId('purchase', purchaseId),
    }),
  }),
})

builder.objectType(HoldNotOpenError, {
  name: 'HoldNotOpenError',
  description: 'HOLD_NOT_OPEN: the hold was captured, voided or has timed out.',
  interfaces: [UserError],
  fields: (t) => ({
    status: t.expose('status', { type: HoldStatus, description: 'What became of the hold.' }),
  }),
})

builder.objectType(CaptureExceedsHoldError, {
  name: 'CaptureExceedsHoldError',
  description: 'CAPTURE_EXCEEDS_HOLD: more points are asked of the hold than it holds.',
  interfaces: [UserError],
  fields: (t) => ({
    held: t.expose('held', { type: 'Points', description: 'Points of the hold.' }),
    requested: t.expose('requested', { type: 'Points', description: 'Asked for.' }),
  }),
})

builder.objectType(RefundExceedsPurchaseError, {
  name: 'RefundExceedsPurchaseError',
  description: 'REFUND_EXCEEDS_PURCHASE: more is asked back than is left.',
  interfaces: [UserError],
  fields: (t) => ({
    refundable: t.field({
      type: Money,
      description: 'What may still be refunded of the bill, or of the line when one is at fault.',
      resolve: async ({ refundableMinor }, _args, context) => ({
        amountMinor: refundableMinor,
        currency: await callersCurrency(context),
      }),
    }),
  }),
})

builder.objectType(IdempotencyKeyMismatchError, {
  name: 'IdempotencyKeyMismatchError',
  description: 'IDEMPOTENCY_KEY_MISMATCH: the key was used before with another request.',
  interfaces: [UserError],
})

builder.objectType(ClockNotMovableError, {
  name: 'ClockNotMovableError',
  description: "CLOCK_NOT_MOVABLE: only a sandbox's clock can be moved.",
  interfaces: [UserError],
})

/** Currency of the caller's coalition: these refusals are only ever said to a caller that has one. */
async function callersCurrency(context: ApiContext): Promise<string> {
  const { principal } = context
  if (!('coalitionId' in principal)) throw new Error(`${principal.kind} callers have no currency`)
  return currencyOf(context, principal.coalitionId)
}

builder.objectType(WindowStepOutOfOrderError, {
  name: 'WindowStepOutOfOrderError',
  description: 'WINDOW_STEP_OUT_OF_ORDER: an earlier step of the window was left out.',
  interfaces: [UserError],
  fields: (t) => ({
    status: t.exposeString('status', { description: 'Status of the window now.' }),
    expected: t.exposeString('expected', { description: 'Status that the step begins from.' }),
  }),
})

builder.objectType(WindowStepNotReadyError, {
  name: 'WindowStepNotReadyError',
  description: 'WINDOW_STEP_NOT_READY: the step is next, and something is still missing.',
  interfaces: [UserError],
  fields: (t) => ({
    missing: t.stringList({
      description: 'What is missing: CUT_OFF, STATEMENT, ANSWER, RESOLUTION, PLAN, APPROVALS or PAYMENT.',
      resolve: ({ missingKinds }) => [...missingKinds],
    }),
  }),
})

builder.objectType(EarlierWindowPendingError, {
  name: 'EarlierWindowPendingError',
  description: 'EARLIER_WINDOW_PENDING: windows are stated and planned in their order.',
  interfaces: [UserError],
  fields: (t) => ({
    windowNo: t.exposeInt('windowNo', { description: 'The window that comes first.' }),
  }),
})

builder.objectType(DisputeTooLateError, {
  name: 'DisputeTooLateError',
  description: 'DISPUTE_TOO_LATE: the statement is accepted, by word or by silence.',
  interfaces: [UserError],
})

builder.objectType(DisputeResolvedAlreadyError, {
  name: 'DisputeResolvedAlreadyError',
  description: 'DISPUTE_RESOLVED_ALREADY: somebody decided on the dispute before.',
  interfaces: [UserError],
})

builder.objectType(PlanChangedError, {
  name: 'PlanChangedError',
  description: 'PLAN_CHANGED: what was approved is not what the plan is now.',
  interfaces: [UserError],
  fields: (t) => ({
    planHash: t.exposeString('planHash', { description: 'Hash of the plan as it is now.' }),
  }),
})

builder.objectType(PlanApproverIsProposerError, {
  name: 'PlanApproverIsProposerError',
  description: 'PLAN_APPROVER_IS_PROPOSER: a plan takes two people.',
  interfaces: [UserError],
})

builder.objectType(PlanApprovedAlreadyError, {
  name: 'PlanApprovedAlreadyError',
  description: "PLAN_APPROVED_ALREADY: the second approval is another person's.",
  interfaces: [UserError],
})

builder.objectType(PaymentLegClosedError, {
  name: 'PaymentLegClosedError',
  description: 'PAYMENT_LEG_CLOSED: the missed payment is a receivable, and a later plan asks for it.',
  interfaces: [UserError],
})

builder.objectType(BankFileUnreadableError, {
  name: 'BankFileUnreadableError',
  description: "BANK_FILE_UNREADABLE: the bank's file is none of the known formats, or broken.",
  interfaces: [UserError],
})
