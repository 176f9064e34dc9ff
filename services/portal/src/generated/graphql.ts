/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The side on which the balance of an account usually stands. */
export type AccountSide =
  /** Balance = credits less debits. */
  | 'CREDIT'
  /** Balance = debits less credits. */
  | 'DEBIT'
  | '%future added value';

/** The adjustment that a second person agrees to. */
export type AdjustmentApproveInput = {
  /** Id of the adjustment. */
  readonly adjustmentId: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
};

/** Why points are adjusted by hand. */
export type AdjustmentKind =
  /** Something was recorded wrong. */
  | 'CORRECTION'
  /** A kindness, for example after a complaint. */
  | 'GOODWILL'
  /** An award of promo points above the coalition's limit; made by promoAward alone. */
  | 'PROMO'
  | '%future added value';

/** What became of an adjustment. */
export type AdjustmentStatus =
  /** Agreed, and about to be booked. */
  | 'APPROVED'
  /** Booked. */
  | 'POSTED'
  /** Waits for a second person. */
  | 'PROPOSED'
  /** Could not be booked. */
  | 'REFUSED'
  /** Taken back before anybody agreed. */
  | 'WITHDRAWN'
  | '%future added value';

/** A proposal to take back. */
export type AdjustmentWithdrawInput = {
  /** Id of the adjustment. */
  readonly adjustmentId: string;
};

/** Lines that a bill must have: of one of the categories, or one of the articles. */
export type AnyLineInput = {
  /** Slash paths such as service/oil; each covers what lies under it. */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** Units of such lines that the bill must have together. */
  readonly minQuantity?: string | null | undefined;
  /** Article numbers. */
  readonly skus?: ReadonlyArray<string> | null | undefined;
};

/** A key to make. */
export type ApiKeyCreateInput = {
  /** When it ends by itself; left out, never. */
  readonly endsAt?: string | null | undefined;
  /** Administrators name the member, or none for another administrator's key. */
  readonly memberId?: string | null | undefined;
  /** Name for people. */
  readonly name: string;
  /** What it may do, of what its maker can give; left out, all of that. */
  readonly scopes?: ReadonlyArray<string> | null | undefined;
};

/** A key to revoke. */
export type ApiKeyRevokeInput = {
  /** Id of the key. */
  readonly id: string;
  /** Ends what it made as well, and what that made: keys, signing keys, tills and roles; endpoints are paused. For a key that leaked. */
  readonly withWhatItMade?: boolean | null | undefined;
};

/** A key to be replaced. */
export type ApiKeyRotateInput = {
  /** Id of the key. */
  readonly id: string;
  /** For how many hours the old key works beside the new one, 0 to 168; left out, 24. */
  readonly overlapHours?: number | null | undefined;
};

/** Whether a key was ended. */
export type ApiKeyState =
  /** Neither revoked nor past its end. It works, unless its member is closed. */
  | 'LIVING'
  /** It was revoked, or has ended by itself. */
  | 'OVER'
  | '%future added value';

/** Which keys: those that meet all that is given. */
export type ApiKeysFilter = {
  /** Only those of this member. */
  readonly memberId?: string | null | undefined;
  /** true: only the administrators' keys. Does not go with `memberId`. */
  readonly ofCoalition?: boolean | null | undefined;
  /** Only those that this is true of. */
  readonly state?: ApiKeyState | null | undefined;
};

/** Why a sale needs the coalition's approval. */
export type ApprovalGround =
  /** Its points pass the member's credit limit. */
  | 'CREDIT'
  /** It is handed in after the days agreed. */
  | 'LATE'
  | '%future added value';

/** A bank's statement. */
export type BankStatementImportInput = {
  /** The file as exported by the bank, in base64: 1C client-bank exchange or camt.053. A file has at most 750 KB, as many as a request holds; a larger one is exported by fewer days, or imported by `artel settle import`. */
  readonly contentBase64: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
};

/** What brought a customer: the code of a link, or a click of it. */
export type CameByInput =
  {   /** The click that the site remembered, `clk_...`. One that is not there, or leads to another member, refuses nothing. */
  readonly clickId: string; readonly code?: never; }
  |  { readonly clickId?: never;   /** The code of the link. One that no running link to the member has is refused. */
  readonly code: string; };

/** A customer's code. No part of what an idempotency key stands for. */
export type ConfirmationInput = {
  /** The six digits that the customer was sent; blanks and hyphens do not count. */
  readonly code: string;
  /** Id of the confirmation, from confirmationRequest. */
  readonly id: string;
};

/** What a customer confirms with a code. */
export type ConfirmationPurpose =
  /** Being in one household with another customer. */
  | 'HOUSEHOLD_JOIN'
  /** Giving points to another customer. */
  | 'POINTS_TRANSFER'
  /** Spending points at a member, at once or by a hold. */
  | 'SPEND'
  /** Letting frozen points be spent again. */
  | 'UNFREEZE'
  | '%future added value';

/** What a customer is to confirm. */
export type ConfirmationRequestInput = {
  /** Whose code it is: who joins, gives, spends or unfreezes. A customer's token may leave itself out. */
  readonly customer?: CustomerBy | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Language of the message; defaults to the coalition's first one. */
  readonly locale?: MessageLocale | null | undefined;
  /** Whom the customer joins or gives to; for HOUSEHOLD_JOIN and POINTS_TRANSFER alone. */
  readonly other?: CustomerBy | null | undefined;
  /** Most points that the code is good for; for POINTS_TRANSFER and SPEND alone. */
  readonly points?: string | null | undefined;
  /** What the code is for. */
  readonly purpose: ConfirmationPurpose;
};

/** A yes of a customer. */
export type ConsentGivenInput = {
  /** When the customer said it; now when left out. */
  readonly happenedAt?: string | null | undefined;
  /** Where the proof is, such as the number of a form: 128 characters at most, and no personal data. */
  readonly proof?: string | null | undefined;
  /** What to. */
  readonly purpose: ConsentPurpose;
  /** How the customer said it. */
  readonly source: ConsentSource;
  /** Version of the text that the customer was shown: one that the coalition has published. */
  readonly textVersion: string;
};

/** What a customer agrees to; new ones may come. */
export type ConsentPurpose =
  /** Being called. */
  | 'MARKETING_CALL'
  /** Being written to by e-mail. */
  | 'MARKETING_EMAIL'
  /** Being shown notifications. */
  | 'MARKETING_PUSH'
  /** Being written to by SMS. */
  | 'MARKETING_SMS'
  /** That personal data is kept and shared among the members. */
  | 'PERSONAL_DATA'
  /** The rules of the programme. */
  | 'PROGRAMME_RULES'
  | '%future added value';

/** How a customer said yes or no; new ones may come. */
export type ConsentSource =
  /** Before Artel, and taken over. */
  | 'IMPORT'
  /** By a member's own system, which did not say how. */
  | 'MEMBER_SYSTEM'
  /** On paper. */
  | 'PAPER'
  /** On the phone. */
  | 'PHONE'
  /** At a till. */
  | 'TILL'
  /** On a page of the member or of the coalition. */
  | 'WEB'
  /** In a widget of Artel. */
  | 'WIDGET'
  | '%future added value';

/** Names a customer in exactly one way. */
export type CustomerBy =
  {   /** Number of one of the customer's cards. */
  readonly cardNumber: string; readonly id?: never; readonly phone?: never; readonly reference?: never; }
  |  { readonly cardNumber?: never;   /** Id of the customer. */
  readonly id: string; readonly phone?: never; readonly reference?: never; }
  |  { readonly cardNumber?: never; readonly id?: never;   /** Any common notation; normalised to E.164. */
  readonly phone: string; readonly reference?: never; }
  |  { readonly cardNumber?: never; readonly id?: never; readonly phone?: never;   /** The calling member's own id of the customer. */
  readonly reference: string; };

/** A customer to enrol at the calling member. */
export type CustomerEnrolInput = {
  /** ISO date, from 1900 to today. */
  readonly birthDate?: string | null | undefined;
  /** What brought the customer here. */
  readonly cameBy?: CameByInput | null | undefined;
  /** Version of the text about personal data that the customer agreed to, by your word. */
  readonly consentVersion: string;
  /** What the customer agreed to, with its proof: one a purpose. */
  readonly consents?: ReadonlyArray<ConsentGivenInput> | null | undefined;
  /** E-mail. */
  readonly email?: string | null | undefined;
  /** Name for people. */
  readonly name: string;
  /** Any common notation; stored as E.164. */
  readonly phone?: string | null | undefined;
  /** The calling member's own id of the customer. */
  readonly reference?: string | null | undefined;
  /** The referral code of the customer who recommended the programme, as it was said, shown or typed. One that nobody has is refused. */
  readonly referralCode?: string | null | undefined;
};

/** A customer whose personal data is to go for good. */
export type CustomerEraseInput = {
  /** Id of the customer. By id alone: a mistyped phone must not erase somebody else. */
  readonly customerId: string;
  /** The coalition forgives points that the customer owes. Without it such a customer is refused. */
  readonly forgivesDebts?: boolean | null | undefined;
  /** The customer knows that its points are lost: they end as points end whose time has run out. Without it a customer with points is refused; above what one person may adjust it is refused with it too. */
  readonly givesUpPoints?: boolean | null | undefined;
  /** Why. */
  readonly reason: ErasureReason;
  /** Your own number of the request, without personal data. 128 characters at most. */
  readonly reference?: string | null | undefined;
};

/** Whose points stand still. */
export type CustomerFreezeInput = {
  /** Whose points; a customer's token may leave itself out. */
  readonly customer?: CustomerBy | null | undefined;
  /** Whether the customer's phone is gone as well, which gets its codes: then only an administrator unfreezes. As always for an administrator's own freeze. */
  readonly isPhoneLost?: boolean | null | undefined;
  /** Why, 500 characters at most; administrators see it. */
  readonly reason?: string | null | undefined;
};

/** A duplicate, and the customer who is the same person. */
export type CustomerMergeInput = {
  /** The duplicate's code for a POINTS_TRANSFER to the survivor, where more points move than the coalition's adjustmentLimitPoints. */
  readonly confirmation?: ConfirmationInput | null | undefined;
  /** The duplicate, which goes. Best named by id: its phone and cards lead to the survivor then. */
  readonly customer: CustomerBy;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** The survivor. */
  readonly into: CustomerBy;
};

/** Whether a customer can be served. */
export type CustomerStatus =
  /** Can be served. */
  | 'ACTIVE'
  /** Was merged into another customer. */
  | 'CLOSED'
  | '%future added value';

/** Whose points may be spent again. */
export type CustomerUnfreezeInput = {
  /** The customer's code for UNFREEZE; administrators leave it out. */
  readonly confirmation?: ConfirmationInput | null | undefined;
  /** Whose points; a customer's token may leave itself out. */
  readonly customer?: CustomerBy | null | undefined;
  /** Why, 500 characters at most; administrators must say. */
  readonly reason?: string | null | undefined;
};

/** Which customers: those that meet all that is given. */
export type CustomersFilter = {
  /** Only those that enrolled at this member. A member names itself alone: who enrolled whom is between those two. */
  readonly enrolledBy?: string | null | undefined;
  /** Only those that enrolled then or later. */
  readonly enrolledFrom?: string | null | undefined;
  /** Only those that enrolled before then. */
  readonly enrolledTo?: string | null | undefined;
  /** Beginnings of words of the name (case does not matter, and е stands for ё), a card number, a telephone written in any way, or its last four digits, or the beginning of the plate of a vehicle, in Cyrillic or Latin letters. A member finds by telephone those that it enrolled. At most 100 characters. */
  readonly search?: string | null | undefined;
  /** Only those that this is true of. */
  readonly status?: CustomerStatus | null | undefined;
};

/** A line to dispute. */
export type DisputeOpenInput = {
  /** Entry of the line. */
  readonly entryId: string;
  /** Links and references, at most 20. */
  readonly evidence?: ReadonlyArray<string> | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Place of the leg in its entry. */
  readonly position: number;
  /** Why, in words. */
  readonly reason: string;
  /** Id of the statement. */
  readonly statementId: string;
};

/** How a dispute ended. */
export type DisputeOutcome =
  /** The line stands, and the next plan asks for it. */
  | 'REJECTED'
  /** The line was wrong: it is undone, in whole or in part, in the open window. */
  | 'UPHELD'
  | '%future added value';

/** A decision on a dispute. */
export type DisputeResolveInput = {
  /** How much is taken off an upheld line, without sign; all of it when left out. */
  readonly amountMicros?: string | null | undefined;
  /** Id of the dispute. */
  readonly disputeId: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Why, for both sides. */
  readonly note: string;
  /** How it ends. */
  readonly outcome: DisputeOutcome;
};

/** How a sale earns. */
export type EarnRuleKind =
  /** A number of points a purchase. */
  | 'FIXED'
  /** A share of the money part. */
  | 'PERCENT'
  | '%future added value';

/** The event that an entry books. */
export type EntryKind =
  /** An adjustment by hand, with a reason. */
  | 'ADJUSTMENT'
  /** Earned points paid a debt. */
  | 'DEBT_RECOVERY'
  /** Others paid the member for a discount of a sale, or were paid back; it moves no points. */
  | 'DISCOUNT_COST'
  /** A sale earned points. */
  | 'EARN'
  /** A refund reversed earned points. */
  | 'EARN_REVERSAL'
  /** Points expired. */
  | 'EXPIRE'
  /** Points were reserved. */
  | 'HOLD'
  /** A reservation timed out. */
  | 'HOLD_EXPIRE'
  /** A reservation was released by the member. */
  | 'HOLD_VOID'
  /** All points came from a customer merged into this one. */
  | 'MERGE_IN'
  /** All points went to the customer that this one was merged into. */
  | 'MERGE_OUT'
  /** Members issued promo points. */
  | 'PROMO'
  /** Points paid part of a bill. */
  | 'REDEEM'
  /** A refund returned redeemed points. */
  | 'REDEEM_REVERSAL'
  /** Points came from another customer of the household. */
  | 'TRANSFER_IN'
  /** Points went to another customer of the household. */
  | 'TRANSFER_OUT'
  | '%future added value';

/** Why a customer's personal data is taken away. */
export type ErasureReason =
  /** The customer no longer agrees to its data being kept. */
  | 'CONSENT_WITHDRAWN'
  /** The customer asked for it. */
  | 'CUSTOMER_REQUEST'
  /** A law or an authority demands it. */
  | 'LEGAL_DUTY'
  | '%future added value';

/** Which rows: those that meet all that is given. What a list has no such thing of is refused. */
export type ExportFilters = {
  /** Only rows of this customer: of purchases and entries. */
  readonly customerId?: string | null | undefined;
  /** Only rows of then or later; not of statements. */
  readonly from?: string | null | undefined;
  /** Only rows of this member; of customers, those that enrolled at it. Not of transfers. */
  readonly memberId?: string | null | undefined;
  /** Only rows of before then; not of statements. */
  readonly to?: string | null | undefined;
  /** Only those of this window: of statements. */
  readonly windowNo?: number | null | undefined;
};

/** How the file is written. */
export type ExportFormat =
  /** RFC 4180: commas, decimal points, instants in UTC. */
  | 'CSV'
  /** What a Russian Excel opens: semicolons, decimal commas, days of the coalition as dd.mm.yyyy. */
  | 'CSV_RU'
  /** A JSON object a line; amounts are decimal strings. */
  | 'JSONL'
  | '%future added value';

/** Which list a file is of: the rows are those that the list would answer. */
export type ExportKind =
  /** The audit log: `auditEvents`. */
  | 'AUDIT'
  /** Customers with their contacts, as far as the caller sees them: `customers`. */
  | 'CUSTOMERS'
  /** Entries of customers' points: `entries`. */
  | 'ENTRIES'
  /** Sales: `purchases`. */
  | 'PURCHASES'
  /** Refunds: `refunds`. */
  | 'REFUNDS'
  /** Statements of closed windows, a row each: `memberStatements`. */
  | 'STATEMENTS'
  /** Debit and credit of every entry of both books. Administrators only. */
  | 'TRANSFERS'
  | '%future added value';

/** A list to write as a file. */
export type ExportStartInput = {
  /** Which rows; all when left out. */
  readonly filters?: ExportFilters | null | undefined;
  /** How it is written. */
  readonly format: ExportFormat;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Which list. */
  readonly kind: ExportKind;
};

/** Where a file is. */
export type ExportState =
  /** It was removed: its day is over, or a customer in it was erased. */
  | 'ENDED'
  /** It could not be written: `failure` says why. */
  | 'FAILED'
  /** No row of it is written yet. */
  | 'QUEUED'
  /** It can be downloaded. */
  | 'READY'
  /** It is being written. */
  | 'RUNNING'
  | '%future added value';

/** What a period is divided into. */
export type FigurePart =
  /** Local days of the coalition. */
  | 'DAY'
  /** Calendar months. */
  | 'MONTH'
  /** Weeks, from Monday. */
  | 'WEEK'
  | '%future added value';

/** A fiscal drive of a till of the member. */
export type FiscalDriveAddInput = {
  /** Its number, 16 digits. */
  readonly fn: string;
  /** Since when it is in use, at most 30 days back; defaults to now. */
  readonly since?: string | null | undefined;
};

/** A fiscal drive that was replaced. */
export type FiscalDriveCloseInput = {
  /** Id of the drive. */
  readonly id: string;
  /** Until when it was in use, excluded, not before `since`; defaults to now. */
  readonly until?: string | null | undefined;
};

/** What names a Russian fiscal receipt: the parts `fn`, `i` and `fp` of its QR code. Leading zeros of the last two do not count. */
export type FiscalReceiptInput = {
  /** Number of the fiscal drive, 16 digits. */
  readonly fn: string;
  /** Fiscal sign of the document, 1 to 10 digits. */
  readonly fp: string;
  /** Number of the fiscal document, 1 to 10 digits. */
  readonly i: string;
};

/** Who froze or unfroze a customer's points. */
export type FreezeActor =
  /** An administrator of the coalition. */
  | 'ADMIN'
  /** The customer, by its token. */
  | 'CUSTOMER'
  /** A member, at the till or by its server. */
  | 'MEMBER'
  | '%future added value';

/** What happened to a customer's points. */
export type FreezeChange =
  /** Nothing of them is spent, held or given from then on. */
  | 'FROZEN'
  /** They may be spent again. */
  | 'UNFROZEN'
  | '%future added value';

/** The final bill of a hold. */
export type HoldCaptureInput = {
  /** The click of a link that led to the sale, `clk_...`: what the site remembered. A click that is not there refuses nothing. */
  readonly clickId?: string | null | undefined;
  /** A code that the customer named: 3 to 32 Latin or Cyrillic letters, digits and hyphens, in any case. */
  readonly code?: string | null | undefined;
  /** What the customer was told that is left to pay in money: `moneyPart` of the quote. Refused when it comes to anything else. */
  readonly expectedToPay?: MoneyInput | null | undefined;
  /** The fiscal receipt of the till: one is one purchase of the coalition, and nobody claims it again. */
  readonly fiscal?: FiscalReceiptInput | null | undefined;
  /** Id of the hold. */
  readonly holdId: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** When given, must sum to the total. */
  readonly lines?: ReadonlyArray<PurchaseLineInput> | null | undefined;
  /** When the sale happened; defaults to now. */
  readonly occurredAt?: string | null | undefined;
  /** Points to take; defaults to as many held points as the final bill may take. */
  readonly points?: string | null | undefined;
  /** The member's own receipt number: one receipt is one purchase. */
  readonly receiptRef: string;
  /** The final bill, points part included. */
  readonly total: MoneyInput;
  /** Codes of the customer's vouchers to use on it, 10 at most, as they are printed or typed. */
  readonly vouchers?: ReadonlyArray<string> | null | undefined;
};

/** Points to reserve. */
export type HoldCreateInput = {
  /** The bill as it is now. */
  readonly bill: MoneyInput;
  /** A code that the customer named: 3 to 32 Latin or Cyrillic letters, digits and hyphens, in any case. */
  readonly code?: string | null | undefined;
  /** The customer's code, where so many points need one; with a customer's token too. */
  readonly confirmation?: ConfirmationInput | null | undefined;
  /** Members name the customer; a customer's token holds its own points. */
  readonly customer?: CustomerBy | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** The member's own name of the order. */
  readonly orderRef: string;
  /** Points to reserve. */
  readonly points: string;
  /** Time-out in seconds; defaults to the terms' and is never longer. */
  readonly ttlSeconds?: number | null | undefined;
};

/** What became of a hold. */
export type HoldStatus =
  /** Became a purchase. */
  | 'CAPTURED'
  /** Released by its time-out. */
  | 'EXPIRED'
  /** Points are reserved. */
  | 'OPEN'
  /** Released by the member. */
  | 'VOIDED'
  | '%future added value';

/** A hold to release. */
export type HoldVoidInput = {
  /** Id of the hold. */
  readonly holdId: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
};

/** Which holds: those that meet all that is given. */
export type HoldsFilter = {
  /** Only those of this customer's points. */
  readonly customerId?: string | null | undefined;
  /** Only those whose time-out is before then. */
  readonly endsBefore?: string | null | undefined;
  /** Only those whose time-out is then or later. */
  readonly endsFrom?: string | null | undefined;
  /** Only those for orders at this member. */
  readonly memberId?: string | null | undefined;
  /** Only those for the order of this number: the member's own name of it, as it was given. */
  readonly orderRef?: string | null | undefined;
  /** Only those that this became of. */
  readonly status?: HoldStatus | null | undefined;
};

/** Languages that letters are written in. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU'
  | '%future added value';

/** A period in which something is counted. */
export type LimitPeriod =
  /** A day of the coalition's calendar. */
  | 'DAY'
  /** A month of it. */
  | 'MONTH'
  /** The whole life of the rule. */
  | 'RULE'
  | '%future added value';

/** What kind of business a member is. */
export type MemberKind =
  /** Repairs and maintains cars. */
  | 'AUTO_SERVICE'
  /** A cafe. */
  | 'CAFE'
  /** Washes cars. */
  | 'CAR_WASH'
  /** A club. */
  | 'CLUB'
  /** Insures. */
  | 'INSURANCE'
  /** Anything else. */
  | 'OTHER'
  /** Sells parts. */
  | 'PARTS_SHOP'
  /** Fits tyres. */
  | 'TYRE'
  | '%future added value';

/** Size of a member. */
export type MemberSegment =
  /** A chain. */
  | 'LARGE'
  /** A few places. */
  | 'MEDIUM'
  /** One place, a few people. */
  | 'SMALL'
  | '%future added value';

