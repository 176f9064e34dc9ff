/* Generated from `@artel/schema/refusals.json` by `pnpm --filter @artel/sdk run generate`. */
import { RefusalError } from '../refusal-error.ts'
import type { DateTime, Points } from '../scalars.ts'
import type { AdjustmentStatus, AffiliateStatus, CommissionStatus, ConfirmationFault, ConfirmationPurpose, ExactMoneyFragment, HoldStatus, MemberStatus, MoneyFragment, PilotStatus, RuleStatus } from './graphql.ts'

/** ADJUSTMENT_NOT_OPEN: Somebody decided on the adjustment before. Read the adjustment, or propose another. */
export class AdjustmentNotOpenError extends RefusalError {
  override readonly name = 'AdjustmentNotOpenError'
  declare readonly code: 'ADJUSTMENT_NOT_OPEN'
  /** What became of it. */
  declare readonly adjustmentStatus: AdjustmentStatus
}

/** AFFILIATE_APPLICATIONS_FULL: As many applications as a coalition may have waiting are waiting. Apply again once the coalition has looked through them. */
export class AffiliateApplicationsFullError extends RefusalError {
  override readonly name = 'AffiliateApplicationsFullError'
  declare readonly code: 'AFFILIATE_APPLICATIONS_FULL'
  /** How many may wait. */
  declare readonly limit: number
}

/** AFFILIATE_STATUS: The affiliate is not where this step begins: an application or a suspended one is admitted, an active one is suspended, and what is closed stays so. Read the affiliate again; in place of a closed one let it apply anew. */
export class AffiliateStatusError extends RefusalError {
  override readonly name = 'AffiliateStatusError'
  declare readonly code: 'AFFILIATE_STATUS'
  /** Where it is. */
  declare readonly affiliateStatus: AffiliateStatus
}

/** AFFILIATE_TERMS_CHANGED: The coalition has another version of its terms of affiliates by now than the one that was accepted. Read and accept `currentVersion`. */
export class AffiliateTermsChangedError extends RefusalError {
  override readonly name = 'AffiliateTermsChangedError'
  declare readonly code: 'AFFILIATE_TERMS_CHANGED'
  /** The version of today. */
  declare readonly currentVersion: number
}

/** ALREADY_BOUGHT: The customer has bought in the coalition before: a referral code is taken before the first purchase. Serve the customer without the code. */
export class AlreadyBoughtError extends RefusalError {
  override readonly name = 'AlreadyBoughtError'
  declare readonly code: 'ALREADY_BOUGHT'
}

/** ALREADY_EXISTS: A handle, phone, e-mail, reference or key id is taken. Use the existing object, or another value. */
export class AlreadyExistsError extends RefusalError {
  override readonly name = 'AlreadyExistsError'
  declare readonly code: 'ALREADY_EXISTS'
  /** The existing object, where the caller may see it. */
  declare readonly existingId: string | null
}

/** ALREADY_REFERRED: The customer was brought by somebody already; that stays. Serve the customer without the code. */
export class AlreadyReferredError extends RefusalError {
  override readonly name = 'AlreadyReferredError'
  declare readonly code: 'ALREADY_REFERRED'
}

/** APPROVER_IS_PROPOSER: An adjustment above the limit, and opening balances, take two people: whoever proposed them cannot approve them. Have another person approve it with a key of their own. */
export class ApproverIsProposerError extends RefusalError {
  override readonly name = 'ApproverIsProposerError'
  declare readonly code: 'APPROVER_IS_PROPOSER'
}

/** AWARD_LIMIT_REACHED: The member has given this customer as many promo points today as the coalition allows. Give at most `left`, or send the same command again at `retryAt`. */
export class AwardLimitReachedError extends RefusalError {
  override readonly name = 'AwardLimitReachedError'
  declare readonly code: 'AWARD_LIMIT_REACHED'
  /** Points that it may give this customer today. */
  declare readonly left: Points
  /** The member. */
  declare readonly memberId: string
  /** When the next day begins, by the coalition’s clock. */
  declare readonly retryAt: DateTime
}

/** BANK_DETAILS_MISSING: A document needs legal or bank details of a party that are not known yet, or do not fit. Set the details of the party. */
export class BankDetailsMissingError extends RefusalError {
  override readonly name = 'BankDetailsMissingError'
  declare readonly code: 'BANK_DETAILS_MISSING'
  /** The details that are missing, or what is wrong with them. */
  declare readonly fields: readonly string[]
}

/** BANK_DETAILS_UNCONFIRMED: The bank details of a payee changed after its payments were approved, and one person alone has said so. Have a second person check them with the payee and set the same once more. */
export class BankDetailsUnconfirmedError extends RefusalError {
  override readonly name = 'BankDetailsUnconfirmedError'
  declare readonly code: 'BANK_DETAILS_UNCONFIRMED'
}

/** BANK_FILE_UNREADABLE: The bank's file is of no known format, or broken. Export it again. */
export class BankFileUnreadableError extends RefusalError {
  override readonly name = 'BankFileUnreadableError'
  declare readonly code: 'BANK_FILE_UNREADABLE'
}

/** CAPTURE_EXCEEDS_HOLD: More points are asked of the hold than it holds. Ask for at most `held`. */
export class CaptureExceedsHoldError extends RefusalError {
  override readonly name = 'CaptureExceedsHoldError'
  declare readonly code: 'CAPTURE_EXCEEDS_HOLD'
  /** Points of the hold. */
  declare readonly held: Points
  /** Asked for. */
  declare readonly requested: Points
}

