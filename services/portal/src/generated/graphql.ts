/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
};

/** How a sale earns. */
export type EarnRuleKind =
  /** A number of points a purchase. */
  | 'FIXED'
  /** A share of the money part. */
  | 'PERCENT'
  | '%future added value';

/** The final bill of a hold. */
export type HoldCaptureInput = {
  /** The click of a link that led to the sale, `clk_...`: what the site remembered. A click that is not there refuses nothing. */
  readonly clickId?: string | null | undefined;
  /** A code that the customer named: 3 to 32 Latin or Cyrillic letters, digits and hyphens, in any case. */
  readonly code?: string | null | undefined;
  /** What the customer was told that is left to pay in money: `moneyPart` of the quote. Refused when it comes to anything else. */
  readonly expectedToPay?: MoneyInput | null | undefined;
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

/** Languages that letters are written in. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU'
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

/** A line to refund. */
export type RefundLineInput = {
  /** How much of it; defaults to all that is left of the line. */
  readonly amount?: MoneyInput | null | undefined;
  /** The member's own name of the line. */
  readonly ref: string;
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

export type MemberHomeQueryVariables = Exact<{
  member: string;
  from: string;
  to: string;
  holdsBefore: string;
}>;


export type MemberHomeQuery = { readonly __typename: 'Query', readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly figures: { readonly __typename: 'Figures', readonly asOf: string, readonly total: { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } }, readonly before: { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } }, readonly cost: { readonly __typename: 'ProgrammeCost', readonly total: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null } } | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly clearingPosition: { readonly __typename: 'ClearingPosition', readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } } | null, readonly apiKeys: ReadonlyArray<{ readonly __typename: 'ApiKey', readonly id: string, readonly endsAt: string | null, readonly revokedAt: string | null }> | null } | null, readonly memberStatements: { readonly __typename: 'MemberStatementsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MemberStatement', readonly id: string, readonly status: MemberStatementStatus }> }, readonly rulesAsked: { readonly __typename: 'AskedRuleConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'AskedRule', readonly version: number }> }, readonly holds: { readonly __typename: 'HoldsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Hold', readonly id: string }> }, readonly purchases: { readonly __typename: 'PurchasesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly occurredAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } }> } };

export type HomeFiguresFragment = { readonly __typename: 'FiguresOfPart', readonly sums: { readonly __typename: 'FigureSums', readonly purchases: number, readonly pointsIssued: string, readonly net: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly customers: { readonly __typename: 'CustomerFigures', readonly new: number, readonly returning: number } };

export type CoalitionHomeQueryVariables = Exact<{
  isAdmin: boolean;
}>;


export type CoalitionHomeQuery = { readonly __typename: 'Query', readonly saleApprovals?: ReadonlyArray<{ readonly __typename: 'SaleApproval', readonly receiptRef: string, readonly isApproved: boolean }>, readonly coalition: { readonly __typename: 'Coalition', readonly id: string } | null };

export type PlaceQueryVariables = Exact<{ [key: string]: never; }>;


export type PlaceQuery = { readonly __typename: 'Query', readonly me: { readonly __typename: 'Me', readonly lacks: SessionLack | null } | null, readonly viewer: { readonly __typename: 'Viewer', readonly scopes: ReadonlyArray<string>, readonly coalition: { readonly __typename: 'Coalition', readonly id: string, readonly timeZone: string, readonly currency: string, readonly pointsName: string, readonly now: string } | null } };

export type SalesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: PurchasesFilter | null | undefined;
}>;