/** What a member has said to its statement. */
export type MemberStatementStatus =
  /** Accepted, by word or by silence. */
  | 'ACCEPTED'
  /** Lines of it wait for a decision; no plan asks for them until then. */
  | 'DISPUTED'
  /** Its disputes were decided. */
  | 'RESOLVED'
  /** Nothing yet. */
  | 'STATED'
  | '%future added value';

/** Where a member stands in the coalition. */
export type MemberStatus =
  /** Issues and redeems points. */
  | 'ACTIVE'
  /** Has left for good. */
  | 'CLOSED'
  /** Has given notice: redeems points, issues none. */
  | 'EXITING'
  /** Admitted; has yet to accept the terms. */
  | 'INVITED'
  /** Stopped by an administrator. */
  | 'SUSPENDED'
  | '%future added value';

/** The member whose status changes. */
export type MemberStatusInput = {
  /** Id of the member. */
  readonly memberId: string;
};

/** How a message reaches a person. */
export type MessageChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** By phone. */
  | 'SMS'
  | '%future added value';

/** The language of a message. */
export type MessageLocale =
  /** English. */
  | 'en'
  /** Russian. */
  | 'ru'
  | '%future added value';

/** An amount of what customers pay. */
export type MoneyInput = {
  /** Amount in the currency's minor unit. */
  readonly amountMinor: string;
  /** ISO 4217; must be the coalition's currency. */
  readonly currency?: string;
};

/** Lines that a bill must not have. */
export type NoLineInput = {
  /** Slash paths such as service/oil; each covers what lies under it. */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** Article numbers. */
  readonly skus?: ReadonlyArray<string> | null | undefined;
};

/** The coalition's own accounts of the money book. */
export type OperatorAccountKind =
  /** Money that was paid to the coalition and from it. */
  | 'BANK'
  /** The operator's part of points that ran out. */
  | 'BREAKAGE'
  /** Fees of issued and redeemed points. */
  | 'FEES'
  /** Receivables written off. */
  | 'LOSS'
  /** The fund for promotions. */
  | 'PROMO_FUND'
  /** Deposits behind outstanding points. */
  | 'RESERVE'
  /** What the operator has drawn of its revenue. */
  | 'REVENUE_DRAWN'
  /** Parts of a minor unit that settling leaves. */
  | 'ROUNDING'
  | '%future added value';

/** How far a payment is made. */
export type PaymentLegStatus =
  /** Nothing yet. */
  | 'OPEN'
  /** All of it. */
  | 'PAID'
  /** In part. */
  | 'PARTIAL'
  /** Missed; a later plan asks for what is left. */
  | 'RECEIVABLE'
  | '%future added value';

/** Money that was paid. */
export type PaymentRecordInput = {
  /** How much, minor units; more than is open counts for the member in the next window. */
  readonly amountMinor: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** It is another payment than one of the same leg, amount and day that is on record. */
  readonly isAnother?: boolean | null | undefined;
  /** What it pays. */
  readonly legId: string;
  /** A note. */
  readonly note?: string | null | undefined;
  /** ISO date on which the money moved. */
  readonly paidOn: string;
};

/** Whom a code is for. */
export type PinCodeCreateInput = {
  /** Id of the person's accepted role at the member: `CASHIER` or `MEMBER_MANAGER`. */
  readonly grantId: string;
};

/** A code, and the PIN to set with it. */
export type PinSetByCodeInput = {
  /** What the manager handed out. */
  readonly code: string;
  /** Four to eight digits that are hard to guess. */
  readonly pin: string;
};

/** A PIN. */
export type PinSetInput = {
  /** Four to eight digits that are hard to guess. */
  readonly pin: string;
};

/** A yes to a plan. */
export type PlanApproveInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Hash of the plan that was read. */
  readonly planHash: string;
  /** Id of the plan. */
  readonly planId: string;
};

/** How money goes from debtors to creditors. */
export type PlanMethod =
  /** Debtors pay the coalition's account, creditors are paid from it. */
  | 'HUB'
  /** Members pay each other. */
  | 'PEER'
  | '%future added value';

/** A window to make a plan for. */
export type PlanProposeInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** How money goes; HUB when left out. */
  readonly method?: PlanMethod | null | undefined;
  /** Number of the window. */
  readonly windowNo: number;
};

/** Names a purchase in exactly one way. */
export type PurchaseBy =
  {   /** Id of the purchase. */
  readonly id: string; readonly receiptRef?: never; }
  |  { readonly id?: never;   /** The calling member's own receipt. */
  readonly receiptRef: string; };

/** One line of a bill. */
export type PurchaseLineInput = {
  /** What it is, as a slash path of the coalition's, such as service/oil: 1 to 5 words of at most 40 letters, digits and hyphens, in any case. */
  readonly category?: string | null | undefined;
  /** False for what never earns points: gift cards, deposits. Earns when left out. */
  readonly earns?: boolean | null | undefined;
  /** How much of it: more than 0, at most 1000000. Counts as one when left out. */
  readonly quantity?: string | null | undefined;
  /** The member's own name of the line, unique in the bill. */
  readonly ref: string;
  /** The member's article number: at most 64 characters. */
  readonly sku?: string | null | undefined;
  /** Title for people. */
  readonly title: string;
  /** The whole line, quantity included. */
  readonly total: MoneyInput;
};

/** What a sale had to do with points. */
export type PurchasePoints =
  /** It earned some. */
  | 'EARNED'
  /** Neither. */
  | 'NONE'
  /** It was paid with some, in part. */
  | 'REDEEMED'
  | '%future added value';

/** The purchase to think through. */
export type PurchaseQuoteInput = {
  /** A code that the customer named: 3 to 32 Latin or Cyrillic letters, digits and hyphens, in any case. */
  readonly code?: string | null | undefined;
  /** Members may quote for a customer; a customer's token quotes for itself. */
  readonly customer?: CustomerBy | null | undefined;
  /** When given, must sum to the total. */
  readonly lines?: ReadonlyArray<PurchaseLineInput> | null | undefined;
  /** Defaults to the caller's member; required for anonymous callers. */
  readonly memberId?: string | null | undefined;
  /** Points to spend on it. */
  readonly points?: string | null | undefined;
  /** The whole bill, points part included. */
  readonly total: MoneyInput;
  /** Codes of the customer's vouchers to use on it, 10 at most, as they are printed or typed. */
  readonly vouchers?: ReadonlyArray<string> | null | undefined;
};

/** A sale to record. */
export type PurchaseRecordInput = {
  /** The click of a link that led to the sale, `clk_...`: what the site remembered. A click that is not there refuses nothing. */
  readonly clickId?: string | null | undefined;
  /** A code that the customer named: 3 to 32 Latin or Cyrillic letters, digits and hyphens, in any case. */
  readonly code?: string | null | undefined;
  /** The customer's code, where so many points need one. */
  readonly confirmation?: ConfirmationInput | null | undefined;
  /** Who bought. */
  readonly customer: CustomerBy;
  /** What the customer was told that is left to pay in money: `moneyPart` of the quote. Refused when it comes to anything else. */
  readonly expectedToPay?: MoneyInput | null | undefined;
  /** The fiscal receipt of the till: one is one purchase of the coalition, and nobody claims it again. */
  readonly fiscal?: FiscalReceiptInput | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** When given, must sum to the total. */
  readonly lines?: ReadonlyArray<PurchaseLineInput> | null | undefined;
  /** When the sale happened; defaults to now. */
  readonly occurredAt?: string | null | undefined;
  /** Points to spend on it. */
  readonly points?: string;
  /** The member's own receipt number: one receipt is one purchase. */
  readonly receiptRef: string;
  /** The whole bill, points part included. */
  readonly total: MoneyInput;
  /** Codes of the customer's vouchers to use on it, 10 at most, as they are printed or typed. */
  readonly vouchers?: ReadonlyArray<string> | null | undefined;
};

/** What to undo of a purchase: at most one of amount and lines; neither = all that is left. */
export type PurchaseRefundInput = {
  /** How much of the bill. */
  readonly amount?: MoneyInput | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Which lines, and how much of each. */
  readonly lines?: ReadonlyArray<RefundLineInput> | null | undefined;
  /** Which purchase. */
  readonly purchase: PurchaseBy;
  /** Why, in the words of the member. */
  readonly reason?: string;
};

/** Whether a sale stands as it was recorded. */
export type PurchaseState =
  /** It was refunded, in whole or in part. */
  | 'REFUNDED'
  /** Nothing of it was refunded. */
  | 'WHOLE'
  | '%future added value';

/** Which sales: those that meet all that is given. */
export type PurchasesFilter = {
  /** Only those with a line of this category or of one within it; likewise. */
  readonly category?: string | null | undefined;
  /** Only those of this customer. */
  readonly customerId?: string | null | undefined;
  /** Only those made at this member. */
  readonly memberId?: string | null | undefined;
  /** Only those that happened then or later. */
  readonly occurredFrom?: string | null | undefined;
  /** Only those that happened before then. */
  readonly occurredTo?: string | null | undefined;
  /** Only those that this person recorded, signed in. */
  readonly personId?: string | null | undefined;
  /** Only those that this is true of. */
  readonly points?: PurchasePoints | null | undefined;
  /** Only the one with this receipt. Administrators name the member too: a number is its own. */
  readonly receiptRef?: string | null | undefined;
  /** Only those recorded then or later. */
  readonly recordedFrom?: string | null | undefined;
  /** Only those recorded before then. */
  readonly recordedTo?: string | null | undefined;
  /** Only those that this rule gave something on. */
  readonly ruleId?: string | null | undefined;
  /** Only those with this article on a line; of more than 10 000 the newest. Name a period with it. */
  readonly sku?: string | null | undefined;
  /** Only those that stand so. */
  readonly state?: PurchaseState | null | undefined;
  /** Only those that were recorded at this till. */
  readonly tillId?: string | null | undefined;
};

/** A claim to say yes to. */
export type ReceiptClaimConfirmInput = {
  /** Id of the claim. */
  readonly id: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
};

/** A claim to say no to. */
export type ReceiptClaimDeclineInput = {
  /** Id of the claim. */
  readonly id: string;
  /** Why, for the customer; at most 200 characters. */
  readonly reason: string;
};

/** Where a claim of a receipt is today. */
export type ReceiptClaimState =
  /** Its member said yes: it is a purchase. */
  | 'CONFIRMED'
  /** Its member said no. */
  | 'DECLINED'
  /** Nobody decided it in its days. */
  | 'EXPIRED'
  /** Its member has to say yes or no. */
  | 'PENDING'
  /** A till recorded the receipt, or the member confirmed the claim of another customer: points went to whom that purchase names. */
  | 'RECORDED'
  | '%future added value';

/** A line to refund. */
export type RefundLineInput = {
  /** How much of it; defaults to all that is left of the line. */
  readonly amount?: MoneyInput | null | undefined;
  /** The member's own name of the line. */
  readonly ref: string;
};

/** What was said to paying for a version of another's rule. */
export type RuleAnswer =
  /** Yes. */
  | 'ACCEPTED'
  /** Nothing yet. */
  | 'ASKED'
  /** No, or a yes that was taken back. */
  | 'DECLINED'
  | '%future added value';

/** Which version of a rule the caller speaks of. */
export type RuleAnswerInput = {
  /** Id of the rule. */
  readonly id: string;
  /** The version that was read. */
  readonly version: number;
};

/** What the rule gives all customers at most: points, an amount of money or vouchers, one of them. */
export type RuleBudgetInput = {
  /** Money: discounts, and points at face value. */
  readonly amount?: MoneyInput | null | undefined;
  /** In which period. */
  readonly per: LimitPeriod;
  /** Points. */
  readonly points?: string | null | undefined;
  /** Vouchers. */
  readonly vouchers?: number | null | undefined;
};

/** How the rule stands beside others. */
export type RuleCombinationInput = {
  /** Rules of one group that are BEST compete; `base` is that of the earn rule. `extra` when left out. */
  readonly group?: string | null | undefined;
  /** ADD when left out. */
  readonly mode?: RuleCombineMode | null | undefined;
  /** Higher first, -1000 to 1000; 0 when left out. */
  readonly priority?: number | null | undefined;
};

/** How rules of one group stand beside each other. */
export type RuleCombineMode =
  /** Gives beside the others. */
  | 'ADD'
  /** The one worth most to the customer gives. */
  | 'BEST'
  | '%future added value';

/** What must hold, all of it. */
export type RuleConditionsInput = {
  /** The bill has such a line; percentages are then of such lines alone. */
  readonly anyLine?: AnyLineInput | null | undefined;
  /** The code that the customer names: 3 to 32 letters, digits and hyphens, in any case. */
  readonly code?: string | null | undefined;
  /** Of the customer. */
  readonly customer?: RuleCustomerInput | null | undefined;
  /** Of the whole bill before discounts. */
  readonly minTotal?: MoneyInput | null | undefined;
  /** The bill has no such line. */
  readonly noLine?: NoLineInput | null | undefined;
};

/** What the customer must have done before, or be. */
export type RuleCustomerInput = {
  /** It bought at the member before, but not for so many local days: 1 to 3660. */
  readonly absentDays?: number | null | undefined;
  /** It is its first purchase at any member. */
  readonly firstInCoalition?: boolean | null | undefined;
  /** It is its first purchase at the member. */
  readonly firstPurchaseHere?: boolean | null | undefined;
  /** It is in one of these segments, of the member or of the coalition: ids, 1 to 20. */
  readonly segments?: ReadonlyArray<string> | null | undefined;
  /** It has one of these tiers, of the member or of the coalition: ids, 1 to 20. */
  readonly tiers?: ReadonlyArray<string> | null | undefined;
};

/** What a rule says. What is left out limits nothing. */
export type RuleDefinitionInput = {
  /** Of a rule of the coalition: public ids of the members whose sales it is for; all members when left out. */
  readonly at?: ReadonlyArray<string> | null | undefined;
  /** How it stands beside others. */
  readonly combine?: RuleCombinationInput | null | undefined;
  /** What it gives: 1 to 4. */
  readonly give: ReadonlyArray<RuleEffectInput>;
  /** What must hold. */
  readonly if?: RuleConditionsInput | null | undefined;
  /** What it gives at most. */
  readonly limits?: RuleLimitsInput | null | undefined;
  /** One purchase gets no more of it, points at face value. Must be given where another than the seller pays. */
  readonly maxPerPurchase?: MoneyInput | null | undefined;
  /** What the member calls it. */
  readonly name: RuleNameInput;
  /** Who pays, 1 to 10. When left out the seller, for a rule of the coalition its promo fund. Whoever else is named is asked, and the rule gives nothing until all have accepted. */
  readonly pays?: ReadonlyArray<RulePayerInput> | null | undefined;
  /** The pilot that it is tried in: one of the member, or of all. None when left out. */
  readonly pilotId?: string | null | undefined;
  /** When it holds. */
  readonly schedule: RuleScheduleInput;
  /** What it gives for; purchases when left out. Stays as it is once the rule is scheduled. */
  readonly when?: RuleTriggerInput | null | undefined;
};

/** A rule to write down. */
export type RuleDraftInput = {
  /** What it says. */
  readonly definition: RuleDefinitionInput;
  /** The template that it was made of, such as happy-hours. */
  readonly template?: string | null | undefined;
};

/** A rule to try out. */
export type RuleDryRunInput = {
  /** What it says. */
  readonly definition: RuleDefinitionInput;
  /** Administrators name the member; a member tries out its own. */
  readonly memberId?: string | null | undefined;
};

/** Something to give: exactly one of these. */
export type RuleEffectInput =
  {   /** An amount off. */
  readonly discountFixed: MoneyInput; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never;   /** true: one unit of the lines costs nothing, the cheapest. A bill without lines has none. */
  readonly discountFreeLine: boolean; readonly discountPercentBps?: never; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never;   /** A share off the lines, basis points: 1 to 10000. */
  readonly discountPercentBps: number; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never;   /** Points once a bill. */
  readonly pointsFixed: string; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never;   /** To so much of the points of the earn rule, basis points: 20000 doubles them. */
  readonly pointsMultiplyBps: number; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never;   /** Points for each unit of the lines. */
  readonly pointsPerUnit: string; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never;   /** Points worth a share of what the lines cost in money, basis points: 1 to 10000. */
  readonly pointsPercentBps: number; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never;   /** A voucher; at most one of a rule. */
  readonly voucher: RuleVoucherInput; };

/** What the rule gives at most. */
export type RuleLimitsInput = {
  /** Of all customers. */
  readonly budget?: RuleBudgetInput | null | undefined;
  /** Of one customer. */
  readonly perCustomer?: RuleUsesInput | null | undefined;
  /** One purchase gets no more. */
  readonly perPurchasePoints?: string | null | undefined;
};

/** What the member calls the rule, 1 to 80 characters each. */
export type RuleNameInput = {
  /** In English. */
  readonly en: string;
  /** In Russian. */
  readonly ru: string;
};

/** Who pays for a share of what the rule gives: a member or the promo fund. */
export type RulePayerInput = {
  /** true: the promo fund of the coalition pays, as far as it reaches. */
  readonly isPromoFund?: boolean | null | undefined;
  /** Public id of the member; left out for the promo fund. */
  readonly memberId?: string | null | undefined;
  /** Basis points; those of all payers sum to 10000. */
  readonly shareBps: number;
};

/** When the rule holds, in days of the coalition's calendar. */
export type RuleScheduleInput = {
  /** ISO date. */
  readonly fromDay: string;
  /** ISO date, included; until it is ended when left out. */
  readonly toDay?: string | null | undefined;
  /** At most 14 parts; all hours when left out. */
  readonly weekly?: ReadonlyArray<WeeklyHoursInput> | null | undefined;
};

/** Where a rule is today. */
export type RuleStatus =
  /** Being written; gives nothing. */
  | 'DRAFT'
  /** Over for good: ended, or past its last day. */
  | 'ENDED'
  /** Stopped until it is resumed. */
  | 'PAUSED'
  /** Gives. */
  | 'RUNNING'
  /** Gives from its first day on. */
  | 'SCHEDULED'
  | '%future added value';

/** A rule to take a step on. */
export type RuleStepInput = {
  /** Id of the rule. */
  readonly id: string;
};

/** What the rule gives for that is no purchase. It gives fixed points, and asks for nothing of a bill. */
export type RuleTriggerInput = {
  /** Of EVENT: its name, up to 40 lower-case Latin letters, digits and hyphens. */
  readonly event?: string | null | undefined;
  /** Of REFERRER and REFERRED: what the friend's purchase comes to at least; any does when left out. */
  readonly minTotal?: MoneyInput | null | undefined;
  /** What must happen. */
  readonly on: RuleTriggerKind;
  /** Of REFERRER and REFERRED: days of the coalition's calendar that pass after it, 0 to 365; none when left out. */
  readonly waitDays?: number | null | undefined;
};

/** What a rule gives for that is no purchase. */
export type RuleTriggerKind =
  /** The customer's birthday; 28 February in years without the 29th. Once a year. */
  | 'BIRTHDAY'
  /** The customer joins the programme. Once a customer, for ever. */
  | 'ENROL'
  /** Something else that a member records, by the event's name. */
  | 'EVENT'
  /** The customer, whom another recommended, made the first purchase: for it. Once a customer, for ever. */
  | 'REFERRED'
  /** Somebody whom the customer recommended made the first purchase: for the customer. */
  | 'REFERRER'
  /** A visit that a member records. */
  | 'VISIT'
  | '%future added value';

/** How often one customer may have the rule. */
export type RuleUsesInput = {
  /** In which period. */
  readonly per: LimitPeriod;
  /** So many purchases: 1 to 1000. */
  readonly times: number;
};

/** A voucher that the rule gives: money off one later bill. Exactly one of the discounts. */
export type RuleVoucherInput = {
  /** The bill has such a line; something is taken off such lines alone. */
  readonly anyLine?: RuleVoucherLineInput | null | undefined;
  /** Public ids of the members whose bills it takes something off, 1 to 20. All but the owner are asked, like payers. */
  readonly at: ReadonlyArray<string>;
  /** An amount off. */
  readonly discountFixed?: MoneyInput | null | undefined;
  /** A share off the lines, basis points: 1 to 10000. */
  readonly discountPercentBps?: number | null | undefined;
  /** It takes off no more. Must be given but for a fixed amount. */
  readonly maxPerUse?: MoneyInput | null | undefined;
  /** Of the whole bill before discounts. */
  readonly minTotal?: MoneyInput | null | undefined;
  /** Local days after the one on which it is given: 1 to 366. */
  readonly validDays: number;
};

/** Lines that a voucher asks for: of one of the categories, or one of the articles. */
export type RuleVoucherLineInput = {
  /** Slash paths such as service/oil; each covers what lies under it. */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** Article numbers. */
  readonly skus?: ReadonlyArray<string> | null | undefined;
};

/** A sale to approve. The member sends it again with a new key. */
export type SaleApproveInput = {
  /** Whose sale it is. */
  readonly memberId: string;
  /** Why it is approved. */
  readonly reason: string;
  /** Its receipt. */
  readonly receiptRef: string;
};

/** The second factor of a session. */
export type SessionConfirmTotpInput = {
  /** Six digits of the app, or a recovery code. */
  readonly code: string;
};

/** E-mail and password, or the secret of a link that came by mail. */
export type SessionCreateInput = {
  /** With the password. */
  readonly email?: string | null | undefined;
  /** Instead of both: what stands behind the # of the link. */
  readonly linkSecret?: string | null | undefined;
  /** With the e-mail. */
  readonly password?: string | null | undefined;
  /** How the secret of the session travels. */
  readonly transport?: SessionTransport;
};

/** A session to end. */
export type SessionEndInput = {
  /** Id of the session; the calling one when left out. */
  readonly id?: string | null | undefined;
};

/** What stands between a session and the roles of its person. */
export type SessionLack =
  /** The member that the person served has left the coalition. */
  | 'CLOSED'
  /** A second factor at all: totpEnrol. */
  | 'ENROLMENT'
  /** There is no role any more. */
  | 'NOTHING'
  /** Which of several places it is about: the header Artel-Acting-For. */
  | 'PLACE'
  /** The second factor: sessionConfirmTotp. */
  | 'SECOND_FACTOR'
  | '%future added value';

/** Where a link to sign in is to go. */
export type SessionLinkRequestInput = {
  /** The e-mail. */
  readonly email: string;
  /** Language of the letter; Russian when left out. */
  readonly language?: Language | null | undefined;
};

/** How the secret of a session travels. */
export type SessionTransport =
  /** An HttpOnly cookie of this answer. Calls send the header Artel-CSRF: 1 with it. */
  | 'COOKIE'
  /** In the answer, to be sent as "Authorization: Bearer ss_...". */
  | 'TOKEN'
  | '%future added value';

