export * from './attribution/decide-attribution.ts'
export * from './attribution/decide-binding.ts'
export * from './attribution/source.ts'
export * from './calendar/local-date.ts'
export * from './calendar/period-day.ts'
export { instantOf } from './calendar/zoned-time.ts'
export * from './commission/choose-programme.ts'
export { ladderPeriodOf, periodOfSale } from './commission/commission-period.ts'
export * from './commission/describe-programme.ts'
export { ladderCommission } from './commission/ladder.ts'
export * from './commission/programme.ts'
export * from './commission/programme-json.ts'
export * from './commission/reckon-commission.ts'
export * from './commission/settle-commission.ts'
export * from './commission/validate-programme.ts'
export * from './commission/why-none.ts'
export * from './earn-code/earn-code.ts'
export * from './figures/figure-parts.ts'
export * from './figures/programme-cost.ts'
export * from './figures/turnover.ts'
export * from './fiscal-receipt/fiscal-id.ts'
export * from './fiscal-receipt/parse-fiscal-qr.ts'
export {
  FREE_SYMBOLS,
  foldLinkCode,
  isMadeLinkCode,
  isMistypedLinkCode,
  makeLinkCode,
  readingsOfLinkCode,
} from './link/link-code.ts'
export * from './link/link-page.ts'
export { isOffered, type OfferViewer } from './offer/is-offered.ts'
export { describeEarning, describeTaking } from './partner/describe-partner.ts'
export * from './pilot/judge-pilot.ts'
export * from './pilot/measure.ts'
export * from './pilot/pilot-group.ts'
export * from './pilot/validate-pilot.ts'
export * from './purchase/earn-rule.ts'
export * from './purchase/points-part.ts'
export * from './purchase/refund.ts'
export {
  FREE_REFERRAL_SYMBOLS,
  makeReferralCode,
  referralCodeOf,
  writtenReferralCode,
} from './referral/referral-code.ts'
export { counted, moneyText, percentText } from './rule/amounts-in-words.ts'
export { linesOf } from './rule/bill-lines.ts'
export type { BillToEvaluate } from './rule/bill-to-evaluate.ts'
export * from './rule/definition-json.ts'
export { describeOffer } from './rule/describe-offer.ts'
export * from './rule/describe-rule.ts'
export * from './rule/describe-skip.ts'
export { describeVoucher } from './rule/describe-voucher.ts'
export * from './rule/evaluate-bill.ts'
export { type EvaluatedTrigger, evaluateTrigger, type TriggerToEvaluate } from './rule/evaluate-trigger.ts'
export type { EvaluatedBill, Given, Skipped } from './rule/evaluated-bill.ts'
export { mostOff } from './rule/issue-vouchers.ts'
export {
  type DecidedRules,
  givenBackTo,
  isAllUndone,
  type LeftOfRules,
  leftOfRules,
  type Undone,
} from './rule/left-of-bill.ts'
export { type LocalMoment, localMoment, periodOf } from './rule/local-moment.ts'
export {
  costOfGift,
  isPaidByOthers,
  isPaidForCoalition,
  type PayerGift,
  type Purse,
  splitGift,
  sumByPayer,
  undoneByPayer,
} from './rule/paid-parts.ts'
export * from './rule/rule.ts'
export { budgetLimit } from './rule/rule-counters.ts'
export type { RuleLanguage } from './rule/rule-language.ts'
export * from './rule/rule-status.ts'
export {
  asksOfCustomer,
  type CustomerFacts,
  groupsAskedBy,
  type SkipReason,
  unmetByBill,
} from './rule/skip-reason.ts'
export type { TemplateDays } from './rule/template-rule.ts'
export * from './rule/templates.ts'
export {
  EVENT_NAME_PROBLEM,
  isAboutTrigger,
  isEventName,
  isOfReferral,
  isOfTrigger,
  usesOf,
} from './rule/trigger.ts'
export * from './rule/validate-rule.ts'
export * from './settlement/accept-late-sale.ts'
export * from './settlement/age-receivables.ts'
export * from './settlement/approve-plan.ts'
export {
  type BusinessCalendar,
  coalitionCalendar,
  type ExceptionalDay,
  exceptionalDays,
  type MovedDay,
  validateMovedDays,
} from './settlement/business-calendar.ts'
export * from './settlement/compose-statement.ts'
export * from './settlement/credit-limit-now.ts'
export * from './settlement/dispute-deadline.ts'
export * from './settlement/estimate-breakage.ts'
export * from './settlement/exit-tail.ts'
export * from './settlement/fee-vat.ts'
export * from './settlement/line-hasher.ts'
export {
  type ImportedLine,
  type LineMatch,
  type MatchedBy,
  matchPayments,
  type OpenLeg,
  type PaymentMatches,
  quotes,
  type RemainderReason,
} from './settlement/match-payments.ts'
export {
  type KnownBy,
  type ProvingLine,
  provesRecorded,
  type RecordedMovement,
  takesBack,
} from './settlement/match-recorded.ts'
export * from './settlement/may-issue.ts'
export * from './settlement/nets.ts'
export * from './settlement/payment-date.ts'
export { type PeerTransfer, peerTransfers } from './settlement/peer-transfers.ts'
export * from './settlement/plan-hash.ts'
export * from './settlement/plan-payments.ts'
export * from './settlement/reciprocity-matrix.ts'
export * from './settlement/round-closings.ts'
export * from './settlement/round-to-minor.ts'
export * from './settlement/settlement-lines.ts'
export { DEFAULT_SETTLEMENT_TERMS, type SettlementTerms } from './settlement/settlement-terms.ts'
export type { HashSink, Sha256 } from './settlement/sha256.ts'
export * from './settlement/statement-line.ts'
export * from './settlement/window-at.ts'
export * from './settlement/window-schedule.ts'
export * from './settlement/window-step.ts'
export * from './simulate/join-assumptions.ts'
export {
  beginSalesByMonth,
  type MonthOfSales,
  monthOfTotal,
  type PastSale,
  type SalesByMonth,
  type SalesByMonthOptions,
} from './simulate/sales-by-month.ts'
export * from './simulate/simulate-joining.ts'
export * from './terms/activation.ts'
export * from './terms/expiry.ts'
export * from './terms/lot-dates.ts'
export * from './terms/revalue.ts'
export * from './terms/terms.ts'
export * from './terms/terms-for.ts'
export * from './terms/validate-terms.ts'
export * from './terms/version-in-force.ts'
export * from './tier/ladder.ts'
export * from './velocity/award-limit.ts'
export * from './velocity/spending-limit.ts'
export * from './voucher/voucher-code.ts'
export * from './voucher/voucher-days.ts'
export * from './voucher/voucher-rule.ts'
export * from './voucher/voucher-state.ts'