export type SalesQuery = { readonly __typename: 'Query', readonly purchases: { readonly __typename: 'PurchasesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly occurredAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type SaleRowFragment = { readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly occurredAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } };

export type SaleQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type SaleQuery = { readonly __typename: 'Query', readonly purchase: { readonly __typename: 'Purchase', readonly code: string | null, readonly recordedAt: string, readonly id: string, readonly receiptRef: string, readonly occurredAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly recordedBy: { readonly __typename: 'ActingPerson', readonly name: string | null, readonly tillName: string | null } | null, readonly lines: ReadonlyArray<{ readonly __typename: 'PurchaseLine', readonly ref: string, readonly title: string, readonly category: string | null, readonly quantity: string | null, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly earnRule: { readonly __typename: 'EarnRule', readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: string } }, readonly rules: ReadonlyArray<{ readonly __typename: 'AppliedRule', readonly version: number, readonly name: string, readonly sentence: string, readonly explanation: string | null, readonly points: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly paidBy: ReadonlyArray<{ readonly __typename: 'RulePayment', readonly points: string, readonly payer: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null }> }>, readonly refunds: ReadonlyArray<{ readonly __typename: 'Refund', readonly id: string, readonly recordedAt: string, readonly reason: string, readonly pointsReturned: string, readonly pointsRecovered: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } } | null };

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

export type StatementsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StatementsQuery = { readonly __typename: 'Query', readonly memberStatements: { readonly __typename: 'MemberStatementsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'MemberStatement', readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly statedAt: string, readonly disputeDeadline: string, readonly lineCount: number, readonly documents: ReadonlyArray<string>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly toPay: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly hasPreviousPage: boolean, readonly startCursor: string | null, readonly endCursor: string | null } } };

export type StatementRowFragment = { readonly __typename: 'MemberStatement', readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly statedAt: string, readonly disputeDeadline: string, readonly lineCount: number, readonly documents: ReadonlyArray<string>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly net: { readonly __typename: 'ExactMoney', readonly rounded: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly toPay: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } };

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
    | { readonly __typename: 'InsufficientPointsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PointsShareExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PurchaseQuote', readonly maxPoints: string, readonly needsConfirmation: boolean, readonly pointsToEarn: string, readonly pointsToRedeem: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly faceValue: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pointsPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly rules: ReadonlyArray<{ readonly __typename: 'AppliedRule', readonly version: number, readonly name: string, readonly sentence: string, readonly explanation: string | null, readonly points: string, readonly discount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> }
    | { readonly __typename: 'SpendingLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TokenCapExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillConfirmationMutationVariables = Exact<{
  input: ConfirmationRequestInput;
}>;


export type TillConfirmationMutation = { readonly __typename: 'Mutation', readonly confirmationRequest:
    | { readonly __typename: 'ConfirmationNotSentError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationRequestPayload', readonly confirmationId: string, readonly maskedAddress: string | null, readonly channel: MessageChannel }
    | { readonly __typename: 'ConfirmationTooSoonError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
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
    | { readonly __typename: 'ConfirmationInvalidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InsufficientPointsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PointsShareExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PriceChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PurchaseRecordPayload', readonly balanceAfter: string, readonly purchase: { readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly recordedAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly __typename: 'PurchaseLine', readonly ref: string, readonly title: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> } }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleTooLateError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SpendingLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillSalePartsFragment = { readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly recordedAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly __typename: 'PurchaseLine', readonly ref: string, readonly title: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> };

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

export type TillOrdersQueryVariables = Exact<{ [key: string]: never; }>;


export type TillOrdersQuery = { readonly __typename: 'Query', readonly holds: { readonly __typename: 'HoldsConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Hold', readonly id: string, readonly orderRef: string, readonly expiresAt: string, readonly points: string, readonly status: HoldStatus, readonly bill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } }> } };

export type TillHoldFragment = { readonly __typename: 'Hold', readonly id: string, readonly orderRef: string, readonly expiresAt: string, readonly points: string, readonly status: HoldStatus, readonly bill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } };

export type TillHoldCreateMutationVariables = Exact<{
  input: HoldCreateInput;
}>;


export type TillHoldCreateMutation = { readonly __typename: 'Mutation', readonly holdCreate:
    | { readonly __typename: 'ConfirmationExpiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationInvalidError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationRequiredError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerClosedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CustomerFrozenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'HoldCreatePayload', readonly hold: { readonly __typename: 'Hold', readonly id: string, readonly orderRef: string, readonly expiresAt: string, readonly points: string, readonly status: HoldStatus, readonly bill: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string } } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InsufficientPointsError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NewDeviceError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PointsShareExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SpendingLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'TokenCapExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
   };

export type TillHoldCaptureMutationVariables = Exact<{
  input: HoldCaptureInput;
}>;


export type TillHoldCaptureMutation = { readonly __typename: 'Mutation', readonly holdCapture:
    | { readonly __typename: 'CaptureExceedsHoldError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'HoldCapturePayload', readonly balanceAfter: string, readonly purchase: { readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly recordedAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly __typename: 'PurchaseLine', readonly ref: string, readonly title: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> } }
    | { readonly __typename: 'HoldNotOpenError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PointsShareExceededError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PriceChangedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'SaleTooLateError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
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
  from?: string | null | undefined;
  receiptRef?: string | null | undefined;
}>;


export type TillTodayQuery = { readonly __typename: 'Query', readonly purchases: { readonly __typename: 'PurchasesConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Purchase', readonly id: string, readonly receiptRef: string, readonly recordedAt: string, readonly pointsEarned: string, readonly pointsRedeemed: string, readonly customer: { readonly __typename: 'Customer', readonly id: string, readonly name: string }, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly refundable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly __typename: 'PurchaseLine', readonly ref: string, readonly title: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean } } };

export type TillRefundMutationVariables = Exact<{
  input: PurchaseRefundInput;
}>;


export type TillRefundMutation = { readonly __typename: 'Mutation', readonly purchaseRefund:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'MemberNotActiveError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'NotFoundError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
    | { readonly __typename: 'PurchaseRefundPayload', readonly balanceAfter: string, readonly refund: { readonly __typename: 'Refund', readonly id: string, readonly pointsReturned: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly moneyPart: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }
    | { readonly __typename: 'RefundExceedsPurchaseError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> }
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
  lines {
    ref
    title
    total {
      amountMinor
      currency
    }
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
export const CoalitionHomeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CoalitionHome($isAdmin: Boolean!) {
  saleApprovals @include(if: $isAdmin) {
    receiptRef
    isApproved
  }
  coalition {
    id
  }
}
    `) as unknown as TypedDocumentString<CoalitionHomeQuery, CoalitionHomeQueryVariables>;
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
    moneyPart {
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
    ... on UserError {
      code
      message
      path
    }
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
    ... on UserError {
      code
      message
      path
    }
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
    ... on UserError {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RequestLinkMutation, RequestLinkMutationVariables>;
export const AcceptInvitationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcceptInvitation($input: StaffAcceptInput!) {
  staffAccept(input: $input) {
    ... on SessionPayload {
      me {
        ...MeParts
      }
    }
    ... on UserError {
      code
      message
      path
    }
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
    ... on UserError {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<EnrolTotpMutation, EnrolTotpMutationVariables>;
export const ConfirmEnrolmentDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ConfirmEnrolment($input: TotpConfirmInput!) {
  totpConfirm(input: $input) {
    ... on TotpConfirmPayload {
      recoveryCodes
      me {
        ...MeParts
      }
    }
    ... on UserError {
      code
      message
      path
    }
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
    ... on UserError {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
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
    ... on UserError {
      code
      message
      path
    }
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
    ... on UserError {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<TillConfirmationMutation, TillConfirmationMutationVariables>;
export const TillSaleDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation TillSale($input: PurchaseRecordInput!) {
  purchaseRecord(input: $input) {
    ... on PurchaseRecordPayload {
      balanceAfter
      purchase {
        ...TillSaleParts
      }
    }
    ... on UserError {
      code
      message
      path
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
  lines {
    ref
    title
    total {
      amountMinor
      currency
    }
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
    ... on UserError {
      code
      message
      path
    }
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
    query TillOrders {
  holds(first: 50, filter: {status: OPEN}) {
    nodes {
      ...TillHold
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
    ... on UserError {
      code
      message
      path
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
    ... on UserError {
      code
      message
      path
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
  lines {
    ref
    title
    total {
      amountMinor
      currency
    }
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
    ... on UserError {
      code
      message
      path
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
}`) as unknown as TypedDocumentString<TillHoldVoidMutation, TillHoldVoidMutationVariables>;
export const TillTodayDocument = /*#__PURE__*/ new TypedDocumentString(`
    query TillToday($from: DateTime, $receiptRef: String) {
  purchases(first: 50, filter: {recordedFrom: $from, receiptRef: $receiptRef}) {
    nodes {
      ...TillSaleParts
      customer {
        id
        name
      }
    }
    pageInfo {
      hasNextPage
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
  lines {
    ref
    title
    total {
      amountMinor
      currency
    }
  }
}`) as unknown as TypedDocumentString<TillTodayQuery, TillTodayQueryVariables>;
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
    ... on UserError {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<TillRefundMutation, TillRefundMutationVariables>;