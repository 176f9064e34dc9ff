import {
  type AccessRule,
  ADMIN_OF_MEMBERS,
  adminWith,
  EVERYBODY,
  memberOrAdminWith,
  memberWith,
  NOBODY,
  SALES_READERS,
} from './access-rule.ts'

const RULE_READERS: AccessRule = {
  ...NOBODY,
  read: 'readRules',
  admin: ['coalition:read'],
  member: ['rules:read'],
}

const PILOT_RUNNERS: AccessRule = { ...NOBODY, admin: ['coalition:write'], member: ['rules:write'] }
const LINK_READERS: AccessRule = { ...RULE_READERS, read: 'readLinks' }
/** A member its own, an administrator the coalition's; for others' rules each says what it pays. */
const RULE_WRITERS: AccessRule = { ...NOBODY, admin: ['coalition:write'], member: ['rules:write'] }

const SEGMENT_READERS: AccessRule = { ...RULE_READERS, read: 'readSegments' }
const GROUP_KEEPERS: AccessRule = { ...NOBODY, admin: ['coalition:write'], member: ['rules:write'] }
const EARN_CODE_READERS: AccessRule = { ...SALES_READERS, read: 'readEarnCodes' }

const RECEIPT_CLAIM_READERS: AccessRule = {
  ...{ ...SALES_READERS, read: 'readReceiptClaims', customer: ['wallet:read'] },
}

/** Of `ACCESS`: rules, offers, tiers, pilots, links, referrals, earn codes, receipts, commissions and affiliates. */
export const GROWTH_ACCESS: Readonly<Record<string, AccessRule>> = {
  // What customers see of a coalition, and what visitors of a member's page do.
  'Query.partners': EVERYBODY,
  'Query.offers': EVERYBODY,
  'Query.earnCode': EARN_CODE_READERS,
  'Query.earnCodes': EARN_CODE_READERS,
  'Mutation.earnCodeIssue': memberWith('purchases:write'),
  'Mutation.earnCodeRevoke': memberWith('purchases:write'),
  'Mutation.earnCodeClaim': { ...memberWith('purchases:write'), customer: ['wallet:write'] },
  'Query.fiscalDrives': {
    ...{ ...NOBODY, read: 'readFiscalDrives', admin: ['coalition:read'], member: ['member:write'] },
  },
  'Mutation.fiscalDriveAdd': memberWith('member:write'),
  'Mutation.fiscalDriveAccept': adminWith('members:write'),
  'Mutation.fiscalDriveClose': { ...NOBODY, admin: ['members:write'], member: ['member:write'] },
  'Query.receiptClaim': RECEIPT_CLAIM_READERS,
  'Query.receiptClaims': RECEIPT_CLAIM_READERS,
  'Mutation.receiptClaimMake': { ...memberWith('purchases:write'), customer: ['wallet:write'] },
  'Mutation.receiptClaimConfirm': memberWith('purchases:write'),
  'Mutation.receiptClaimDecline': memberWith('purchases:write'),
  ...{ 'Query.link': LINK_READERS, 'Query.links': LINK_READERS },
  'Mutation.linkCreate': memberOrAdminWith('promotions:write'),
  'Mutation.linkArchive': memberOrAdminWith('promotions:write'),
  'Mutation.referralBind': memberWith('customers:write'),
  'Query.rule': RULE_READERS,
  'Query.rules': RULE_READERS,
  'Query.ruleDryRun': { ...RULE_READERS, read: 'dryRunRule' },
  'Query.pilot': { ...RULE_READERS, read: 'readPilots' },
  'Query.pilots': { ...RULE_READERS, read: 'readPilots' },
  'Mutation.pilotPlan': PILOT_RUNNERS,
  'Mutation.pilotDecide': PILOT_RUNNERS,
  'Query.rulesAsked': RULE_READERS,
  'Mutation.ruleDraft': RULE_WRITERS,
  'Mutation.ruleEdit': RULE_WRITERS,
  'Mutation.ruleSchedule': RULE_WRITERS,
  'Mutation.rulePause': RULE_WRITERS,
  'Mutation.ruleResume': RULE_WRITERS,
  'Mutation.ruleEnd': RULE_WRITERS,
  'Mutation.ruleAccept': RULE_WRITERS,
  'Mutation.ruleDecline': RULE_WRITERS,
  'Query.segment': SEGMENT_READERS,
  'Query.segments': SEGMENT_READERS,
  'Mutation.segmentCreate': GROUP_KEEPERS,
  'Mutation.segmentAdd': GROUP_KEEPERS,
  'Mutation.segmentRemove': GROUP_KEEPERS,
  'Mutation.segmentDelete': GROUP_KEEPERS,
  'Query.tierLadders': { ...RULE_READERS, read: 'readTierLadders' },
  'Mutation.tierLadderCreate': GROUP_KEEPERS,
  'Mutation.tierLadderEnd': GROUP_KEEPERS,
  'Query.affiliateTerms': EVERYBODY,
  'Query.affiliate': { ...RULE_READERS, read: 'readAffiliates' },
  'Query.affiliates': { ...RULE_READERS, read: 'readAffiliates' },
  'Mutation.affiliateTermsPublish': adminWith('coalition:write'),
  // Who applies is nobody yet.
  'Mutation.affiliateApply': EVERYBODY,
  'Mutation.affiliateAdmit': ADMIN_OF_MEMBERS,
  'Mutation.affiliateSuspend': ADMIN_OF_MEMBERS,
  'Mutation.affiliateClose': ADMIN_OF_MEMBERS,
  'Mutation.affiliateCustomerName': ADMIN_OF_MEMBERS,
  'Query.commission': { ...RULE_READERS, read: 'readCommissions' },
  'Query.commissions': { ...RULE_READERS, read: 'readCommissions' },
  'Query.commissionProgrammes': { ...RULE_READERS, read: 'readCommissions' },
  'Mutation.commissionProgrammeStart': memberWith('rules:write'),
  'Mutation.commissionProgrammeChange': memberWith('rules:write'),
  'Mutation.commissionProgrammeEnd': memberWith('rules:write'),
  'Mutation.commissionApprove': memberWith('settlement:accept'),
  'Mutation.commissionReject': { ...NOBODY, member: ['settlement:accept'], admin: ['settlement:approve'] },
  'Mutation.visitRecord': memberWith('purchases:write'),
  'Mutation.customerEventRecord': memberWith('purchases:write'),
}
