import operations from '@artel/schema/persisted-operations.json' with { type: 'json' }
import superseded from '@artel/schema/superseded-operations.json' with { type: 'json' }

/** Documents that several tests send. */

const USER_ERROR = `... on UserError { __typename code message path docUrl retryable }`

export const RECORD = `mutation Record($input: PurchaseRecordInput!) {
  purchaseRecord(input: $input) {
    __typename
    ... on PurchaseRecordPayload {
      replayed balanceAfter
      purchase { id receiptRef pointsRedeemed pointsEarned recordedAt total { amountMinor currency } moneyPart { amountMinor } pointsPart { amountMinor } }
    }
    ... on InsufficientPointsError { available requested }
    ... on PointsShareExceededError { maxPoints requested }
    ... on ReceiptAlreadyUsedError { purchaseId }
    ... on MemberNotActiveError { memberStatus }
    ${USER_ERROR}
  }
}`

export const REFUND = `mutation Refund($input: PurchaseRefundInput!) {
  purchaseRefund(input: $input) {
    __typename
    ... on PurchaseRefundPayload { replayed balanceAfter refund { id pointsReturned pointsClaimed pointsRecovered pointsExpired pointsToDebt pointsBorne amount { amountMinor } purchase { id refundable { amountMinor } refunds { id } } } }
    ... on RefundExceedsPurchaseError { refundable { amountMinor currency } }
    ${USER_ERROR}
  }
}`

export const HOLD = `mutation Hold($input: HoldCreateInput!) {
  holdCreate(input: $input) {
    __typename
    ... on HoldCreatePayload { replayed hold { id status points expiresAt purchase { id } } }
    ... on InsufficientPointsError { available requested }
    ... on TokenCapExceededError { maxPoints }
    ${USER_ERROR}
  }
}`

export const CAPTURE = `mutation Capture($input: HoldCaptureInput!) {
  holdCapture(input: $input) {
    __typename
    ... on HoldCapturePayload { replayed balanceAfter hold { id status purchase { id } } purchase { id pointsRedeemed pointsEarned } }
    ... on HoldNotOpenError { holdStatus }
    ... on CaptureExceedsHoldError { held requested }
    ${USER_ERROR}
  }
}`

export const VOID = `mutation Void($input: HoldVoidInput!) {
  holdVoid(input: $input) {
    __typename
    ... on HoldVoidPayload { replayed hold { id status } }
    ... on HoldNotOpenError { holdStatus }
    ${USER_ERROR}
  }
}`

export const ENROL = `mutation Enrol($input: CustomerEnrolInput!) {
  customerEnrol(input: $input) {
    __typename
    ... on CustomerEnrolPayload { customer { id name phone email status card { number status } } }
    ... on AlreadyExistsError { existingId }
    ${USER_ERROR}
  }
}`

export const SESSION = `mutation Session($input: WidgetSessionCreateInput!) {
  widgetSessionCreate(input: $input) {
    __typename
    ... on WidgetSessionCreatePayload { token expiresAt }
    ${USER_ERROR}
  }
}`

export const PROMO = `mutation Promo($input: PromoAwardInput!) {
  promoAward(input: $input) {
    __typename
    ... on PromoAwardPayload { replayed balanceAfter points customer { id } entries { id kind points member { id } } }
    ${USER_ERROR}
  }
}`

export const ADJUST = `mutation Adjust($input: AdjustmentProposeInput!) {
  adjustmentPropose(input: $input) {
    __typename
    ... on AdjustmentPayload { replayed balanceAfter adjustment { id status points reason approvedAt } }
    ... on InsufficientPointsError { available requested }
    ${USER_ERROR}
  }
}`

export const APPROVE = `mutation Approve($input: AdjustmentApproveInput!) {
  adjustmentApprove(input: $input) {
    __typename
    ... on AdjustmentPayload { replayed balanceAfter adjustment { id status points } }
    ... on AdjustmentNotOpenError { adjustmentStatus }
    ${USER_ERROR}
  }
}`

export const JOIN = `mutation Join($input: HouseholdJoinInput!) {
  householdJoin(input: $input) {
    __typename
    ... on HouseholdPayload { customer { id household { id } } }
    ${USER_ERROR}
  }
}`

export const TRANSFER = `mutation Transfer($input: PointsTransferInput!) {
  pointsTransfer(input: $input) {
    __typename
    ... on PointsTransferPayload { replayed points balanceAfter receiverBalanceAfter from { id } to { id } }
    ... on InsufficientPointsError { available requested }
    ${USER_ERROR}
  }
}`

export const MERGE = `mutation Merge($input: CustomerMergeInput!) {
  customerMerge(input: $input) {
    __typename
    ... on CustomerMergePayload { replayed points balanceAfter customer { id } merged { id status mergedIntoId } }
    ... on CustomerHasOpenHoldsError { openHolds held }
    ${USER_ERROR}
  }
}`

/** Roubles as the input of money. */
export const roubles = (amount: number) => ({ amountMinor: String(amount * 100) })

let keys = 0
/** A key that no other call uses. */
export const freshKey = (): string => {
  keys += 1
  return `key-${keys}-${Math.trunc(performance.now() * 1_000)}`
}

/** Id of a persisted operation of the widget by the name of the operation; throws when it has none of that name. */
export function persistedId(operationName: string): string {
  const earlier = new Set(superseded.map(({ hash }) => hash))
  const found = Object.entries<string>(operations).find(
    ([hash, text]) => !earlier.has(hash) && new RegExp(`\\b${operationName}\\b`).test(text),
  )
  if (!found) throw new Error(`The widget has no operation ${operationName}`)
  return found[0]
}