/** CLOCK_NOT_MOVABLE: The clock of a live coalition cannot be moved. Open a TEST coalition to try things out in the future. */
export class ClockNotMovableError extends RefusalError {
  override readonly name = 'ClockNotMovableError'
  declare readonly code: 'CLOCK_NOT_MOVABLE'
}

/** COALITION_WINDING_DOWN: The coalition winds down: nothing new is agreed any more. Points can be spent until `endsAt`. */
export class CoalitionWindingDownError extends RefusalError {
  override readonly name = 'CoalitionWindingDownError'
  declare readonly code: 'COALITION_WINDING_DOWN'
  /** Until when points can be spent. */
  declare readonly endsAt: DateTime
}

/** CODE_NOT_VALID: The code is wrong, has run out, or was used before. Wait for the next code of the app, and check the device's clock. */
export class CodeNotValidError extends RefusalError {
  override readonly name = 'CodeNotValidError'
  declare readonly code: 'CODE_NOT_VALID'
}

/** COMMISSION_NOT_DUE: A commission is not approved before its approval days are over: goods may still come back. Approve it from `dueOn` on. */
export class CommissionNotDueError extends RefusalError {
  override readonly name = 'CommissionNotDueError'
  declare readonly code: 'COMMISSION_NOT_DUE'
  /** The first day on which it may be approved. */
  declare readonly dueOn: string
}

/** COMMISSION_PROGRAMME_CHANGED: The programme has another version by now than the one that was changed. Read the programme again, and change the version that it has. */
export class CommissionProgrammeChangedError extends RefusalError {
  override readonly name = 'CommissionProgrammeChangedError'
  declare readonly code: 'COMMISSION_PROGRAMME_CHANGED'
  /** The version that it has. */
  declare readonly currentVersion: number
}

/** COMMISSION_PROGRAMME_ENDED: The programme was ended and stays so. Start another. */
export class CommissionProgrammeEndedError extends RefusalError {
  override readonly name = 'CommissionProgrammeEndedError'
  declare readonly code: 'COMMISSION_PROGRAMME_ENDED'
}

/** COMMISSION_STATUS: The commission is not where this step begins: what is pending is approved or rejected by its payer, what is in the books is reversed by an administrator. Read the commission again. */
export class CommissionStatusError extends RefusalError {
  override readonly name = 'CommissionStatusError'
  declare readonly code: 'COMMISSION_STATUS'
  /** Where it is. */
  declare readonly commissionStatus: CommissionStatus
}

/** CONFIRMATION_EXPIRED: The code has expired. Request a new one. */
export class ConfirmationExpiredError extends RefusalError {
  override readonly name = 'ConfirmationExpiredError'
  declare readonly code: 'CONFIRMATION_EXPIRED'
  /** When it expired, by the coalition’s clock. */
  declare readonly expiredAt: DateTime
}

/** CONFIRMATION_INVALID: The code is wrong, was tried too often or used before, or is for something else. Ask the customer again while `attemptsLeft` is above 0; otherwise request a new code. */
export class ConfirmationInvalidError extends RefusalError {
  override readonly name = 'ConfirmationInvalidError'
  declare readonly code: 'CONFIRMATION_INVALID'
  /** Tries that this code has left; 0: request a new one. */
  declare readonly attemptsLeft: number
  /** What is wrong with it. */
  declare readonly reason: ConfirmationFault
}

/** CONFIRMATION_NOT_SENT: The message with the code could not be sent. Try again in a moment. */
export class ConfirmationNotSentError extends RefusalError {
  override readonly name = 'ConfirmationNotSentError'
  declare readonly code: 'CONFIRMATION_NOT_SENT'
}

/** CONFIRMATION_REQUIRED: The customer has to confirm this with a code. Have a code sent with `confirmationRequest`, and send the same command again with `confirmation`. */
export class ConfirmationRequiredError extends RefusalError {
  override readonly name = 'ConfirmationRequiredError'
  declare readonly code: 'CONFIRMATION_REQUIRED'
  /** Whose code it takes. */
  declare readonly customerId: string
  /** What the code is asked for. */
  declare readonly purpose: ConfirmationPurpose
  /** Points above which it does; null when it always does. */
  declare readonly threshold: Points | null
}

/** CONFIRMATION_TOO_SOON: The customer was sent a code a moment ago, or many of late. Use that one, or request another at `retryAt`. */
export class ConfirmationTooSoonError extends RefusalError {
  override readonly name = 'ConfirmationTooSoonError'
  declare readonly code: 'CONFIRMATION_TOO_SOON'
  /** When the next one may be requested, by the coalition’s clock. */
  declare readonly retryAt: DateTime
}

/** CONFIRMATION_UNAVAILABLE: This needs a code of the customer, and this deployment has no sender of messages. Whoever runs the deployment has to configure a sender. */
export class ConfirmationUnavailableError extends RefusalError {
  override readonly name = 'ConfirmationUnavailableError'
  declare readonly code: 'CONFIRMATION_UNAVAILABLE'
}

/** CREDIT_LIMIT_REACHED: The member owes as much as the terms allow and issues no more points until it pays. Spending points is not affected. Pay what is owed, or have the coalition change the limit. */
export class CreditLimitReachedError extends RefusalError {
  override readonly name = 'CreditLimitReachedError'
  declare readonly code: 'CREDIT_LIMIT_REACHED'
  /** What it may owe now: 0 while a payment is missed, where the terms say so. */
  declare readonly limit: ExactMoneyFragment
  /** What the member owes. */
  declare readonly owed: ExactMoneyFragment
}

