/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** A no of a customer. */
export type ConsentWithdrawInput = {
  /** Who takes it back. A customer's token may leave itself out. */
  readonly customer?: CustomerBy | null | undefined;
  /** When the customer said it; now when left out. */
  readonly happenedAt?: string | null | undefined;
  /** Where the proof is, such as the number of a form. 128 characters at most. */
  readonly proof?: string | null | undefined;
  /** What is taken back. */
  readonly purpose: ConsentPurpose;
  /** How the customer said it. */
  readonly source: ConsentSource;
};

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

/** Whose points stand still. */
export type CustomerFreezeInput = {
  /** Whose points; a customer's token may leave itself out. */
  readonly customer?: CustomerBy | null | undefined;
  /** Whether the customer's phone is gone as well, which gets its codes: then only an administrator unfreezes. As always for an administrator's own freeze. */
  readonly isPhoneLost?: boolean | null | undefined;
  /** Why, 500 characters at most; administrators see it. */
  readonly reason?: string | null | undefined;
};

/** A phone, and the code that was sent there. */
export type CustomerSignInInput = {
  /** The coalition: its handle, or its id. */
  readonly coalition: string;
  /** The six digits of the code. */
  readonly code: string;
  /** The telephone number of the customer. */
  readonly phone: string;
};

/** Where a code to sign in to a coalition's page is to go. */
export type CustomerSignInRequestInput = {
  /** The coalition: its handle, or its id. */
  readonly coalition: string;
  /** Language of the message; the coalition's first one when left out. */
  readonly language?: Language | null | undefined;
  /** The telephone number of the customer. */
  readonly phone: string;
};

/** At which page, and on which devices. */
export type CustomerSignOutInput = {
  /** The coalition: its handle, or its id. */
  readonly coalition: string;
  /** Whether on every device of the customer. */
  readonly everywhere?: boolean;
};

/** At which page. */
export type CustomerTokenCreateInput = {
  /** The coalition: its handle, or its id. */
  readonly coalition: string;
};

/** Whose points may be spent again. */
export type CustomerUnfreezeInput = {
  /** The customer's code for UNFREEZE; administrators leave it out. */
  readonly confirmation?: ConfirmationInput | null | undefined;
  /** Whose points; a customer's token may leave itself out. */
  readonly customer?: CustomerBy | null | undefined;
  /** Why, 500 characters at most; administrators must say. */
  readonly reason?: string | null | undefined;
};

/** An earn code to claim. */
export type EarnCodeClaimInput = {
  /** As it is printed or typed: case, blanks, look-alikes and a Russian keyboard are forgiven. */
  readonly code: string;
  /** Members name who claims it; a customer's token claims for itself. */
  readonly customer?: CustomerBy | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
};

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

/** Languages that letters are written in. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU'
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

/** A fiscal receipt to claim. */
export type ReceiptClaimMakeInput = {
  /** Members name whose it is; a customer's token claims for itself. */
  readonly customer?: CustomerBy | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** The text of its QR code: `t=20260105T1432&s=1234.00&fn=...&i=...&fp=...&n=1`, its parts in any order. */
  readonly receipt: string;
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

/** Where a voucher is today. */
export type VoucherState =
  /** Past its last day. */
  | 'EXPIRED'
  /** May be used. */
  | 'ISSUED'
  /** Taken back with the purchase that gave it. */
  | 'REVOKED'
  /** Took something off a bill. */
  | 'USED'
  | '%future added value';

export type MemberBrandFragment = { readonly id: string, readonly name: string, readonly brandColor: string | null, readonly brandLogoUrl: string | null };

export type OpenHoldFragment = { readonly id: string, readonly points: string, readonly orderRef: string, readonly status: HoldStatus, readonly expiresAt: string, readonly bill: { readonly amountMinor: string, readonly currency: string }, readonly member: { readonly id: string, readonly name: string } };

export type AccountFragment = { readonly id: string, readonly name: string, readonly card: { readonly number: string, readonly status: string } | null, readonly wallet: { readonly balance: string, readonly available: string, readonly reserved: string, readonly pending: string, readonly debt: string, readonly elsewhere: string, readonly cursor: string, readonly expiringSoon: { readonly points: string, readonly at: string } | null }, readonly activity: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EntryKind, readonly points: string, readonly postedAt: string, readonly member: { readonly name: string } | null }> }, readonly holds: ReadonlyArray<{ readonly id: string, readonly points: string, readonly orderRef: string, readonly status: HoldStatus, readonly expiresAt: string, readonly bill: { readonly amountMinor: string, readonly currency: string }, readonly member: { readonly id: string, readonly name: string } }> };