/** Where a settlement window stands. It moves to the next; only SETTLED becomes APPROVED again, when a payment is taken back. */
export type SettlementWindowStatus =
  /** Everybody has answered, by word or by silence. */
  | 'AGREED'
  /** Two people agree who pays whom. */
  | 'APPROVED'
  /** What is in it is written down, and can be stated. */
  | 'CLOSED'
  /** What is posted before its cut-off is in it. The newest window, or one that waits to be closed. */
  | 'OPEN'
  /** All is paid, or owed in a later window. */
  | 'SETTLED'
  /** Members have their statements, and days to dispute them. */
  | 'STATED'
  | '%future added value';

/** What an invited person answers with. */
export type StaffAcceptInput = {
  /** What stands behind the # of the link. */
  readonly linkSecret: string;
  /** What others call you. */
  readonly name: string;
  /** Ten characters or more. Left out by who signs in by link, or has a password already. */
  readonly password?: string | null | undefined;
  /** How the secret of the session travels. */
  readonly transport?: SessionTransport;
};

/** Somebody to invite. */
export type StaffInviteInput = {
  /** Where the invitation goes. */
  readonly email: string;
  /** Language of the letter; Russian when left out. */
  readonly language?: Language | null | undefined;
  /** Of a role at a member: which one. A member invites to itself. Left out for a role of the coalition. */
  readonly memberId?: string | null | undefined;
  /** The role that is offered. */
  readonly role: StaffRole;
};

/** A role to take back. */
export type StaffRevokeInput = {
  /** Id of the role. */
  readonly grantId: string;
};

/** What somebody does in a coalition, or at a member. */
export type StaffRole =
  /** Reads everything of the coalition. */
  | 'AUDITOR'
  /** Serves customers at one member. */
  | 'CASHIER'
  /** Runs the coalition. Demands a second factor. */
  | 'COALITION_ADMIN'
  /** Runs one member. */
  | 'MEMBER_MANAGER'
  /** Settles and adjusts. Demands a second factor. */
  | 'TREASURER'
  | '%future added value';

/** A statement to accept. */
export type StatementAcceptInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Id of the statement. */
  readonly statementId: string;
};

/** A closed window, to be stated. */
export type StatementsIssueInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Number of the window. */
  readonly windowNo: number;
};

/** Where a version of the terms stands. */
export type TermsStanding =
  /** All have accepted it; it waits for its date. */
  | 'ACCEPTED'
  /** It binds new points. */
  | 'IN_FORCE'
  /** Active members have yet to accept it. */
  | 'PROPOSED'
  /** A later version does. */
  | 'SUPERSEDED'
  /** It was taken back before it bound anybody. */
  | 'WITHDRAWN'
  | '%future added value';

/** A version to take back. */
export type TermsWithdrawInput = {
  /** The version. */
  readonly termsId: string;
};

/** A till to register. */
export type TillRegisterInput = {
  /** So long a cashier's session there may be left alone, minutes: 5 to 240, 15 when left out. Whatever it is used, it ends after twelve hours. */
  readonly idleMinutes?: number | null | undefined;
  /** At which member. A member registers its own. */
  readonly memberId?: string | null | undefined;
  /** What the member calls it. */
  readonly name: string;
  /** Where it stands. */
  readonly place?: string | null | undefined;
};

/** A till to revoke. */
export type TillRevokeInput = {
  /** Id of the till. */
  readonly id: string;
};

/** Who signs in at a till. */
export type TillSessionCreateInput = {
  /** Id of the person, of `tillCashiers`. */
  readonly cashierId: string;
  /** Four to eight digits. */
  readonly pin: string;
  /** How the secret of the session travels. */
  readonly transport?: SessionTransport;
};

/** The first code of a second factor. */
export type TotpConfirmInput = {
  /** Six digits. */
  readonly code: string;
};

/** A second factor to make. */
export type TotpEnrolInput = {
  /** What the app calls it; the e-mail when left out. */
  readonly label?: string | null | undefined;
};

/** Hours of some days of the week, by the coalition's clocks. */
export type WeeklyHoursInput = {
  /** 1 Monday to 7 Sunday. */
  readonly days: ReadonlyArray<number>;
  /** HH:MM; 00:00 when left out. */
  readonly from?: string | null | undefined;
  /** HH:MM, not included; 24:00 when left out. */
  readonly to?: string | null | undefined;
};

/** A window, to be closed with those before it. */
export type WindowCloseInput = {
  /** End the open window before its cut-off, at this instant. */
  readonly early?: boolean | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Number of the window. */
  readonly windowNo: number;
};

/** An approved window, to be ended. */
export type WindowSettleInput = {
  /** Do not wait for payments past their day: they stay owed, and a later plan asks for them. */
  readonly carryForwardUnpaid?: boolean | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Number of the window. */
  readonly windowNo: number;
};

export type ApprovalsQueryVariables = Exact<{
  isAdmin: boolean;
  isCoalition: boolean;
  isAsked: boolean;
  language: Language;
}>;


export type ApprovalsQuery = { readonly __typename: 'Query', readonly adjustments: { readonly __typename: 'AdjustmentsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Adjustment', readonly id: string, readonly kind: AdjustmentKind, readonly points: string, readonly reason: string, readonly proposedAt: string, readonly proposedById: string, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payers: ReadonlyArray<{ readonly __typename: 'AdjustmentPayer', readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } }> }> }, readonly saleApprovals?: ReadonlyArray<{ readonly __typename: 'SaleApproval', readonly ground: ApprovalGround, readonly isApproved: boolean, readonly receiptRef: string, readonly requestedAt: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } }>, readonly settlementWindows?: { readonly __typename: 'SettlementWindowsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'SettlementWindow', readonly windowNo: number, readonly status: SettlementWindowStatus }> }, readonly paymentPlans?: { readonly __typename: 'PaymentPlansConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PaymentPlan', readonly id: string, readonly windowNo: number, readonly planNo: number, readonly proposedAt: string, readonly proposedById: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> }, readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly termsVersions?: ReadonlyArray<{ readonly __typename: 'TermsVersion', readonly standing: TermsStanding, readonly missing: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string }>, readonly terms: { readonly __typename: 'Terms', readonly id: string, readonly version: number, readonly startsAt: string } }> | null } | null, readonly rulesAsked?: { readonly __typename: 'AskedRuleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'AskedRule', readonly version: number, readonly askedAt: string, readonly rule: { readonly __typename: 'Rule', readonly id: string, readonly name: string, readonly sentence: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } }> } };

export type ProposedAdjustmentFragment = { readonly __typename: 'Adjustment', readonly id: string, readonly kind: AdjustmentKind, readonly points: string, readonly reason: string, readonly proposedAt: string, readonly proposedById: string, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payers: ReadonlyArray<{ readonly __typename: 'AdjustmentPayer', readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } }> };

export type WaitingSaleFragment = { readonly __typename: 'SaleApproval', readonly ground: ApprovalGround, readonly isApproved: boolean, readonly receiptRef: string, readonly requestedAt: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } };

export type WaitingPlanFragment = { readonly __typename: 'PaymentPlan', readonly id: string, readonly windowNo: number, readonly planNo: number, readonly proposedAt: string, readonly proposedById: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } };

export type ProposedTermsFragment = { readonly __typename: 'TermsVersion', readonly standing: TermsStanding, readonly missing: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string }>, readonly terms: { readonly __typename: 'Terms', readonly id: string, readonly version: number, readonly startsAt: string } };

export type AskedRulePartsFragment = { readonly __typename: 'AskedRule', readonly version: number, readonly askedAt: string, readonly rule: { readonly __typename: 'Rule', readonly id: string, readonly name: string, readonly sentence: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } };

export type ProposersQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type ProposersQuery = { readonly __typename: 'Query', readonly nodes: ReadonlyArray<
    | { readonly __typename: 'ActivityEntry', readonly id: string }
    | { readonly __typename: 'Adjustment', readonly id: string }
    | { readonly __typename: 'Affiliate', readonly id: string }
    | { readonly __typename: 'ApiKey', readonly id: string }
    | { readonly __typename: 'AuditEvent', readonly id: string }
    | { readonly __typename: 'BankImport', readonly id: string }
    | { readonly __typename: 'Coalition', readonly id: string }
    | { readonly __typename: 'Commission', readonly id: string }
    | { readonly __typename: 'CommissionProgramme', readonly id: string }
    | { readonly __typename: 'Consent', readonly id: string }
    | { readonly __typename: 'ConsentText', readonly id: string }
    | { readonly __typename: 'Customer', readonly id: string }
    | { readonly __typename: 'EarnCode', readonly id: string }
    | { readonly __typename: 'Export', readonly id: string }
    | { readonly __typename: 'FiscalDrive', readonly id: string }
    | { readonly __typename: 'Hold', readonly id: string }
    | { readonly __typename: 'Import', readonly id: string }
    | { readonly __typename: 'Link', readonly id: string }
    | { readonly __typename: 'Lot', readonly id: string }
    | { readonly __typename: 'Member', readonly id: string }
    | { readonly __typename: 'MemberStatement', readonly id: string }
    | { readonly __typename: 'PaymentLeg', readonly id: string }
    | { readonly __typename: 'PaymentPlan', readonly id: string }
    | { readonly __typename: 'Person', readonly name: string | null, readonly email: string, readonly id: string }
    | { readonly __typename: 'Pilot', readonly id: string }
    | { readonly __typename: 'Purchase', readonly id: string }
    | { readonly __typename: 'ReceiptClaim', readonly id: string }
    | { readonly __typename: 'Reconciliation', readonly id: string }
    | { readonly __typename: 'Refund', readonly id: string }
    | { readonly __typename: 'Rule', readonly id: string }
    | { readonly __typename: 'RuleVersion', readonly id: string }
    | { readonly __typename: 'Segment', readonly id: string }
    | { readonly __typename: 'SettlementPayment', readonly id: string }
    | { readonly __typename: 'StaffGrant', readonly id: string }
    | { readonly __typename: 'StaffSession', readonly id: string }
    | { readonly __typename: 'StatementDispute', readonly id: string }
    | { readonly __typename: 'Terms', readonly id: string }
    | { readonly __typename: 'Till', readonly id: string }
    | { readonly __typename: 'WebhookDelivery', readonly id: string }
    | { readonly __typename: 'WebhookEndpoint', readonly id: string }
   | null> };

export type ApproveAdjustmentMutationVariables = Exact<{
  input: AdjustmentApproveInput;
}>;


export type ApproveAdjustmentMutation = { readonly __typename: 'Mutation', readonly adjustmentApprove:
    | { readonly __typename: 'AdjustmentNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'AdjustmentPayload', readonly adjustment: { readonly __typename: 'Adjustment', readonly id: string, readonly status: AdjustmentStatus } }
    | { readonly __typename: 'ApproverIsProposerError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InsufficientPointsError', readonly available: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PersonRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PromoFundShortError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type WithdrawAdjustmentMutationVariables = Exact<{
  input: AdjustmentWithdrawInput;
}>;


export type WithdrawAdjustmentMutation = { readonly __typename: 'Mutation', readonly adjustmentWithdraw:
    | { readonly __typename: 'AdjustmentNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'AdjustmentWithdrawPayload', readonly adjustment: { readonly __typename: 'Adjustment', readonly id: string, readonly status: AdjustmentStatus } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ApproveCreditSaleMutationVariables = Exact<{
  input: SaleApproveInput;
}>;


export type ApproveCreditSaleMutation = { readonly __typename: 'Mutation', readonly creditSaleApprove:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleApprovePayload', readonly approval: { readonly __typename: 'SaleApproval', readonly isApproved: boolean } }
   };

export type ApproveLateSaleMutationVariables = Exact<{
  input: SaleApproveInput;
}>;


export type ApproveLateSaleMutation = { readonly __typename: 'Mutation', readonly lateSaleApprove:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleApprovePayload', readonly approval: { readonly __typename: 'SaleApproval', readonly isApproved: boolean } }
   };

export type WithdrawTermsMutationVariables = Exact<{
  input: TermsWithdrawInput;
}>;


export type WithdrawTermsMutation = { readonly __typename: 'Mutation', readonly termsWithdraw:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TermsNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TermsWithdrawPayload', readonly terms: { readonly __typename: 'Terms', readonly id: string } }
   };

export type AcceptAskedRuleMutationVariables = Exact<{
  input: RuleAnswerInput;
}>;


export type AcceptAskedRuleMutation = { readonly __typename: 'Mutation', readonly ruleAccept:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RuleChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly __typename: 'Rule', readonly id: string } }
    | { readonly __typename: 'RuleStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type DeclineAskedRuleMutationVariables = Exact<{
  input: RuleAnswerInput;
}>;


export type DeclineAskedRuleMutation = { readonly __typename: 'Mutation', readonly ruleDecline:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RuleChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly __typename: 'Rule', readonly id: string } }
    | { readonly __typename: 'RuleStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ConnectPeopleQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  standing?: boolean | null | undefined;
}>;


export type ConnectPeopleQuery = { readonly __typename: 'Query', readonly staff: { readonly __typename: 'StaffConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StaffGrant', readonly id: string, readonly email: string, readonly role: StaffRole, readonly invitedAt: string, readonly acceptedAt: string | null, readonly revokedAt: string | null, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null } | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type PersonRowFragment = { readonly __typename: 'StaffGrant', readonly id: string, readonly email: string, readonly role: StaffRole, readonly invitedAt: string, readonly acceptedAt: string | null, readonly revokedAt: string | null, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null } | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null };

export type InvitePersonMutationVariables = Exact<{
  input: StaffInviteInput;
}>;


export type InvitePersonMutation = { readonly __typename: 'Mutation', readonly staffInvite:
    | { readonly __typename: 'AlreadyExistsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvitationLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'LetterNotSentError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'StaffGrantPayload', readonly grant: { readonly __typename: 'StaffGrant', readonly id: string, readonly email: string, readonly role: StaffRole, readonly invitedAt: string, readonly acceptedAt: string | null, readonly revokedAt: string | null, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null } | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } }
   };

export type RevokePersonMutationVariables = Exact<{
  input: StaffRevokeInput;
}>;


export type RevokePersonMutation = { readonly __typename: 'Mutation', readonly staffRevoke:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'StaffGrantPayload', readonly grant: { readonly __typename: 'StaffGrant', readonly id: string, readonly email: string, readonly role: StaffRole, readonly invitedAt: string, readonly acceptedAt: string | null, readonly revokedAt: string | null, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null } | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } }
   };

export type MakePinCodeMutationVariables = Exact<{
  input: PinCodeCreateInput;
}>;


export type MakePinCodeMutation = { readonly __typename: 'Mutation', readonly pinCodeCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PinCodeCreatePayload', readonly pinCode: string, readonly expiresAt: string }
   };

export type SetOwnPinMutationVariables = Exact<{
  input: PinSetInput;
}>;


export type SetOwnPinMutation = { readonly __typename: 'Mutation', readonly pinSet:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PinSetPayload', readonly setAt: string }
   };

export type ConnectTillsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  standing?: boolean | null | undefined;
}>;


export type ConnectTillsQuery = { readonly __typename: 'Query', readonly tills: { readonly __typename: 'TillConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Till', readonly id: string, readonly name: string, readonly place: string | null, readonly lastFour: string, readonly idleMinutes: number, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } }, readonly ever: { readonly __typename: 'TillConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Till', readonly id: string }> } };

export type TillRowFragment = { readonly __typename: 'Till', readonly id: string, readonly name: string, readonly place: string | null, readonly lastFour: string, readonly idleMinutes: number, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null };

export type RegisterTillMutationVariables = Exact<{
  input: TillRegisterInput;
}>;


export type RegisterTillMutation = { readonly __typename: 'Mutation', readonly tillRegister:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TillRegisterPayload', readonly secret: string, readonly till: { readonly __typename: 'Till', readonly id: string, readonly name: string, readonly place: string | null, readonly lastFour: string, readonly idleMinutes: number, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null } }
   };

export type RevokeTillMutationVariables = Exact<{
  input: TillRevokeInput;
}>;


export type RevokeTillMutation = { readonly __typename: 'Mutation', readonly tillRevoke:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TillRevokePayload', readonly till: { readonly __typename: 'Till', readonly id: string, readonly name: string, readonly place: string | null, readonly lastFour: string, readonly idleMinutes: number, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null } }
   };

export type ConnectKeysQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: ApiKeysFilter | null | undefined;
  owner?: ApiKeysFilter | null | undefined;
}>;


export type ConnectKeysQuery = { readonly __typename: 'Query', readonly apiKeys: { readonly __typename: 'ApiKeysConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ApiKey', readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly endsAt: string | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } }, readonly ever: { readonly __typename: 'ApiKeysConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ApiKey', readonly id: string }> } };

export type KeyRowFragment = { readonly __typename: 'ApiKey', readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly endsAt: string | null };