/** CUSTOMER_CLOSED: The customer has left the coalition, or was merged into another one. Use `mergedIntoId`, or enrol the customer again. */
export class CustomerClosedError extends RefusalError {
  override readonly name = 'CustomerClosedError'
  declare readonly code: 'CUSTOMER_CLOSED'
  /** The customer to use instead; null when this one has left. */
  declare readonly mergedIntoId: string | null
}

/** CUSTOMER_FROZEN: The customer's points are frozen: nothing is spent, held or given. The customer unfreezes them with a code: `confirmationRequest` for UNFREEZE, then `customerUnfreeze`. */
export class CustomerFrozenError extends RefusalError {
  override readonly name = 'CustomerFrozenError'
  declare readonly code: 'CUSTOMER_FROZEN'
  /** Whose points are frozen. */
  declare readonly customerId: string
}

/** CUSTOMER_HAS_OPEN_HOLDS: A customer cannot be merged away or erased while members hold its points. Capture or void the holds, or wait until they time out. */
export class CustomerHasOpenHoldsError extends RefusalError {
  override readonly name = 'CustomerHasOpenHoldsError'
  declare readonly code: 'CUSTOMER_HAS_OPEN_HOLDS'
  /** Points that they claim together. */
  declare readonly held: Points
  /** How many holds are open. */
  declare readonly openHolds: number
}

/** CUSTOMER_HAS_POINTS: The customer still has points, which would be lost with its data. Let the customer spend them or, when the customer gives them up, say so with `givesUpPoints`. What is above `givesUpAtMost` is taken back by an adjustment first. */
export class CustomerHasPointsError extends RefusalError {
  override readonly name = 'CustomerHasPointsError'
  declare readonly code: 'CUSTOMER_HAS_POINTS'
  /** Most points that an erasure may end by itself: what one person may adjust. More are taken back by an adjustment first, which takes a second person. */
  declare readonly givesUpAtMost: Points
  /** Points that would be lost. */
  declare readonly points: Points
}

/** CUSTOMER_OWES_POINTS: The customer owes points after refunds of what it had spent already; nobody could be asked for them any more. Let the next purchases pay them or, when the coalition forgives them, say so with `forgivesDebts`. */
export class CustomerOwesPointsError extends RefusalError {
  override readonly name = 'CustomerOwesPointsError'
  declare readonly code: 'CUSTOMER_OWES_POINTS'
  /** Points that the customer owes. */
  declare readonly owed: Points
}

/** DISPUTE_RESOLVED_ALREADY: Somebody decided on the dispute before. What was decided stands; adjust in the open window if it was wrong. */
export class DisputeResolvedAlreadyError extends RefusalError {
  override readonly name = 'DisputeResolvedAlreadyError'
  declare readonly code: 'DISPUTE_RESOLVED_ALREADY'
}

/** DISPUTE_TOO_LATE: The statement is accepted, explicitly or by inactivity. Ask the coalition for an adjustment in the open window. */
export class DisputeTooLateError extends RefusalError {
  override readonly name = 'DisputeTooLateError'
  declare readonly code: 'DISPUTE_TOO_LATE'
}

/** EARLIER_WINDOW_PENDING: Statements and plans are made in the order of the windows. Take the steps of the earlier window first. */
export class EarlierWindowPendingError extends RefusalError {
  override readonly name = 'EarlierWindowPendingError'
  declare readonly code: 'EARLIER_WINDOW_PENDING'
  /** The window that comes first. */
  declare readonly windowNo: number
}

/** EARN_CODE_NOT_USABLE: There is such an earn code, but it is not claimed any more: somebody claimed it, its days are over, the member took it back, or the member has to see to it first. Tell the customer what `bar` says. The member may issue another code for a bill of which nothing was earned. */
export class EarnCodeNotUsableError extends RefusalError {
  override readonly name = 'EarnCodeNotUsableError'
  declare readonly code: 'EARN_CODE_NOT_USABLE'
  /** What stands in its way. */
  declare readonly bar: 'USED' | 'REVOKED' | 'EXPIRED' | 'DELAYED' | (string & {})
}

/** EXIT_NOTICE_STANDS: The notice of the member cannot be taken back any more, or not by this caller. `because` says why; a notice that the coalition gave, an administrator takes back. */
export class ExitNoticeStandsError extends RefusalError {
  override readonly name = 'ExitNoticeStandsError'
  declare readonly code: 'EXIT_NOTICE_STANDS'
  /** Why it stands. */
  declare readonly because: 'FINAL_ESTIMATE' | 'CLOSED' | 'WIND_DOWN' | 'GIVEN_BY_COALITION' | (string & {})
}

/** FISCAL_RECEIPT_USED: One fiscal receipt is one purchase of the coalition, and this one has its purchase: a till recorded it, or its member confirmed a claim of a customer. Read the purchase that is named, or send the fiscal receipt of this sale. If that purchase is of the wrong person, refund it and record this sale without a fiscal receipt under a receipt number of its own. */
export class FiscalReceiptUsedError extends RefusalError {
  override readonly name = 'FiscalReceiptUsedError'
  declare readonly code: 'FISCAL_RECEIPT_USED'
  /** The purchase recorded with the fiscal receipt. */
  declare readonly purchaseId: string
}

/** FREEZE_NEEDS_ADMINISTRATOR: Only an administrator of the coalition unfreezes these points. The customer comes to the coalition, which makes sure who it is; then an administrator calls `customerUnfreeze` with a reason. */
export class FreezeNeedsAdministratorError extends RefusalError {
  override readonly name = 'FreezeNeedsAdministratorError'
  declare readonly code: 'FREEZE_NEEDS_ADMINISTRATOR'
  /** Whose points are frozen. */
  declare readonly customerId: string
}

