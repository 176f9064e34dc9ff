/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DateTimeInput, DateTime, JsonObject, MicrosInput, Micros, MinorInput, Minor, PointsInput, Points, QuantityInput, Quantity } from '../scalars.ts';
import type { RefusalCode } from './codes.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The side on which the balance of an account usually stands. */
export type AccountSide =
  /** Balance = credits less debits. */
  | 'CREDIT'
  /** Balance = debits less credits. */
  | 'DEBIT'
  | (string & {});

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
  | (string & {});

/** Points to issue or take back by hand. */
export type AdjustmentProposeInput = {
  /** The entry of an award or adjustment that points are taken back from. */
  readonly correctsEntryId?: string | null | undefined;
  /** Whose balance changes. */
  readonly customer: CustomerBy;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Why. */
  readonly kind: AdjustmentKind;
  /** Administrators name the member, and nobody for an entry of the promo fund; a member is itself. */
  readonly memberId?: string | null | undefined;
  /** Above 0 issued; below 0 taken back, from points of this issuer alone. */
  readonly points: PointsInput;
  /** Why, in words, for those who check the books. */
  readonly reason: string;
};

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
  | (string & {});

/** A proposal to take back. */
export type AdjustmentWithdrawInput = {
  /** Id of the adjustment. */
  readonly adjustmentId: string;
};

/** An affiliate to admit. */
export type AffiliateAdmitInput = {
  /** Id of the affiliate. */
  readonly id: string;
  /** Less than this is carried forward; as it is when left out, at first nothing. */
  readonly minPayout?: MoneyInput | null | undefined;
};

/** An application. */
export type AffiliateApplyInput = {
  /** The coalition that it wants to bring customers to. */
  readonly coalitionId: string;
  /** Where it is reached. */
  readonly email: string;
  /** What it is. */
  readonly kind: AffiliateKind;
  /** Who is paid. */
  readonly legalName: string;
  /** What members and customers will read. */
  readonly name: string;
  /** The version of the terms that it accepts. */
  readonly termsVersion: number;
};

/** A customer that is the affiliate itself, or works for it. */
export type AffiliateCustomerNameInput = {
  /** Id of the customer. */
  readonly customerId: string;
  /** Id of the affiliate. */
  readonly id: string;
};

/** What an affiliate is. */
export type AffiliateKind =
  /** Somebody whom many watch or read. */
  | 'BLOGGER'
  /** A club or a community. */
  | 'CLUB'
  /** An insurance agent or company. */
  | 'INSURER'
  /** Anything else. */
  | 'OTHER'
  /** Somebody who recommends. */
  | 'PERSON'
  /** A driving school or the like. */
  | 'SCHOOL'
  | (string & {});

/** Where an affiliate is. */
export type AffiliateStatus =
  /** Earns commissions. */
  | 'ACTIVE'
  /** Waits for the coalition. */
  | 'APPLIED'
  /** Over for good; is paid what it has earned. */
  | 'CLOSED'
  /** Earns nothing for what is sold now; is paid what it has earned. */
  | 'SUSPENDED'
  | (string & {});

/** An affiliate to take a step on. */
export type AffiliateStepInput = {
  /** Id of the affiliate. */
  readonly id: string;
};

/** What affiliates agree to. */
export type AffiliateTermsPublishInput = {
  /** The English text, at most 50 000 characters. */
  readonly textEn: string;
  /** The Russian text, at most 50 000 characters. */
  readonly textRu: string;
};

/** Which affiliates: those that meet all that is given. */
export type AffiliatesFilter = {
  /** Only those that are here. */
  readonly status?: AffiliateStatus | null | undefined;
};

/** Lines that a bill must have: of one of the categories, or one of the articles. */
export type AnyLineInput = {
  /** Slash paths such as service/oil; each covers what lies under it. */
  readonly categories?: ReadonlyArray<string> | null | undefined;
  /** Units of such lines that the bill must have together. */
  readonly minQuantity?: QuantityInput | null | undefined;
  /** Article numbers. */
  readonly skus?: ReadonlyArray<string> | null | undefined;
};

/** A key to make. */
export type ApiKeyCreateInput = {
  /** When it ends by itself; left out, never. */
  readonly endsAt?: DateTimeInput | null | undefined;
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
  | (string & {});

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
  | (string & {});

/** How a purchase came to its source, the strongest first. */
export type AttributionVia =
  /** The customer was bound to the source. */
  | 'BINDING'
  /** The purchase named a click. */
  | 'CLICK'
  /** The code of the link was typed with the purchase. */
  | 'CODE'
  /** Nobody brought the customer. */
  | 'NOBODY'
  | (string & {});

/** What kind of caller it was. */
export type AuditActorKind =
  /** A customer with a token. */
  | 'CUSTOMER'
  /** An API key. */
  | 'KEY'
  /** A caller who has not proven who they are. */
  | 'NOBODY'
  /** Whoever runs the deployment: its own key, or its command line. */
  | 'OPERATOR'
  /** Somebody who was signed in, or was signing in. */
  | 'PERSON'
  /** The worker: what time alone brings. */
  | 'SYSTEM'
  | (string & {});

/** Where it came in. */
export type AuditDoor =
  /** A request. */
  | 'API'
  /** The command line, on a machine that holds the database. */
  | 'CLI'
  /** A job of the worker. */
  | 'WORKER'
  | (string & {});

/** Which events: those that meet all that is given. */
export type AuditEventsFilter = {
  /** The act, such as `memberSuspend`. */
  readonly act?: string | null | undefined;
  /** Of this person, API key or customer; a person also through keys of theirs. */
  readonly actor?: string | null | undefined;
  /** From then on, by the coalition's clock. */
  readonly from?: DateTimeInput | null | undefined;
  /** About this member, or in its name. */
  readonly member?: string | null | undefined;
  /** With this outcome. */
  readonly outcome?: AuditOutcome | null | undefined;
  /** Done to this: a global id. */
  readonly subject?: string | null | undefined;
  /** Before then. */
  readonly to?: DateTimeInput | null | undefined;
};

/** What became of it. */
export type AuditOutcome =
  /** The caller may not ask for it at all, or asked too often. */
  | 'DENIED'
  /** It was done. */
  | 'DONE'
  /** It was looked at, and the answer was no; the code says why. */
  | 'REFUSED'
  | (string & {});

/** All that is known of a party; what is left out is forgotten. */
export type BankDetailsSetInput = {
  /** Bank account: 20 digits in Russia, else an IBAN. */
  readonly account?: string | null | undefined;
  /** Legal address. */
  readonly address?: string | null | undefined;
  /** In place of the member, by administrators: the affiliate. */
  readonly affiliateId?: string | null | undefined;
  /** BIK in Russia, else BIC. */
  readonly bankCode?: string | null | undefined;
  /** Name of the bank. */
  readonly bankName?: string | null | undefined;
  /** Town of the bank. */
  readonly bankTown?: string | null | undefined;
  /** The bank's correspondent account. */
  readonly correspondentAccount?: string | null | undefined;
  /** KPP of a Russian organisation. */
  readonly kpp?: string | null | undefined;
  /** Full legal name. */
  readonly legalName: string;
  /** Administrators name the member, or none for the coalition's operator; a member is itself. */
  readonly memberId?: string | null | undefined;
  /** Name of who signs. */
  readonly signatoryName?: string | null | undefined;
  /** Office of who signs. */
  readonly signatoryPosition?: string | null | undefined;
  /** Taxpayer number; in Russia the INN. */
  readonly taxId?: string | null | undefined;
  /** VAT inside the operator's fees, basis points; none when left out. */
  readonly vatRateBps?: number | null | undefined;
};

/** A bank's statement. */
export type BankStatementImportInput = {
  /** The file as exported by the bank, in base64: 1C client-bank exchange or camt.053. A file has at most 750 KB, as many as a request holds; a larger one is exported by fewer days, or imported by `artel settle import`. */
  readonly contentBase64: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
};

/** Which of several sources of one customer counts. */
export type BindingPolicy =
  /** The first whose window has not ended. */
  | 'FIRST'
  /** The last. */
  | 'LAST'
  /** The one of the kind that goes before; of one kind, the first. */
  | 'PRIORITY'
  | (string & {});

/** How a customer was bound to a source. */
export type BindingVia =
  /** By a code that was typed elsewhere. */
  | 'CODE'
  /** As it was enrolled. */
  | 'ENROL'
  /** At a sign-in on the member's site. */
  | 'SIGN_IN'
  /** By whoever was signed in at a till. */
  | 'TILL'
  | (string & {});

/** How breakage was estimated. */
export type BreakageMethod =
  /** Spending of each month grows from age to age as it did in those before. */
  | 'CHAIN_LADDER'
  /** Every month ends where the oldest one stands. */
  | 'COHORT_RATE'
  | (string & {});

/** Whether banks work on a day, where the week alone does not say. */
export type BusinessDayKind =
  /** A holiday, or a working day that was made free. */
  | 'DAY_OFF'
  /** A Saturday, Sunday or holiday that is worked. */
  | 'WORKING_DAY'
  | (string & {});

/** Where it comes from. */
export type BusinessDaySource =
  /** The coalition moved it. */
  | 'COALITION'
  /** The law of every year; in RUB coalitions Russia's. */
  | 'LAW'
  | (string & {});

/** The days that a coalition moves in a year. */
export type BusinessDaysSetInput = {
  /** All of them: what was said of the year before is replaced. */
  readonly days: ReadonlyArray<MovedDayInput>;
  /** From 2000 to 2199. */
  readonly year: number;
};

/** What brought a customer: the code of a link, or a click of it. */
export type CameByInput =
  {   /** The click that the site remembered, `clk_...`. One that is not there, or leads to another member, refuses nothing. */
  readonly clickId: string; readonly code?: never; }
  |  { readonly clickId?: never;   /** The code of the link. One that no running link to the member has is refused. */
  readonly code: string; };

/** How far a sandbox's clock moves. */
export type ClockAdvanceInput = {
  /** Seconds ahead, above 0. */
  readonly seconds: number;
};

/** Whether the money is real. Test and live data never mix. */
export type CoalitionMode =
  /** The real thing. */
  | 'LIVE'
  /** A sandbox, with a movable clock. */
  | 'TEST'
  | (string & {});

/** A coalition to open, with its first terms. */
export type CoalitionOpenInput = {
  /** ISO 4217 code of bills and settlement. */
  readonly currency?: string;
  /** Short name for addresses, unique in the deployment. */
  readonly handle: string;
  /** Languages, the main one first. */
  readonly locales?: ReadonlyArray<string>;
  /** Sandbox or live. */
  readonly mode?: CoalitionMode;
  /** Name for people. */
  readonly name: string;
  /** What the points are called. */
  readonly pointsName: string;
  /** Symbol of the points. */
  readonly pointsSymbol: string;
  /** Version 1 of the terms. */
  readonly terms: TermsInput;
  /** Zone of the accounting days. */
  readonly timeZone?: string;
};

/** Changes of a coalition beside its terms. Fields left out stay. */
export type CoalitionUpdateInput = {
  /** Local days that a binding or a click counts, unless its link says otherwise: 1 to 365. */
  readonly bindingDays?: number | null | undefined;
  /** Which of several sources of one customer counts. */
  readonly bindingPolicy?: BindingPolicy | null | undefined;
  /** The kinds of sources, each once, the one that goes before the others first. Of policy PRIORITY. */
  readonly bindingPriority?: ReadonlyArray<SourceKind> | null | undefined;
  /** Spending more points than this takes a code of the customer: 0 = always, null = never. */
  readonly confirmSpendingAbovePoints?: PointsInput | null | undefined;
  /** The coverage proof shows a member other issuers without their names. */
  readonly coverageAnonymous?: boolean | null | undefined;
  /** Most promo points that one member gives one customer within a day of the coalition's calendar; null = no limit. */
  readonly dailyAwardLimitPoints?: PointsInput | null | undefined;
  /** Most points that a customer spends or holds within a day of the coalition's calendar; null = no limit. */
  readonly dailySpendingLimitPoints?: PointsInput | null | undefined;
  /** Whole months without an event of its points after which a customer without points is erased: 1 to 240, null = never. There is no way back. */
  readonly eraseInactiveAfterMonths?: number | null | undefined;
  /** Whether customers have their page at /c/<handle>, where they sign in by phone and code. Off unless said. */
  readonly hostedPage?: boolean | null | undefined;
  /** Most spendings and holds of a customer within any hour, 1 or more; null = no limit. */
  readonly hourlySpendingLimitCount?: number | null | undefined;
  /** Most points that a customer spends or holds within any hour; null = no limit. */
  readonly hourlySpendingLimitPoints?: PointsInput | null | undefined;
  /** Local days that codes of customers are kept after their end: 2 to 365. */
  readonly keepConfirmationsDays?: number | null | undefined;
  /** Days that what was sent to webhook endpoints is kept: 1 to 365. */
  readonly keepDeliveriesDays?: number | null | undefined;
  /** Hours for which a device that a customer's token was not seen from before spends no more than `confirmSpendingAbovePoints` at once, and nothing where that is null; 0 = off, 720 at most. */
  readonly newDeviceHours?: number | null | undefined;
};

/** The end of a coalition. */
export type CoalitionWindDownInput = {
  /** Why it ends. */
  readonly reason: string;
  /** Days that customers have to spend their points; what is left then expires. */
  readonly redemptionDays?: number;
};

/** How a commission becomes money. */
export type CommissionApprovalInput = {
  /** Time when left out. */
  readonly by?: CommissionApprovedBy | null | undefined;
  /** Local days from the sale; the refund days when left out, and no less. */
  readonly days?: number | null | undefined;
  /** Above this two people say yes. */
  readonly twoPeopleAbove?: MoneyInput | null | undefined;
};

/** A commission to approve. */
export type CommissionApproveInput = {
  /** Id of the commission. */
  readonly id: string;
};

/** What makes a commission money. */
export type CommissionApprovedBy =
  /** The yes of the payer, once they are over. */
  | 'HAND'
  /** Its approval days, when they are over. */
  | 'TIME'
  | (string & {});

/** A commission programme. */
export type CommissionDefinitionInput = {
  /** How it becomes money. */
  readonly approval?: CommissionApprovalInput | null | undefined;
  /** What a sale is worth. */
  readonly effect: CommissionEffectInput;
  /** ISO date of the first day whose sales count. */
  readonly fromDay: string;
  /** Months from the first brought purchase in which purchases count; without end when left out. */
  readonly months?: number | null | undefined;
  /** What it is called. */
  readonly name: CommissionNameInput;
  /** Which purchases count; every one when left out. */
  readonly of?: CommissionOf | null | undefined;
  /** Local days in which goods are taken back; 14 when left out. */
  readonly refundDays?: number | null | undefined;
  /** Tax inside prices that no commission is reckoned on; none when left out. */
  readonly taxBps?: number | null | undefined;
  /** ISO date of the last one; until it is ended when left out. */
  readonly toDay?: string | null | undefined;
};

/** What a sale is worth: one of percentBps, fixed and ladder. */
export type CommissionEffectInput = {
  /** Of a ladder; money when left out. */
  readonly by?: LadderMeasure | null | undefined;
  /** A sum a sale. */
  readonly fixed?: MoneyInput | null | undefined;
  /** At most 20 steps. */
  readonly ladder?: ReadonlyArray<CommissionLadderStepInput> | null | undefined;
  /** Of a ladder; a month when left out. */
  readonly per?: LadderPeriod | null | undefined;
  /** A share of what was paid in money, basis points. */
  readonly percentBps?: number | null | undefined;
};

/** A step of a ladder: from so much on, this rate. Each begins above the one before. */
export type CommissionLadderStepInput = {
  /** Basis points, 0 to 10000. */
  readonly bps: number;
  /** Of a ladder by money. */
  readonly from?: MoneyInput | null | undefined;
  /** Of a ladder by customers. */
  readonly fromCustomers?: number | null | undefined;
};

/** What changed a commission. */
export type CommissionLineKind =
  /** A refund of it. */
  | 'REFUND'
  /** Somebody took it away. */
  | 'REJECTION'
  /** The sale. */
  | 'SALE'
  | (string & {});

/** What the payer calls the programme, 1 to 80 characters each. */
export type CommissionNameInput = {
  /** In English. */
  readonly en: string;
  /** In Russian. */
  readonly ru: string;
};

/** Which purchases of a customer count. */
export type CommissionOf =
  /** Every one. */
  | 'EVERY_PURCHASE'
  /** The first at the payer. */
  | 'FIRST_PURCHASE'
  | (string & {});

/** Who may be paid a commission. */
export type CommissionPayeeKind =
  /** An affiliate, which is no member. */
  | 'AFFILIATE'
  /** Another member. */
  | 'MEMBER'
  | (string & {});

/** A programme to give its next version. */
export type CommissionProgrammeChangeInput = {
  /** What it says then. */
  readonly definition: CommissionDefinitionInput;
  /** Id of the programme. */
  readonly id: string;
  /** The version that was changed. */
  readonly version: number;
};

/** A programme to end. */
export type CommissionProgrammeEndInput = {
  /** Id of the programme. */
  readonly id: string;
};

/** A programme to start. */
export type CommissionProgrammeStartInput = {
  /** What it says. */
  readonly definition: CommissionDefinitionInput;
  /** The one affiliate or member; whoever of them brings a customer when left out. */
  readonly payeeId?: string | null | undefined;
  /** Whom it pays. */
  readonly payeeKind: CommissionPayeeKind;
};

/** Why a sale earned no commission. */
export type CommissionReason =
  /** The payer rejected it. */
  | 'BY_HAND'
  /** The months in which purchases count were over. */
  | 'MONTHS_OVER'
  /** The first purchase alone counts. */
  | 'NOT_FIRST_PURCHASE'
  /** Nothing was paid in money. */
  | 'NO_MONEY_PART'
  /** Somebody of its household bought. */
  | 'OWN_HOUSEHOLD'
  /** The payee bought for itself. */
  | 'OWN_PURCHASE'
  /** Somebody bought who works for the payee or the payer. */
  | 'OWN_STAFF'
  /** The payee was suspended or closed. */
  | 'PAYEE_NOT_ACTIVE'
  | (string & {});

/** A commission to take away. */
export type CommissionRejectInput = {
  /** Id of the commission. */
  readonly id: string;
  /** Why: 1 to 500 characters, and no customer's name. */
  readonly reason: string;
};

/** How far a commission is. */
export type CommissionStatus =
  /** In the books. */
  | 'APPROVED'
  /** Paid, or netted by a window that is settled. */
  | 'PAID'
  /** A record, and no money yet: goods may come back. */
  | 'PENDING'
  /** Earned nothing, or was rejected; `reason` says why. */
  | 'REJECTED'
  /** Went back with the sale, or was taken back. */
  | 'REVERSED'
  /** In a statement that was issued. */
  | 'STATED'
  | (string & {});

/** Which commissions: those that meet all that is given. */
export type CommissionsFilter = {
  /** Only those of this affiliate. */
  readonly affiliateId?: string | null | undefined;
  /** Only those of this programme. */
  readonly programmeId?: string | null | undefined;
  /** Only those that are here. */
  readonly status?: CommissionStatus | null | undefined;
};

/** Why a code does not confirm an act. */
export type ConfirmationFault =
  /** It is for another act, customer or member, or for fewer points. */
  | 'OTHER_ACT'
  /** It was tried five times. */
  | 'TRIED_TOO_OFTEN'
  /** It has confirmed something else. */
  | 'USED'
  /** It is another code. */
  | 'WRONG_CODE'
  | (string & {});

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
  | (string & {});

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
  readonly points?: PointsInput | null | undefined;
  /** What the code is for. */
  readonly purpose: ConfirmationPurpose;
};

/** A yes of a customer. */
export type ConsentGivenInput = {
  /** When the customer said it; now when left out. */
  readonly happenedAt?: DateTimeInput | null | undefined;
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
  | (string & {});

/** A yes of a customer. */
export type ConsentRecordInput = {
  /** What the customer said. */
  readonly consent: ConsentGivenInput;
  /** Who said it. */
  readonly customer: CustomerBy;
};

/** Who wrote a consent down. */
export type ConsentRecordedBy =
  /** An administrator of the coalition. */
  | 'COALITION'
  /** The customer, with a token. */
  | 'CUSTOMER'
  /** A member. */
  | 'MEMBER'
  | (string & {});

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
  | (string & {});

/** A version of what customers agree to. */
export type ConsentTextPublishInput = {
  /** What it asks for. */
  readonly purpose: ConsentPurpose;
  /** The English text, at most 50 000 characters. */
  readonly textEn: string;
  /** The Russian text, at most 50 000 characters. */
  readonly textRu: string;
  /** 1 to 100 characters, once a purpose. */
  readonly version: string;
};

/** A no of a customer. */
export type ConsentWithdrawInput = {
  /** Who takes it back. A customer's token may leave itself out. */
  readonly customer?: CustomerBy | null | undefined;
  /** When the customer said it; now when left out. */
  readonly happenedAt?: DateTimeInput | null | undefined;
  /** Where the proof is, such as the number of a form. 128 characters at most. */
  readonly proof?: string | null | undefined;
  /** What is taken back. */
  readonly purpose: ConsentPurpose;
  /** How the customer said it. */
  readonly source: ConsentSource;
};

/** What becomes of a sale whose points would pass its member's credit limit. */
export type CreditPolicy =
  /** It waits for the coalition to approve it. */
  | 'PENDING_APPROVAL'
  /** It is refused. */
  | 'REFUSE'
  | (string & {});

/** A customer to bind to the source of a link, by its code or by the click. */
export type CustomerBindInput = {
  /** The click that the site remembered, `clk_...`; in place of a code. */
  readonly clickId?: string | null | undefined;
  /** The code that was typed. */
  readonly code?: string | null | undefined;
  /** Whom. */
  readonly customer: CustomerBy;
};

/** When a customer was born. */
export type CustomerBirthDateSetInput = {
  /** ISO date, from 1900 to today; left out or null: not told any more. */
  readonly birthDate?: string | null | undefined;
  /** Who. */
  readonly customer: CustomerBy;
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

/** Something that a customer did, as the calling member's own system knows it. */
export type CustomerEventRecordInput = {
  /** When, at most seven days ago by the calendar of the coalition; now when left out. */
  readonly at?: DateTimeInput | null | undefined;
  /** Who did it. */
  readonly customer: CustomerBy;
  /** Its name: up to 40 lower-case Latin letters, digits and hyphens. */
  readonly event: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
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
  | (string & {});

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
  readonly enrolledFrom?: DateTimeInput | null | undefined;
  /** Only those that enrolled before then. */
  readonly enrolledTo?: DateTimeInput | null | undefined;
  /** Beginnings of words of the name (case does not matter, and е stands for ё), a card number, a telephone written in any way, or its last four digits, or the beginning of the plate of a vehicle, in Cyrillic or Latin letters. A member finds by telephone those that it enrolled. At most 100 characters. */
  readonly search?: string | null | undefined;
  /** Only those that this is true of. */
  readonly status?: CustomerStatus | null | undefined;
};

/** Order of day and month in a date such as 08/10/2026. */
export type DateOrder =
  /** The day comes first. */
  | 'DMY'
  /** The month comes first. */
  | 'MDY'
  | (string & {});

/** What stands before the decimals in an amount such as 1,250. */
export type DecimalMark =
  /** A comma: 1,250 is one and a quarter. */
  | 'COMMA'
  /** A point: 1,250 is a thousand and more. */
  | 'POINT'
  | (string & {});

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
  | (string & {});

/** A decision on a dispute. */
export type DisputeResolveInput = {
  /** How much is taken off an upheld line, without sign; all of it when left out. */
  readonly amountMicros?: MicrosInput | null | undefined;
  /** Id of the dispute. */
  readonly disputeId: string;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Why, for both sides. */
  readonly note: string;
  /** How it ends. */
  readonly outcome: DisputeOutcome;
};

/** Which disputes: those that meet all that is given. */
export type DisputesFilter = {
  /** true: only those without an outcome; false: only those with one. */
  readonly isOpen?: boolean | null | undefined;
  /** Only those that this member opened. */
  readonly memberId?: string | null | undefined;
  /** Only those of this window. */
  readonly windowNo?: number | null | undefined;
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

/** A bill of which somebody is to earn by a code. */
export type EarnCodeIssueInput = {
  /** The fiscal receipt of the bill, where a till prints one: a claim of it and the code never both earn. */
  readonly fiscal?: FiscalReceiptInput | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** When given, must sum to the total. */
  readonly lines?: ReadonlyArray<PurchaseLineInput> | null | undefined;
  /** When the sale happened; defaults to now. */
  readonly occurredAt?: DateTimeInput | null | undefined;
  /** The member's own receipt number: one receipt is one purchase. */
  readonly receiptRef: string;
  /** The whole bill. */
  readonly total: MoneyInput;
  /** Local days after today on which it is claimed; 14 when left out. No more than a sale may be handed in late. */
  readonly validDays?: number | null | undefined;
};

/** An earn code to take back. */
export type EarnCodeRevokeInput = {
  /** Id of the earn code. */
  readonly id: string;
};

/** Where an earn code is today. */
export type EarnCodeState =
  /** Somebody claimed it. */
  | 'CLAIMED'
  /** Its days are over. */
  | 'EXPIRED'
  /** Somebody may claim it. */
  | 'ISSUED'
  /** Its member took it back. */
  | 'REVOKED'
  | (string & {});

/** How a member's sales earn: PERCENT needs `percentBps`, FIXED needs `fixedPoints`. */
export type EarnRuleInput = {
  /** Points a purchase. */
  readonly fixedPoints?: PointsInput | null | undefined;
  /** Share or fixed. */
  readonly kind: EarnRuleKind;
  /** Bills below this earn nothing, minor units. */
  readonly minTotalMinor?: MinorInput | null | undefined;
  /** Share of the money part, basis points. */
  readonly percentBps?: number | null | undefined;
};

/** How a sale earns. */
export type EarnRuleKind =
  /** A number of points a purchase. */
  | 'FIXED'
  /** A share of the money part. */
  | 'PERCENT'
  | (string & {});

/** What a member's credit limit says to the points of a purchase. */
export type EarningCredit =
  /** It issues them. */
  | 'ALLOWED'
  /** The purchase would be refused with SALE_NEEDS_APPROVAL, and wait for the coalition. */
  | 'NEEDS_APPROVAL'
  /** The purchase would be refused with CREDIT_LIMIT_REACHED. */
  | 'REFUSED'
  | (string & {});

/** Which entries: those that meet all that is given. */
export type EntriesFilter = {
  /** Only those of this customer's points. */
  readonly customerId?: string | null | undefined;
  /** Only those of one of these kinds. */
  readonly kinds?: ReadonlyArray<EntryKind> | null | undefined;
  /** Only those that happened at this member. */
  readonly memberId?: string | null | undefined;
  /** Only those booked then or later. */
  readonly postedFrom?: DateTimeInput | null | undefined;
  /** Only those booked before then. */
  readonly postedTo?: DateTimeInput | null | undefined;
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
  | (string & {});

/** Why a customer's personal data is taken away. */
export type ErasureReason =
  /** The customer no longer agrees to its data being kept. */
  | 'CONSENT_WITHDRAWN'
  /** The customer asked for it. */
  | 'CUSTOMER_REQUEST'
  /** A law or an authority demands it. */
  | 'LEGAL_DUTY'
  | (string & {});

/** Which events: those that meet all that is given. */
export type EventsFilter = {
  /** Only those of one of these kinds; `webhookEventKinds` lists them. */
  readonly kinds?: ReadonlyArray<string> | null | undefined;
  /** Only those that happened then or later. */
  readonly occurredFrom?: DateTimeInput | null | undefined;
  /** Only those that happened before then. */
  readonly occurredTo?: DateTimeInput | null | undefined;
};

/** Security for what a leaving member's points may still cost. */
export type ExitGuaranteeKind =
  /** Money paid in, booked to the member's position. */
  | 'DEPOSIT'
  /** Somebody else's promise, recorded alone. */
  | 'GUARANTEE'
  | (string & {});

/** When points expire. */
export type ExpiryKind =
  /** At the end of the coalition's year, a number of months later. */
  | 'END_OF_YEAR'
  /** By inactivity: all points of a customer at once, a number of months after its last purchase, transfer or refund. */
  | 'INACTIVITY'
  /** Never. */
  | 'NONE'
  /** A number of months after they were earned. */
  | 'ROLLING_MONTHS'
  | (string & {});

/** Which rows: those that meet all that is given. What a list has no such thing of is refused. */
export type ExportFilters = {
  /** Only rows of this customer: of purchases and entries. */
  readonly customerId?: string | null | undefined;
  /** Only rows of then or later; not of statements. */
  readonly from?: DateTimeInput | null | undefined;
  /** Only rows of this member; of customers, those that enrolled at it. Not of transfers. */
  readonly memberId?: string | null | undefined;
  /** Only rows of before then; not of statements. */
  readonly to?: DateTimeInput | null | undefined;
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
  | (string & {});

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
  | (string & {});

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
  | (string & {});

/** By what figures are told apart. */
export type FigureDimension =
  /** Lines with a category, each counted for all that the category is part of. */
  | 'CATEGORY'
  /** Where it happened; of points issued, expired and taken back, whose they are. */
  | 'MEMBER'
  /** Whoever recorded it, signed in. Name the member. */
  | 'PERSON'
  /** Lines with an article number. It is a member's own: name the member. */
  | 'PRODUCT'
  /** What rules gave, and the sales that they gave it on. */
  | 'RULE'
  /** Tills that recorded it. Name the member. */
  | 'TILL'
  | (string & {});

/** What a period is divided into. */
export type FigurePart =
  /** Local days of the coalition. */
  | 'DAY'
  /** Calendar months. */
  | 'MONTH'
  /** Weeks, from Monday. */
  | 'WEEK'
  | (string & {});

/** A fiscal drive that is where its member says. */
export type FiscalDriveAcceptInput = {
  /** Id of the drive. */
  readonly id: string;
};

/** A fiscal drive of a till of the member. */
export type FiscalDriveAddInput = {
  /** Its number, 16 digits. */
  readonly fn: string;
  /** Since when it is in use, at most 30 days back; defaults to now. */
  readonly since?: DateTimeInput | null | undefined;
};

/** A fiscal drive that was replaced. */
export type FiscalDriveCloseInput = {
  /** Id of the drive. */
  readonly id: string;
  /** Until when it was in use, excluded, not before `since`; defaults to now. */
  readonly until?: DateTimeInput | null | undefined;
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
  readonly occurredAt?: DateTimeInput | null | undefined;
  /** Points to take; defaults to as many held points as the final bill may take. */
  readonly points?: PointsInput | null | undefined;
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
  readonly points: PointsInput;
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
  | (string & {});

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
  readonly endsBefore?: DateTimeInput | null | undefined;
  /** Only those whose time-out is then or later. */
  readonly endsFrom?: DateTimeInput | null | undefined;
  /** Only those for orders at this member. */
  readonly memberId?: string | null | undefined;
  /** Only those for the order of this number: the member's own name of it, as it was given. */
  readonly orderRef?: string | null | undefined;
  /** Only those that this became of. */
  readonly status?: HoldStatus | null | undefined;
};

/** A customer and the household that it joins. */
export type HouseholdJoinInput = {
  /** The code of who joins. */
  readonly confirmation?: ConfirmationInput | null | undefined;
  /** Who joins. */
  readonly customer: CustomerBy;
  /** A customer of the household, or one who has none yet: then the two begin one. */
  readonly with: CustomerBy;
  /** The code of the other one. */
  readonly withConfirmation?: ConfirmationInput | null | undefined;
};

/** A customer that leaves its household. */
export type HouseholdLeaveInput = {
  /** Who leaves. */
  readonly customer: CustomerBy;
};

/** What the rows of a file are. */
export type ImportKind =
  /** Customers that the member had before, with their consent. */
  | 'CUSTOMERS'
  /** Points that it owes them: lots of its own, with an end. */
  | 'OPENING_BALANCES'
  /** Sales that are told late, through the rules of any sale. */
  | 'PURCHASES'
  | (string & {});

/** Where an import is. */
export type ImportState =
  /** It was given up: by its owner, after a week of waiting, or when a customer was erased. */
  | 'CANCELLED'
  /** It says what would happen, and waits to be begun. */
  | 'CHECKED'
  /** Its rows are judged as if they were recorded; nothing is. */
  | 'CHECKING'
  /** Every row is recorded, or has a reason why not. */
  | 'DONE'
  /** It could not go on: `failure` says why. */
  | 'FAILED'
  /** It is being recorded. */
  | 'RUNNING'
  | (string & {});

/** The import that a step is about. */
export type ImportStepInput = {
  /** Its id. */
  readonly id: string;
};

/** What is assumed; what is left out is assumed as the demo town has it. Shares are basis points. */
export type JoinAssumptionsInput = {
  /** How its sales would earn. */
  readonly earnRule?: EarnRuleInput | null | undefined;
  /** Share of spent points that goes to other members. */
  readonly elsewhereBps?: number | null | undefined;
  /** Months until points run out; 0: never. */
  readonly expiryMonths?: number | null | undefined;
  /** What a point pays at the till, minor units. */
  readonly faceValueMinor?: MinorInput | null | undefined;
  /** Share of its sales that is paid in others' points. */
  readonly inboundBps?: number | null | undefined;
  /** fi, micros a point. */
  readonly issueFee?: MicrosInput | null | undefined;
  /** Share of sales whose customers take part. */
  readonly participationBps?: number | null | undefined;
  /** fr, micros a point. */
  readonly redeemFee?: MicrosInput | null | undefined;
  /** Share of points that are ever spent. */
  readonly redemptionBps?: number | null | undefined;
  /** Months until the first are spent. */
  readonly redemptionLagMonths?: number | null | undefined;
  /** Months over which they are then spent, evenly. */
  readonly redemptionSpreadMonths?: number | null | undefined;
  /** R, micros a point. */
  readonly reservePrice?: MicrosInput | null | undefined;
  /** No redeem fee on its own points. */
  readonly selfRedemptionFeeWaived?: boolean | null | undefined;
};

/** A month of which only the sum is known. */
export type JoinMonthInput = {
  /** Such as 2026-03; months follow each other. */
  readonly month: string;
  /** Sales in it. */
  readonly salesCount: number;
  /** Sales less returns, minor units. */
  readonly totalMinor: MinorInput;
};

/** A sale of the past. */
export type JoinSaleInput = {
  /** When. */
  readonly soldAt: DateTimeInput;
  /** Minor units; negative for a return. */
  readonly totalMinor: MinorInput;
};

/** Past sales, either one by one (10 000 at most) or by month (120 at most), and assumptions. */
export type JoinSimulationInput = {
  /** What is assumed. */
  readonly assumptions?: JoinAssumptionsInput | null | undefined;
  /** ISO 4217; counts in hundredths. */
  readonly currency?: string;
  /** Deposits a point to compare, 10 at most; 0, R / 2 and R, if left out. */
  readonly deposits?: ReadonlyArray<MicrosInput> | null | undefined;
  /** Sums of months. */
  readonly months?: ReadonlyArray<JoinMonthInput> | null | undefined;
  /** Sales one by one. */
  readonly sales?: ReadonlyArray<JoinSaleInput> | null | undefined;
  /** Whose months they are. */
  readonly timeZone?: string;
};

/** What a ladder counts. */
export type LadderMeasure =
  /** Customers brought: the whole sale at the rate of the step that they reach. */
  | 'CUSTOMERS'
  /** Money of sales, net of refunds: each part of it at the rate of its step. */
  | 'MONEY'
  | (string & {});

/** The period, by the coalition's calendar, in which a ladder counts. */
export type LadderPeriod =
  /** Without end. */
  | 'EVER'
  /** A month. */
  | 'MONTH'
  /** A quarter of a year. */
  | 'QUARTER'
  | (string & {});

/** Languages that letters are written in. */
export type Language =
  /** English. */
  | 'EN'
  /** Russian. */
  | 'RU'
  | (string & {});

/** Lines of a reconciliation to record as sales. */
export type LateSalesRecordInput = {
  /** Positions of MISSING_HERE lines, 1 to 100. */
  readonly positions: ReadonlyArray<number>;
  /** Id of the reconciliation. */
  readonly reconciliationId: string;
};

/** A period in which something is counted. */
export type LimitPeriod =
  /** A day of the coalition's calendar. */
  | 'DAY'
  /** A month of it. */
  | 'MONTH'
  /** The whole life of the rule. */
  | 'RULE'
  | (string & {});

/** A link to archive. */
export type LinkArchiveInput = {
  /** Id of the link. */
  readonly id: string;
};

/** A link to make. */
export type LinkCreateInput = {
  /** A code of your own: 4 letters and digits or more. Look-alikes of codes that are taken are refused. One is made when left out. */
  readonly code?: string | null | undefined;
  /** Whose customers it brings; the caller's member when left out. */
  readonly memberId?: string | null | undefined;
  /** What it is called. */
  readonly name: string;
  /** The affiliate that brings them, in place of a member. */
  readonly sourceAffiliateId?: string | null | undefined;
  /** The member that brings them; the caller's, and for an administrator that of `memberId`, when left out. */
  readonly sourceMemberId?: string | null | undefined;
  /** Where it leads: on one of the member's pages; the first of them when left out. */
  readonly targetUrl?: string | null | undefined;
  /** Campaign parameters that its page is told. */
  readonly utm?: UtmInput | null | undefined;
  /** Local days that a binding or a click by it counts: 1 to 365; the coalition's when left out. */
  readonly windowDays?: number | null | undefined;
};

/** Whether a link brings customers. */
export type LinkStatus =
  /** It does. */
  | 'ACTIVE'
  /** It leads to its page, and brings nobody any more. */
  | 'ARCHIVED'
  | (string & {});

/** Which links: those that meet all that is given. */
export type LinksFilter = {
  /** Only those that bring customers to this member. */
  readonly memberId?: string | null | undefined;
  /** Only those of this member as the source. */
  readonly sourceMemberId?: string | null | undefined;
  /** Only those of this status. */
  readonly status?: LinkStatus | null | undefined;
};

/** Why a source was not taken. */
export type LosingReason =
  /** The link was archived. */
  | 'ARCHIVED'
  /** The code was that of a rule, which gave something by it. */
  | 'CODE_OF_RULE'
  /** An earlier one counts. */
  | 'EARLIER_TAKEN'
  /** A later one counts. */
  | 'LATER_TAKEN'
  /** A source of another kind goes before it. */
  | 'LOWER_PRIORITY'
  /** It was the click of a machine. */
  | 'MACHINE'
  /** It was later than the purchase. */
  | 'NOT_YET'
  /** The link brings customers to another member. */
  | 'OTHER_MEMBER'
  /** Another came by something stronger. */
  | 'OUTRANKED'
  /** The customer is the source, or works for it. */
  | 'OWN_LINK'
  /** A customer's referral goes before affiliates on the first purchase. */
  | 'REFERRAL_FIRST'
  /** The source had left, or was suspended. */
  | 'SOURCE_ENDED'
  /** There is no such click. */
  | 'UNKNOWN_CLICK'
  /** Its window had ended. */
  | 'WINDOW_ENDED'
  | (string & {});

/** A column of a sales file by its header. */
export type MappedColumnInput = {
  /** What the column tells. */
  readonly column: SalesFileColumn;
  /** Its header, as the file has it. */
  readonly header: string;
};

/** A business to admit. */
export type MemberAdmitInput = {
  /** Web origins whose pages carry its widget, for example https://wash.example. */
  readonly allowedOrigins?: ReadonlyArray<string>;
  /** Its colour, #rrggbb. */
  readonly brandColor?: string | null | undefined;
  /** Its logo, an https address. */
  readonly brandLogoUrl?: string | null | undefined;
  /** How its sales earn. */
  readonly earnRule: EarnRuleInput;
  /** Short name for addresses, unique in the coalition. */
  readonly handle: string;
  /** What kind of business it is. */
  readonly kind: MemberKind;
  /** Name for people. */
  readonly name: string;
  /** Its size. */
  readonly segment?: MemberSegment;
};

/** A leaving member to state. */
export type MemberExitEstimateInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** The member. */
  readonly memberId: string;
};

/** Security for what a leaving member's points may still cost. */
export type MemberExitGuaranteeInput = {
  /** How much. */
  readonly amountMicros: MicrosInput;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** What it is. */
  readonly kind: ExitGuaranteeKind;
  /** The member. */
  readonly memberId: string;
  /** Number of the payment or of the guarantee. */
  readonly reference: string;
};

/** Notice of a member that leaves. */
export type MemberExitNoticeInput = {
  /** Administrators name the member; a member gives notice for itself. */
  readonly memberId?: string | null | undefined;
  /** Why it leaves. */
  readonly reason: string;
  /** Days that its customers have to spend its points. */
  readonly redemptionDays?: number;
};

/** A notice to take back. */
export type MemberExitWithdrawInput = {
  /** Administrators name the member; a member takes back its own. */
  readonly memberId?: string | null | undefined;
  /** Why it stays. */
  readonly reason: string;
};

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
  | (string & {});

/** Size of a member. */
export type MemberSegment =
  /** A chain. */
  | 'LARGE'
  /** A few places. */
  | 'MEDIUM'
  /** One place, a few people. */
  | 'SMALL'
  | (string & {});

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
  | (string & {});

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
  | (string & {});

/** The member whose status changes. */
export type MemberStatusInput = {
  /** Id of the member. */
  readonly memberId: string;
};

/** Changes of a member. Fields left out stay; null clears a colour or logo. */
export type MemberUpdateInput = {
  /** Web origins whose pages carry its widget. */
  readonly allowedOrigins?: ReadonlyArray<string> | null | undefined;
  /** Its colour, #rrggbb. */
  readonly brandColor?: string | null | undefined;
  /** Its logo, an https address. */
  readonly brandLogoUrl?: string | null | undefined;
  /** A new version of how its sales earn. */
  readonly earnRule?: EarnRuleInput | null | undefined;
  /** https pages that links to it may lead to, and all below them; the first is where a link leads that names none. 20 at most. */
  readonly linkPages?: ReadonlyArray<string> | null | undefined;
  /** Administrators name the member; a member updates itself. */
  readonly memberId?: string | null | undefined;
  /** Name for people. */
  readonly name?: string | null | undefined;
};

/** How a message reaches a person. */
export type MessageChannel =
  /** By e-mail. */
  | 'EMAIL'
  /** By phone. */
  | 'SMS'
  | (string & {});

/** The language of a message. */
export type MessageLocale =
  /** English. */
  | 'en'
  /** Russian. */
  | 'ru'
  | (string & {});

/** An amount of what customers pay. */
export type MoneyInput = {
  /** Amount in the currency's minor unit. */
  readonly amountMinor: MinorInput;
  /** ISO 4217; must be the coalition's currency. */
  readonly currency?: string;
};

/** A day that a coalition takes off or works, whatever the week and the law say. */
export type MovedDayInput = {
  /** ISO date. */
  readonly day: string;
  /** Whether banks work. */
  readonly kind: BusinessDayKind;
  /** A note. */
  readonly note?: string | null | undefined;
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
  | (string & {});

/** A passkey that was made. */
export type PasskeyRegisterInput = {
  /** What to call it, 1 to 80 characters. */
  readonly name: string;
  /** JSON of the credential, as its `toJSON()` writes it. */
  readonly response: string;
};

/** A passkey to remove. */
export type PasskeyRemoveInput = {
  /** Id of the passkey. */
  readonly passkeyId: string;
};

/** A new password. */
export type PasswordChangeInput = {
  /** The password of before; left out where there was none, and within an hour of a link that signed in. */
  readonly current?: string | null | undefined;
  /** Ten characters or more. */
  readonly password: string;
};

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
  | (string & {});

/** Money that was paid. */
export type PaymentRecordInput = {
  /** How much, minor units; more than is open counts for the member in the next window. */
  readonly amountMinor: MinorInput;
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

/** A payment that was recorded wrongly, or whose money went back. */
export type PaymentReverseInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** The payment. */
  readonly paymentId: string;
  /** Why, at most 500 characters. */
  readonly reason: string;
  /** ISO date on which the money went back, not before it was paid; today when left out. */
  readonly takenBackOn?: string | null | undefined;
};

/** Which payments: those that meet all that is given. */
export type PaymentsFilter = {
  /** true: only those that were taken back; false: only the others. */
  readonly isReversed?: boolean | null | undefined;
  /** Only those that settle this window. */
  readonly windowNo?: number | null | undefined;
};

/** A pilot to decide about. */
export type PilotDecideInput = {
  /** What is decided. */
  readonly decision: PilotDecision;
  /** Id of the pilot. */
  readonly id: string;
  /** Why, at most 1000 characters. */
  readonly reason: string;
};

/** What was decided about a pilot. Its rules are not changed by it. */
export type PilotDecision =
  /** Its rules are to be given to all. */
  | 'SCALE'
  /** Its rules are to end. */
  | 'STOP'
  | (string & {});

/** What a pilot is called. */
export type PilotNameInput = {
  /** In English, at most 80 characters. */
  readonly en: string;
  /** In Russian, at most 80 characters. */
  readonly ru: string;
};

/** A pilot to plan. */
export type PilotPlanInput = {
  /** Measured are those that bought in so many days before: 1 to 366, 90 when left out. */
  readonly baseDays?: number | null | undefined;
  /** Share of the customers that are held out, basis points: 500 to 5000. */
  readonly controlBps: number;
  /** First day, ISO date; tomorrow at the earliest. */
  readonly fromDay: string;
  /** What it is called. */
  readonly name: PilotNameInput;
  /** Last day, included, ISO date. */
  readonly toDay: string;
  /** The difference of spend that it is to find, basis points of the mean; 1000 when left out. */
  readonly upliftBps?: number | null | undefined;
};

/** What the figures of a pilot speak for. */
export type PilotProposal =
  /** Measured to the end, and the difference may be chance. */
  | 'NO_DIFFERENCE'
  /** The treatment spent more, and chance hardly explains it. */
  | 'SCALE'
  /** The treatment spent less, and chance hardly explains it. */
  | 'STOP'
  /** It is not over, or fewer customers than it needs were measured. */
  | 'WAIT'
  | (string & {});

/** Where a pilot is today. */
export type PilotStatus =
  /** Something was decided about it. */
  | 'DECIDED'
  /** Its last day is past, and nothing is decided. */
  | 'OVER'
  /** Its first day is still to come. */
  | 'PLANNED'
  /** It runs. */
  | 'RUNNING'
  | (string & {});

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
  | (string & {});

/** A window to make a plan for. */
export type PlanProposeInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** How money goes; HUB when left out. */
  readonly method?: PlanMethod | null | undefined;
  /** Number of the window. */
  readonly windowNo: number;
};

/** Points to transfer to another customer of the household. */
export type PointsTransferInput = {
  /** The sender's code. */
  readonly confirmation?: ConfirmationInput | null | undefined;
  /** The sender. */
  readonly from: CustomerBy;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** How many, 1 or more. */
  readonly points: PointsInput;
  /** Who receives. */
  readonly to: CustomerBy;
};

/** Kinds of callers. */
export type PrincipalKind =
  /** Acts for a coalition. */
  | 'ADMIN'
  /** Nobody in particular. */
  | 'ANONYMOUS'
  /** A customer on a member's page. */
  | 'CUSTOMER'
  /** A member's own server. */
  | 'MEMBER'
  /** Runs the deployment. */
  | 'OPERATOR'
  /** Somebody signed in who acts for nobody yet: see `me`. */
  | 'PERSON'
  /** A registered till before anybody has signed in there. */
  | 'TILL'
  | (string & {});

/** Promo points to issue. */
export type PromoAwardInput = {
  /** Who gets them. */
  readonly customer: CustomerBy;
  /** Days until they run out, 1 to 3650; by the payer's terms when left out. */
  readonly expiresInDays?: number | null | undefined;
  /** The coalition's promo fund pays, in place of members: for administrators, up to its balance. */
  readonly fromPromoFund?: boolean;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Who pays: administrators name 1 to 20 members, a member pays alone. */
  readonly payers?: ReadonlyArray<PromoPayerInput> | null | undefined;
  /** How many, 1 or more. */
  readonly points: PointsInput;
};

/** A member that pays for promo points, or for a share of them. */
export type PromoPayerInput = {
  /** Id of the member. */
  readonly memberId: string;
  /** Its share relative to the other payers', 1 to 10 000. */
  readonly share?: number;
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
  readonly quantity?: QuantityInput | null | undefined;
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
  | (string & {});

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
  readonly points?: PointsInput | null | undefined;
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
  readonly occurredAt?: DateTimeInput | null | undefined;
  /** Points to spend on it. */
  readonly points?: PointsInput;
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
  | (string & {});

/** Which sales: those that meet all that is given. */
export type PurchasesFilter = {
  /** Only those with a line of this category or of one within it; likewise. */
  readonly category?: string | null | undefined;
  /** Only those of this customer. */
  readonly customerId?: string | null | undefined;
  /** Only those made at this member. */
  readonly memberId?: string | null | undefined;
  /** Only those that happened then or later. */
  readonly occurredFrom?: DateTimeInput | null | undefined;
  /** Only those that happened before then. */
  readonly occurredTo?: DateTimeInput | null | undefined;
  /** Only those that this person recorded, signed in. */
  readonly personId?: string | null | undefined;
  /** Only those that this is true of. */
  readonly points?: PurchasePoints | null | undefined;
  /** Only the one with this receipt. Administrators name the member too: a number is its own. */
  readonly receiptRef?: string | null | undefined;
  /** Only those recorded then or later. */
  readonly recordedFrom?: DateTimeInput | null | undefined;
  /** Only those recorded before then. */
  readonly recordedTo?: DateTimeInput | null | undefined;
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
  | (string & {});

/** The part of a receivable to write off. */
export type ReceivableWriteOffInput = {
  /** How much, above 0 and at most what it owes. */
  readonly amountMicros: MicrosInput;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** The member that owes. */
  readonly memberId: string;
};

/** What a row of a member's own sales file turned out to be. */
export type ReconciliationLineKind =
  /** The ledger has the receipt with another amount. */
  | 'AMOUNT_DIFFERS'
  /** The ledger has the receipt and the amount more than two days before or after. */
  | 'DATE_DIFFERS'
  /** The receipt is in the file before. */
  | 'DUPLICATE'
  /** The ledger has the same. */
  | 'MATCHED'
  /** The ledger lacks the receipt: `lateSalesRecord` can still record it. */
  | 'MISSING_HERE'
  /** The file lacks a sale or a refund that the ledger has. */
  | 'MISSING_THERE'
  /** The row cannot be read. */
  | 'UNREADABLE'
  | (string & {});

/** A customer who was brought by another. */
export type ReferralBindInput = {
  /** The code of who recommended the programme, as it was said, shown or typed. */
  readonly code: string;
  /** Who was brought. */
  readonly customer: CustomerBy;
};

/** A line to refund. */
export type RefundLineInput = {
  /** How much of it; defaults to all that is left of the line. */
  readonly amount?: MoneyInput | null | undefined;
  /** The member's own name of the line. */
  readonly ref: string;
};

/** Who pays for points that were earned by a refunded sale and spent already. */
export type RefundPolicy =
  /** The customer owes them; later earnings pay the debt. */
  | 'CUSTOMER_DEBT'
  /** The issuer stays charged for them. */
  | 'ISSUER_BEARS'
  | (string & {});

/** Which refunds: those that meet all that is given. */
export type RefundsFilter = {
  /** Only those of sales at this member. */
  readonly memberId?: string | null | undefined;
  /** Only those recorded then or later. */
  readonly recordedFrom?: DateTimeInput | null | undefined;
  /** Only those recorded before then. */
  readonly recordedTo?: DateTimeInput | null | undefined;
};

/** Whose staying is asked for. */
export type RetentionOf =
  /** Customers, by the month of their first sale. */
  | 'CUSTOMERS'
  /** Members, by the month of their first sale. Administrators only. */
  | 'PARTNERS'
  | (string & {});

/** Who makes good what a changed R does to points that are out. Lots keep the R they were issued at. */
export type RevaluationPayer =
  /** Each issuer for its points, into the promo fund; a fall comes back out of it. */
  | 'ISSUERS'
  /** Nobody: it is written down and nothing is booked. */
  | 'NONE'
  | (string & {});

/** What was said to paying for a version of another's rule. */
export type RuleAnswer =
  /** Yes. */
  | 'ACCEPTED'
  /** Nothing yet. */
  | 'ASKED'
  /** No, or a yes that was taken back. */
  | 'DECLINED'
  | (string & {});

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
  readonly points?: PointsInput | null | undefined;
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
  | (string & {});

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

/** A rule to give its next version. */
export type RuleEditInput = {
  /** What it says now. */
  readonly definition: RuleDefinitionInput;
  /** Id of the rule. */
  readonly id: string;
  /** The version that was edited. */
  readonly version: number;
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
  readonly pointsFixed: PointsInput; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never;   /** To so much of the points of the earn rule, basis points: 20000 doubles them. */
  readonly pointsMultiplyBps: number; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never;   /** Points for each unit of the lines. */
  readonly pointsPerUnit: PointsInput; readonly pointsPercentBps?: never; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never;   /** Points worth a share of what the lines cost in money, basis points: 1 to 10000. */
  readonly pointsPercentBps: number; readonly voucher?: never; }
  |  { readonly discountFixed?: never; readonly discountFreeLine?: never; readonly discountPercentBps?: never; readonly pointsFixed?: never; readonly pointsMultiplyBps?: never; readonly pointsPerUnit?: never; readonly pointsPercentBps?: never;   /** A voucher; at most one of a rule. */
  readonly voucher: RuleVoucherInput; };

/** What a rule gives. */
export type RuleEffectKind =
  /** An amount off, at most what the rule's lines cost. */
  | 'DISCOUNT_FIXED'
  /** One unit of the rule's lines costs nothing, the cheapest. */
  | 'DISCOUNT_FREE_LINE'
  /** A share off the rule's lines. */
  | 'DISCOUNT_PERCENT'
  /** Points once a bill. */
  | 'POINTS_FIXED'
  /** More of the points of the member's earn rule. */
  | 'POINTS_MULTIPLY'
  /** Points worth a share of what the rule's lines cost in money. */
  | 'POINTS_PERCENT'
  /** Points for each unit of the rule's lines. */
  | 'POINTS_PER_UNIT'
  /** A voucher: money off a later bill, once. */
  | 'VOUCHER'
  | (string & {});

/** What the rule gives at most. */
export type RuleLimitsInput = {
  /** Of all customers. */
  readonly budget?: RuleBudgetInput | null | undefined;
  /** Of one customer. */
  readonly perCustomer?: RuleUsesInput | null | undefined;
  /** One purchase gets no more. */
  readonly perPurchasePoints?: PointsInput | null | undefined;
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

/** Why a rule gave nothing on a bill. */
export type RuleSkipReason =
  /** The bill was below its minimum. */
  | 'BELOW_MINIMUM'
  /** What was left of its budget did not cover the whole of it. */
  | 'BUDGET_ENDED'
  /** The customer is held out of the pilot that it is tried in. */
  | 'CONTROL_GROUP'
  /** It was over. */
  | 'ENDED'
  /** It came to less than one point or minor unit. */
  | 'GIVES_NOTHING'
  /** Another than the seller pays for it, and the sale was handed in on a later day than its own. */
  | 'LATE_SALE'
  /** The customer had had it as often as one may. */
  | 'LIMIT_REACHED'
  /** Another rule of its group was worth more to the customer. */
  | 'LOST_TO'
  /** It had not begun. */
  | 'NOT_STARTED'
  /** What it asks of the customer was not met. */
  | 'NOT_THIS_CUSTOMER'
  /** Its code was not named. */
  | 'NO_CODE'
  /** The bill lacked lines that it asks for, or had one that it rules out. */
  | 'NO_LINE'
  /** Not on this day of the week or at this hour. */
  | 'OTHER_DAY'
  /** Whoever pays for it could pay no more: a credit limit, the promo fund, or, where there is no bill, what one member may give the customer in a day. */
  | 'PAYER_LIMIT'
  | (string & {});

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
  | (string & {});

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
  | (string & {});

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

/** Which rules: those that meet all that is given. */
export type RulesFilter = {
  /** true: only those that were not ended; their last day may be past. */
  readonly isOpen?: boolean | null | undefined;
  /** Only those of this member. */
  readonly memberId?: string | null | undefined;
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

/** What a column of a sales file tells of a sale. */
export type SalesFileColumn =
  /** Currency of the bill. */
  | 'CURRENCY'
  /** What the member knows the customer by. */
  | 'CUSTOMER'
  /** Day of the sale, with its time or without. */
  | 'DATE'
  /** What was sold: the file has a row for each. */
  | 'ITEM'
  /** What of it was paid by points. */
  | 'PAID_BY_POINTS'
  /** Number of the receipt. */
  | 'RECEIPT'
  /** Paid, cancelled and so on. */
  | 'STATUS'
  /** Where it was sold. */
  | 'STORE'
  /** Time of day, where the date has none. */
  | 'TIME'
  /** Time zone; the coalition's, where there is none. */
  | 'TIME_ZONE'
  /** The bill. */
  | 'TOTAL'
  /** A sale, a return or another operation of the till. */
  | 'TYPE'
  | (string & {});

/** How sales files are read; what is left out, each file tells by itself. */
export type SalesMappingInput = {
  /** Headers of columns; they go before those of the product. */
  readonly columns?: ReadonlyArray<MappedColumnInput> | null | undefined;
  /** Where dates do not tell by themselves. */
  readonly dateOrder?: DateOrder | null | undefined;
  /** Where amounts do not tell by themselves. */
  readonly decimalMark?: DecimalMark | null | undefined;
  /** Product whose export the files are: shopify, square, loyverse, woocommerce, evotor, yclients, moysklad, iiko, ofd, 1c-retail. */
  readonly product?: string | null | undefined;
  /** The sheet, where a workbook has several with sales. */
  readonly sheet?: string | null | undefined;
};

/** How a member's sales files are to be read from now on. */
export type SalesMappingSetInput = {
  /** Left out, what was kept is forgotten. */
  readonly mapping?: SalesMappingInput | null | undefined;
  /** Administrators name the member; a member is itself. */
  readonly memberId?: string | null | undefined;
};

/** A segment to make. */
export type SegmentCreateInput = {
  /** What it is called. */
  readonly name: SegmentNameInput;
};

/** Customers to add to a segment, or to take out of it. */
export type SegmentCustomersInput = {
  /** Who: 1 to 500. */
  readonly customers: ReadonlyArray<CustomerBy>;
  /** Id of the segment. */
  readonly id: string;
};

/** A segment to delete. */
export type SegmentDeleteInput = {
  /** Id of the segment. */
  readonly id: string;
};

/** What a segment is called, 1 to 80 characters each. It stays. */
export type SegmentNameInput = {
  /** In English. */
  readonly en: string;
  /** In Russian. */
  readonly ru: string;
};

/** The second factor of a session. */
export type SessionConfirmTotpInput = {
  /** Six digits of the app, or a recovery code. */
  readonly code: string;
};

/** The answer of an authenticator. */
export type SessionCreateByPasskeyInput = {
  /** JSON of the credential, as its `toJSON()` writes it. */
  readonly response: string;
  /** How the secret of the session travels. */
  readonly transport?: SessionTransport;
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

/** Sessions of who is signed in. */
export type SessionEndAllInput = {
  /** Whether the calling session goes on. */
  readonly keepThis?: boolean;
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
  | (string & {});

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
  | (string & {});

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
  | (string & {});

/** What kind of source brings customers. */
export type SourceKind =
  /** Somebody outside, who is paid for it. */
  | 'AFFILIATE'
  /** A customer who brings a friend. */
  | 'CUSTOMER'
  /** A member of the coalition, or the very member that they are brought to. */
  | 'MEMBER'
  | (string & {});

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
  | (string & {});

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

/** The acceptance of terms by the calling member. */
export type TermsAcceptInput = {
  /** Who accepts, by name and office. */
  readonly acceptedBy: string;
  /** Hash of the text that was read; must be that of the terms. */
  readonly contractHash: string;
  /** The terms to accept. */
  readonly termsId: string;
};

/** Terms to open a coalition with, or to propose. Prices are micros a point, shares are basis points. */
export type TermsInput = {
  /** Days of the local calendar until earned points can be spent; 0: at once. */
  readonly activationDelayDays?: number;
  /** The issuer's share of a forfeited reserve. */
  readonly breakageIssuerBps?: number;
  /** The operator's share; the three sum to 10000. */
  readonly breakageOperatorBps?: number;
  /** The promo fund's share. */
  readonly breakagePromoFundBps?: number;
  /** Text of the agreement in English. */
  readonly contractTextEn: string;
  /** Text of the agreement in Russian. */
  readonly contractTextRu: string;
  /** Most that a member may owe before it issues no more points; null: without limit. */
  readonly creditLimit?: MicrosInput | null | undefined;
  /** What becomes of a sale above the limit. */
  readonly creditPolicy?: CreditPolicy;
  /** D, 0 to R: 0 = burn-funded, R = issue-funded, between = hybrid. */
  readonly deposit?: MicrosInput;
  /** Local days to dispute a statement. */
  readonly disputeDays?: number;
  /** When points expire. */
  readonly expiryKind?: ExpiryKind;
  /** Months of the expiry rule. */
  readonly expiryMonths?: number;
  /** What a point pays at the till, minor units. */
  readonly faceValueMinor?: MinorInput;
  /** Time-out of a hold, seconds. */
  readonly holdTtlSeconds?: number;
  /** fi: paid by the issuer when a point is issued. */
  readonly issueFee: MicrosInput;
  /** Local days after its own that a sale may be handed in. */
  readonly lateDays?: number;
  /** Largest share of a bill payable in points. */
  readonly maxPointsShareBps?: number;
  /** Nets below this are carried forward. */
  readonly minPayoutMinor?: MinorInput;
  /** Whether a missed payment drops the limit to zero until it is made. */
  readonly missedPaymentStopsCredit?: boolean;
  /** Days from the cut-off to the payment. */
  readonly paymentDays?: number;
  /** fr: kept from the redeemer when a point is spent. */
  readonly redeemFee: MicrosInput;
  /** Days left to spend points that a refund returned late. */
  readonly refundGraceDays?: number;
  /** What becomes of points already spent when their sale is refunded. */
  readonly refundPolicy?: RefundPolicy;
  /** R: worth of a point to the member that redeems it. */
  readonly reservePrice: MicrosInput;
  /** Who makes good what a changed R does to points that are out. */
  readonly revaluation?: RevaluationPayer;
  /** Plans that move more need two approvals; null: one always does. */
  readonly secondApproverAboveMinor?: MinorInput | null | undefined;
  /** Whether a member that redeems its own points pays no redeem fee. */
  readonly selfRedemptionFeeWaived?: boolean;
  /** When settlement windows end. */
  readonly windowKind?: WindowKind;
  /** 1 Monday to 7 Sunday; for WEEKLY alone. */
  readonly windowWeekday?: number | null | undefined;
};

/** What a version is for a segment or for one member: name one of the two. Fields left out are its. */
export type TermsOverrideInput = {
  /** Most that it may owe. */
  readonly creditLimit?: MicrosInput | null | undefined;
  /** What becomes of its sales above that. */
  readonly creditPolicy?: CreditPolicy | null | undefined;
  /** D of its points; above R means R. */
  readonly deposit?: MicrosInput | null | undefined;
  /** fi of its points. */
  readonly issueFee?: MicrosInput | null | undefined;
  /** Local days that its sales may be late. */
  readonly lateDays?: number | null | undefined;
  /** Largest share of its bills payable in points. */
  readonly maxPointsShareBps?: number | null | undefined;
  /** The member. */
  readonly memberId?: string | null | undefined;
  /** Its nets below this are carried forward. */
  readonly minPayoutMinor?: MinorInput | null | undefined;
  /** The segment. */
  readonly segment?: MemberSegment | null | undefined;
};

/** The next version of the terms, whole. Overrides of the version before do not carry over. */
export type TermsProposeInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** What they are for segments and single members. */
  readonly overrides?: ReadonlyArray<TermsOverrideInput>;
  /** From when on. In the future. */
  readonly startsAt: DateTimeInput;
  /** The terms. */
  readonly terms: TermsInput;
};

/** A version is revalued once, whatever the key. */
export type TermsRevalueInput = {
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
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
  | (string & {});

/** A version to take back. */
export type TermsWithdrawInput = {
  /** The version. */
  readonly termsId: string;
};

/** A tier and what reaches it. */
export type TierInput = {
  /** What it is called. */
  readonly name: TierNameInput;
  /** With SPEND: so much paid in the window. */
  readonly spend?: MoneyInput | null | undefined;
  /** With VISITS: on so many days of the window. */
  readonly visits?: number | null | undefined;
};

/** A ladder to make. */
export type TierLadderCreateInput = {
  /** So many days longer a tier holds than its window: 0 to 366. */
  readonly graceDays: number;
  /** What it counts. */
  readonly measure: TierMeasure;
  /** Lowest first, 1 to 10, each higher than the one before. */
  readonly tiers: ReadonlyArray<TierInput>;
  /** Days that are looked back over: 1 to 3660. */
  readonly windowDays: number;
};

/** A ladder to end. */
export type TierLadderEndInput = {
  /** Id of the ladder. */
  readonly id: string;
};

/** What a ladder of tiers counts. */
export type TierMeasure =
  /** What customers paid in money, refunds taken off. */
  | 'SPEND'
  /** Days on which they bought something that they kept. */
  | 'VISITS'
  | (string & {});

/** What a tier is called, 1 to 80 characters each. */
export type TierNameInput = {
  /** In English. */
  readonly en: string;
  /** In Russian. */
  readonly ru: string;
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

/** The public half of the key that a member signs customer tokens with. */
export type TokenKeyRegisterInput = {
  /** The member's own name of the key, sent in the header of its tokens. */
  readonly kid: string;
  /** A public OKP/Ed25519 or EC/P-256 JWK. */
  readonly publicJwk: JsonObject;
};

/** A token key to revoke. */
export type TokenKeyRevokeInput = {
  /** The member's own name of the key. */
  readonly kid: string;
};

/** A signing key that takes the place of another one. */
export type TokenKeyRotateInput = {
  /** The member's own name of the new key. */
  readonly kid: string;
  /** For how many hours tokens of the old key are accepted beside those of the new one, 0 to 168; left out, 24. */
  readonly overlapHours?: number | null | undefined;
  /** The public half of the new key: an OKP/Ed25519 or EC/P-256 JWK. */
  readonly publicJwk: JsonObject;
  /** Name of the key whose place it takes. */
  readonly replaces: string;
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

/** Campaign parameters of an address. */
export type UtmInput = {
  /** `utm_campaign`: which campaign. */
  readonly campaign?: string | null | undefined;
  /** `utm_content`: which of several. */
  readonly content?: string | null | undefined;
  /** `utm_medium`: by what means. */
  readonly medium?: string | null | undefined;
  /** `utm_source`: where the visitor comes from. */
  readonly source?: string | null | undefined;
  /** `utm_term`: a keyword. */
  readonly term?: string | null | undefined;
};

/** A vehicle of a customer. */
export type VehicleAddInput = {
  /** Whose it is. */
  readonly customer: CustomerBy;
  /** Make and model, at most 80 characters. */
  readonly make?: string | null | undefined;
  /** Kilometres on the clock now. */
  readonly mileageKm?: number | null | undefined;
  /** In any notation, Cyrillic or Latin. */
  readonly plate: string;
};

/** A vehicle to remove. */
export type VehicleRemoveInput = {
  /** Id of the vehicle. */
  readonly vehicleId: string;
};

/** What changes of a vehicle; what is left out stays. */
export type VehicleUpdateInput = {
  /** Make and model; null: it is told no more. */
  readonly make?: string | null | undefined;
  /** Kilometres on the clock now; null: they are told no more. */
  readonly mileageKm?: number | null | undefined;
  /** In any notation; null changes nothing. */
  readonly plate?: string | null | undefined;
  /** Id of the vehicle. */
  readonly vehicleId: string;
};

/** A visit of a customer to the calling member. */
export type VisitRecordInput = {
  /** When, at most seven days ago by the calendar of the coalition; now when left out. */
  readonly at?: DateTimeInput | null | undefined;
  /** Who came. */
  readonly customer: CustomerBy;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
};

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
  | (string & {});

/** A delivery to send again. */
export type WebhookDeliveryReplayInput = {
  /** Id of the delivery. */
  readonly id: string;
};

/** What became of a delivery. */
export type WebhookDeliveryStatus =
  /** Was answered with 2xx. */
  | 'DELIVERED'
  /** Was given up after its last attempt, or its endpoint was deleted. */
  | 'FAILED'
  /** Waits for its next attempt. */
  | 'PENDING'
  | (string & {});

/** An endpoint to make. */
export type WebhookEndpointCreateInput = {
  /** Kinds of events; empty = all that you may know. */
  readonly eventKinds?: ReadonlyArray<string> | null | undefined;
  /** Query whose answer is sent as the data of each event. Its only variable is `$subjectId: ID!`, the id of what the event is about. Null = what the event says by itself. */
  readonly query?: string | null | undefined;
  /** Where messages are sent: an https address that everybody can reach. */
  readonly url: string;
};

/** One of your endpoints. */
export type WebhookEndpointInput = {
  /** Id of the endpoint. */
  readonly id: string;
};

/** Whether anything is sent to an endpoint. */
export type WebhookEndpointStatus =
  /** It is told of events. */
  | 'ACTIVE'
  /** Events are written down and wait. */
  | 'PAUSED'
  | (string & {});

/** What is to be changed of an endpoint; what is left out stays. */
export type WebhookEndpointUpdateInput = {
  /** Kinds of events; empty = all that you may know. */
  readonly eventKinds?: ReadonlyArray<string> | null | undefined;
  /** Id of the endpoint. */
  readonly id: string;
  /** Query whose answer is sent as the data of each event. Its only variable is `$subjectId: ID!`, the id of what the event is about. Null = what the event says by itself. */
  readonly query?: string | null | undefined;
  /** Where messages are sent: an https address that everybody can reach. */
  readonly url?: string | null | undefined;
};

/** An endpoint that is to have a fresh secret. */
export type WebhookSecretRotateInput = {
  /** Id of the endpoint. */
  readonly id: string;
  /** For how long the secrets of before sign beside it, hours: 0 to 168. */
  readonly overlapHours?: number | null | undefined;
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

/** A short token for a customer's browser. */
export type WidgetSessionCreateInput = {
  /** Whose session it is. */
  readonly customer: CustomerBy;
  /** Most points that are held and captured under this session, all its holds together. */
  readonly maxPoints?: PointsInput | null | undefined;
  /** The page's origin; must be one of the member's allowed origins. */
  readonly origin?: string | null | undefined;
  /** Lifetime in seconds, 600 at most. */
  readonly ttlSeconds?: number;
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

/** When settlement windows end, always at a local midnight. */
export type WindowKind =
  /** Every day. */
  | 'DAILY'
  /** On the 1st and the 16th. */
  | 'HALF_MONTH'
  /** On the 1st. */
  | 'MONTHLY'
  /** On one day of the week. */
  | 'WEEKLY'
  | (string & {});

/** An approved window, to be ended. */
export type WindowSettleInput = {
  /** Do not wait for payments past their day: they stay owed, and a later plan asks for them. */
  readonly carryForwardUnpaid?: boolean | null | undefined;
  /** Same key, same body: the first answer again. Also accepted as the Idempotency-Key header, which must equal it. */
  readonly idempotencyKey: string;
  /** Number of the window. */
  readonly windowNo: number;
};

export type AffiliateTermsFragment = { readonly version: number, readonly textEn: string, readonly textRu: string, readonly publishedAt: DateTime };

export type AffiliateFragment = { readonly id: string, readonly name: string, readonly kind: AffiliateKind, readonly status: AffiliateStatus, readonly legalName: string | null, readonly email: string | null, readonly termsVersion: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly minPayout: { readonly amountMinor: Minor, readonly currency: string }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } | null };

export type AffiliateTermsOfCoalitionQueryVariables = Exact<{
  coalitionId: string;
}>;


export type AffiliateTermsOfCoalitionQuery = { readonly affiliateTerms: { readonly version: number, readonly textEn: string, readonly textRu: string, readonly publishedAt: DateTime } | null };

export type AffiliateByIdQueryVariables = Exact<{
  id: string;
}>;


export type AffiliateByIdQuery = { readonly affiliate: { readonly id: string, readonly name: string, readonly kind: AffiliateKind, readonly status: AffiliateStatus, readonly legalName: string | null, readonly email: string | null, readonly termsVersion: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly minPayout: { readonly amountMinor: Minor, readonly currency: string }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } | null } | null };

export type AffiliateListQueryVariables = Exact<{
  filter?: AffiliatesFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AffiliateListQuery = { readonly affiliates: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: AffiliateKind, readonly status: AffiliateStatus, readonly legalName: string | null, readonly email: string | null, readonly termsVersion: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly minPayout: { readonly amountMinor: Minor, readonly currency: string }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AffiliateStatementsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AffiliateStatementsQuery = { readonly affiliate: { readonly statements: { readonly nodes: ReadonlyArray<{ readonly windowNo: number, readonly lineCount: number, readonly lineHash: string, readonly statedAt: DateTime, readonly documents: ReadonlyArray<string>, readonly opening: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly net: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly payments: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly toPay: { readonly amountMinor: Minor, readonly currency: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type AffiliateTermsPublishMutationVariables = Exact<{
  input: AffiliateTermsPublishInput;
}>;


export type AffiliateTermsPublishMutation = { readonly affiliateTermsPublish:
    | { readonly __typename: 'AffiliateTermsPublishPayload', readonly terms: { readonly version: number, readonly textEn: string, readonly textRu: string, readonly publishedAt: DateTime } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type AffiliateApplyMutationVariables = Exact<{
  input: AffiliateApplyInput;
}>;


export type AffiliateApplyMutation = { readonly affiliateApply:
    | { readonly __typename: 'AffiliateApplicationsFullError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'AffiliateApplyPayload', readonly termsVersion: number }
    | { readonly __typename: 'AffiliateTermsChangedError', readonly currentVersion: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type AffiliateAdmitMutationVariables = Exact<{
  input: AffiliateAdmitInput;
}>;


export type AffiliateAdmitMutation = { readonly affiliateAdmit:
    | { readonly __typename: 'AffiliatePayload', readonly affiliate: { readonly id: string, readonly name: string, readonly kind: AffiliateKind, readonly status: AffiliateStatus, readonly legalName: string | null, readonly email: string | null, readonly termsVersion: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly minPayout: { readonly amountMinor: Minor, readonly currency: string }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } | null } }
    | { readonly __typename: 'AffiliateStatusError', readonly affiliateStatus: AffiliateStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type AffiliateSuspendMutationVariables = Exact<{
  input: AffiliateStepInput;
}>;


export type AffiliateSuspendMutation = { readonly affiliateSuspend:
    | { readonly __typename: 'AffiliatePayload', readonly affiliate: { readonly id: string, readonly name: string, readonly kind: AffiliateKind, readonly status: AffiliateStatus, readonly legalName: string | null, readonly email: string | null, readonly termsVersion: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly minPayout: { readonly amountMinor: Minor, readonly currency: string }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } | null } }
    | { readonly __typename: 'AffiliateStatusError', readonly affiliateStatus: AffiliateStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type AffiliateCloseMutationVariables = Exact<{
  input: AffiliateStepInput;
}>;


export type AffiliateCloseMutation = { readonly affiliateClose:
    | { readonly __typename: 'AffiliatePayload', readonly affiliate: { readonly id: string, readonly name: string, readonly kind: AffiliateKind, readonly status: AffiliateStatus, readonly legalName: string | null, readonly email: string | null, readonly termsVersion: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly minPayout: { readonly amountMinor: Minor, readonly currency: string }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } | null } }
    | { readonly __typename: 'AffiliateStatusError', readonly affiliateStatus: AffiliateStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type AffiliateCustomerNameMutationVariables = Exact<{
  input: AffiliateCustomerNameInput;
}>;


export type AffiliateCustomerNameMutation = { readonly affiliateCustomerName:
    | { readonly __typename: 'AffiliatePayload', readonly affiliate: { readonly id: string, readonly name: string, readonly kind: AffiliateKind, readonly status: AffiliateStatus, readonly legalName: string | null, readonly email: string | null, readonly termsVersion: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly minPayout: { readonly amountMinor: Minor, readonly currency: string }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type AuditEventListQueryVariables = Exact<{
  filter?: AuditEventsFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AuditEventListQuery = { readonly auditEvents: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly position: string, readonly at: DateTime, readonly recordedAt: DateTime, readonly actorKind: AuditActorKind, readonly actorId: string | null, readonly personId: string | null, readonly door: AuditDoor, readonly network: string | null, readonly requestId: string | null, readonly act: string, readonly subjectType: string | null, readonly subjectId: string | null, readonly outcome: AuditOutcome, readonly code: string | null, readonly times: number, readonly hash: string, readonly member: { readonly id: string, readonly handle: string } | null, readonly details: ReadonlyArray<{ readonly name: string, readonly before: string | null, readonly after: string | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AuditEventFieldsFragment = { readonly id: string, readonly position: string, readonly at: DateTime, readonly recordedAt: DateTime, readonly actorKind: AuditActorKind, readonly actorId: string | null, readonly personId: string | null, readonly door: AuditDoor, readonly network: string | null, readonly requestId: string | null, readonly act: string, readonly subjectType: string | null, readonly subjectId: string | null, readonly outcome: AuditOutcome, readonly code: string | null, readonly times: number, readonly hash: string, readonly member: { readonly id: string, readonly handle: string } | null, readonly details: ReadonlyArray<{ readonly name: string, readonly before: string | null, readonly after: string | null }> };

export type BusinessDayFragment = { readonly day: string, readonly kind: BusinessDayKind, readonly source: BusinessDaySource, readonly note: string };

export type BusinessDayListQueryVariables = Exact<{
  year: number;
}>;


export type BusinessDayListQuery = { readonly coalition: { readonly businessDays: ReadonlyArray<{ readonly day: string, readonly kind: BusinessDayKind, readonly source: BusinessDaySource, readonly note: string }> } | null };

export type BusinessDaysSetMutationVariables = Exact<{
  input: BusinessDaysSetInput;
}>;


export type BusinessDaysSetMutation = { readonly businessDaysSet:
    | { readonly __typename: 'BusinessDaysSetPayload', readonly year: number, readonly days: ReadonlyArray<{ readonly day: string, readonly kind: BusinessDayKind, readonly source: BusinessDaySource, readonly note: string }> }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CoalitionFragment = { readonly id: string, readonly handle: string, readonly name: string, readonly pointsName: string, readonly pointsSymbol: string, readonly currency: string, readonly timeZone: string, readonly locales: ReadonlyArray<string>, readonly mode: CoalitionMode, readonly confirmSpendingAbovePoints: Points | null, readonly eraseInactiveAfterMonths: number | null, readonly keepConfirmationsDays: number, readonly keepDeliveriesDays: number, readonly bindingPolicy: BindingPolicy, readonly bindingDays: number, readonly bindingPriority: ReadonlyArray<SourceKind>, readonly now: DateTime, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } };

export type CoverageFragment = { readonly outstandingPoints: Points, readonly covered: boolean, readonly required: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly reserve: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly contingent: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly byIssuer: ReadonlyArray<{ readonly outstandingPoints: Points, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly reserve: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly contingent: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly kind: PrincipalKind, readonly scopes: ReadonlyArray<string>, readonly coalition: { readonly id: string, readonly handle: string, readonly name: string, readonly mode: CoalitionMode } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly customer: { readonly id: string, readonly name: string } | null } };

export type CoalitionGetQueryVariables = Exact<{ [key: string]: never; }>;


export type CoalitionGetQuery = { readonly coalition: { readonly id: string, readonly handle: string, readonly name: string, readonly pointsName: string, readonly pointsSymbol: string, readonly currency: string, readonly timeZone: string, readonly locales: ReadonlyArray<string>, readonly mode: CoalitionMode, readonly confirmSpendingAbovePoints: Points | null, readonly eraseInactiveAfterMonths: number | null, readonly keepConfirmationsDays: number, readonly keepDeliveriesDays: number, readonly bindingPolicy: BindingPolicy, readonly bindingDays: number, readonly bindingPriority: ReadonlyArray<SourceKind>, readonly now: DateTime, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } } | null };

export type CoalitionCoverageQueryVariables = Exact<{ [key: string]: never; }>;


export type CoalitionCoverageQuery = { readonly coalition: { readonly coverage: { readonly outstandingPoints: Points, readonly covered: boolean, readonly required: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly reserve: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly contingent: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly byIssuer: ReadonlyArray<{ readonly outstandingPoints: Points, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly reserve: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly contingent: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> } } | null };

export type CoalitionChainQueryVariables = Exact<{ [key: string]: never; }>;


export type CoalitionChainQuery = { readonly coalition: { readonly chain: { readonly batchNo: string, readonly hash: string, readonly postedAt: DateTime | null } } | null };

export type CoalitionOpenMutationVariables = Exact<{
  input: CoalitionOpenInput;
}>;


export type CoalitionOpenMutation = { readonly coalitionOpen:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CoalitionOpenPayload', readonly adminKey: string, readonly coalition: { readonly id: string, readonly handle: string, readonly name: string, readonly pointsName: string, readonly pointsSymbol: string, readonly currency: string, readonly timeZone: string, readonly locales: ReadonlyArray<string>, readonly mode: CoalitionMode, readonly confirmSpendingAbovePoints: Points | null, readonly eraseInactiveAfterMonths: number | null, readonly keepConfirmationsDays: number, readonly keepDeliveriesDays: number, readonly bindingPolicy: BindingPolicy, readonly bindingDays: number, readonly bindingPriority: ReadonlyArray<SourceKind>, readonly now: DateTime, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ClockAdvanceMutationVariables = Exact<{
  input: ClockAdvanceInput;
}>;


export type ClockAdvanceMutation = { readonly clockAdvance:
    | { readonly __typename: 'ClockAdvancePayload', readonly coalition: { readonly id: string, readonly handle: string, readonly name: string, readonly pointsName: string, readonly pointsSymbol: string, readonly currency: string, readonly timeZone: string, readonly locales: ReadonlyArray<string>, readonly mode: CoalitionMode, readonly confirmSpendingAbovePoints: Points | null, readonly eraseInactiveAfterMonths: number | null, readonly keepConfirmationsDays: number, readonly keepDeliveriesDays: number, readonly bindingPolicy: BindingPolicy, readonly bindingDays: number, readonly bindingPriority: ReadonlyArray<SourceKind>, readonly now: DateTime, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } } }
    | { readonly __typename: 'ClockNotMovableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CoalitionUpdateMutationVariables = Exact<{
  input: CoalitionUpdateInput;
}>;


export type CoalitionUpdateMutation = { readonly coalitionUpdate:
    | { readonly __typename: 'CoalitionUpdatePayload', readonly coalition: { readonly id: string, readonly handle: string, readonly name: string, readonly pointsName: string, readonly pointsSymbol: string, readonly currency: string, readonly timeZone: string, readonly locales: ReadonlyArray<string>, readonly mode: CoalitionMode, readonly confirmSpendingAbovePoints: Points | null, readonly eraseInactiveAfterMonths: number | null, readonly keepConfirmationsDays: number, readonly keepDeliveriesDays: number, readonly bindingPolicy: BindingPolicy, readonly bindingDays: number, readonly bindingPriority: ReadonlyArray<SourceKind>, readonly now: DateTime, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type RateLimitQueryVariables = Exact<{ [key: string]: never; }>;


export type RateLimitQuery = { readonly rateLimit: { readonly name: string, readonly limit: number, readonly remaining: number, readonly perSecond: number, readonly resetSeconds: number } | null };

export type CommissionProgrammeFragment = { readonly id: string, readonly payeeKind: CommissionPayeeKind, readonly version: number, readonly endedOn: string | null, readonly createdAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly percentBps: number | null, readonly per: LadderPeriod | null, readonly by: LadderMeasure | null, readonly of: CommissionOf, readonly months: number | null, readonly approvedBy: CommissionApprovedBy, readonly approvalDays: number, readonly refundDays: number, readonly taxBps: number, readonly fromDay: string, readonly toDay: string | null, readonly fixed: { readonly amountMinor: Minor, readonly currency: string } | null, readonly ladder: ReadonlyArray<{ readonly fromCustomers: number | null, readonly bps: number, readonly from: { readonly amountMinor: Minor, readonly currency: string } | null }> | null, readonly twoPeopleAbove: { readonly amountMinor: Minor, readonly currency: string } | null } };

export type CommissionFragment = { readonly id: string, readonly version: number, readonly soldOn: string, readonly rateBps: number | null, readonly status: CommissionStatus, readonly reason: CommissionReason | null, readonly dueOn: string, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly programme: { readonly id: string }, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly kind: CommissionLineKind, readonly isBooked: boolean, readonly createdAt: DateTime, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> };

export type CommissionByIdQueryVariables = Exact<{
  id: string;
}>;


export type CommissionByIdQuery = { readonly commission: { readonly id: string, readonly version: number, readonly soldOn: string, readonly rateBps: number | null, readonly status: CommissionStatus, readonly reason: CommissionReason | null, readonly dueOn: string, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly programme: { readonly id: string }, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly kind: CommissionLineKind, readonly isBooked: boolean, readonly createdAt: DateTime, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> } | null };

export type CommissionListQueryVariables = Exact<{
  filter?: CommissionsFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CommissionListQuery = { readonly commissions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly soldOn: string, readonly rateBps: number | null, readonly status: CommissionStatus, readonly reason: CommissionReason | null, readonly dueOn: string, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly programme: { readonly id: string }, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly kind: CommissionLineKind, readonly isBooked: boolean, readonly createdAt: DateTime, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CommissionProgrammeListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CommissionProgrammeListQuery = { readonly commissionProgrammes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly payeeKind: CommissionPayeeKind, readonly version: number, readonly endedOn: string | null, readonly createdAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly percentBps: number | null, readonly per: LadderPeriod | null, readonly by: LadderMeasure | null, readonly of: CommissionOf, readonly months: number | null, readonly approvedBy: CommissionApprovedBy, readonly approvalDays: number, readonly refundDays: number, readonly taxBps: number, readonly fromDay: string, readonly toDay: string | null, readonly fixed: { readonly amountMinor: Minor, readonly currency: string } | null, readonly ladder: ReadonlyArray<{ readonly fromCustomers: number | null, readonly bps: number, readonly from: { readonly amountMinor: Minor, readonly currency: string } | null }> | null, readonly twoPeopleAbove: { readonly amountMinor: Minor, readonly currency: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CommissionProgrammeStartMutationVariables = Exact<{
  input: CommissionProgrammeStartInput;
}>;


export type CommissionProgrammeStartMutation = { readonly commissionProgrammeStart:
    | { readonly __typename: 'CommissionProgrammePayload', readonly programme: { readonly id: string, readonly payeeKind: CommissionPayeeKind, readonly version: number, readonly endedOn: string | null, readonly createdAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly percentBps: number | null, readonly per: LadderPeriod | null, readonly by: LadderMeasure | null, readonly of: CommissionOf, readonly months: number | null, readonly approvedBy: CommissionApprovedBy, readonly approvalDays: number, readonly refundDays: number, readonly taxBps: number, readonly fromDay: string, readonly toDay: string | null, readonly fixed: { readonly amountMinor: Minor, readonly currency: string } | null, readonly ladder: ReadonlyArray<{ readonly fromCustomers: number | null, readonly bps: number, readonly from: { readonly amountMinor: Minor, readonly currency: string } | null }> | null, readonly twoPeopleAbove: { readonly amountMinor: Minor, readonly currency: string } | null } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleLimitReachedError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CommissionProgrammeChangeMutationVariables = Exact<{
  input: CommissionProgrammeChangeInput;
}>;


export type CommissionProgrammeChangeMutation = { readonly commissionProgrammeChange:
    | { readonly __typename: 'CommissionProgrammeChangedError', readonly currentVersion: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CommissionProgrammeEndedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CommissionProgrammePayload', readonly programme: { readonly id: string, readonly payeeKind: CommissionPayeeKind, readonly version: number, readonly endedOn: string | null, readonly createdAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly percentBps: number | null, readonly per: LadderPeriod | null, readonly by: LadderMeasure | null, readonly of: CommissionOf, readonly months: number | null, readonly approvedBy: CommissionApprovedBy, readonly approvalDays: number, readonly refundDays: number, readonly taxBps: number, readonly fromDay: string, readonly toDay: string | null, readonly fixed: { readonly amountMinor: Minor, readonly currency: string } | null, readonly ladder: ReadonlyArray<{ readonly fromCustomers: number | null, readonly bps: number, readonly from: { readonly amountMinor: Minor, readonly currency: string } | null }> | null, readonly twoPeopleAbove: { readonly amountMinor: Minor, readonly currency: string } | null } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleLimitReachedError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CommissionProgrammeEndMutationVariables = Exact<{
  input: CommissionProgrammeEndInput;
}>;


export type CommissionProgrammeEndMutation = { readonly commissionProgrammeEnd:
    | { readonly __typename: 'CommissionProgrammePayload', readonly programme: { readonly id: string, readonly payeeKind: CommissionPayeeKind, readonly version: number, readonly endedOn: string | null, readonly createdAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly percentBps: number | null, readonly per: LadderPeriod | null, readonly by: LadderMeasure | null, readonly of: CommissionOf, readonly months: number | null, readonly approvedBy: CommissionApprovedBy, readonly approvalDays: number, readonly refundDays: number, readonly taxBps: number, readonly fromDay: string, readonly toDay: string | null, readonly fixed: { readonly amountMinor: Minor, readonly currency: string } | null, readonly ladder: ReadonlyArray<{ readonly fromCustomers: number | null, readonly bps: number, readonly from: { readonly amountMinor: Minor, readonly currency: string } | null }> | null, readonly twoPeopleAbove: { readonly amountMinor: Minor, readonly currency: string } | null } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CommissionApproveMutationVariables = Exact<{
  input: CommissionApproveInput;
}>;


export type CommissionApproveMutation = { readonly commissionApprove:
    | { readonly __typename: 'CommissionNotDueError', readonly dueOn: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CommissionPayload', readonly commission: { readonly id: string, readonly version: number, readonly soldOn: string, readonly rateBps: number | null, readonly status: CommissionStatus, readonly reason: CommissionReason | null, readonly dueOn: string, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly programme: { readonly id: string }, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly kind: CommissionLineKind, readonly isBooked: boolean, readonly createdAt: DateTime, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'CommissionStatusError', readonly commissionStatus: CommissionStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PersonRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CommissionRejectMutationVariables = Exact<{
  input: CommissionRejectInput;
}>;


export type CommissionRejectMutation = { readonly commissionReject:
    | { readonly __typename: 'CommissionPayload', readonly commission: { readonly id: string, readonly version: number, readonly soldOn: string, readonly rateBps: number | null, readonly status: CommissionStatus, readonly reason: CommissionReason | null, readonly dueOn: string, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly programme: { readonly id: string }, readonly payer: { readonly id: string, readonly handle: string, readonly name: string }, readonly affiliate: { readonly id: string, readonly name: string } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly kind: CommissionLineKind, readonly isBooked: boolean, readonly createdAt: DateTime, readonly volume: { readonly amountMinor: Minor, readonly currency: string }, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'CommissionStatusError', readonly commissionStatus: CommissionStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ConfirmationRequestMutationVariables = Exact<{
  input: ConfirmationRequestInput;
}>;


export type ConfirmationRequestMutation = { readonly confirmationRequest:
    | { readonly __typename: 'ConfirmationNotSentError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequestPayload', readonly confirmationId: string, readonly channel: MessageChannel, readonly maskedAddress: string | null, readonly expiresAt: DateTime, readonly replayed: boolean }
    | { readonly __typename: 'ConfirmationTooSoonError', readonly retryAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'FreezeNeedsAdministratorError', readonly customerId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NoConfirmationChannelError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ConsentFragment = { readonly id: string, readonly purpose: ConsentPurpose, readonly given: boolean, readonly textVersion: string | null, readonly textHash: string | null, readonly source: ConsentSource | null, readonly proof: string | null, readonly recordedBy: ConsentRecordedBy, readonly happenedAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null };

export type ConsentTextFragment = { readonly id: string, readonly purpose: ConsentPurpose, readonly version: string, readonly textEn: string, readonly textRu: string, readonly hash: string, readonly publishedAt: DateTime };

export type CustomerConsentsQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type CustomerConsentsQuery = { readonly customer: { readonly consents: ReadonlyArray<{ readonly id: string, readonly purpose: ConsentPurpose, readonly given: boolean, readonly textVersion: string | null, readonly textHash: string | null, readonly source: ConsentSource | null, readonly proof: string | null, readonly recordedBy: ConsentRecordedBy, readonly happenedAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }> } | null };

export type CustomerConsentHistoryQueryVariables = Exact<{
  by: CustomerBy;
  first: number;
  after?: string | null | undefined;
}>;


export type CustomerConsentHistoryQuery = { readonly customer: { readonly consentHistory: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly purpose: ConsentPurpose, readonly given: boolean, readonly textVersion: string | null, readonly textHash: string | null, readonly source: ConsentSource | null, readonly proof: string | null, readonly recordedBy: ConsentRecordedBy, readonly happenedAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ConsentTextsQueryVariables = Exact<{
  purpose?: ConsentPurpose | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ConsentTextsQuery = { readonly coalition: { readonly consentTexts: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly purpose: ConsentPurpose, readonly version: string, readonly textEn: string, readonly textRu: string, readonly hash: string, readonly publishedAt: DateTime }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ConsentTextPublishMutationVariables = Exact<{
  input: ConsentTextPublishInput;
}>;


export type ConsentTextPublishMutation = { readonly consentTextPublish:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConsentTextPublishPayload', readonly text: { readonly id: string, readonly purpose: ConsentPurpose, readonly version: string, readonly textEn: string, readonly textRu: string, readonly hash: string, readonly publishedAt: DateTime } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ConsentRecordMutationVariables = Exact<{
  input: ConsentRecordInput;
}>;


export type ConsentRecordMutation = { readonly consentRecord:
    | { readonly __typename: 'ConsentPayload', readonly consent: { readonly id: string, readonly purpose: ConsentPurpose, readonly given: boolean, readonly textVersion: string | null, readonly textHash: string | null, readonly source: ConsentSource | null, readonly proof: string | null, readonly recordedBy: ConsentRecordedBy, readonly happenedAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ConsentWithdrawMutationVariables = Exact<{
  input: ConsentWithdrawInput;
}>;


export type ConsentWithdrawMutation = { readonly consentWithdraw:
    | { readonly __typename: 'ConsentPayload', readonly consent: { readonly id: string, readonly purpose: ConsentPurpose, readonly given: boolean, readonly textVersion: string | null, readonly textHash: string | null, readonly source: ConsentSource | null, readonly proof: string | null, readonly recordedBy: ConsentRecordedBy, readonly happenedAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type WalletFragment = { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null };

export type VehicleFragment = { readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null };

export type CustomerFragment = { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } };

export type ActivityEntryFragment = { readonly id: string, readonly kind: EntryKind, readonly points: Points, readonly balanceAfter: Points, readonly postedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null };

export type CustomerFindQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type CustomerFindQuery = { readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } } | null };

export type CustomerActivityQueryVariables = Exact<{
  by: CustomerBy;
  first: number;
  after?: string | null | undefined;
}>;


export type CustomerActivityQuery = { readonly customer: { readonly activity: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EntryKind, readonly points: Points, readonly balanceAfter: Points, readonly postedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type CustomerPurchasesQueryVariables = Exact<{
  by: CustomerBy;
  first: number;
  after?: string | null | undefined;
}>;


export type CustomerPurchasesQuery = { readonly customer: { readonly purchases: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly recordedBy: { readonly personId: string, readonly name: string | null, readonly tillId: string | null, readonly tillName: string | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type CustomerEnrolMutationVariables = Exact<{
  input: CustomerEnrolInput;
}>;


export type CustomerEnrolMutation = { readonly customerEnrol:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerEnrolPayload', readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type HouseholdJoinMutationVariables = Exact<{
  input: HouseholdJoinInput;
}>;


export type HouseholdJoinMutation = { readonly householdJoin:
    | { readonly __typename: 'ConfirmationExpiredError', readonly expiredAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly reason: ConfirmationFault, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequiredError', readonly customerId: string, readonly purpose: ConfirmationPurpose, readonly threshold: Points | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'HouseholdPayload', readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type HouseholdLeaveMutationVariables = Exact<{
  input: HouseholdLeaveInput;
}>;


export type HouseholdLeaveMutation = { readonly householdLeave:
    | { readonly __typename: 'HouseholdPayload', readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CustomerMergeMutationVariables = Exact<{
  input: CustomerMergeInput;
}>;


export type CustomerMergeMutation = { readonly customerMerge:
    | { readonly __typename: 'ConfirmationExpiredError', readonly expiredAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly reason: ConfirmationFault, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequiredError', readonly customerId: string, readonly purpose: ConfirmationPurpose, readonly threshold: Points | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFrozenError', readonly customerId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerHasOpenHoldsError', readonly held: Points, readonly openHolds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerMergePayload', readonly points: Points, readonly balanceAfter: Points, readonly replayed: boolean, readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } }, readonly merged: { readonly id: string, readonly status: string, readonly mergedIntoId: string | null } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CustomerListQueryVariables = Exact<{
  filter?: CustomersFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CustomerListQuery = { readonly customers: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CustomerFreezeMutationVariables = Exact<{
  input: CustomerFreezeInput;
}>;


export type CustomerFreezeMutation = { readonly customerFreeze:
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFreezePayload', readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CustomerUnfreezeMutationVariables = Exact<{
  input: CustomerUnfreezeInput;
}>;


export type CustomerUnfreezeMutation = { readonly customerUnfreeze:
    | { readonly __typename: 'ConfirmationExpiredError', readonly expiredAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly reason: ConfirmationFault, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequiredError', readonly customerId: string, readonly purpose: ConfirmationPurpose, readonly threshold: Points | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFreezePayload', readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } } }
    | { readonly __typename: 'FreezeNeedsAdministratorError', readonly customerId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type VehicleAddMutationVariables = Exact<{
  input: VehicleAddInput;
}>;


export type VehicleAddMutation = { readonly vehicleAdd:
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'VehiclePayload', readonly vehicle: { readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null } }
   };

export type VehicleUpdateMutationVariables = Exact<{
  input: VehicleUpdateInput;
}>;


export type VehicleUpdateMutation = { readonly vehicleUpdate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'VehiclePayload', readonly vehicle: { readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null } }
   };

export type VehicleRemoveMutationVariables = Exact<{
  input: VehicleRemoveInput;
}>;


export type VehicleRemoveMutation = { readonly vehicleRemove:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'VehicleRemovePayload', readonly vehicleId: string }
   };

export type CustomerExportQueryVariables = Exact<{
  customer: CustomerBy;
}>;


export type CustomerExportQuery = { readonly customerExport: { readonly customerId: string, readonly format: string, readonly exportedAt: DateTime, readonly complete: boolean, readonly content: string } | null };

export type CustomerEraseMutationVariables = Exact<{
  input: CustomerEraseInput;
}>;


export type CustomerEraseMutation = { readonly customerErase:
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerErasePayload', readonly erasedAt: DateTime, readonly points: Points, readonly owed: Points, readonly tracesLeft: number, readonly replayed: boolean, readonly customer: { readonly id: string, readonly status: string, readonly erasedAt: DateTime | null } }
    | { readonly __typename: 'CustomerHasOpenHoldsError', readonly held: Points, readonly openHolds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerHasPointsError', readonly givesUpAtMost: Points, readonly points: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerOwesPointsError', readonly owed: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type EarnCodeFragment = { readonly id: string, readonly receiptRef: string, readonly occurredAt: DateTime, readonly lastDay: string, readonly issuedAt: DateTime, readonly state: EarnCodeState, readonly claimedAt: DateTime | null, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null };

export type EarnCodeByIdQueryVariables = Exact<{
  id: string;
}>;


export type EarnCodeByIdQuery = { readonly earnCode: { readonly id: string, readonly receiptRef: string, readonly occurredAt: DateTime, readonly lastDay: string, readonly issuedAt: DateTime, readonly state: EarnCodeState, readonly claimedAt: DateTime | null, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null } | null };

export type EarnCodeListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type EarnCodeListQuery = { readonly earnCodes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly receiptRef: string, readonly occurredAt: DateTime, readonly lastDay: string, readonly issuedAt: DateTime, readonly state: EarnCodeState, readonly claimedAt: DateTime | null, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type EarnCodeIssueMutationVariables = Exact<{
  input: EarnCodeIssueInput;
}>;


export type EarnCodeIssueMutation = { readonly earnCodeIssue:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'EarnCodeIssuePayload', readonly printedCode: string, readonly url: string, readonly qrSvg: string, readonly replayed: boolean, readonly earnCode: { readonly id: string, readonly receiptRef: string, readonly occurredAt: DateTime, readonly lastDay: string, readonly issuedAt: DateTime, readonly state: EarnCodeState, readonly claimedAt: DateTime | null, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null } }
    | { readonly __typename: 'FiscalReceiptUsedError', readonly purchaseId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly purchaseId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly joinedOn: string, readonly soldOn: string, readonly who: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleTooLateError', readonly lastDay: string, readonly soldOn: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type EarnCodeRevokeMutationVariables = Exact<{
  input: EarnCodeRevokeInput;
}>;


export type EarnCodeRevokeMutation = { readonly earnCodeRevoke:
    | { readonly __typename: 'EarnCodeNotUsableError', readonly bar: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'EarnCodePayload', readonly earnCode: { readonly id: string, readonly receiptRef: string, readonly occurredAt: DateTime, readonly lastDay: string, readonly issuedAt: DateTime, readonly state: EarnCodeState, readonly claimedAt: DateTime | null, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type EarnCodeClaimMutationVariables = Exact<{
  input: EarnCodeClaimInput;
}>;


export type EarnCodeClaimMutation = { readonly earnCodeClaim:
    | { readonly __typename: 'CreditLimitReachedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly limit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'EarnCodeClaimPayload', readonly balanceAfter: Points, readonly replayed: boolean, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'EarnCodeNotUsableError', readonly bar: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly joinedOn: string, readonly soldOn: string, readonly who: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly receiptRef: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleTooLateError', readonly lastDay: string, readonly soldOn: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ExitEstimateFragment = { readonly estimateNo: number, readonly estimatedAt: DateTime, readonly points: Points, readonly endsAt: DateTime | null, readonly lotCount: number, readonly lotHash: string, readonly position: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly liability: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } };

export type ExitGuaranteeFragment = { readonly kind: ExitGuaranteeKind, readonly reference: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } };

export type MemberExitFragment = { readonly reason: string, readonly noticedAt: DateTime, readonly redemptionEndsAt: DateTime, readonly closedAt: DateTime | null, readonly missing: ReadonlyArray<string>, readonly points: Points, readonly liability: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guarantees: ReadonlyArray<{ readonly kind: ExitGuaranteeKind, readonly reference: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }>, readonly estimates: ReadonlyArray<{ readonly estimateNo: number, readonly estimatedAt: DateTime, readonly points: Points, readonly endsAt: DateTime | null, readonly lotCount: number, readonly lotHash: string, readonly position: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly liability: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> };

export type MemberExitGetQueryVariables = Exact<{
  id: string;
}>;


export type MemberExitGetQuery = { readonly member: { readonly exit: { readonly reason: string, readonly noticedAt: DateTime, readonly redemptionEndsAt: DateTime, readonly closedAt: DateTime | null, readonly missing: ReadonlyArray<string>, readonly points: Points, readonly liability: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guarantees: ReadonlyArray<{ readonly kind: ExitGuaranteeKind, readonly reference: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }>, readonly estimates: ReadonlyArray<{ readonly estimateNo: number, readonly estimatedAt: DateTime, readonly points: Points, readonly endsAt: DateTime | null, readonly lotCount: number, readonly lotHash: string, readonly position: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly liability: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> } | null } | null };

export type MyExitQueryVariables = Exact<{ [key: string]: never; }>;


export type MyExitQuery = { readonly viewer: { readonly member: { readonly exit: { readonly reason: string, readonly noticedAt: DateTime, readonly redemptionEndsAt: DateTime, readonly closedAt: DateTime | null, readonly missing: ReadonlyArray<string>, readonly points: Points, readonly liability: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guarantees: ReadonlyArray<{ readonly kind: ExitGuaranteeKind, readonly reference: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }>, readonly estimates: ReadonlyArray<{ readonly estimateNo: number, readonly estimatedAt: DateTime, readonly points: Points, readonly endsAt: DateTime | null, readonly lotCount: number, readonly lotHash: string, readonly position: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly liability: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> } | null } | null } };

export type MemberExitNoticeMutationVariables = Exact<{
  input: MemberExitNoticeInput;
}>;


export type MemberExitNoticeMutation = { readonly memberExitNotice:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberExitNoticePayload', readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } } }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type MemberExitWithdrawMutationVariables = Exact<{
  input: MemberExitWithdrawInput;
}>;


export type MemberExitWithdrawMutation = { readonly memberExitWithdraw:
    | { readonly __typename: 'ExitNoticeStandsError', readonly because: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberExitWithdrawPayload', readonly withdrawnAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } } }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TermsNotAcceptedError', readonly termsId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type MemberExitGuaranteeMutationVariables = Exact<{
  input: MemberExitGuaranteeInput;
}>;


export type MemberExitGuaranteeMutation = { readonly memberExitGuarantee:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberExitGuaranteePayload', readonly replayed: boolean, readonly guarantee: { readonly kind: ExitGuaranteeKind, readonly reference: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type MemberExitEstimateMutationVariables = Exact<{
  input: MemberExitEstimateInput;
}>;


export type MemberExitEstimateMutation = { readonly memberExitEstimate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberExitEstimatePayload', readonly replayed: boolean, readonly estimate: { readonly estimateNo: number, readonly estimatedAt: DateTime, readonly points: Points, readonly endsAt: DateTime | null, readonly lotCount: number, readonly lotHash: string, readonly position: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly liability: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CoalitionWindDownMutationVariables = Exact<{
  input: CoalitionWindDownInput;
}>;


export type CoalitionWindDownMutation = { readonly coalitionWindDown:
    | { readonly __typename: 'CoalitionWindDownPayload', readonly exiting: number, readonly coalition: { readonly id: string, readonly handle: string, readonly name: string, readonly pointsName: string, readonly pointsSymbol: string, readonly currency: string, readonly timeZone: string, readonly locales: ReadonlyArray<string>, readonly mode: CoalitionMode, readonly confirmSpendingAbovePoints: Points | null, readonly eraseInactiveAfterMonths: number | null, readonly keepConfirmationsDays: number, readonly keepDeliveriesDays: number, readonly bindingPolicy: BindingPolicy, readonly bindingDays: number, readonly bindingPriority: ReadonlyArray<SourceKind>, readonly now: DateTime, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } } }
    | { readonly __typename: 'CoalitionWindingDownError', readonly endsAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ExportFragment = { readonly id: string, readonly kind: ExportKind, readonly format: ExportFormat, readonly state: ExportState, readonly failure: string | null, readonly rows: number, readonly total: number | null, readonly percent: number, readonly bytes: number, readonly sha256: string | null, readonly through: string, readonly askedAt: DateTime, readonly startedAt: DateTime, readonly url: string | null, readonly endsAt: DateTime | null };

export type ExportByIdQueryVariables = Exact<{
  id: string;
}>;


export type ExportByIdQuery = { readonly export: { readonly id: string, readonly kind: ExportKind, readonly format: ExportFormat, readonly state: ExportState, readonly failure: string | null, readonly rows: number, readonly total: number | null, readonly percent: number, readonly bytes: number, readonly sha256: string | null, readonly through: string, readonly askedAt: DateTime, readonly startedAt: DateTime, readonly url: string | null, readonly endsAt: DateTime | null } | null };

export type ExportListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ExportListQuery = { readonly exports: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: ExportKind, readonly format: ExportFormat, readonly state: ExportState, readonly failure: string | null, readonly rows: number, readonly total: number | null, readonly percent: number, readonly bytes: number, readonly sha256: string | null, readonly through: string, readonly askedAt: DateTime, readonly startedAt: DateTime, readonly url: string | null, readonly endsAt: DateTime | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExportStartMutationVariables = Exact<{
  input: ExportStartInput;
}>;


export type ExportStartMutation = { readonly exportStart:
    | { readonly __typename: 'ExportStartPayload', readonly replayed: boolean, readonly export: { readonly id: string, readonly kind: ExportKind, readonly format: ExportFormat, readonly state: ExportState, readonly failure: string | null, readonly rows: number, readonly total: number | null, readonly percent: number, readonly bytes: number, readonly sha256: string | null, readonly through: string, readonly askedAt: DateTime, readonly startedAt: DateTime, readonly url: string | null, readonly endsAt: DateTime | null } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TooManyExportsError', readonly are: string, readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type FigureSumsFragment = { readonly purchases: number, readonly refunds: number, readonly pointsIssued: Points, readonly pointsReversed: Points, readonly pointsSpent: Points, readonly pointsReturned: Points, readonly pointsExpired: Points, readonly gross: { readonly amountMinor: Minor, readonly currency: string }, readonly discounts: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly refunded: { readonly amountMinor: Minor, readonly currency: string }, readonly net: { readonly amountMinor: Minor, readonly currency: string }, readonly money: { readonly amountMinor: Minor, readonly currency: string }, readonly averageBill: { readonly amountMinor: Minor, readonly currency: string } | null };

export type FiguresOfPartFragment = { readonly from: string, readonly to: string, readonly sums: { readonly purchases: number, readonly refunds: number, readonly pointsIssued: Points, readonly pointsReversed: Points, readonly pointsSpent: Points, readonly pointsReturned: Points, readonly pointsExpired: Points, readonly gross: { readonly amountMinor: Minor, readonly currency: string }, readonly discounts: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly refunded: { readonly amountMinor: Minor, readonly currency: string }, readonly net: { readonly amountMinor: Minor, readonly currency: string }, readonly money: { readonly amountMinor: Minor, readonly currency: string }, readonly averageBill: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly customers: { readonly active: number, readonly new: number, readonly returning: number, readonly lost: number | null } };

export type FiguresOfPeriodQueryVariables = Exact<{
  from: string;
  to: string;
  by: FigurePart;
  memberId?: string | null | undefined;
  absentDays: number;
  marginBps?: number | null | undefined;
}>;


export type FiguresOfPeriodQuery = { readonly coalition: { readonly figures: { readonly asOf: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly total: { readonly from: string, readonly to: string, readonly sums: { readonly purchases: number, readonly refunds: number, readonly pointsIssued: Points, readonly pointsReversed: Points, readonly pointsSpent: Points, readonly pointsReturned: Points, readonly pointsExpired: Points, readonly gross: { readonly amountMinor: Minor, readonly currency: string }, readonly discounts: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly refunded: { readonly amountMinor: Minor, readonly currency: string }, readonly net: { readonly amountMinor: Minor, readonly currency: string }, readonly money: { readonly amountMinor: Minor, readonly currency: string }, readonly averageBill: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly customers: { readonly active: number, readonly new: number, readonly returning: number, readonly lost: number | null } }, readonly before: { readonly from: string, readonly to: string, readonly sums: { readonly purchases: number, readonly refunds: number, readonly pointsIssued: Points, readonly pointsReversed: Points, readonly pointsSpent: Points, readonly pointsReturned: Points, readonly pointsExpired: Points, readonly gross: { readonly amountMinor: Minor, readonly currency: string }, readonly discounts: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly refunded: { readonly amountMinor: Minor, readonly currency: string }, readonly net: { readonly amountMinor: Minor, readonly currency: string }, readonly money: { readonly amountMinor: Minor, readonly currency: string }, readonly averageBill: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly customers: { readonly active: number, readonly new: number, readonly returning: number, readonly lost: number | null } }, readonly parts: ReadonlyArray<{ readonly from: string, readonly to: string, readonly sums: { readonly purchases: number, readonly refunds: number, readonly pointsIssued: Points, readonly pointsReversed: Points, readonly pointsSpent: Points, readonly pointsReturned: Points, readonly pointsExpired: Points, readonly gross: { readonly amountMinor: Minor, readonly currency: string }, readonly discounts: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly refunded: { readonly amountMinor: Minor, readonly currency: string }, readonly net: { readonly amountMinor: Minor, readonly currency: string }, readonly money: { readonly amountMinor: Minor, readonly currency: string }, readonly averageBill: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly customers: { readonly active: number, readonly new: number, readonly returning: number, readonly lost: number | null } }>, readonly cost: { readonly returnBps: number | null, readonly pointsIssued: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly pointsTaken: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly discounts: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly total: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly margin: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly perNewCustomer: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } | null } | null } } | null };

export type FiguresByKeyQueryVariables = Exact<{
  from: string;
  to: string;
  dimension: FigureDimension;
  memberId?: string | null | undefined;
  first: number;
  language?: Language | null | undefined;
}>;


export type FiguresByKeyQuery = { readonly coalition: { readonly figuresBy: ReadonlyArray<{ readonly id: string | null, readonly name: string, readonly quantityMilli: number, readonly sums: { readonly purchases: number, readonly refunds: number, readonly pointsIssued: Points, readonly pointsReversed: Points, readonly pointsSpent: Points, readonly pointsReturned: Points, readonly pointsExpired: Points, readonly gross: { readonly amountMinor: Minor, readonly currency: string }, readonly discounts: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly refunded: { readonly amountMinor: Minor, readonly currency: string }, readonly net: { readonly amountMinor: Minor, readonly currency: string }, readonly money: { readonly amountMinor: Minor, readonly currency: string }, readonly averageBill: { readonly amountMinor: Minor, readonly currency: string } | null } }> } | null };

export type FirstVisitsReadQueryVariables = Exact<{
  from: string;
  to: string;
  memberId?: string | null | undefined;
}>;


export type FirstVisitsReadQuery = { readonly coalition: { readonly firstVisits: ReadonlyArray<{ readonly customers: number, readonly from: { readonly id: string, readonly handle: string, readonly name: string }, readonly to: { readonly id: string, readonly handle: string, readonly name: string } }> } | null };

export type RetentionReadQueryVariables = Exact<{
  of: RetentionOf;
  months: number;
  memberId?: string | null | undefined;
}>;


export type RetentionReadQuery = { readonly coalition: { readonly retention: ReadonlyArray<{ readonly month: string, readonly size: number, readonly active: ReadonlyArray<number> }> } | null };

export type HoldFragment = { readonly id: string, readonly points: Points, readonly status: HoldStatus, readonly orderRef: string, readonly code: string | null, readonly createdAt: DateTime, readonly expiresAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly bill: { readonly amountMinor: Minor, readonly currency: string }, readonly purchase: { readonly id: string, readonly receiptRef: string } | null };

export type HoldGetQueryVariables = Exact<{
  id: string;
}>;


export type HoldGetQuery = { readonly hold: { readonly id: string, readonly points: Points, readonly status: HoldStatus, readonly orderRef: string, readonly code: string | null, readonly createdAt: DateTime, readonly expiresAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly bill: { readonly amountMinor: Minor, readonly currency: string }, readonly purchase: { readonly id: string, readonly receiptRef: string } | null } | null };

export type CustomerHoldsQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type CustomerHoldsQuery = { readonly customer: { readonly holds: ReadonlyArray<{ readonly id: string, readonly points: Points, readonly status: HoldStatus, readonly orderRef: string, readonly code: string | null, readonly createdAt: DateTime, readonly expiresAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly bill: { readonly amountMinor: Minor, readonly currency: string }, readonly purchase: { readonly id: string, readonly receiptRef: string } | null }> } | null };

export type HoldCreateMutationVariables = Exact<{
  input: HoldCreateInput;
}>;


export type HoldCreateMutation = { readonly holdCreate:
    | { readonly __typename: 'ConfirmationExpiredError', readonly expiredAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly reason: ConfirmationFault, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequiredError', readonly customerId: string, readonly purpose: ConfirmationPurpose, readonly threshold: Points | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFrozenError', readonly customerId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'HoldCreatePayload', readonly replayed: boolean, readonly hold: { readonly id: string, readonly points: Points, readonly status: HoldStatus, readonly orderRef: string, readonly code: string | null, readonly createdAt: DateTime, readonly expiresAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly bill: { readonly amountMinor: Minor, readonly currency: string }, readonly purchase: { readonly id: string, readonly receiptRef: string } | null } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InsufficientPointsError', readonly available: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NewDeviceError', readonly endsAt: DateTime | null, readonly maxPoints: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PointsShareExceededError', readonly maxPoints: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SpendingLimitReachedError', readonly left: Points, readonly reached: string, readonly retryAt: DateTime | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TokenCapExceededError', readonly maxPoints: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type HoldCaptureMutationVariables = Exact<{
  input: HoldCaptureInput;
}>;


export type HoldCaptureMutation = { readonly holdCapture:
    | { readonly __typename: 'CaptureExceedsHoldError', readonly held: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly limit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'FiscalReceiptUsedError', readonly purchaseId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'HoldCapturePayload', readonly balanceAfter: Points, readonly replayed: boolean, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } }, readonly hold: { readonly id: string, readonly points: Points, readonly status: HoldStatus, readonly orderRef: string, readonly code: string | null, readonly createdAt: DateTime, readonly expiresAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly bill: { readonly amountMinor: Minor, readonly currency: string }, readonly purchase: { readonly id: string, readonly receiptRef: string } | null } }
    | { readonly __typename: 'HoldNotOpenError', readonly holdStatus: HoldStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PointsShareExceededError', readonly maxPoints: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PriceChangedError', readonly pointsToEarn: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly toPay: { readonly amountMinor: Minor, readonly currency: string } }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly purchaseId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly joinedOn: string, readonly soldOn: string, readonly who: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly receiptRef: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleTooLateError', readonly lastDay: string, readonly soldOn: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'VoucherNotUsableError', readonly bar: string, readonly voucher: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type HoldVoidMutationVariables = Exact<{
  input: HoldVoidInput;
}>;


export type HoldVoidMutation = { readonly holdVoid:
    | { readonly __typename: 'HoldNotOpenError', readonly holdStatus: HoldStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'HoldVoidPayload', readonly replayed: boolean, readonly hold: { readonly id: string, readonly points: Points, readonly status: HoldStatus, readonly orderRef: string, readonly code: string | null, readonly createdAt: DateTime, readonly expiresAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly bill: { readonly amountMinor: Minor, readonly currency: string }, readonly purchase: { readonly id: string, readonly receiptRef: string } | null } }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type HoldListQueryVariables = Exact<{
  filter?: HoldsFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type HoldListQuery = { readonly holds: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly points: Points, readonly status: HoldStatus, readonly orderRef: string, readonly code: string | null, readonly createdAt: DateTime, readonly expiresAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly bill: { readonly amountMinor: Minor, readonly currency: string }, readonly purchase: { readonly id: string, readonly receiptRef: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ImportFragment = { readonly id: string, readonly kind: ImportKind, readonly state: ImportState, readonly isPaused: boolean, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly errorsPath: string, readonly handedInAt: DateTime, readonly begunAt: DateTime | null, readonly movedAt: DateTime, readonly counts: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string }, readonly checked: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string } | null };

export type ImportByIdQueryVariables = Exact<{
  id: string;
}>;


export type ImportByIdQuery = { readonly import: { readonly id: string, readonly kind: ImportKind, readonly state: ImportState, readonly isPaused: boolean, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly errorsPath: string, readonly handedInAt: DateTime, readonly begunAt: DateTime | null, readonly movedAt: DateTime, readonly counts: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string }, readonly checked: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string } | null } | null };

export type ImportListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ImportListQuery = { readonly imports: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: ImportKind, readonly state: ImportState, readonly isPaused: boolean, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly errorsPath: string, readonly handedInAt: DateTime, readonly begunAt: DateTime | null, readonly movedAt: DateTime, readonly counts: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string }, readonly checked: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ImportBeginMutationVariables = Exact<{
  input: ImportStepInput;
}>;


export type ImportBeginMutation = { readonly importBegin:
    | { readonly __typename: 'ApproverIsProposerError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ImportNotOpenError', readonly importState: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ImportPayload', readonly import: { readonly id: string, readonly kind: ImportKind, readonly state: ImportState, readonly isPaused: boolean, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly errorsPath: string, readonly handedInAt: DateTime, readonly begunAt: DateTime | null, readonly movedAt: DateTime, readonly counts: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string }, readonly checked: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string } | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PersonRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ImportPauseMutationVariables = Exact<{
  input: ImportStepInput;
}>;


export type ImportPauseMutation = { readonly importPause:
    | { readonly __typename: 'ImportNotOpenError', readonly importState: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ImportPayload', readonly import: { readonly id: string, readonly kind: ImportKind, readonly state: ImportState, readonly isPaused: boolean, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly errorsPath: string, readonly handedInAt: DateTime, readonly begunAt: DateTime | null, readonly movedAt: DateTime, readonly counts: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string }, readonly checked: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string } | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ImportResumeMutationVariables = Exact<{
  input: ImportStepInput;
}>;


export type ImportResumeMutation = { readonly importResume:
    | { readonly __typename: 'ImportNotOpenError', readonly importState: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ImportPayload', readonly import: { readonly id: string, readonly kind: ImportKind, readonly state: ImportState, readonly isPaused: boolean, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly errorsPath: string, readonly handedInAt: DateTime, readonly begunAt: DateTime | null, readonly movedAt: DateTime, readonly counts: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string }, readonly checked: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string } | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ImportCancelMutationVariables = Exact<{
  input: ImportStepInput;
}>;


export type ImportCancelMutation = { readonly importCancel:
    | { readonly __typename: 'ImportNotOpenError', readonly importState: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ImportPayload', readonly import: { readonly id: string, readonly kind: ImportKind, readonly state: ImportState, readonly isPaused: boolean, readonly failure: string | null, readonly rows: number, readonly percent: number, readonly errorsPath: string, readonly handedInAt: DateTime, readonly begunAt: DateTime | null, readonly movedAt: DateTime, readonly counts: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string }, readonly checked: { readonly added: number, readonly matched: number, readonly faults: number, readonly points: string } | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ApiKeyFragment = { readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null };

export type ApiKeyListQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeyListQuery = { readonly viewer: { readonly member: { readonly apiKeys: ReadonlyArray<{ readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null }> | null } | null } };

export type ApiKeyListOfMemberQueryVariables = Exact<{
  memberId: string;
}>;


export type ApiKeyListOfMemberQuery = { readonly member: { readonly apiKeys: ReadonlyArray<{ readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null }> | null } | null };

export type ApiKeyCreateMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type ApiKeyCreateMutation = { readonly apiKeyCreate:
    | { readonly __typename: 'ApiKeyCreatePayload', readonly secret: string, readonly apiKey: { readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'KeyLimitReachedError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ApiKeyRotateMutationVariables = Exact<{
  input: ApiKeyRotateInput;
}>;


export type ApiKeyRotateMutation = { readonly apiKeyRotate:
    | { readonly __typename: 'ApiKeyRotatePayload', readonly secret: string, readonly apiKey: { readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null }, readonly previous: { readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'KeyLimitReachedError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ApiKeyRevokeMutationVariables = Exact<{
  input: ApiKeyRevokeInput;
}>;


export type ApiKeyRevokeMutation = { readonly apiKeyRevoke:
    | { readonly __typename: 'ApiKeyRevokePayload', readonly apiKey: { readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null }, readonly made: { readonly apiKeys: ReadonlyArray<{ readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null }>, readonly tokenKeys: ReadonlyArray<{ readonly kid: string, readonly algorithm: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly endsAt: DateTime | null, readonly revokedAt: DateTime | null }>, readonly tills: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly webhookEndpoints: ReadonlyArray<{ readonly id: string, readonly url: string }>, readonly roles: ReadonlyArray<{ readonly id: string, readonly role: StaffRole, readonly person: { readonly name: string | null } | null }> } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type TokenKeyFragment = { readonly kid: string, readonly algorithm: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly endsAt: DateTime | null, readonly revokedAt: DateTime | null };

export type TokenKeyListQueryVariables = Exact<{ [key: string]: never; }>;


export type TokenKeyListQuery = { readonly viewer: { readonly member: { readonly tokenKeys: ReadonlyArray<{ readonly kid: string, readonly algorithm: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly endsAt: DateTime | null, readonly revokedAt: DateTime | null }> | null } | null } };

export type TokenKeyListOfMemberQueryVariables = Exact<{
  memberId: string;
}>;


export type TokenKeyListOfMemberQuery = { readonly member: { readonly tokenKeys: ReadonlyArray<{ readonly kid: string, readonly algorithm: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly endsAt: DateTime | null, readonly revokedAt: DateTime | null }> | null } | null };

export type TokenKeyRegisterMutationVariables = Exact<{
  input: TokenKeyRegisterInput;
}>;


export type TokenKeyRegisterMutation = { readonly tokenKeyRegister:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'KeyLimitReachedError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TokenKeyPayload', readonly tokenKey: { readonly kid: string, readonly algorithm: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly endsAt: DateTime | null, readonly revokedAt: DateTime | null } }
   };

export type TokenKeyRotateMutationVariables = Exact<{
  input: TokenKeyRotateInput;
}>;


export type TokenKeyRotateMutation = { readonly tokenKeyRotate:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'KeyLimitReachedError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TokenKeyRotatePayload', readonly tokenKey: { readonly kid: string, readonly algorithm: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly endsAt: DateTime | null, readonly revokedAt: DateTime | null }, readonly previous: { readonly kid: string, readonly algorithm: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly endsAt: DateTime | null, readonly revokedAt: DateTime | null } }
   };

export type TokenKeyRevokeMutationVariables = Exact<{
  input: TokenKeyRevokeInput;
}>;


export type TokenKeyRevokeMutation = { readonly tokenKeyRevoke:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TokenKeyPayload', readonly tokenKey: { readonly kid: string, readonly algorithm: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly endsAt: DateTime | null, readonly revokedAt: DateTime | null } }
   };

export type WidgetSessionCreateMutationVariables = Exact<{
  input: WidgetSessionCreateInput;
}>;


export type WidgetSessionCreateMutation = { readonly widgetSessionCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WidgetSessionCreatePayload', readonly token: string, readonly expiresAt: DateTime }
   };

export type ApiKeyListAllQueryVariables = Exact<{
  filter?: ApiKeysFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ApiKeyListAllQuery = { readonly apiKeys: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly lastFour: string, readonly scopes: ReadonlyArray<string>, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly endsAt: DateTime | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type LinkSourceFragment = { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null };

export type LinkFragment = { readonly id: string, readonly name: string, readonly code: string, readonly url: string, readonly targetUrl: string | null, readonly pageUrl: string | null, readonly windowDays: number | null, readonly status: LinkStatus, readonly createdAt: DateTime, readonly utm: { readonly source: string | null, readonly medium: string | null, readonly campaign: string | null, readonly term: string | null, readonly content: string | null }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } };

export type LinkFiguresFragment = { readonly clicks: number, readonly machineClicks: number, readonly bindings: number, readonly purchases: number, readonly turnover: { readonly amountMinor: Minor, readonly currency: string } | null };

export type LinkByIdQueryVariables = Exact<{
  id: string;
}>;


export type LinkByIdQuery = { readonly link: { readonly id: string, readonly name: string, readonly code: string, readonly url: string, readonly targetUrl: string | null, readonly pageUrl: string | null, readonly windowDays: number | null, readonly status: LinkStatus, readonly createdAt: DateTime, readonly figures: { readonly clicks: number, readonly machineClicks: number, readonly bindings: number, readonly purchases: number, readonly turnover: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly utm: { readonly source: string | null, readonly medium: string | null, readonly campaign: string | null, readonly term: string | null, readonly content: string | null }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } } | null };

export type LinkQrQueryVariables = Exact<{
  id: string;
}>;


export type LinkQrQuery = { readonly link: { readonly qrSvg: string } | null };

export type LinkListQueryVariables = Exact<{
  filter?: LinksFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type LinkListQuery = { readonly links: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly code: string, readonly url: string, readonly targetUrl: string | null, readonly pageUrl: string | null, readonly windowDays: number | null, readonly status: LinkStatus, readonly createdAt: DateTime, readonly figures: { readonly clicks: number, readonly machineClicks: number, readonly bindings: number, readonly purchases: number, readonly turnover: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly utm: { readonly source: string | null, readonly medium: string | null, readonly campaign: string | null, readonly term: string | null, readonly content: string | null }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type LinkCreateMutationVariables = Exact<{
  input: LinkCreateInput;
}>;


export type LinkCreateMutation = { readonly linkCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkPayload', readonly link: { readonly id: string, readonly name: string, readonly code: string, readonly url: string, readonly targetUrl: string | null, readonly pageUrl: string | null, readonly windowDays: number | null, readonly status: LinkStatus, readonly createdAt: DateTime, readonly utm: { readonly source: string | null, readonly medium: string | null, readonly campaign: string | null, readonly term: string | null, readonly content: string | null }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } } }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type LinkArchiveMutationVariables = Exact<{
  input: LinkArchiveInput;
}>;


export type LinkArchiveMutation = { readonly linkArchive:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkPayload', readonly link: { readonly id: string, readonly name: string, readonly code: string, readonly url: string, readonly targetUrl: string | null, readonly pageUrl: string | null, readonly windowDays: number | null, readonly status: LinkStatus, readonly createdAt: DateTime, readonly utm: { readonly source: string | null, readonly medium: string | null, readonly campaign: string | null, readonly term: string | null, readonly content: string | null }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } } }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type CustomerBindMutationVariables = Exact<{
  input: CustomerBindInput;
}>;


export type CustomerBindMutation = { readonly customerBind:
    | { readonly __typename: 'CustomerBindPayload', readonly isNew: boolean, readonly binding: { readonly via: BindingVia, readonly boundAt: DateTime, readonly endsAt: DateTime, readonly link: { readonly id: string, readonly name: string, readonly code: string, readonly url: string, readonly targetUrl: string | null, readonly pageUrl: string | null, readonly windowDays: number | null, readonly status: LinkStatus, readonly createdAt: DateTime, readonly utm: { readonly source: string | null, readonly medium: string | null, readonly campaign: string | null, readonly term: string | null, readonly content: string | null }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } } | null, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'OwnLinkError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PurchaseAttributionQueryVariables = Exact<{
  by: PurchaseBy;
}>;


export type PurchaseAttributionQuery = { readonly purchase: { readonly attribution: { readonly via: AttributionVia, readonly decidedAt: DateTime, readonly link: { readonly id: string, readonly name: string, readonly code: string, readonly url: string, readonly targetUrl: string | null, readonly pageUrl: string | null, readonly windowDays: number | null, readonly status: LinkStatus, readonly createdAt: DateTime, readonly utm: { readonly source: string | null, readonly medium: string | null, readonly campaign: string | null, readonly term: string | null, readonly content: string | null }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } } | null, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } | null, readonly losers: ReadonlyArray<{ readonly via: AttributionVia, readonly reason: LosingReason, readonly link: { readonly id: string, readonly code: string } | null, readonly source: { readonly kind: SourceKind, readonly id: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } | null }> } | null } | null };

export type MemberFragment = { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } };

export type ClearingPositionFragment = { readonly pointsIssued: Points, readonly pointsRedeemed: Points, readonly asOf: DateTime, readonly owes: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly isOwed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly net: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } };

export type TermsFragment = { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string };

export type MemberMeQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberMeQuery = { readonly viewer: { readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } } | null } };

export type MemberGetQueryVariables = Exact<{
  id: string;
}>;


export type MemberGetQuery = { readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } } | null };

export type MemberListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MemberListQuery = { readonly coalition: { readonly members: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type MyPositionQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPositionQuery = { readonly viewer: { readonly member: { readonly clearingPosition: { readonly pointsIssued: Points, readonly pointsRedeemed: Points, readonly asOf: DateTime, readonly owes: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly isOwed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly net: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null } | null } };

export type MemberPositionQueryVariables = Exact<{
  id: string;
}>;


export type MemberPositionQuery = { readonly member: { readonly clearingPosition: { readonly pointsIssued: Points, readonly pointsRedeemed: Points, readonly asOf: DateTime, readonly owes: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly isOwed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly net: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null } | null };

export type MemberAdmitMutationVariables = Exact<{
  input: MemberAdmitInput;
}>;


export type MemberAdmitMutation = { readonly memberAdmit:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CoalitionWindingDownError', readonly endsAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberAdmitPayload', readonly apiKey: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } }, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } }
   };

export type MemberUpdateMutationVariables = Exact<{
  input: MemberUpdateInput;
}>;


export type MemberUpdateMutation = { readonly memberUpdate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberPayload', readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } } }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type MemberSuspendMutationVariables = Exact<{
  input: MemberStatusInput;
}>;


export type MemberSuspendMutation = { readonly memberSuspend:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberPayload', readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } } }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type MemberReinstateMutationVariables = Exact<{
  input: MemberStatusInput;
}>;


export type MemberReinstateMutation = { readonly memberReinstate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberPayload', readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } } }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TermsNotAcceptedError', readonly termsId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type MemberCloseMutationVariables = Exact<{
  input: MemberStatusInput;
}>;


export type MemberCloseMutation = { readonly memberClose:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberExitIncompleteError', readonly missing: ReadonlyArray<string>, readonly redemptionEndsAt: DateTime | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly guaranteeNeeded: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'MemberHasObligationsError', readonly outstandingPoints: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly clearing: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberPayload', readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } } }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type TermsAcceptMutationVariables = Exact<{
  input: TermsAcceptInput;
}>;


export type TermsAcceptMutation = { readonly termsAccept:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TermsAcceptPayload', readonly acceptedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } }, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } }
    | { readonly __typename: 'TermsNotOpenError', readonly reason: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type OccasionFragment = { readonly on: RuleTriggerKind, readonly event: string | null, readonly happenedAt: DateTime, readonly points: Points, readonly rules: ReadonlyArray<{ readonly version: number, readonly name: string, readonly sentence: string, readonly points: Points, readonly reason: RuleSkipReason | null }> };

export type VisitRecordMutationVariables = Exact<{
  input: VisitRecordInput;
}>;


export type VisitRecordMutation = { readonly visitRecord:
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'OccasionPayload', readonly replayed: boolean, readonly occasion: { readonly on: RuleTriggerKind, readonly event: string | null, readonly happenedAt: DateTime, readonly points: Points, readonly rules: ReadonlyArray<{ readonly version: number, readonly name: string, readonly sentence: string, readonly points: Points, readonly reason: RuleSkipReason | null }> } }
   };

export type CustomerEventRecordMutationVariables = Exact<{
  input: CustomerEventRecordInput;
}>;


export type CustomerEventRecordMutation = { readonly customerEventRecord:
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'OccasionPayload', readonly replayed: boolean, readonly occasion: { readonly on: RuleTriggerKind, readonly event: string | null, readonly happenedAt: DateTime, readonly points: Points, readonly rules: ReadonlyArray<{ readonly version: number, readonly name: string, readonly sentence: string, readonly points: Points, readonly reason: RuleSkipReason | null }> } }
   };

export type CustomerBirthDateSetMutationVariables = Exact<{
  input: CustomerBirthDateSetInput;
}>;


export type CustomerBirthDateSetMutation = { readonly customerBirthDateSet:
    | { readonly __typename: 'CustomerBirthDatePayload', readonly customer: { readonly birthDate: string | null, readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type OfferFragment = { readonly id: string, readonly lastDay: string | null, readonly nameEn: string, readonly nameRu: string, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly takenAt: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> };

export type OfferListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OfferListQuery = { readonly offers: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly lastDay: string | null, readonly nameEn: string, readonly nameRu: string, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly takenAt: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PartnerFragment = { readonly site: string | null, readonly earnsEn: string, readonly earnsRu: string, readonly takesEn: string, readonly takesRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly brandColor: string | null, readonly brandLogoUrl: string | null } };

export type PartnerListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PartnerListQuery = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly site: string | null, readonly earnsEn: string, readonly earnsRu: string, readonly takesEn: string, readonly takesRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly brandColor: string | null, readonly brandLogoUrl: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PilotGroupFragment = { readonly customers: number, readonly returned: number, readonly returnedBps: number, readonly meanSpend: { readonly amountMinor: Minor, readonly currency: string } };

export type PilotFragment = { readonly id: string, readonly status: PilotStatus, readonly controlBps: number, readonly fromDay: string, readonly toDay: string, readonly baseDays: number, readonly upliftBps: number, readonly needsTreatment: number | null, readonly needsControl: number | null, readonly decision: PilotDecision | null, readonly reason: string | null, readonly decidedAt: DateTime | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null };

export type PilotResultFragment = { readonly proposal: PilotProposal, readonly treatment: { readonly customers: number, readonly returned: number, readonly returnedBps: number, readonly meanSpend: { readonly amountMinor: Minor, readonly currency: string } }, readonly control: { readonly customers: number, readonly returned: number, readonly returnedBps: number, readonly meanSpend: { readonly amountMinor: Minor, readonly currency: string } }, readonly spend: { readonly estimate: { readonly amountMinor: Minor, readonly currency: string }, readonly low: { readonly amountMinor: Minor, readonly currency: string }, readonly high: { readonly amountMinor: Minor, readonly currency: string } } | null, readonly returning: { readonly estimateBps: number, readonly lowBps: number, readonly highBps: number } | null };

export type PilotByIdQueryVariables = Exact<{
  id: string;
}>;


export type PilotByIdQuery = { readonly pilot: { readonly id: string, readonly status: PilotStatus, readonly controlBps: number, readonly fromDay: string, readonly toDay: string, readonly baseDays: number, readonly upliftBps: number, readonly needsTreatment: number | null, readonly needsControl: number | null, readonly decision: PilotDecision | null, readonly reason: string | null, readonly decidedAt: DateTime | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly result: { readonly proposal: PilotProposal, readonly treatment: { readonly customers: number, readonly returned: number, readonly returnedBps: number, readonly meanSpend: { readonly amountMinor: Minor, readonly currency: string } }, readonly control: { readonly customers: number, readonly returned: number, readonly returnedBps: number, readonly meanSpend: { readonly amountMinor: Minor, readonly currency: string } }, readonly spend: { readonly estimate: { readonly amountMinor: Minor, readonly currency: string }, readonly low: { readonly amountMinor: Minor, readonly currency: string }, readonly high: { readonly amountMinor: Minor, readonly currency: string } } | null, readonly returning: { readonly estimateBps: number, readonly lowBps: number, readonly highBps: number } | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } | null };

export type PilotListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PilotListQuery = { readonly pilots: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: PilotStatus, readonly controlBps: number, readonly fromDay: string, readonly toDay: string, readonly baseDays: number, readonly upliftBps: number, readonly needsTreatment: number | null, readonly needsControl: number | null, readonly decision: PilotDecision | null, readonly reason: string | null, readonly decidedAt: DateTime | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PilotPlanMutationVariables = Exact<{
  input: PilotPlanInput;
}>;


export type PilotPlanMutation = { readonly pilotPlan:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PilotPayload', readonly pilot: { readonly id: string, readonly status: PilotStatus, readonly controlBps: number, readonly fromDay: string, readonly toDay: string, readonly baseDays: number, readonly upliftBps: number, readonly needsTreatment: number | null, readonly needsControl: number | null, readonly decision: PilotDecision | null, readonly reason: string | null, readonly decidedAt: DateTime | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
   };

export type PilotDecideMutationVariables = Exact<{
  input: PilotDecideInput;
}>;


export type PilotDecideMutation = { readonly pilotDecide:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PilotPayload', readonly pilot: { readonly id: string, readonly status: PilotStatus, readonly controlBps: number, readonly fromDay: string, readonly toDay: string, readonly baseDays: number, readonly upliftBps: number, readonly needsTreatment: number | null, readonly needsControl: number | null, readonly decision: PilotDecision | null, readonly reason: string | null, readonly decidedAt: DateTime | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
    | { readonly __typename: 'PilotStatusError', readonly pilotStatus: PilotStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type AdjustmentFragment = { readonly id: string, readonly points: Points, readonly kind: AdjustmentKind, readonly reason: string, readonly expiresInDays: number | null, readonly status: AdjustmentStatus, readonly proposedById: string, readonly proposedAt: DateTime, readonly approvedById: string | null, readonly approvedAt: DateTime | null, readonly customer: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payers: ReadonlyArray<{ readonly share: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }> };

export type AdjustmentListQueryVariables = Exact<{
  status?: AdjustmentStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AdjustmentListQuery = { readonly adjustments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly points: Points, readonly kind: AdjustmentKind, readonly reason: string, readonly expiresInDays: number | null, readonly status: AdjustmentStatus, readonly proposedById: string, readonly proposedAt: DateTime, readonly approvedById: string | null, readonly approvedAt: DateTime | null, readonly customer: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payers: ReadonlyArray<{ readonly share: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PromoAwardMutationVariables = Exact<{
  input: PromoAwardInput;
}>;


export type PromoAwardMutation = { readonly promoAward:
    | { readonly __typename: 'AwardLimitReachedError', readonly left: Points, readonly memberId: string, readonly retryAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly limit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PersonRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PromoAwardPayload', readonly points: Points, readonly balanceAfter: Points | null, readonly replayed: boolean, readonly customer: { readonly id: string, readonly name: string }, readonly entries: ReadonlyArray<{ readonly id: string, readonly kind: EntryKind, readonly points: Points, readonly balanceAfter: Points, readonly postedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly adjustment: { readonly id: string, readonly points: Points, readonly kind: AdjustmentKind, readonly reason: string, readonly expiresInDays: number | null, readonly status: AdjustmentStatus, readonly proposedById: string, readonly proposedAt: DateTime, readonly approvedById: string | null, readonly approvedAt: DateTime | null, readonly customer: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payers: ReadonlyArray<{ readonly share: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }> } | null }
    | { readonly __typename: 'PromoFundShortError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly fund: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly needed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
   };

export type AdjustmentProposeMutationVariables = Exact<{
  input: AdjustmentProposeInput;
}>;


export type AdjustmentProposeMutation = { readonly adjustmentPropose:
    | { readonly __typename: 'AdjustmentPayload', readonly balanceAfter: Points | null, readonly replayed: boolean, readonly adjustment: { readonly id: string, readonly points: Points, readonly kind: AdjustmentKind, readonly reason: string, readonly expiresInDays: number | null, readonly status: AdjustmentStatus, readonly proposedById: string, readonly proposedAt: DateTime, readonly approvedById: string | null, readonly approvedAt: DateTime | null, readonly customer: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payers: ReadonlyArray<{ readonly share: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }> } }
    | { readonly __typename: 'AwardLimitReachedError', readonly left: Points, readonly memberId: string, readonly retryAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly limit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InsufficientPointsError', readonly available: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PersonRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type AdjustmentApproveMutationVariables = Exact<{
  input: AdjustmentApproveInput;
}>;


export type AdjustmentApproveMutation = { readonly adjustmentApprove:
    | { readonly __typename: 'AdjustmentNotOpenError', readonly adjustmentStatus: AdjustmentStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'AdjustmentPayload', readonly balanceAfter: Points | null, readonly replayed: boolean, readonly adjustment: { readonly id: string, readonly points: Points, readonly kind: AdjustmentKind, readonly reason: string, readonly expiresInDays: number | null, readonly status: AdjustmentStatus, readonly proposedById: string, readonly proposedAt: DateTime, readonly approvedById: string | null, readonly approvedAt: DateTime | null, readonly customer: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payers: ReadonlyArray<{ readonly share: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }> } }
    | { readonly __typename: 'ApproverIsProposerError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly limit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InsufficientPointsError', readonly available: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PersonRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PromoFundShortError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly fund: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly needed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
   };

export type AdjustmentWithdrawMutationVariables = Exact<{
  input: AdjustmentWithdrawInput;
}>;


export type AdjustmentWithdrawMutation = { readonly adjustmentWithdraw:
    | { readonly __typename: 'AdjustmentNotOpenError', readonly adjustmentStatus: AdjustmentStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'AdjustmentWithdrawPayload', readonly adjustment: { readonly id: string, readonly points: Points, readonly kind: AdjustmentKind, readonly reason: string, readonly expiresInDays: number | null, readonly status: AdjustmentStatus, readonly proposedById: string, readonly proposedAt: DateTime, readonly approvedById: string | null, readonly approvedAt: DateTime | null, readonly customer: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payers: ReadonlyArray<{ readonly share: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }> } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PointsTransferMutationVariables = Exact<{
  input: PointsTransferInput;
}>;


export type PointsTransferMutation = { readonly pointsTransfer:
    | { readonly __typename: 'ConfirmationExpiredError', readonly expiredAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly reason: ConfirmationFault, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequiredError', readonly customerId: string, readonly purpose: ConfirmationPurpose, readonly threshold: Points | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFrozenError', readonly customerId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InsufficientPointsError', readonly available: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotSameHouseholdError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PointsTransferPayload', readonly points: Points, readonly balanceAfter: Points, readonly receiverBalanceAfter: Points, readonly replayed: boolean, readonly from: { readonly id: string, readonly name: string }, readonly to: { readonly id: string, readonly name: string } }
   };

export type EntryListQueryVariables = Exact<{
  filter?: EntriesFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type EntryListQuery = { readonly entries: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: EntryKind, readonly points: Points, readonly balanceAfter: Points, readonly postedAt: DateTime, readonly customer: { readonly id: string, readonly name: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PurchaseFragment = { readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } };

export type RecordedPurchaseFragment = { readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly recordedBy: { readonly personId: string, readonly name: string | null, readonly tillId: string | null, readonly tillName: string | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } };

export type AppliedRuleFragment = { readonly version: number, readonly points: Points, readonly reason: RuleSkipReason | null, readonly nameEn: string, readonly nameRu: string, readonly sentenceEn: string, readonly sentenceRu: string, readonly explanationEn: string | null, readonly explanationRu: string | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly paidBy: ReadonlyArray<{ readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> };

export type RefundFragment = { readonly id: string, readonly pointsReturned: Points, readonly pointsClaimed: Points, readonly pointsRecovered: Points, readonly pointsExpired: Points, readonly pointsToDebt: Points, readonly pointsBorne: Points, readonly reason: string, readonly recordedAt: DateTime, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> };

export type PurchaseGetQueryVariables = Exact<{
  by: PurchaseBy;
}>;


export type PurchaseGetQuery = { readonly purchase: { readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly refunds: ReadonlyArray<{ readonly id: string, readonly pointsReturned: Points, readonly pointsClaimed: Points, readonly pointsRecovered: Points, readonly pointsExpired: Points, readonly pointsToDebt: Points, readonly pointsBorne: Points, readonly reason: string, readonly recordedAt: DateTime, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> }>, readonly recordedBy: { readonly personId: string, readonly name: string | null, readonly tillId: string | null, readonly tillName: string | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } } | null };

export type PurchaseRulesQueryVariables = Exact<{
  by: PurchaseBy;
}>;


export type PurchaseRulesQuery = { readonly purchase: { readonly rules: ReadonlyArray<{ readonly version: number, readonly points: Points, readonly reason: RuleSkipReason | null, readonly nameEn: string, readonly nameRu: string, readonly sentenceEn: string, readonly sentenceRu: string, readonly explanationEn: string | null, readonly explanationRu: string | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly paidBy: ReadonlyArray<{ readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> }> } | null };

export type PurchaseListQueryVariables = Exact<{
  filter?: PurchasesFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PurchaseListQuery = { readonly purchases: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly recordedBy: { readonly personId: string, readonly name: string | null, readonly tillId: string | null, readonly tillName: string | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RefundListQueryVariables = Exact<{
  filter?: RefundsFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RefundListQuery = { readonly refunds: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly pointsReturned: Points, readonly pointsClaimed: Points, readonly pointsRecovered: Points, readonly pointsExpired: Points, readonly pointsToDebt: Points, readonly pointsBorne: Points, readonly reason: string, readonly recordedAt: DateTime, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PurchaseQuoteQueryVariables = Exact<{
  input: PurchaseQuoteInput;
}>;


export type PurchaseQuoteQuery = { readonly purchaseQuote:
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFrozenError', readonly customerId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InsufficientPointsError', readonly available: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PointsShareExceededError', readonly maxPoints: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PurchaseQuote', readonly pointsToRedeem: Points, readonly pointsToEarn: Points, readonly maxPoints: Points, readonly needsConfirmation: boolean, readonly earningCredit: EarningCredit | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly rules: ReadonlyArray<{ readonly version: number, readonly points: Points, readonly reason: RuleSkipReason | null, readonly nameEn: string, readonly nameRu: string, readonly sentenceEn: string, readonly sentenceRu: string, readonly explanationEn: string | null, readonly explanationRu: string | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly paidBy: ReadonlyArray<{ readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> }>, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly faceValue: { readonly amountMinor: Minor, readonly currency: string } }
    | { readonly __typename: 'SpendingLimitReachedError', readonly left: Points, readonly reached: string, readonly retryAt: DateTime | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TokenCapExceededError', readonly maxPoints: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'VoucherNotUsableError', readonly bar: string, readonly voucher: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PurchaseRecordMutationVariables = Exact<{
  input: PurchaseRecordInput;
}>;


export type PurchaseRecordMutation = { readonly purchaseRecord:
    | { readonly __typename: 'ConfirmationExpiredError', readonly expiredAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationInvalidError', readonly attemptsLeft: number, readonly reason: ConfirmationFault, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationRequiredError', readonly customerId: string, readonly purpose: ConfirmationPurpose, readonly threshold: Points | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ConfirmationUnavailableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CreditLimitReachedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly limit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerFrozenError', readonly customerId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'FiscalReceiptUsedError', readonly purchaseId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InsufficientPointsError', readonly available: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PointsShareExceededError', readonly maxPoints: Points, readonly requested: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PriceChangedError', readonly pointsToEarn: Points, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly toPay: { readonly amountMinor: Minor, readonly currency: string } }
    | { readonly __typename: 'PurchaseRecordPayload', readonly balanceAfter: Points, readonly replayed: boolean, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly purchaseId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly joinedOn: string, readonly soldOn: string, readonly who: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly receiptRef: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleTooLateError', readonly lastDay: string, readonly soldOn: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SpendingLimitReachedError', readonly left: Points, readonly reached: string, readonly retryAt: DateTime | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'VoucherNotUsableError', readonly bar: string, readonly voucher: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PurchaseRefundMutationVariables = Exact<{
  input: PurchaseRefundInput;
}>;


export type PurchaseRefundMutation = { readonly purchaseRefund:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PurchaseRefundPayload', readonly balanceAfter: Points, readonly replayed: boolean, readonly refund: { readonly id: string, readonly pointsReturned: Points, readonly pointsClaimed: Points, readonly pointsRecovered: Points, readonly pointsExpired: Points, readonly pointsToDebt: Points, readonly pointsBorne: Points, readonly reason: string, readonly recordedAt: DateTime, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } }, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'RefundExceedsPurchaseError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } }
   };

export type FiscalDriveFragment = { readonly id: string, readonly fn: string, readonly since: DateTime, readonly until: DateTime | null, readonly acceptedAt: DateTime | null, readonly addedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } };

export type ReceiptClaimFragment = { readonly id: string, readonly occurredAt: DateTime, readonly claimedAt: DateTime, readonly lastDay: string, readonly state: ReceiptClaimState, readonly reason: string | null, readonly receipt: { readonly fn: string, readonly i: string, readonly fp: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly customer: { readonly id: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null };

export type FiscalDriveListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type FiscalDriveListQuery = { readonly fiscalDrives: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly fn: string, readonly since: DateTime, readonly until: DateTime | null, readonly acceptedAt: DateTime | null, readonly addedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FiscalDriveAddMutationVariables = Exact<{
  input: FiscalDriveAddInput;
}>;


export type FiscalDriveAddMutation = { readonly fiscalDriveAdd:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'FiscalDrivePayload', readonly fiscalDrive: { readonly id: string, readonly fn: string, readonly since: DateTime, readonly until: DateTime | null, readonly acceptedAt: DateTime | null, readonly addedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type FiscalDriveAcceptMutationVariables = Exact<{
  input: FiscalDriveAcceptInput;
}>;


export type FiscalDriveAcceptMutation = { readonly fiscalDriveAccept:
    | { readonly __typename: 'FiscalDrivePayload', readonly fiscalDrive: { readonly id: string, readonly fn: string, readonly since: DateTime, readonly until: DateTime | null, readonly acceptedAt: DateTime | null, readonly addedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type FiscalDriveCloseMutationVariables = Exact<{
  input: FiscalDriveCloseInput;
}>;


export type FiscalDriveCloseMutation = { readonly fiscalDriveClose:
    | { readonly __typename: 'FiscalDrivePayload', readonly fiscalDrive: { readonly id: string, readonly fn: string, readonly since: DateTime, readonly until: DateTime | null, readonly acceptedAt: DateTime | null, readonly addedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ReceiptClaimByIdQueryVariables = Exact<{
  id: string;
}>;


export type ReceiptClaimByIdQuery = { readonly receiptClaim: { readonly id: string, readonly occurredAt: DateTime, readonly claimedAt: DateTime, readonly lastDay: string, readonly state: ReceiptClaimState, readonly reason: string | null, readonly receipt: { readonly fn: string, readonly i: string, readonly fp: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly customer: { readonly id: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null } | null };

export type ReceiptClaimListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  pending?: boolean | null | undefined;
}>;


export type ReceiptClaimListQuery = { readonly receiptClaims: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly occurredAt: DateTime, readonly claimedAt: DateTime, readonly lastDay: string, readonly state: ReceiptClaimState, readonly reason: string | null, readonly receipt: { readonly fn: string, readonly i: string, readonly fp: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly customer: { readonly id: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ReceiptClaimMakeMutationVariables = Exact<{
  input: ReceiptClaimMakeInput;
}>;


export type ReceiptClaimMakeMutation = { readonly receiptClaimMake:
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ReceiptClaimMakePayload', readonly replayed: boolean, readonly receiptClaim: { readonly id: string, readonly occurredAt: DateTime, readonly claimedAt: DateTime, readonly lastDay: string, readonly state: ReceiptClaimState, readonly reason: string | null, readonly receipt: { readonly fn: string, readonly i: string, readonly fp: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly customer: { readonly id: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null } }
    | { readonly __typename: 'ReceiptNotClaimableError', readonly bar: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly joinedOn: string, readonly soldOn: string, readonly who: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ReceiptClaimConfirmMutationVariables = Exact<{
  input: ReceiptClaimConfirmInput;
}>;


export type ReceiptClaimConfirmMutation = { readonly receiptClaimConfirm:
    | { readonly __typename: 'CreditLimitReachedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly limit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'FiscalReceiptUsedError', readonly purchaseId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ReceiptAlreadyUsedError', readonly purchaseId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ReceiptClaimConfirmPayload', readonly balanceAfter: Points, readonly replayed: boolean, readonly purchase: { readonly id: string, readonly receiptRef: string, readonly pointsRedeemed: Points, readonly pointsEarned: Points, readonly code: string | null, readonly occurredAt: DateTime, readonly recordedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly customer: { readonly id: string, readonly name: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly pointsPart: { readonly amountMinor: Minor, readonly currency: string }, readonly moneyPart: { readonly amountMinor: Minor, readonly currency: string }, readonly lines: ReadonlyArray<{ readonly ref: string, readonly title: string, readonly sku: string | null, readonly category: string | null, readonly quantity: Quantity | null, readonly earns: boolean, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly refundable: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'ReceiptNotClaimableError', readonly bar: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleBeforeJoiningError', readonly joinedOn: string, readonly soldOn: string, readonly who: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleNeedsApprovalError', readonly receiptRef: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleTooLateError', readonly lastDay: string, readonly soldOn: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ReceiptClaimDeclineMutationVariables = Exact<{
  input: ReceiptClaimDeclineInput;
}>;


export type ReceiptClaimDeclineMutation = { readonly receiptClaimDecline:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ReceiptClaimPayload', readonly receiptClaim: { readonly id: string, readonly occurredAt: DateTime, readonly claimedAt: DateTime, readonly lastDay: string, readonly state: ReceiptClaimState, readonly reason: string | null, readonly receipt: { readonly fn: string, readonly i: string, readonly fp: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly customer: { readonly id: string }, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly purchase: { readonly id: string } | null } }
    | { readonly __typename: 'ReceiptNotClaimableError', readonly bar: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ReceivableWriteOffMutationVariables = Exact<{
  input: ReceivableWriteOffInput;
}>;


export type ReceivableWriteOffMutation = { readonly receivableWriteOff:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ReceivableWriteOffPayload', readonly entryId: string, readonly replayed: boolean, readonly member: { readonly id: string, readonly handle: string, readonly name: string, readonly kind: MemberKind, readonly segment: MemberSegment, readonly status: MemberStatus, readonly brandColor: string | null, readonly brandLogoUrl: string | null, readonly allowedOrigins: ReadonlyArray<string> | null, readonly linkPages: ReadonlyArray<string> | null, readonly createdAt: DateTime, readonly earnRule: { readonly version: number, readonly kind: EarnRuleKind, readonly percentBps: number, readonly fixedPoints: Points, readonly minTotalMinor: Minor } }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
    | { readonly __typename: 'WriteOffExceedsReceivableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean, readonly owed: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }
   };

export type ReferralFragment = { readonly code: string | null, readonly url: string | null, readonly friends: number, readonly waiting: number, readonly points: Points, readonly isReferred: boolean };

export type CustomerReferralQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type CustomerReferralQuery = { readonly customer: { readonly referral: { readonly code: string | null, readonly url: string | null, readonly friends: number, readonly waiting: number, readonly points: Points, readonly isReferred: boolean } | null } | null };

export type ReferralBindMutationVariables = Exact<{
  input: ReferralBindInput;
}>;


export type ReferralBindMutation = { readonly referralBind:
    | { readonly __typename: 'AlreadyBoughtError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'AlreadyReferredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'CustomerClosedError', readonly mergedIntoId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'OwnReferralError', readonly because: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'ReferralBindPayload', readonly boundAt: DateTime, readonly customer: { readonly id: string, readonly name: string, readonly phone: string | null, readonly email: string | null, readonly status: string, readonly mergedIntoId: string | null, readonly createdAt: DateTime, readonly frozenAt: DateTime | null, readonly card: { readonly number: string, readonly status: string } | null, readonly vehicles: ReadonlyArray<{ readonly id: string, readonly plate: string, readonly make: string | null, readonly mileageKm: number | null, readonly mileageAt: DateTime | null }>, readonly wallet: { readonly balance: Points, readonly available: Points, readonly reserved: Points, readonly pending: Points, readonly debt: Points, readonly expiringSoon: { readonly points: Points, readonly at: DateTime } | null } } }
   };

type Refusal_AdjustmentNotOpenError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_AffiliateApplicationsFullError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_AffiliateStatusError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_AffiliateTermsChangedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_AlreadyBoughtError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_AlreadyExistsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_AlreadyReferredError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ApproverIsProposerError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_AwardLimitReachedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_BankDetailsMissingError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_BankDetailsUnconfirmedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_BankFileUnreadableError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CaptureExceedsHoldError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ClockNotMovableError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CoalitionWindingDownError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CodeNotValidError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CommissionNotDueError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CommissionProgrammeChangedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CommissionProgrammeEndedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CommissionStatusError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ConfirmationExpiredError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ConfirmationInvalidError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ConfirmationNotSentError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ConfirmationRequiredError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ConfirmationTooSoonError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ConfirmationUnavailableError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CreditLimitReachedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CustomerClosedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CustomerFrozenError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CustomerHasOpenHoldsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CustomerHasPointsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_CustomerOwesPointsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_DisputeResolvedAlreadyError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_DisputeTooLateError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_EarlierWindowPendingError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_EarnCodeNotUsableError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ExitNoticeStandsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_FiscalReceiptUsedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_FreezeNeedsAdministratorError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_HoldNotOpenError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_IdempotencyKeyMismatchError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ImportNotOpenError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_InsufficientPointsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_InvalidInputError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_InvitationLimitReachedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_KeyLimitReachedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_LadderInUseError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_LadderOpenError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_LateSaleRefusal_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_LetterNotSentError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_LinkNotValidError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_LinkRequiredError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_MemberExitIncompleteError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_MemberHasObligationsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_MemberNotActiveError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_NewDeviceError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_NoConfirmationChannelError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_NotFoundError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_NotSameHouseholdError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_OwnLinkError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_OwnReferralError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PaymentLegClosedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PaymentRecordedAlreadyError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PaymentReversedAlreadyError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PersonRequiredError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PilotStatusError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PinNotValidError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PlanApprovedAlreadyError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PlanApproverIsProposerError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PlanChangedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PointsShareExceededError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PriceChangedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_PromoFundShortError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ReceiptAlreadyUsedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_ReceiptNotClaimableError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_RefundExceedsPurchaseError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_RuleChangedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_RuleLimitReachedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_RuleOverError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_RuleStatusError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SaleBeforeJoiningError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SaleNeedsApprovalError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SaleTooLateError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SecondFactorEnrolledError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SecondFactorStaleError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SecondFactorUnreadableError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SegmentInUseError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SegmentLimitReachedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SignInCodeWrongError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SignInDelayedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SignInFailedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_SpendingLimitReachedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_TermsNotAcceptedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_TermsNotOpenError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_TokenCapExceededError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_TooManyExportsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_TooManyImportsError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_VoucherNotUsableError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_WebhookAddressRefusedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_WebhookEndpointLimitError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_WebhookPausedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_WebhookQueryRefusedError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_WindowStepNotReadyError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_WindowStepOutOfOrderError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

type Refusal_WriteOffExceedsReceivableError_Fragment = { readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean };

export type RefusalFragment =
  | Refusal_AdjustmentNotOpenError_Fragment
  | Refusal_AffiliateApplicationsFullError_Fragment
  | Refusal_AffiliateStatusError_Fragment
  | Refusal_AffiliateTermsChangedError_Fragment
  | Refusal_AlreadyBoughtError_Fragment
  | Refusal_AlreadyExistsError_Fragment
  | Refusal_AlreadyReferredError_Fragment
  | Refusal_ApproverIsProposerError_Fragment
  | Refusal_AwardLimitReachedError_Fragment
  | Refusal_BankDetailsMissingError_Fragment
  | Refusal_BankDetailsUnconfirmedError_Fragment
  | Refusal_BankFileUnreadableError_Fragment
  | Refusal_CaptureExceedsHoldError_Fragment
  | Refusal_ClockNotMovableError_Fragment
  | Refusal_CoalitionWindingDownError_Fragment
  | Refusal_CodeNotValidError_Fragment
  | Refusal_CommissionNotDueError_Fragment
  | Refusal_CommissionProgrammeChangedError_Fragment
  | Refusal_CommissionProgrammeEndedError_Fragment
  | Refusal_CommissionStatusError_Fragment
  | Refusal_ConfirmationExpiredError_Fragment
  | Refusal_ConfirmationInvalidError_Fragment
  | Refusal_ConfirmationNotSentError_Fragment
  | Refusal_ConfirmationRequiredError_Fragment
  | Refusal_ConfirmationTooSoonError_Fragment
  | Refusal_ConfirmationUnavailableError_Fragment
  | Refusal_CreditLimitReachedError_Fragment
  | Refusal_CustomerClosedError_Fragment
  | Refusal_CustomerFrozenError_Fragment
  | Refusal_CustomerHasOpenHoldsError_Fragment
  | Refusal_CustomerHasPointsError_Fragment
  | Refusal_CustomerOwesPointsError_Fragment
  | Refusal_DisputeResolvedAlreadyError_Fragment
  | Refusal_DisputeTooLateError_Fragment
  | Refusal_EarlierWindowPendingError_Fragment
  | Refusal_EarnCodeNotUsableError_Fragment
  | Refusal_ExitNoticeStandsError_Fragment
  | Refusal_FiscalReceiptUsedError_Fragment
  | Refusal_FreezeNeedsAdministratorError_Fragment
  | Refusal_HoldNotOpenError_Fragment
  | Refusal_IdempotencyKeyMismatchError_Fragment
  | Refusal_ImportNotOpenError_Fragment
  | Refusal_InsufficientPointsError_Fragment
  | Refusal_InvalidInputError_Fragment
  | Refusal_InvitationLimitReachedError_Fragment
  | Refusal_KeyLimitReachedError_Fragment
  | Refusal_LadderInUseError_Fragment
  | Refusal_LadderOpenError_Fragment
  | Refusal_LateSaleRefusal_Fragment
  | Refusal_LetterNotSentError_Fragment
  | Refusal_LinkNotValidError_Fragment
  | Refusal_LinkRequiredError_Fragment
  | Refusal_MemberExitIncompleteError_Fragment
  | Refusal_MemberHasObligationsError_Fragment
  | Refusal_MemberNotActiveError_Fragment
  | Refusal_NewDeviceError_Fragment
  | Refusal_NoConfirmationChannelError_Fragment
  | Refusal_NotFoundError_Fragment
  | Refusal_NotSameHouseholdError_Fragment
  | Refusal_OwnLinkError_Fragment
  | Refusal_OwnReferralError_Fragment
  | Refusal_PaymentLegClosedError_Fragment
  | Refusal_PaymentRecordedAlreadyError_Fragment
  | Refusal_PaymentReversedAlreadyError_Fragment
  | Refusal_PersonRequiredError_Fragment
  | Refusal_PilotStatusError_Fragment
  | Refusal_PinNotValidError_Fragment
  | Refusal_PlanApprovedAlreadyError_Fragment
  | Refusal_PlanApproverIsProposerError_Fragment
  | Refusal_PlanChangedError_Fragment
  | Refusal_PointsShareExceededError_Fragment
  | Refusal_PriceChangedError_Fragment
  | Refusal_PromoFundShortError_Fragment
  | Refusal_ReceiptAlreadyUsedError_Fragment
  | Refusal_ReceiptNotClaimableError_Fragment
  | Refusal_RefundExceedsPurchaseError_Fragment
  | Refusal_RuleChangedError_Fragment
  | Refusal_RuleLimitReachedError_Fragment
  | Refusal_RuleOverError_Fragment
  | Refusal_RuleStatusError_Fragment
  | Refusal_SaleBeforeJoiningError_Fragment
  | Refusal_SaleNeedsApprovalError_Fragment
  | Refusal_SaleTooLateError_Fragment
  | Refusal_SecondFactorEnrolledError_Fragment
  | Refusal_SecondFactorStaleError_Fragment
  | Refusal_SecondFactorUnreadableError_Fragment
  | Refusal_SegmentInUseError_Fragment
  | Refusal_SegmentLimitReachedError_Fragment
  | Refusal_SignInCodeWrongError_Fragment
  | Refusal_SignInDelayedError_Fragment
  | Refusal_SignInFailedError_Fragment
  | Refusal_SpendingLimitReachedError_Fragment
  | Refusal_TermsNotAcceptedError_Fragment
  | Refusal_TermsNotOpenError_Fragment
  | Refusal_TokenCapExceededError_Fragment
  | Refusal_TooManyExportsError_Fragment
  | Refusal_TooManyImportsError_Fragment
  | Refusal_VoucherNotUsableError_Fragment
  | Refusal_WebhookAddressRefusedError_Fragment
  | Refusal_WebhookEndpointLimitError_Fragment
  | Refusal_WebhookPausedError_Fragment
  | Refusal_WebhookQueryRefusedError_Fragment
  | Refusal_WindowStepNotReadyError_Fragment
  | Refusal_WindowStepOutOfOrderError_Fragment
  | Refusal_WriteOffExceedsReceivableError_Fragment
;

export type ReconciliationFragment = { readonly id: string, readonly fileHash: string, readonly from: DateTime | null, readonly to: DateTime | null, readonly rowCount: number, readonly matched: number, readonly missingHere: number, readonly missingThere: number, readonly amountDiffers: number, readonly dateDiffers: number, readonly duplicates: number, readonly unreadable: number, readonly madeAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } };

export type ReconciliationLineFragment = { readonly position: number, readonly kind: ReconciliationLineKind, readonly fileLine: number | null, readonly receiptRef: string | null, readonly soldAt: DateTime | null, readonly firstLine: number | null, readonly problem: string | null, readonly total: { readonly amountMinor: Minor, readonly currency: string } | null, readonly recorded: { readonly amountMinor: Minor, readonly currency: string } | null, readonly purchase: { readonly id: string, readonly receiptRef: string } | null, readonly disputable: ReadonlyArray<{ readonly entryId: string, readonly position: number, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> };

export type ReconciliationGetQueryVariables = Exact<{
  id: string;
}>;


export type ReconciliationGetQuery = { readonly reconciliation: { readonly id: string, readonly fileHash: string, readonly from: DateTime | null, readonly to: DateTime | null, readonly rowCount: number, readonly matched: number, readonly missingHere: number, readonly missingThere: number, readonly amountDiffers: number, readonly dateDiffers: number, readonly duplicates: number, readonly unreadable: number, readonly madeAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } } | null };

export type SalesMappingSetMutationVariables = Exact<{
  input: SalesMappingSetInput;
}>;


export type SalesMappingSetMutation = { readonly salesMappingSet:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SalesMappingSetPayload', readonly salesMapping: { readonly product: string | null, readonly dateOrder: DateOrder | null, readonly decimalMark: DecimalMark | null, readonly sheet: string | null, readonly savedAt: DateTime, readonly columns: ReadonlyArray<{ readonly column: SalesFileColumn, readonly header: string }> } | null }
   };

export type ReconciliationListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReconciliationListQuery = { readonly reconciliations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly fileHash: string, readonly from: DateTime | null, readonly to: DateTime | null, readonly rowCount: number, readonly matched: number, readonly missingHere: number, readonly missingThere: number, readonly amountDiffers: number, readonly dateDiffers: number, readonly duplicates: number, readonly unreadable: number, readonly madeAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ReconciliationLinesQueryVariables = Exact<{
  id: string;
  kinds?: ReadonlyArray<ReconciliationLineKind> | ReconciliationLineKind | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReconciliationLinesQuery = { readonly reconciliation: { readonly lines: { readonly nodes: ReadonlyArray<{ readonly position: number, readonly kind: ReconciliationLineKind, readonly fileLine: number | null, readonly receiptRef: string | null, readonly soldAt: DateTime | null, readonly firstLine: number | null, readonly problem: string | null, readonly total: { readonly amountMinor: Minor, readonly currency: string } | null, readonly recorded: { readonly amountMinor: Minor, readonly currency: string } | null, readonly purchase: { readonly id: string, readonly receiptRef: string } | null, readonly disputable: ReadonlyArray<{ readonly entryId: string, readonly position: number, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type LateSalesRecordMutationVariables = Exact<{
  input: LateSalesRecordInput;
}>;


export type LateSalesRecordMutation = { readonly lateSalesRecord:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LateSalesRecordPayload', readonly sales: ReadonlyArray<{ readonly position: number, readonly replayed: boolean, readonly purchase: { readonly id: string, readonly receiptRef: string } | null, readonly refusal: { readonly code: RefusalCode, readonly message: string } | null }> }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type ReciprocityReportQueryVariables = Exact<{
  from?: DateTimeInput | null | undefined;
  to?: DateTimeInput | null | undefined;
}>;


export type ReciprocityReportQuery = { readonly coalition: { readonly reciprocity: { readonly cells: ReadonlyArray<{ readonly points: Points, readonly visits: number, readonly firstVisits: number, readonly issuer: { readonly id: string, readonly handle: string, readonly name: string }, readonly redeemer: { readonly id: string, readonly handle: string, readonly name: string }, readonly value: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }>, readonly members: ReadonlyArray<{ readonly firstVisitsSent: number, readonly firstVisitsReceived: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly sent: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly received: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> } } | null };

export type AgeingReportQueryVariables = Exact<{ [key: string]: never; }>;


export type AgeingReportQuery = { readonly coalition: { readonly receivablesAgeing: { readonly today: string, readonly members: ReadonlyArray<{ readonly oldestDays: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly notDue: { readonly amountMinor: Minor, readonly currency: string }, readonly days1To30: { readonly amountMinor: Minor, readonly currency: string }, readonly days31To60: { readonly amountMinor: Minor, readonly currency: string }, readonly days61To90: { readonly amountMinor: Minor, readonly currency: string }, readonly daysOver90: { readonly amountMinor: Minor, readonly currency: string }, readonly total: { readonly amountMinor: Minor, readonly currency: string } }> } } | null };

export type BreakageReportQueryVariables = Exact<{
  months: number;
}>;


export type BreakageReportQuery = { readonly coalition: { readonly breakageEstimate: { readonly method: BreakageMethod, readonly expectedBreakage: Points, readonly cohorts: ReadonlyArray<{ readonly month: string, readonly issued: Points, readonly redeemed: Points, readonly expectedRedeemed: Points, readonly expectedBreakage: Points }> } } | null };

export type OperatorAccountsReportQueryVariables = Exact<{
  from?: DateTimeInput | null | undefined;
  to?: DateTimeInput | null | undefined;
}>;


export type OperatorAccountsReportQuery = { readonly coalition: { readonly operatorAccounts: { readonly asOf: DateTime, readonly accounts: ReadonlyArray<{ readonly kind: OperatorAccountKind, readonly side: AccountSide, readonly opening: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly debit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly credit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly closing: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly movements: ReadonlyArray<{ readonly entryKind: string, readonly entryCount: number, readonly debit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly credit: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> }> } } | null };

export type JoinSimulationPlayQueryVariables = Exact<{
  input: JoinSimulationInput;
}>;


export type JoinSimulationPlayQuery = { readonly joinSimulation:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'JoinSimulation', readonly outstanding: Points, readonly months: ReadonlyArray<{ readonly month: string, readonly issued: Points, readonly spentHere: Points, readonly spentElsewhere: Points, readonly inbound: Points, readonly expired: Points, readonly outstanding: Points, readonly sales: { readonly amountMinor: Minor, readonly currency: string }, readonly goodsForPoints: { readonly amountMinor: Minor, readonly currency: string } }>, readonly fundings: ReadonlyArray<{ readonly deposit: Micros, readonly netCash: ReadonlyArray<{ readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }>, readonly total: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly deepest: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }> }
   };

export type LineFilterFragment = { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null };

export type RuleDefinitionFragment = { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null };

export type RuleFragment = { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> };

export type RulesAskedQueryVariables = Exact<{
  answer?: RuleAnswer | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RulesAskedQuery = { readonly rulesAsked: { readonly nodes: ReadonlyArray<{ readonly version: number, readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RuleAcceptMutationVariables = Exact<{
  input: RuleAnswerInput;
}>;


export type RuleAcceptMutation = { readonly ruleAccept:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleChangedError', readonly currentVersion: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'RuleStatusError', readonly ruleStatus: RuleStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type RuleDeclineMutationVariables = Exact<{
  input: RuleAnswerInput;
}>;


export type RuleDeclineMutation = { readonly ruleDecline:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleChangedError', readonly currentVersion: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'RuleStatusError', readonly ruleStatus: RuleStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type RuleByIdQueryVariables = Exact<{
  id: string;
}>;


export type RuleByIdQuery = { readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } | null };

export type RuleListQueryVariables = Exact<{
  filter?: RulesFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RuleListQuery = { readonly rules: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RuleVersionsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type RuleVersionsQuery = { readonly rule: { readonly versions: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly version: number, readonly template: string | null, readonly createdAt: DateTime, readonly createdById: string, readonly sentenceEn: string, readonly sentenceRu: string, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type RuleDryRunQueryVariables = Exact<{
  input: RuleDryRunInput;
}>;


export type RuleDryRunQuery = { readonly ruleDryRun:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleDryRun', readonly fromDay: string, readonly toDay: string, readonly purchases: number, readonly touched: number, readonly points: Points, readonly isStopped: boolean, readonly sentenceEn: string, readonly sentenceRu: string, readonly discount: { readonly amountMinor: Minor, readonly currency: string }, readonly cost: { readonly amountMinor: Minor, readonly currency: string }, readonly paidBy: ReadonlyArray<{ readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> }
    | { readonly __typename: 'TermsNotAcceptedError', readonly termsId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type RuleDraftMutationVariables = Exact<{
  input: RuleDraftInput;
}>;


export type RuleDraftMutation = { readonly ruleDraft:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleLimitReachedError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }
   };

export type RuleEditMutationVariables = Exact<{
  input: RuleEditInput;
}>;


export type RuleEditMutation = { readonly ruleEdit:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleChangedError', readonly currentVersion: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleEditPayload', readonly isBudgetUsedUp: boolean, readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'RuleOverError', readonly lastDay: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleStatusError', readonly ruleStatus: RuleStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type RuleScheduleMutationVariables = Exact<{
  input: RuleStepInput;
}>;


export type RuleScheduleMutation = { readonly ruleSchedule:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RuleOverError', readonly lastDay: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'RuleStatusError', readonly ruleStatus: RuleStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type RulePauseMutationVariables = Exact<{
  input: RuleStepInput;
}>;


export type RulePauseMutation = { readonly rulePause:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'RuleStatusError', readonly ruleStatus: RuleStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type RuleResumeMutationVariables = Exact<{
  input: RuleStepInput;
}>;


export type RuleResumeMutation = { readonly ruleResume:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'RuleStatusError', readonly ruleStatus: RuleStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type RuleEndMutationVariables = Exact<{
  input: RuleStepInput;
}>;


export type RuleEndMutation = { readonly ruleEnd:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'RulePayload', readonly rule: { readonly id: string, readonly status: RuleStatus, readonly version: number, readonly createdAt: DateTime, readonly changedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly definition: { readonly pilotId: string | null, readonly name: { readonly en: string, readonly ru: string }, readonly when: { readonly on: RuleTriggerKind, readonly event: string | null, readonly waitDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly if: { readonly code: string | null, readonly firstPurchaseHere: boolean, readonly firstInCoalition: boolean, readonly absentDays: number | null, readonly minTotal: { readonly amountMinor: Minor, readonly currency: string } | null, readonly anyLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly noLine: { readonly categories: ReadonlyArray<string>, readonly skus: ReadonlyArray<string>, readonly minQuantity: Quantity | null } | null, readonly segments: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }>, readonly tiers: ReadonlyArray<{ readonly id: string, readonly en: string, readonly ru: string }> }, readonly schedule: { readonly fromDay: string, readonly toDay: string | null, readonly weekly: ReadonlyArray<{ readonly days: ReadonlyArray<number>, readonly from: string, readonly to: string }> }, readonly give: ReadonlyArray<{ readonly kind: RuleEffectKind, readonly percentBps: number | null, readonly multiplyBps: number | null, readonly points: Points | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null }>, readonly limits: { readonly perPurchasePoints: Points | null, readonly perCustomer: { readonly times: number, readonly per: LimitPeriod } | null, readonly budget: { readonly points: Points | null, readonly per: LimitPeriod, readonly amount: { readonly amountMinor: Minor, readonly currency: string } | null } | null }, readonly combine: { readonly group: string, readonly mode: RuleCombineMode, readonly priority: number }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> | null, readonly pays: ReadonlyArray<{ readonly shareBps: number, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly maxPerPurchase: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly acceptances: ReadonlyArray<{ readonly answer: RuleAnswer, readonly askedAt: DateTime, readonly answeredAt: DateTime | null, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly costs: ReadonlyArray<{ readonly purchases: number, readonly points: Points, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly discount: { readonly amountMinor: Minor, readonly currency: string } }> } }
    | { readonly __typename: 'RuleStatusError', readonly ruleStatus: RuleStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type SegmentFragment = { readonly id: string, readonly customerCount: number | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null };

export type SegmentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SegmentListQuery = { readonly segments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly customerCount: number | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SegmentCustomersQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type SegmentCustomersQuery = { readonly segment: { readonly customers: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly phone: string | null, readonly status: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type SegmentCreateMutationVariables = Exact<{
  input: SegmentCreateInput;
}>;


export type SegmentCreateMutation = { readonly segmentCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SegmentLimitReachedError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SegmentPayload', readonly segment: { readonly id: string, readonly customerCount: number | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
   };

export type SegmentDeleteMutationVariables = Exact<{
  input: SegmentDeleteInput;
}>;


export type SegmentDeleteMutation = { readonly segmentDelete:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SegmentInUseError', readonly ruleId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SegmentPayload', readonly segment: { readonly id: string, readonly customerCount: number | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
   };

export type SegmentAddMutationVariables = Exact<{
  input: SegmentCustomersInput;
}>;


export type SegmentAddMutation = { readonly segmentAdd:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SegmentAddPayload', readonly added: number, readonly notFound: ReadonlyArray<number>, readonly segment: { readonly id: string, readonly customerCount: number | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
   };

export type SegmentRemoveMutationVariables = Exact<{
  input: SegmentCustomersInput;
}>;


export type SegmentRemoveMutation = { readonly segmentRemove:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SegmentRemovePayload', readonly removed: number, readonly notFound: ReadonlyArray<number>, readonly segment: { readonly id: string, readonly customerCount: number | null, readonly createdAt: DateTime, readonly nameEn: string, readonly nameRu: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
   };

export type SettlementWindowFragment = { readonly windowNo: number, readonly status: SettlementWindowStatus, readonly schedule: string, readonly opensAt: DateTime, readonly cutOff: DateTime, readonly closedAt: DateTime | null, readonly disputeDeadline: DateTime | null, readonly paymentDate: string | null, readonly settledAt: DateTime | null, readonly chainHead: string | null };

export type StatementDisputeFragment = { readonly id: string, readonly windowNo: number, readonly statementId: string, readonly entryId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly resolution: { readonly outcome: DisputeOutcome, readonly note: string, readonly entryId: string | null, readonly resolvedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null };

export type MemberStatementFragment = { readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly lineCount: number, readonly lineHash: string, readonly disputeDeadline: DateTime, readonly statedAt: DateTime, readonly documents: ReadonlyArray<string>, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly opening: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly net: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly payments: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly closing: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly toPay: { readonly amountMinor: Minor, readonly currency: string }, readonly rounding: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly disputes: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly statementId: string, readonly entryId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly resolution: { readonly outcome: DisputeOutcome, readonly note: string, readonly entryId: string | null, readonly resolvedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null }> };

export type StatementLineFragment = { readonly no: number, readonly entryId: string, readonly position: number, readonly kind: string, readonly account: string, readonly reference: string, readonly points: Points, readonly postedAt: DateTime, readonly counterparty: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } };

export type PaymentPlanFragment = { readonly id: string, readonly windowNo: number, readonly planNo: number, readonly method: PlanMethod, readonly hash: string, readonly proposedById: string, readonly proposedAt: DateTime, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly payments: ReadonlyArray<{ readonly legNo: number, readonly reference: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payee: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly carried: ReadonlyArray<{ readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly approvals: ReadonlyArray<{ readonly approvedById: string, readonly approvedAt: DateTime }> };

export type PaymentLegFragment = { readonly id: string, readonly windowNo: number, readonly legNo: number, readonly status: PaymentLegStatus, readonly reference: string, readonly dueOn: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payee: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly paid: { readonly amountMinor: Minor, readonly currency: string }, readonly payments: ReadonlyArray<{ readonly id: string, readonly paidOn: string, readonly entryId: string, readonly source: string, readonly note: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly reversal: { readonly reason: string, readonly source: string, readonly takenBackOn: string, readonly entryId: string, readonly reversedAt: DateTime, readonly reversedById: string } | null }> };

export type SettlementPaymentFragment = { readonly id: string, readonly paidOn: string, readonly entryId: string, readonly source: string, readonly note: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly reversal: { readonly reason: string, readonly source: string, readonly takenBackOn: string, readonly entryId: string, readonly reversedAt: DateTime, readonly reversedById: string } | null };

export type SettlementWindowListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SettlementWindowListQuery = { readonly settlementWindows: { readonly nodes: ReadonlyArray<{ readonly windowNo: number, readonly status: SettlementWindowStatus, readonly schedule: string, readonly opensAt: DateTime, readonly cutOff: DateTime, readonly closedAt: DateTime | null, readonly disputeDeadline: DateTime | null, readonly paymentDate: string | null, readonly settledAt: DateTime | null, readonly chainHead: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MemberStatementListQueryVariables = Exact<{
  windowNo?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MemberStatementListQuery = { readonly memberStatements: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly lineCount: number, readonly lineHash: string, readonly disputeDeadline: DateTime, readonly statedAt: DateTime, readonly documents: ReadonlyArray<string>, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly opening: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly net: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly payments: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly closing: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly toPay: { readonly amountMinor: Minor, readonly currency: string }, readonly rounding: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly disputes: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly statementId: string, readonly entryId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly resolution: { readonly outcome: DisputeOutcome, readonly note: string, readonly entryId: string | null, readonly resolvedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type StatementLineListQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type StatementLineListQuery = { readonly node:
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
    | { readonly __typename: 'MemberStatement', readonly lines: { readonly nodes: ReadonlyArray<{ readonly no: number, readonly entryId: string, readonly position: number, readonly kind: string, readonly account: string, readonly reference: string, readonly points: Points, readonly postedAt: DateTime, readonly counterparty: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
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

export type PaymentPlanListQueryVariables = Exact<{
  windowNo?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PaymentPlanListQuery = { readonly paymentPlans: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly planNo: number, readonly method: PlanMethod, readonly hash: string, readonly proposedById: string, readonly proposedAt: DateTime, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly payments: ReadonlyArray<{ readonly legNo: number, readonly reference: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payee: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly carried: ReadonlyArray<{ readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly approvals: ReadonlyArray<{ readonly approvedById: string, readonly approvedAt: DateTime }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PaymentLegListQueryVariables = Exact<{
  windowNo?: number | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PaymentLegListQuery = { readonly paymentLegs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly legNo: number, readonly status: PaymentLegStatus, readonly reference: string, readonly dueOn: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payee: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly paid: { readonly amountMinor: Minor, readonly currency: string }, readonly payments: ReadonlyArray<{ readonly id: string, readonly paidOn: string, readonly entryId: string, readonly source: string, readonly note: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly reversal: { readonly reason: string, readonly source: string, readonly takenBackOn: string, readonly entryId: string, readonly reversedAt: DateTime, readonly reversedById: string } | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WindowCloseMutationVariables = Exact<{
  input: WindowCloseInput;
}>;


export type WindowCloseMutation = { readonly windowClose:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WindowClosePayload', readonly replayed: boolean, readonly window: { readonly windowNo: number, readonly status: SettlementWindowStatus, readonly schedule: string, readonly opensAt: DateTime, readonly cutOff: DateTime, readonly closedAt: DateTime | null, readonly disputeDeadline: DateTime | null, readonly paymentDate: string | null, readonly settledAt: DateTime | null, readonly chainHead: string | null } }
    | { readonly __typename: 'WindowStepNotReadyError', readonly missing: ReadonlyArray<string>, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly expected: string, readonly windowStatus: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type StatementsIssueMutationVariables = Exact<{
  input: StatementsIssueInput;
}>;


export type StatementsIssueMutation = { readonly statementsIssue:
    | { readonly __typename: 'EarlierWindowPendingError', readonly windowNo: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'StatementsIssuePayload', readonly windowNo: number, readonly replayed: boolean, readonly statements: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly lineCount: number, readonly lineHash: string, readonly disputeDeadline: DateTime, readonly statedAt: DateTime, readonly documents: ReadonlyArray<string>, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly opening: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly net: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly payments: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly closing: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly toPay: { readonly amountMinor: Minor, readonly currency: string }, readonly rounding: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly disputes: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly statementId: string, readonly entryId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly resolution: { readonly outcome: DisputeOutcome, readonly note: string, readonly entryId: string | null, readonly resolvedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null }> }> }
    | { readonly __typename: 'WindowStepNotReadyError', readonly missing: ReadonlyArray<string>, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly expected: string, readonly windowStatus: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type StatementAcceptMutationVariables = Exact<{
  input: StatementAcceptInput;
}>;


export type StatementAcceptMutation = { readonly statementAccept:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'StatementAcceptPayload', readonly replayed: boolean, readonly statement: { readonly id: string, readonly windowNo: number, readonly status: MemberStatementStatus, readonly lineCount: number, readonly lineHash: string, readonly disputeDeadline: DateTime, readonly statedAt: DateTime, readonly documents: ReadonlyArray<string>, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly opening: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly net: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly payments: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly closing: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly toPay: { readonly amountMinor: Minor, readonly currency: string }, readonly rounding: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly disputes: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly statementId: string, readonly entryId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly resolution: { readonly outcome: DisputeOutcome, readonly note: string, readonly entryId: string | null, readonly resolvedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null }> } }
   };

export type DisputeOpenMutationVariables = Exact<{
  input: DisputeOpenInput;
}>;


export type DisputeOpenMutation = { readonly disputeOpen:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'DisputePayload', readonly replayed: boolean, readonly dispute: { readonly id: string, readonly windowNo: number, readonly statementId: string, readonly entryId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly resolution: { readonly outcome: DisputeOutcome, readonly note: string, readonly entryId: string | null, readonly resolvedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null } }
    | { readonly __typename: 'DisputeTooLateError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type DisputeResolveMutationVariables = Exact<{
  input: DisputeResolveInput;
}>;


export type DisputeResolveMutation = { readonly disputeResolve:
    | { readonly __typename: 'DisputePayload', readonly replayed: boolean, readonly dispute: { readonly id: string, readonly windowNo: number, readonly statementId: string, readonly entryId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly resolution: { readonly outcome: DisputeOutcome, readonly note: string, readonly entryId: string | null, readonly resolvedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null } }
    | { readonly __typename: 'DisputeResolvedAlreadyError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PlanProposeMutationVariables = Exact<{
  input: PlanProposeInput;
}>;


export type PlanProposeMutation = { readonly planPropose:
    | { readonly __typename: 'EarlierWindowPendingError', readonly windowNo: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PersonRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PlanProposePayload', readonly replayed: boolean, readonly plan: { readonly id: string, readonly windowNo: number, readonly planNo: number, readonly method: PlanMethod, readonly hash: string, readonly proposedById: string, readonly proposedAt: DateTime, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly payments: ReadonlyArray<{ readonly legNo: number, readonly reference: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payee: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly carried: ReadonlyArray<{ readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly approvals: ReadonlyArray<{ readonly approvedById: string, readonly approvedAt: DateTime }> } }
    | { readonly __typename: 'WindowStepNotReadyError', readonly missing: ReadonlyArray<string>, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly expected: string, readonly windowStatus: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PlanApproveMutationVariables = Exact<{
  input: PlanApproveInput;
}>;


export type PlanApproveMutation = { readonly planApprove:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PersonRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PlanApprovePayload', readonly replayed: boolean, readonly plan: { readonly id: string, readonly windowNo: number, readonly planNo: number, readonly method: PlanMethod, readonly hash: string, readonly proposedById: string, readonly proposedAt: DateTime, readonly total: { readonly amountMinor: Minor, readonly currency: string }, readonly payments: ReadonlyArray<{ readonly legNo: number, readonly reference: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payee: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly carried: ReadonlyArray<{ readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly approvals: ReadonlyArray<{ readonly approvedById: string, readonly approvedAt: DateTime }> }, readonly window: { readonly windowNo: number, readonly status: SettlementWindowStatus, readonly schedule: string, readonly opensAt: DateTime, readonly cutOff: DateTime, readonly closedAt: DateTime | null, readonly disputeDeadline: DateTime | null, readonly paymentDate: string | null, readonly settledAt: DateTime | null, readonly chainHead: string | null } }
    | { readonly __typename: 'PlanApprovedAlreadyError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PlanApproverIsProposerError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PlanChangedError', readonly planHash: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly expected: string, readonly windowStatus: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PaymentRecordMutationVariables = Exact<{
  input: PaymentRecordInput;
}>;


export type PaymentRecordMutation = { readonly paymentRecord:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PaymentLegClosedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PaymentRecordPayload', readonly replayed: boolean, readonly leg: { readonly id: string, readonly windowNo: number, readonly legNo: number, readonly status: PaymentLegStatus, readonly reference: string, readonly dueOn: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payee: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly paid: { readonly amountMinor: Minor, readonly currency: string }, readonly payments: ReadonlyArray<{ readonly id: string, readonly paidOn: string, readonly entryId: string, readonly source: string, readonly note: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly reversal: { readonly reason: string, readonly source: string, readonly takenBackOn: string, readonly entryId: string, readonly reversedAt: DateTime, readonly reversedById: string } | null }> }, readonly payment: { readonly id: string, readonly paidOn: string, readonly entryId: string, readonly source: string, readonly note: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly reversal: { readonly reason: string, readonly source: string, readonly takenBackOn: string, readonly entryId: string, readonly reversedAt: DateTime, readonly reversedById: string } | null } }
    | { readonly __typename: 'PaymentRecordedAlreadyError', readonly paymentId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PaymentReverseMutationVariables = Exact<{
  input: PaymentReverseInput;
}>;


export type PaymentReverseMutation = { readonly paymentReverse:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PaymentReversePayload', readonly replayed: boolean, readonly payment: { readonly id: string, readonly paidOn: string, readonly entryId: string, readonly source: string, readonly note: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly reversal: { readonly reason: string, readonly source: string, readonly takenBackOn: string, readonly entryId: string, readonly reversedAt: DateTime, readonly reversedById: string } | null }, readonly leg: { readonly id: string, readonly windowNo: number, readonly legNo: number, readonly status: PaymentLegStatus, readonly reference: string, readonly dueOn: string, readonly payer: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly payee: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly paid: { readonly amountMinor: Minor, readonly currency: string }, readonly payments: ReadonlyArray<{ readonly id: string, readonly paidOn: string, readonly entryId: string, readonly source: string, readonly note: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly reversal: { readonly reason: string, readonly source: string, readonly takenBackOn: string, readonly entryId: string, readonly reversedAt: DateTime, readonly reversedById: string } | null }> }, readonly window: { readonly windowNo: number, readonly status: SettlementWindowStatus, readonly schedule: string, readonly opensAt: DateTime, readonly cutOff: DateTime, readonly closedAt: DateTime | null, readonly disputeDeadline: DateTime | null, readonly paymentDate: string | null, readonly settledAt: DateTime | null, readonly chainHead: string | null } }
    | { readonly __typename: 'PaymentReversedAlreadyError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type BankStatementImportMutationVariables = Exact<{
  input: BankStatementImportInput;
}>;


export type BankStatementImportMutation = { readonly bankStatementImport:
    | { readonly __typename: 'BankFileUnreadableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'BankStatementImportPayload', readonly replayed: boolean, readonly bankImport: { readonly id: string, readonly format: string, readonly fileHash: string, readonly runNo: number, readonly lineCount: number, readonly importedAt: DateTime }, readonly lines: ReadonlyArray<{ readonly line: number, readonly bookedOn: string, readonly direction: string, readonly purpose: string, readonly verdict: string, readonly takesBack: ReadonlyArray<string>, readonly reason: string | null, readonly otherPayer: boolean, readonly isNew: boolean, readonly foundBefore: boolean, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly remarks: ReadonlyArray<{ readonly code: string, readonly message: string, readonly line: number, readonly field: string }>, readonly allocations: ReadonlyArray<{ readonly legId: string, readonly amount: { readonly amountMinor: Minor, readonly currency: string } }>, readonly remainder: { readonly amountMinor: Minor, readonly currency: string } }> }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type WindowSettleMutationVariables = Exact<{
  input: WindowSettleInput;
}>;


export type WindowSettleMutation = { readonly windowSettle:
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WindowSettlePayload', readonly replayed: boolean, readonly window: { readonly windowNo: number, readonly status: SettlementWindowStatus, readonly schedule: string, readonly opensAt: DateTime, readonly cutOff: DateTime, readonly closedAt: DateTime | null, readonly disputeDeadline: DateTime | null, readonly paymentDate: string | null, readonly settledAt: DateTime | null, readonly chainHead: string | null } }
    | { readonly __typename: 'WindowStepNotReadyError', readonly missing: ReadonlyArray<string>, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WindowStepOutOfOrderError', readonly expected: string, readonly windowStatus: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type BankDetailsSetMutationVariables = Exact<{
  input: BankDetailsSetInput;
}>;


export type BankDetailsSetMutation = { readonly bankDetailsSet:
    | { readonly __typename: 'BankDetailsSetPayload', readonly bankDetails: { readonly legalName: string, readonly taxId: string | null, readonly kpp: string | null, readonly account: string | null, readonly bankCode: string | null, readonly isConfirmed: boolean, readonly vatRateBps: number | null } }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type DisputeListQueryVariables = Exact<{
  filter?: DisputesFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DisputeListQuery = { readonly disputes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly windowNo: number, readonly statementId: string, readonly entryId: string, readonly position: number, readonly reason: string, readonly evidence: ReadonlyArray<string>, readonly openedAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string }, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } }, readonly resolution: { readonly outcome: DisputeOutcome, readonly note: string, readonly entryId: string | null, readonly resolvedAt: DateTime, readonly amount: { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } } } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SettlementPaymentListQueryVariables = Exact<{
  filter?: PaymentsFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SettlementPaymentListQuery = { readonly settlementPayments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly paidOn: string, readonly entryId: string, readonly source: string, readonly note: string, readonly recordedAt: DateTime, readonly amount: { readonly amountMinor: Minor, readonly currency: string }, readonly reversal: { readonly reason: string, readonly source: string, readonly takenBackOn: string, readonly entryId: string, readonly reversedAt: DateTime, readonly reversedById: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type StaffGrantFragment = { readonly id: string, readonly email: string, readonly role: StaffRole, readonly invitedAt: DateTime, readonly acceptedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly person: { readonly id: string, readonly name: string | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null };

export type MeFragment = { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } };

export type StaffSessionFragment = { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null };

export type StaffListQueryVariables = Exact<{
  memberId?: string | null | undefined;
  standing?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type StaffListQuery = { readonly staff: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly email: string, readonly role: StaffRole, readonly invitedAt: DateTime, readonly acceptedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly person: { readonly id: string, readonly name: string | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type StaffInviteMutationVariables = Exact<{
  input: StaffInviteInput;
}>;


export type StaffInviteMutation = { readonly staffInvite:
    | { readonly __typename: 'AlreadyExistsError', readonly existingId: string | null, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvitationLimitReachedError', readonly limit: number, readonly per: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LetterNotSentError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'StaffGrantPayload', readonly grant: { readonly id: string, readonly email: string, readonly role: StaffRole, readonly invitedAt: DateTime, readonly acceptedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly person: { readonly id: string, readonly name: string | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
   };

export type StaffRevokeMutationVariables = Exact<{
  input: StaffRevokeInput;
}>;


export type StaffRevokeMutation = { readonly staffRevoke:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'StaffGrantPayload', readonly grant: { readonly id: string, readonly email: string, readonly role: StaffRole, readonly invitedAt: DateTime, readonly acceptedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly person: { readonly id: string, readonly name: string | null } | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null } }
   };

export type StaffAcceptMutationVariables = Exact<{
  input: StaffAcceptInput;
}>;


export type StaffAcceptMutation = { readonly staffAccept:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkNotValidError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionPayload', readonly token: string | null, readonly me: { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } } }
   };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } } | null };

export type SessionListQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionListQuery = { readonly me: { readonly sessions: ReadonlyArray<{ readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null }> } | null };

export type SessionCreateMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SessionCreateMutation = { readonly sessionCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkNotValidError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionPayload', readonly token: string | null, readonly me: { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } } }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SignInFailedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type SessionLinkRequestMutationVariables = Exact<{
  input: SessionLinkRequestInput;
}>;


export type SessionLinkRequestMutation = { readonly sessionLinkRequest:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LetterNotSentError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionLinkRequestPayload', readonly isRequested: boolean }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type SessionConfirmTotpMutationVariables = Exact<{
  input: SessionConfirmTotpInput;
}>;


export type SessionConfirmTotpMutation = { readonly sessionConfirmTotp:
    | { readonly __typename: 'CodeNotValidError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorUnreadableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionPayload', readonly token: string | null, readonly me: { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } } }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type SessionEndMutationVariables = Exact<{
  input: SessionEndInput;
}>;


export type SessionEndMutation = { readonly sessionEnd:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionEndPayload', readonly sessionId: string }
   };

export type SessionEndAllMutationVariables = Exact<{
  input: SessionEndAllInput;
}>;


export type SessionEndAllMutation = { readonly sessionEndAll:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionEndAllPayload', readonly ended: number }
   };

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type PasswordChangeMutation = { readonly passwordChange:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorEnrolledError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorStaleError', readonly minutes: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionPayload', readonly token: string | null, readonly me: { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } } }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SignInFailedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type TotpEnrolMutationVariables = Exact<{
  input: TotpEnrolInput;
}>;


export type TotpEnrolMutation = { readonly totpEnrol:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorEnrolledError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorStaleError', readonly minutes: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TotpEnrolPayload', readonly secret: string, readonly uri: string }
   };

export type TotpConfirmMutationVariables = Exact<{
  input: TotpConfirmInput;
}>;


export type TotpConfirmMutation = { readonly totpConfirm:
    | { readonly __typename: 'CodeNotValidError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorEnrolledError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorStaleError', readonly minutes: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorUnreadableError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TotpConfirmPayload', readonly token: string | null, readonly recoveryCodes: ReadonlyArray<string>, readonly me: { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } } }
   };

export type PasskeyFragment = { readonly id: string, readonly name: string, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null };

export type PasskeyRegistrationStartMutationVariables = Exact<{ [key: string]: never; }>;


export type PasskeyRegistrationStartMutation = { readonly passkeyRegistrationStart:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PasskeyStartPayload', readonly options: string }
    | { readonly __typename: 'SecondFactorEnrolledError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorStaleError', readonly minutes: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PasskeyRegisterMutationVariables = Exact<{
  input: PasskeyRegisterInput;
}>;


export type PasskeyRegisterMutation = { readonly passkeyRegister:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PasskeyRegisterPayload', readonly passkey: { readonly id: string, readonly name: string, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null } }
    | { readonly __typename: 'SecondFactorEnrolledError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorStaleError', readonly minutes: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PasskeyRemoveMutationVariables = Exact<{
  input: PasskeyRemoveInput;
}>;


export type PasskeyRemoveMutation = { readonly passkeyRemove:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LinkRequiredError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PasskeyRemovePayload', readonly passkeyId: string }
    | { readonly __typename: 'SecondFactorEnrolledError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SecondFactorStaleError', readonly minutes: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type SessionPasskeyStartMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionPasskeyStartMutation = { readonly sessionPasskeyStart:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PasskeyStartPayload', readonly options: string }
   };

export type SessionCreateByPasskeyMutationVariables = Exact<{
  input: SessionCreateByPasskeyInput;
}>;


export type SessionCreateByPasskeyMutation = { readonly sessionCreateByPasskey:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionPayload', readonly token: string | null, readonly me: { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } } }
    | { readonly __typename: 'SignInFailedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type TermsVersionFragment = { readonly standing: TermsStanding, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string }, readonly overrides: ReadonlyArray<{ readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string }>, readonly acceptances: ReadonlyArray<{ readonly acceptedBy: string, readonly acceptedAt: DateTime, readonly contractHash: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }>, readonly missing: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> };

export type SaleApprovalFragment = { readonly receiptRef: string, readonly ground: ApprovalGround, readonly isApproved: boolean, readonly reason: string | null, readonly requestedAt: DateTime, readonly approvedAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } };

export type TermsVersionsQueryVariables = Exact<{ [key: string]: never; }>;


export type TermsVersionsQuery = { readonly coalition: { readonly termsVersions: ReadonlyArray<{ readonly standing: TermsStanding, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string }, readonly overrides: ReadonlyArray<{ readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string }>, readonly acceptances: ReadonlyArray<{ readonly acceptedBy: string, readonly acceptedAt: DateTime, readonly contractHash: string, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }>, readonly missing: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> }> | null } | null };

export type TermsProposeMutationVariables = Exact<{
  input: TermsProposeInput;
}>;


export type TermsProposeMutation = { readonly termsPropose:
    | { readonly __typename: 'CoalitionWindingDownError', readonly endsAt: DateTime, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'IdempotencyKeyMismatchError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TermsProposePayload', readonly replayed: boolean, readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } }
   };

export type TermsWithdrawMutationVariables = Exact<{
  input: TermsWithdrawInput;
}>;


export type TermsWithdrawMutation = { readonly termsWithdraw:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TermsNotOpenError', readonly reason: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TermsWithdrawPayload', readonly terms: { readonly id: string, readonly version: number, readonly startsAt: DateTime, readonly reservePrice: Micros, readonly issueFee: Micros, readonly redeemFee: Micros, readonly deposit: Micros, readonly faceValueMinor: Minor, readonly breakageIssuerBps: number, readonly breakagePromoFundBps: number, readonly breakageOperatorBps: number, readonly refundPolicy: RefundPolicy, readonly expiryKind: ExpiryKind, readonly expiryMonths: number, readonly refundGraceDays: number, readonly activationDelayDays: number, readonly maxPointsShareBps: number, readonly selfRedemptionFeeWaived: boolean, readonly holdTtlSeconds: number, readonly segment: string | null, readonly memberId: string | null, readonly creditLimit: Micros | null, readonly creditPolicy: CreditPolicy, readonly missedPaymentStopsCredit: boolean, readonly lateDays: number, readonly minPayoutMinor: Minor, readonly windowKind: WindowKind, readonly windowWeekday: number | null, readonly disputeDays: number, readonly paymentDays: number, readonly secondApproverAboveMinor: Minor | null, readonly revaluation: RevaluationPayer, readonly contractTextEn: string, readonly contractTextRu: string, readonly contractHash: string } }
   };

export type TermsRevalueMutationVariables = Exact<{
  input: TermsRevalueInput;
}>;


export type TermsRevalueMutation = { readonly termsRevalue: { readonly revaluation: { readonly oldReservePrice: Micros, readonly newReservePrice: Micros, readonly payer: RevaluationPayer, readonly revaluedAt: DateTime, readonly isBooked: boolean } | null } };

export type SaleApprovalsQueryVariables = Exact<{ [key: string]: never; }>;


export type SaleApprovalsQuery = { readonly saleApprovals: ReadonlyArray<{ readonly receiptRef: string, readonly ground: ApprovalGround, readonly isApproved: boolean, readonly reason: string | null, readonly requestedAt: DateTime, readonly approvedAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }> };

export type LateSaleApproveMutationVariables = Exact<{
  input: SaleApproveInput;
}>;


export type LateSaleApproveMutation = { readonly lateSaleApprove:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleApprovePayload', readonly approval: { readonly receiptRef: string, readonly ground: ApprovalGround, readonly isApproved: boolean, readonly reason: string | null, readonly requestedAt: DateTime, readonly approvedAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } } }
   };

export type CreditSaleApproveMutationVariables = Exact<{
  input: SaleApproveInput;
}>;


export type CreditSaleApproveMutation = { readonly creditSaleApprove:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SaleApprovePayload', readonly approval: { readonly receiptRef: string, readonly ground: ApprovalGround, readonly isApproved: boolean, readonly reason: string | null, readonly requestedAt: DateTime, readonly approvedAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } } }
   };

export type TierAmountFragment = { readonly visits: number | null, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null };

export type TierFragment = { readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null };

export type TierLadderFragment = { readonly id: string, readonly measure: TierMeasure, readonly windowDays: number, readonly graceDays: number, readonly createdAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly tiers: ReadonlyArray<{ readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null }> };

export type TierStandingFragment = { readonly sinceDay: string | null, readonly reviewDay: string | null, readonly ladder: { readonly id: string, readonly measure: TierMeasure, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }, readonly tier: { readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly value: { readonly visits: number | null, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly next: { readonly tier: { readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly missing: { readonly visits: number | null, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null } } | null };

export type TierLadderListQueryVariables = Exact<{ [key: string]: never; }>;


export type TierLadderListQuery = { readonly tierLadders: ReadonlyArray<{ readonly id: string, readonly measure: TierMeasure, readonly windowDays: number, readonly graceDays: number, readonly createdAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly tiers: ReadonlyArray<{ readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null }> }> };

export type CustomerTiersQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type CustomerTiersQuery = { readonly customer: { readonly wallet: { readonly tiers: ReadonlyArray<{ readonly sinceDay: string | null, readonly reviewDay: string | null, readonly ladder: { readonly id: string, readonly measure: TierMeasure, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null }, readonly tier: { readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null } | null, readonly value: { readonly visits: number | null, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly next: { readonly tier: { readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null }, readonly missing: { readonly visits: number | null, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null } } | null }> } } | null };

export type TierLadderCreateMutationVariables = Exact<{
  input: TierLadderCreateInput;
}>;


export type TierLadderCreateMutation = { readonly tierLadderCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LadderOpenError', readonly ladderId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TierLadderPayload', readonly ladder: { readonly id: string, readonly measure: TierMeasure, readonly windowDays: number, readonly graceDays: number, readonly createdAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly tiers: ReadonlyArray<{ readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null }> } }
   };

export type TierLadderEndMutationVariables = Exact<{
  input: TierLadderEndInput;
}>;


export type TierLadderEndMutation = { readonly tierLadderEnd:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'LadderInUseError', readonly ruleId: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TierLadderPayload', readonly ladder: { readonly id: string, readonly measure: TierMeasure, readonly windowDays: number, readonly graceDays: number, readonly createdAt: DateTime, readonly member: { readonly id: string, readonly handle: string, readonly name: string } | null, readonly tiers: ReadonlyArray<{ readonly id: string, readonly position: number, readonly visits: number | null, readonly nameEn: string, readonly nameRu: string, readonly spend: { readonly amountMinor: Minor, readonly currency: string } | null }> } }
   };

export type TillFragment = { readonly id: string, readonly name: string, readonly place: string | null, readonly lastFour: string, readonly idleMinutes: number, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } };

export type TillListQueryVariables = Exact<{
  memberId?: string | null | undefined;
  standing?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TillListQuery = { readonly tills: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly place: string | null, readonly lastFour: string, readonly idleMinutes: number, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TillCashiersQueryVariables = Exact<{ [key: string]: never; }>;


export type TillCashiersQuery = { readonly tillCashiers: ReadonlyArray<{ readonly cashierId: string, readonly name: string | null }> };

export type TillRegisterMutationVariables = Exact<{
  input: TillRegisterInput;
}>;


export type TillRegisterMutation = { readonly tillRegister:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TillRegisterPayload', readonly secret: string, readonly till: { readonly id: string, readonly name: string, readonly place: string | null, readonly lastFour: string, readonly idleMinutes: number, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } } }
   };

export type TillRevokeMutationVariables = Exact<{
  input: TillRevokeInput;
}>;


export type TillRevokeMutation = { readonly tillRevoke:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'TillRevokePayload', readonly till: { readonly id: string, readonly name: string, readonly place: string | null, readonly lastFour: string, readonly idleMinutes: number, readonly createdAt: DateTime, readonly lastUsedAt: DateTime | null, readonly revokedAt: DateTime | null, readonly member: { readonly id: string, readonly handle: string, readonly name: string } } }
   };

export type TillSessionCreateMutationVariables = Exact<{
  input: TillSessionCreateInput;
}>;


export type TillSessionCreateMutation = { readonly tillSessionCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PinNotValidError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'SessionPayload', readonly token: string | null, readonly wrongPins: number | null, readonly me: { readonly hasPassword: boolean, readonly hasSecondFactor: boolean, readonly lacks: SessionLack | null, readonly person: { readonly id: string, readonly name: string | null, readonly email: string }, readonly places: ReadonlyArray<{ readonly id: string, readonly name: string, readonly coalitionName: string, readonly roles: ReadonlyArray<StaffRole> }>, readonly session: { readonly id: string, readonly device: string, readonly network: string, readonly createdAt: DateTime, readonly lastSeenAt: DateTime, readonly expiresAt: DateTime, readonly confirmedAt: DateTime | null, readonly tillName: string | null } } }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type PinCodeCreateMutationVariables = Exact<{
  input: PinCodeCreateInput;
}>;


export type PinCodeCreateMutation = { readonly pinCodeCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PinCodeCreatePayload', readonly pinCode: string, readonly expiresAt: DateTime }
   };

export type PinSetMutationVariables = Exact<{
  input: PinSetInput;
}>;


export type PinSetMutation = { readonly pinSet:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PinSetPayload', readonly setAt: DateTime }
   };

export type PinSetByCodeMutationVariables = Exact<{
  input: PinSetByCodeInput;
}>;


export type PinSetByCodeMutation = { readonly pinSetByCode:
    | { readonly __typename: 'CodeNotValidError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'PinSetByCodePayload', readonly cashier: { readonly cashierId: string, readonly name: string | null } }
    | { readonly __typename: 'SignInDelayedError', readonly waitSeconds: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type MoneyFragment = { readonly amountMinor: Minor, readonly currency: string };

export type ExactMoneyFragment = { readonly amountMicros: Micros, readonly rounded: { readonly amountMinor: Minor, readonly currency: string } };

export type VoucherFragment = { readonly id: string, readonly code: string, readonly state: VoucherState, readonly lastDay: string, readonly issuedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly from: { readonly id: string, readonly handle: string, readonly name: string }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> };

export type CustomerVouchersQueryVariables = Exact<{
  by: CustomerBy;
}>;


export type CustomerVouchersQuery = { readonly customer: { readonly wallet: { readonly vouchers: ReadonlyArray<{ readonly id: string, readonly code: string, readonly state: VoucherState, readonly lastDay: string, readonly issuedAt: DateTime, readonly sentenceEn: string, readonly sentenceRu: string, readonly from: { readonly id: string, readonly handle: string, readonly name: string }, readonly at: ReadonlyArray<{ readonly id: string, readonly handle: string, readonly name: string }> }> } } | null };

export type WebhookEndpointFragment = { readonly id: string, readonly url: string, readonly eventKinds: ReadonlyArray<string>, readonly query: string | null, readonly status: WebhookEndpointStatus, readonly pausedFor: string | null, readonly pausedAt: DateTime | null, readonly failingSince: DateTime | null, readonly createdAt: DateTime, readonly secrets: ReadonlyArray<{ readonly lastFour: string, readonly createdAt: DateTime, readonly endsAt: DateTime | null }> };

export type WebhookDeliveryFragment = { readonly id: string, readonly eventId: string, readonly eventKind: string, readonly occurredAt: DateTime, readonly body: string | null, readonly status: WebhookDeliveryStatus, readonly attempts: number, readonly nextAttemptAt: DateTime | null, readonly madeAt: DateTime, readonly endedAt: DateTime | null, readonly log: ReadonlyArray<{ readonly attemptNo: number, readonly endedAt: DateTime, readonly durationMs: number, readonly outcome: string, readonly responseStatus: number | null, readonly responseBody: string | null }> };

export type WebhookEndpointListQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEndpointListQuery = { readonly webhookEndpoints: ReadonlyArray<{ readonly id: string, readonly url: string, readonly eventKinds: ReadonlyArray<string>, readonly query: string | null, readonly status: WebhookEndpointStatus, readonly pausedFor: string | null, readonly pausedAt: DateTime | null, readonly failingSince: DateTime | null, readonly createdAt: DateTime, readonly secrets: ReadonlyArray<{ readonly lastFour: string, readonly createdAt: DateTime, readonly endsAt: DateTime | null }> }> };

export type WebhookDeliveryListQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: WebhookDeliveryStatus | null | undefined;
}>;


export type WebhookDeliveryListQuery = { readonly node:
    | { readonly deliveries: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly eventId: string, readonly eventKind: string, readonly occurredAt: DateTime, readonly body: string | null, readonly status: WebhookDeliveryStatus, readonly attempts: number, readonly nextAttemptAt: DateTime | null, readonly madeAt: DateTime, readonly endedAt: DateTime | null, readonly log: ReadonlyArray<{ readonly attemptNo: number, readonly endedAt: DateTime, readonly durationMs: number, readonly outcome: string, readonly responseStatus: number | null, readonly responseBody: string | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null };

export type WebhookEndpointCreateMutationVariables = Exact<{
  input: WebhookEndpointCreateInput;
}>;


export type WebhookEndpointCreateMutation = { readonly webhookEndpointCreate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookAddressRefusedError', readonly reason: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookEndpointLimitError', readonly limit: number, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookQueryRefusedError', readonly problems: ReadonlyArray<string>, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookSecretPayload', readonly secret: string, readonly endpoint: { readonly id: string, readonly url: string, readonly eventKinds: ReadonlyArray<string>, readonly query: string | null, readonly status: WebhookEndpointStatus, readonly pausedFor: string | null, readonly pausedAt: DateTime | null, readonly failingSince: DateTime | null, readonly createdAt: DateTime, readonly secrets: ReadonlyArray<{ readonly lastFour: string, readonly createdAt: DateTime, readonly endsAt: DateTime | null }> } }
   };

export type WebhookEndpointUpdateMutationVariables = Exact<{
  input: WebhookEndpointUpdateInput;
}>;


export type WebhookEndpointUpdateMutation = { readonly webhookEndpointUpdate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookAddressRefusedError', readonly reason: string, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookEndpointPayload', readonly endpoint: { readonly id: string, readonly url: string, readonly eventKinds: ReadonlyArray<string>, readonly query: string | null, readonly status: WebhookEndpointStatus, readonly pausedFor: string | null, readonly pausedAt: DateTime | null, readonly failingSince: DateTime | null, readonly createdAt: DateTime, readonly secrets: ReadonlyArray<{ readonly lastFour: string, readonly createdAt: DateTime, readonly endsAt: DateTime | null }> } }
    | { readonly __typename: 'WebhookQueryRefusedError', readonly problems: ReadonlyArray<string>, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type WebhookEndpointPauseMutationVariables = Exact<{
  input: WebhookEndpointInput;
}>;


export type WebhookEndpointPauseMutation = { readonly webhookEndpointPause:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookEndpointPayload', readonly endpoint: { readonly id: string, readonly url: string, readonly eventKinds: ReadonlyArray<string>, readonly query: string | null, readonly status: WebhookEndpointStatus, readonly pausedFor: string | null, readonly pausedAt: DateTime | null, readonly failingSince: DateTime | null, readonly createdAt: DateTime, readonly secrets: ReadonlyArray<{ readonly lastFour: string, readonly createdAt: DateTime, readonly endsAt: DateTime | null }> } }
   };

export type WebhookEndpointResumeMutationVariables = Exact<{
  input: WebhookEndpointInput;
}>;


export type WebhookEndpointResumeMutation = { readonly webhookEndpointResume:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookEndpointPayload', readonly endpoint: { readonly id: string, readonly url: string, readonly eventKinds: ReadonlyArray<string>, readonly query: string | null, readonly status: WebhookEndpointStatus, readonly pausedFor: string | null, readonly pausedAt: DateTime | null, readonly failingSince: DateTime | null, readonly createdAt: DateTime, readonly secrets: ReadonlyArray<{ readonly lastFour: string, readonly createdAt: DateTime, readonly endsAt: DateTime | null }> } }
   };

export type WebhookEndpointDeleteMutationVariables = Exact<{
  input: WebhookEndpointInput;
}>;


export type WebhookEndpointDeleteMutation = { readonly webhookEndpointDelete:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookEndpointDeletePayload', readonly deletedId: string }
   };

export type WebhookSecretRotateMutationVariables = Exact<{
  input: WebhookSecretRotateInput;
}>;


export type WebhookSecretRotateMutation = { readonly webhookSecretRotate:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookSecretPayload', readonly secret: string, readonly endpoint: { readonly id: string, readonly url: string, readonly eventKinds: ReadonlyArray<string>, readonly query: string | null, readonly status: WebhookEndpointStatus, readonly pausedFor: string | null, readonly pausedAt: DateTime | null, readonly failingSince: DateTime | null, readonly createdAt: DateTime, readonly secrets: ReadonlyArray<{ readonly lastFour: string, readonly createdAt: DateTime, readonly endsAt: DateTime | null }> } }
   };

export type WebhookTestMutationVariables = Exact<{
  input: WebhookEndpointInput;
}>;


export type WebhookTestMutation = { readonly webhookTest:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookDeliveryPayload', readonly delivery: { readonly id: string, readonly eventId: string, readonly eventKind: string, readonly occurredAt: DateTime, readonly body: string | null, readonly status: WebhookDeliveryStatus, readonly attempts: number, readonly nextAttemptAt: DateTime | null, readonly madeAt: DateTime, readonly endedAt: DateTime | null, readonly log: ReadonlyArray<{ readonly attemptNo: number, readonly endedAt: DateTime, readonly durationMs: number, readonly outcome: string, readonly responseStatus: number | null, readonly responseBody: string | null }> } }
    | { readonly __typename: 'WebhookPausedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type WebhookDeliveryReplayMutationVariables = Exact<{
  input: WebhookDeliveryReplayInput;
}>;


export type WebhookDeliveryReplayMutation = { readonly webhookDeliveryReplay:
    | { readonly __typename: 'InvalidInputError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'MemberNotActiveError', readonly memberStatus: MemberStatus, readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'NotFoundError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
    | { readonly __typename: 'WebhookDeliveryPayload', readonly delivery: { readonly id: string, readonly eventId: string, readonly eventKind: string, readonly occurredAt: DateTime, readonly body: string | null, readonly status: WebhookDeliveryStatus, readonly attempts: number, readonly nextAttemptAt: DateTime | null, readonly madeAt: DateTime, readonly endedAt: DateTime | null, readonly log: ReadonlyArray<{ readonly attemptNo: number, readonly endedAt: DateTime, readonly durationMs: number, readonly outcome: string, readonly responseStatus: number | null, readonly responseBody: string | null }> } }
    | { readonly __typename: 'WebhookPausedError', readonly code: RefusalCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly docUrl: string, readonly retryable: boolean }
   };

export type EventListQueryVariables = Exact<{
  filter?: EventsFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type EventListQuery = { readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly occurredAt: DateTime, readonly data: JsonObject }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

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
export const AffiliateTermsFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment AffiliateTerms on AffiliateTerms {
  version
  textEn
  textRu
  publishedAt
}
    `, {"fragmentName":"AffiliateTerms"}) as unknown as TypedDocumentString<AffiliateTermsFragment, unknown>;
export const MoneyFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Money on Money {
  amountMinor
  currency
}
    `, {"fragmentName":"Money"}) as unknown as TypedDocumentString<MoneyFragment, unknown>;
export const ExactMoneyFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"ExactMoney"}) as unknown as TypedDocumentString<ExactMoneyFragment, unknown>;
export const AffiliateFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Affiliate on Affiliate {
  id
  name
  kind
  status
  legalName
  email
  termsVersion
  minPayout {
    ...Money
  }
  owed {
    ...ExactMoney
  }
  createdAt
  changedAt
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"Affiliate"}) as unknown as TypedDocumentString<AffiliateFragment, unknown>;
export const AuditEventFieldsFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment AuditEventFields on AuditEvent {
  id
  position
  at
  recordedAt
  actorKind
  actorId
  personId
  member {
    id
    handle
  }
  door
  network
  requestId
  act
  subjectType
  subjectId
  outcome
  code
  times
  details {
    name
    before
    after
  }
  hash
}
    `, {"fragmentName":"AuditEventFields"}) as unknown as TypedDocumentString<AuditEventFieldsFragment, unknown>;
export const BusinessDayFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment BusinessDay on BusinessDay {
  day
  kind
  source
  note
}
    `, {"fragmentName":"BusinessDay"}) as unknown as TypedDocumentString<BusinessDayFragment, unknown>;
export const TermsFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
    `, {"fragmentName":"Terms"}) as unknown as TypedDocumentString<TermsFragment, unknown>;
export const CoalitionFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Coalition on Coalition {
  id
  handle
  name
  pointsName
  pointsSymbol
  currency
  timeZone
  locales
  mode
  confirmSpendingAbovePoints
  eraseInactiveAfterMonths
  keepConfirmationsDays
  keepDeliveriesDays
  bindingPolicy
  bindingDays
  bindingPriority
  now
  terms {
    ...Terms
  }
}
    fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}`, {"fragmentName":"Coalition"}) as unknown as TypedDocumentString<CoalitionFragment, unknown>;
export const CoverageFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Coverage on Coverage {
  outstandingPoints
  required {
    ...ExactMoney
  }
  reserve {
    ...ExactMoney
  }
  contingent {
    ...ExactMoney
  }
  covered
  byIssuer {
    member {
      id
      handle
      name
    }
    outstandingPoints
    reserve {
      ...ExactMoney
    }
    contingent {
      ...ExactMoney
    }
  }
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"Coverage"}) as unknown as TypedDocumentString<CoverageFragment, unknown>;
export const CommissionProgrammeFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment CommissionProgramme on CommissionProgramme {
  id
  payer {
    id
    handle
    name
  }
  payeeKind
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  version
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    percentBps
    fixed {
      ...Money
    }
    ladder {
      from {
        ...Money
      }
      fromCustomers
      bps
    }
    per
    by
    of
    months
    approvedBy
    approvalDays
    twoPeopleAbove {
      ...Money
    }
    refundDays
    taxBps
    fromDay
    toDay
  }
  endedOn
  createdAt
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"CommissionProgramme"}) as unknown as TypedDocumentString<CommissionProgrammeFragment, unknown>;
export const CommissionFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Commission on Commission {
  id
  programme {
    id
  }
  version
  payer {
    id
    handle
    name
  }
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  soldOn
  rateBps
  volume {
    ...Money
  }
  amount {
    ...Money
  }
  status
  reason
  dueOn
  lines {
    kind
    volume {
      ...Money
    }
    amount {
      ...Money
    }
    isBooked
    createdAt
  }
  createdAt
  changedAt
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"Commission"}) as unknown as TypedDocumentString<CommissionFragment, unknown>;
export const ConsentFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Consent on Consent {
  id
  purpose
  given
  textVersion
  textHash
  source
  proof
  member {
    id
    handle
    name
  }
  recordedBy
  happenedAt
  recordedAt
}
    `, {"fragmentName":"Consent"}) as unknown as TypedDocumentString<ConsentFragment, unknown>;
export const ConsentTextFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ConsentText on ConsentText {
  id
  purpose
  version
  textEn
  textRu
  hash
  publishedAt
}
    `, {"fragmentName":"ConsentText"}) as unknown as TypedDocumentString<ConsentTextFragment, unknown>;
export const VehicleFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
    `, {"fragmentName":"Vehicle"}) as unknown as TypedDocumentString<VehicleFragment, unknown>;
export const WalletFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
    `, {"fragmentName":"Wallet"}) as unknown as TypedDocumentString<WalletFragment, unknown>;
export const CustomerFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}`, {"fragmentName":"Customer"}) as unknown as TypedDocumentString<CustomerFragment, unknown>;
export const ActivityEntryFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ActivityEntry on ActivityEntry {
  id
  kind
  member {
    id
    handle
    name
  }
  points
  balanceAfter
  postedAt
}
    `, {"fragmentName":"ActivityEntry"}) as unknown as TypedDocumentString<ActivityEntryFragment, unknown>;
export const EarnCodeFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment EarnCode on EarnCode {
  id
  receiptRef
  total {
    ...Money
  }
  occurredAt
  lastDay
  issuedAt
  state
  claimedAt
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"EarnCode"}) as unknown as TypedDocumentString<EarnCodeFragment, unknown>;
export const ExitGuaranteeFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ExitGuarantee on ExitGuarantee {
  kind
  amount {
    ...ExactMoney
  }
  reference
  recordedAt
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"ExitGuarantee"}) as unknown as TypedDocumentString<ExitGuaranteeFragment, unknown>;
export const ExitEstimateFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ExitEstimate on ExitEstimate {
  estimateNo
  estimatedAt
  points
  position {
    ...ExactMoney
  }
  liability {
    ...ExactMoney
  }
  guaranteeNeeded {
    ...ExactMoney
  }
  endsAt
  lotCount
  lotHash
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"ExitEstimate"}) as unknown as TypedDocumentString<ExitEstimateFragment, unknown>;
export const MemberExitFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment MemberExit on MemberExit {
  reason
  noticedAt
  redemptionEndsAt
  closedAt
  missing
  points
  liability {
    ...ExactMoney
  }
  guaranteeNeeded {
    ...ExactMoney
  }
  guarantees {
    ...ExitGuarantee
  }
  estimates {
    ...ExitEstimate
  }
}
    fragment ExitEstimate on ExitEstimate {
  estimateNo
  estimatedAt
  points
  position {
    ...ExactMoney
  }
  liability {
    ...ExactMoney
  }
  guaranteeNeeded {
    ...ExactMoney
  }
  endsAt
  lotCount
  lotHash
}
fragment ExitGuarantee on ExitGuarantee {
  kind
  amount {
    ...ExactMoney
  }
  reference
  recordedAt
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"MemberExit"}) as unknown as TypedDocumentString<MemberExitFragment, unknown>;
export const ExportFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Export on Export {
  id
  kind
  format
  state
  failure
  rows
  total
  percent
  bytes
  sha256
  through
  askedAt
  startedAt
  url
  endsAt
}
    `, {"fragmentName":"Export"}) as unknown as TypedDocumentString<ExportFragment, unknown>;
export const FigureSumsFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment FigureSums on FigureSums {
  purchases
  refunds
  gross {
    ...Money
  }
  discounts {
    ...Money
  }
  pointsPart {
    ...Money
  }
  refunded {
    ...Money
  }
  net {
    ...Money
  }
  money {
    ...Money
  }
  averageBill {
    ...Money
  }
  pointsIssued
  pointsReversed
  pointsSpent
  pointsReturned
  pointsExpired
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"FigureSums"}) as unknown as TypedDocumentString<FigureSumsFragment, unknown>;
export const FiguresOfPartFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment FiguresOfPart on FiguresOfPart {
  from
  to
  sums {
    ...FigureSums
  }
  customers {
    active
    new
    returning
    lost
  }
}
    fragment FigureSums on FigureSums {
  purchases
  refunds
  gross {
    ...Money
  }
  discounts {
    ...Money
  }
  pointsPart {
    ...Money
  }
  refunded {
    ...Money
  }
  net {
    ...Money
  }
  money {
    ...Money
  }
  averageBill {
    ...Money
  }
  pointsIssued
  pointsReversed
  pointsSpent
  pointsReturned
  pointsExpired
}
fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"FiguresOfPart"}) as unknown as TypedDocumentString<FiguresOfPartFragment, unknown>;
export const HoldFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Hold on Hold {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  points
  status
  orderRef
  bill {
    ...Money
  }
  code
  createdAt
  expiresAt
  purchase {
    id
    receiptRef
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"Hold"}) as unknown as TypedDocumentString<HoldFragment, unknown>;
export const ImportFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Import on Import {
  id
  kind
  state
  isPaused
  failure
  rows
  percent
  counts {
    added
    matched
    faults
    points
  }
  checked {
    added
    matched
    faults
    points
  }
  errorsPath
  handedInAt
  begunAt
  movedAt
}
    `, {"fragmentName":"Import"}) as unknown as TypedDocumentString<ImportFragment, unknown>;
export const ApiKeyFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ApiKey on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}
    `, {"fragmentName":"ApiKey"}) as unknown as TypedDocumentString<ApiKeyFragment, unknown>;
export const TokenKeyFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment TokenKey on TokenKey {
  kid
  algorithm
  scopes
  createdAt
  endsAt
  revokedAt
}
    `, {"fragmentName":"TokenKey"}) as unknown as TypedDocumentString<TokenKeyFragment, unknown>;
export const LinkSourceFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment LinkSource on LinkSource {
  kind
  id
  member {
    id
    handle
    name
  }
}
    `, {"fragmentName":"LinkSource"}) as unknown as TypedDocumentString<LinkSourceFragment, unknown>;
export const LinkFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Link on Link {
  id
  name
  code
  url
  targetUrl
  pageUrl
  utm {
    source
    medium
    campaign
    term
    content
  }
  windowDays
  status
  createdAt
  member {
    id
    handle
    name
  }
  source {
    ...LinkSource
  }
}
    fragment LinkSource on LinkSource {
  kind
  id
  member {
    id
    handle
    name
  }
}`, {"fragmentName":"Link"}) as unknown as TypedDocumentString<LinkFragment, unknown>;
export const LinkFiguresFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment LinkFigures on LinkFigures {
  clicks
  machineClicks
  bindings
  purchases
  turnover {
    ...Money
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"LinkFigures"}) as unknown as TypedDocumentString<LinkFiguresFragment, unknown>;
export const MemberFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
    `, {"fragmentName":"Member"}) as unknown as TypedDocumentString<MemberFragment, unknown>;
export const ClearingPositionFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ClearingPosition on ClearingPosition {
  owes {
    ...ExactMoney
  }
  isOwed {
    ...ExactMoney
  }
  net {
    ...ExactMoney
  }
  pointsIssued
  pointsRedeemed
  asOf
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"ClearingPosition"}) as unknown as TypedDocumentString<ClearingPositionFragment, unknown>;
export const OccasionFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Occasion on Occasion {
  on
  event
  happenedAt
  points
  rules {
    version
    name
    sentence
    points
    reason
  }
}
    `, {"fragmentName":"Occasion"}) as unknown as TypedDocumentString<OccasionFragment, unknown>;
export const OfferFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Offer on Offer {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  member {
    id
    handle
    name
  }
  at {
    id
    handle
    name
  }
  takenAt {
    id
    handle
    name
  }
  lastDay
}
    `, {"fragmentName":"Offer"}) as unknown as TypedDocumentString<OfferFragment, unknown>;
export const PartnerFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Partner on Partner {
  member {
    id
    handle
    name
    kind
    brandColor
    brandLogoUrl
  }
  site
  earnsEn: earns(language: EN)
  earnsRu: earns(language: RU)
  takesEn: takes(language: EN)
  takesRu: takes(language: RU)
}
    `, {"fragmentName":"Partner"}) as unknown as TypedDocumentString<PartnerFragment, unknown>;
export const PilotFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Pilot on Pilot {
  id
  status
  member {
    id
    handle
    name
  }
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  controlBps
  fromDay
  toDay
  baseDays
  upliftBps
  needsTreatment
  needsControl
  decision
  reason
  decidedAt
  createdAt
}
    `, {"fragmentName":"Pilot"}) as unknown as TypedDocumentString<PilotFragment, unknown>;
export const PilotGroupFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment PilotGroup on PilotGroup {
  customers
  returned
  returnedBps
  meanSpend {
    ...Money
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"PilotGroup"}) as unknown as TypedDocumentString<PilotGroupFragment, unknown>;
export const PilotResultFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment PilotResult on PilotResult {
  treatment {
    ...PilotGroup
  }
  control {
    ...PilotGroup
  }
  spend {
    estimate {
      ...Money
    }
    low {
      ...Money
    }
    high {
      ...Money
    }
  }
  returning {
    estimateBps
    lowBps
    highBps
  }
  proposal
}
    fragment PilotGroup on PilotGroup {
  customers
  returned
  returnedBps
  meanSpend {
    ...Money
  }
}
fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"PilotResult"}) as unknown as TypedDocumentString<PilotResultFragment, unknown>;
export const AdjustmentFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Adjustment on Adjustment {
  id
  customer {
    id
    name
  }
  member {
    id
    handle
    name
  }
  points
  kind
  reason
  payers {
    member {
      id
      handle
      name
    }
    share
  }
  expiresInDays
  status
  proposedById
  proposedAt
  approvedById
  approvedAt
}
    `, {"fragmentName":"Adjustment"}) as unknown as TypedDocumentString<AdjustmentFragment, unknown>;
export const PurchaseFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"Purchase"}) as unknown as TypedDocumentString<PurchaseFragment, unknown>;
export const RecordedPurchaseFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment RecordedPurchase on Purchase {
  ...Purchase
  recordedBy {
    personId
    name
    tillId
    tillName
  }
}
    fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"RecordedPurchase"}) as unknown as TypedDocumentString<RecordedPurchaseFragment, unknown>;
export const AppliedRuleFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment AppliedRule on AppliedRule {
  version
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  points
  discount {
    ...Money
  }
  reason
  explanationEn: explanation(language: EN)
  explanationRu: explanation(language: RU)
  paidBy {
    payer {
      id
      handle
      name
    }
    points
    discount {
      ...Money
    }
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"AppliedRule"}) as unknown as TypedDocumentString<AppliedRuleFragment, unknown>;
export const RefundFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Refund on Refund {
  id
  purchase {
    id
    receiptRef
    refundable {
      ...Money
    }
  }
  amount {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsReturned
  pointsClaimed
  pointsRecovered
  pointsExpired
  pointsToDebt
  pointsBorne
  reason
  lines {
    ref
    amount {
      ...Money
    }
  }
  recordedAt
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"Refund"}) as unknown as TypedDocumentString<RefundFragment, unknown>;
export const FiscalDriveFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment FiscalDrive on FiscalDrive {
  id
  fn
  since
  until
  acceptedAt
  addedAt
  member {
    id
    handle
    name
  }
}
    `, {"fragmentName":"FiscalDrive"}) as unknown as TypedDocumentString<FiscalDriveFragment, unknown>;
export const ReceiptClaimFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ReceiptClaim on ReceiptClaim {
  id
  receipt {
    fn
    i
    fp
  }
  total {
    ...Money
  }
  occurredAt
  claimedAt
  lastDay
  state
  reason
  customer {
    id
  }
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"ReceiptClaim"}) as unknown as TypedDocumentString<ReceiptClaimFragment, unknown>;
export const ReferralFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Referral on Referral {
  code
  url
  friends
  waiting
  points
  isReferred
}
    `, {"fragmentName":"Referral"}) as unknown as TypedDocumentString<ReferralFragment, unknown>;
export const RefusalFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const ReconciliationFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Reconciliation on Reconciliation {
  id
  member {
    id
    handle
    name
  }
  fileHash
  from
  to
  rowCount
  matched
  missingHere
  missingThere
  amountDiffers
  dateDiffers
  duplicates
  unreadable
  madeAt
}
    `, {"fragmentName":"Reconciliation"}) as unknown as TypedDocumentString<ReconciliationFragment, unknown>;
export const ReconciliationLineFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment ReconciliationLine on ReconciliationLine {
  position
  kind
  fileLine
  receiptRef
  soldAt
  total {
    ...Money
  }
  recorded {
    ...Money
  }
  firstLine
  problem
  purchase {
    id
    receiptRef
  }
  disputable {
    entryId
    position
    amount {
      ...ExactMoney
    }
  }
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"ReconciliationLine"}) as unknown as TypedDocumentString<ReconciliationLineFragment, unknown>;
export const LineFilterFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
    `, {"fragmentName":"LineFilter"}) as unknown as TypedDocumentString<LineFilterFragment, unknown>;
export const RuleDefinitionFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
    fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"RuleDefinition"}) as unknown as TypedDocumentString<RuleDefinitionFragment, unknown>;
export const RuleFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
    fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"Rule"}) as unknown as TypedDocumentString<RuleFragment, unknown>;
export const SegmentFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Segment on Segment {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  member {
    id
    handle
    name
  }
  customerCount
  createdAt
}
    `, {"fragmentName":"Segment"}) as unknown as TypedDocumentString<SegmentFragment, unknown>;
export const SettlementWindowFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment SettlementWindow on SettlementWindow {
  windowNo
  status
  schedule
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}
    `, {"fragmentName":"SettlementWindow"}) as unknown as TypedDocumentString<SettlementWindowFragment, unknown>;
export const StatementDisputeFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment StatementDispute on StatementDispute {
  id
  windowNo
  statementId
  member {
    id
    handle
    name
  }
  entryId
  position
  amount {
    ...ExactMoney
  }
  reason
  evidence
  openedAt
  resolution {
    outcome
    amount {
      ...ExactMoney
    }
    note
    entryId
    resolvedAt
  }
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"StatementDispute"}) as unknown as TypedDocumentString<StatementDisputeFragment, unknown>;
export const MemberStatementFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment MemberStatement on MemberStatement {
  id
  windowNo
  member {
    id
    handle
    name
  }
  status
  opening {
    ...ExactMoney
  }
  net {
    ...ExactMoney
  }
  payments {
    ...ExactMoney
  }
  closing {
    ...ExactMoney
  }
  toPay {
    ...Money
  }
  rounding {
    ...ExactMoney
  }
  lineCount
  lineHash
  disputeDeadline
  statedAt
  documents
  disputes {
    ...StatementDispute
  }
}
    fragment StatementDispute on StatementDispute {
  id
  windowNo
  statementId
  member {
    id
    handle
    name
  }
  entryId
  position
  amount {
    ...ExactMoney
  }
  reason
  evidence
  openedAt
  resolution {
    outcome
    amount {
      ...ExactMoney
    }
    note
    entryId
    resolvedAt
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"MemberStatement"}) as unknown as TypedDocumentString<MemberStatementFragment, unknown>;
export const StatementLineFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment StatementLine on StatementLine {
  no
  entryId
  position
  kind
  account
  counterparty {
    id
    handle
    name
  }
  reference
  points
  postedAt
  amount {
    ...ExactMoney
  }
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`, {"fragmentName":"StatementLine"}) as unknown as TypedDocumentString<StatementLineFragment, unknown>;
export const PaymentPlanFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment PaymentPlan on PaymentPlan {
  id
  windowNo
  planNo
  method
  hash
  total {
    ...Money
  }
  payments {
    legNo
    payer {
      id
      handle
      name
    }
    payee {
      id
      handle
      name
    }
    amount {
      ...Money
    }
    reference
  }
  carried {
    member {
      id
      handle
      name
    }
    amount {
      ...Money
    }
  }
  proposedById
  proposedAt
  approvals {
    approvedById
    approvedAt
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"PaymentPlan"}) as unknown as TypedDocumentString<PaymentPlanFragment, unknown>;
export const SettlementPaymentFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment SettlementPayment on SettlementPayment {
  id
  amount {
    ...Money
  }
  paidOn
  entryId
  source
  note
  recordedAt
  reversal {
    reason
    source
    takenBackOn
    entryId
    reversedAt
    reversedById
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"SettlementPayment"}) as unknown as TypedDocumentString<SettlementPaymentFragment, unknown>;
export const PaymentLegFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment PaymentLeg on PaymentLeg {
  id
  windowNo
  legNo
  payer {
    id
    handle
    name
  }
  payee {
    id
    handle
    name
  }
  amount {
    ...Money
  }
  paid {
    ...Money
  }
  status
  reference
  dueOn
  payments {
    ...SettlementPayment
  }
}
    fragment SettlementPayment on SettlementPayment {
  id
  amount {
    ...Money
  }
  paidOn
  entryId
  source
  note
  recordedAt
  reversal {
    reason
    source
    takenBackOn
    entryId
    reversedAt
    reversedById
  }
}
fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"PaymentLeg"}) as unknown as TypedDocumentString<PaymentLegFragment, unknown>;
export const StaffGrantFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment StaffGrant on StaffGrant {
  id
  email
  role
  person {
    id
    name
  }
  member {
    id
    handle
    name
  }
  invitedAt
  acceptedAt
  revokedAt
}
    `, {"fragmentName":"StaffGrant"}) as unknown as TypedDocumentString<StaffGrantFragment, unknown>;
export const StaffSessionFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}
    `, {"fragmentName":"StaffSession"}) as unknown as TypedDocumentString<StaffSessionFragment, unknown>;
export const MeFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
    fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`, {"fragmentName":"Me"}) as unknown as TypedDocumentString<MeFragment, unknown>;
export const PasskeyFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Passkey on Passkey {
  id
  name
  createdAt
  lastUsedAt
}
    `, {"fragmentName":"Passkey"}) as unknown as TypedDocumentString<PasskeyFragment, unknown>;
export const TermsVersionFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment TermsVersion on TermsVersion {
  terms {
    ...Terms
  }
  overrides {
    ...Terms
  }
  standing
  acceptances {
    member {
      id
      handle
      name
    }
    acceptedBy
    acceptedAt
    contractHash
  }
  missing {
    id
    handle
    name
  }
}
    fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}`, {"fragmentName":"TermsVersion"}) as unknown as TypedDocumentString<TermsVersionFragment, unknown>;
export const SaleApprovalFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment SaleApproval on SaleApproval {
  member {
    id
    handle
    name
  }
  receiptRef
  ground
  isApproved
  reason
  requestedAt
  approvedAt
}
    `, {"fragmentName":"SaleApproval"}) as unknown as TypedDocumentString<SaleApprovalFragment, unknown>;
export const TierFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Tier on Tier {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  position
  spend {
    ...Money
  }
  visits
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"Tier"}) as unknown as TypedDocumentString<TierFragment, unknown>;
export const TierLadderFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment TierLadder on TierLadder {
  id
  member {
    id
    handle
    name
  }
  measure
  windowDays
  graceDays
  tiers {
    ...Tier
  }
  createdAt
}
    fragment Tier on Tier {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  position
  spend {
    ...Money
  }
  visits
}
fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"TierLadder"}) as unknown as TypedDocumentString<TierLadderFragment, unknown>;
export const TierAmountFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment TierAmount on TierAmount {
  spend {
    ...Money
  }
  visits
}
    fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"TierAmount"}) as unknown as TypedDocumentString<TierAmountFragment, unknown>;
export const TierStandingFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment TierStanding on TierStanding {
  ladder {
    id
    measure
    member {
      id
      handle
      name
    }
  }
  tier {
    ...Tier
  }
  sinceDay
  reviewDay
  value {
    ...TierAmount
  }
  next {
    tier {
      ...Tier
    }
    missing {
      ...TierAmount
    }
  }
}
    fragment TierAmount on TierAmount {
  spend {
    ...Money
  }
  visits
}
fragment Tier on Tier {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  position
  spend {
    ...Money
  }
  visits
}
fragment Money on Money {
  amountMinor
  currency
}`, {"fragmentName":"TierStanding"}) as unknown as TypedDocumentString<TierStandingFragment, unknown>;
export const TillFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Till on Till {
  id
  name
  place
  lastFour
  idleMinutes
  member {
    id
    handle
    name
  }
  createdAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"Till"}) as unknown as TypedDocumentString<TillFragment, unknown>;
export const VoucherFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment Voucher on Voucher {
  id
  code
  state
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  from {
    id
    handle
    name
  }
  at {
    id
    handle
    name
  }
  lastDay
  issuedAt
}
    `, {"fragmentName":"Voucher"}) as unknown as TypedDocumentString<VoucherFragment, unknown>;
export const WebhookEndpointFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment WebhookEndpoint on WebhookEndpoint {
  id
  url
  eventKinds
  query
  status
  pausedFor
  pausedAt
  failingSince
  createdAt
  secrets {
    lastFour
    createdAt
    endsAt
  }
}
    `, {"fragmentName":"WebhookEndpoint"}) as unknown as TypedDocumentString<WebhookEndpointFragment, unknown>;
export const WebhookDeliveryFragmentDoc = /* #__PURE__ */ new TypedDocumentString(`
    fragment WebhookDelivery on WebhookDelivery {
  id
  eventId
  eventKind
  occurredAt
  body
  status
  attempts
  nextAttemptAt
  madeAt
  endedAt
  log {
    attemptNo
    endedAt
    durationMs
    outcome
    responseStatus
    responseBody
  }
}
    `, {"fragmentName":"WebhookDelivery"}) as unknown as TypedDocumentString<WebhookDeliveryFragment, unknown>;
export const AffiliateTermsOfCoalitionDocument = /* #__PURE__ */ new TypedDocumentString(`
    query AffiliateTermsOfCoalition($coalitionId: ID!) {
  affiliateTerms(coalitionId: $coalitionId) {
    ...AffiliateTerms
  }
}
    fragment AffiliateTerms on AffiliateTerms {
  version
  textEn
  textRu
  publishedAt
}`) as unknown as TypedDocumentString<AffiliateTermsOfCoalitionQuery, AffiliateTermsOfCoalitionQueryVariables>;
export const AffiliateByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query AffiliateById($id: ID!) {
  affiliate(id: $id) {
    ...Affiliate
  }
}
    fragment Affiliate on Affiliate {
  id
  name
  kind
  status
  legalName
  email
  termsVersion
  minPayout {
    ...Money
  }
  owed {
    ...ExactMoney
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AffiliateByIdQuery, AffiliateByIdQueryVariables>;
export const AffiliateListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query AffiliateList($filter: AffiliatesFilter, $first: Int!, $after: String) {
  affiliates(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Affiliate
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Affiliate on Affiliate {
  id
  name
  kind
  status
  legalName
  email
  termsVersion
  minPayout {
    ...Money
  }
  owed {
    ...ExactMoney
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AffiliateListQuery, AffiliateListQueryVariables>;
export const AffiliateStatementsDocument = /* #__PURE__ */ new TypedDocumentString(`
    query AffiliateStatements($id: ID!, $first: Int!, $after: String) {
  affiliate(id: $id) {
    statements(first: $first, after: $after) {
      nodes {
        windowNo
        opening {
          ...ExactMoney
        }
        net {
          ...ExactMoney
        }
        payments {
          ...ExactMoney
        }
        toPay {
          ...Money
        }
        lineCount
        lineHash
        statedAt
        documents
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AffiliateStatementsQuery, AffiliateStatementsQueryVariables>;
export const AffiliateTermsPublishDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AffiliateTermsPublish($input: AffiliateTermsPublishInput!) {
  affiliateTermsPublish(input: $input) {
    __typename
    ... on AffiliateTermsPublishPayload {
      terms {
        ...AffiliateTerms
      }
    }
    ...Refusal
  }
}
    fragment AffiliateTerms on AffiliateTerms {
  version
  textEn
  textRu
  publishedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<AffiliateTermsPublishMutation, AffiliateTermsPublishMutationVariables>;
export const AffiliateApplyDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AffiliateApply($input: AffiliateApplyInput!) {
  affiliateApply(input: $input) {
    __typename
    ... on AffiliateApplyPayload {
      termsVersion
    }
    ...Refusal
    ... on AffiliateApplicationsFullError {
      limit
    }
    ... on AffiliateTermsChangedError {
      currentVersion
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<AffiliateApplyMutation, AffiliateApplyMutationVariables>;
export const AffiliateAdmitDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AffiliateAdmit($input: AffiliateAdmitInput!) {
  affiliateAdmit(input: $input) {
    __typename
    ... on AffiliatePayload {
      affiliate {
        ...Affiliate
      }
    }
    ...Refusal
    ... on AffiliateStatusError {
      affiliateStatus
    }
  }
}
    fragment Affiliate on Affiliate {
  id
  name
  kind
  status
  legalName
  email
  termsVersion
  minPayout {
    ...Money
  }
  owed {
    ...ExactMoney
  }
  createdAt
  changedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AffiliateAdmitMutation, AffiliateAdmitMutationVariables>;
export const AffiliateSuspendDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AffiliateSuspend($input: AffiliateStepInput!) {
  affiliateSuspend(input: $input) {
    __typename
    ... on AffiliatePayload {
      affiliate {
        ...Affiliate
      }
    }
    ...Refusal
    ... on AffiliateStatusError {
      affiliateStatus
    }
  }
}
    fragment Affiliate on Affiliate {
  id
  name
  kind
  status
  legalName
  email
  termsVersion
  minPayout {
    ...Money
  }
  owed {
    ...ExactMoney
  }
  createdAt
  changedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AffiliateSuspendMutation, AffiliateSuspendMutationVariables>;
export const AffiliateCloseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AffiliateClose($input: AffiliateStepInput!) {
  affiliateClose(input: $input) {
    __typename
    ... on AffiliatePayload {
      affiliate {
        ...Affiliate
      }
    }
    ...Refusal
    ... on AffiliateStatusError {
      affiliateStatus
    }
  }
}
    fragment Affiliate on Affiliate {
  id
  name
  kind
  status
  legalName
  email
  termsVersion
  minPayout {
    ...Money
  }
  owed {
    ...ExactMoney
  }
  createdAt
  changedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AffiliateCloseMutation, AffiliateCloseMutationVariables>;
export const AffiliateCustomerNameDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AffiliateCustomerName($input: AffiliateCustomerNameInput!) {
  affiliateCustomerName(input: $input) {
    __typename
    ... on AffiliatePayload {
      affiliate {
        ...Affiliate
      }
    }
    ...Refusal
  }
}
    fragment Affiliate on Affiliate {
  id
  name
  kind
  status
  legalName
  email
  termsVersion
  minPayout {
    ...Money
  }
  owed {
    ...ExactMoney
  }
  createdAt
  changedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AffiliateCustomerNameMutation, AffiliateCustomerNameMutationVariables>;
export const AuditEventListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query AuditEventList($filter: AuditEventsFilter, $first: Int!, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    nodes {
      ...AuditEventFields
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AuditEventFields on AuditEvent {
  id
  position
  at
  recordedAt
  actorKind
  actorId
  personId
  member {
    id
    handle
  }
  door
  network
  requestId
  act
  subjectType
  subjectId
  outcome
  code
  times
  details {
    name
    before
    after
  }
  hash
}`) as unknown as TypedDocumentString<AuditEventListQuery, AuditEventListQueryVariables>;
export const BusinessDayListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query BusinessDayList($year: Int!) {
  coalition {
    businessDays(year: $year) {
      ...BusinessDay
    }
  }
}
    fragment BusinessDay on BusinessDay {
  day
  kind
  source
  note
}`) as unknown as TypedDocumentString<BusinessDayListQuery, BusinessDayListQueryVariables>;
export const BusinessDaysSetDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation BusinessDaysSet($input: BusinessDaysSetInput!) {
  businessDaysSet(input: $input) {
    __typename
    ... on BusinessDaysSetPayload {
      year
      days {
        ...BusinessDay
      }
    }
    ...Refusal
  }
}
    fragment BusinessDay on BusinessDay {
  day
  kind
  source
  note
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<BusinessDaysSetMutation, BusinessDaysSetMutationVariables>;
export const ViewerDocument = /* #__PURE__ */ new TypedDocumentString(`
    query Viewer {
  viewer {
    kind
    scopes
    coalition {
      id
      handle
      name
      mode
    }
    member {
      id
      handle
      name
    }
    customer {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const CoalitionGetDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CoalitionGet {
  coalition {
    ...Coalition
  }
}
    fragment Coalition on Coalition {
  id
  handle
  name
  pointsName
  pointsSymbol
  currency
  timeZone
  locales
  mode
  confirmSpendingAbovePoints
  eraseInactiveAfterMonths
  keepConfirmationsDays
  keepDeliveriesDays
  bindingPolicy
  bindingDays
  bindingPriority
  now
  terms {
    ...Terms
  }
}
fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}`) as unknown as TypedDocumentString<CoalitionGetQuery, CoalitionGetQueryVariables>;
export const CoalitionCoverageDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CoalitionCoverage {
  coalition {
    coverage {
      ...Coverage
    }
  }
}
    fragment Coverage on Coverage {
  outstandingPoints
  required {
    ...ExactMoney
  }
  reserve {
    ...ExactMoney
  }
  contingent {
    ...ExactMoney
  }
  covered
  byIssuer {
    member {
      id
      handle
      name
    }
    outstandingPoints
    reserve {
      ...ExactMoney
    }
    contingent {
      ...ExactMoney
    }
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<CoalitionCoverageQuery, CoalitionCoverageQueryVariables>;
export const CoalitionChainDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CoalitionChain {
  coalition {
    chain {
      batchNo
      hash
      postedAt
    }
  }
}
    `) as unknown as TypedDocumentString<CoalitionChainQuery, CoalitionChainQueryVariables>;
export const CoalitionOpenDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CoalitionOpen($input: CoalitionOpenInput!) {
  coalitionOpen(input: $input) {
    __typename
    ... on CoalitionOpenPayload {
      coalition {
        ...Coalition
      }
      adminKey
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
  }
}
    fragment Coalition on Coalition {
  id
  handle
  name
  pointsName
  pointsSymbol
  currency
  timeZone
  locales
  mode
  confirmSpendingAbovePoints
  eraseInactiveAfterMonths
  keepConfirmationsDays
  keepDeliveriesDays
  bindingPolicy
  bindingDays
  bindingPriority
  now
  terms {
    ...Terms
  }
}
fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CoalitionOpenMutation, CoalitionOpenMutationVariables>;
export const ClockAdvanceDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ClockAdvance($input: ClockAdvanceInput!) {
  clockAdvance(input: $input) {
    __typename
    ... on ClockAdvancePayload {
      coalition {
        ...Coalition
      }
    }
    ...Refusal
  }
}
    fragment Coalition on Coalition {
  id
  handle
  name
  pointsName
  pointsSymbol
  currency
  timeZone
  locales
  mode
  confirmSpendingAbovePoints
  eraseInactiveAfterMonths
  keepConfirmationsDays
  keepDeliveriesDays
  bindingPolicy
  bindingDays
  bindingPriority
  now
  terms {
    ...Terms
  }
}
fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ClockAdvanceMutation, ClockAdvanceMutationVariables>;
export const CoalitionUpdateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CoalitionUpdate($input: CoalitionUpdateInput!) {
  coalitionUpdate(input: $input) {
    __typename
    ... on CoalitionUpdatePayload {
      coalition {
        ...Coalition
      }
    }
    ...Refusal
  }
}
    fragment Coalition on Coalition {
  id
  handle
  name
  pointsName
  pointsSymbol
  currency
  timeZone
  locales
  mode
  confirmSpendingAbovePoints
  eraseInactiveAfterMonths
  keepConfirmationsDays
  keepDeliveriesDays
  bindingPolicy
  bindingDays
  bindingPriority
  now
  terms {
    ...Terms
  }
}
fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CoalitionUpdateMutation, CoalitionUpdateMutationVariables>;
export const RateLimitDocument = /* #__PURE__ */ new TypedDocumentString(`
    query RateLimit {
  rateLimit {
    name
    limit
    remaining
    perSecond
    resetSeconds
  }
}
    `) as unknown as TypedDocumentString<RateLimitQuery, RateLimitQueryVariables>;
export const CommissionByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CommissionById($id: ID!) {
  commission(id: $id) {
    ...Commission
  }
}
    fragment Commission on Commission {
  id
  programme {
    id
  }
  version
  payer {
    id
    handle
    name
  }
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  soldOn
  rateBps
  volume {
    ...Money
  }
  amount {
    ...Money
  }
  status
  reason
  dueOn
  lines {
    kind
    volume {
      ...Money
    }
    amount {
      ...Money
    }
    isBooked
    createdAt
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CommissionByIdQuery, CommissionByIdQueryVariables>;
export const CommissionListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CommissionList($filter: CommissionsFilter, $first: Int!, $after: String) {
  commissions(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Commission
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Commission on Commission {
  id
  programme {
    id
  }
  version
  payer {
    id
    handle
    name
  }
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  soldOn
  rateBps
  volume {
    ...Money
  }
  amount {
    ...Money
  }
  status
  reason
  dueOn
  lines {
    kind
    volume {
      ...Money
    }
    amount {
      ...Money
    }
    isBooked
    createdAt
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CommissionListQuery, CommissionListQueryVariables>;
export const CommissionProgrammeListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CommissionProgrammeList($first: Int!, $after: String) {
  commissionProgrammes(first: $first, after: $after) {
    nodes {
      ...CommissionProgramme
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment CommissionProgramme on CommissionProgramme {
  id
  payer {
    id
    handle
    name
  }
  payeeKind
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  version
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    percentBps
    fixed {
      ...Money
    }
    ladder {
      from {
        ...Money
      }
      fromCustomers
      bps
    }
    per
    by
    of
    months
    approvedBy
    approvalDays
    twoPeopleAbove {
      ...Money
    }
    refundDays
    taxBps
    fromDay
    toDay
  }
  endedOn
  createdAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CommissionProgrammeListQuery, CommissionProgrammeListQueryVariables>;
export const CommissionProgrammeStartDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CommissionProgrammeStart($input: CommissionProgrammeStartInput!) {
  commissionProgrammeStart(input: $input) {
    __typename
    ... on CommissionProgrammePayload {
      programme {
        ...CommissionProgramme
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleLimitReachedError {
      limit
    }
  }
}
    fragment CommissionProgramme on CommissionProgramme {
  id
  payer {
    id
    handle
    name
  }
  payeeKind
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  version
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    percentBps
    fixed {
      ...Money
    }
    ladder {
      from {
        ...Money
      }
      fromCustomers
      bps
    }
    per
    by
    of
    months
    approvedBy
    approvalDays
    twoPeopleAbove {
      ...Money
    }
    refundDays
    taxBps
    fromDay
    toDay
  }
  endedOn
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CommissionProgrammeStartMutation, CommissionProgrammeStartMutationVariables>;
export const CommissionProgrammeChangeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CommissionProgrammeChange($input: CommissionProgrammeChangeInput!) {
  commissionProgrammeChange(input: $input) {
    __typename
    ... on CommissionProgrammePayload {
      programme {
        ...CommissionProgramme
      }
    }
    ...Refusal
    ... on CommissionProgrammeChangedError {
      currentVersion
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleLimitReachedError {
      limit
    }
  }
}
    fragment CommissionProgramme on CommissionProgramme {
  id
  payer {
    id
    handle
    name
  }
  payeeKind
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  version
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    percentBps
    fixed {
      ...Money
    }
    ladder {
      from {
        ...Money
      }
      fromCustomers
      bps
    }
    per
    by
    of
    months
    approvedBy
    approvalDays
    twoPeopleAbove {
      ...Money
    }
    refundDays
    taxBps
    fromDay
    toDay
  }
  endedOn
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CommissionProgrammeChangeMutation, CommissionProgrammeChangeMutationVariables>;
export const CommissionProgrammeEndDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CommissionProgrammeEnd($input: CommissionProgrammeEndInput!) {
  commissionProgrammeEnd(input: $input) {
    __typename
    ... on CommissionProgrammePayload {
      programme {
        ...CommissionProgramme
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment CommissionProgramme on CommissionProgramme {
  id
  payer {
    id
    handle
    name
  }
  payeeKind
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  version
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    percentBps
    fixed {
      ...Money
    }
    ladder {
      from {
        ...Money
      }
      fromCustomers
      bps
    }
    per
    by
    of
    months
    approvedBy
    approvalDays
    twoPeopleAbove {
      ...Money
    }
    refundDays
    taxBps
    fromDay
    toDay
  }
  endedOn
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CommissionProgrammeEndMutation, CommissionProgrammeEndMutationVariables>;
export const CommissionApproveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CommissionApprove($input: CommissionApproveInput!) {
  commissionApprove(input: $input) {
    __typename
    ... on CommissionPayload {
      commission {
        ...Commission
      }
    }
    ...Refusal
    ... on CommissionNotDueError {
      dueOn
    }
    ... on CommissionStatusError {
      commissionStatus
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Commission on Commission {
  id
  programme {
    id
  }
  version
  payer {
    id
    handle
    name
  }
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  soldOn
  rateBps
  volume {
    ...Money
  }
  amount {
    ...Money
  }
  status
  reason
  dueOn
  lines {
    kind
    volume {
      ...Money
    }
    amount {
      ...Money
    }
    isBooked
    createdAt
  }
  createdAt
  changedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CommissionApproveMutation, CommissionApproveMutationVariables>;
export const CommissionRejectDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CommissionReject($input: CommissionRejectInput!) {
  commissionReject(input: $input) {
    __typename
    ... on CommissionPayload {
      commission {
        ...Commission
      }
    }
    ...Refusal
    ... on CommissionStatusError {
      commissionStatus
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Commission on Commission {
  id
  programme {
    id
  }
  version
  payer {
    id
    handle
    name
  }
  affiliate {
    id
    name
  }
  member {
    id
    handle
    name
  }
  soldOn
  rateBps
  volume {
    ...Money
  }
  amount {
    ...Money
  }
  status
  reason
  dueOn
  lines {
    kind
    volume {
      ...Money
    }
    amount {
      ...Money
    }
    isBooked
    createdAt
  }
  createdAt
  changedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CommissionRejectMutation, CommissionRejectMutationVariables>;
export const ConfirmationRequestDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ConfirmationRequest($input: ConfirmationRequestInput!) {
  confirmationRequest(input: $input) {
    __typename
    ... on ConfirmationRequestPayload {
      confirmationId
      channel
      maskedAddress
      expiresAt
      replayed
    }
    ...Refusal
    ... on ConfirmationTooSoonError {
      retryAt
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on FreezeNeedsAdministratorError {
      customerId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ConfirmationRequestMutation, ConfirmationRequestMutationVariables>;
export const CustomerConsentsDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerConsents($by: CustomerBy!) {
  customer(by: $by) {
    consents {
      ...Consent
    }
  }
}
    fragment Consent on Consent {
  id
  purpose
  given
  textVersion
  textHash
  source
  proof
  member {
    id
    handle
    name
  }
  recordedBy
  happenedAt
  recordedAt
}`) as unknown as TypedDocumentString<CustomerConsentsQuery, CustomerConsentsQueryVariables>;
export const CustomerConsentHistoryDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerConsentHistory($by: CustomerBy!, $first: Int!, $after: String) {
  customer(by: $by) {
    consentHistory(first: $first, after: $after) {
      nodes {
        ...Consent
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Consent on Consent {
  id
  purpose
  given
  textVersion
  textHash
  source
  proof
  member {
    id
    handle
    name
  }
  recordedBy
  happenedAt
  recordedAt
}`) as unknown as TypedDocumentString<CustomerConsentHistoryQuery, CustomerConsentHistoryQueryVariables>;
export const ConsentTextsDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ConsentTexts($purpose: ConsentPurpose, $first: Int!, $after: String) {
  coalition {
    consentTexts(purpose: $purpose, first: $first, after: $after) {
      nodes {
        ...ConsentText
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment ConsentText on ConsentText {
  id
  purpose
  version
  textEn
  textRu
  hash
  publishedAt
}`) as unknown as TypedDocumentString<ConsentTextsQuery, ConsentTextsQueryVariables>;
export const ConsentTextPublishDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ConsentTextPublish($input: ConsentTextPublishInput!) {
  consentTextPublish(input: $input) {
    __typename
    ... on ConsentTextPublishPayload {
      text {
        ...ConsentText
      }
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
  }
}
    fragment ConsentText on ConsentText {
  id
  purpose
  version
  textEn
  textRu
  hash
  publishedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ConsentTextPublishMutation, ConsentTextPublishMutationVariables>;
export const ConsentRecordDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ConsentRecord($input: ConsentRecordInput!) {
  consentRecord(input: $input) {
    __typename
    ... on ConsentPayload {
      consent {
        ...Consent
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Consent on Consent {
  id
  purpose
  given
  textVersion
  textHash
  source
  proof
  member {
    id
    handle
    name
  }
  recordedBy
  happenedAt
  recordedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ConsentRecordMutation, ConsentRecordMutationVariables>;
export const ConsentWithdrawDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ConsentWithdraw($input: ConsentWithdrawInput!) {
  consentWithdraw(input: $input) {
    __typename
    ... on ConsentPayload {
      consent {
        ...Consent
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Consent on Consent {
  id
  purpose
  given
  textVersion
  textHash
  source
  proof
  member {
    id
    handle
    name
  }
  recordedBy
  happenedAt
  recordedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ConsentWithdrawMutation, ConsentWithdrawMutationVariables>;
export const CustomerFindDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerFind($by: CustomerBy!) {
  customer(by: $by) {
    ...Customer
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}`) as unknown as TypedDocumentString<CustomerFindQuery, CustomerFindQueryVariables>;
export const CustomerActivityDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerActivity($by: CustomerBy!, $first: Int!, $after: String) {
  customer(by: $by) {
    activity(first: $first, after: $after) {
      nodes {
        ...ActivityEntry
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment ActivityEntry on ActivityEntry {
  id
  kind
  member {
    id
    handle
    name
  }
  points
  balanceAfter
  postedAt
}`) as unknown as TypedDocumentString<CustomerActivityQuery, CustomerActivityQueryVariables>;
export const CustomerPurchasesDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerPurchases($by: CustomerBy!, $first: Int!, $after: String) {
  customer(by: $by) {
    purchases(first: $first, after: $after) {
      nodes {
        ...RecordedPurchase
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
fragment RecordedPurchase on Purchase {
  ...Purchase
  recordedBy {
    personId
    name
    tillId
    tillName
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CustomerPurchasesQuery, CustomerPurchasesQueryVariables>;
export const CustomerEnrolDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CustomerEnrol($input: CustomerEnrolInput!) {
  customerEnrol(input: $input) {
    __typename
    ... on CustomerEnrolPayload {
      customer {
        ...Customer
      }
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CustomerEnrolMutation, CustomerEnrolMutationVariables>;
export const HouseholdJoinDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation HouseholdJoin($input: HouseholdJoinInput!) {
  householdJoin(input: $input) {
    __typename
    ... on HouseholdPayload {
      customer {
        ...Customer
      }
    }
    ...Refusal
    ... on ConfirmationExpiredError {
      expiredAt
    }
    ... on ConfirmationInvalidError {
      attemptsLeft
      reason
    }
    ... on ConfirmationRequiredError {
      customerId
      purpose
      threshold
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<HouseholdJoinMutation, HouseholdJoinMutationVariables>;
export const HouseholdLeaveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation HouseholdLeave($input: HouseholdLeaveInput!) {
  householdLeave(input: $input) {
    __typename
    ... on HouseholdPayload {
      customer {
        ...Customer
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<HouseholdLeaveMutation, HouseholdLeaveMutationVariables>;
export const CustomerMergeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CustomerMerge($input: CustomerMergeInput!) {
  customerMerge(input: $input) {
    __typename
    ... on CustomerMergePayload {
      customer {
        ...Customer
      }
      merged {
        id
        status
        mergedIntoId
      }
      points
      balanceAfter
      replayed
    }
    ...Refusal
    ... on ConfirmationExpiredError {
      expiredAt
    }
    ... on ConfirmationInvalidError {
      attemptsLeft
      reason
    }
    ... on ConfirmationRequiredError {
      customerId
      purpose
      threshold
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on CustomerFrozenError {
      customerId
    }
    ... on CustomerHasOpenHoldsError {
      held
      openHolds
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CustomerMergeMutation, CustomerMergeMutationVariables>;
export const CustomerListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerList($filter: CustomersFilter, $first: Int!, $after: String) {
  customers(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Customer
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}`) as unknown as TypedDocumentString<CustomerListQuery, CustomerListQueryVariables>;
export const CustomerFreezeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CustomerFreeze($input: CustomerFreezeInput!) {
  customerFreeze(input: $input) {
    __typename
    ... on CustomerFreezePayload {
      customer {
        ...Customer
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CustomerFreezeMutation, CustomerFreezeMutationVariables>;
export const CustomerUnfreezeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CustomerUnfreeze($input: CustomerUnfreezeInput!) {
  customerUnfreeze(input: $input) {
    __typename
    ... on CustomerFreezePayload {
      customer {
        ...Customer
      }
    }
    ...Refusal
    ... on ConfirmationExpiredError {
      expiredAt
    }
    ... on ConfirmationInvalidError {
      attemptsLeft
      reason
    }
    ... on ConfirmationRequiredError {
      customerId
      purpose
      threshold
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on FreezeNeedsAdministratorError {
      customerId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CustomerUnfreezeMutation, CustomerUnfreezeMutationVariables>;
export const VehicleAddDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation VehicleAdd($input: VehicleAddInput!) {
  vehicleAdd(input: $input) {
    __typename
    ... on VehiclePayload {
      vehicle {
        ...Vehicle
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<VehicleAddMutation, VehicleAddMutationVariables>;
export const VehicleUpdateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation VehicleUpdate($input: VehicleUpdateInput!) {
  vehicleUpdate(input: $input) {
    __typename
    ... on VehiclePayload {
      vehicle {
        ...Vehicle
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<VehicleUpdateMutation, VehicleUpdateMutationVariables>;
export const VehicleRemoveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation VehicleRemove($input: VehicleRemoveInput!) {
  vehicleRemove(input: $input) {
    __typename
    ... on VehicleRemovePayload {
      vehicleId
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<VehicleRemoveMutation, VehicleRemoveMutationVariables>;
export const CustomerExportDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerExport($customer: CustomerBy!) {
  customerExport(customer: $customer) {
    customerId
    format
    exportedAt
    complete
    content
  }
}
    `) as unknown as TypedDocumentString<CustomerExportQuery, CustomerExportQueryVariables>;
export const CustomerEraseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CustomerErase($input: CustomerEraseInput!) {
  customerErase(input: $input) {
    __typename
    ... on CustomerErasePayload {
      customer {
        id
        status
        erasedAt
      }
      erasedAt
      points
      owed
      tracesLeft
      replayed
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on CustomerHasOpenHoldsError {
      held
      openHolds
    }
    ... on CustomerHasPointsError {
      givesUpAtMost
      points
    }
    ... on CustomerOwesPointsError {
      owed
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CustomerEraseMutation, CustomerEraseMutationVariables>;
export const EarnCodeByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query EarnCodeById($id: ID!) {
  earnCode(id: $id) {
    ...EarnCode
  }
}
    fragment EarnCode on EarnCode {
  id
  receiptRef
  total {
    ...Money
  }
  occurredAt
  lastDay
  issuedAt
  state
  claimedAt
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<EarnCodeByIdQuery, EarnCodeByIdQueryVariables>;
export const EarnCodeListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query EarnCodeList($first: Int!, $after: String) {
  earnCodes(first: $first, after: $after) {
    nodes {
      ...EarnCode
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment EarnCode on EarnCode {
  id
  receiptRef
  total {
    ...Money
  }
  occurredAt
  lastDay
  issuedAt
  state
  claimedAt
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<EarnCodeListQuery, EarnCodeListQueryVariables>;
export const EarnCodeIssueDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation EarnCodeIssue($input: EarnCodeIssueInput!) {
  earnCodeIssue(input: $input) {
    __typename
    ... on EarnCodeIssuePayload {
      printedCode
      url
      qrSvg
      replayed
      earnCode {
        ...EarnCode
      }
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
    ... on FiscalReceiptUsedError {
      purchaseId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on ReceiptAlreadyUsedError {
      purchaseId
    }
    ... on SaleBeforeJoiningError {
      joinedOn
      soldOn
      who
    }
    ... on SaleTooLateError {
      lastDay
      soldOn
    }
  }
}
    fragment EarnCode on EarnCode {
  id
  receiptRef
  total {
    ...Money
  }
  occurredAt
  lastDay
  issuedAt
  state
  claimedAt
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<EarnCodeIssueMutation, EarnCodeIssueMutationVariables>;
export const EarnCodeRevokeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation EarnCodeRevoke($input: EarnCodeRevokeInput!) {
  earnCodeRevoke(input: $input) {
    __typename
    ... on EarnCodePayload {
      earnCode {
        ...EarnCode
      }
    }
    ...Refusal
    ... on EarnCodeNotUsableError {
      bar
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment EarnCode on EarnCode {
  id
  receiptRef
  total {
    ...Money
  }
  occurredAt
  lastDay
  issuedAt
  state
  claimedAt
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<EarnCodeRevokeMutation, EarnCodeRevokeMutationVariables>;
export const EarnCodeClaimDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation EarnCodeClaim($input: EarnCodeClaimInput!) {
  earnCodeClaim(input: $input) {
    __typename
    ... on EarnCodeClaimPayload {
      balanceAfter
      replayed
      purchase {
        ...Purchase
      }
    }
    ...Refusal
    ... on CreditLimitReachedError {
      limit {
        ...ExactMoney
      }
      owed {
        ...ExactMoney
      }
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on EarnCodeNotUsableError {
      bar
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on SaleBeforeJoiningError {
      joinedOn
      soldOn
      who
    }
    ... on SaleNeedsApprovalError {
      receiptRef
    }
    ... on SaleTooLateError {
      lastDay
      soldOn
    }
  }
}
    fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<EarnCodeClaimMutation, EarnCodeClaimMutationVariables>;
export const MemberExitGetDocument = /* #__PURE__ */ new TypedDocumentString(`
    query MemberExitGet($id: ID!) {
  member(id: $id) {
    exit {
      ...MemberExit
    }
  }
}
    fragment ExitEstimate on ExitEstimate {
  estimateNo
  estimatedAt
  points
  position {
    ...ExactMoney
  }
  liability {
    ...ExactMoney
  }
  guaranteeNeeded {
    ...ExactMoney
  }
  endsAt
  lotCount
  lotHash
}
fragment ExitGuarantee on ExitGuarantee {
  kind
  amount {
    ...ExactMoney
  }
  reference
  recordedAt
}
fragment MemberExit on MemberExit {
  reason
  noticedAt
  redemptionEndsAt
  closedAt
  missing
  points
  liability {
    ...ExactMoney
  }
  guaranteeNeeded {
    ...ExactMoney
  }
  guarantees {
    ...ExitGuarantee
  }
  estimates {
    ...ExitEstimate
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<MemberExitGetQuery, MemberExitGetQueryVariables>;
export const MyExitDocument = /* #__PURE__ */ new TypedDocumentString(`
    query MyExit {
  viewer {
    member {
      exit {
        ...MemberExit
      }
    }
  }
}
    fragment ExitEstimate on ExitEstimate {
  estimateNo
  estimatedAt
  points
  position {
    ...ExactMoney
  }
  liability {
    ...ExactMoney
  }
  guaranteeNeeded {
    ...ExactMoney
  }
  endsAt
  lotCount
  lotHash
}
fragment ExitGuarantee on ExitGuarantee {
  kind
  amount {
    ...ExactMoney
  }
  reference
  recordedAt
}
fragment MemberExit on MemberExit {
  reason
  noticedAt
  redemptionEndsAt
  closedAt
  missing
  points
  liability {
    ...ExactMoney
  }
  guaranteeNeeded {
    ...ExactMoney
  }
  guarantees {
    ...ExitGuarantee
  }
  estimates {
    ...ExitEstimate
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<MyExitQuery, MyExitQueryVariables>;
export const MemberExitNoticeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberExitNotice($input: MemberExitNoticeInput!) {
  memberExitNotice(input: $input) {
    __typename
    ... on MemberExitNoticePayload {
      member {
        ...Member
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<MemberExitNoticeMutation, MemberExitNoticeMutationVariables>;
export const MemberExitWithdrawDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberExitWithdraw($input: MemberExitWithdrawInput!) {
  memberExitWithdraw(input: $input) {
    __typename
    ... on MemberExitWithdrawPayload {
      member {
        ...Member
      }
      withdrawnAt
    }
    ...Refusal
    ... on ExitNoticeStandsError {
      because
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on TermsNotAcceptedError {
      termsId
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<MemberExitWithdrawMutation, MemberExitWithdrawMutationVariables>;
export const MemberExitGuaranteeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberExitGuarantee($input: MemberExitGuaranteeInput!) {
  memberExitGuarantee(input: $input) {
    __typename
    ... on MemberExitGuaranteePayload {
      guarantee {
        ...ExitGuarantee
      }
      replayed
    }
    ...Refusal
  }
}
    fragment ExitGuarantee on ExitGuarantee {
  kind
  amount {
    ...ExactMoney
  }
  reference
  recordedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<MemberExitGuaranteeMutation, MemberExitGuaranteeMutationVariables>;
export const MemberExitEstimateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberExitEstimate($input: MemberExitEstimateInput!) {
  memberExitEstimate(input: $input) {
    __typename
    ... on MemberExitEstimatePayload {
      estimate {
        ...ExitEstimate
      }
      replayed
    }
    ...Refusal
  }
}
    fragment ExitEstimate on ExitEstimate {
  estimateNo
  estimatedAt
  points
  position {
    ...ExactMoney
  }
  liability {
    ...ExactMoney
  }
  guaranteeNeeded {
    ...ExactMoney
  }
  endsAt
  lotCount
  lotHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<MemberExitEstimateMutation, MemberExitEstimateMutationVariables>;
export const CoalitionWindDownDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CoalitionWindDown($input: CoalitionWindDownInput!) {
  coalitionWindDown(input: $input) {
    __typename
    ... on CoalitionWindDownPayload {
      coalition {
        ...Coalition
      }
      exiting
    }
    ...Refusal
    ... on CoalitionWindingDownError {
      endsAt
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Coalition on Coalition {
  id
  handle
  name
  pointsName
  pointsSymbol
  currency
  timeZone
  locales
  mode
  confirmSpendingAbovePoints
  eraseInactiveAfterMonths
  keepConfirmationsDays
  keepDeliveriesDays
  bindingPolicy
  bindingDays
  bindingPriority
  now
  terms {
    ...Terms
  }
}
fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CoalitionWindDownMutation, CoalitionWindDownMutationVariables>;
export const ExportByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ExportById($id: ID!) {
  export(id: $id) {
    ...Export
  }
}
    fragment Export on Export {
  id
  kind
  format
  state
  failure
  rows
  total
  percent
  bytes
  sha256
  through
  askedAt
  startedAt
  url
  endsAt
}`) as unknown as TypedDocumentString<ExportByIdQuery, ExportByIdQueryVariables>;
export const ExportListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ExportList($first: Int!, $after: String) {
  exports(first: $first, after: $after) {
    nodes {
      ...Export
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Export on Export {
  id
  kind
  format
  state
  failure
  rows
  total
  percent
  bytes
  sha256
  through
  askedAt
  startedAt
  url
  endsAt
}`) as unknown as TypedDocumentString<ExportListQuery, ExportListQueryVariables>;
export const ExportStartDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ExportStart($input: ExportStartInput!) {
  exportStart(input: $input) {
    __typename
    ... on ExportStartPayload {
      replayed
      export {
        ...Export
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on TooManyExportsError {
      are
      limit
    }
  }
}
    fragment Export on Export {
  id
  kind
  format
  state
  failure
  rows
  total
  percent
  bytes
  sha256
  through
  askedAt
  startedAt
  url
  endsAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ExportStartMutation, ExportStartMutationVariables>;
export const FiguresOfPeriodDocument = /* #__PURE__ */ new TypedDocumentString(`
    query FiguresOfPeriod($from: String!, $to: String!, $by: FigurePart!, $memberId: ID, $absentDays: Int!, $marginBps: Int) {
  coalition {
    figures(
      from: $from
      to: $to
      by: $by
      memberId: $memberId
      absentDays: $absentDays
      marginBps: $marginBps
    ) {
      asOf
      member {
        id
        handle
        name
      }
      total {
        ...FiguresOfPart
      }
      before {
        ...FiguresOfPart
      }
      parts {
        ...FiguresOfPart
      }
      cost {
        pointsIssued {
          ...ExactMoney
        }
        pointsTaken {
          ...ExactMoney
        }
        discounts {
          ...ExactMoney
        }
        total {
          ...ExactMoney
        }
        margin {
          ...ExactMoney
        }
        perNewCustomer {
          ...ExactMoney
        }
        returnBps
      }
    }
  }
}
    fragment FigureSums on FigureSums {
  purchases
  refunds
  gross {
    ...Money
  }
  discounts {
    ...Money
  }
  pointsPart {
    ...Money
  }
  refunded {
    ...Money
  }
  net {
    ...Money
  }
  money {
    ...Money
  }
  averageBill {
    ...Money
  }
  pointsIssued
  pointsReversed
  pointsSpent
  pointsReturned
  pointsExpired
}
fragment FiguresOfPart on FiguresOfPart {
  from
  to
  sums {
    ...FigureSums
  }
  customers {
    active
    new
    returning
    lost
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<FiguresOfPeriodQuery, FiguresOfPeriodQueryVariables>;
export const FiguresByKeyDocument = /* #__PURE__ */ new TypedDocumentString(`
    query FiguresByKey($from: String!, $to: String!, $dimension: FigureDimension!, $memberId: ID, $first: Int!, $language: Language) {
  coalition {
    figuresBy(
      from: $from
      to: $to
      dimension: $dimension
      memberId: $memberId
      first: $first
      language: $language
    ) {
      id
      name
      quantityMilli
      sums {
        ...FigureSums
      }
    }
  }
}
    fragment FigureSums on FigureSums {
  purchases
  refunds
  gross {
    ...Money
  }
  discounts {
    ...Money
  }
  pointsPart {
    ...Money
  }
  refunded {
    ...Money
  }
  net {
    ...Money
  }
  money {
    ...Money
  }
  averageBill {
    ...Money
  }
  pointsIssued
  pointsReversed
  pointsSpent
  pointsReturned
  pointsExpired
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<FiguresByKeyQuery, FiguresByKeyQueryVariables>;
export const FirstVisitsReadDocument = /* #__PURE__ */ new TypedDocumentString(`
    query FirstVisitsRead($from: String!, $to: String!, $memberId: ID) {
  coalition {
    firstVisits(from: $from, to: $to, memberId: $memberId) {
      from {
        id
        handle
        name
      }
      to {
        id
        handle
        name
      }
      customers
    }
  }
}
    `) as unknown as TypedDocumentString<FirstVisitsReadQuery, FirstVisitsReadQueryVariables>;
export const RetentionReadDocument = /* #__PURE__ */ new TypedDocumentString(`
    query RetentionRead($of: RetentionOf!, $months: Int!, $memberId: ID) {
  coalition {
    retention(of: $of, months: $months, memberId: $memberId) {
      month
      size
      active
    }
  }
}
    `) as unknown as TypedDocumentString<RetentionReadQuery, RetentionReadQueryVariables>;
export const HoldGetDocument = /* #__PURE__ */ new TypedDocumentString(`
    query HoldGet($id: ID!) {
  hold(id: $id) {
    ...Hold
  }
}
    fragment Hold on Hold {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  points
  status
  orderRef
  bill {
    ...Money
  }
  code
  createdAt
  expiresAt
  purchase {
    id
    receiptRef
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<HoldGetQuery, HoldGetQueryVariables>;
export const CustomerHoldsDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerHolds($by: CustomerBy!) {
  customer(by: $by) {
    holds(first: 100) {
      ...Hold
    }
  }
}
    fragment Hold on Hold {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  points
  status
  orderRef
  bill {
    ...Money
  }
  code
  createdAt
  expiresAt
  purchase {
    id
    receiptRef
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CustomerHoldsQuery, CustomerHoldsQueryVariables>;
export const HoldCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation HoldCreate($input: HoldCreateInput!) {
  holdCreate(input: $input) {
    __typename
    ... on HoldCreatePayload {
      hold {
        ...Hold
      }
      replayed
    }
    ...Refusal
    ... on ConfirmationExpiredError {
      expiredAt
    }
    ... on ConfirmationInvalidError {
      attemptsLeft
      reason
    }
    ... on ConfirmationRequiredError {
      customerId
      purpose
      threshold
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on CustomerFrozenError {
      customerId
    }
    ... on InsufficientPointsError {
      available
      requested
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on NewDeviceError {
      endsAt
      maxPoints
    }
    ... on PointsShareExceededError {
      maxPoints
      requested
    }
    ... on SpendingLimitReachedError {
      left
      reached
      retryAt
    }
    ... on TokenCapExceededError {
      maxPoints
    }
  }
}
    fragment Hold on Hold {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  points
  status
  orderRef
  bill {
    ...Money
  }
  code
  createdAt
  expiresAt
  purchase {
    id
    receiptRef
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<HoldCreateMutation, HoldCreateMutationVariables>;
export const HoldCaptureDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation HoldCapture($input: HoldCaptureInput!) {
  holdCapture(input: $input) {
    __typename
    ... on HoldCapturePayload {
      purchase {
        ...Purchase
      }
      hold {
        ...Hold
      }
      balanceAfter
      replayed
    }
    ...Refusal
    ... on CaptureExceedsHoldError {
      held
      requested
    }
    ... on CreditLimitReachedError {
      limit {
        ...ExactMoney
      }
      owed {
        ...ExactMoney
      }
    }
    ... on FiscalReceiptUsedError {
      purchaseId
    }
    ... on HoldNotOpenError {
      holdStatus
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on PointsShareExceededError {
      maxPoints
      requested
    }
    ... on PriceChangedError {
      discount {
        ...Money
      }
      pointsToEarn
      toPay {
        ...Money
      }
    }
    ... on ReceiptAlreadyUsedError {
      purchaseId
    }
    ... on SaleBeforeJoiningError {
      joinedOn
      soldOn
      who
    }
    ... on SaleNeedsApprovalError {
      receiptRef
    }
    ... on SaleTooLateError {
      lastDay
      soldOn
    }
    ... on VoucherNotUsableError {
      bar
      voucher
    }
  }
}
    fragment Hold on Hold {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  points
  status
  orderRef
  bill {
    ...Money
  }
  code
  createdAt
  expiresAt
  purchase {
    id
    receiptRef
  }
}
fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<HoldCaptureMutation, HoldCaptureMutationVariables>;
export const HoldVoidDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation HoldVoid($input: HoldVoidInput!) {
  holdVoid(input: $input) {
    __typename
    ... on HoldVoidPayload {
      hold {
        ...Hold
      }
      replayed
    }
    ...Refusal
    ... on HoldNotOpenError {
      holdStatus
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Hold on Hold {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  points
  status
  orderRef
  bill {
    ...Money
  }
  code
  createdAt
  expiresAt
  purchase {
    id
    receiptRef
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<HoldVoidMutation, HoldVoidMutationVariables>;
export const HoldListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query HoldList($filter: HoldsFilter, $first: Int!, $after: String) {
  holds(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Hold
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Hold on Hold {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  points
  status
  orderRef
  bill {
    ...Money
  }
  code
  createdAt
  expiresAt
  purchase {
    id
    receiptRef
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<HoldListQuery, HoldListQueryVariables>;
export const ImportByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ImportById($id: ID!) {
  import(id: $id) {
    ...Import
  }
}
    fragment Import on Import {
  id
  kind
  state
  isPaused
  failure
  rows
  percent
  counts {
    added
    matched
    faults
    points
  }
  checked {
    added
    matched
    faults
    points
  }
  errorsPath
  handedInAt
  begunAt
  movedAt
}`) as unknown as TypedDocumentString<ImportByIdQuery, ImportByIdQueryVariables>;
export const ImportListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ImportList($first: Int!, $after: String) {
  imports(first: $first, after: $after) {
    nodes {
      ...Import
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Import on Import {
  id
  kind
  state
  isPaused
  failure
  rows
  percent
  counts {
    added
    matched
    faults
    points
  }
  checked {
    added
    matched
    faults
    points
  }
  errorsPath
  handedInAt
  begunAt
  movedAt
}`) as unknown as TypedDocumentString<ImportListQuery, ImportListQueryVariables>;
export const ImportBeginDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ImportBegin($input: ImportStepInput!) {
  importBegin(input: $input) {
    __typename
    ... on ImportPayload {
      import {
        ...Import
      }
    }
    ...Refusal
    ... on ImportNotOpenError {
      importState
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Import on Import {
  id
  kind
  state
  isPaused
  failure
  rows
  percent
  counts {
    added
    matched
    faults
    points
  }
  checked {
    added
    matched
    faults
    points
  }
  errorsPath
  handedInAt
  begunAt
  movedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ImportBeginMutation, ImportBeginMutationVariables>;
export const ImportPauseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ImportPause($input: ImportStepInput!) {
  importPause(input: $input) {
    __typename
    ... on ImportPayload {
      import {
        ...Import
      }
    }
    ...Refusal
    ... on ImportNotOpenError {
      importState
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Import on Import {
  id
  kind
  state
  isPaused
  failure
  rows
  percent
  counts {
    added
    matched
    faults
    points
  }
  checked {
    added
    matched
    faults
    points
  }
  errorsPath
  handedInAt
  begunAt
  movedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ImportPauseMutation, ImportPauseMutationVariables>;
export const ImportResumeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ImportResume($input: ImportStepInput!) {
  importResume(input: $input) {
    __typename
    ... on ImportPayload {
      import {
        ...Import
      }
    }
    ...Refusal
    ... on ImportNotOpenError {
      importState
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Import on Import {
  id
  kind
  state
  isPaused
  failure
  rows
  percent
  counts {
    added
    matched
    faults
    points
  }
  checked {
    added
    matched
    faults
    points
  }
  errorsPath
  handedInAt
  begunAt
  movedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ImportResumeMutation, ImportResumeMutationVariables>;
export const ImportCancelDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ImportCancel($input: ImportStepInput!) {
  importCancel(input: $input) {
    __typename
    ... on ImportPayload {
      import {
        ...Import
      }
    }
    ...Refusal
    ... on ImportNotOpenError {
      importState
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Import on Import {
  id
  kind
  state
  isPaused
  failure
  rows
  percent
  counts {
    added
    matched
    faults
    points
  }
  checked {
    added
    matched
    faults
    points
  }
  errorsPath
  handedInAt
  begunAt
  movedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ImportCancelMutation, ImportCancelMutationVariables>;
export const ApiKeyListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ApiKeyList {
  viewer {
    member {
      apiKeys {
        ...ApiKey
      }
    }
  }
}
    fragment ApiKey on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}`) as unknown as TypedDocumentString<ApiKeyListQuery, ApiKeyListQueryVariables>;
export const ApiKeyListOfMemberDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ApiKeyListOfMember($memberId: ID!) {
  member(id: $memberId) {
    apiKeys {
      ...ApiKey
    }
  }
}
    fragment ApiKey on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}`) as unknown as TypedDocumentString<ApiKeyListOfMemberQuery, ApiKeyListOfMemberQueryVariables>;
export const ApiKeyCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ApiKeyCreate($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    __typename
    ... on ApiKeyCreatePayload {
      apiKey {
        ...ApiKey
      }
      secret
    }
    ...Refusal
    ... on KeyLimitReachedError {
      limit
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment ApiKey on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ApiKeyCreateMutation, ApiKeyCreateMutationVariables>;
export const ApiKeyRotateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ApiKeyRotate($input: ApiKeyRotateInput!) {
  apiKeyRotate(input: $input) {
    __typename
    ... on ApiKeyRotatePayload {
      apiKey {
        ...ApiKey
      }
      secret
      previous {
        ...ApiKey
      }
    }
    ...Refusal
    ... on KeyLimitReachedError {
      limit
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment ApiKey on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ApiKeyRotateMutation, ApiKeyRotateMutationVariables>;
export const ApiKeyRevokeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ApiKeyRevoke($input: ApiKeyRevokeInput!) {
  apiKeyRevoke(input: $input) {
    __typename
    ... on ApiKeyRevokePayload {
      apiKey {
        ...ApiKey
      }
      made {
        apiKeys {
          ...ApiKey
        }
        tokenKeys {
          ...TokenKey
        }
        tills {
          id
          name
        }
        webhookEndpoints {
          id
          url
        }
        roles {
          id
          role
          person {
            name
          }
        }
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment ApiKey on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}
fragment TokenKey on TokenKey {
  kid
  algorithm
  scopes
  createdAt
  endsAt
  revokedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ApiKeyRevokeMutation, ApiKeyRevokeMutationVariables>;
export const TokenKeyListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query TokenKeyList {
  viewer {
    member {
      tokenKeys {
        ...TokenKey
      }
    }
  }
}
    fragment TokenKey on TokenKey {
  kid
  algorithm
  scopes
  createdAt
  endsAt
  revokedAt
}`) as unknown as TypedDocumentString<TokenKeyListQuery, TokenKeyListQueryVariables>;
export const TokenKeyListOfMemberDocument = /* #__PURE__ */ new TypedDocumentString(`
    query TokenKeyListOfMember($memberId: ID!) {
  member(id: $memberId) {
    tokenKeys {
      ...TokenKey
    }
  }
}
    fragment TokenKey on TokenKey {
  kid
  algorithm
  scopes
  createdAt
  endsAt
  revokedAt
}`) as unknown as TypedDocumentString<TokenKeyListOfMemberQuery, TokenKeyListOfMemberQueryVariables>;
export const TokenKeyRegisterDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TokenKeyRegister($input: TokenKeyRegisterInput!) {
  tokenKeyRegister(input: $input) {
    __typename
    ... on TokenKeyPayload {
      tokenKey {
        ...TokenKey
      }
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
    ... on KeyLimitReachedError {
      limit
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment TokenKey on TokenKey {
  kid
  algorithm
  scopes
  createdAt
  endsAt
  revokedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<TokenKeyRegisterMutation, TokenKeyRegisterMutationVariables>;
export const TokenKeyRotateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TokenKeyRotate($input: TokenKeyRotateInput!) {
  tokenKeyRotate(input: $input) {
    __typename
    ... on TokenKeyRotatePayload {
      tokenKey {
        ...TokenKey
      }
      previous {
        ...TokenKey
      }
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
    ... on KeyLimitReachedError {
      limit
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment TokenKey on TokenKey {
  kid
  algorithm
  scopes
  createdAt
  endsAt
  revokedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<TokenKeyRotateMutation, TokenKeyRotateMutationVariables>;
export const TokenKeyRevokeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TokenKeyRevoke($input: TokenKeyRevokeInput!) {
  tokenKeyRevoke(input: $input) {
    __typename
    ... on TokenKeyPayload {
      tokenKey {
        ...TokenKey
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment TokenKey on TokenKey {
  kid
  algorithm
  scopes
  createdAt
  endsAt
  revokedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<TokenKeyRevokeMutation, TokenKeyRevokeMutationVariables>;
export const WidgetSessionCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WidgetSessionCreate($input: WidgetSessionCreateInput!) {
  widgetSessionCreate(input: $input) {
    __typename
    ... on WidgetSessionCreatePayload {
      token
      expiresAt
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<WidgetSessionCreateMutation, WidgetSessionCreateMutationVariables>;
export const ApiKeyListAllDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ApiKeyListAll($filter: ApiKeysFilter, $first: Int!, $after: String) {
  apiKeys(filter: $filter, first: $first, after: $after) {
    nodes {
      ...ApiKey
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ApiKey on ApiKey {
  id
  name
  lastFour
  scopes
  createdAt
  lastUsedAt
  revokedAt
  endsAt
}`) as unknown as TypedDocumentString<ApiKeyListAllQuery, ApiKeyListAllQueryVariables>;
export const LinkByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query LinkById($id: ID!) {
  link(id: $id) {
    ...Link
    figures {
      ...LinkFigures
    }
  }
}
    fragment LinkSource on LinkSource {
  kind
  id
  member {
    id
    handle
    name
  }
}
fragment Link on Link {
  id
  name
  code
  url
  targetUrl
  pageUrl
  utm {
    source
    medium
    campaign
    term
    content
  }
  windowDays
  status
  createdAt
  member {
    id
    handle
    name
  }
  source {
    ...LinkSource
  }
}
fragment LinkFigures on LinkFigures {
  clicks
  machineClicks
  bindings
  purchases
  turnover {
    ...Money
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<LinkByIdQuery, LinkByIdQueryVariables>;
export const LinkQrDocument = /* #__PURE__ */ new TypedDocumentString(`
    query LinkQr($id: ID!) {
  link(id: $id) {
    qrSvg
  }
}
    `) as unknown as TypedDocumentString<LinkQrQuery, LinkQrQueryVariables>;
export const LinkListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query LinkList($filter: LinksFilter, $first: Int!, $after: String) {
  links(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Link
      figures {
        ...LinkFigures
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment LinkSource on LinkSource {
  kind
  id
  member {
    id
    handle
    name
  }
}
fragment Link on Link {
  id
  name
  code
  url
  targetUrl
  pageUrl
  utm {
    source
    medium
    campaign
    term
    content
  }
  windowDays
  status
  createdAt
  member {
    id
    handle
    name
  }
  source {
    ...LinkSource
  }
}
fragment LinkFigures on LinkFigures {
  clicks
  machineClicks
  bindings
  purchases
  turnover {
    ...Money
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<LinkListQuery, LinkListQueryVariables>;
export const LinkCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation LinkCreate($input: LinkCreateInput!) {
  linkCreate(input: $input) {
    __typename
    ... on LinkPayload {
      link {
        ...Link
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment LinkSource on LinkSource {
  kind
  id
  member {
    id
    handle
    name
  }
}
fragment Link on Link {
  id
  name
  code
  url
  targetUrl
  pageUrl
  utm {
    source
    medium
    campaign
    term
    content
  }
  windowDays
  status
  createdAt
  member {
    id
    handle
    name
  }
  source {
    ...LinkSource
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<LinkCreateMutation, LinkCreateMutationVariables>;
export const LinkArchiveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation LinkArchive($input: LinkArchiveInput!) {
  linkArchive(input: $input) {
    __typename
    ... on LinkPayload {
      link {
        ...Link
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment LinkSource on LinkSource {
  kind
  id
  member {
    id
    handle
    name
  }
}
fragment Link on Link {
  id
  name
  code
  url
  targetUrl
  pageUrl
  utm {
    source
    medium
    campaign
    term
    content
  }
  windowDays
  status
  createdAt
  member {
    id
    handle
    name
  }
  source {
    ...LinkSource
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<LinkArchiveMutation, LinkArchiveMutationVariables>;
export const CustomerBindDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CustomerBind($input: CustomerBindInput!) {
  customerBind(input: $input) {
    __typename
    ... on CustomerBindPayload {
      isNew
      binding {
        via
        boundAt
        endsAt
        link {
          ...Link
        }
        source {
          ...LinkSource
        }
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment LinkSource on LinkSource {
  kind
  id
  member {
    id
    handle
    name
  }
}
fragment Link on Link {
  id
  name
  code
  url
  targetUrl
  pageUrl
  utm {
    source
    medium
    campaign
    term
    content
  }
  windowDays
  status
  createdAt
  member {
    id
    handle
    name
  }
  source {
    ...LinkSource
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CustomerBindMutation, CustomerBindMutationVariables>;
export const PurchaseAttributionDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PurchaseAttribution($by: PurchaseBy!) {
  purchase(by: $by) {
    attribution {
      via
      decidedAt
      link {
        ...Link
      }
      source {
        ...LinkSource
      }
      losers {
        via
        reason
        link {
          id
          code
        }
        source {
          ...LinkSource
        }
      }
    }
  }
}
    fragment LinkSource on LinkSource {
  kind
  id
  member {
    id
    handle
    name
  }
}
fragment Link on Link {
  id
  name
  code
  url
  targetUrl
  pageUrl
  utm {
    source
    medium
    campaign
    term
    content
  }
  windowDays
  status
  createdAt
  member {
    id
    handle
    name
  }
  source {
    ...LinkSource
  }
}`) as unknown as TypedDocumentString<PurchaseAttributionQuery, PurchaseAttributionQueryVariables>;
export const MemberMeDocument = /* #__PURE__ */ new TypedDocumentString(`
    query MemberMe {
  viewer {
    member {
      ...Member
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}`) as unknown as TypedDocumentString<MemberMeQuery, MemberMeQueryVariables>;
export const MemberGetDocument = /* #__PURE__ */ new TypedDocumentString(`
    query MemberGet($id: ID!) {
  member(id: $id) {
    ...Member
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}`) as unknown as TypedDocumentString<MemberGetQuery, MemberGetQueryVariables>;
export const MemberListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query MemberList($first: Int!, $after: String) {
  coalition {
    members(first: $first, after: $after) {
      nodes {
        ...Member
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}`) as unknown as TypedDocumentString<MemberListQuery, MemberListQueryVariables>;
export const MyPositionDocument = /* #__PURE__ */ new TypedDocumentString(`
    query MyPosition {
  viewer {
    member {
      clearingPosition {
        ...ClearingPosition
      }
    }
  }
}
    fragment ClearingPosition on ClearingPosition {
  owes {
    ...ExactMoney
  }
  isOwed {
    ...ExactMoney
  }
  net {
    ...ExactMoney
  }
  pointsIssued
  pointsRedeemed
  asOf
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<MyPositionQuery, MyPositionQueryVariables>;
export const MemberPositionDocument = /* #__PURE__ */ new TypedDocumentString(`
    query MemberPosition($id: ID!) {
  member(id: $id) {
    clearingPosition {
      ...ClearingPosition
    }
  }
}
    fragment ClearingPosition on ClearingPosition {
  owes {
    ...ExactMoney
  }
  isOwed {
    ...ExactMoney
  }
  net {
    ...ExactMoney
  }
  pointsIssued
  pointsRedeemed
  asOf
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<MemberPositionQuery, MemberPositionQueryVariables>;
export const MemberAdmitDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberAdmit($input: MemberAdmitInput!) {
  memberAdmit(input: $input) {
    __typename
    ... on MemberAdmitPayload {
      member {
        ...Member
      }
      apiKey
      terms {
        ...Terms
      }
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
    ... on CoalitionWindingDownError {
      endsAt
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<MemberAdmitMutation, MemberAdmitMutationVariables>;
export const MemberUpdateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberUpdate($input: MemberUpdateInput!) {
  memberUpdate(input: $input) {
    __typename
    ... on MemberPayload {
      member {
        ...Member
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<MemberUpdateMutation, MemberUpdateMutationVariables>;
export const MemberSuspendDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberSuspend($input: MemberStatusInput!) {
  memberSuspend(input: $input) {
    __typename
    ... on MemberPayload {
      member {
        ...Member
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<MemberSuspendMutation, MemberSuspendMutationVariables>;
export const MemberReinstateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberReinstate($input: MemberStatusInput!) {
  memberReinstate(input: $input) {
    __typename
    ... on MemberPayload {
      member {
        ...Member
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on TermsNotAcceptedError {
      termsId
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<MemberReinstateMutation, MemberReinstateMutationVariables>;
export const MemberCloseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation MemberClose($input: MemberStatusInput!) {
  memberClose(input: $input) {
    __typename
    ... on MemberPayload {
      member {
        ...Member
      }
    }
    ...Refusal
    ... on MemberExitIncompleteError {
      guaranteeNeeded {
        ...ExactMoney
      }
      missing
      redemptionEndsAt
    }
    ... on MemberHasObligationsError {
      clearing {
        ...ExactMoney
      }
      outstandingPoints
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<MemberCloseMutation, MemberCloseMutationVariables>;
export const TermsAcceptDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TermsAccept($input: TermsAcceptInput!) {
  termsAccept(input: $input) {
    __typename
    ... on TermsAcceptPayload {
      member {
        ...Member
      }
      terms {
        ...Terms
      }
      acceptedAt
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on TermsNotOpenError {
      reason
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<TermsAcceptMutation, TermsAcceptMutationVariables>;
export const VisitRecordDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation VisitRecord($input: VisitRecordInput!) {
  visitRecord(input: $input) {
    __typename
    ... on OccasionPayload {
      replayed
      occasion {
        ...Occasion
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Occasion on Occasion {
  on
  event
  happenedAt
  points
  rules {
    version
    name
    sentence
    points
    reason
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<VisitRecordMutation, VisitRecordMutationVariables>;
export const CustomerEventRecordDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CustomerEventRecord($input: CustomerEventRecordInput!) {
  customerEventRecord(input: $input) {
    __typename
    ... on OccasionPayload {
      replayed
      occasion {
        ...Occasion
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Occasion on Occasion {
  on
  event
  happenedAt
  points
  rules {
    version
    name
    sentence
    points
    reason
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CustomerEventRecordMutation, CustomerEventRecordMutationVariables>;
export const CustomerBirthDateSetDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CustomerBirthDateSet($input: CustomerBirthDateSetInput!) {
  customerBirthDateSet(input: $input) {
    __typename
    ... on CustomerBirthDatePayload {
      customer {
        ...Customer
        birthDate
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<CustomerBirthDateSetMutation, CustomerBirthDateSetMutationVariables>;
export const OfferListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query OfferList($first: Int!, $after: String) {
  offers(first: $first, after: $after) {
    nodes {
      ...Offer
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Offer on Offer {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  member {
    id
    handle
    name
  }
  at {
    id
    handle
    name
  }
  takenAt {
    id
    handle
    name
  }
  lastDay
}`) as unknown as TypedDocumentString<OfferListQuery, OfferListQueryVariables>;
export const PartnerListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PartnerList($first: Int!, $after: String) {
  partners(first: $first, after: $after) {
    nodes {
      ...Partner
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Partner on Partner {
  member {
    id
    handle
    name
    kind
    brandColor
    brandLogoUrl
  }
  site
  earnsEn: earns(language: EN)
  earnsRu: earns(language: RU)
  takesEn: takes(language: EN)
  takesRu: takes(language: RU)
}`) as unknown as TypedDocumentString<PartnerListQuery, PartnerListQueryVariables>;
export const PilotByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PilotById($id: ID!) {
  pilot(id: $id) {
    ...Pilot
    result {
      ...PilotResult
    }
  }
}
    fragment PilotGroup on PilotGroup {
  customers
  returned
  returnedBps
  meanSpend {
    ...Money
  }
}
fragment Pilot on Pilot {
  id
  status
  member {
    id
    handle
    name
  }
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  controlBps
  fromDay
  toDay
  baseDays
  upliftBps
  needsTreatment
  needsControl
  decision
  reason
  decidedAt
  createdAt
}
fragment PilotResult on PilotResult {
  treatment {
    ...PilotGroup
  }
  control {
    ...PilotGroup
  }
  spend {
    estimate {
      ...Money
    }
    low {
      ...Money
    }
    high {
      ...Money
    }
  }
  returning {
    estimateBps
    lowBps
    highBps
  }
  proposal
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PilotByIdQuery, PilotByIdQueryVariables>;
export const PilotListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PilotList($first: Int!, $after: String) {
  pilots(first: $first, after: $after) {
    nodes {
      ...Pilot
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Pilot on Pilot {
  id
  status
  member {
    id
    handle
    name
  }
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  controlBps
  fromDay
  toDay
  baseDays
  upliftBps
  needsTreatment
  needsControl
  decision
  reason
  decidedAt
  createdAt
}`) as unknown as TypedDocumentString<PilotListQuery, PilotListQueryVariables>;
export const PilotPlanDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PilotPlan($input: PilotPlanInput!) {
  pilotPlan(input: $input) {
    __typename
    ... on PilotPayload {
      pilot {
        ...Pilot
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Pilot on Pilot {
  id
  status
  member {
    id
    handle
    name
  }
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  controlBps
  fromDay
  toDay
  baseDays
  upliftBps
  needsTreatment
  needsControl
  decision
  reason
  decidedAt
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<PilotPlanMutation, PilotPlanMutationVariables>;
export const PilotDecideDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PilotDecide($input: PilotDecideInput!) {
  pilotDecide(input: $input) {
    __typename
    ... on PilotPayload {
      pilot {
        ...Pilot
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on PilotStatusError {
      pilotStatus
    }
  }
}
    fragment Pilot on Pilot {
  id
  status
  member {
    id
    handle
    name
  }
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  controlBps
  fromDay
  toDay
  baseDays
  upliftBps
  needsTreatment
  needsControl
  decision
  reason
  decidedAt
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<PilotDecideMutation, PilotDecideMutationVariables>;
export const AdjustmentListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query AdjustmentList($status: AdjustmentStatus, $first: Int!, $after: String) {
  adjustments(status: $status, first: $first, after: $after) {
    nodes {
      ...Adjustment
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Adjustment on Adjustment {
  id
  customer {
    id
    name
  }
  member {
    id
    handle
    name
  }
  points
  kind
  reason
  payers {
    member {
      id
      handle
      name
    }
    share
  }
  expiresInDays
  status
  proposedById
  proposedAt
  approvedById
  approvedAt
}`) as unknown as TypedDocumentString<AdjustmentListQuery, AdjustmentListQueryVariables>;
export const PromoAwardDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PromoAward($input: PromoAwardInput!) {
  promoAward(input: $input) {
    __typename
    ... on PromoAwardPayload {
      customer {
        id
        name
      }
      points
      entries {
        ...ActivityEntry
      }
      balanceAfter
      adjustment {
        ...Adjustment
      }
      replayed
    }
    ...Refusal
    ... on AwardLimitReachedError {
      left
      memberId
      retryAt
    }
    ... on CreditLimitReachedError {
      limit {
        ...ExactMoney
      }
      owed {
        ...ExactMoney
      }
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on PromoFundShortError {
      fund {
        ...ExactMoney
      }
      needed {
        ...ExactMoney
      }
    }
  }
}
    fragment ActivityEntry on ActivityEntry {
  id
  kind
  member {
    id
    handle
    name
  }
  points
  balanceAfter
  postedAt
}
fragment Adjustment on Adjustment {
  id
  customer {
    id
    name
  }
  member {
    id
    handle
    name
  }
  points
  kind
  reason
  payers {
    member {
      id
      handle
      name
    }
    share
  }
  expiresInDays
  status
  proposedById
  proposedAt
  approvedById
  approvedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<PromoAwardMutation, PromoAwardMutationVariables>;
export const AdjustmentProposeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AdjustmentPropose($input: AdjustmentProposeInput!) {
  adjustmentPropose(input: $input) {
    __typename
    ... on AdjustmentPayload {
      adjustment {
        ...Adjustment
      }
      balanceAfter
      replayed
    }
    ...Refusal
    ... on AwardLimitReachedError {
      left
      memberId
      retryAt
    }
    ... on CreditLimitReachedError {
      limit {
        ...ExactMoney
      }
      owed {
        ...ExactMoney
      }
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on InsufficientPointsError {
      available
      requested
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Adjustment on Adjustment {
  id
  customer {
    id
    name
  }
  member {
    id
    handle
    name
  }
  points
  kind
  reason
  payers {
    member {
      id
      handle
      name
    }
    share
  }
  expiresInDays
  status
  proposedById
  proposedAt
  approvedById
  approvedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AdjustmentProposeMutation, AdjustmentProposeMutationVariables>;
export const AdjustmentApproveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AdjustmentApprove($input: AdjustmentApproveInput!) {
  adjustmentApprove(input: $input) {
    __typename
    ... on AdjustmentPayload {
      adjustment {
        ...Adjustment
      }
      balanceAfter
      replayed
    }
    ...Refusal
    ... on AdjustmentNotOpenError {
      adjustmentStatus
    }
    ... on CreditLimitReachedError {
      limit {
        ...ExactMoney
      }
      owed {
        ...ExactMoney
      }
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on InsufficientPointsError {
      available
      requested
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on PromoFundShortError {
      fund {
        ...ExactMoney
      }
      needed {
        ...ExactMoney
      }
    }
  }
}
    fragment Adjustment on Adjustment {
  id
  customer {
    id
    name
  }
  member {
    id
    handle
    name
  }
  points
  kind
  reason
  payers {
    member {
      id
      handle
      name
    }
    share
  }
  expiresInDays
  status
  proposedById
  proposedAt
  approvedById
  approvedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<AdjustmentApproveMutation, AdjustmentApproveMutationVariables>;
export const AdjustmentWithdrawDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation AdjustmentWithdraw($input: AdjustmentWithdrawInput!) {
  adjustmentWithdraw(input: $input) {
    __typename
    ... on AdjustmentWithdrawPayload {
      adjustment {
        ...Adjustment
      }
    }
    ...Refusal
    ... on AdjustmentNotOpenError {
      adjustmentStatus
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Adjustment on Adjustment {
  id
  customer {
    id
    name
  }
  member {
    id
    handle
    name
  }
  points
  kind
  reason
  payers {
    member {
      id
      handle
      name
    }
    share
  }
  expiresInDays
  status
  proposedById
  proposedAt
  approvedById
  approvedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<AdjustmentWithdrawMutation, AdjustmentWithdrawMutationVariables>;
export const PointsTransferDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PointsTransfer($input: PointsTransferInput!) {
  pointsTransfer(input: $input) {
    __typename
    ... on PointsTransferPayload {
      from {
        id
        name
      }
      to {
        id
        name
      }
      points
      balanceAfter
      receiverBalanceAfter
      replayed
    }
    ...Refusal
    ... on ConfirmationExpiredError {
      expiredAt
    }
    ... on ConfirmationInvalidError {
      attemptsLeft
      reason
    }
    ... on ConfirmationRequiredError {
      customerId
      purpose
      threshold
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on CustomerFrozenError {
      customerId
    }
    ... on InsufficientPointsError {
      available
      requested
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<PointsTransferMutation, PointsTransferMutationVariables>;
export const EntryListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query EntryList($filter: EntriesFilter, $first: Int!, $after: String) {
  entries(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      kind
      customer {
        id
        name
      }
      member {
        id
        handle
        name
      }
      points
      balanceAfter
      postedAt
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EntryListQuery, EntryListQueryVariables>;
export const PurchaseGetDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PurchaseGet($by: PurchaseBy!) {
  purchase(by: $by) {
    ...RecordedPurchase
    refunds {
      ...Refund
    }
  }
}
    fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
fragment RecordedPurchase on Purchase {
  ...Purchase
  recordedBy {
    personId
    name
    tillId
    tillName
  }
}
fragment Refund on Refund {
  id
  purchase {
    id
    receiptRef
    refundable {
      ...Money
    }
  }
  amount {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsReturned
  pointsClaimed
  pointsRecovered
  pointsExpired
  pointsToDebt
  pointsBorne
  reason
  lines {
    ref
    amount {
      ...Money
    }
  }
  recordedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PurchaseGetQuery, PurchaseGetQueryVariables>;
export const PurchaseRulesDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PurchaseRules($by: PurchaseBy!) {
  purchase(by: $by) {
    rules {
      ...AppliedRule
    }
  }
}
    fragment AppliedRule on AppliedRule {
  version
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  points
  discount {
    ...Money
  }
  reason
  explanationEn: explanation(language: EN)
  explanationRu: explanation(language: RU)
  paidBy {
    payer {
      id
      handle
      name
    }
    points
    discount {
      ...Money
    }
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PurchaseRulesQuery, PurchaseRulesQueryVariables>;
export const PurchaseListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PurchaseList($filter: PurchasesFilter, $first: Int!, $after: String) {
  purchases(filter: $filter, first: $first, after: $after) {
    nodes {
      ...RecordedPurchase
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
fragment RecordedPurchase on Purchase {
  ...Purchase
  recordedBy {
    personId
    name
    tillId
    tillName
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PurchaseListQuery, PurchaseListQueryVariables>;
export const RefundListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query RefundList($filter: RefundsFilter, $first: Int!, $after: String) {
  refunds(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Refund
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Refund on Refund {
  id
  purchase {
    id
    receiptRef
    refundable {
      ...Money
    }
  }
  amount {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsReturned
  pointsClaimed
  pointsRecovered
  pointsExpired
  pointsToDebt
  pointsBorne
  reason
  lines {
    ref
    amount {
      ...Money
    }
  }
  recordedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RefundListQuery, RefundListQueryVariables>;
export const PurchaseQuoteDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PurchaseQuote($input: PurchaseQuoteInput!) {
  purchaseQuote(input: $input) {
    __typename
    ... on PurchaseQuote {
      member {
        id
        handle
        name
      }
      total {
        ...Money
      }
      discount {
        ...Money
      }
      rules {
        ...AppliedRule
      }
      pointsToRedeem
      pointsPart {
        ...Money
      }
      moneyPart {
        ...Money
      }
      pointsToEarn
      maxPoints
      needsConfirmation
      earningCredit
      faceValue {
        ...Money
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on CustomerFrozenError {
      customerId
    }
    ... on InsufficientPointsError {
      available
      requested
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on PointsShareExceededError {
      maxPoints
      requested
    }
    ... on SpendingLimitReachedError {
      left
      reached
      retryAt
    }
    ... on TokenCapExceededError {
      maxPoints
    }
    ... on VoucherNotUsableError {
      bar
      voucher
    }
  }
}
    fragment AppliedRule on AppliedRule {
  version
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  points
  discount {
    ...Money
  }
  reason
  explanationEn: explanation(language: EN)
  explanationRu: explanation(language: RU)
  paidBy {
    payer {
      id
      handle
      name
    }
    points
    discount {
      ...Money
    }
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PurchaseQuoteQuery, PurchaseQuoteQueryVariables>;
export const PurchaseRecordDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PurchaseRecord($input: PurchaseRecordInput!) {
  purchaseRecord(input: $input) {
    __typename
    ... on PurchaseRecordPayload {
      purchase {
        ...Purchase
      }
      balanceAfter
      replayed
    }
    ...Refusal
    ... on ConfirmationExpiredError {
      expiredAt
    }
    ... on ConfirmationInvalidError {
      attemptsLeft
      reason
    }
    ... on ConfirmationRequiredError {
      customerId
      purpose
      threshold
    }
    ... on CreditLimitReachedError {
      limit {
        ...ExactMoney
      }
      owed {
        ...ExactMoney
      }
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on CustomerFrozenError {
      customerId
    }
    ... on FiscalReceiptUsedError {
      purchaseId
    }
    ... on InsufficientPointsError {
      available
      requested
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on PointsShareExceededError {
      maxPoints
      requested
    }
    ... on PriceChangedError {
      discount {
        ...Money
      }
      pointsToEarn
      toPay {
        ...Money
      }
    }
    ... on ReceiptAlreadyUsedError {
      purchaseId
    }
    ... on SaleBeforeJoiningError {
      joinedOn
      soldOn
      who
    }
    ... on SaleNeedsApprovalError {
      receiptRef
    }
    ... on SaleTooLateError {
      lastDay
      soldOn
    }
    ... on SpendingLimitReachedError {
      left
      reached
      retryAt
    }
    ... on VoucherNotUsableError {
      bar
      voucher
    }
  }
}
    fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<PurchaseRecordMutation, PurchaseRecordMutationVariables>;
export const PurchaseRefundDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PurchaseRefund($input: PurchaseRefundInput!) {
  purchaseRefund(input: $input) {
    __typename
    ... on PurchaseRefundPayload {
      refund {
        ...Refund
      }
      balanceAfter
      replayed
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RefundExceedsPurchaseError {
      refundable {
        ...Money
      }
    }
  }
}
    fragment Refund on Refund {
  id
  purchase {
    id
    receiptRef
    refundable {
      ...Money
    }
  }
  amount {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsReturned
  pointsClaimed
  pointsRecovered
  pointsExpired
  pointsToDebt
  pointsBorne
  reason
  lines {
    ref
    amount {
      ...Money
    }
  }
  recordedAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PurchaseRefundMutation, PurchaseRefundMutationVariables>;
export const FiscalDriveListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query FiscalDriveList($first: Int!, $after: String) {
  fiscalDrives(first: $first, after: $after) {
    nodes {
      ...FiscalDrive
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment FiscalDrive on FiscalDrive {
  id
  fn
  since
  until
  acceptedAt
  addedAt
  member {
    id
    handle
    name
  }
}`) as unknown as TypedDocumentString<FiscalDriveListQuery, FiscalDriveListQueryVariables>;
export const FiscalDriveAddDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation FiscalDriveAdd($input: FiscalDriveAddInput!) {
  fiscalDriveAdd(input: $input) {
    __typename
    ... on FiscalDrivePayload {
      fiscalDrive {
        ...FiscalDrive
      }
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment FiscalDrive on FiscalDrive {
  id
  fn
  since
  until
  acceptedAt
  addedAt
  member {
    id
    handle
    name
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<FiscalDriveAddMutation, FiscalDriveAddMutationVariables>;
export const FiscalDriveAcceptDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation FiscalDriveAccept($input: FiscalDriveAcceptInput!) {
  fiscalDriveAccept(input: $input) {
    __typename
    ... on FiscalDrivePayload {
      fiscalDrive {
        ...FiscalDrive
      }
    }
    ...Refusal
  }
}
    fragment FiscalDrive on FiscalDrive {
  id
  fn
  since
  until
  acceptedAt
  addedAt
  member {
    id
    handle
    name
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<FiscalDriveAcceptMutation, FiscalDriveAcceptMutationVariables>;
export const FiscalDriveCloseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation FiscalDriveClose($input: FiscalDriveCloseInput!) {
  fiscalDriveClose(input: $input) {
    __typename
    ... on FiscalDrivePayload {
      fiscalDrive {
        ...FiscalDrive
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment FiscalDrive on FiscalDrive {
  id
  fn
  since
  until
  acceptedAt
  addedAt
  member {
    id
    handle
    name
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<FiscalDriveCloseMutation, FiscalDriveCloseMutationVariables>;
export const ReceiptClaimByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ReceiptClaimById($id: ID!) {
  receiptClaim(id: $id) {
    ...ReceiptClaim
  }
}
    fragment ReceiptClaim on ReceiptClaim {
  id
  receipt {
    fn
    i
    fp
  }
  total {
    ...Money
  }
  occurredAt
  claimedAt
  lastDay
  state
  reason
  customer {
    id
  }
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<ReceiptClaimByIdQuery, ReceiptClaimByIdQueryVariables>;
export const ReceiptClaimListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ReceiptClaimList($first: Int!, $after: String, $pending: Boolean) {
  receiptClaims(first: $first, after: $after, pending: $pending) {
    nodes {
      ...ReceiptClaim
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ReceiptClaim on ReceiptClaim {
  id
  receipt {
    fn
    i
    fp
  }
  total {
    ...Money
  }
  occurredAt
  claimedAt
  lastDay
  state
  reason
  customer {
    id
  }
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<ReceiptClaimListQuery, ReceiptClaimListQueryVariables>;
export const ReceiptClaimMakeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ReceiptClaimMake($input: ReceiptClaimMakeInput!) {
  receiptClaimMake(input: $input) {
    __typename
    ... on ReceiptClaimMakePayload {
      replayed
      receiptClaim {
        ...ReceiptClaim
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on ReceiptNotClaimableError {
      bar
    }
    ... on SaleBeforeJoiningError {
      joinedOn
      soldOn
      who
    }
  }
}
    fragment ReceiptClaim on ReceiptClaim {
  id
  receipt {
    fn
    i
    fp
  }
  total {
    ...Money
  }
  occurredAt
  claimedAt
  lastDay
  state
  reason
  customer {
    id
  }
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<ReceiptClaimMakeMutation, ReceiptClaimMakeMutationVariables>;
export const ReceiptClaimConfirmDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ReceiptClaimConfirm($input: ReceiptClaimConfirmInput!) {
  receiptClaimConfirm(input: $input) {
    __typename
    ... on ReceiptClaimConfirmPayload {
      balanceAfter
      replayed
      purchase {
        ...Purchase
      }
    }
    ...Refusal
    ... on CreditLimitReachedError {
      limit {
        ...ExactMoney
      }
      owed {
        ...ExactMoney
      }
    }
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on FiscalReceiptUsedError {
      purchaseId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on ReceiptAlreadyUsedError {
      purchaseId
    }
    ... on ReceiptNotClaimableError {
      bar
    }
    ... on SaleBeforeJoiningError {
      joinedOn
      soldOn
      who
    }
    ... on SaleNeedsApprovalError {
      receiptRef
    }
    ... on SaleTooLateError {
      lastDay
      soldOn
    }
  }
}
    fragment Purchase on Purchase {
  id
  member {
    id
    handle
    name
  }
  customer {
    id
    name
  }
  receiptRef
  total {
    ...Money
  }
  discount {
    ...Money
  }
  pointsPart {
    ...Money
  }
  moneyPart {
    ...Money
  }
  pointsRedeemed
  pointsEarned
  lines {
    ref
    title
    total {
      ...Money
    }
    discount {
      ...Money
    }
    sku
    category
    quantity
    earns
  }
  code
  occurredAt
  recordedAt
  refundable {
    ...Money
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<ReceiptClaimConfirmMutation, ReceiptClaimConfirmMutationVariables>;
export const ReceiptClaimDeclineDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ReceiptClaimDecline($input: ReceiptClaimDeclineInput!) {
  receiptClaimDecline(input: $input) {
    __typename
    ... on ReceiptClaimPayload {
      receiptClaim {
        ...ReceiptClaim
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on ReceiptNotClaimableError {
      bar
    }
  }
}
    fragment ReceiptClaim on ReceiptClaim {
  id
  receipt {
    fn
    i
    fp
  }
  total {
    ...Money
  }
  occurredAt
  claimedAt
  lastDay
  state
  reason
  customer {
    id
  }
  member {
    id
    handle
    name
  }
  purchase {
    id
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<ReceiptClaimDeclineMutation, ReceiptClaimDeclineMutationVariables>;
export const ReceivableWriteOffDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ReceivableWriteOff($input: ReceivableWriteOffInput!) {
  receivableWriteOff(input: $input) {
    __typename
    ... on ReceivableWriteOffPayload {
      member {
        ...Member
      }
      amount {
        ...ExactMoney
      }
      entryId
      replayed
    }
    ...Refusal
    ... on WriteOffExceedsReceivableError {
      owed {
        ...ExactMoney
      }
    }
  }
}
    fragment Member on Member {
  id
  handle
  name
  kind
  segment
  status
  brandColor
  brandLogoUrl
  earnRule {
    version
    kind
    percentBps
    fixedPoints
    minTotalMinor
  }
  allowedOrigins
  linkPages
  createdAt
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<ReceivableWriteOffMutation, ReceivableWriteOffMutationVariables>;
export const CustomerReferralDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerReferral($by: CustomerBy!) {
  customer(by: $by) {
    referral {
      ...Referral
    }
  }
}
    fragment Referral on Referral {
  code
  url
  friends
  waiting
  points
  isReferred
}`) as unknown as TypedDocumentString<CustomerReferralQuery, CustomerReferralQueryVariables>;
export const ReferralBindDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation ReferralBind($input: ReferralBindInput!) {
  referralBind(input: $input) {
    __typename
    ... on ReferralBindPayload {
      boundAt
      customer {
        ...Customer
      }
    }
    ...Refusal
    ... on CustomerClosedError {
      mergedIntoId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on OwnReferralError {
      because
    }
  }
}
    fragment Wallet on Wallet {
  balance
  available
  reserved
  pending
  debt
  expiringSoon {
    points
    at
  }
}
fragment Vehicle on Vehicle {
  id
  plate
  make
  mileageKm
  mileageAt
}
fragment Customer on Customer {
  id
  name
  phone
  email
  card {
    number
    status
  }
  status
  mergedIntoId
  createdAt
  frozenAt
  vehicles {
    ...Vehicle
  }
  wallet {
    ...Wallet
  }
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<ReferralBindMutation, ReferralBindMutationVariables>;
export const ReconciliationGetDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ReconciliationGet($id: ID!) {
  reconciliation(id: $id) {
    ...Reconciliation
  }
}
    fragment Reconciliation on Reconciliation {
  id
  member {
    id
    handle
    name
  }
  fileHash
  from
  to
  rowCount
  matched
  missingHere
  missingThere
  amountDiffers
  dateDiffers
  duplicates
  unreadable
  madeAt
}`) as unknown as TypedDocumentString<ReconciliationGetQuery, ReconciliationGetQueryVariables>;
export const SalesMappingSetDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SalesMappingSet($input: SalesMappingSetInput!) {
  salesMappingSet(input: $input) {
    __typename
    ... on SalesMappingSetPayload {
      salesMapping {
        product
        columns {
          column
          header
        }
        dateOrder
        decimalMark
        sheet
        savedAt
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<SalesMappingSetMutation, SalesMappingSetMutationVariables>;
export const ReconciliationListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ReconciliationList($first: Int!, $after: String) {
  reconciliations(first: $first, after: $after) {
    nodes {
      ...Reconciliation
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Reconciliation on Reconciliation {
  id
  member {
    id
    handle
    name
  }
  fileHash
  from
  to
  rowCount
  matched
  missingHere
  missingThere
  amountDiffers
  dateDiffers
  duplicates
  unreadable
  madeAt
}`) as unknown as TypedDocumentString<ReconciliationListQuery, ReconciliationListQueryVariables>;
export const ReconciliationLinesDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ReconciliationLines($id: ID!, $kinds: [ReconciliationLineKind!], $first: Int!, $after: String) {
  reconciliation(id: $id) {
    lines(kinds: $kinds, first: $first, after: $after) {
      nodes {
        ...ReconciliationLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment ReconciliationLine on ReconciliationLine {
  position
  kind
  fileLine
  receiptRef
  soldAt
  total {
    ...Money
  }
  recorded {
    ...Money
  }
  firstLine
  problem
  purchase {
    id
    receiptRef
  }
  disputable {
    entryId
    position
    amount {
      ...ExactMoney
    }
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<ReconciliationLinesQuery, ReconciliationLinesQueryVariables>;
export const LateSalesRecordDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation LateSalesRecord($input: LateSalesRecordInput!) {
  lateSalesRecord(input: $input) {
    __typename
    ... on LateSalesRecordPayload {
      sales {
        position
        replayed
        purchase {
          id
          receiptRef
        }
        refusal {
          code
          message
        }
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<LateSalesRecordMutation, LateSalesRecordMutationVariables>;
export const ReciprocityReportDocument = /* #__PURE__ */ new TypedDocumentString(`
    query ReciprocityReport($from: DateTime, $to: DateTime) {
  coalition {
    reciprocity(from: $from, to: $to) {
      cells {
        issuer {
          id
          handle
          name
        }
        redeemer {
          id
          handle
          name
        }
        points
        value {
          ...ExactMoney
        }
        visits
        firstVisits
      }
      members {
        member {
          id
          handle
          name
        }
        sent {
          ...ExactMoney
        }
        received {
          ...ExactMoney
        }
        firstVisitsSent
        firstVisitsReceived
      }
    }
  }
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<ReciprocityReportQuery, ReciprocityReportQueryVariables>;
export const AgeingReportDocument = /* #__PURE__ */ new TypedDocumentString(`
    query AgeingReport {
  coalition {
    receivablesAgeing {
      today
      members {
        member {
          id
          handle
          name
        }
        notDue {
          ...Money
        }
        days1To30 {
          ...Money
        }
        days31To60 {
          ...Money
        }
        days61To90 {
          ...Money
        }
        daysOver90 {
          ...Money
        }
        total {
          ...Money
        }
        oldestDays
      }
    }
  }
}
    fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<AgeingReportQuery, AgeingReportQueryVariables>;
export const BreakageReportDocument = /* #__PURE__ */ new TypedDocumentString(`
    query BreakageReport($months: Int!) {
  coalition {
    breakageEstimate(months: $months) {
      method
      expectedBreakage
      cohorts {
        month
        issued
        redeemed
        expectedRedeemed
        expectedBreakage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BreakageReportQuery, BreakageReportQueryVariables>;
export const OperatorAccountsReportDocument = /* #__PURE__ */ new TypedDocumentString(`
    query OperatorAccountsReport($from: DateTime, $to: DateTime) {
  coalition {
    operatorAccounts(from: $from, to: $to) {
      asOf
      accounts {
        kind
        side
        opening {
          ...ExactMoney
        }
        debit {
          ...ExactMoney
        }
        credit {
          ...ExactMoney
        }
        closing {
          ...ExactMoney
        }
        movements {
          entryKind
          debit {
            ...ExactMoney
          }
          credit {
            ...ExactMoney
          }
          entryCount
        }
      }
    }
  }
}
    fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<OperatorAccountsReportQuery, OperatorAccountsReportQueryVariables>;
export const JoinSimulationPlayDocument = /* #__PURE__ */ new TypedDocumentString(`
    query JoinSimulationPlay($input: JoinSimulationInput!) {
  joinSimulation(input: $input) {
    __typename
    ... on JoinSimulation {
      outstanding
      months {
        month
        sales {
          ...Money
        }
        issued
        spentHere
        spentElsewhere
        inbound
        expired
        outstanding
        goodsForPoints {
          ...Money
        }
      }
      fundings {
        deposit
        netCash {
          ...ExactMoney
        }
        total {
          ...ExactMoney
        }
        deepest {
          ...ExactMoney
        }
      }
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<JoinSimulationPlayQuery, JoinSimulationPlayQueryVariables>;
export const RulesAskedDocument = /* #__PURE__ */ new TypedDocumentString(`
    query RulesAsked($answer: RuleAnswer, $first: Int!, $after: String) {
  rulesAsked(answer: $answer, first: $first, after: $after) {
    nodes {
      version
      answer
      askedAt
      answeredAt
      rule {
        ...Rule
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RulesAskedQuery, RulesAskedQueryVariables>;
export const RuleAcceptDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation RuleAccept($input: RuleAnswerInput!) {
  ruleAccept(input: $input) {
    __typename
    ... on RulePayload {
      rule {
        ...Rule
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleChangedError {
      currentVersion
    }
    ... on RuleStatusError {
      ruleStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleAcceptMutation, RuleAcceptMutationVariables>;
export const RuleDeclineDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation RuleDecline($input: RuleAnswerInput!) {
  ruleDecline(input: $input) {
    __typename
    ... on RulePayload {
      rule {
        ...Rule
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleChangedError {
      currentVersion
    }
    ... on RuleStatusError {
      ruleStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleDeclineMutation, RuleDeclineMutationVariables>;
export const RuleByIdDocument = /* #__PURE__ */ new TypedDocumentString(`
    query RuleById($id: ID!) {
  rule(id: $id) {
    ...Rule
  }
}
    fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleByIdQuery, RuleByIdQueryVariables>;
export const RuleListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query RuleList($filter: RulesFilter, $first: Int!, $after: String) {
  rules(filter: $filter, first: $first, after: $after) {
    nodes {
      ...Rule
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleListQuery, RuleListQueryVariables>;
export const RuleVersionsDocument = /* #__PURE__ */ new TypedDocumentString(`
    query RuleVersions($id: ID!, $first: Int!, $after: String) {
  rule(id: $id) {
    versions(first: $first, after: $after) {
      nodes {
        id
        version
        template
        createdAt
        createdById
        sentenceEn: sentence(language: EN)
        sentenceRu: sentence(language: RU)
        definition {
          ...RuleDefinition
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleVersionsQuery, RuleVersionsQueryVariables>;
export const RuleDryRunDocument = /* #__PURE__ */ new TypedDocumentString(`
    query RuleDryRun($input: RuleDryRunInput!) {
  ruleDryRun(input: $input) {
    __typename
    ... on RuleDryRun {
      sentenceEn: sentence(language: EN)
      sentenceRu: sentence(language: RU)
      fromDay
      toDay
      purchases
      touched
      points
      discount {
        ...Money
      }
      cost {
        ...Money
      }
      paidBy {
        payer {
          id
          handle
          name
        }
        points
        discount {
          ...Money
        }
      }
      isStopped
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on TermsNotAcceptedError {
      termsId
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleDryRunQuery, RuleDryRunQueryVariables>;
export const RuleDraftDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation RuleDraft($input: RuleDraftInput!) {
  ruleDraft(input: $input) {
    __typename
    ... on RulePayload {
      rule {
        ...Rule
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleLimitReachedError {
      limit
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleDraftMutation, RuleDraftMutationVariables>;
export const RuleEditDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation RuleEdit($input: RuleEditInput!) {
  ruleEdit(input: $input) {
    __typename
    ... on RuleEditPayload {
      rule {
        ...Rule
      }
      isBudgetUsedUp
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleChangedError {
      currentVersion
    }
    ... on RuleOverError {
      lastDay
    }
    ... on RuleStatusError {
      ruleStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleEditMutation, RuleEditMutationVariables>;
export const RuleScheduleDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation RuleSchedule($input: RuleStepInput!) {
  ruleSchedule(input: $input) {
    __typename
    ... on RulePayload {
      rule {
        ...Rule
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleOverError {
      lastDay
    }
    ... on RuleStatusError {
      ruleStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleScheduleMutation, RuleScheduleMutationVariables>;
export const RulePauseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation RulePause($input: RuleStepInput!) {
  rulePause(input: $input) {
    __typename
    ... on RulePayload {
      rule {
        ...Rule
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleStatusError {
      ruleStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RulePauseMutation, RulePauseMutationVariables>;
export const RuleResumeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation RuleResume($input: RuleStepInput!) {
  ruleResume(input: $input) {
    __typename
    ... on RulePayload {
      rule {
        ...Rule
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleStatusError {
      ruleStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleResumeMutation, RuleResumeMutationVariables>;
export const RuleEndDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation RuleEnd($input: RuleStepInput!) {
  ruleEnd(input: $input) {
    __typename
    ... on RulePayload {
      rule {
        ...Rule
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on RuleStatusError {
      ruleStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment LineFilter on LineFilter {
  categories
  skus
  minQuantity
}
fragment RuleDefinition on RuleDefinition {
  name {
    en
    ru
  }
  when {
    on
    event
    minTotal {
      ...Money
    }
    waitDays
  }
  if {
    minTotal {
      ...Money
    }
    anyLine {
      ...LineFilter
    }
    noLine {
      ...LineFilter
    }
    code
    firstPurchaseHere
    firstInCoalition
    absentDays
    segments {
      id
      en
      ru
    }
    tiers {
      id
      en
      ru
    }
  }
  schedule {
    fromDay
    toDay
    weekly {
      days
      from
      to
    }
  }
  give {
    kind
    percentBps
    multiplyBps
    points
    amount {
      ...Money
    }
  }
  limits {
    perPurchasePoints
    perCustomer {
      times
      per
    }
    budget {
      points
      amount {
        ...Money
      }
      per
    }
  }
  combine {
    group
    mode
    priority
  }
  pilotId
  at {
    id
    handle
    name
  }
  pays {
    member {
      id
      handle
      name
    }
    shareBps
  }
  maxPerPurchase {
    ...Money
  }
}
fragment Rule on Rule {
  id
  status
  version
  member {
    id
    handle
    name
  }
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  definition {
    ...RuleDefinition
  }
  acceptances {
    payer {
      id
      handle
      name
    }
    answer
    askedAt
    answeredAt
  }
  costs {
    payer {
      id
      handle
      name
    }
    purchases
    points
    discount {
      ...Money
    }
  }
  createdAt
  changedAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<RuleEndMutation, RuleEndMutationVariables>;
export const SegmentListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query SegmentList($first: Int!, $after: String) {
  segments(first: $first, after: $after) {
    nodes {
      ...Segment
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Segment on Segment {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  member {
    id
    handle
    name
  }
  customerCount
  createdAt
}`) as unknown as TypedDocumentString<SegmentListQuery, SegmentListQueryVariables>;
export const SegmentCustomersDocument = /* #__PURE__ */ new TypedDocumentString(`
    query SegmentCustomers($id: ID!, $first: Int!, $after: String) {
  segment(id: $id) {
    customers(first: $first, after: $after) {
      nodes {
        id
        name
        phone
        status
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SegmentCustomersQuery, SegmentCustomersQueryVariables>;
export const SegmentCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SegmentCreate($input: SegmentCreateInput!) {
  segmentCreate(input: $input) {
    __typename
    ... on SegmentPayload {
      segment {
        ...Segment
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on SegmentLimitReachedError {
      limit
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Segment on Segment {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  member {
    id
    handle
    name
  }
  customerCount
  createdAt
}`) as unknown as TypedDocumentString<SegmentCreateMutation, SegmentCreateMutationVariables>;
export const SegmentDeleteDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SegmentDelete($input: SegmentDeleteInput!) {
  segmentDelete(input: $input) {
    __typename
    ... on SegmentPayload {
      segment {
        ...Segment
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on SegmentInUseError {
      ruleId
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Segment on Segment {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  member {
    id
    handle
    name
  }
  customerCount
  createdAt
}`) as unknown as TypedDocumentString<SegmentDeleteMutation, SegmentDeleteMutationVariables>;
export const SegmentAddDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SegmentAdd($input: SegmentCustomersInput!) {
  segmentAdd(input: $input) {
    __typename
    ... on SegmentAddPayload {
      segment {
        ...Segment
      }
      added
      notFound
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Segment on Segment {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  member {
    id
    handle
    name
  }
  customerCount
  createdAt
}`) as unknown as TypedDocumentString<SegmentAddMutation, SegmentAddMutationVariables>;
export const SegmentRemoveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SegmentRemove($input: SegmentCustomersInput!) {
  segmentRemove(input: $input) {
    __typename
    ... on SegmentRemovePayload {
      segment {
        ...Segment
      }
      removed
      notFound
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Segment on Segment {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  member {
    id
    handle
    name
  }
  customerCount
  createdAt
}`) as unknown as TypedDocumentString<SegmentRemoveMutation, SegmentRemoveMutationVariables>;
export const SettlementWindowListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query SettlementWindowList($first: Int, $after: String) {
  settlementWindows(first: $first, after: $after) {
    nodes {
      ...SettlementWindow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SettlementWindow on SettlementWindow {
  windowNo
  status
  schedule
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}`) as unknown as TypedDocumentString<SettlementWindowListQuery, SettlementWindowListQueryVariables>;
export const MemberStatementListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query MemberStatementList($windowNo: Int, $first: Int, $after: String) {
  memberStatements(windowNo: $windowNo, first: $first, after: $after) {
    nodes {
      ...MemberStatement
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment StatementDispute on StatementDispute {
  id
  windowNo
  statementId
  member {
    id
    handle
    name
  }
  entryId
  position
  amount {
    ...ExactMoney
  }
  reason
  evidence
  openedAt
  resolution {
    outcome
    amount {
      ...ExactMoney
    }
    note
    entryId
    resolvedAt
  }
}
fragment MemberStatement on MemberStatement {
  id
  windowNo
  member {
    id
    handle
    name
  }
  status
  opening {
    ...ExactMoney
  }
  net {
    ...ExactMoney
  }
  payments {
    ...ExactMoney
  }
  closing {
    ...ExactMoney
  }
  toPay {
    ...Money
  }
  rounding {
    ...ExactMoney
  }
  lineCount
  lineHash
  disputeDeadline
  statedAt
  documents
  disputes {
    ...StatementDispute
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<MemberStatementListQuery, MemberStatementListQueryVariables>;
export const StatementLineListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query StatementLineList($id: ID!, $first: Int, $after: String) {
  node(id: $id) {
    __typename
    ... on MemberStatement {
      lines(first: $first, after: $after) {
        nodes {
          ...StatementLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment StatementLine on StatementLine {
  no
  entryId
  position
  kind
  account
  counterparty {
    id
    handle
    name
  }
  reference
  points
  postedAt
  amount {
    ...ExactMoney
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<StatementLineListQuery, StatementLineListQueryVariables>;
export const PaymentPlanListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PaymentPlanList($windowNo: Int, $first: Int, $after: String) {
  paymentPlans(windowNo: $windowNo, first: $first, after: $after) {
    nodes {
      ...PaymentPlan
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PaymentPlan on PaymentPlan {
  id
  windowNo
  planNo
  method
  hash
  total {
    ...Money
  }
  payments {
    legNo
    payer {
      id
      handle
      name
    }
    payee {
      id
      handle
      name
    }
    amount {
      ...Money
    }
    reference
  }
  carried {
    member {
      id
      handle
      name
    }
    amount {
      ...Money
    }
  }
  proposedById
  proposedAt
  approvals {
    approvedById
    approvedAt
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PaymentPlanListQuery, PaymentPlanListQueryVariables>;
export const PaymentLegListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query PaymentLegList($windowNo: Int, $first: Int, $after: String) {
  paymentLegs(windowNo: $windowNo, first: $first, after: $after) {
    nodes {
      ...PaymentLeg
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PaymentLeg on PaymentLeg {
  id
  windowNo
  legNo
  payer {
    id
    handle
    name
  }
  payee {
    id
    handle
    name
  }
  amount {
    ...Money
  }
  paid {
    ...Money
  }
  status
  reference
  dueOn
  payments {
    ...SettlementPayment
  }
}
fragment SettlementPayment on SettlementPayment {
  id
  amount {
    ...Money
  }
  paidOn
  entryId
  source
  note
  recordedAt
  reversal {
    reason
    source
    takenBackOn
    entryId
    reversedAt
    reversedById
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PaymentLegListQuery, PaymentLegListQueryVariables>;
export const WindowCloseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WindowClose($input: WindowCloseInput!) {
  windowClose(input: $input) {
    __typename
    ... on WindowClosePayload {
      window {
        ...SettlementWindow
      }
      replayed
    }
    ...Refusal
    ... on WindowStepNotReadyError {
      missing
    }
    ... on WindowStepOutOfOrderError {
      expected
      windowStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment SettlementWindow on SettlementWindow {
  windowNo
  status
  schedule
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}`) as unknown as TypedDocumentString<WindowCloseMutation, WindowCloseMutationVariables>;
export const StatementsIssueDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation StatementsIssue($input: StatementsIssueInput!) {
  statementsIssue(input: $input) {
    __typename
    ... on StatementsIssuePayload {
      windowNo
      statements {
        ...MemberStatement
      }
      replayed
    }
    ...Refusal
    ... on EarlierWindowPendingError {
      windowNo
    }
    ... on WindowStepNotReadyError {
      missing
    }
    ... on WindowStepOutOfOrderError {
      expected
      windowStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment StatementDispute on StatementDispute {
  id
  windowNo
  statementId
  member {
    id
    handle
    name
  }
  entryId
  position
  amount {
    ...ExactMoney
  }
  reason
  evidence
  openedAt
  resolution {
    outcome
    amount {
      ...ExactMoney
    }
    note
    entryId
    resolvedAt
  }
}
fragment MemberStatement on MemberStatement {
  id
  windowNo
  member {
    id
    handle
    name
  }
  status
  opening {
    ...ExactMoney
  }
  net {
    ...ExactMoney
  }
  payments {
    ...ExactMoney
  }
  closing {
    ...ExactMoney
  }
  toPay {
    ...Money
  }
  rounding {
    ...ExactMoney
  }
  lineCount
  lineHash
  disputeDeadline
  statedAt
  documents
  disputes {
    ...StatementDispute
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<StatementsIssueMutation, StatementsIssueMutationVariables>;
export const StatementAcceptDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation StatementAccept($input: StatementAcceptInput!) {
  statementAccept(input: $input) {
    __typename
    ... on StatementAcceptPayload {
      statement {
        ...MemberStatement
      }
      replayed
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment StatementDispute on StatementDispute {
  id
  windowNo
  statementId
  member {
    id
    handle
    name
  }
  entryId
  position
  amount {
    ...ExactMoney
  }
  reason
  evidence
  openedAt
  resolution {
    outcome
    amount {
      ...ExactMoney
    }
    note
    entryId
    resolvedAt
  }
}
fragment MemberStatement on MemberStatement {
  id
  windowNo
  member {
    id
    handle
    name
  }
  status
  opening {
    ...ExactMoney
  }
  net {
    ...ExactMoney
  }
  payments {
    ...ExactMoney
  }
  closing {
    ...ExactMoney
  }
  toPay {
    ...Money
  }
  rounding {
    ...ExactMoney
  }
  lineCount
  lineHash
  disputeDeadline
  statedAt
  documents
  disputes {
    ...StatementDispute
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<StatementAcceptMutation, StatementAcceptMutationVariables>;
export const DisputeOpenDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation DisputeOpen($input: DisputeOpenInput!) {
  disputeOpen(input: $input) {
    __typename
    ... on DisputePayload {
      dispute {
        ...StatementDispute
      }
      replayed
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment StatementDispute on StatementDispute {
  id
  windowNo
  statementId
  member {
    id
    handle
    name
  }
  entryId
  position
  amount {
    ...ExactMoney
  }
  reason
  evidence
  openedAt
  resolution {
    outcome
    amount {
      ...ExactMoney
    }
    note
    entryId
    resolvedAt
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<DisputeOpenMutation, DisputeOpenMutationVariables>;
export const DisputeResolveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation DisputeResolve($input: DisputeResolveInput!) {
  disputeResolve(input: $input) {
    __typename
    ... on DisputePayload {
      dispute {
        ...StatementDispute
      }
      replayed
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment StatementDispute on StatementDispute {
  id
  windowNo
  statementId
  member {
    id
    handle
    name
  }
  entryId
  position
  amount {
    ...ExactMoney
  }
  reason
  evidence
  openedAt
  resolution {
    outcome
    amount {
      ...ExactMoney
    }
    note
    entryId
    resolvedAt
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<DisputeResolveMutation, DisputeResolveMutationVariables>;
export const PlanProposeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PlanPropose($input: PlanProposeInput!) {
  planPropose(input: $input) {
    __typename
    ... on PlanProposePayload {
      plan {
        ...PaymentPlan
      }
      replayed
    }
    ...Refusal
    ... on EarlierWindowPendingError {
      windowNo
    }
    ... on WindowStepNotReadyError {
      missing
    }
    ... on WindowStepOutOfOrderError {
      expected
      windowStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment PaymentPlan on PaymentPlan {
  id
  windowNo
  planNo
  method
  hash
  total {
    ...Money
  }
  payments {
    legNo
    payer {
      id
      handle
      name
    }
    payee {
      id
      handle
      name
    }
    amount {
      ...Money
    }
    reference
  }
  carried {
    member {
      id
      handle
      name
    }
    amount {
      ...Money
    }
  }
  proposedById
  proposedAt
  approvals {
    approvedById
    approvedAt
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PlanProposeMutation, PlanProposeMutationVariables>;
export const PlanApproveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PlanApprove($input: PlanApproveInput!) {
  planApprove(input: $input) {
    __typename
    ... on PlanApprovePayload {
      plan {
        ...PaymentPlan
      }
      window {
        ...SettlementWindow
      }
      replayed
    }
    ...Refusal
    ... on PlanChangedError {
      planHash
    }
    ... on WindowStepOutOfOrderError {
      expected
      windowStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment SettlementWindow on SettlementWindow {
  windowNo
  status
  schedule
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}
fragment PaymentPlan on PaymentPlan {
  id
  windowNo
  planNo
  method
  hash
  total {
    ...Money
  }
  payments {
    legNo
    payer {
      id
      handle
      name
    }
    payee {
      id
      handle
      name
    }
    amount {
      ...Money
    }
    reference
  }
  carried {
    member {
      id
      handle
      name
    }
    amount {
      ...Money
    }
  }
  proposedById
  proposedAt
  approvals {
    approvedById
    approvedAt
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PlanApproveMutation, PlanApproveMutationVariables>;
export const PaymentRecordDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PaymentRecord($input: PaymentRecordInput!) {
  paymentRecord(input: $input) {
    __typename
    ... on PaymentRecordPayload {
      leg {
        ...PaymentLeg
      }
      payment {
        ...SettlementPayment
      }
      replayed
    }
    ...Refusal
    ... on PaymentRecordedAlreadyError {
      paymentId
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment PaymentLeg on PaymentLeg {
  id
  windowNo
  legNo
  payer {
    id
    handle
    name
  }
  payee {
    id
    handle
    name
  }
  amount {
    ...Money
  }
  paid {
    ...Money
  }
  status
  reference
  dueOn
  payments {
    ...SettlementPayment
  }
}
fragment SettlementPayment on SettlementPayment {
  id
  amount {
    ...Money
  }
  paidOn
  entryId
  source
  note
  recordedAt
  reversal {
    reason
    source
    takenBackOn
    entryId
    reversedAt
    reversedById
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PaymentRecordMutation, PaymentRecordMutationVariables>;
export const PaymentReverseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PaymentReverse($input: PaymentReverseInput!) {
  paymentReverse(input: $input) {
    __typename
    ... on PaymentReversePayload {
      payment {
        ...SettlementPayment
      }
      leg {
        ...PaymentLeg
      }
      window {
        ...SettlementWindow
      }
      replayed
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment SettlementWindow on SettlementWindow {
  windowNo
  status
  schedule
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}
fragment PaymentLeg on PaymentLeg {
  id
  windowNo
  legNo
  payer {
    id
    handle
    name
  }
  payee {
    id
    handle
    name
  }
  amount {
    ...Money
  }
  paid {
    ...Money
  }
  status
  reference
  dueOn
  payments {
    ...SettlementPayment
  }
}
fragment SettlementPayment on SettlementPayment {
  id
  amount {
    ...Money
  }
  paidOn
  entryId
  source
  note
  recordedAt
  reversal {
    reason
    source
    takenBackOn
    entryId
    reversedAt
    reversedById
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<PaymentReverseMutation, PaymentReverseMutationVariables>;
export const BankStatementImportDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation BankStatementImport($input: BankStatementImportInput!) {
  bankStatementImport(input: $input) {
    __typename
    ... on BankStatementImportPayload {
      bankImport {
        id
        format
        fileHash
        runNo
        lineCount
        importedAt
      }
      lines {
        line
        bookedOn
        direction
        amount {
          ...Money
        }
        purpose
        verdict
        takesBack
        remarks {
          code
          message
          line
          field
        }
        allocations {
          legId
          amount {
            ...Money
          }
        }
        remainder {
          ...Money
        }
        reason
        otherPayer
        isNew
        foundBefore
      }
      replayed
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<BankStatementImportMutation, BankStatementImportMutationVariables>;
export const WindowSettleDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WindowSettle($input: WindowSettleInput!) {
  windowSettle(input: $input) {
    __typename
    ... on WindowSettlePayload {
      window {
        ...SettlementWindow
      }
      replayed
    }
    ...Refusal
    ... on WindowStepNotReadyError {
      missing
    }
    ... on WindowStepOutOfOrderError {
      expected
      windowStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment SettlementWindow on SettlementWindow {
  windowNo
  status
  schedule
  opensAt
  cutOff
  closedAt
  disputeDeadline
  paymentDate
  settledAt
  chainHead
}`) as unknown as TypedDocumentString<WindowSettleMutation, WindowSettleMutationVariables>;
export const BankDetailsSetDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation BankDetailsSet($input: BankDetailsSetInput!) {
  bankDetailsSet(input: $input) {
    __typename
    ... on BankDetailsSetPayload {
      bankDetails {
        legalName
        taxId
        kpp
        account
        bankCode
        isConfirmed
        vatRateBps
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<BankDetailsSetMutation, BankDetailsSetMutationVariables>;
export const DisputeListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query DisputeList($filter: DisputesFilter, $first: Int!, $after: String) {
  disputes(filter: $filter, first: $first, after: $after) {
    nodes {
      ...StatementDispute
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment StatementDispute on StatementDispute {
  id
  windowNo
  statementId
  member {
    id
    handle
    name
  }
  entryId
  position
  amount {
    ...ExactMoney
  }
  reason
  evidence
  openedAt
  resolution {
    outcome
    amount {
      ...ExactMoney
    }
    note
    entryId
    resolvedAt
  }
}
fragment Money on Money {
  amountMinor
  currency
}
fragment ExactMoney on ExactMoney {
  amountMicros
  rounded {
    ...Money
  }
}`) as unknown as TypedDocumentString<DisputeListQuery, DisputeListQueryVariables>;
export const SettlementPaymentListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query SettlementPaymentList($filter: PaymentsFilter, $first: Int!, $after: String) {
  settlementPayments(filter: $filter, first: $first, after: $after) {
    nodes {
      ...SettlementPayment
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment SettlementPayment on SettlementPayment {
  id
  amount {
    ...Money
  }
  paidOn
  entryId
  source
  note
  recordedAt
  reversal {
    reason
    source
    takenBackOn
    entryId
    reversedAt
    reversedById
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<SettlementPaymentListQuery, SettlementPaymentListQueryVariables>;
export const StaffListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query StaffList($memberId: ID, $standing: Boolean, $first: Int!, $after: String) {
  staff(memberId: $memberId, standing: $standing, first: $first, after: $after) {
    nodes {
      ...StaffGrant
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment StaffGrant on StaffGrant {
  id
  email
  role
  person {
    id
    name
  }
  member {
    id
    handle
    name
  }
  invitedAt
  acceptedAt
  revokedAt
}`) as unknown as TypedDocumentString<StaffListQuery, StaffListQueryVariables>;
export const StaffInviteDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation StaffInvite($input: StaffInviteInput!) {
  staffInvite(input: $input) {
    __typename
    ... on StaffGrantPayload {
      grant {
        ...StaffGrant
      }
    }
    ...Refusal
    ... on AlreadyExistsError {
      existingId
    }
    ... on InvitationLimitReachedError {
      limit
      per
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment StaffGrant on StaffGrant {
  id
  email
  role
  person {
    id
    name
  }
  member {
    id
    handle
    name
  }
  invitedAt
  acceptedAt
  revokedAt
}`) as unknown as TypedDocumentString<StaffInviteMutation, StaffInviteMutationVariables>;
export const StaffRevokeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation StaffRevoke($input: StaffRevokeInput!) {
  staffRevoke(input: $input) {
    __typename
    ... on StaffGrantPayload {
      grant {
        ...StaffGrant
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment StaffGrant on StaffGrant {
  id
  email
  role
  person {
    id
    name
  }
  member {
    id
    handle
    name
  }
  invitedAt
  acceptedAt
  revokedAt
}`) as unknown as TypedDocumentString<StaffRevokeMutation, StaffRevokeMutationVariables>;
export const StaffAcceptDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation StaffAccept($input: StaffAcceptInput!) {
  staffAccept(input: $input) {
    __typename
    ... on SessionPayload {
      token
      me {
        ...Me
      }
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<StaffAcceptMutation, StaffAcceptMutationVariables>;
export const MeDocument = /* #__PURE__ */ new TypedDocumentString(`
    query Me {
  me {
    ...Me
  }
}
    fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const SessionListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query SessionList {
  me {
    sessions {
      ...StaffSession
    }
  }
}
    fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<SessionListQuery, SessionListQueryVariables>;
export const SessionCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SessionCreate($input: SessionCreateInput!) {
  sessionCreate(input: $input) {
    __typename
    ... on SessionPayload {
      token
      me {
        ...Me
      }
    }
    ...Refusal
    ... on SignInDelayedError {
      waitSeconds
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<SessionCreateMutation, SessionCreateMutationVariables>;
export const SessionLinkRequestDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SessionLinkRequest($input: SessionLinkRequestInput!) {
  sessionLinkRequest(input: $input) {
    __typename
    ... on SessionLinkRequestPayload {
      isRequested
    }
    ...Refusal
    ... on SignInDelayedError {
      waitSeconds
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<SessionLinkRequestMutation, SessionLinkRequestMutationVariables>;
export const SessionConfirmTotpDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SessionConfirmTotp($input: SessionConfirmTotpInput!) {
  sessionConfirmTotp(input: $input) {
    __typename
    ... on SessionPayload {
      token
      me {
        ...Me
      }
    }
    ...Refusal
    ... on SignInDelayedError {
      waitSeconds
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<SessionConfirmTotpMutation, SessionConfirmTotpMutationVariables>;
export const SessionEndDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SessionEnd($input: SessionEndInput!) {
  sessionEnd(input: $input) {
    __typename
    ... on SessionEndPayload {
      sessionId
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<SessionEndMutation, SessionEndMutationVariables>;
export const SessionEndAllDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SessionEndAll($input: SessionEndAllInput!) {
  sessionEndAll(input: $input) {
    __typename
    ... on SessionEndAllPayload {
      ended
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<SessionEndAllMutation, SessionEndAllMutationVariables>;
export const PasswordChangeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PasswordChange($input: PasswordChangeInput!) {
  passwordChange(input: $input) {
    __typename
    ... on SessionPayload {
      token
      me {
        ...Me
      }
    }
    ...Refusal
    ... on SecondFactorStaleError {
      minutes
    }
    ... on SignInDelayedError {
      waitSeconds
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<PasswordChangeMutation, PasswordChangeMutationVariables>;
export const TotpEnrolDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TotpEnrol($input: TotpEnrolInput!) {
  totpEnrol(input: $input) {
    __typename
    ... on TotpEnrolPayload {
      secret
      uri
    }
    ...Refusal
    ... on SecondFactorStaleError {
      minutes
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<TotpEnrolMutation, TotpEnrolMutationVariables>;
export const TotpConfirmDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TotpConfirm($input: TotpConfirmInput!) {
  totpConfirm(input: $input) {
    __typename
    ... on TotpConfirmPayload {
      token
      recoveryCodes
      me {
        ...Me
      }
    }
    ...Refusal
    ... on SecondFactorStaleError {
      minutes
    }
    ... on SignInDelayedError {
      waitSeconds
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<TotpConfirmMutation, TotpConfirmMutationVariables>;
export const PasskeyRegistrationStartDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PasskeyRegistrationStart {
  passkeyRegistrationStart {
    __typename
    ... on PasskeyStartPayload {
      options
    }
    ...Refusal
    ... on SecondFactorStaleError {
      minutes
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<PasskeyRegistrationStartMutation, PasskeyRegistrationStartMutationVariables>;
export const PasskeyRegisterDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PasskeyRegister($input: PasskeyRegisterInput!) {
  passkeyRegister(input: $input) {
    __typename
    ... on PasskeyRegisterPayload {
      passkey {
        ...Passkey
      }
    }
    ...Refusal
    ... on SecondFactorStaleError {
      minutes
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Passkey on Passkey {
  id
  name
  createdAt
  lastUsedAt
}`) as unknown as TypedDocumentString<PasskeyRegisterMutation, PasskeyRegisterMutationVariables>;
export const PasskeyRemoveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PasskeyRemove($input: PasskeyRemoveInput!) {
  passkeyRemove(input: $input) {
    __typename
    ... on PasskeyRemovePayload {
      passkeyId
    }
    ...Refusal
    ... on SecondFactorStaleError {
      minutes
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<PasskeyRemoveMutation, PasskeyRemoveMutationVariables>;
export const SessionPasskeyStartDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SessionPasskeyStart {
  sessionPasskeyStart {
    __typename
    ... on PasskeyStartPayload {
      options
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<SessionPasskeyStartMutation, SessionPasskeyStartMutationVariables>;
export const SessionCreateByPasskeyDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation SessionCreateByPasskey($input: SessionCreateByPasskeyInput!) {
  sessionCreateByPasskey(input: $input) {
    __typename
    ... on SessionPayload {
      token
      me {
        ...Me
      }
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<SessionCreateByPasskeyMutation, SessionCreateByPasskeyMutationVariables>;
export const TermsVersionsDocument = /* #__PURE__ */ new TypedDocumentString(`
    query TermsVersions {
  coalition {
    termsVersions {
      ...TermsVersion
    }
  }
}
    fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment TermsVersion on TermsVersion {
  terms {
    ...Terms
  }
  overrides {
    ...Terms
  }
  standing
  acceptances {
    member {
      id
      handle
      name
    }
    acceptedBy
    acceptedAt
    contractHash
  }
  missing {
    id
    handle
    name
  }
}`) as unknown as TypedDocumentString<TermsVersionsQuery, TermsVersionsQueryVariables>;
export const TermsProposeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TermsPropose($input: TermsProposeInput!) {
  termsPropose(input: $input) {
    __typename
    ... on TermsProposePayload {
      terms {
        ...Terms
      }
      replayed
    }
    ...Refusal
    ... on CoalitionWindingDownError {
      endsAt
    }
  }
}
    fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<TermsProposeMutation, TermsProposeMutationVariables>;
export const TermsWithdrawDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TermsWithdraw($input: TermsWithdrawInput!) {
  termsWithdraw(input: $input) {
    __typename
    ... on TermsWithdrawPayload {
      terms {
        ...Terms
      }
    }
    ...Refusal
    ... on TermsNotOpenError {
      reason
    }
  }
}
    fragment Terms on Terms {
  id
  version
  startsAt
  reservePrice
  issueFee
  redeemFee
  deposit
  faceValueMinor
  breakageIssuerBps
  breakagePromoFundBps
  breakageOperatorBps
  refundPolicy
  expiryKind
  expiryMonths
  refundGraceDays
  activationDelayDays
  maxPointsShareBps
  selfRedemptionFeeWaived
  holdTtlSeconds
  segment
  memberId
  creditLimit
  creditPolicy
  missedPaymentStopsCredit
  lateDays
  minPayoutMinor
  windowKind
  windowWeekday
  disputeDays
  paymentDays
  secondApproverAboveMinor
  revaluation
  contractTextEn
  contractTextRu
  contractHash
}
fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<TermsWithdrawMutation, TermsWithdrawMutationVariables>;
export const TermsRevalueDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TermsRevalue($input: TermsRevalueInput!) {
  termsRevalue(input: $input) {
    revaluation {
      oldReservePrice
      newReservePrice
      payer
      revaluedAt
      isBooked
    }
  }
}
    `) as unknown as TypedDocumentString<TermsRevalueMutation, TermsRevalueMutationVariables>;
export const SaleApprovalsDocument = /* #__PURE__ */ new TypedDocumentString(`
    query SaleApprovals {
  saleApprovals {
    ...SaleApproval
  }
}
    fragment SaleApproval on SaleApproval {
  member {
    id
    handle
    name
  }
  receiptRef
  ground
  isApproved
  reason
  requestedAt
  approvedAt
}`) as unknown as TypedDocumentString<SaleApprovalsQuery, SaleApprovalsQueryVariables>;
export const LateSaleApproveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation LateSaleApprove($input: SaleApproveInput!) {
  lateSaleApprove(input: $input) {
    __typename
    ... on SaleApprovePayload {
      approval {
        ...SaleApproval
      }
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment SaleApproval on SaleApproval {
  member {
    id
    handle
    name
  }
  receiptRef
  ground
  isApproved
  reason
  requestedAt
  approvedAt
}`) as unknown as TypedDocumentString<LateSaleApproveMutation, LateSaleApproveMutationVariables>;
export const CreditSaleApproveDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation CreditSaleApprove($input: SaleApproveInput!) {
  creditSaleApprove(input: $input) {
    __typename
    ... on SaleApprovePayload {
      approval {
        ...SaleApproval
      }
    }
    ...Refusal
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment SaleApproval on SaleApproval {
  member {
    id
    handle
    name
  }
  receiptRef
  ground
  isApproved
  reason
  requestedAt
  approvedAt
}`) as unknown as TypedDocumentString<CreditSaleApproveMutation, CreditSaleApproveMutationVariables>;
export const TierLadderListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query TierLadderList {
  tierLadders {
    ...TierLadder
  }
}
    fragment Tier on Tier {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  position
  spend {
    ...Money
  }
  visits
}
fragment TierLadder on TierLadder {
  id
  member {
    id
    handle
    name
  }
  measure
  windowDays
  graceDays
  tiers {
    ...Tier
  }
  createdAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<TierLadderListQuery, TierLadderListQueryVariables>;
export const CustomerTiersDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerTiers($by: CustomerBy!) {
  customer(by: $by) {
    wallet {
      tiers {
        ...TierStanding
      }
    }
  }
}
    fragment TierAmount on TierAmount {
  spend {
    ...Money
  }
  visits
}
fragment Tier on Tier {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  position
  spend {
    ...Money
  }
  visits
}
fragment TierStanding on TierStanding {
  ladder {
    id
    measure
    member {
      id
      handle
      name
    }
  }
  tier {
    ...Tier
  }
  sinceDay
  reviewDay
  value {
    ...TierAmount
  }
  next {
    tier {
      ...Tier
    }
    missing {
      ...TierAmount
    }
  }
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<CustomerTiersQuery, CustomerTiersQueryVariables>;
export const TierLadderCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TierLadderCreate($input: TierLadderCreateInput!) {
  tierLadderCreate(input: $input) {
    __typename
    ... on TierLadderPayload {
      ladder {
        ...TierLadder
      }
    }
    ...Refusal
    ... on LadderOpenError {
      ladderId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Tier on Tier {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  position
  spend {
    ...Money
  }
  visits
}
fragment TierLadder on TierLadder {
  id
  member {
    id
    handle
    name
  }
  measure
  windowDays
  graceDays
  tiers {
    ...Tier
  }
  createdAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<TierLadderCreateMutation, TierLadderCreateMutationVariables>;
export const TierLadderEndDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TierLadderEnd($input: TierLadderEndInput!) {
  tierLadderEnd(input: $input) {
    __typename
    ... on TierLadderPayload {
      ladder {
        ...TierLadder
      }
    }
    ...Refusal
    ... on LadderInUseError {
      ruleId
    }
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Tier on Tier {
  id
  nameEn: name(language: EN)
  nameRu: name(language: RU)
  position
  spend {
    ...Money
  }
  visits
}
fragment TierLadder on TierLadder {
  id
  member {
    id
    handle
    name
  }
  measure
  windowDays
  graceDays
  tiers {
    ...Tier
  }
  createdAt
}
fragment Money on Money {
  amountMinor
  currency
}`) as unknown as TypedDocumentString<TierLadderEndMutation, TierLadderEndMutationVariables>;
export const TillListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query TillList($memberId: ID, $standing: Boolean, $first: Int!, $after: String) {
  tills(memberId: $memberId, standing: $standing, first: $first, after: $after) {
    nodes {
      ...Till
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Till on Till {
  id
  name
  place
  lastFour
  idleMinutes
  member {
    id
    handle
    name
  }
  createdAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<TillListQuery, TillListQueryVariables>;
export const TillCashiersDocument = /* #__PURE__ */ new TypedDocumentString(`
    query TillCashiers {
  tillCashiers {
    cashierId
    name
  }
}
    `) as unknown as TypedDocumentString<TillCashiersQuery, TillCashiersQueryVariables>;
export const TillRegisterDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TillRegister($input: TillRegisterInput!) {
  tillRegister(input: $input) {
    __typename
    ... on TillRegisterPayload {
      till {
        ...Till
      }
      secret
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Till on Till {
  id
  name
  place
  lastFour
  idleMinutes
  member {
    id
    handle
    name
  }
  createdAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<TillRegisterMutation, TillRegisterMutationVariables>;
export const TillRevokeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TillRevoke($input: TillRevokeInput!) {
  tillRevoke(input: $input) {
    __typename
    ... on TillRevokePayload {
      till {
        ...Till
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Till on Till {
  id
  name
  place
  lastFour
  idleMinutes
  member {
    id
    handle
    name
  }
  createdAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<TillRevokeMutation, TillRevokeMutationVariables>;
export const TillSessionCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation TillSessionCreate($input: TillSessionCreateInput!) {
  tillSessionCreate(input: $input) {
    __typename
    ... on SessionPayload {
      token
      wrongPins
      me {
        ...Me
      }
    }
    ...Refusal
    ... on SignInDelayedError {
      waitSeconds
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment Me on Me {
  person {
    id
    name
    email
  }
  hasPassword
  hasSecondFactor
  lacks
  places {
    id
    name
    coalitionName
    roles
  }
  session {
    ...StaffSession
  }
}
fragment StaffSession on StaffSession {
  id
  device
  network
  createdAt
  lastSeenAt
  expiresAt
  confirmedAt
  tillName
}`) as unknown as TypedDocumentString<TillSessionCreateMutation, TillSessionCreateMutationVariables>;
export const PinCodeCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PinCodeCreate($input: PinCodeCreateInput!) {
  pinCodeCreate(input: $input) {
    __typename
    ... on PinCodeCreatePayload {
      pinCode
      expiresAt
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<PinCodeCreateMutation, PinCodeCreateMutationVariables>;
export const PinSetDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PinSet($input: PinSetInput!) {
  pinSet(input: $input) {
    __typename
    ... on PinSetPayload {
      setAt
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<PinSetMutation, PinSetMutationVariables>;
export const PinSetByCodeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation PinSetByCode($input: PinSetByCodeInput!) {
  pinSetByCode(input: $input) {
    __typename
    ... on PinSetByCodePayload {
      cashier {
        cashierId
        name
      }
    }
    ...Refusal
    ... on SignInDelayedError {
      waitSeconds
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<PinSetByCodeMutation, PinSetByCodeMutationVariables>;
export const CustomerVouchersDocument = /* #__PURE__ */ new TypedDocumentString(`
    query CustomerVouchers($by: CustomerBy!) {
  customer(by: $by) {
    wallet {
      vouchers {
        ...Voucher
      }
    }
  }
}
    fragment Voucher on Voucher {
  id
  code
  state
  sentenceEn: sentence(language: EN)
  sentenceRu: sentence(language: RU)
  from {
    id
    handle
    name
  }
  at {
    id
    handle
    name
  }
  lastDay
  issuedAt
}`) as unknown as TypedDocumentString<CustomerVouchersQuery, CustomerVouchersQueryVariables>;
export const WebhookEndpointListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query WebhookEndpointList {
  webhookEndpoints {
    ...WebhookEndpoint
  }
}
    fragment WebhookEndpoint on WebhookEndpoint {
  id
  url
  eventKinds
  query
  status
  pausedFor
  pausedAt
  failingSince
  createdAt
  secrets {
    lastFour
    createdAt
    endsAt
  }
}`) as unknown as TypedDocumentString<WebhookEndpointListQuery, WebhookEndpointListQueryVariables>;
export const WebhookDeliveryListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query WebhookDeliveryList($id: ID!, $first: Int, $after: String, $status: WebhookDeliveryStatus) {
  node(id: $id) {
    ... on WebhookEndpoint {
      deliveries(first: $first, after: $after, status: $status) {
        nodes {
          ...WebhookDelivery
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment WebhookDelivery on WebhookDelivery {
  id
  eventId
  eventKind
  occurredAt
  body
  status
  attempts
  nextAttemptAt
  madeAt
  endedAt
  log {
    attemptNo
    endedAt
    durationMs
    outcome
    responseStatus
    responseBody
  }
}`) as unknown as TypedDocumentString<WebhookDeliveryListQuery, WebhookDeliveryListQueryVariables>;
export const WebhookEndpointCreateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WebhookEndpointCreate($input: WebhookEndpointCreateInput!) {
  webhookEndpointCreate(input: $input) {
    __typename
    ... on WebhookSecretPayload {
      endpoint {
        ...WebhookEndpoint
      }
      secret
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on WebhookAddressRefusedError {
      reason
    }
    ... on WebhookEndpointLimitError {
      limit
    }
    ... on WebhookQueryRefusedError {
      problems
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment WebhookEndpoint on WebhookEndpoint {
  id
  url
  eventKinds
  query
  status
  pausedFor
  pausedAt
  failingSince
  createdAt
  secrets {
    lastFour
    createdAt
    endsAt
  }
}`) as unknown as TypedDocumentString<WebhookEndpointCreateMutation, WebhookEndpointCreateMutationVariables>;
export const WebhookEndpointUpdateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WebhookEndpointUpdate($input: WebhookEndpointUpdateInput!) {
  webhookEndpointUpdate(input: $input) {
    __typename
    ... on WebhookEndpointPayload {
      endpoint {
        ...WebhookEndpoint
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
    ... on WebhookAddressRefusedError {
      reason
    }
    ... on WebhookQueryRefusedError {
      problems
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment WebhookEndpoint on WebhookEndpoint {
  id
  url
  eventKinds
  query
  status
  pausedFor
  pausedAt
  failingSince
  createdAt
  secrets {
    lastFour
    createdAt
    endsAt
  }
}`) as unknown as TypedDocumentString<WebhookEndpointUpdateMutation, WebhookEndpointUpdateMutationVariables>;
export const WebhookEndpointPauseDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WebhookEndpointPause($input: WebhookEndpointInput!) {
  webhookEndpointPause(input: $input) {
    __typename
    ... on WebhookEndpointPayload {
      endpoint {
        ...WebhookEndpoint
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment WebhookEndpoint on WebhookEndpoint {
  id
  url
  eventKinds
  query
  status
  pausedFor
  pausedAt
  failingSince
  createdAt
  secrets {
    lastFour
    createdAt
    endsAt
  }
}`) as unknown as TypedDocumentString<WebhookEndpointPauseMutation, WebhookEndpointPauseMutationVariables>;
export const WebhookEndpointResumeDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WebhookEndpointResume($input: WebhookEndpointInput!) {
  webhookEndpointResume(input: $input) {
    __typename
    ... on WebhookEndpointPayload {
      endpoint {
        ...WebhookEndpoint
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment WebhookEndpoint on WebhookEndpoint {
  id
  url
  eventKinds
  query
  status
  pausedFor
  pausedAt
  failingSince
  createdAt
  secrets {
    lastFour
    createdAt
    endsAt
  }
}`) as unknown as TypedDocumentString<WebhookEndpointResumeMutation, WebhookEndpointResumeMutationVariables>;
export const WebhookEndpointDeleteDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WebhookEndpointDelete($input: WebhookEndpointInput!) {
  webhookEndpointDelete(input: $input) {
    __typename
    ... on WebhookEndpointDeletePayload {
      deletedId
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}`) as unknown as TypedDocumentString<WebhookEndpointDeleteMutation, WebhookEndpointDeleteMutationVariables>;
export const WebhookSecretRotateDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WebhookSecretRotate($input: WebhookSecretRotateInput!) {
  webhookSecretRotate(input: $input) {
    __typename
    ... on WebhookSecretPayload {
      endpoint {
        ...WebhookEndpoint
      }
      secret
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment WebhookEndpoint on WebhookEndpoint {
  id
  url
  eventKinds
  query
  status
  pausedFor
  pausedAt
  failingSince
  createdAt
  secrets {
    lastFour
    createdAt
    endsAt
  }
}`) as unknown as TypedDocumentString<WebhookSecretRotateMutation, WebhookSecretRotateMutationVariables>;
export const WebhookTestDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WebhookTest($input: WebhookEndpointInput!) {
  webhookTest(input: $input) {
    __typename
    ... on WebhookDeliveryPayload {
      delivery {
        ...WebhookDelivery
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment WebhookDelivery on WebhookDelivery {
  id
  eventId
  eventKind
  occurredAt
  body
  status
  attempts
  nextAttemptAt
  madeAt
  endedAt
  log {
    attemptNo
    endedAt
    durationMs
    outcome
    responseStatus
    responseBody
  }
}`) as unknown as TypedDocumentString<WebhookTestMutation, WebhookTestMutationVariables>;
export const WebhookDeliveryReplayDocument = /* #__PURE__ */ new TypedDocumentString(`
    mutation WebhookDeliveryReplay($input: WebhookDeliveryReplayInput!) {
  webhookDeliveryReplay(input: $input) {
    __typename
    ... on WebhookDeliveryPayload {
      delivery {
        ...WebhookDelivery
      }
    }
    ...Refusal
    ... on MemberNotActiveError {
      memberStatus
    }
  }
}
    fragment Refusal on UserError {
  code
  message
  path
  docUrl
  retryable
}
fragment WebhookDelivery on WebhookDelivery {
  id
  eventId
  eventKind
  occurredAt
  body
  status
  attempts
  nextAttemptAt
  madeAt
  endedAt
  log {
    attemptNo
    endedAt
    durationMs
    outcome
    responseStatus
    responseBody
  }
}`) as unknown as TypedDocumentString<WebhookDeliveryReplayMutation, WebhookDeliveryReplayMutationVariables>;
export const EventListDocument = /* #__PURE__ */ new TypedDocumentString(`
    query EventList($filter: EventsFilter, $first: Int!, $after: String) {
  events(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      kind
      occurredAt
      data
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EventListQuery, EventListQueryVariables>;