export type WidgetAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type WidgetAccountQuery = { readonly viewer: { readonly member: { readonly id: string, readonly name: string, readonly brandColor: string | null, readonly brandLogoUrl: string | null } | null, readonly coalition: { readonly name: string, readonly timeZone: string } | null, readonly customer: { readonly id: string, readonly name: string, readonly card: { readonly number: string, readonly status: string } | null, readonly wallet: { readonly balance: string, readonly available: string, readonly reserved: string, readonly pending: string, readonly debt: string, readonly elsewhere: string, readonly cursor: string, readonly expiringSoon: { readonly points: string, readonly at: string } | null }, readonly activity: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EntryKind, readonly points: string, readonly postedAt: string, readonly member: { readonly name: string } | null }> }, readonly holds: ReadonlyArray<{ readonly id: string, readonly points: string, readonly orderRef: string, readonly status: HoldStatus, readonly expiresAt: string, readonly bill: { readonly amountMinor: string, readonly currency: string }, readonly member: { readonly id: string, readonly name: string } }> } | null } };

export type WidgetBalanceSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WidgetBalanceSubscription = { readonly balanceChanged: { readonly customer: { readonly id: string, readonly name: string, readonly card: { readonly number: string, readonly status: string } | null, readonly wallet: { readonly balance: string, readonly available: string, readonly reserved: string, readonly pending: string, readonly debt: string, readonly elsewhere: string, readonly cursor: string, readonly expiringSoon: { readonly points: string, readonly at: string } | null }, readonly activity: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EntryKind, readonly points: string, readonly postedAt: string, readonly member: { readonly name: string } | null }> }, readonly holds: ReadonlyArray<{ readonly id: string, readonly points: string, readonly orderRef: string, readonly status: HoldStatus, readonly expiresAt: string, readonly bill: { readonly amountMinor: string, readonly currency: string }, readonly member: { readonly id: string, readonly name: string } }> } } };

export type WidgetBenefitsQueryVariables = Exact<{
  language: Language;
}>;


export type WidgetBenefitsQuery = { readonly viewer: { readonly customer: { readonly id: string, readonly wallet: { readonly vouchers: ReadonlyArray<{ readonly id: string, readonly code: string, readonly state: VoucherState, readonly sentence: string, readonly lastDay: string, readonly at: ReadonlyArray<{ readonly name: string }> }>, readonly tiers: ReadonlyArray<{ readonly ladder: { readonly id: string, readonly member: { readonly name: string } | null }, readonly tier: { readonly name: string } | null, readonly next: { readonly tier: { readonly name: string }, readonly missing: { readonly visits: number | null, readonly spend: { readonly amountMinor: string, readonly currency: string } | null } } | null }> } } | null } };

export type WidgetClaimerQueryVariables = Exact<{ [key: string]: never; }>;


export type WidgetClaimerQuery = { readonly viewer: { readonly customer: { readonly id: string } | null } };

export type OwnEarnCodeClaimMutationVariables = Exact<{
  input: EarnCodeClaimInput;
}>;