/** HOLD_NOT_OPEN: The hold was captured, voided or has timed out. Read the hold, or make a new one. */
export class HoldNotOpenError extends RefusalError {
  override readonly name = 'HoldNotOpenError'
  declare readonly code: 'HOLD_NOT_OPEN'
  /** What became of the hold. */
  declare readonly holdStatus: HoldStatus
}

/** IDEMPOTENCY_KEY_MISMATCH: The idempotency key was used before with another request. Repeat that request exactly, or send this one under a new key. */
export class IdempotencyKeyMismatchError extends RefusalError {
  override readonly name = 'IdempotencyKeyMismatchError'
  declare readonly code: 'IDEMPOTENCY_KEY_MISMATCH'
}

/** IMPORT_NOT_OPEN: The import is not where the step would have it: it is not checked yet, or it is over. Ask for the import and look at its `state`. */
export class ImportNotOpenError extends RefusalError {
  override readonly name = 'ImportNotOpenError'
  declare readonly code: 'IMPORT_NOT_OPEN'
  /** Where it is. */
  declare readonly importState: 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED' | (string & {})
}

/** INSUFFICIENT_POINTS: Fewer points are spendable now than were asked for. Ask for at most `available`. */
export class InsufficientPointsError extends RefusalError {
  override readonly name = 'InsufficientPointsError'
  declare readonly code: 'INSUFFICIENT_POINTS'
  /** Spendable now. */
  declare readonly available: Points
  /** Asked for. */
  declare readonly requested: Points
}

/** INVALID_INPUT: A field of the input is against its rule. `path` leads to the field, and the message says what it must be. */
export class InvalidInputError extends RefusalError {
  override readonly name = 'InvalidInputError'
  declare readonly code: 'INVALID_INPUT'
  /** Path of the field. */
  declare readonly path: readonly string[]
}

/** INVITATION_LIMIT_REACHED: Enough invitations were sent in a day. Go on tomorrow; what was sent works for seven days. */
export class InvitationLimitReachedError extends RefusalError {
  override readonly name = 'InvitationLimitReachedError'
  declare readonly code: 'INVITATION_LIMIT_REACHED'
  /** How many invitations in a day. */
  declare readonly limit: number
  /** What there is a limit for: ADDRESS, INVITER or PLACE, a member or the coalition itself. */
  declare readonly per: 'ADDRESS' | 'INVITER' | 'PLACE' | (string & {})
}

/** KEY_LIMIT_REACHED: The owner has as many keys that work as it may have. Revoke keys that nobody uses; the list says when each was last used. */
export class KeyLimitReachedError extends RefusalError {
  override readonly name = 'KeyLimitReachedError'
  declare readonly code: 'KEY_LIMIT_REACHED'
  /** How many keys of one owner may work at once. */
  declare readonly limit: number
}

/** LADDER_IN_USE: A rule that is not over asks for a tier of the ladder. End the rule first, or edit it. */
export class LadderInUseError extends RefusalError {
  override readonly name = 'LadderInUseError'
  declare readonly code: 'LADDER_IN_USE'
  /** The rule, or one of several. */
  declare readonly ruleId: string
}

/** LADDER_OPEN: The member, or the coalition, has a ladder of tiers already. End it first. */
export class LadderOpenError extends RefusalError {
  override readonly name = 'LadderOpenError'
  declare readonly code: 'LADDER_OPEN'
  /** The ladder that there is. */
  declare readonly ladderId: string
}

/** LETTER_NOT_SENT: The letter was not sent: the deployment sends no mail, or its server did not take it. Have the mail set up, then do it again. */
export class LetterNotSentError extends RefusalError {
  override readonly name = 'LetterNotSentError'
  declare readonly code: 'LETTER_NOT_SENT'
}

/** LINK_NOT_VALID: The link was used before, has run out, or was never sent. Ask for a new one. */
export class LinkNotValidError extends RefusalError {
  override readonly name = 'LinkNotValidError'
  declare readonly code: 'LINK_NOT_VALID'
}

/** LINK_REQUIRED: A password alone does not enrol the first second factor. Sign in by a link that comes by mail, then enrol it. */
export class LinkRequiredError extends RefusalError {
  override readonly name = 'LinkRequiredError'
  declare readonly code: 'LINK_REQUIRED'
}

/** MEMBER_EXIT_INCOMPLETE: Closing now would strand customers' points, or leave what they may cost without cover. Do what `missing` names. */
export class MemberExitIncompleteError extends RefusalError {
  override readonly name = 'MemberExitIncompleteError'
  declare readonly code: 'MEMBER_EXIT_INCOMPLETE'
  /** Security that is missing. */
  declare readonly guaranteeNeeded: ExactMoneyFragment
  /** What is missing, in the order in which it is to be done. */
  declare readonly missing: readonly ('NOTICE' | 'REDEMPTION_WINDOW' | 'OPEN_HOLDS' | 'POINTS_TO_EXPIRE' | 'FINAL_ESTIMATE' | 'GUARANTEE' | (string & {}))[]
  /** When its customers' time to spend its points ends. */
  declare readonly redemptionEndsAt: DateTime | null
}

