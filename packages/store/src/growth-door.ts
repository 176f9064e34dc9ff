/** What `index.ts` opens of rules, segments, tiers, pilots, links, commissions and figures. */
export { affiliatePayouts } from './affiliate/affiliate-payouts.ts'
export { affiliateTermsAlone, lockAffiliate } from './affiliate/affiliates-alone.ts'
export { addAttributions } from './attribution/add-attributions.ts'
export { attributionDigest, type NewAttribution } from './attribution/attribution-digest.ts'
export { type BindingTerms, bindingTerms } from './attribution/binding-terms.ts'
export { endedSources, isSourceByEmail, type OwnSource, ownSources } from './attribution/sources.ts'
export {
  type BindingRow,
  bindingsOf,
  type ClickRow,
  clicksOf,
  type LinkRow,
  linksOfCodes,
} from './attribution/touches.ts'
export { takeUndecided, type UndecidedPurchase } from './attribution/undecided.ts'
export {
  addCommissionPosting,
  type CommissionsToBook,
  commissionsToBook,
  type NewCommissionPosting,
} from './commission/book-commissions.ts'
export {
  addCommissionLines,
  addCommissions,
  type CommissionRow,
  changeCommissions,
  closeEmptied,
  commissionPeriods,
  commissionRows,
  type NewCommission,
  type NewCommissionLine,
  type PeriodRow,
  putCommissionPeriods,
  signCommission,
} from './commission/commission-rows.ts'
export {
  batchesWithinPairs,
  dueCommissions,
  followSettlement,
  takePaidBack,
} from './commission/due-commissions.ts'
export { pendingCommissions } from './commission/pending-commissions.ts'
export {
  commissionVersionDigest,
  lockProgramme,
  type NewCommissionVersion,
  programmesOf,
  type StoredProgramme,
} from './commission/programmes-of.ts'
export {
  type BroughtSale,
  batchesToCommission,
  broughtSales,
  type RefundOfCommission,
  refundsBeforeApproval,
  refundsOfCommissions,
  rememberCommissioned,
} from './commission/sales-to-commission.ts'
export {
  type BroughtCustomers,
  broughtCustomers,
  type CohortMonth,
  cohortMonths,
  lostCustomers,
} from './figures/customer-figures.ts'
export { type FiguresByKey, figuresByKey, figuresByMember } from './figures/figures-by-key.ts'
export { type FoldedFigures, foldFigures, forgetFigures } from './figures/fold-figures.ts'
export { type PartnerMonth, partnerMonths } from './figures/partner-months.ts'
export {
  type FigureAsked,
  type FigureRow,
  type FigureSums,
  readFigureRows,
} from './figures/read-figure-rows.ts'
export { bindingDigest } from './link/binding-digest.ts'
export { addBinding, holdCustomer, type NewBinding } from './link/bindings.ts'
export { addClicks, clickSalt, type NewClick, sweepClicks } from './link/clicks.ts'
export { type LinkFigures, linkFigures } from './link/link-figures.ts'
export { type VisitedLink, visitedLink } from './link/visited-link.ts'
export { addEnrolmentOccasion } from './occasion/add-enrolment-occasion.ts'
export { dealtWith } from './occasion/dealt-with.ts'
export { type FinishedOccasion, finishOccasions } from './occasion/finish-occasion.ts'
export { type PendingOccasion, pendingOccasions } from './occasion/pending-occasions.ts'
export { type OwnedRuleVersion, rulesOnTriggers } from './occasion/rules-on-triggers.ts'
export { spreadBirthdays } from './occasion/spread-birthdays.ts'
export { triggerRules } from './occasion/trigger-rules.ts'
export { lockPilotOfRule, type PilotOfRule } from './pilot/lock-pilot-of-rule.ts'
export { measurePilot, type PilotGroupSums, type PilotMeasure } from './pilot/measure-pilot.ts'
export {
  addReferralCodes,
  referrerOfCode,
  visitedReferral,
} from './referral/referral-codes.ts'
export { type NewReferral, referralDigest } from './referral/referral-digest.ts'
export { type ReferralFigures, referralFigures } from './referral/referral-figures.ts'
export { addReferral, closedCustomer, type ReferralFacts, referralFacts } from './referral/referrals.ts'
export { spreadReferrals } from './referral/spread-referrals.ts'
export { finishUndone, type UndoneGift, undoneGifts } from './referral/undone-gifts.ts'
export { type AskedRule, askedRules, type PayerAnswer, waitingAsks } from './rule/asked-rules.ts'
export { codesOfRules, lockCodes } from './rule/codes.ts'
export { groupsOfCustomers } from './rule/groups-of-customers.ts'
export { lastBudgetUnit } from './rule/last-budget-unit.ts'
export { lockRule, lockRulesOf } from './rule/lock-rule.ts'
export { newestRuleVersions } from './rule/newest-versions.ts'
export { type OfferedRule, offeredRules } from './rule/offered-rules.ts'
export { type PastBill, pastBills } from './rule/past-bills.ts'
export { type RuleCost, ruleCosts } from './rule/rule-costs.ts'
export { ruleNaming } from './rule/rule-naming.ts'
export { ruleStanding } from './rule/rule-standing.ts'
export { runningRules, type StoredRuleVersion } from './rule/running-rules.ts'
export { type NewRuleVersion, ruleVersionDigest } from './rule/version-digest.ts'
export {
  addCustomersTo,
  lockOwner,
  lockSegment,
  lockSegments,
  segmentSizes,
} from './segment/segments.ts'
export { lastBatchHeld, lockLadder, lockTiers } from './tier/ladders.ts'
export { sweepStandings } from './tier/sweep-standings.ts'
export { type StandingOnLadder, tierStandings } from './tier/tier-standings.ts'
export { VOUCHER_CHECKS } from './verify/voucher-checks.ts'
