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

/** Languages that letters are written in. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU'
  | '%future added value';

/** The language of a message. */
export type MessageLocale =
  /** English. */
  | 'en'
  /** Russian. */
  | 'ru'
  | '%future added value';

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

export const WidgetCodeDocument = {"__meta__":{"hash":"401650612342256c1d46683a00b970c8a291e71f8ecde81e5337381b0fdf1582"}} as unknown as TypedDocumentString<WidgetCodeMutation, WidgetCodeMutationVariables>;
export const OwnCardDocument = {"__meta__":{"hash":"c427a91cabe4b82d34bdc9aa69adf158f53a2aabac4d9964613030a1da9e0c61"}} as unknown as TypedDocumentString<OwnCardQuery, OwnCardQueryVariables>;
export const OwnHistoryDocument = {"__meta__":{"hash":"fba8ce48adc6ed1f5807562e155e2bd9a2bd31b2cadf7f55d7239b495a5092ec"}} as unknown as TypedDocumentString<OwnHistoryQuery, OwnHistoryQueryVariables>;
export const OwnFreezeDocument = {"__meta__":{"hash":"b05a8e4cb1eeac5528788970c803087c4f89c12f6f1ad835a96d64621e18c080"}} as unknown as TypedDocumentString<OwnFreezeMutation, OwnFreezeMutationVariables>;
export const OwnUnfreezeDocument = {"__meta__":{"hash":"270623e4850b8e6234584dc75f5e1d8f7ed9a02f6811998bdec2f86a32dbc9c7"}} as unknown as TypedDocumentString<OwnUnfreezeMutation, OwnUnfreezeMutationVariables>;
export const PageSignInRequestDocument = {"__meta__":{"hash":"4e82ad1181006a4e4ee96900c76507d2f5a61bb76cee4aaf100ac1dccf019175"}} as unknown as TypedDocumentString<PageSignInRequestMutation, PageSignInRequestMutationVariables>;
export const PageSignInDocument = {"__meta__":{"hash":"4c1bda07369ac33891c3bc1d0876030d6f4cd78e9fb07be778e6dc91b944669c"}} as unknown as TypedDocumentString<PageSignInMutation, PageSignInMutationVariables>;
export const PageTokenDocument = {"__meta__":{"hash":"664f8d39356b20b4218bde70f3fe28e5eb41b1b153ca4b6271b9795d4902f6ec"}} as unknown as TypedDocumentString<PageTokenMutation, PageTokenMutationVariables>;
export const PageSignOutDocument = {"__meta__":{"hash":"82b23020fa6ae38425eb487cab9a27bb06d1c4b27e4b4e16b74620e5988f02ad"}} as unknown as TypedDocumentString<PageSignOutMutation, PageSignOutMutationVariables>;
export const OwnConsentsDocument = {"__meta__":{"hash":"5a393a958b5da6d0b0bbdea8b68f5b62239967cdf9e0d27669a22b07eeaaf608"}} as unknown as TypedDocumentString<OwnConsentsQuery, OwnConsentsQueryVariables>;
export const OwnConsentWithdrawDocument = {"__meta__":{"hash":"2ee0d446bb36a8f8caa7f0fb9c0c0cc3a17ca54b9bfd55e8ba3326d0fc04fdec"}} as unknown as TypedDocumentString<OwnConsentWithdrawMutation, OwnConsentWithdrawMutationVariables>;
export const OwnExportDocument = {"__meta__":{"hash":"ae1af1383ca85b337fe7db2f2dade8da25ef8891621f43e3b8d7b86d11d0d4e7"}} as unknown as TypedDocumentString<OwnExportQuery, OwnExportQueryVariables>;
export const OwnReceiptClaimMakeDocument = {"__meta__":{"hash":"c940bfc2c1670476c484b3decd4988ea73d59a062835730ca22f05e21711c0aa"}} as unknown as TypedDocumentString<OwnReceiptClaimMakeMutation, OwnReceiptClaimMakeMutationVariables>;
export const OwnReceiptClaimsDocument = {"__meta__":{"hash":"a8ec66db4b8b1968044c459e1db2f2ea10d00bb897ba71f2fcb3b8bb58f772c4"}} as unknown as TypedDocumentString<OwnReceiptClaimsQuery, OwnReceiptClaimsQueryVariables>;