export type OwnEarnCodeClaimMutation = { readonly earnCodeClaim:
    | { readonly __typename: 'CreditLimitReachedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'EarnCodeClaimPayload', readonly replayed: boolean, readonly balanceAfter: string, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly pointsEarned: string } }
    | { readonly __typename: 'EarnCodeNotUsableError', readonly bar: string, readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleTooLateError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type WidgetCodeMutationVariables = Exact<{
  input: ConfirmationRequestInput;
}>;


export type WidgetCodeMutation = { readonly confirmationRequest:
    | { readonly __typename: 'ConfirmationNotSentError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequestPayload', readonly confirmationId: string, readonly maskedAddress: string | null }
    | { readonly __typename: 'ConfirmationTooSoonError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'FreezeNeedsAdministratorError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NoConfirmationChannelError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type WidgetHoldMutationVariables = Exact<{
  input: HoldCreateInput;
}>;


export type WidgetHoldMutation = { readonly holdCreate:
    | { readonly __typename: 'ConfirmationExpiredError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationInvalidError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'HoldCreatePayload', readonly replayed: boolean, readonly hold: { readonly id: string, readonly points: string, readonly orderRef: string, readonly status: HoldStatus, readonly expiresAt: string, readonly customer: { readonly id: string, readonly name: string, readonly card: { readonly number: string, readonly status: string } | null, readonly wallet: { readonly balance: string, readonly available: string, readonly reserved: string, readonly pending: string, readonly debt: string, readonly elsewhere: string, readonly cursor: string, readonly expiringSoon: { readonly points: string, readonly at: string } | null }, readonly activity: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EntryKind, readonly points: string, readonly postedAt: string, readonly member: { readonly name: string } | null }> }, readonly holds: ReadonlyArray<{ readonly id: string, readonly points: string, readonly orderRef: string, readonly status: HoldStatus, readonly expiresAt: string, readonly bill: { readonly amountMinor: string, readonly currency: string }, readonly member: { readonly id: string, readonly name: string } }> }, readonly bill: { readonly amountMinor: string, readonly currency: string }, readonly member: { readonly id: string, readonly name: string } } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InsufficientPointsError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NewDeviceError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'PointsShareExceededError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'SpendingLimitReachedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'TokenCapExceededError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type WidgetOffersQueryVariables = Exact<{
  memberId?: string | null | undefined;
  first: number;
  language: Language;
}>;


export type WidgetOffersQuery = { readonly offers: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly sentence: string, readonly lastDay: string | null, readonly member: { readonly name: string } | null, readonly takenAt: ReadonlyArray<{ readonly name: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null };

export type OwnCardQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnCardQuery = { readonly viewer: { readonly coalition: { readonly name: string, readonly pointsName: string } | null, readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly frozenAt: string | null, readonly card: { readonly number: string, readonly status: string } | null } | null } };

export type OwnHistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  language: Language;
}>;


export type OwnHistoryQuery = { readonly viewer: { readonly customer: { readonly id: string, readonly activity: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EntryKind, readonly points: string, readonly balanceAfter: string, readonly postedAt: string, readonly member: { readonly name: string } | null, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly amountMinor: string, readonly currency: string }, readonly discount: { readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly amountMinor: string, readonly currency: string }, readonly rules: ReadonlyArray<{ readonly name: string, readonly sentence: string, readonly points: string }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type OwnFreezeMutationVariables = Exact<{
  input: CustomerFreezeInput;
}>;


export type OwnFreezeMutation = { readonly customerFreeze:
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFreezePayload', readonly customer: { readonly id: string, readonly frozenAt: string | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type OwnUnfreezeMutationVariables = Exact<{
  input: CustomerUnfreezeInput;
}>;


export type OwnUnfreezeMutation = { readonly customerUnfreeze:
    | { readonly __typename: 'ConfirmationExpiredError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationInvalidError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFreezePayload', readonly customer: { readonly id: string, readonly frozenAt: string | null } }
    | { readonly __typename: 'FreezeNeedsAdministratorError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type PageSignInRequestMutationVariables = Exact<{
  input: CustomerSignInRequestInput;
}>;


export type PageSignInRequestMutation = { readonly customerSignInRequest:
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerSignInRequestPayload' }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type PageSignInMutationVariables = Exact<{
  input: CustomerSignInInput;
}>;


export type PageSignInMutation = { readonly customerSignIn:
    | { readonly __typename: 'CustomerTokenPayload', readonly token: string | null, readonly expiresAt: string | null }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'SignInCodeWrongError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type PageTokenMutationVariables = Exact<{
  input: CustomerTokenCreateInput;
}>;


export type PageTokenMutation = { readonly customerTokenCreate:
    | { readonly __typename: 'CustomerTokenPayload', readonly token: string | null, readonly expiresAt: string | null, readonly devices: ReadonlyArray<{ readonly device: string, readonly network: string, readonly lastSeenAt: string, readonly isThis: boolean }> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type PageSignOutMutationVariables = Exact<{
  input: CustomerSignOutInput;
}>;


export type PageSignOutMutation = { readonly customerSignOut:
    | { readonly __typename: 'CustomerSignOutPayload', readonly ended: number }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type WidgetPartnersQueryVariables = Exact<{
  memberId?: string | null | undefined;
  first: number;
  language: Language;
}>;


export type WidgetPartnersQuery = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly site: string | null, readonly earns: string, readonly takes: string, readonly member: { readonly id: string, readonly name: string, readonly kind: MemberKind, readonly brandColor: string | null, readonly brandLogoUrl: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean } } | null };

export type WidgetQuoteQueryVariables = Exact<{
  input: PurchaseQuoteInput;
}>;


export type WidgetQuoteQuery = { readonly purchaseQuote:
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InsufficientPointsError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'PointsShareExceededError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'PurchaseQuote', readonly pointsToRedeem: string, readonly pointsToEarn: string, readonly maxPoints: string, readonly member: { readonly id: string, readonly name: string, readonly brandColor: string | null, readonly brandLogoUrl: string | null }, readonly total: { readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly amountMinor: string }, readonly moneyPart: { readonly amountMinor: string }, readonly faceValue: { readonly amountMinor: string } }
    | { readonly __typename: 'SpendingLimitReachedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'TokenCapExceededError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'VoucherNotUsableError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type WidgetReferQueryVariables = Exact<{
  language: Language;
}>;


export type WidgetReferQuery = { readonly viewer: { readonly coalition: { readonly name: string } | null, readonly customer: { readonly id: string, readonly referral: { readonly code: string | null, readonly url: string | null, readonly friends: number, readonly waiting: number, readonly points: string } | null } | null }, readonly offers: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly on: RuleTriggerKind | null, readonly sentence: string }> } | null };

export type OwnConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnConsentsQuery = { readonly viewer: { readonly customer: { readonly id: string, readonly consents: ReadonlyArray<{ readonly id: string, readonly purpose: ConsentPurpose, readonly given: boolean, readonly textVersion: string | null, readonly happenedAt: string }> } | null } };

export type OwnConsentWithdrawMutationVariables = Exact<{
  input: ConsentWithdrawInput;
}>;


export type OwnConsentWithdrawMutation = { readonly consentWithdraw:
    | { readonly __typename: 'ConsentPayload', readonly consent: { readonly id: string, readonly purpose: ConsentPurpose, readonly given: boolean, readonly happenedAt: string } }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type OwnExportQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnExportQuery = { readonly customerExport: { readonly format: string, readonly exportedAt: string, readonly complete: boolean, readonly content: string } | null };

export type OwnReceiptClaimMakeMutationVariables = Exact<{
  input: ReceiptClaimMakeInput;
}>;


export type OwnReceiptClaimMakeMutation = { readonly receiptClaimMake:
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'ReceiptClaimMakePayload', readonly replayed: boolean, readonly receiptClaim: { readonly id: string, readonly state: ReceiptClaimState, readonly lastDay: string, readonly total: { readonly amountMinor: string, readonly currency: string }, readonly member: { readonly id: string, readonly name: string } } }
    | { readonly __typename: 'ReceiptNotClaimableError', readonly bar: string, readonly code: string, readonly message: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly code: string, readonly message: string, readonly retryable: boolean }
   };

export type OwnReceiptClaimsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OwnReceiptClaimsQuery = { readonly receiptClaims: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly state: ReceiptClaimState, readonly reason: string | null, readonly occurredAt: string, readonly lastDay: string, readonly total: { readonly amountMinor: string, readonly currency: string }, readonly member: { readonly id: string, readonly name: string }, readonly purchase: { readonly id: string, readonly pointsEarned: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

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
export const MemberBrandFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MemberBrand on Member {
  id
  name
  brandColor
  brandLogoUrl
}
    `, {"fragmentName":"MemberBrand"}) as unknown as TypedDocumentString<MemberBrandFragment, unknown>;
export const OpenHoldFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment OpenHold on Hold {
  id
  points
  orderRef
  status
  expiresAt
  bill {
    amountMinor
    currency
  }
  member {
    id
    name
  }
}
    `, {"fragmentName":"OpenHold"}) as unknown as TypedDocumentString<OpenHoldFragment, unknown>;
export const AccountFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Account on Customer {
  id
  name
  card {
    number
    status
  }
  wallet {
    balance
    available
    reserved
    pending
    debt
    elsewhere
    cursor
    expiringSoon {
      points
      at
    }
  }
  activity(first: 5) {
    nodes {
      id
      kind
      points
      postedAt
      member {
        name
      }
    }
  }
  holds(first: 5) {
    ...OpenHold
  }
}
    fragment OpenHold on Hold {
  id
  points
  orderRef
  status
  expiresAt
  bill {
    amountMinor
    currency
  }
  member {
    id
    name
  }
}`, {"fragmentName":"Account"}) as unknown as TypedDocumentString<AccountFragment, unknown>;
export const WidgetAccountDocument = {"__meta__":{"hash":"cd1b4d17476040deb86bb622175642698b30b1c4410699f29dbd26c9fe2e910a"}} as unknown as TypedDocumentString<WidgetAccountQuery, WidgetAccountQueryVariables>;
export const WidgetBalanceDocument = {"__meta__":{"hash":"615881453841af8c0cfa1ca8a7252d0b0d9b81887893c148446a3a13ee9bcc1d"}} as unknown as TypedDocumentString<WidgetBalanceSubscription, WidgetBalanceSubscriptionVariables>;
export const WidgetBenefitsDocument = {"__meta__":{"hash":"8adf8ee0a5aa98081569f6d787b9e3a8fc1ff28201f7d12ac7c05bb618b0bc1d"}} as unknown as TypedDocumentString<WidgetBenefitsQuery, WidgetBenefitsQueryVariables>;
export const WidgetClaimerDocument = {"__meta__":{"hash":"09030c3ed7c35475244ef9ced1ebc9d9a8ff9a5838222bf486cffac1e0812721"}} as unknown as TypedDocumentString<WidgetClaimerQuery, WidgetClaimerQueryVariables>;
export const OwnEarnCodeClaimDocument = {"__meta__":{"hash":"de6226b66bb0d0b6c23b99188db94183f5e252e81170d4d1d032bb720c8f634d"}} as unknown as TypedDocumentString<OwnEarnCodeClaimMutation, OwnEarnCodeClaimMutationVariables>;
export const WidgetCodeDocument = {"__meta__":{"hash":"401650612342256c1d46683a00b970c8a291e71f8ecde81e5337381b0fdf1582"}} as unknown as TypedDocumentString<WidgetCodeMutation, WidgetCodeMutationVariables>;
export const WidgetHoldDocument = {"__meta__":{"hash":"d105121f51fd5aab7c13cf00101ca7ca9861bb9b4c7ddf428e28bdc920aa7753"}} as unknown as TypedDocumentString<WidgetHoldMutation, WidgetHoldMutationVariables>;
export const WidgetOffersDocument = {"__meta__":{"hash":"9c7d20f59e59e7291c3731a620cb3b1842ce8ac53229efe7f9883f4f70622b5a"}} as unknown as TypedDocumentString<WidgetOffersQuery, WidgetOffersQueryVariables>;
export const OwnCardDocument = {"__meta__":{"hash":"c427a91cabe4b82d34bdc9aa69adf158f53a2aabac4d9964613030a1da9e0c61"}} as unknown as TypedDocumentString<OwnCardQuery, OwnCardQueryVariables>;
export const OwnHistoryDocument = {"__meta__":{"hash":"fba8ce48adc6ed1f5807562e155e2bd9a2bd31b2cadf7f55d7239b495a5092ec"}} as unknown as TypedDocumentString<OwnHistoryQuery, OwnHistoryQueryVariables>;
export const OwnFreezeDocument = {"__meta__":{"hash":"b05a8e4cb1eeac5528788970c803087c4f89c12f6f1ad835a96d64621e18c080"}} as unknown as TypedDocumentString<OwnFreezeMutation, OwnFreezeMutationVariables>;
export const OwnUnfreezeDocument = {"__meta__":{"hash":"270623e4850b8e6234584dc75f5e1d8f7ed9a02f6811998bdec2f86a32dbc9c7"}} as unknown as TypedDocumentString<OwnUnfreezeMutation, OwnUnfreezeMutationVariables>;
export const PageSignInRequestDocument = {"__meta__":{"hash":"4e82ad1181006a4e4ee96900c76507d2f5a61bb76cee4aaf100ac1dccf019175"}} as unknown as TypedDocumentString<PageSignInRequestMutation, PageSignInRequestMutationVariables>;
export const PageSignInDocument = {"__meta__":{"hash":"4c1bda07369ac33891c3bc1d0876030d6f4cd78e9fb07be778e6dc91b944669c"}} as unknown as TypedDocumentString<PageSignInMutation, PageSignInMutationVariables>;
export const PageTokenDocument = {"__meta__":{"hash":"664f8d39356b20b4218bde70f3fe28e5eb41b1b153ca4b6271b9795d4902f6ec"}} as unknown as TypedDocumentString<PageTokenMutation, PageTokenMutationVariables>;
export const PageSignOutDocument = {"__meta__":{"hash":"82b23020fa6ae38425eb487cab9a27bb06d1c4b27e4b4e16b74620e5988f02ad"}} as unknown as TypedDocumentString<PageSignOutMutation, PageSignOutMutationVariables>;
export const WidgetPartnersDocument = {"__meta__":{"hash":"62044b0d3099ae2ca708bd79bd473337a867d7d6b218f513ec520310fe188d7a"}} as unknown as TypedDocumentString<WidgetPartnersQuery, WidgetPartnersQueryVariables>;
export const WidgetQuoteDocument = {"__meta__":{"hash":"353330821982b51800640540a6191357c8f1f024f902b2f203a50bcd471a693e"}} as unknown as TypedDocumentString<WidgetQuoteQuery, WidgetQuoteQueryVariables>;
export const WidgetReferDocument = {"__meta__":{"hash":"a18bd532658560468d11140ffd5dd668a3595e5686d8fde310e3646c3ea09fe8"}} as unknown as TypedDocumentString<WidgetReferQuery, WidgetReferQueryVariables>;
export const OwnConsentsDocument = {"__meta__":{"hash":"5a393a958b5da6d0b0bbdea8b68f5b62239967cdf9e0d27669a22b07eeaaf608"}} as unknown as TypedDocumentString<OwnConsentsQuery, OwnConsentsQueryVariables>;
export const OwnConsentWithdrawDocument = {"__meta__":{"hash":"2ee0d446bb36a8f8caa7f0fb9c0c0cc3a17ca54b9bfd55e8ba3326d0fc04fdec"}} as unknown as TypedDocumentString<OwnConsentWithdrawMutation, OwnConsentWithdrawMutationVariables>;
export const OwnExportDocument = {"__meta__":{"hash":"ae1af1383ca85b337fe7db2f2dade8da25ef8891621f43e3b8d7b86d11d0d4e7"}} as unknown as TypedDocumentString<OwnExportQuery, OwnExportQueryVariables>;
export const OwnReceiptClaimMakeDocument = {"__meta__":{"hash":"c940bfc2c1670476c484b3decd4988ea73d59a062835730ca22f05e21711c0aa"}} as unknown as TypedDocumentString<OwnReceiptClaimMakeMutation, OwnReceiptClaimMakeMutationVariables>;
export const OwnReceiptClaimsDocument = {"__meta__":{"hash":"a8ec66db4b8b1968044c459e1db2f2ea10d00bb897ba71f2fcb3b8bb58f772c4"}} as unknown as TypedDocumentString<OwnReceiptClaimsQuery, OwnReceiptClaimsQueryVariables>;