export { ArtelError } from './artel-error.ts'
export { type Artel, type ArtelOptions, createArtel } from './create-artel.ts'
export type { TypedDocument } from './document.ts'
export type {
  ApiKeyCreateInput,
  ApiKeyFragment as ApiKey,
  ApiKeyRevokeInput,
  ClearingPositionFragment as ClearingPosition,
  ClockAdvanceInput,
  CoalitionFragment as Coalition,
  CoalitionMode,
  CoalitionOpenInput,
  CoverageFragment as Coverage,
  CustomerBy,
  CustomerEnrolInput,
  CustomerFragment as Customer,
  EarnRuleInput,
  EarnRuleKind,
  EntryKind,
  ExactMoneyFragment as ExactMoney,
  ExpiryKind,
  HoldCaptureInput,
  HoldCreateInput,
  HoldFragment as Hold,
  HoldStatus,
  HoldVoidInput,
  MemberAdmitInput,
  MemberFragment as Member,
  MemberKind,
  MemberSegment,
  MemberStatus,
  MemberStatusInput,
  MemberUpdateInput,
  MoneyFragment as Money,
  MoneyInput,
  PrincipalKind,
  PurchaseBy,
  PurchaseFragment as Purchase,
  PurchaseLineInput,
  PurchaseQuoteInput,
  PurchaseRecordInput,
  PurchaseRefundInput,
  RefundFragment as Refund,
  RefundLineInput,
  RefundPolicy,
  StatementEntryFragment as StatementEntry,
  TermsAcceptInput,
  TermsFragment as Terms,
  TermsInput,
  TokenKeyRegisterInput,
  TokenKeyRevokeInput,
  WalletFragment as Wallet,
  WidgetSessionCreateInput,
} from './generated/graphql.ts'
export { type Keyed, newIdempotencyKey } from './idempotency-key.ts'
export type { List, ListOptions, Page } from './list.ts'
export * from './refusals.ts'
export type * from './scalars.ts'
export * from './system-errors.ts'
export type { CallOptions, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './transport.ts'
export { isRefusal, type Payload, type ResultPromise, type Unwrappable, unwrap } from './unwrap.ts'