/** MEMBER_HAS_OBLIGATIONS: A member cannot close while it owes, is owed, or its points are out. Settle its position, let its points be spent or expire, void its holds, then close it. */
export class MemberHasObligationsError extends RefusalError {
  override readonly name = 'MemberHasObligationsError'
  declare readonly code: 'MEMBER_HAS_OBLIGATIONS'
  /** Its position: positive when it owes. */
  declare readonly clearing: ExactMoneyFragment
  /** Points it issued that customers still hold. */
  declare readonly outstandingPoints: Points
}

/** MEMBER_NOT_ACTIVE: The member's status does not allow this. Accept the terms, or ask the coalition. */
export class MemberNotActiveError extends RefusalError {
  override readonly name = 'MemberNotActiveError'
  declare readonly code: 'MEMBER_NOT_ACTIVE'
  /** Status of the member now. */
  declare readonly memberStatus: MemberStatus
}

/** NEW_DEVICE: The device is new to the customer, and spends no more points than the coalition lets one. Ask for at most `maxPoints`, send the same command again at `endsAt`, or have the customer pay at the till. */
export class NewDeviceError extends RefusalError {
  override readonly name = 'NewDeviceError'
  declare readonly code: 'NEW_DEVICE'
  /** When the device is new no more, by the coalition’s clock; null: the page sends none to be known again by. */
  declare readonly endsAt: DateTime | null
  /** Points that may be spent from a new device now. */
  declare readonly maxPoints: Points
}

/** NOT_FOUND: There is no such thing, or the caller may not see it; the two look the same. Check the id, and that the key belongs to the right coalition. */
export class NotFoundError extends RefusalError {
  override readonly name = 'NotFoundError'
  declare readonly code: 'NOT_FOUND'
}

/** NOT_SAME_HOUSEHOLD: The two customers are not of one household, and points change hands only within one. Put both into one household first. */
export class NotSameHouseholdError extends RefusalError {
  override readonly name = 'NotSameHouseholdError'
  declare readonly code: 'NOT_SAME_HOUSEHOLD'
}

/** NO_CONFIRMATION_CHANNEL: The customer has no phone or e-mail that codes can be sent to. Ask the customer for a phone or an e-mail and enter it first. */
export class NoConfirmationChannelError extends RefusalError {
  override readonly name = 'NoConfirmationChannelError'
  declare readonly code: 'NO_CONFIRMATION_CHANNEL'
}

/** OWN_LINK: The customer is the source of the link, or works for it: nobody is brought by themselves. Serve the customer without the link. */
export class OwnLinkError extends RefusalError {
  override readonly name = 'OwnLinkError'
  declare readonly code: 'OWN_LINK'
}

/** OWN_REFERRAL: The referral code is of the same person, or of somebody close: nobody brings themselves. Serve the customer without the code. */
export class OwnReferralError extends RefusalError {
  override readonly name = 'OwnReferralError'
  declare readonly code: 'OWN_REFERRAL'
  /** Why the code cannot be this customer's. */
  declare readonly because: 'SELF' | 'MERGED' | 'HOUSEHOLD' | 'PHONE' | 'CARD' | 'MUTUAL' | (string & {})
}

/** PAYMENT_LEG_CLOSED: The missed payment is a receivable by now, and a later plan asks for it. Record the money against that plan. */
export class PaymentLegClosedError extends RefusalError {
  override readonly name = 'PaymentLegClosedError'
  declare readonly code: 'PAYMENT_LEG_CLOSED'
}

/** PAYMENT_RECORDED_ALREADY: A payment of this leg, amount and day is on record: recorded by hand, or from a bank statement. If it is another payment, send it again with `isAnother: true`. */
export class PaymentRecordedAlreadyError extends RefusalError {
  override readonly name = 'PaymentRecordedAlreadyError'
  declare readonly code: 'PAYMENT_RECORDED_ALREADY'
  /** The payment on record. */
  declare readonly paymentId: string
}

/** PAYMENT_REVERSED_ALREADY: The payment was taken back before. If the money came after all, record it as a payment. */
export class PaymentReversedAlreadyError extends RefusalError {
  override readonly name = 'PaymentReversedAlreadyError'
  declare readonly code: 'PAYMENT_REVERSED_ALREADY'
}

/** PERSON_REQUIRED: This takes two people, and the key, or the one that proposed it, acts for no person. Sign in, or use a key that a person made. */
export class PersonRequiredError extends RefusalError {
  override readonly name = 'PersonRequiredError'
  declare readonly code: 'PERSON_REQUIRED'
}

/** PILOT_STATUS: The pilot is not where this decision can be made: it is stopped at any time, scaled when its last day is past, and decided once. Wait for its last day, or stop it; what was decided stays, and another pilot can be planned. */
export class PilotStatusError extends RefusalError {
  override readonly name = 'PilotStatusError'
  declare readonly code: 'PILOT_STATUS'
  /** Where it is. */
  declare readonly pilotStatus: PilotStatus
}

/** PIN_NOT_VALID: The PIN is wrong, or is void. Try again, or set another PIN: signed in by e-mail, or with a code of the manager. */
export class PinNotValidError extends RefusalError {
  override readonly name = 'PinNotValidError'
  declare readonly code: 'PIN_NOT_VALID'
}

/** PLAN_APPROVED_ALREADY: The plan has your approval. Above the limit it needs that of one person more. */
export class PlanApprovedAlreadyError extends RefusalError {
  override readonly name = 'PlanApprovedAlreadyError'
  declare readonly code: 'PLAN_APPROVED_ALREADY'
}

/** PLAN_APPROVER_IS_PROPOSER: A plan takes two people: whoever proposed it cannot approve it. Have another person approve it with a key of their own. */
export class PlanApproverIsProposerError extends RefusalError {
  override readonly name = 'PlanApproverIsProposerError'
  declare readonly code: 'PLAN_APPROVER_IS_PROPOSER'
}