export type MakeKeyMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type MakeKeyMutation = { readonly __typename: 'Mutation', readonly apiKeyCreate:
    | { readonly __typename: 'ApiKeyCreatePayload', readonly secret: string, readonly apiKey: { readonly __typename: 'ApiKey', readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly endsAt: string | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'KeyLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type RotateKeyMutationVariables = Exact<{
  input: ApiKeyRotateInput;
}>;


export type RotateKeyMutation = { readonly __typename: 'Mutation', readonly apiKeyRotate:
    | { readonly __typename: 'ApiKeyRotatePayload', readonly secret: string, readonly apiKey: { readonly __typename: 'ApiKey', readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly endsAt: string | null }, readonly previous: { readonly __typename: 'ApiKey', readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly endsAt: string | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'KeyLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type RevokeKeyMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type RevokeKeyMutation = { readonly __typename: 'Mutation', readonly apiKeyRevoke:
    | { readonly __typename: 'ApiKeyRevokePayload', readonly apiKey: { readonly __typename: 'ApiKey', readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly endsAt: string | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type CustomersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: CustomersFilter | null | undefined;
}>;


export type CustomersQuery = { readonly __typename: 'Query', readonly customers: { readonly __typename: 'CustomersConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Customer', readonly id: string, readonly name: string, readonly phone: string | null, readonly status: string, readonly createdAt: string, readonly frozenAt: string | null, readonly card: { readonly __typename: 'Card', readonly number: string } | null, readonly wallet: { readonly __typename: 'Wallet', readonly available: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type CustomerCardQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CustomerCardQuery = { readonly __typename: 'Query', readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly createdAt: string, readonly frozenAt: string | null, readonly erasedAt: string | null, readonly mergedIntoId: string | null, readonly card: { readonly __typename: 'Card', readonly number: string } | null, readonly wallet: { readonly __typename: 'Wallet', readonly available: string, readonly balance: string, readonly pending: string, readonly reserved: string, readonly debt: string, readonly expiringSoon: { readonly __typename: 'ExpiringPoints', readonly at: string, readonly points: string } | null }, readonly freezes: ReadonlyArray<{ readonly __typename: 'CustomerFreeze', readonly at: string, readonly by: FreezeActor, readonly kind: FreezeChange, readonly reason: string | null }>, readonly consents: ReadonlyArray<{ readonly __typename: 'Consent', readonly id: string, readonly purpose: ConsentPurpose, readonly given: boolean, readonly happenedAt: string, readonly textVersion: string | null }>, readonly household: ReadonlyArray<{ readonly __typename: 'Customer', readonly id: string, readonly name: string }>, readonly activity: { readonly __typename: 'CustomerActivityConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ActivityEntry', readonly id: string, readonly kind: EntryKind, readonly points: string, readonly balanceAfter: string, readonly postedAt: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

export type CustomerToMergeQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type CustomerToMergeQuery = { readonly __typename: 'Query', readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string, readonly phone: string | null, readonly status: string, readonly wallet: { readonly __typename: 'Wallet', readonly balance: string } } | null };

export type FreezeCustomerMutationVariables = Exact<{
  input: CustomerFreezeInput;
}>;


export type FreezeCustomerMutation = { readonly __typename: 'Mutation', readonly customerFreeze:
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerFreezePayload', readonly customer: { readonly __typename: 'Customer', readonly id: string } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type UnfreezeCustomerMutationVariables = Exact<{
  input: CustomerUnfreezeInput;
}>;


export type UnfreezeCustomerMutation = { readonly __typename: 'Mutation', readonly customerUnfreeze:
    | { readonly __typename: 'ConfirmationExpiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerFreezePayload', readonly customer: { readonly __typename: 'Customer', readonly id: string } }
    | { readonly __typename: 'FreezeNeedsAdministratorError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type MergeCustomersMutationVariables = Exact<{
  input: CustomerMergeInput;
}>;


export type MergeCustomersMutation = { readonly __typename: 'Mutation', readonly customerMerge:
    | { readonly __typename: 'ConfirmationExpiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerHasOpenHoldsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerMergePayload', readonly points: string, readonly balanceAfter: string, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type EraseCustomerMutationVariables = Exact<{
  input: CustomerEraseInput;
}>;


export type EraseCustomerMutation = { readonly __typename: 'Mutation', readonly customerErase:
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerErasePayload', readonly erasedAt: string, readonly points: string, readonly owed: string, readonly tracesLeft: number }
    | { readonly __typename: 'CustomerHasOpenHoldsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerHasPointsError', readonly givesUpAtMost: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerOwesPointsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ExportsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ExportsQuery = { readonly __typename: 'Query', readonly exports: { readonly __typename: 'ExportsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Export', readonly id: string, readonly kind: ExportKind, readonly format: ExportFormat, readonly state: ExportState, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly bytes: number, readonly askedAt: string, readonly endsAt: string | null, readonly url: string | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type ExportRowFragment = { readonly __typename: 'Export', readonly id: string, readonly kind: ExportKind, readonly format: ExportFormat, readonly state: ExportState, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly bytes: number, readonly askedAt: string, readonly endsAt: string | null, readonly url: string | null };

export type ExportOneQueryVariables = Exact<{
  id: string;
}>;


export type ExportOneQuery = { readonly __typename: 'Query', readonly export: { readonly __typename: 'Export', readonly id: string, readonly kind: ExportKind, readonly format: ExportFormat, readonly state: ExportState, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly bytes: number, readonly askedAt: string, readonly endsAt: string | null, readonly url: string | null } | null };

export type StartExportMutationVariables = Exact<{
  input: ExportStartInput;
}>;


export type StartExportMutation = { readonly __typename: 'Mutation', readonly exportStart:
    | { readonly __typename: 'ExportStartPayload', readonly export: { readonly __typename: 'Export', readonly id: string, readonly kind: ExportKind, readonly format: ExportFormat, readonly state: ExportState, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly bytes: number, readonly askedAt: string, readonly endsAt: string | null, readonly url: string | null } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TooManyExportsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type FiguresPageQueryVariables = Exact<{
  from: string;
  to: string;
  by: FigurePart;
  memberId?: string | null | undefined;
}>;


export type FiguresPageQuery = { readonly __typename: 'Query', readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly figures: { readonly __typename: 'Figures', readonly asOf: string, readonly total: { readonly __typename: 'FiguresOfPart', readonly from: string, readonly to: string, readonly customers: { readonly __typename: 'CustomerFigures', readonly active: number, readonly new: number, readonly returning: number }, readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly refunds: number, readonly pointsIssued: string, readonly pointsSpent: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly averageBill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }, readonly before: { readonly __typename: 'FiguresOfPart', readonly from: string, readonly to: string, readonly customers: { readonly __typename: 'CustomerFigures', readonly active: number, readonly new: number, readonly returning: number }, readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly refunds: number, readonly pointsIssued: string, readonly pointsSpent: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly averageBill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }, readonly parts: ReadonlyArray<{ readonly __typename: 'FiguresOfPart', readonly from: string, readonly to: string, readonly customers: { readonly __typename: 'CustomerFigures', readonly active: number, readonly new: number, readonly returning: number }, readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly refunds: number, readonly pointsIssued: string, readonly pointsSpent: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly averageBill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }>, readonly cost: { readonly __typename: 'ProgrammeCost', readonly returnBps: number | null, readonly total: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null } } | null };

export type FigurePartRowFragment = { readonly __typename: 'FiguresOfPart', readonly from: string, readonly to: string, readonly customers: { readonly __typename: 'CustomerFigures', readonly active: number, readonly new: number, readonly returning: number }, readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly refunds: number, readonly pointsIssued: string, readonly pointsSpent: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly averageBill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } };

export type CoalitionHomeQueryVariables = Exact<{
  isAdmin: boolean;
  from: string;
  to: string;
}>;


export type CoalitionHomeQuery = { readonly __typename: 'Query', readonly saleApprovals?: ReadonlyArray<{ readonly __typename: 'SaleApproval', readonly isApproved: boolean }>, readonly settlementWindows: { readonly __typename: 'SettlementWindowsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'SettlementWindow', readonly windowNo: number, readonly status: SettlementWindowStatus, readonly opensAt: string, readonly cutOff: string, readonly closedAt: string | null, readonly disputeDeadline: string | null, readonly paymentDate: string | null, readonly settledAt: string | null, readonly chainHead: string | null }> }, readonly disputes: { readonly __typename: 'DisputesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StatementDispute', readonly id: string }> }, readonly adjustments: { readonly __typename: 'AdjustmentsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Adjustment', readonly id: string }> }, readonly paymentLegs: { readonly __typename: 'PaymentLegsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PaymentLeg', readonly id: string, readonly status: PaymentLegStatus, readonly dueOn: string }> }, readonly apiKeys?: { readonly __typename: 'ApiKeysConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ApiKey', readonly id: string, readonly endsAt: string | null, readonly revokedAt: string | null }> }, readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly termsVersions?: ReadonlyArray<{ readonly __typename: 'TermsVersion', readonly standing: TermsStanding, readonly missing: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string }> }> | null, readonly members: { readonly __typename: 'CoalitionMembersConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly status: MemberStatus }> }, readonly receivablesAgeing: { readonly __typename: 'ReceivablesAgeing', readonly members: ReadonlyArray<{ readonly __typename: 'AgedReceivables', readonly oldestDays: number, readonly member: { readonly __typename: 'Member', readonly id: string } }> }, readonly coverage: { readonly __typename: 'Coverage', readonly covered: boolean, readonly outstandingPoints: string, readonly required: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly reserve: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly contingent: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }, readonly figures: { readonly __typename: 'Figures', readonly total: { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } }, readonly before: { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } }, readonly cost: { readonly __typename: 'ProgrammeCost', readonly total: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null } } | null };

export type MemberHomeQueryVariables = Exact<{
  member: string;
  from: string;
  to: string;
  holdsBefore: string;
}>;


export type MemberHomeQuery = { readonly __typename: 'Query', readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly figures: { readonly __typename: 'Figures', readonly asOf: string, readonly total: { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } }, readonly before: { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } }, readonly cost: { readonly __typename: 'ProgrammeCost', readonly total: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null } } | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly clearingPosition: { readonly __typename: 'ClearingPosition', readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null, readonly apiKeys: ReadonlyArray<{ readonly __typename: 'ApiKey', readonly id: string, readonly endsAt: string | null, readonly revokedAt: string | null }> | null } | null, readonly memberStatements: { readonly __typename: 'MemberStatementsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MemberStatement', readonly id: string, readonly status: MemberStatementStatus }> }, readonly receiptClaims: { readonly __typename: 'ReceiptClaimConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ReceiptClaim', readonly id: string }> }, readonly adjustments: { readonly __typename: 'AdjustmentsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Adjustment', readonly id: string }> }, readonly rulesAsked: { readonly __typename: 'AskedRuleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'AskedRule', readonly version: number }> }, readonly holds: { readonly __typename: 'HoldsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Hold', readonly id: string }> }, readonly purchases: { readonly __typename: 'PurchasesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly occurredAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } }> } };

export type HomeFiguresFragment = { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } };

export type MembersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MembersQuery = { readonly __typename: 'Query', readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly members: { readonly __typename: 'CoalitionMembersConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string, readonly handle: string, readonly kind: MemberKind, readonly status: MemberStatus, readonly createdAt: string, readonly clearingPosition: { readonly __typename: 'ClearingPosition', readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } } | null };

export type MemberCardQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
  language: Language;
}>;


export type MemberCardQuery = { readonly __typename: 'Query', readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly handle: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly createdAt: string, readonly earnRule: { readonly __typename: 'EarnRule', readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: string }, readonly clearingPosition: { readonly __typename: 'ClearingPosition', readonly asOf: string, readonly pointsIssued: string, readonly pointsRedeemed: string, readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly owes: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly isOwed: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null, readonly exit: { readonly __typename: 'MemberExit', readonly noticedAt: string, readonly redemptionEndsAt: string, readonly missing: ReadonlyArray<string> } | null, readonly rules: { readonly __typename: 'RuleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Rule', readonly id: string, readonly status: RuleStatus, readonly name: string }> } } | null, readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly figures: { readonly __typename: 'Figures', readonly total: { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } }, readonly before: { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } } }, readonly termsVersions: ReadonlyArray<{ readonly __typename: 'TermsVersion', readonly standing: TermsStanding, readonly terms: { readonly __typename: 'Terms', readonly id: string, readonly version: number, readonly startsAt: string }, readonly acceptances: ReadonlyArray<{ readonly __typename: 'TermsAcceptance', readonly acceptedAt: string, readonly member: { readonly __typename: 'Member', readonly id: string } }> }> | null } | null, readonly staff: { readonly __typename: 'StaffConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StaffGrant', readonly id: string, readonly role: StaffRole, readonly email: string, readonly acceptedAt: string | null, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null } | null }> } };

export type SuspendMemberMutationVariables = Exact<{
  input: MemberStatusInput;
}>;


export type SuspendMemberMutation = { readonly __typename: 'Mutation', readonly memberSuspend:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberPayload', readonly member: { readonly __typename: 'Member', readonly id: string, readonly status: MemberStatus } }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ReinstateMemberMutationVariables = Exact<{
  input: MemberStatusInput;
}>;


export type ReinstateMemberMutation = { readonly __typename: 'Mutation', readonly memberReinstate:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberPayload', readonly member: { readonly __typename: 'Member', readonly id: string, readonly status: MemberStatus } }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TermsNotAcceptedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type PaymentLegsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  windowNo?: number | null | undefined;
  memberId?: string | null | undefined;
}>;


export type PaymentLegsQuery = { readonly __typename: 'Query', readonly paymentLegs: { readonly __typename: 'PaymentLegsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PaymentLeg', readonly id: string, readonly windowNo: number, readonly legNo: number, readonly reference: string, readonly dueOn: string, readonly status: PaymentLegStatus, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payee: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payeeAffiliate: { readonly __typename: 'Affiliate', readonly id: string, readonly name: string } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly paid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type RecordPaymentMutationVariables = Exact<{
  input: PaymentRecordInput;
}>;


export type RecordPaymentMutation = { readonly __typename: 'Mutation', readonly paymentRecord:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PaymentLegClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PaymentRecordPayload', readonly leg: { readonly __typename: 'PaymentLeg', readonly id: string, readonly status: PaymentLegStatus } }
    | { readonly __typename: 'PaymentRecordedAlreadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ImportBankFileMutationVariables = Exact<{
  input: BankStatementImportInput;
}>;


export type ImportBankFileMutation = { readonly __typename: 'Mutation', readonly bankStatementImport:
    | { readonly __typename: 'BankFileUnreadableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'BankStatementImportPayload', readonly replayed: boolean, readonly bankImport: { readonly __typename: 'BankImport', readonly id: string, readonly format: string, readonly lineCount: number }, readonly lines: ReadonlyArray<{ readonly __typename: 'ImportedBankLine', readonly line: number, readonly bookedOn: string, readonly direction: string, readonly purpose: string, readonly verdict: string, readonly reason: string | null, readonly foundBefore: boolean, readonly otherPayer: boolean, readonly remarks: ReadonlyArray<{ readonly __typename: 'BankLineRemark', readonly code: string, readonly field: string, readonly line: number }>, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly remainder: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly allocations: ReadonlyArray<{ readonly __typename: 'BankLineAllocation', readonly legId: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> }> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type PlaceQueryVariables = Exact<{ [key: string]: never; }>;


export type PlaceQuery = { readonly __typename: 'Query', readonly me: { readonly __typename: 'Me', readonly lacks: SessionLack | null } | null, readonly viewer: { readonly __typename: 'Viewer', readonly scopes: ReadonlyArray<string>, readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly timeZone: string, readonly currency: string, readonly pointsName: string, readonly now: string } | null } };

export type ProofQueryVariables = Exact<{ [key: string]: never; }>;


export type ProofQuery = { readonly __typename: 'Query', readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly chain: { readonly __typename: 'ChainHead', readonly batchNo: string, readonly hash: string, readonly postedAt: string | null }, readonly coverage: { readonly __typename: 'Coverage', readonly covered: boolean, readonly outstandingPoints: string, readonly required: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly reserve: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly contingent: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly byIssuer: ReadonlyArray<{ readonly __typename: 'IssuerCoverage', readonly outstandingPoints: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly reserve: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly contingent: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }> }, readonly operatorAccounts: { readonly __typename: 'OperatorAccounts', readonly asOf: string, readonly accounts: ReadonlyArray<{ readonly __typename: 'OperatorAccount', readonly kind: OperatorAccountKind, readonly side: AccountSide, readonly opening: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly debit: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly credit: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly closing: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }> }, readonly receivablesAgeing: { readonly __typename: 'ReceivablesAgeing', readonly today: string, readonly members: ReadonlyArray<{ readonly __typename: 'AgedReceivables', readonly oldestDays: number, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly notDue: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly days1To30: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly days31To60: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly days61To90: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly daysOver90: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> } } | null };

export type AgedMemberFragment = { readonly __typename: 'AgedReceivables', readonly oldestDays: number, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly notDue: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly days1To30: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly days31To60: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly days61To90: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly daysOver90: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } };

export type ReceiptClaimsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  pending?: boolean | null | undefined;
}>;


export type ReceiptClaimsQuery = { readonly __typename: 'Query', readonly receiptClaims: { readonly __typename: 'ReceiptClaimConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ReceiptClaim', readonly id: string, readonly state: ReceiptClaimState, readonly occurredAt: string, readonly claimedAt: string, readonly lastDay: string, readonly reason: string | null, readonly receipt: { readonly __typename: 'FiscalReceipt', readonly fn: string, readonly i: string }, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string }, readonly purchase: { readonly __typename: 'Purchase', readonly id: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } }, readonly ever: { readonly __typename: 'ReceiptClaimConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ReceiptClaim', readonly id: string }> } };

export type ClaimCardFragment = { readonly __typename: 'ReceiptClaim', readonly id: string, readonly state: ReceiptClaimState, readonly occurredAt: string, readonly claimedAt: string, readonly lastDay: string, readonly reason: string | null, readonly receipt: { readonly __typename: 'FiscalReceipt', readonly fn: string, readonly i: string }, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string }, readonly purchase: { readonly __typename: 'Purchase', readonly id: string } | null };

export type ConfirmClaimMutationVariables = Exact<{
  input: ReceiptClaimConfirmInput;
}>;


export type ConfirmClaimMutation = { readonly __typename: 'Mutation', readonly receiptClaimConfirm:
    | { readonly __typename: 'CreditLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'FiscalReceiptUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ReceiptClaimConfirmPayload', readonly purchase: { readonly __typename: 'Purchase', readonly id: string } }
    | { readonly __typename: 'ReceiptNotClaimableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleTooLateError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type DeclineClaimMutationVariables = Exact<{
  input: ReceiptClaimDeclineInput;
}>;


export type DeclineClaimMutation = { readonly __typename: 'Mutation', readonly receiptClaimDecline:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ReceiptClaimPayload', readonly receiptClaim: { readonly __typename: 'ReceiptClaim', readonly id: string } }
    | { readonly __typename: 'ReceiptNotClaimableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type FiscalDrivesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type FiscalDrivesQuery = { readonly __typename: 'Query', readonly fiscalDrives: { readonly __typename: 'FiscalDriveConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'FiscalDrive', readonly id: string, readonly fn: string, readonly since: string, readonly until: string | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type AddDriveMutationVariables = Exact<{
  input: FiscalDriveAddInput;
}>;


export type AddDriveMutation = { readonly __typename: 'Mutation', readonly fiscalDriveAdd:
    | { readonly __typename: 'AlreadyExistsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'FiscalDrivePayload', readonly fiscalDrive: { readonly __typename: 'FiscalDrive', readonly id: string } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type CloseDriveMutationVariables = Exact<{
  input: FiscalDriveCloseInput;
}>;


export type CloseDriveMutation = { readonly __typename: 'Mutation', readonly fiscalDriveClose:
    | { readonly __typename: 'FiscalDrivePayload', readonly fiscalDrive: { readonly __typename: 'FiscalDrive', readonly id: string } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

type RefusalParts_AdjustmentNotOpenError_Fragment = { readonly __typename: 'AdjustmentNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_AffiliateApplicationsFullError_Fragment = { readonly __typename: 'AffiliateApplicationsFullError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_AffiliateStatusError_Fragment = { readonly __typename: 'AffiliateStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_AffiliateTermsChangedError_Fragment = { readonly __typename: 'AffiliateTermsChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_AlreadyBoughtError_Fragment = { readonly __typename: 'AlreadyBoughtError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_AlreadyExistsError_Fragment = { readonly __typename: 'AlreadyExistsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_AlreadyReferredError_Fragment = { readonly __typename: 'AlreadyReferredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ApproverIsProposerError_Fragment = { readonly __typename: 'ApproverIsProposerError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_AwardLimitReachedError_Fragment = { readonly __typename: 'AwardLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_BankDetailsMissingError_Fragment = { readonly __typename: 'BankDetailsMissingError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_BankDetailsUnconfirmedError_Fragment = { readonly __typename: 'BankDetailsUnconfirmedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_BankFileUnreadableError_Fragment = { readonly __typename: 'BankFileUnreadableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CaptureExceedsHoldError_Fragment = { readonly __typename: 'CaptureExceedsHoldError', readonly held: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ClockNotMovableError_Fragment = { readonly __typename: 'ClockNotMovableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CoalitionWindingDownError_Fragment = { readonly __typename: 'CoalitionWindingDownError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CodeNotValidError_Fragment = { readonly __typename: 'CodeNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CommissionNotDueError_Fragment = { readonly __typename: 'CommissionNotDueError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CommissionProgrammeChangedError_Fragment = { readonly __typename: 'CommissionProgrammeChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CommissionProgrammeEndedError_Fragment = { readonly __typename: 'CommissionProgrammeEndedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CommissionStatusError_Fragment = { readonly __typename: 'CommissionStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ConfirmationExpiredError_Fragment = { readonly __typename: 'ConfirmationExpiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ConfirmationInvalidError_Fragment = { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ConfirmationNotSentError_Fragment = { readonly __typename: 'ConfirmationNotSentError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ConfirmationRequiredError_Fragment = { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ConfirmationTooSoonError_Fragment = { readonly __typename: 'ConfirmationTooSoonError', readonly retryAt: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ConfirmationUnavailableError_Fragment = { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CreditLimitReachedError_Fragment = { readonly __typename: 'CreditLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CustomerClosedError_Fragment = { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CustomerFrozenError_Fragment = { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CustomerHasOpenHoldsError_Fragment = { readonly __typename: 'CustomerHasOpenHoldsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CustomerHasPointsError_Fragment = { readonly __typename: 'CustomerHasPointsError', readonly givesUpAtMost: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_CustomerOwesPointsError_Fragment = { readonly __typename: 'CustomerOwesPointsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_DisputeResolvedAlreadyError_Fragment = { readonly __typename: 'DisputeResolvedAlreadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_DisputeTooLateError_Fragment = { readonly __typename: 'DisputeTooLateError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_EarlierWindowPendingError_Fragment = { readonly __typename: 'EarlierWindowPendingError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_EarnCodeNotUsableError_Fragment = { readonly __typename: 'EarnCodeNotUsableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ExitNoticeStandsError_Fragment = { readonly __typename: 'ExitNoticeStandsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_FiscalReceiptUsedError_Fragment = { readonly __typename: 'FiscalReceiptUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_FreezeNeedsAdministratorError_Fragment = { readonly __typename: 'FreezeNeedsAdministratorError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_HoldNotOpenError_Fragment = { readonly __typename: 'HoldNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_IdempotencyKeyMismatchError_Fragment = { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ImportNotOpenError_Fragment = { readonly __typename: 'ImportNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_InsufficientPointsError_Fragment = { readonly __typename: 'InsufficientPointsError', readonly available: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_InvalidInputError_Fragment = { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_InvitationLimitReachedError_Fragment = { readonly __typename: 'InvitationLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_KeyLimitReachedError_Fragment = { readonly __typename: 'KeyLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_LadderInUseError_Fragment = { readonly __typename: 'LadderInUseError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_LadderOpenError_Fragment = { readonly __typename: 'LadderOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_LateSaleRefusal_Fragment = { readonly __typename: 'LateSaleRefusal', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_LetterNotSentError_Fragment = { readonly __typename: 'LetterNotSentError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_LinkNotValidError_Fragment = { readonly __typename: 'LinkNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_LinkRequiredError_Fragment = { readonly __typename: 'LinkRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_MemberExitIncompleteError_Fragment = { readonly __typename: 'MemberExitIncompleteError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_MemberHasObligationsError_Fragment = { readonly __typename: 'MemberHasObligationsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_MemberNotActiveError_Fragment = { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_NewDeviceError_Fragment = { readonly __typename: 'NewDeviceError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_NoConfirmationChannelError_Fragment = { readonly __typename: 'NoConfirmationChannelError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_NotFoundError_Fragment = { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_NotSameHouseholdError_Fragment = { readonly __typename: 'NotSameHouseholdError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_OwnLinkError_Fragment = { readonly __typename: 'OwnLinkError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_OwnReferralError_Fragment = { readonly __typename: 'OwnReferralError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PaymentLegClosedError_Fragment = { readonly __typename: 'PaymentLegClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PaymentRecordedAlreadyError_Fragment = { readonly __typename: 'PaymentRecordedAlreadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PaymentReversedAlreadyError_Fragment = { readonly __typename: 'PaymentReversedAlreadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PersonRequiredError_Fragment = { readonly __typename: 'PersonRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PilotStatusError_Fragment = { readonly __typename: 'PilotStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PinNotValidError_Fragment = { readonly __typename: 'PinNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PlanApprovedAlreadyError_Fragment = { readonly __typename: 'PlanApprovedAlreadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PlanApproverIsProposerError_Fragment = { readonly __typename: 'PlanApproverIsProposerError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PlanChangedError_Fragment = { readonly __typename: 'PlanChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PointsShareExceededError_Fragment = { readonly __typename: 'PointsShareExceededError', readonly maxPoints: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PriceChangedError_Fragment = { readonly __typename: 'PriceChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_PromoFundShortError_Fragment = { readonly __typename: 'PromoFundShortError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ReceiptAlreadyUsedError_Fragment = { readonly __typename: 'ReceiptAlreadyUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_ReceiptNotClaimableError_Fragment = { readonly __typename: 'ReceiptNotClaimableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_RefundExceedsPurchaseError_Fragment = { readonly __typename: 'RefundExceedsPurchaseError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } };

type RefusalParts_RuleChangedError_Fragment = { readonly __typename: 'RuleChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_RuleLimitReachedError_Fragment = { readonly __typename: 'RuleLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_RuleOverError_Fragment = { readonly __typename: 'RuleOverError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_RuleStatusError_Fragment = { readonly __typename: 'RuleStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SaleBeforeJoiningError_Fragment = { readonly __typename: 'SaleBeforeJoiningError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SaleNeedsApprovalError_Fragment = { readonly __typename: 'SaleNeedsApprovalError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SaleTooLateError_Fragment = { readonly __typename: 'SaleTooLateError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SecondFactorEnrolledError_Fragment = { readonly __typename: 'SecondFactorEnrolledError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SecondFactorStaleError_Fragment = { readonly __typename: 'SecondFactorStaleError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SecondFactorUnreadableError_Fragment = { readonly __typename: 'SecondFactorUnreadableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SegmentInUseError_Fragment = { readonly __typename: 'SegmentInUseError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SegmentLimitReachedError_Fragment = { readonly __typename: 'SegmentLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SignInCodeWrongError_Fragment = { readonly __typename: 'SignInCodeWrongError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SignInDelayedError_Fragment = { readonly __typename: 'SignInDelayedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SignInFailedError_Fragment = { readonly __typename: 'SignInFailedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_SpendingLimitReachedError_Fragment = { readonly __typename: 'SpendingLimitReachedError', readonly left: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_TermsNotAcceptedError_Fragment = { readonly __typename: 'TermsNotAcceptedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_TermsNotOpenError_Fragment = { readonly __typename: 'TermsNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_TokenCapExceededError_Fragment = { readonly __typename: 'TokenCapExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_TooManyExportsError_Fragment = { readonly __typename: 'TooManyExportsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_TooManyImportsError_Fragment = { readonly __typename: 'TooManyImportsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_VoucherNotUsableError_Fragment = { readonly __typename: 'VoucherNotUsableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_WebhookAddressRefusedError_Fragment = { readonly __typename: 'WebhookAddressRefusedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_WebhookEndpointLimitError_Fragment = { readonly __typename: 'WebhookEndpointLimitError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_WebhookPausedError_Fragment = { readonly __typename: 'WebhookPausedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_WebhookQueryRefusedError_Fragment = { readonly __typename: 'WebhookQueryRefusedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_WindowStepNotReadyError_Fragment = { readonly __typename: 'WindowStepNotReadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_WindowStepOutOfOrderError_Fragment = { readonly __typename: 'WindowStepOutOfOrderError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

type RefusalParts_WriteOffExceedsReceivableError_Fragment = { readonly __typename: 'WriteOffExceedsReceivableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> };

export type RefusalPartsFragment =
  | RefusalParts_AdjustmentNotOpenError_Fragment
  | RefusalParts_AffiliateApplicationsFullError_Fragment
  | RefusalParts_AffiliateStatusError_Fragment
  | RefusalParts_AffiliateTermsChangedError_Fragment
  | RefusalParts_AlreadyBoughtError_Fragment
  | RefusalParts_AlreadyExistsError_Fragment
  | RefusalParts_AlreadyReferredError_Fragment
  | RefusalParts_ApproverIsProposerError_Fragment
  | RefusalParts_AwardLimitReachedError_Fragment
  | RefusalParts_BankDetailsMissingError_Fragment
  | RefusalParts_BankDetailsUnconfirmedError_Fragment
  | RefusalParts_BankFileUnreadableError_Fragment
  | RefusalParts_CaptureExceedsHoldError_Fragment
  | RefusalParts_ClockNotMovableError_Fragment
  | RefusalParts_CoalitionWindingDownError_Fragment
  | RefusalParts_CodeNotValidError_Fragment
  | RefusalParts_CommissionNotDueError_Fragment
  | RefusalParts_CommissionProgrammeChangedError_Fragment
  | RefusalParts_CommissionProgrammeEndedError_Fragment
  | RefusalParts_CommissionStatusError_Fragment
  | RefusalParts_ConfirmationExpiredError_Fragment
  | RefusalParts_ConfirmationInvalidError_Fragment
  | RefusalParts_ConfirmationNotSentError_Fragment
  | RefusalParts_ConfirmationRequiredError_Fragment
  | RefusalParts_ConfirmationTooSoonError_Fragment
  | RefusalParts_ConfirmationUnavailableError_Fragment
  | RefusalParts_CreditLimitReachedError_Fragment
  | RefusalParts_CustomerClosedError_Fragment
  | RefusalParts_CustomerFrozenError_Fragment
  | RefusalParts_CustomerHasOpenHoldsError_Fragment
  | RefusalParts_CustomerHasPointsError_Fragment
  | RefusalParts_CustomerOwesPointsError_Fragment
  | RefusalParts_DisputeResolvedAlreadyError_Fragment
  | RefusalParts_DisputeTooLateError_Fragment
  | RefusalParts_EarlierWindowPendingError_Fragment
  | RefusalParts_EarnCodeNotUsableError_Fragment
  | RefusalParts_ExitNoticeStandsError_Fragment
  | RefusalParts_FiscalReceiptUsedError_Fragment
  | RefusalParts_FreezeNeedsAdministratorError_Fragment
  | RefusalParts_HoldNotOpenError_Fragment
  | RefusalParts_IdempotencyKeyMismatchError_Fragment
  | RefusalParts_ImportNotOpenError_Fragment
  | RefusalParts_InsufficientPointsError_Fragment
  | RefusalParts_InvalidInputError_Fragment
  | RefusalParts_InvitationLimitReachedError_Fragment
  | RefusalParts_KeyLimitReachedError_Fragment
  | RefusalParts_LadderInUseError_Fragment
  | RefusalParts_LadderOpenError_Fragment
  | RefusalParts_LateSaleRefusal_Fragment
  | RefusalParts_LetterNotSentError_Fragment
  | RefusalParts_LinkNotValidError_Fragment
  | RefusalParts_LinkRequiredError_Fragment
  | RefusalParts_MemberExitIncompleteError_Fragment
  | RefusalParts_MemberHasObligationsError_Fragment
  | RefusalParts_MemberNotActiveError_Fragment
  | RefusalParts_NewDeviceError_Fragment
  | RefusalParts_NoConfirmationChannelError_Fragment
  | RefusalParts_NotFoundError_Fragment
  | RefusalParts_NotSameHouseholdError_Fragment
  | RefusalParts_OwnLinkError_Fragment
  | RefusalParts_OwnReferralError_Fragment
  | RefusalParts_PaymentLegClosedError_Fragment
  | RefusalParts_PaymentRecordedAlreadyError_Fragment
  | RefusalParts_PaymentReversedAlreadyError_Fragment
  | RefusalParts_PersonRequiredError_Fragment
  | RefusalParts_PilotStatusError_Fragment
  | RefusalParts_PinNotValidError_Fragment
  | RefusalParts_PlanApprovedAlreadyError_Fragment
  | RefusalParts_PlanApproverIsProposerError_Fragment
  | RefusalParts_PlanChangedError_Fragment
  | RefusalParts_PointsShareExceededError_Fragment
  | RefusalParts_PriceChangedError_Fragment
  | RefusalParts_PromoFundShortError_Fragment
  | RefusalParts_ReceiptAlreadyUsedError_Fragment
  | RefusalParts_ReceiptNotClaimableError_Fragment
  | RefusalParts_RefundExceedsPurchaseError_Fragment
  | RefusalParts_RuleChangedError_Fragment
  | RefusalParts_RuleLimitReachedError_Fragment
  | RefusalParts_RuleOverError_Fragment
  | RefusalParts_RuleStatusError_Fragment
  | RefusalParts_SaleBeforeJoiningError_Fragment
  | RefusalParts_SaleNeedsApprovalError_Fragment
  | RefusalParts_SaleTooLateError_Fragment
  | RefusalParts_SecondFactorEnrolledError_Fragment
  | RefusalParts_SecondFactorStaleError_Fragment
  | RefusalParts_SecondFactorUnreadableError_Fragment
  | RefusalParts_SegmentInUseError_Fragment
  | RefusalParts_SegmentLimitReachedError_Fragment
  | RefusalParts_SignInCodeWrongError_Fragment
  | RefusalParts_SignInDelayedError_Fragment
  | RefusalParts_SignInFailedError_Fragment
  | RefusalParts_SpendingLimitReachedError_Fragment
  | RefusalParts_TermsNotAcceptedError_Fragment
  | RefusalParts_TermsNotOpenError_Fragment
  | RefusalParts_TokenCapExceededError_Fragment
  | RefusalParts_TooManyExportsError_Fragment
  | RefusalParts_TooManyImportsError_Fragment
  | RefusalParts_VoucherNotUsableError_Fragment
  | RefusalParts_WebhookAddressRefusedError_Fragment
  | RefusalParts_WebhookEndpointLimitError_Fragment
  | RefusalParts_WebhookPausedError_Fragment
  | RefusalParts_WebhookQueryRefusedError_Fragment
  | RefusalParts_WindowStepNotReadyError_Fragment
  | RefusalParts_WindowStepOutOfOrderError_Fragment
  | RefusalParts_WriteOffExceedsReceivableError_Fragment
;

export type RulesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  language: Language;
}>;


export type RulesQuery = { readonly __typename: 'Query', readonly rules: { readonly __typename: 'RuleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Rule', readonly id: string, readonly version: number, readonly status: RuleStatus, readonly name: string, readonly sentence: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly costs: ReadonlyArray<{ readonly __typename: 'RuleCost', readonly points: string, readonly purchases: number, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null }>, readonly definition: { readonly __typename: 'RuleDefinition', readonly schedule: { readonly __typename: 'RuleSchedule', readonly fromDay: string, readonly toDay: string | null }, readonly limits: { readonly __typename: 'RuleLimits', readonly budget: { readonly __typename: 'RuleBudget', readonly points: string | null, readonly per: LimitPeriod, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null } | null } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type RuleRowFragment = { readonly __typename: 'Rule', readonly id: string, readonly version: number, readonly status: RuleStatus, readonly name: string, readonly sentence: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly costs: ReadonlyArray<{ readonly __typename: 'RuleCost', readonly points: string, readonly purchases: number, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null }>, readonly definition: { readonly __typename: 'RuleDefinition', readonly schedule: { readonly __typename: 'RuleSchedule', readonly fromDay: string, readonly toDay: string | null }, readonly limits: { readonly __typename: 'RuleLimits', readonly budget: { readonly __typename: 'RuleBudget', readonly points: string | null, readonly per: LimitPeriod, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null } | null } } };

export type RuleCardQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type RuleCardQuery = { readonly __typename: 'Query', readonly rule: { readonly __typename: 'Rule', readonly createdAt: string, readonly changedAt: string, readonly id: string, readonly version: number, readonly status: RuleStatus, readonly name: string, readonly sentence: string, readonly acceptances: ReadonlyArray<{ readonly __typename: 'RuleAcceptance', readonly answer: RuleAnswer, readonly askedAt: string, readonly answeredAt: string | null, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null }>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly costs: ReadonlyArray<{ readonly __typename: 'RuleCost', readonly points: string, readonly purchases: number, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null }>, readonly definition: { readonly __typename: 'RuleDefinition', readonly schedule: { readonly __typename: 'RuleSchedule', readonly fromDay: string, readonly toDay: string | null }, readonly limits: { readonly __typename: 'RuleLimits', readonly budget: { readonly __typename: 'RuleBudget', readonly points: string | null, readonly per: LimitPeriod, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null } | null } } } | null };

export type RuleDryRunQueryVariables = Exact<{
  input: RuleDryRunInput;
  language: Language;
}>;


export type RuleDryRunQuery = { readonly __typename: 'Query', readonly ruleDryRun:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RuleDryRun', readonly sentence: string, readonly fromDay: string, readonly toDay: string, readonly isStopped: boolean, readonly purchases: number, readonly touched: number, readonly points: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly cost: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }
    | { readonly __typename: 'TermsNotAcceptedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type DraftRuleMutationVariables = Exact<{
  input: RuleDraftInput;
}>;


export type DraftRuleMutation = { readonly __typename: 'Mutation', readonly ruleDraft:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RuleLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly __typename: 'Rule', readonly id: string } }
   };

export type ScheduleRuleMutationVariables = Exact<{
  input: RuleStepInput;
}>;


export type ScheduleRuleMutation = { readonly __typename: 'Mutation', readonly ruleSchedule:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RuleOverError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly __typename: 'Rule', readonly id: string, readonly status: RuleStatus } }
    | { readonly __typename: 'RuleStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type PauseRuleMutationVariables = Exact<{
  input: RuleStepInput;
}>;


export type PauseRuleMutation = { readonly __typename: 'Mutation', readonly rulePause:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly __typename: 'Rule', readonly id: string, readonly status: RuleStatus } }
    | { readonly __typename: 'RuleStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ResumeRuleMutationVariables = Exact<{
  input: RuleStepInput;
}>;


export type ResumeRuleMutation = { readonly __typename: 'Mutation', readonly ruleResume:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly __typename: 'Rule', readonly id: string, readonly status: RuleStatus } }
    | { readonly __typename: 'RuleStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type EndRuleMutationVariables = Exact<{
  input: RuleStepInput;
}>;


export type EndRuleMutation = { readonly __typename: 'Mutation', readonly ruleEnd:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly __typename: 'Rule', readonly id: string, readonly status: RuleStatus } }
    | { readonly __typename: 'RuleStatusError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type MembersToTryAtQueryVariables = Exact<{ [key: string]: never; }>;


export type MembersToTryAtQuery = { readonly __typename: 'Query', readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly members: { readonly __typename: 'CoalitionMembersConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string, readonly status: MemberStatus }> } } | null };

export type SalesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PurchasesFilter | null | undefined;
}>;


export type SalesQuery = { readonly __typename: 'Query', readonly purchases: { readonly __typename: 'PurchasesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly occurredAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type SaleRowFragment = { readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly occurredAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } };

export type SaleQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type SaleQuery = { readonly __typename: 'Query', readonly purchase: { readonly __typename: 'Purchase', readonly code: string | null, readonly recordedAt: string, readonly id: string, readonly receiptRef: string, readonly occurredAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly recordedBy: { readonly __typename: 'ActingPerson', readonly name: string | null, readonly tillName: string | null } | null, readonly lines: ReadonlyArray<{ readonly __typename: 'PurchaseLine', readonly ref: string, readonly title: string, readonly category: string | null, readonly quantity: string | null, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly earnRule: { readonly __typename: 'EarnRule', readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: string } }, readonly rules: ReadonlyArray<{ readonly __typename: 'AppliedRule', readonly version: number, readonly name: string, readonly sentence: string, readonly explanation: string | null, readonly points: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly paidBy: ReadonlyArray<{ readonly __typename: 'RulePayment', readonly points: string, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null }> }>, readonly refunds: ReadonlyArray<{ readonly __typename: 'Refund', readonly id: string, readonly recordedAt: string, readonly reason: string, readonly pointsReturned: string, readonly pointsRecovered: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } } | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly __typename: 'Query', readonly me: { readonly __typename: 'Me', readonly lacks: SessionLack | null, readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly __typename: 'StaffPlace', readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly __typename: 'StaffSession', readonly id: string, readonly tillName: string | null } } | null };

export type MePartsFragment = { readonly __typename: 'Me', readonly lacks: SessionLack | null, readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly __typename: 'StaffPlace', readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly __typename: 'StaffSession', readonly id: string, readonly tillName: string | null } };

export type SignInMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SignInMutation = { readonly __typename: 'Mutation', readonly sessionCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'LinkNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SessionPayload', readonly me: { readonly __typename: 'Me', readonly lacks: SessionLack | null, readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly __typename: 'StaffPlace', readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly __typename: 'StaffSession', readonly id: string, readonly tillName: string | null } } }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SignInFailedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ConfirmTotpMutationVariables = Exact<{
  input: SessionConfirmTotpInput;
}>;


export type ConfirmTotpMutation = { readonly __typename: 'Mutation', readonly sessionConfirmTotp:
    | { readonly __typename: 'CodeNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SecondFactorUnreadableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SessionPayload', readonly me: { readonly __typename: 'Me', readonly lacks: SessionLack | null, readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly __typename: 'StaffPlace', readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly __typename: 'StaffSession', readonly id: string, readonly tillName: string | null } } }
    | { readonly __typename: 'SignInDelayedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type RequestLinkMutationVariables = Exact<{
  input: SessionLinkRequestInput;
}>;


export type RequestLinkMutation = { readonly __typename: 'Mutation', readonly sessionLinkRequest:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'LetterNotSentError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SessionLinkRequestPayload', readonly isRequested: boolean }
    | { readonly __typename: 'SignInDelayedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type AcceptInvitationMutationVariables = Exact<{
  input: StaffAcceptInput;
}>;


export type AcceptInvitationMutation = { readonly __typename: 'Mutation', readonly staffAccept:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'LinkNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SessionPayload', readonly me: { readonly __typename: 'Me', readonly lacks: SessionLack | null, readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly __typename: 'StaffPlace', readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly __typename: 'StaffSession', readonly id: string, readonly tillName: string | null } } }
   };

export type EnrolTotpMutationVariables = Exact<{
  input: TotpEnrolInput;
}>;


export type EnrolTotpMutation = { readonly __typename: 'Mutation', readonly totpEnrol:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'LinkRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SecondFactorEnrolledError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SecondFactorStaleError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TotpEnrolPayload', readonly secret: string, readonly uri: string }
   };

export type ConfirmEnrolmentMutationVariables = Exact<{
  input: TotpConfirmInput;
}>;


export type ConfirmEnrolmentMutation = { readonly __typename: 'Mutation', readonly totpConfirm:
    | { readonly __typename: 'CodeNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'LinkRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SecondFactorEnrolledError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SecondFactorStaleError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SecondFactorUnreadableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SignInDelayedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TotpConfirmPayload', readonly recoveryCodes: ReadonlyArray<string>, readonly me: { readonly __typename: 'Me', readonly lacks: SessionLack | null, readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly __typename: 'StaffPlace', readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly __typename: 'StaffSession', readonly id: string, readonly tillName: string | null } } }
   };

export type SignOutMutationVariables = Exact<{
  input: SessionEndInput;
}>;


export type SignOutMutation = { readonly __typename: 'Mutation', readonly sessionEnd:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SessionEndPayload', readonly sessionId: string }
   };

export type WindowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WindowsQuery = { readonly __typename: 'Query', readonly settlementWindows: { readonly __typename: 'SettlementWindowsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'SettlementWindow', readonly windowNo: number, readonly status: SettlementWindowStatus, readonly opensAt: string, readonly cutOff: string, readonly closedAt: string | null, readonly disputeDeadline: string | null, readonly paymentDate: string | null, readonly settledAt: string | null, readonly chainHead: string | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type WindowRowFragment = { readonly __typename: 'SettlementWindow', readonly windowNo: number, readonly status: SettlementWindowStatus, readonly opensAt: string, readonly cutOff: string, readonly closedAt: string | null, readonly disputeDeadline: string | null, readonly paymentDate: string | null, readonly settledAt: string | null, readonly chainHead: string | null };

export type WindowQueryVariables = Exact<{
  windowNo: number;
}>;


export type WindowQuery = { readonly __typename: 'Query', readonly settlementWindows: { readonly __typename: 'SettlementWindowsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'SettlementWindow', readonly windowNo: number, readonly status: SettlementWindowStatus, readonly opensAt: string, readonly cutOff: string, readonly closedAt: string | null, readonly disputeDeadline: string | null, readonly paymentDate: string | null, readonly settledAt: string | null, readonly chainHead: string | null }> }, readonly memberStatements: { readonly __typename: 'MemberStatementsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MemberStatement', readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly statedAt: string, readonly disputeDeadline: string, readonly lineCount: number, readonly documents: ReadonlyArray<string>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly toPay: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean } }, readonly paymentPlans: { readonly __typename: 'PaymentPlansConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PaymentPlan', readonly id: string, readonly planNo: number, readonly hash: string, readonly method: PlanMethod, readonly proposedAt: string, readonly proposedById: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly approvals: ReadonlyArray<{ readonly __typename: 'PlanApproval', readonly approvedAt: string, readonly approvedById: string }>, readonly payments: ReadonlyArray<{ readonly __typename: 'PlannedPayment', readonly legNo: number, readonly reference: string, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payee: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payeeAffiliate: { readonly __typename: 'Affiliate', readonly id: string, readonly name: string } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly carried: ReadonlyArray<{ readonly __typename: 'CarriedNet', readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly affiliate: { readonly __typename: 'Affiliate', readonly id: string, readonly name: string } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> }> }, readonly paymentLegs: { readonly __typename: 'PaymentLegsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'PaymentLeg', readonly id: string, readonly windowNo: number, readonly legNo: number, readonly reference: string, readonly dueOn: string, readonly status: PaymentLegStatus, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payee: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payeeAffiliate: { readonly __typename: 'Affiliate', readonly id: string, readonly name: string } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly paid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean } }, readonly disputes: { readonly __typename: 'DisputesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StatementDispute', readonly id: string, readonly windowNo: number, readonly statementId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly amount: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly resolution: { readonly __typename: 'DisputeResolution', readonly outcome: DisputeOutcome, readonly note: string, readonly resolvedAt: string, readonly amount: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null }> } };

export type PlanPartsFragment = { readonly __typename: 'PaymentPlan', readonly id: string, readonly planNo: number, readonly hash: string, readonly method: PlanMethod, readonly proposedAt: string, readonly proposedById: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly approvals: ReadonlyArray<{ readonly __typename: 'PlanApproval', readonly approvedAt: string, readonly approvedById: string }>, readonly payments: ReadonlyArray<{ readonly __typename: 'PlannedPayment', readonly legNo: number, readonly reference: string, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payee: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payeeAffiliate: { readonly __typename: 'Affiliate', readonly id: string, readonly name: string } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly carried: ReadonlyArray<{ readonly __typename: 'CarriedNet', readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly affiliate: { readonly __typename: 'Affiliate', readonly id: string, readonly name: string } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> };

export type LegPartsFragment = { readonly __typename: 'PaymentLeg', readonly id: string, readonly windowNo: number, readonly legNo: number, readonly reference: string, readonly dueOn: string, readonly status: PaymentLegStatus, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payee: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly payeeAffiliate: { readonly __typename: 'Affiliate', readonly id: string, readonly name: string } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly paid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } };

export type DisputePartsFragment = { readonly __typename: 'StatementDispute', readonly id: string, readonly windowNo: number, readonly statementId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly amount: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly resolution: { readonly __typename: 'DisputeResolution', readonly outcome: DisputeOutcome, readonly note: string, readonly resolvedAt: string, readonly amount: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null };

export type StatementCardQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StatementCardQuery = { readonly __typename: 'Query', readonly node:
    | { readonly __typename: 'ActivityEntry' }
    | { readonly __typename: 'Adjustment' }
    | { readonly __typename: 'Affiliate' }
    | { readonly __typename: 'ApiKey' }
    | { readonly __typename: 'AuditEvent' }
    | { readonly __typename: 'BankImport' }
    | { readonly __typename: 'Coalition' }
    | { readonly __typename: 'Commission' }
    | { readonly __typename: 'CommissionProgramme' }
    | { readonly __typename: 'Consent' }
    | { readonly __typename: 'ConsentText' }
    | { readonly __typename: 'Customer' }
    | { readonly __typename: 'EarnCode' }
    | { readonly __typename: 'Export' }
    | { readonly __typename: 'FiscalDrive' }
    | { readonly __typename: 'Hold' }
    | { readonly __typename: 'Import' }
    | { readonly __typename: 'Link' }
    | { readonly __typename: 'Lot' }
    | { readonly __typename: 'Member' }
    | { readonly __typename: 'MemberStatement', readonly lineHash: string, readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly statedAt: string, readonly disputeDeadline: string, readonly lineCount: number, readonly documents: ReadonlyArray<string>, readonly opening: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly payments: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly closing: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly rounding: { readonly __typename: 'ExactMoney', readonly amountMicros: string }, readonly disputes: ReadonlyArray<{ readonly __typename: 'StatementDispute', readonly id: string, readonly windowNo: number, readonly statementId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly amount: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly resolution: { readonly __typename: 'DisputeResolution', readonly outcome: DisputeOutcome, readonly note: string, readonly resolvedAt: string, readonly amount: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null }>, readonly lines: { readonly __typename: 'StatementLinesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'StatementLine', readonly no: number, readonly entryId: string, readonly position: number, readonly kind: string, readonly postedAt: string, readonly reference: string, readonly points: string, readonly counterparty: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly amount: { readonly __typename: 'ExactMoney', readonly amountMicros: string, readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly toPay: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }
    | { readonly __typename: 'PaymentLeg' }
    | { readonly __typename: 'PaymentPlan' }
    | { readonly __typename: 'Person' }
    | { readonly __typename: 'Pilot' }
    | { readonly __typename: 'Purchase' }
    | { readonly __typename: 'ReceiptClaim' }
    | { readonly __typename: 'Reconciliation' }
    | { readonly __typename: 'Refund' }
    | { readonly __typename: 'Rule' }
    | { readonly __typename: 'RuleVersion' }
    | { readonly __typename: 'Segment' }
    | { readonly __typename: 'SettlementPayment' }
    | { readonly __typename: 'StaffGrant' }
    | { readonly __typename: 'StaffSession' }
    | { readonly __typename: 'StatementDispute' }
    | { readonly __typename: 'Terms' }
    | { readonly __typename: 'Till' }
    | { readonly __typename: 'WebhookDelivery' }
    | { readonly __typename: 'WebhookEndpoint' }
   | null };

export type CloseWindowMutationVariables = Exact<{
  input: WindowCloseInput;
}>;


export type CloseWindowMutation = { readonly __typename: 'Mutation', readonly windowClose:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'WindowClosePayload', readonly window: { readonly __typename: 'SettlementWindow', readonly windowNo: number, readonly status: SettlementWindowStatus } }
    | { readonly __typename: 'WindowStepNotReadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type IssueStatementsMutationVariables = Exact<{
  input: StatementsIssueInput;
}>;


export type IssueStatementsMutation = { readonly __typename: 'Mutation', readonly statementsIssue:
    | { readonly __typename: 'EarlierWindowPendingError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'StatementsIssuePayload', readonly windowNo: number }
    | { readonly __typename: 'WindowStepNotReadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ProposePlanMutationVariables = Exact<{
  input: PlanProposeInput;
}>;


export type ProposePlanMutation = { readonly __typename: 'Mutation', readonly planPropose:
    | { readonly __typename: 'EarlierWindowPendingError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PersonRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PlanProposePayload', readonly plan: { readonly __typename: 'PaymentPlan', readonly id: string, readonly hash: string } }
    | { readonly __typename: 'WindowStepNotReadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ApprovePlanMutationVariables = Exact<{
  input: PlanApproveInput;
}>;


export type ApprovePlanMutation = { readonly __typename: 'Mutation', readonly planApprove:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PersonRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PlanApprovePayload', readonly window: { readonly __typename: 'SettlementWindow', readonly windowNo: number, readonly status: SettlementWindowStatus } }
    | { readonly __typename: 'PlanApprovedAlreadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PlanApproverIsProposerError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PlanChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type SettleWindowMutationVariables = Exact<{
  input: WindowSettleInput;
}>;


export type SettleWindowMutation = { readonly __typename: 'Mutation', readonly windowSettle:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'WindowSettlePayload', readonly window: { readonly __typename: 'SettlementWindow', readonly windowNo: number, readonly status: SettlementWindowStatus } }
    | { readonly __typename: 'WindowStepNotReadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type AcceptStatementMutationVariables = Exact<{
  input: StatementAcceptInput;
}>;


export type AcceptStatementMutation = { readonly __typename: 'Mutation', readonly statementAccept:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'StatementAcceptPayload', readonly statement: { readonly __typename: 'MemberStatement', readonly id: string, readonly status: MemberStatementStatus } }
   };

export type OpenDisputeMutationVariables = Exact<{
  input: DisputeOpenInput;
}>;


export type OpenDisputeMutation = { readonly __typename: 'Mutation', readonly disputeOpen:
    | { readonly __typename: 'AlreadyExistsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'DisputePayload', readonly dispute: { readonly __typename: 'StatementDispute', readonly id: string } }
    | { readonly __typename: 'DisputeTooLateError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type ResolveDisputeMutationVariables = Exact<{
  input: DisputeResolveInput;
}>;


export type ResolveDisputeMutation = { readonly __typename: 'Mutation', readonly disputeResolve:
    | { readonly __typename: 'DisputePayload', readonly dispute: { readonly __typename: 'StatementDispute', readonly id: string } }
    | { readonly __typename: 'DisputeResolvedAlreadyError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type StatementsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StatementsQuery = { readonly __typename: 'Query', readonly memberStatements: { readonly __typename: 'MemberStatementsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MemberStatement', readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly statedAt: string, readonly disputeDeadline: string, readonly lineCount: number, readonly documents: ReadonlyArray<string>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly toPay: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type StatementRowFragment = { readonly __typename: 'MemberStatement', readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly statedAt: string, readonly disputeDeadline: string, readonly lineCount: number, readonly documents: ReadonlyArray<string>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly toPay: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } };

export type LockCashiersQueryVariables = Exact<{ [key: string]: never; }>;


export type LockCashiersQuery = { readonly __typename: 'Query', readonly tillCashiers: ReadonlyArray<{ readonly __typename: 'TillCashier', readonly cashierId: string, readonly name: string | null }> };

export type LockCashierFragment = { readonly __typename: 'TillCashier', readonly cashierId: string, readonly name: string | null };

export type LockSignInMutationVariables = Exact<{
  input: TillSessionCreateInput;
}>;


export type LockSignInMutation = { readonly __typename: 'Mutation', readonly tillSessionCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PinNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SessionPayload', readonly wrongPins: number | null, readonly me: { readonly __typename: 'Me', readonly lacks: SessionLack | null, readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly person: { readonly __typename: 'Person', readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly __typename: 'StaffPlace', readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly __typename: 'StaffSession', readonly id: string, readonly tillName: string | null } } }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type LockSetPinMutationVariables = Exact<{
  input: PinSetByCodeInput;
}>;


export type LockSetPinMutation = { readonly __typename: 'Mutation', readonly pinSetByCode:
    | { readonly __typename: 'CodeNotValidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PinSetByCodePayload', readonly cashier: { readonly __typename: 'TillCashier', readonly cashierId: string, readonly name: string | null } }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillCustomerQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type TillCustomerQuery = { readonly __typename: 'Query', readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string, readonly phone: string | null, readonly frozenAt: string | null, readonly card: { readonly __typename: 'Card', readonly number: string } | null, readonly wallet: { readonly __typename: 'Wallet', readonly available: string, readonly balance: string, readonly tiers: ReadonlyArray<{ readonly __typename: 'TierStanding', readonly tier: { readonly __typename: 'Tier', readonly id: string, readonly name: string } | null }> } } | null };

export type TillCustomerPartsFragment = { readonly __typename: 'Customer', readonly id: string, readonly name: string, readonly phone: string | null, readonly frozenAt: string | null, readonly card: { readonly __typename: 'Card', readonly number: string } | null, readonly wallet: { readonly __typename: 'Wallet', readonly available: string, readonly balance: string, readonly tiers: ReadonlyArray<{ readonly __typename: 'TierStanding', readonly tier: { readonly __typename: 'Tier', readonly id: string, readonly name: string } | null }> } };

export type TillRuleFragment = { readonly __typename: 'AppliedRule', readonly version: number, readonly name: string, readonly sentence: string, readonly explanation: string | null, readonly points: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } };

export type TillQuoteQueryVariables = Exact<{
  input: PurchaseQuoteInput;
  language: Language;
}>;


export type TillQuoteQuery = { readonly __typename: 'Query', readonly purchaseQuote:
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InsufficientPointsError', readonly available: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PointsShareExceededError', readonly maxPoints: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PurchaseQuote', readonly maxPoints: string, readonly needsConfirmation: boolean, readonly pointsToEarn: string, readonly pointsToRedeem: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly faceValue: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly rules: ReadonlyArray<{ readonly __typename: 'AppliedRule', readonly version: number, readonly name: string, readonly sentence: string, readonly explanation: string | null, readonly points: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> }
    | { readonly __typename: 'SpendingLimitReachedError', readonly left: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TokenCapExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'VoucherNotUsableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillConfirmationMutationVariables = Exact<{
  input: ConfirmationRequestInput;
}>;


export type TillConfirmationMutation = { readonly __typename: 'Mutation', readonly confirmationRequest:
    | { readonly __typename: 'ConfirmationNotSentError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationRequestPayload', readonly confirmationId: string, readonly maskedAddress: string | null, readonly channel: MessageChannel }
    | { readonly __typename: 'ConfirmationTooSoonError', readonly retryAt: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'FreezeNeedsAdministratorError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NoConfirmationChannelError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillSaleMutationVariables = Exact<{
  input: PurchaseRecordInput;
}>;


export type TillSaleMutation = { readonly __typename: 'Mutation', readonly purchaseRecord:
    | { readonly __typename: 'ConfirmationExpiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'FiscalReceiptUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InsufficientPointsError', readonly available: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PointsShareExceededError', readonly maxPoints: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PriceChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PurchaseRecordPayload', readonly balanceAfter: string, readonly purchase: { readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly recordedAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleTooLateError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SpendingLimitReachedError', readonly left: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'VoucherNotUsableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillSalePartsFragment = { readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly recordedAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } };

export type TillConsentQueryVariables = Exact<{ [key: string]: never; }>;


export type TillConsentQuery = { readonly __typename: 'Query', readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly consentTexts: { readonly __typename: 'ConsentTextsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'ConsentText', readonly id: string, readonly version: string, readonly textRu: string, readonly textEn: string }> } } | null };

export type TillEnrolMutationVariables = Exact<{
  input: CustomerEnrolInput;
}>;


export type TillEnrolMutation = { readonly __typename: 'Mutation', readonly customerEnrol:
    | { readonly __typename: 'AlreadyExistsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerEnrolPayload', readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string, readonly phone: string | null, readonly frozenAt: string | null, readonly card: { readonly __typename: 'Card', readonly number: string } | null, readonly wallet: { readonly __typename: 'Wallet', readonly available: string, readonly balance: string, readonly tiers: ReadonlyArray<{ readonly __typename: 'TierStanding', readonly tier: { readonly __typename: 'Tier', readonly id: string, readonly name: string } | null }> } } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillOrdersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: HoldsFilter | null | undefined;
}>;


export type TillOrdersQuery = { readonly __typename: 'Query', readonly holds: { readonly __typename: 'HoldsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Hold', readonly id: string, readonly orderRef: string, readonly expiresAt: string, readonly points: string, readonly status: HoldStatus, readonly bill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type TillHoldFragment = { readonly __typename: 'Hold', readonly id: string, readonly orderRef: string, readonly expiresAt: string, readonly points: string, readonly status: HoldStatus, readonly bill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } };

export type TillHoldCreateMutationVariables = Exact<{
  input: HoldCreateInput;
}>;


export type TillHoldCreateMutation = { readonly __typename: 'Mutation', readonly holdCreate:
    | { readonly __typename: 'ConfirmationExpiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'HoldCreatePayload', readonly hold: { readonly __typename: 'Hold', readonly id: string, readonly orderRef: string, readonly expiresAt: string, readonly points: string, readonly status: HoldStatus, readonly bill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InsufficientPointsError', readonly available: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NewDeviceError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PointsShareExceededError', readonly maxPoints: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SpendingLimitReachedError', readonly left: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TokenCapExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillHoldCaptureMutationVariables = Exact<{
  input: HoldCaptureInput;
}>;


export type TillHoldCaptureMutation = { readonly __typename: 'Mutation', readonly holdCapture:
    | { readonly __typename: 'CaptureExceedsHoldError', readonly held: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'FiscalReceiptUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'HoldCapturePayload', readonly balanceAfter: string, readonly purchase: { readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly recordedAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }
    | { readonly __typename: 'HoldNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PointsShareExceededError', readonly maxPoints: string, readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PriceChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleTooLateError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'VoucherNotUsableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillHoldVoidMutationVariables = Exact<{
  input: HoldVoidInput;
}>;


export type TillHoldVoidMutation = { readonly __typename: 'Mutation', readonly holdVoid:
    | { readonly __typename: 'HoldNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'HoldVoidPayload', readonly hold: { readonly __typename: 'Hold', readonly id: string, readonly orderRef: string, readonly expiresAt: string, readonly points: string, readonly status: HoldStatus, readonly bill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillTodayQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PurchasesFilter | null | undefined;
}>;


export type TillTodayQuery = { readonly __typename: 'Query', readonly purchases: { readonly __typename: 'PurchasesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly recordedAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string }, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type TillSaleToRefundQueryVariables = Exact<{
  id: string;
}>;


export type TillSaleToRefundQuery = { readonly __typename: 'Query', readonly purchase: { readonly __typename: 'Purchase', readonly id: string, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly __typename: 'PurchaseLine', readonly ref: string, readonly title: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string } }>, readonly refunds: ReadonlyArray<{ readonly __typename: 'Refund', readonly id: string, readonly lines: ReadonlyArray<{ readonly __typename: 'RefundLine', readonly ref: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } }> }> } | null };

export type TillRefundMutationVariables = Exact<{
  input: PurchaseRefundInput;
}>;


export type TillRefundMutation = { readonly __typename: 'Mutation', readonly purchaseRefund:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PurchaseRefundPayload', readonly balanceAfter: string, readonly refund: { readonly __typename: 'Refund', readonly id: string, readonly pointsReturned: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }
    | { readonly __typename: 'RefundExceedsPurchaseError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ProposedAdjustmentFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ProposedAdjustment on Adjustment {
  id
  kind
  points
  reason
  proposedAt
  proposedById
  customer {
    id
    name
  }
  member {
    id
    name
  }
  payers {
    member {
      id
      name
    }
  }
}
    `, {"fragmentName":"ProposedAdjustment"}) as unknown as TypedDocumentString<ProposedAdjustmentFragment, unknown>;
export const WaitingSaleFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WaitingSale on SaleApproval {
  ground
  isApproved
  receiptRef
  requestedAt
  member {
    id
    name
  }
}
    `, {"fragmentName":"WaitingSale"}) as unknown as TypedDocumentString<WaitingSaleFragment, unknown>;
export const WaitingPlanFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WaitingPlan on PaymentPlan {
  id
  windowNo
  planNo
  proposedAt
  proposedById
  total {
    amountMinor
    currency
  }
}
    `, {"fragmentName":"WaitingPlan"}) as unknown as TypedDocumentString<WaitingPlanFragment, unknown>;
export const ProposedTermsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ProposedTerms on TermsVersion {
  standing
  missing {
    id
    name
  }
  terms {
    id
    version
    startsAt
  }
}
    `, {"fragmentName":"ProposedTerms"}) as unknown as TypedDocumentString<ProposedTermsFragment, unknown>;
export const AskedRulePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AskedRuleParts on AskedRule {
  version
  askedAt
  rule {
    id
    name(language: $language)
    sentence(language: $language)
    member {
      id
      name
    }
  }
}
    `, {"fragmentName":"AskedRuleParts"}) as unknown as TypedDocumentString<AskedRulePartsFragment, unknown>;
export const PersonRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PersonRow on StaffGrant {
  id
  email
  role
  invitedAt
  acceptedAt
  revokedAt
  person {
    id
    name
  }
  member {
    id
    name
  }
}
    `, {"fragmentName":"PersonRow"}) as unknown as TypedDocumentString<PersonRowFragment, unknown>;
export const TillRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TillRow on Till {
  id
  name
  place
  lastFour
  idleMinutes
  createdAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"TillRow"}) as unknown as TypedDocumentString<TillRowFragment, unknown>;
export const KeyRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment KeyRow on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}
    `, {"fragmentName":"KeyRow"}) as unknown as TypedDocumentString<KeyRowFragment, unknown>;
export const ExportRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ExportRow on Export {
  id
  kind
  format
  state
  failure
  rows
  percent
  bytes
  askedAt
  endsAt
  url
}
    `, {"fragmentName":"ExportRow"}) as unknown as TypedDocumentString<ExportRowFragment, unknown>;
export const FigurePartRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment FigurePartRow on FiguresOfPart {
  from
  to
  customers {
    active
    new
    returning
  }
  sums {
    purchases
    refunds
    net {
      amountMinor
      currency
    }
    averageBill {
      amountMinor
      currency
    }
    pointsPart {
      amountMinor
      currency
    }
    pointsIssued
    pointsSpent
  }
}
    `, {"fragmentName":"FigurePartRow"}) as unknown as TypedDocumentString<FigurePartRowFragment, unknown>;
export const HomeFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment HomeFigures on FiguresOfPart {
  sums {
    purchases
    net {
      amountMinor
      currency
    }
    pointsPart {
      amountMinor
      currency
    }
    pointsIssued
  }
  customers {
    new
    returning
  }
}
    `, {"fragmentName":"HomeFigures"}) as unknown as TypedDocumentString<HomeFiguresFragment, unknown>;
export const AgedMemberFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment AgedMember on AgedReceivables {
  oldestDays
  member {
    id
    name
  }
  notDue {
    amountMinor
    currency
  }
  days1To30 {
    amountMinor
    currency
  }
  days31To60 {
    amountMinor
    currency
  }
  days61To90 {
    amountMinor
    currency
  }
  daysOver90 {
    amountMinor
    currency
  }
  total {
    amountMinor
    currency
  }
}
    `, {"fragmentName":"AgedMember"}) as unknown as TypedDocumentString<AgedMemberFragment, unknown>;
export const ClaimCardFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment ClaimCard on ReceiptClaim {
  id
  state
  occurredAt
  claimedAt
  lastDay
  reason
  receipt {
    fn
    i
  }
  total {
    amountMinor
    currency
  }
  customer {
    id
    name
  }
  purchase {
    id
  }
}
    `, {"fragmentName":"ClaimCard"}) as unknown as TypedDocumentString<ClaimCardFragment, unknown>;
export const RefusalPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
    `, {"fragmentName":"RefusalParts"}) as unknown as TypedDocumentString<RefusalPartsFragment, unknown>;
export const RuleRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment RuleRow on Rule {
  id
  version
  status
  name(language: $language)
  sentence(language: $language)
  member {
    id
    name
  }
  costs {
    points
    purchases
    discount {
      amountMinor
      currency
    }
    payer {
      id
      name
    }
  }
  definition {
    schedule {
      fromDay
      toDay
    }
    limits {
      budget {
        points
        per
        amount {
          amountMinor
          currency
        }
      }
    }
  }
}
    `, {"fragmentName":"RuleRow"}) as unknown as TypedDocumentString<RuleRowFragment, unknown>;
export const SaleRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment SaleRow on Purchase {
  id
  receiptRef
  occurredAt
  pointsEarned
  pointsRedeemed
  total {
    amountMinor
    currency
  }
  moneyPart {
    amountMinor
    currency
  }
  refundable {
    amountMinor
  }
  member {
    id
    name
  }
  customer {
    id
    name
  }
}
    `, {"fragmentName":"SaleRow"}) as unknown as TypedDocumentString<SaleRowFragment, unknown>;
export const MePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MeParts on Me {
  lacks
  hasPassword
  hasSecondFactor
  person {
    id
    name
    email
  }
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    id
    tillName
  }
}
    `, {"fragmentName":"MeParts"}) as unknown as TypedDocumentString<MePartsFragment, unknown>;
export const WindowRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment WindowRow on SettlementWindow {
  windowNo
  status
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}
    `, {"fragmentName":"WindowRow"}) as unknown as TypedDocumentString<WindowRowFragment, unknown>;
export const PlanPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PlanParts on PaymentPlan {
  id
  planNo
  hash
  method
  proposedAt
  proposedById
  total {
    amountMinor
    currency
  }
  approvals {
    approvedAt
    approvedById
  }
  payments {
    legNo
    reference
    payer {
      id
      name
    }
    payee {
      id
      name
    }
    payeeAffiliate {
      id
      name
    }
    amount {
      amountMinor
      currency
    }
  }
  carried {
    member {
      id
      name
    }
    affiliate {
      id
      name
    }
    amount {
      amountMinor
      currency
    }
  }
}
    `, {"fragmentName":"PlanParts"}) as unknown as TypedDocumentString<PlanPartsFragment, unknown>;
export const LegPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LegParts on PaymentLeg {
  id
  windowNo
  legNo
  reference
  dueOn
  status
  payer {
    id
    name
  }
  payee {
    id
    name
  }
  payeeAffiliate {
    id
    name
  }
  amount {
    amountMinor
    currency
  }
  paid {
    amountMinor
    currency
  }
}
    `, {"fragmentName":"LegParts"}) as unknown as TypedDocumentString<LegPartsFragment, unknown>;
export const DisputePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment DisputeParts on StatementDispute {
  id
  windowNo
  statementId
  position
  reason
  evidence
  openedAt
  member {
    id
    name
  }
  amount {
    rounded {
      amountMinor
      currency
    }
  }
  resolution {
    outcome
    note
    resolvedAt
    amount {
      rounded {
        amountMinor
        currency
      }
    }
  }
}
    `, {"fragmentName":"DisputeParts"}) as unknown as TypedDocumentString<DisputePartsFragment, unknown>;
export const StatementRowFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment StatementRow on MemberStatement {
  id
  windowNo
  status
  statedAt
  disputeDeadline
  lineCount
  documents
  member {
    id
    name
  }
  net {
    rounded {
      amountMinor
      currency
    }
  }
  toPay {
    amountMinor
    currency
  }
}
    `, {"fragmentName":"StatementRow"}) as unknown as TypedDocumentString<StatementRowFragment, unknown>;
export const LockCashierFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment LockCashier on TillCashier {
  cashierId
  name
}
    `, {"fragmentName":"LockCashier"}) as unknown as TypedDocumentString<LockCashierFragment, unknown>;
export const TillCustomerPartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TillCustomerParts on Customer {
  id
  name
  phone
  frozenAt
  card {
    number
  }
  wallet {
    available
    balance
    tiers {
      tier {
        id
        name
      }
    }
  }
}
    `, {"fragmentName":"TillCustomerParts"}) as unknown as TypedDocumentString<TillCustomerPartsFragment, unknown>;
export const TillRuleFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TillRule on AppliedRule {
  version
  name(language: $language)
  sentence(language: $language)
  explanation(language: $language)
  points
  discount {
    amountMinor
    currency
  }
}
    `, {"fragmentName":"TillRule"}) as unknown as TypedDocumentString<TillRuleFragment, unknown>;
export const TillSalePartsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TillSaleParts on Purchase {
  id
  receiptRef
  recordedAt
  pointsEarned
  pointsRedeemed
  total {
    amountMinor
    currency
  }
  moneyPart {
    amountMinor
    currency
  }
  refundable {
    amountMinor
    currency
  }
}
    `, {"fragmentName":"TillSaleParts"}) as unknown as TypedDocumentString<TillSalePartsFragment, unknown>;
export const TillHoldFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment TillHold on Hold {
  id
  orderRef
  expiresAt
  points
  status
  bill {
    amountMinor
    currency
  }
  customer {
    id
    name
  }
}
    `, {"fragmentName":"TillHold"}) as unknown as TypedDocumentString<TillHoldFragment, unknown>;
export const ApprovalsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Approvals($isAdmin: Boolean!, $isCoalition: Boolean!, $isAsked: Boolean!, $language: Language!) {
  adjustments(first: 100, status: PROPOSED) {
    nodes {
      ...ProposedAdjustment
    }
  }
  saleApprovals @include(if: $isAdmin) {
    ...WaitingSale
  }
  settlementWindows(first: 25) @include(if: $isCoalition) {
    nodes {
      windowNo
      status
    }
  }
  paymentPlans(first: 25) @include(if: $isCoalition) {
    nodes {
      ...WaitingPlan
    }
  }
  coalition {
    id
    termsVersions @include(if: $isCoalition) {
      ...ProposedTerms
    }
  }
  rulesAsked(first: 100, answer: ASKED) @include(if: $isAsked) {
    nodes {
      ...AskedRuleParts
    }
  }
}
    fragment ProposedAdjustment on Adjustment {
  id
  kind
  points
  reason
  proposedAt
  proposedById
  customer {
    id
    name
  }
  member {
    id
    name
  }
  payers {
    member {
      id
      name
    }
  }
}
fragment WaitingSale on SaleApproval {
  ground
  isApproved
  receiptRef
  requestedAt
  member {
    id
    name
  }
}
fragment WaitingPlan on PaymentPlan {
  id
  windowNo
  planNo
  proposedAt
  proposedById
  total {
    amountMinor
    currency
  }
}
fragment ProposedTerms on TermsVersion {
  standing
  missing {
    id
    name
  }
  terms {
    id
    version
    startsAt
  }
}
fragment AskedRuleParts on AskedRule {
  version
  askedAt
  rule {
    id
    name(language: $language)
    sentence(language: $language)
    member {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<ApprovalsQuery, ApprovalsQueryVariables>;
export const ProposersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Proposers($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Person {
      name
      email
    }
  }
}
    `) as unknown as TypedDocumentString<ProposersQuery, ProposersQueryVariables>;
export const ApproveAdjustmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApproveAdjustment($input: AdjustmentApproveInput!) {
  adjustmentApprove(input: $input) {
    ... on AdjustmentPayload {
      adjustment {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ApproveAdjustmentMutation, ApproveAdjustmentMutationVariables>;
export const WithdrawAdjustmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawAdjustment($input: AdjustmentWithdrawInput!) {
  adjustmentWithdraw(input: $input) {
    ... on AdjustmentWithdrawPayload {
      adjustment {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<WithdrawAdjustmentMutation, WithdrawAdjustmentMutationVariables>;
export const ApproveCreditSaleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApproveCreditSale($input: SaleApproveInput!) {
  creditSaleApprove(input: $input) {
    ... on SaleApprovePayload {
      approval {
        isApproved
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ApproveCreditSaleMutation, ApproveCreditSaleMutationVariables>;
export const ApproveLateSaleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApproveLateSale($input: SaleApproveInput!) {
  lateSaleApprove(input: $input) {
    ... on SaleApprovePayload {
      approval {
        isApproved
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ApproveLateSaleMutation, ApproveLateSaleMutationVariables>;
export const WithdrawTermsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation WithdrawTerms($input: TermsWithdrawInput!) {
  termsWithdraw(input: $input) {
    ... on TermsWithdrawPayload {
      terms {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<WithdrawTermsMutation, WithdrawTermsMutationVariables>;
export const AcceptAskedRuleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptAskedRule($input: RuleAnswerInput!) {
  ruleAccept(input: $input) {
    ... on RulePayload {
      rule {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<AcceptAskedRuleMutation, AcceptAskedRuleMutationVariables>;
export const DeclineAskedRuleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclineAskedRule($input: RuleAnswerInput!) {
  ruleDecline(input: $input) {
    ... on RulePayload {
      rule {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<DeclineAskedRuleMutation, DeclineAskedRuleMutationVariables>;
export const ConnectPeopleDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ConnectPeople($first: Int, $after: String, $standing: Boolean) {
  staff(first: $first, after: $after, standing: $standing) {
    nodes {
      ...PersonRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment PersonRow on StaffGrant {
  id
  email
  role
  invitedAt
  acceptedAt
  revokedAt
  person {
    id
    name
  }
  member {
    id
    name
  }
}`) as unknown as TypedDocumentString<ConnectPeopleQuery, ConnectPeopleQueryVariables>;
export const InvitePersonDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation InvitePerson($input: StaffInviteInput!) {
  staffInvite(input: $input) {
    ... on StaffGrantPayload {
      grant {
        ...PersonRow
      }
    }
    ...RefusalParts
  }
}
    fragment PersonRow on StaffGrant {
  id
  email
  role
  invitedAt
  acceptedAt
  revokedAt
  person {
    id
    name
  }
  member {
    id
    name
  }
}
fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<InvitePersonMutation, InvitePersonMutationVariables>;
export const RevokePersonDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokePerson($input: StaffRevokeInput!) {
  staffRevoke(input: $input) {
    ... on StaffGrantPayload {
      grant {
        ...PersonRow
      }
    }
    ...RefusalParts
  }
}
    fragment PersonRow on StaffGrant {
  id
  email
  role
  invitedAt
  acceptedAt
  revokedAt
  person {
    id
    name
  }
  member {
    id
    name
  }
}
fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<RevokePersonMutation, RevokePersonMutationVariables>;
export const MakePinCodeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MakePinCode($input: PinCodeCreateInput!) {
  pinCodeCreate(input: $input) {
    ... on PinCodeCreatePayload {
      pinCode
      expiresAt
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<MakePinCodeMutation, MakePinCodeMutationVariables>;
export const SetOwnPinDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SetOwnPin($input: PinSetInput!) {
  pinSet(input: $input) {
    ... on PinSetPayload {
      setAt
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<SetOwnPinMutation, SetOwnPinMutationVariables>;
export const ConnectTillsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ConnectTills($first: Int, $after: String, $standing: Boolean) {
  tills(first: $first, after: $after, standing: $standing) {
    nodes {
      ...TillRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  ever: tills(first: 1) {
    nodes {
      id
    }
  }
}
    fragment TillRow on Till {
  id
  name
  place
  lastFour
  idleMinutes
  createdAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<ConnectTillsQuery, ConnectTillsQueryVariables>;
export const RegisterTillDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RegisterTill($input: TillRegisterInput!) {
  tillRegister(input: $input) {
    ... on TillRegisterPayload {
      secret
      till {
        ...TillRow
      }
    }
    ...RefusalParts
  }
}
    fragment TillRow on Till {
  id
  name
  place
  lastFour
  idleMinutes
  createdAt
  lastUsedAt
  revokedAt
}
fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<RegisterTillMutation, RegisterTillMutationVariables>;
export const RevokeTillDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeTill($input: TillRevokeInput!) {
  tillRevoke(input: $input) {
    ... on TillRevokePayload {
      till {
        ...TillRow
      }
    }
    ...RefusalParts
  }
}
    fragment TillRow on Till {
  id
  name
  place
  lastFour
  idleMinutes
  createdAt
  lastUsedAt
  revokedAt
}
fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<RevokeTillMutation, RevokeTillMutationVariables>;
export const ConnectKeysDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ConnectKeys($first: Int, $after: String, $last: Int, $before: String, $filter: ApiKeysFilter, $owner: ApiKeysFilter) {
  apiKeys(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
  ) {
    nodes {
      ...KeyRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  ever: apiKeys(first: 1, filter: $owner) {
    nodes {
      id
    }
  }
}
    fragment KeyRow on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}`) as unknown as TypedDocumentString<ConnectKeysQuery, ConnectKeysQueryVariables>;
export const MakeKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MakeKey($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    ... on ApiKeyCreatePayload {
      secret
      apiKey {
        ...KeyRow
      }
    }
    ...RefusalParts
  }
}
    fragment KeyRow on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}
fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<MakeKeyMutation, MakeKeyMutationVariables>;
export const RotateKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RotateKey($input: ApiKeyRotateInput!) {
  apiKeyRotate(input: $input) {
    ... on ApiKeyRotatePayload {
      secret
      apiKey {
        ...KeyRow
      }
      previous {
        ...KeyRow
      }
    }
    ...RefusalParts
  }
}
    fragment KeyRow on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}
fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<RotateKeyMutation, RotateKeyMutationVariables>;
export const RevokeKeyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RevokeKey($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    ... on ApiKeyRevokePayload {
      apiKey {
        ...KeyRow
      }
    }
    ...RefusalParts
  }
}
    fragment KeyRow on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}
fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<RevokeKeyMutation, RevokeKeyMutationVariables>;
export const CustomersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Customers($first: Int, $after: String, $last: Int, $before: String, $filter: CustomersFilter) {
  customers(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
  ) {
    nodes {
      id
      name
      phone
      status
      createdAt
      frozenAt
      card {
        number
      }
      wallet {
        available
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CustomersQuery, CustomersQueryVariables>;
export const CustomerCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CustomerCard($id: ID!, $first: Int, $after: String) {
  customer(by: {id: $id}) {
    id
    name
    phone
    email
    status
    createdAt
    frozenAt
    erasedAt
    mergedIntoId
    card {
      number
    }
    wallet {
      available
      balance
      pending
      reserved
      debt
      expiringSoon {
        at
        points
      }
    }
    freezes {
      at
      by
      kind
      reason
    }
    consents {
      id
      purpose
      given
      happenedAt
      textVersion
    }
    household(first: 100) {
      id
      name
    }
    activity(first: $first, after: $after) {
      nodes {
        id
        kind
        points
        balanceAfter
        postedAt
        member {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerCardQuery, CustomerCardQueryVariables>;
export const CustomerToMergeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CustomerToMerge($by: CustomerBy!) {
  customer(by: $by) {
    id
    name
    phone
    status
    wallet {
      balance
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerToMergeQuery, CustomerToMergeQueryVariables>;
export const FreezeCustomerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation FreezeCustomer($input: CustomerFreezeInput!) {
  customerFreeze(input: $input) {
    ... on CustomerFreezePayload {
      customer {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<FreezeCustomerMutation, FreezeCustomerMutationVariables>;
export const UnfreezeCustomerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation UnfreezeCustomer($input: CustomerUnfreezeInput!) {
  customerUnfreeze(input: $input) {
    ... on CustomerFreezePayload {
      customer {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<UnfreezeCustomerMutation, UnfreezeCustomerMutationVariables>;
export const MergeCustomersDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation MergeCustomers($input: CustomerMergeInput!) {
  customerMerge(input: $input) {
    ... on CustomerMergePayload {
      points
      balanceAfter
      customer {
        id
        name
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<MergeCustomersMutation, MergeCustomersMutationVariables>;
export const EraseCustomerDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EraseCustomer($input: CustomerEraseInput!) {
  customerErase(input: $input) {
    ... on CustomerErasePayload {
      erasedAt
      points
      owed
      tracesLeft
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<EraseCustomerMutation, EraseCustomerMutationVariables>;
export const ExportsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Exports($first: Int, $after: String, $last: Int, $before: String) {
  exports(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...ExportRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment ExportRow on Export {
  id
  kind
  format
  state
  failure
  rows
  percent
  bytes
  askedAt
  endsAt
  url
}`) as unknown as TypedDocumentString<ExportsQuery, ExportsQueryVariables>;
export const ExportOneDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ExportOne($id: ID!) {
  export(id: $id) {
    ...ExportRow
  }
}
    fragment ExportRow on Export {
  id
  kind
  format
  state
  failure
  rows
  percent
  bytes
  askedAt
  endsAt
  url
}`) as unknown as TypedDocumentString<ExportOneQuery, ExportOneQueryVariables>;
export const StartExportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation StartExport($input: ExportStartInput!) {
  exportStart(input: $input) {
    ... on ExportStartPayload {
      export {
        ...ExportRow
      }
    }
    ...RefusalParts
  }
}
    fragment ExportRow on Export {
  id
  kind
  format
  state
  failure
  rows
  percent
  bytes
  askedAt
  endsAt
  url
}
fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const FiguresPageDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FiguresPage($from: String!, $to: String!, $by: FigurePart!, $memberId: ID) {
  coalition {
    id
    figures(from: $from, to: $to, by: $by, memberId: $memberId) {
      asOf
      total {
        ...FigurePartRow
      }
      before {
        ...FigurePartRow
      }
      parts {
        ...FigurePartRow
      }
      cost {
        total {
          rounded {
            amountMinor
            currency
          }
        }
        returnBps
      }
    }
  }
}
    fragment FigurePartRow on FiguresOfPart {
  from
  to
  customers {
    active
    new
    returning
  }
  sums {
    purchases
    refunds
    net {
      amountMinor
      currency
    }
    averageBill {
      amountMinor
      currency
    }
    pointsPart {
      amountMinor
      currency
    }
    pointsIssued
    pointsSpent
  }
}`) as unknown as TypedDocumentString<FiguresPageQuery, FiguresPageQueryVariables>;
export const CoalitionHomeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CoalitionHome($isAdmin: Boolean!, $from: String!, $to: String!) {
  saleApprovals @include(if: $isAdmin) {
    isApproved
  }
  settlementWindows(first: 25) {
    nodes {
      ...WindowRow
    }
  }
  disputes(first: 100, filter: {isOpen: true}) {
    nodes {
      id
    }
  }
  adjustments(first: 100, status: PROPOSED) {
    nodes {
      id
    }
  }
  paymentLegs(first: 100) {
    nodes {
      id
      status
      dueOn
    }
  }
  apiKeys(first: 100) @include(if: $isAdmin) {
    nodes {
      id
      endsAt
      revokedAt
    }
  }
  coalition {
    id
    termsVersions @include(if: $isAdmin) {
      standing
      missing {
        id
      }
    }
    members(first: 100) {
      nodes {
        id
        status
      }
    }
    receivablesAgeing {
      members {
        oldestDays
        member {
          id
        }
      }
    }
    coverage {
      covered
      outstandingPoints
      required {
        rounded {
          amountMinor
          currency
        }
      }
      reserve {
        rounded {
          amountMinor
          currency
        }
      }
      contingent {
        rounded {
          amountMinor
          currency
        }
      }
    }
    figures(from: $from, to: $to, by: MONTH) {
      total {
        ...HomeFigures
      }
      before {
        ...HomeFigures
      }
      cost {
        total {
          rounded {
            amountMinor
            currency
          }
        }
      }
    }
  }
}
    fragment HomeFigures on FiguresOfPart {
  sums {
    purchases
    net {
      amountMinor
      currency
    }
    pointsPart {
      amountMinor
      currency
    }
    pointsIssued
  }
  customers {
    new
    returning
  }
}
fragment WindowRow on SettlementWindow {
  windowNo
  status
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}`) as unknown as TypedDocumentString<CoalitionHomeQuery, CoalitionHomeQueryVariables>;
export const MemberHomeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MemberHome($member: ID!, $from: String!, $to: String!, $holdsBefore: DateTime!) {
  coalition {
    id
    figures(from: $from, to: $to, memberId: $member, by: MONTH) {
      asOf
      total {
        ...HomeFigures
      }
      before {
        ...HomeFigures
      }
      cost {
        total {
          rounded {
            amountMinor
            currency
          }
        }
      }
    }
  }
  member(id: $member) {
    id
    clearingPosition {
      net {
        rounded {
          amountMinor
          currency
        }
      }
    }
    apiKeys {
      id
      endsAt
      revokedAt
    }
  }
  memberStatements(first: 100) {
    nodes {
      id
      status
    }
  }
  receiptClaims(first: 100, pending: true) {
    nodes {
      id
    }
  }
  adjustments(first: 100, status: PROPOSED) {
    nodes {
      id
    }
  }
  rulesAsked(first: 100, answer: ASKED) {
    nodes {
      version
    }
  }
  holds(first: 100, filter: {status: OPEN, endsBefore: $holdsBefore}) {
    nodes {
      id
    }
  }
  purchases(first: 5) {
    nodes {
      ...SaleRow
    }
  }
}
    fragment HomeFigures on FiguresOfPart {
  sums {
    purchases
    net {
      amountMinor
      currency
    }
    pointsPart {
      amountMinor
      currency
    }
    pointsIssued
  }
  customers {
    new
    returning
  }
}
fragment SaleRow on Purchase {
  id
  receiptRef
  occurredAt
  pointsEarned
  pointsRedeemed
  total {
    amountMinor
    currency
  }
  moneyPart {
    amountMinor
    currency
  }
  refundable {
    amountMinor
  }
  member {
    id
    name
  }
  customer {
    id
    name
  }
}`) as unknown as TypedDocumentString<MemberHomeQuery, MemberHomeQueryVariables>;
export const MembersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Members($first: Int, $after: String) {
  coalition {
    id
    members(first: $first, after: $after) {
      nodes {
        id
        name
        handle
        kind
        status
        createdAt
        clearingPosition {
          net {
            rounded {
              amountMinor
              currency
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const MemberCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MemberCard($id: ID!, $from: String!, $to: String!, $language: Language!) {
  member(id: $id) {
    id
    name
    handle
    kind
    segment
    status
    createdAt
    earnRule {
      kind
      percentBps
      fixedPoints
    }
    clearingPosition {
      asOf
      net {
        rounded {
          amountMinor
          currency
        }
      }
      owes {
        rounded {
          amountMinor
          currency
        }
      }
      isOwed {
        rounded {
          amountMinor
          currency
        }
      }
      pointsIssued
      pointsRedeemed
    }
    exit {
      noticedAt
      redemptionEndsAt
      missing
    }
    rules(first: 20) {
      nodes {
        id
        status
        name(language: $language)
      }
    }
  }
  coalition {
    id
    figures(from: $from, to: $to, memberId: $id, by: MONTH) {
      total {
        ...HomeFigures
      }
      before {
        ...HomeFigures
      }
    }
    termsVersions {
      standing
      terms {
        id
        version
        startsAt
      }
      acceptances {
        acceptedAt
        member {
          id
        }
      }
    }
  }
  staff(first: 100, memberId: $id, standing: true) {
    nodes {
      id
      role
      email
      acceptedAt
      person {
        id
        name
      }
    }
  }
}
    fragment HomeFigures on FiguresOfPart {
  sums {
    purchases
    net {
      amountMinor
      currency
    }
    pointsPart {
      amountMinor
      currency
    }
    pointsIssued
  }
  customers {
    new
    returning
  }
}`) as unknown as TypedDocumentString<MemberCardQuery, MemberCardQueryVariables>;
export const SuspendMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SuspendMember($input: MemberStatusInput!) {
  memberSuspend(input: $input) {
    ... on MemberPayload {
      member {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<SuspendMemberMutation, SuspendMemberMutationVariables>;
export const ReinstateMemberDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReinstateMember($input: MemberStatusInput!) {
  memberReinstate(input: $input) {
    ... on MemberPayload {
      member {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ReinstateMemberMutation, ReinstateMemberMutationVariables>;
export const PaymentLegsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PaymentLegs($first: Int, $after: String, $windowNo: Int, $memberId: ID) {
  paymentLegs(
    first: $first
    after: $after
    windowNo: $windowNo
    memberId: $memberId
  ) {
    nodes {
      ...LegParts
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment LegParts on PaymentLeg {
  id
  windowNo
  legNo
  reference
  dueOn
  status
  payer {
    id
    name
  }
  payee {
    id
    name
  }
  payeeAffiliate {
    id
    name
  }
  amount {
    amountMinor
    currency
  }
  paid {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<PaymentLegsQuery, PaymentLegsQueryVariables>;
export const RecordPaymentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordPayment($input: PaymentRecordInput!) {
  paymentRecord(input: $input) {
    ... on PaymentRecordPayload {
      leg {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<RecordPaymentMutation, RecordPaymentMutationVariables>;
export const ImportBankFileDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ImportBankFile($input: BankStatementImportInput!) {
  bankStatementImport(input: $input) {
    ... on BankStatementImportPayload {
      replayed
      bankImport {
        id
        format
        lineCount
      }
      lines {
        line
        bookedOn
        direction
        purpose
        verdict
        reason
        foundBefore
        otherPayer
        remarks {
          code
          field
          line
        }
        amount {
          amountMinor
          currency
        }
        remainder {
          amountMinor
          currency
        }
        allocations {
          legId
          amount {
            amountMinor
            currency
          }
        }
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ImportBankFileMutation, ImportBankFileMutationVariables>;
export const PlaceDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Place {
  me {
    lacks
  }
  viewer {
    scopes
    coalition {
      id
      timeZone
      currency
      pointsName
      now
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceQuery, PlaceQueryVariables>;
export const ProofDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Proof {
  coalition {
    id
    chain {
      batchNo
      hash
      postedAt
    }
    coverage {
      covered
      outstandingPoints
      required {
        rounded {
          amountMinor
          currency
        }
      }
      reserve {
        rounded {
          amountMinor
          currency
        }
      }
      contingent {
        rounded {
          amountMinor
          currency
        }
      }
      byIssuer {
        member {
          id
          name
        }
        outstandingPoints
        reserve {
          rounded {
            amountMinor
            currency
          }
        }
        contingent {
          rounded {
            amountMinor
            currency
          }
        }
      }
    }
    operatorAccounts {
      asOf
      accounts {
        kind
        side
        opening {
          rounded {
            amountMinor
            currency
          }
        }
        debit {
          rounded {
            amountMinor
            currency
          }
        }
        credit {
          rounded {
            amountMinor
            currency
          }
        }
        closing {
          rounded {
            amountMinor
            currency
          }
        }
      }
    }
    receivablesAgeing {
      today
      members {
        ...AgedMember
      }
    }
  }
}
    fragment AgedMember on AgedReceivables {
  oldestDays
  member {
    id
    name
  }
  notDue {
    amountMinor
    currency
  }
  days1To30 {
    amountMinor
    currency
  }
  days31To60 {
    amountMinor
    currency
  }
  days61To90 {
    amountMinor
    currency
  }
  daysOver90 {
    amountMinor
    currency
  }
  total {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<ProofQuery, ProofQueryVariables>;
export const ReceiptClaimsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query ReceiptClaims($first: Int, $after: String, $last: Int, $before: String, $pending: Boolean) {
  receiptClaims(
    first: $first
    after: $after
    last: $last
    before: $before
    pending: $pending
  ) {
    nodes {
      ...ClaimCard
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
  ever: receiptClaims(first: 1) {
    nodes {
      id
    }
  }
}
    fragment ClaimCard on ReceiptClaim {
  id
  state
  occurredAt
  claimedAt
  lastDay
  reason
  receipt {
    fn
    i
  }
  total {
    amountMinor
    currency
  }
  customer {
    id
    name
  }
  purchase {
    id
  }
}`) as unknown as TypedDocumentString<ReceiptClaimsQuery, ReceiptClaimsQueryVariables>;
export const ConfirmClaimDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmClaim($input: ReceiptClaimConfirmInput!) {
  receiptClaimConfirm(input: $input) {
    ... on ReceiptClaimConfirmPayload {
      purchase {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ConfirmClaimMutation, ConfirmClaimMutationVariables>;
export const DeclineClaimDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DeclineClaim($input: ReceiptClaimDeclineInput!) {
  receiptClaimDecline(input: $input) {
    ... on ReceiptClaimPayload {
      receiptClaim {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<DeclineClaimMutation, DeclineClaimMutationVariables>;
export const FiscalDrivesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FiscalDrives($first: Int, $after: String, $last: Int, $before: String) {
  fiscalDrives(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id
      fn
      since
      until
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FiscalDrivesQuery, FiscalDrivesQueryVariables>;
export const AddDriveDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AddDrive($input: FiscalDriveAddInput!) {
  fiscalDriveAdd(input: $input) {
    ... on FiscalDrivePayload {
      fiscalDrive {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<AddDriveMutation, AddDriveMutationVariables>;
export const CloseDriveDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseDrive($input: FiscalDriveCloseInput!) {
  fiscalDriveClose(input: $input) {
    ... on FiscalDrivePayload {
      fiscalDrive {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<CloseDriveMutation, CloseDriveMutationVariables>;
export const RulesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Rules($first: Int, $after: String, $last: Int, $before: String, $language: Language!) {
  rules(first: $first, after: $after, last: $last, before: $before) {
    nodes {
      ...RuleRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment RuleRow on Rule {
  id
  version
  status
  name(language: $language)
  sentence(language: $language)
  member {
    id
    name
  }
  costs {
    points
    purchases
    discount {
      amountMinor
      currency
    }
    payer {
      id
      name
    }
  }
  definition {
    schedule {
      fromDay
      toDay
    }
    limits {
      budget {
        points
        per
        amount {
          amountMinor
          currency
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const RuleCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RuleCard($id: ID!, $language: Language!) {
  rule(id: $id) {
    ...RuleRow
    createdAt
    changedAt
    acceptances {
      answer
      askedAt
      answeredAt
      payer {
        id
        name
      }
    }
  }
}
    fragment RuleRow on Rule {
  id
  version
  status
  name(language: $language)
  sentence(language: $language)
  member {
    id
    name
  }
  costs {
    points
    purchases
    discount {
      amountMinor
      currency
    }
    payer {
      id
      name
    }
  }
  definition {
    schedule {
      fromDay
      toDay
    }
    limits {
      budget {
        points
        per
        amount {
          amountMinor
          currency
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<RuleCardQuery, RuleCardQueryVariables>;
export const RuleDryRunDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RuleDryRun($input: RuleDryRunInput!, $language: Language!) {
  ruleDryRun(input: $input) {
    ... on RuleDryRun {
      sentence(language: $language)
      fromDay
      toDay
      isStopped
      purchases
      touched
      points
      discount {
        amountMinor
        currency
      }
      cost {
        amountMinor
        currency
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<RuleDryRunQuery, RuleDryRunQueryVariables>;
export const DraftRuleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DraftRule($input: RuleDraftInput!) {
  ruleDraft(input: $input) {
    ... on RulePayload {
      rule {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<DraftRuleMutation, DraftRuleMutationVariables>;
export const ScheduleRuleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ScheduleRule($input: RuleStepInput!) {
  ruleSchedule(input: $input) {
    ... on RulePayload {
      rule {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ScheduleRuleMutation, ScheduleRuleMutationVariables>;
export const PauseRuleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation PauseRule($input: RuleStepInput!) {
  rulePause(input: $input) {
    ... on RulePayload {
      rule {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<PauseRuleMutation, PauseRuleMutationVariables>;
export const ResumeRuleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResumeRule($input: RuleStepInput!) {
  ruleResume(input: $input) {
    ... on RulePayload {
      rule {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ResumeRuleMutation, ResumeRuleMutationVariables>;
export const EndRuleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EndRule($input: RuleStepInput!) {
  ruleEnd(input: $input) {
    ... on RulePayload {
      rule {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<EndRuleMutation, EndRuleMutationVariables>;
export const MembersToTryAtDocument = /*#__PURE__*/ new TypedDocumentString(`
    query MembersToTryAt {
  coalition {
    id
    members(first: 100) {
      nodes {
        id
        name
        status
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MembersToTryAtQuery, MembersToTryAtQueryVariables>;
export const SalesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Sales($first: Int, $after: String, $last: Int, $before: String, $filter: PurchasesFilter) {
  purchases(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
  ) {
    nodes {
      ...SaleRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment SaleRow on Purchase {
  id
  receiptRef
  occurredAt
  pointsEarned
  pointsRedeemed
  total {
    amountMinor
    currency
  }
  moneyPart {
    amountMinor
    currency
  }
  refundable {
    amountMinor
  }
  member {
    id
    name
  }
  customer {
    id
    name
  }
}`) as unknown as TypedDocumentString<SalesQuery, SalesQueryVariables>;
export const SaleDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Sale($id: ID!, $language: Language!) {
  purchase(by: {id: $id}) {
    ...SaleRow
    code
    recordedAt
    discount {
      amountMinor
      currency
    }
    pointsPart {
      amountMinor
      currency
    }
    recordedBy {
      name
      tillName
    }
    lines {
      ref
      title
      category
      quantity
      total {
        amountMinor
        currency
      }
    }
    member {
      id
      name
      earnRule {
        kind
        percentBps
        fixedPoints
      }
    }
    rules {
      version
      name(language: $language)
      sentence(language: $language)
      explanation(language: $language)
      points
      discount {
        amountMinor
        currency
      }
      paidBy {
        payer {
          id
          name
        }
        points
      }
    }
    refunds {
      id
      recordedAt
      reason
      pointsReturned
      pointsRecovered
      amount {
        amountMinor
        currency
      }
    }
  }
}
    fragment SaleRow on Purchase {
  id
  receiptRef
  occurredAt
  pointsEarned
  pointsRedeemed
  total {
    amountMinor
    currency
  }
  moneyPart {
    amountMinor
    currency
  }
  refundable {
    amountMinor
  }
  member {
    id
    name
  }
  customer {
    id
    name
  }
}`) as unknown as TypedDocumentString<SaleQuery, SaleQueryVariables>;
export const MeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Me {
  me {
    ...MeParts
  }
}
    fragment MeParts on Me {
  lacks
  hasPassword
  hasSecondFactor
  person {
    id
    name
    email
  }
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    id
    tillName
  }
}`) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SignInDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SignIn($input: SessionCreateInput!) {
  sessionCreate(input: $input) {
    ... on SessionPayload {
      me {
        ...MeParts
      }
    }
    ... on SignInDelayedError {
      waitSeconds
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment MeParts on Me {
  lacks
  hasPassword
  hasSecondFactor
  person {
    id
    name
    email
  }
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    id
    tillName
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const ConfirmTotpDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmTotp($input: SessionConfirmTotpInput!) {
  sessionConfirmTotp(input: $input) {
    ... on SessionPayload {
      me {
        ...MeParts
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment MeParts on Me {
  lacks
  hasPassword
  hasSecondFactor
  person {
    id
    name
    email
  }
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    id
    tillName
  }
}`) as unknown as TypedDocumentString<ConfirmTotpMutation, ConfirmTotpMutationVariables>;
export const RequestLinkDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestLink($input: SessionLinkRequestInput!) {
  sessionLinkRequest(input: $input) {
    ... on SessionLinkRequestPayload {
      isRequested
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<RequestLinkMutation, RequestLinkMutationVariables>;
export const AcceptInvitationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptInvitation($input: StaffAcceptInput!) {
  staffAccept(input: $input) {
    ... on SessionPayload {
      me {
        ...MeParts
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment MeParts on Me {
  lacks
  hasPassword
  hasSecondFactor
  person {
    id
    name
    email
  }
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    id
    tillName
  }
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const EnrolTotpDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation EnrolTotp($input: TotpEnrolInput!) {
  totpEnrol(input: $input) {
    ... on TotpEnrolPayload {
      secret
      uri
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<EnrolTotpMutation, EnrolTotpMutationVariables>;
export const ConfirmEnrolmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmEnrolment($input: TotpConfirmInput!) {
  totpConfirm(input: $input) {
    ... on TotpConfirmPayload {
      recoveryCodes
      me {
        ...MeParts
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment MeParts on Me {
  lacks
  hasPassword
  hasSecondFactor
  person {
    id
    name
    email
  }
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    id
    tillName
  }
}`) as unknown as TypedDocumentString<ConfirmEnrolmentMutation, ConfirmEnrolmentMutationVariables>;
export const SignOutDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SignOut($input: SessionEndInput!) {
  sessionEnd(input: $input) {
    ... on SessionEndPayload {
      sessionId
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const WindowsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Windows($first: Int, $after: String) {
  settlementWindows(first: $first, after: $after) {
    nodes {
      ...WindowRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment WindowRow on SettlementWindow {
  windowNo
  status
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}`) as unknown as TypedDocumentString<WindowsQuery, WindowsQueryVariables>;
export const WindowDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Window($windowNo: Int!) {
  settlementWindows(first: 100) {
    nodes {
      ...WindowRow
    }
  }
  memberStatements(first: 100, windowNo: $windowNo) {
    nodes {
      ...StatementRow
    }
    pageInfo {
      hasNextPage
    }
  }
  paymentPlans(first: 20, windowNo: $windowNo) {
    nodes {
      ...PlanParts
    }
  }
  paymentLegs(first: 100, windowNo: $windowNo) {
    nodes {
      ...LegParts
    }
    pageInfo {
      hasNextPage
    }
  }
  disputes(first: 100, filter: {windowNo: $windowNo}) {
    nodes {
      ...DisputeParts
    }
  }
}
    fragment WindowRow on SettlementWindow {
  windowNo
  status
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}
fragment PlanParts on PaymentPlan {
  id
  planNo
  hash
  method
  proposedAt
  proposedById
  total {
    amountMinor
    currency
  }
  approvals {
    approvedAt
    approvedById
  }
  payments {
    legNo
    reference
    payer {
      id
      name
    }
    payee {
      id
      name
    }
    payeeAffiliate {
      id
      name
    }
    amount {
      amountMinor
      currency
    }
  }
  carried {
    member {
      id
      name
    }
    affiliate {
      id
      name
    }
    amount {
      amountMinor
      currency
    }
  }
}
fragment LegParts on PaymentLeg {
  id
  windowNo
  legNo
  reference
  dueOn
  status
  payer {
    id
    name
  }
  payee {
    id
    name
  }
  payeeAffiliate {
    id
    name
  }
  amount {
    amountMinor
    currency
  }
  paid {
    amountMinor
    currency
  }
}
fragment DisputeParts on StatementDispute {
  id
  windowNo
  statementId
  position
  reason
  evidence
  openedAt
  member {
    id
    name
  }
  amount {
    rounded {
      amountMinor
      currency
    }
  }
  resolution {
    outcome
    note
    resolvedAt
    amount {
      rounded {
        amountMinor
        currency
      }
    }
  }
}
fragment StatementRow on MemberStatement {
  id
  windowNo
  status
  statedAt
  disputeDeadline
  lineCount
  documents
  member {
    id
    name
  }
  net {
    rounded {
      amountMinor
      currency
    }
  }
  toPay {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<WindowQuery, WindowQueryVariables>;
export const StatementCardDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StatementCard($id: ID!, $first: Int, $after: String) {
  node(id: $id) {
    ... on MemberStatement {
      ...StatementRow
      lineHash
      opening {
        rounded {
          amountMinor
          currency
        }
      }
      payments {
        rounded {
          amountMinor
          currency
        }
      }
      closing {
        rounded {
          amountMinor
          currency
        }
      }
      rounding {
        amountMicros
      }
      disputes {
        ...DisputeParts
      }
      lines(first: $first, after: $after) {
        nodes {
          no
          entryId
          position
          kind
          postedAt
          reference
          points
          counterparty {
            id
            name
          }
          amount {
            amountMicros
            rounded {
              amountMinor
              currency
            }
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
}
    fragment DisputeParts on StatementDispute {
  id
  windowNo
  statementId
  position
  reason
  evidence
  openedAt
  member {
    id
    name
  }
  amount {
    rounded {
      amountMinor
      currency
    }
  }
  resolution {
    outcome
    note
    resolvedAt
    amount {
      rounded {
        amountMinor
        currency
      }
    }
  }
}
fragment StatementRow on MemberStatement {
  id
  windowNo
  status
  statedAt
  disputeDeadline
  lineCount
  documents
  member {
    id
    name
  }
  net {
    rounded {
      amountMinor
      currency
    }
  }
  toPay {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<StatementCardQuery, StatementCardQueryVariables>;
export const CloseWindowDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseWindow($input: WindowCloseInput!) {
  windowClose(input: $input) {
    ... on WindowClosePayload {
      window {
        windowNo
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<CloseWindowMutation, CloseWindowMutationVariables>;
export const IssueStatementsDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation IssueStatements($input: StatementsIssueInput!) {
  statementsIssue(input: $input) {
    ... on StatementsIssuePayload {
      windowNo
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<IssueStatementsMutation, IssueStatementsMutationVariables>;
export const ProposePlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ProposePlan($input: PlanProposeInput!) {
  planPropose(input: $input) {
    ... on PlanProposePayload {
      plan {
        id
        hash
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ProposePlanMutation, ProposePlanMutationVariables>;
export const ApprovePlanDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ApprovePlan($input: PlanApproveInput!) {
  planApprove(input: $input) {
    ... on PlanApprovePayload {
      window {
        windowNo
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ApprovePlanMutation, ApprovePlanMutationVariables>;
export const SettleWindowDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SettleWindow($input: WindowSettleInput!) {
  windowSettle(input: $input) {
    ... on WindowSettlePayload {
      window {
        windowNo
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<SettleWindowMutation, SettleWindowMutationVariables>;
export const AcceptStatementDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptStatement($input: StatementAcceptInput!) {
  statementAccept(input: $input) {
    ... on StatementAcceptPayload {
      statement {
        id
        status
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<AcceptStatementMutation, AcceptStatementMutationVariables>;
export const OpenDisputeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation OpenDispute($input: DisputeOpenInput!) {
  disputeOpen(input: $input) {
    ... on DisputePayload {
      dispute {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<OpenDisputeMutation, OpenDisputeMutationVariables>;
export const ResolveDisputeDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ResolveDispute($input: DisputeResolveInput!) {
  disputeResolve(input: $input) {
    ... on DisputePayload {
      dispute {
        id
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<ResolveDisputeMutation, ResolveDisputeMutationVariables>;
export const StatementsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Statements($first: Int, $after: String) {
  memberStatements(first: $first, after: $after) {
    nodes {
      ...StatementRow
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment StatementRow on MemberStatement {
  id
  windowNo
  status
  statedAt
  disputeDeadline
  lineCount
  documents
  member {
    id
    name
  }
  net {
    rounded {
      amountMinor
      currency
    }
  }
  toPay {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<StatementsQuery, StatementsQueryVariables>;
export const LockCashiersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query LockCashiers {
  tillCashiers {
    ...LockCashier
  }
}
    fragment LockCashier on TillCashier {
  cashierId
  name
}`) as unknown as TypedDocumentString<LockCashiersQuery, LockCashiersQueryVariables>;
export const LockSignInDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LockSignIn($input: TillSessionCreateInput!) {
  tillSessionCreate(input: $input) {
    ... on SessionPayload {
      wrongPins
      me {
        ...MeParts
      }
    }
    ... on SignInDelayedError {
      waitSeconds
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment MeParts on Me {
  lacks
  hasPassword
  hasSecondFactor
  person {
    id
    name
    email
  }
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    id
    tillName
  }
}`) as unknown as TypedDocumentString<LockSignInMutation, LockSignInMutationVariables>;
export const LockSetPinDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation LockSetPin($input: PinSetByCodeInput!) {
  pinSetByCode(input: $input) {
    ... on PinSetByCodePayload {
      cashier {
        ...LockCashier
      }
    }
    ... on SignInDelayedError {
      waitSeconds
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment LockCashier on TillCashier {
  cashierId
  name
}`) as unknown as TypedDocumentString<LockSetPinMutation, LockSetPinMutationVariables>;
export const TillCustomerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TillCustomer($by: CustomerBy!) {
  customer(by: $by) {
    ...TillCustomerParts
  }
}
    fragment TillCustomerParts on Customer {
  id
  name
  phone
  frozenAt
  card {
    number
  }
  wallet {
    available
    balance
    tiers {
      tier {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<TillCustomerQuery, TillCustomerQueryVariables>;
export const TillQuoteDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TillQuote($input: PurchaseQuoteInput!, $language: Language!) {
  purchaseQuote(input: $input) {
    ... on PurchaseQuote {
      discount {
        amountMinor
        currency
      }
      faceValue {
        amountMinor
        currency
      }
      maxPoints
      moneyPart {
        amountMinor
        currency
      }
      needsConfirmation
      pointsPart {
        amountMinor
        currency
      }
      pointsToEarn
      pointsToRedeem
      rules {
        ...TillRule
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment TillRule on AppliedRule {
  version
  name(language: $language)
  sentence(language: $language)
  explanation(language: $language)
  points
  discount {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<TillQuoteQuery, TillQuoteQueryVariables>;
export const TillConfirmationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TillConfirmation($input: ConfirmationRequestInput!) {
  confirmationRequest(input: $input) {
    ... on ConfirmationRequestPayload {
      confirmationId
      maskedAddress
      channel
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<TillConfirmationMutation, TillConfirmationMutationVariables>;
export const TillSaleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TillSale($input: PurchaseRecordInput!) {
  purchaseRecord(input: $input) {
    ... on PurchaseRecordPayload {
      balanceAfter
      purchase {
        ...TillSaleParts
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment TillSaleParts on Purchase {
  id
  receiptRef
  recordedAt
  pointsEarned
  pointsRedeemed
  total {
    amountMinor
    currency
  }
  moneyPart {
    amountMinor
    currency
  }
  refundable {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<TillSaleMutation, TillSaleMutationVariables>;
export const TillConsentDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TillConsent {
  coalition {
    id
    consentTexts(first: 1, purpose: PERSONAL_DATA) {
      nodes {
        id
        version
        textRu
        textEn
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TillConsentQuery, TillConsentQueryVariables>;
export const TillEnrolDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TillEnrol($input: CustomerEnrolInput!) {
  customerEnrol(input: $input) {
    ... on CustomerEnrolPayload {
      customer {
        ...TillCustomerParts
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment TillCustomerParts on Customer {
  id
  name
  phone
  frozenAt
  card {
    number
  }
  wallet {
    available
    balance
    tiers {
      tier {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<TillEnrolMutation, TillEnrolMutationVariables>;
export const TillOrdersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TillOrders($first: Int, $after: String, $last: Int, $before: String, $filter: HoldsFilter) {
  holds(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
  ) {
    nodes {
      ...TillHold
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment TillHold on Hold {
  id
  orderRef
  expiresAt
  points
  status
  bill {
    amountMinor
    currency
  }
  customer {
    id
    name
  }
}`) as unknown as TypedDocumentString<TillOrdersQuery, TillOrdersQueryVariables>;
export const TillHoldCreateDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TillHoldCreate($input: HoldCreateInput!) {
  holdCreate(input: $input) {
    ... on HoldCreatePayload {
      hold {
        ...TillHold
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment TillHold on Hold {
  id
  orderRef
  expiresAt
  points
  status
  bill {
    amountMinor
    currency
  }
  customer {
    id
    name
  }
}`) as unknown as TypedDocumentString<TillHoldCreateMutation, TillHoldCreateMutationVariables>;
export const TillHoldCaptureDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TillHoldCapture($input: HoldCaptureInput!) {
  holdCapture(input: $input) {
    ... on HoldCapturePayload {
      balanceAfter
      purchase {
        ...TillSaleParts
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment TillSaleParts on Purchase {
  id
  receiptRef
  recordedAt
  pointsEarned
  pointsRedeemed
  total {
    amountMinor
    currency
  }
  moneyPart {
    amountMinor
    currency
  }
  refundable {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<TillHoldCaptureMutation, TillHoldCaptureMutationVariables>;
export const TillHoldVoidDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TillHoldVoid($input: HoldVoidInput!) {
  holdVoid(input: $input) {
    ... on HoldVoidPayload {
      hold {
        ...TillHold
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}
fragment TillHold on Hold {
  id
  orderRef
  expiresAt
  points
  status
  bill {
    amountMinor
    currency
  }
  customer {
    id
    name
  }
}`) as unknown as TypedDocumentString<TillHoldVoidMutation, TillHoldVoidMutationVariables>;
export const TillTodayDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TillToday($first: Int, $after: String, $last: Int, $before: String, $filter: PurchasesFilter) {
  purchases(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
  ) {
    nodes {
      ...TillSaleParts
      customer {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    fragment TillSaleParts on Purchase {
  id
  receiptRef
  recordedAt
  pointsEarned
  pointsRedeemed
  total {
    amountMinor
    currency
  }
  moneyPart {
    amountMinor
    currency
  }
  refundable {
    amountMinor
    currency
  }
}`) as unknown as TypedDocumentString<TillTodayQuery, TillTodayQueryVariables>;
export const TillSaleToRefundDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TillSaleToRefund($id: ID!) {
  purchase(by: {id: $id}) {
    id
    refundable {
      amountMinor
      currency
    }
    lines {
      ref
      title
      total {
        amountMinor
        currency
      }
      discount {
        amountMinor
      }
    }
    refunds {
      id
      lines {
        ref
        amount {
          amountMinor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TillSaleToRefundQuery, TillSaleToRefundQueryVariables>;
export const TillRefundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TillRefund($input: PurchaseRefundInput!) {
  purchaseRefund(input: $input) {
    ... on PurchaseRefundPayload {
      balanceAfter
      refund {
        id
        amount {
          amountMinor
          currency
        }
        moneyPart {
          amountMinor
          currency
        }
        pointsReturned
      }
    }
    ...RefusalParts
  }
}
    fragment RefusalParts on UserError {
  code
  message
  path
  ... on InsufficientPointsError {
    available
  }
  ... on PointsShareExceededError {
    maxPoints
  }
  ... on SpendingLimitReachedError {
    left
  }
  ... on CaptureExceedsHoldError {
    held
  }
  ... on RefundExceedsPurchaseError {
    refundable {
      amountMinor
      currency
    }
  }
  ... on ConfirmationInvalidError {
    attemptsLeft
  }
  ... on ConfirmationTooSoonError {
    retryAt
  }
  ... on CustomerHasPointsError {
    givesUpAtMost
  }
}`) as unknown as TypedDocumentString<TillRefundMutation, TillRefundMutationVariables>;