/** PLAN_CHANGED: The plan has changed since it was read: a payment, a dispute or a newer proposal. Propose and read it again. */
export class PlanChangedError extends RefusalError {
  override readonly name = 'PlanChangedError'
  declare readonly code: 'PLAN_CHANGED'
  /** Hash of the plan as it is now. */
  declare readonly planHash: string
}

/** POINTS_SHARE_EXCEEDED: The terms cap the share of a bill payable in points. Ask for at most `maxPoints`. */
export class PointsShareExceededError extends RefusalError {
  override readonly name = 'PointsShareExceededError'
  declare readonly code: 'POINTS_SHARE_EXCEEDED'
  /** Most points that the bill takes. */
  declare readonly maxPoints: Points
  /** Asked for. */
  declare readonly requested: Points
}

/** PRICE_CHANGED: What is left to pay in money is not what was expected: since the quote a rule began, ended or ran out of its budget. Tell the customer the new price, and send the sale under a new key with it as `expectedToPay`. */
export class PriceChangedError extends RefusalError {
  override readonly name = 'PriceChangedError'
  declare readonly code: 'PRICE_CHANGED'
  /** What rules take off the bill now. */
  declare readonly discount: MoneyFragment
  /** Points that the money part would earn now. */
  declare readonly pointsToEarn: Points
  /** What is left to pay in money now. */
  declare readonly toPay: MoneyFragment
}

/** PROMO_FUND_SHORT: The coalition's promo fund holds less than the points cost. Award fewer points, or name members who pay. */
export class PromoFundShortError extends RefusalError {
  override readonly name = 'PromoFundShortError'
  declare readonly code: 'PROMO_FUND_SHORT'
  /** What the promo fund holds. */
  declare readonly fund: ExactMoneyFragment
  /** What the points cost it: their reserve price and issue fee. */
  declare readonly needed: ExactMoneyFragment
}

/** RECEIPT_ALREADY_USED: One receipt of a member is one purchase, and this one has its purchase. Read `purchaseId`, or use another receipt. Where a claim of a fiscal receipt is confirmed whose number, sum and day that purchase has: decline the claim; if it is another sale all the same, record that with its fiscal receipt, which closes the claim. */
export class ReceiptAlreadyUsedError extends RefusalError {
  override readonly name = 'ReceiptAlreadyUsedError'
  declare readonly code: 'RECEIPT_ALREADY_USED'
  /** The purchase recorded with the receipt. */
  declare readonly purchaseId: string
}

/** RECEIPT_NOT_CLAIMABLE: The receipt is not to be claimed, or the claim is not to be decided any more: `bar` says why. Tell the customer what `bar` says. Whoever thinks that it is wrong asks the member. */
export class ReceiptNotClaimableError extends RefusalError {
  override readonly name = 'ReceiptNotClaimableError'
  declare readonly code: 'RECEIPT_NOT_CLAIMABLE'
  /** What stands in its way. */
  declare readonly bar: 'NOT_A_SALE' | 'UNKNOWN_TILL' | 'TOO_OLD' | 'RECORDED' | 'CLAIMED' | 'TOO_MANY' | 'CONFIRMED' | 'DECLINED' | 'EXPIRED' | (string & {})
}

/** REFUND_EXCEEDS_PURCHASE: More is asked back than is left of the bill, or of one of its lines. Ask for at most `refundable`. */
export class RefundExceedsPurchaseError extends RefusalError {
  override readonly name = 'RefundExceedsPurchaseError'
  declare readonly code: 'REFUND_EXCEEDS_PURCHASE'
  /** What may still be refunded of the bill, or of the line when one is at fault. */
  declare readonly refundable: MoneyFragment
}

/** RULE_CHANGED: The rule has another version by now than the one that was edited. Read the rule again, and edit the version that it has. */
export class RuleChangedError extends RefusalError {
  override readonly name = 'RuleChangedError'
  declare readonly code: 'RULE_CHANGED'
  /** The version that it has. */
  declare readonly currentVersion: number
}

/** RULE_LIMIT_REACHED: The member has as many rules that are not over as it may have. End those that nobody needs. */
export class RuleLimitReachedError extends RefusalError {
  override readonly name = 'RuleLimitReachedError'
  declare readonly code: 'RULE_LIMIT_REACHED'
  /** How many rules of one member may be open at once. */
  declare readonly limit: number
}

/** RULE_OVER: The last day of the rule is past. Give it a later last day, or none. */
export class RuleOverError extends RefusalError {
  override readonly name = 'RuleOverError'
  declare readonly code: 'RULE_OVER'
  /** Its last day, included. */
  declare readonly lastDay: string
}

/** RULE_STATUS: The rule is not where this step begins: a draft is scheduled, what is scheduled or running is paused, what is paused is resumed, and what has ended stays so. Read the rule again; in place of one that has ended draft another. */
export class RuleStatusError extends RefusalError {
  override readonly name = 'RuleStatusError'
  declare readonly code: 'RULE_STATUS'
  /** Where it is. */
  declare readonly ruleStatus: RuleStatus
}

/** SALE_BEFORE_JOINING: The sale happened before its customer enrolled, or before its member joined. Check the date of the sale; a sale of that day earns and spends no points. */
export class SaleBeforeJoiningError extends RefusalError {
  override readonly name = 'SaleBeforeJoiningError'
  declare readonly code: 'SALE_BEFORE_JOINING'
  /** Local day on which they joined, ISO 8601. */
  declare readonly joinedOn: string
  /** Local day of the sale, ISO 8601. */
  declare readonly soldOn: string
  /** Who joined later: the customer or the member. */
  declare readonly who: 'CUSTOMER' | 'MEMBER' | (string & {})
}

/** SALE_NEEDS_APPROVAL: The sale passes the credit limit, and the coalition was asked to approve it. Once it has, send the sale again with a new key. */
export class SaleNeedsApprovalError extends RefusalError {
  override readonly name = 'SaleNeedsApprovalError'
  declare readonly code: 'SALE_NEEDS_APPROVAL'
  /** The receipt that waits. */
  declare readonly receiptRef: string
}

/** SALE_TOO_LATE: The sale is handed in after the days agreed. Ask the coalition to approve it, then send it again with a new key. */
export class SaleTooLateError extends RefusalError {
  override readonly name = 'SaleTooLateError'
  declare readonly code: 'SALE_TOO_LATE'
  /** Last local day on which it was welcome, ISO 8601. */
  declare readonly lastDay: string
  /** Local day of the sale, ISO 8601. */
  declare readonly soldOn: string
}

/** SECOND_FACTOR_ENROLLED: The account has a second factor, and this session has not given it. Confirm the session with a code or a recovery code first. */
export class SecondFactorEnrolledError extends RefusalError {
  override readonly name = 'SecondFactorEnrolledError'
  declare readonly code: 'SECOND_FACTOR_ENROLLED'
}

/** SECOND_FACTOR_STALE: Passwords, passkeys and second factors are changed within minutes of a second factor, and this session gave its own longer ago. Give the second factor again, by a code or by signing in with a passkey, and repeat it. */
export class SecondFactorStaleError extends RefusalError {
  override readonly name = 'SecondFactorStaleError'
  declare readonly code: 'SECOND_FACTOR_STALE'
  /** How long a second factor counts for this. */
  declare readonly minutes: number
}

/** SECOND_FACTOR_UNREADABLE: The deployment cannot read the second factor: its secrets key is another than when it was enrolled. Give a recovery code, or have whoever runs the deployment reset the second factor. */
export class SecondFactorUnreadableError extends RefusalError {
  override readonly name = 'SecondFactorUnreadableError'
  declare readonly code: 'SECOND_FACTOR_UNREADABLE'
}

/** SEGMENT_IN_USE: A rule that is not over asks for customers of the segment. End the rule first, or edit it. */
export class SegmentInUseError extends RefusalError {
  override readonly name = 'SegmentInUseError'
  declare readonly code: 'SEGMENT_IN_USE'
  /** The rule, or one of several. */
  declare readonly ruleId: string
}

/** SEGMENT_LIMIT_REACHED: The member, or the coalition, has as many segments as it may have. Delete those that nobody needs. */
export class SegmentLimitReachedError extends RefusalError {
  override readonly name = 'SegmentLimitReachedError'
  declare readonly code: 'SEGMENT_LIMIT_REACHED'
  /** How many segments one owner may have at once. */
  declare readonly limit: number
}

/** SIGN_IN_CODE_WRONG: The code is wrong, has run out, or was used before. Check the phone and the code, or ask for another code. */
export class SignInCodeWrongError extends RefusalError {
  override readonly name = 'SignInCodeWrongError'
  declare readonly code: 'SIGN_IN_CODE_WRONG'
}

/** SIGN_IN_DELAYED: Too many attempts failed: this one was not looked at. Wait, then try again. */
export class SignInDelayedError extends RefusalError {
  override readonly name = 'SignInDelayedError'
  declare readonly code: 'SIGN_IN_DELAYED'
  /** How long to wait, seconds. */
  declare readonly waitSeconds: number
}

/** SIGN_IN_FAILED: The e-mail or the password is wrong. Check both, or ask for a link by mail. */
export class SignInFailedError extends RefusalError {
  override readonly name = 'SignInFailedError'
  declare readonly code: 'SIGN_IN_FAILED'
}

/** SPENDING_LIMIT_REACHED: The customer has spent or held as much of late as the coalition allows. Ask for at most `left`, or send the same command again at `retryAt`. */
export class SpendingLimitReachedError extends RefusalError {
  override readonly name = 'SpendingLimitReachedError'
  declare readonly code: 'SPENDING_LIMIT_REACHED'
  /** Points that may be spent now. */
  declare readonly left: Points
  /** Which limit it is; of several the one that ends last. */
  declare readonly reached: 'POINTS_PER_HOUR' | 'POINTS_PER_DAY' | 'SPENDINGS_PER_HOUR' | (string & {})
  /** When so many may be spent, by the coalition’s clock, if nothing else is; null: never so many at once. */
  declare readonly retryAt: DateTime | null
}

/** TERMS_NOT_ACCEPTED: The member has not accepted the terms in force. It has to accept them first, with its own key. */
export class TermsNotAcceptedError extends RefusalError {
  override readonly name = 'TermsNotAcceptedError'
  declare readonly code: 'TERMS_NOT_ACCEPTED'
  /** The version to accept. */
  declare readonly termsId: string
}

/** TERMS_NOT_OPEN: The version of the terms is withdrawn, or binds already. Read the versions again; propose a new one to change what binds. */
export class TermsNotOpenError extends RefusalError {
  override readonly name = 'TermsNotOpenError'
  declare readonly code: 'TERMS_NOT_OPEN'
  /** Why it is not open. */
  declare readonly reason: 'WITHDRAWN' | 'IN_FORCE' | 'ABOUT_TO_START' | 'SUPERSEDED' | (string & {})
}

/** TOKEN_CAP_EXCEEDED: The customer's token allows fewer points. Ask for at most `maxPoints`, or issue a token with a higher cap. */
export class TokenCapExceededError extends RefusalError {
  override readonly name = 'TokenCapExceededError'
  declare readonly code: 'TOKEN_CAP_EXCEEDED'
  /** Most points that the token still allows. */
  declare readonly maxPoints: Points
}

/** TOO_MANY_EXPORTS: As many files of lists are being written, or kept for download, as one member or the administrators may have at once. Wait until one is ready, or until one that is kept ends; then ask again with the same key. */
export class TooManyExportsError extends RefusalError {
  override readonly name = 'TooManyExportsError'
  declare readonly code: 'TOO_MANY_EXPORTS'
  /** What they are. */
  declare readonly are: 'RUNNING' | 'READY' | (string & {})
  /** How many there may be. */
  declare readonly limit: number
}

/** TOO_MANY_IMPORTS: As many files of the member are being imported, or wait to be begun, as it may have at once. Wait until one is done, or cancel one; then hand the file in again. */
export class TooManyImportsError extends RefusalError {
  override readonly name = 'TooManyImportsError'
  declare readonly code: 'TOO_MANY_IMPORTS'
  /** How many there may be. */
  declare readonly limit: number
}

/** VOUCHER_NOT_USABLE: The customer has this voucher, but it takes nothing off this bill: it was used, its days are over, or it is for other bills. Tell the customer what `bar` says, and send the sale under a new key without the voucher. */
export class VoucherNotUsableError extends RefusalError {
  override readonly name = 'VoucherNotUsableError'
  declare readonly code: 'VOUCHER_NOT_USABLE'
  /** What stands in its way. */
  declare readonly bar: 'USED' | 'REVOKED' | 'EXPIRED' | 'OTHER_MEMBER' | 'BELOW_MINIMUM' | 'NO_LINE' | (string & {})
  /** The code of the voucher, as it is printed. */
  declare readonly voucher: string
}

/** WEBHOOK_ADDRESS_REFUSED: Nothing is sent to such an address: it is no public https address. `reason` says why. Give an https address whose host is found by everybody and leads into no private network. */
export class WebhookAddressRefusedError extends RefusalError {
  override readonly name = 'WebhookAddressRefusedError'
  declare readonly code: 'WEBHOOK_ADDRESS_REFUSED'
  /** Why. */
  declare readonly reason: 'NOT_HTTPS' | 'CREDENTIALS' | 'PRIVATE' | 'UNKNOWN_HOST' | (string & {})
}

/** WEBHOOK_ENDPOINT_LIMIT: There are as many endpoints as one owner may have. Delete one that is not needed, or have one endpoint take more kinds of events. */
export class WebhookEndpointLimitError extends RefusalError {
  override readonly name = 'WebhookEndpointLimitError'
  declare readonly code: 'WEBHOOK_ENDPOINT_LIMIT'
  /** Most endpoints of one owner. */
  declare readonly limit: number
}

/** WEBHOOK_PAUSED: The endpoint is paused. Resume it first: what waits is sent then. */
export class WebhookPausedError extends RefusalError {
  override readonly name = 'WebhookPausedError'
  declare readonly code: 'WEBHOOK_PAUSED'
}

/** WEBHOOK_QUERY_REFUSED: The query of the endpoint is not valid against the schema, or is none that an event can be told by. `problems` says what is wrong. Give one query whose only variable is `$subjectId: ID!`. */
export class WebhookQueryRefusedError extends RefusalError {
  override readonly name = 'WebhookQueryRefusedError'
  declare readonly code: 'WEBHOOK_QUERY_REFUSED'
  /** What is wrong with it. */
  declare readonly problems: readonly string[]
}

/** WINDOW_STEP_NOT_READY: The step is next, and something is still missing. See `missing`, and repeat, under the same key if you like. */
export class WindowStepNotReadyError extends RefusalError {
  override readonly name = 'WindowStepNotReadyError'
  declare readonly code: 'WINDOW_STEP_NOT_READY'
  /** What is missing, each kind once. */
  declare readonly missing: readonly ('CUT_OFF' | 'STATEMENT' | 'ANSWER' | 'RESOLUTION' | 'PLAN' | 'APPROVALS' | 'PAYMENT' | (string & {}))[]
}

/** WINDOW_STEP_OUT_OF_ORDER: An earlier step of the window was left out. Take the steps before it first. */
export class WindowStepOutOfOrderError extends RefusalError {
  override readonly name = 'WindowStepOutOfOrderError'
  declare readonly code: 'WINDOW_STEP_OUT_OF_ORDER'
  /** Status that the step begins from. */
  declare readonly expected: 'OPEN' | 'CLOSED' | 'STATED' | 'AGREED' | 'APPROVED' | 'SETTLED' | (string & {})
  /** Status of the window now. */
  declare readonly windowStatus: 'OPEN' | 'CLOSED' | 'STATED' | 'AGREED' | 'APPROVED' | 'SETTLED' | (string & {})
}

/** WRITE_OFF_EXCEEDS_RECEIVABLE: More is to be written off than the member owes. Write off at most `owed`. */
export class WriteOffExceedsReceivableError extends RefusalError {
  override readonly name = 'WriteOffExceedsReceivableError'
  declare readonly code: 'WRITE_OFF_EXCEEDS_RECEIVABLE'
  /** What the member owes; 0 or less when it owes nothing. */
  declare readonly owed: ExactMoneyFragment
}
