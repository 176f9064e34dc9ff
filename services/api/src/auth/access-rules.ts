import { type MemberVerb, type Principal, TOPICS } from '@artel/use-cases'

/** false = never; true = always; a list = with any one of these scopes. */
export type Grant = boolean | readonly string[]

/** Who may call one root field. Which rows a caller then sees is decided by `visibleTo`. */
export interface AccessRule extends Readonly<Record<Principal['kind'], Grant>> {
  /** The read that a query is, where a member's status decides too. A mutation's verb refuses by itself. */
  readonly read?: MemberVerb
  /** Only for who is signed in: a key of the same kind is refused. */
  readonly inPerson?: true
  /** Also for a session that has not given the second factor: its verb looks at that itself. */
  readonly beforeFactor?: true
}

const EVERYBODY: AccessRule = {
  ...{ operator: true, admin: true, member: true },
  ...{ person: true, till: false, customer: true, anonymous: true },
}
const NOBODY: AccessRule = {
  ...{ operator: false, admin: false, member: false },
  ...{ person: false, till: false, customer: false, anonymous: false },
}
const SIGNED_IN: AccessRule = { ...NOBODY, admin: true, member: true, person: true, inPerson: true }
const BEFORE_FACTOR: AccessRule = { ...SIGNED_IN, beforeFactor: true }
const ADMIN_OF_MEMBERS: AccessRule = { ...NOBODY, admin: ['members:write'] }
const STAFF: AccessRule = { ...ADMIN_OF_MEMBERS, member: ['member:write'] }
const memberOrAdminWith = (scope: string): AccessRule => ({ ...NOBODY, member: [scope], admin: [scope] })
const memberWith = (...scopes: string[]): AccessRule => ({ ...NOBODY, member: scopes })

/** A registered device before anybody has signed in there: these and nothing else. */
const TILL: AccessRule = { ...NOBODY, till: true }

const ENDPOINT_OWNERS: AccessRule = { ...NOBODY, admin: ['coalition:write'], member: ['member:write'] }

/** Who keeps a customer's points safe: the customer, and whoever serves it. */
const POINTS_KEEPERS: AccessRule = { ...memberOrAdminWith('customers:write'), customer: ['wallet:read'] }

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
const adminWith = (...scopes: string[]): AccessRule => ({ ...NOBODY, admin: scopes })
const SETTLEMENT_READERS: AccessRule = {
  ...NOBODY,
  read: 'readSettlement',
  admin: ['reports:read'],
  member: ['reports:read'],
}

const RECONCILIATION_READERS: AccessRule = {
  ...NOBODY,
  read: 'readReconciliations',
  admin: ['coalition:read'],
  member: ['purchases:write', 'reports:read'],
}

const SALES_READERS: AccessRule = {
  ...NOBODY,
  read: 'readPurchases',
  admin: ['coalition:read'],
  member: ['purchases:write', 'reports:read'],
}

/** Each scope by which one event or another may be heard of. */
const EVENT_SCOPES = {
  admin: [...new Set(Object.values(TOPICS).flatMap(({ admin }) => [...admin]))],
  member: [...new Set(Object.values(TOPICS).flatMap(({ member }) => [...member]))],
}

/** The rule of every root field, `Type.field`. Without a rule for each field the API does not start. */
export const ACCESS: Readonly<Record<string, AccessRule>> = {
  'Query.node': EVERYBODY,
  'Query.nodes': EVERYBODY,
  'Query.viewer': EVERYBODY,
  'Query.rateLimit': EVERYBODY,
  'Query.coalition': EVERYBODY,
  'Query.member': EVERYBODY,
  'Query.customer': {
    ...NOBODY,
    read: 'findCustomer',
    admin: ['coalition:read'],
    member: ['customers:read'],
    customer: ['wallet:read'],
  },
  'Query.purchase': {
    ...NOBODY,
    read: 'readPurchases',
    admin: ['coalition:read'],
    member: ['purchases:write', 'reports:read'],
    customer: ['wallet:read'],
  },
  'Query.hold': {
    ...NOBODY,
    read: 'readHolds',
    admin: ['coalition:read'],
    member: ['holds:write'],
    customer: ['wallet:read'],
  },
  'Query.purchaseQuote': {
    operator: false,
    admin: ['coalition:read'],
    member: true,
    person: false,
    till: false,
    customer: true,
    anonymous: true,
  },
  'Query.customers': {
    ...NOBODY,
    read: 'findCustomer',
    admin: ['coalition:read'],
    member: ['customers:read'],
  },
  'Query.purchases': SALES_READERS,
  'Query.refunds': SALES_READERS,
  'Query.holds': { ...NOBODY, read: 'readHolds', admin: ['coalition:read'], member: ['holds:write'] },
  'Query.entries': { ...NOBODY, read: 'readWallet', admin: ['coalition:read'], member: ['wallet:read'] },
  // Of which kinds, each topic says by itself: `visibleTo`.
  'Query.events': { ...NOBODY, admin: EVENT_SCOPES.admin, member: EVENT_SCOPES.member },
  'Query.apiKeys': STAFF,
  'Query.adjustments': {
    ...NOBODY,
    read: 'readAdjustments',
    admin: ['adjustments:write', 'adjustments:approve', 'coalition:read'],
    member: ['adjustments:write', 'adjustments:approve'],
  },
  'Query.settlementWindows': SETTLEMENT_READERS,
  'Query.memberStatements': SETTLEMENT_READERS,
  'Query.paymentLegs': SETTLEMENT_READERS,
  'Query.disputes': SETTLEMENT_READERS,
  'Query.settlementPayments': SETTLEMENT_READERS,
  'Query.paymentPlans': { ...SETTLEMENT_READERS, member: false },
  'Query.reconciliation': RECONCILIATION_READERS,
  'Query.reconciliations': RECONCILIATION_READERS,
  // A business that considers joining has no key yet.
  'Query.joinSimulation': EVERYBODY,
  'Mutation.lateSalesRecord': memberWith('purchases:write'),
  'Mutation.salesMappingSet': { ...NOBODY, admin: ['coalition:write'], member: ['purchases:write'] },
  'Mutation.coalitionUpdate': { ...NOBODY, admin: ['coalition:write'] },
  'Query.saleApprovals': { ...NOBODY, admin: ['coalition:read'] },
  'Mutation.coalitionOpen': { ...NOBODY, operator: true },
  'Mutation.memberAdmit': ADMIN_OF_MEMBERS,
  'Mutation.memberUpdate': { ...ADMIN_OF_MEMBERS, member: ['member:write'] },
  'Mutation.memberSuspend': ADMIN_OF_MEMBERS,
  'Mutation.memberReinstate': ADMIN_OF_MEMBERS,
  'Mutation.memberClose': ADMIN_OF_MEMBERS,
  'Mutation.memberExitNotice': { ...ADMIN_OF_MEMBERS, member: ['member:write'] },
  'Mutation.memberExitWithdraw': { ...ADMIN_OF_MEMBERS, member: ['member:write'] },
  'Mutation.memberExitGuarantee': ADMIN_OF_MEMBERS,
  'Mutation.memberExitEstimate': ADMIN_OF_MEMBERS,
  'Mutation.coalitionWindDown': { ...NOBODY, admin: ['coalition:write'] },
  'Mutation.lateSaleApprove': ADMIN_OF_MEMBERS,
  'Mutation.creditSaleApprove': ADMIN_OF_MEMBERS,
  'Mutation.termsPropose': { ...NOBODY, admin: ['coalition:write'] },
  'Mutation.termsWithdraw': { ...NOBODY, admin: ['coalition:write'] },
  'Mutation.termsRevalue': { ...NOBODY, admin: ['ops:write'] },
  'Mutation.termsAccept': memberWith('member:write'),
  'Mutation.apiKeyCreate': { ...ADMIN_OF_MEMBERS, member: ['member:write'] },
  'Mutation.apiKeyRotate': { ...ADMIN_OF_MEMBERS, member: ['member:write'] },
  'Mutation.apiKeyRevoke': { ...ADMIN_OF_MEMBERS, member: ['member:write'] },
  'Query.me': EVERYBODY,
  'Query.staff': {
    ...NOBODY,
    read: 'readStaff',
    admin: ['members:write', 'coalition:read'],
    member: ['member:write'],
  },
  'Mutation.staffInvite': STAFF,
  'Mutation.staffRevoke': STAFF,
  'Mutation.staffAccept': EVERYBODY,
  'Mutation.sessionCreate': EVERYBODY,
  'Mutation.sessionLinkRequest': EVERYBODY,
  'Mutation.sessionConfirmTotp': BEFORE_FACTOR,
  // Of another than the calling one the verb refuses it.
  'Mutation.sessionEnd': BEFORE_FACTOR,
  'Mutation.sessionEndAll': SIGNED_IN,
  'Mutation.totpEnrol': SIGNED_IN,
  'Mutation.totpConfirm': SIGNED_IN,
  'Mutation.passwordChange': SIGNED_IN,
  'Mutation.passkeyRegistrationStart': SIGNED_IN,
  'Mutation.passkeyRegister': SIGNED_IN,
  'Mutation.passkeyRemove': SIGNED_IN,
  'Mutation.sessionPasskeyStart': EVERYBODY,
  'Mutation.sessionCreateByPasskey': EVERYBODY,
  'Query.tills': { ...STAFF, read: 'readTills', admin: ['members:write', 'coalition:read'] },
  'Query.link': LINK_READERS,
  'Query.links': LINK_READERS,
  'Mutation.linkCreate': memberOrAdminWith('promotions:write'),
  'Mutation.linkArchive': memberOrAdminWith('promotions:write'),
  'Mutation.customerBind': memberWith('customers:write'),
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
  'Query.tillCashiers': TILL,
  'Mutation.tillRegister': STAFF,
  'Mutation.tillRevoke': STAFF,
  'Mutation.tillSessionCreate': TILL,
  'Mutation.pinCodeCreate': STAFF,
  'Mutation.pinSetByCode': TILL,
  'Mutation.pinSet': { ...NOBODY, member: true, inPerson: true },
  'Query.auditEvents': {
    ...NOBODY,
    read: 'readAuditLog',
    admin: ['coalition:read'],
    member: ['member:write'],
  },
  'Query.webhookEndpoints': { ...ENDPOINT_OWNERS, read: 'readWebhooks' },
  'Query.webhookEventKinds': EVERYBODY,
  'Mutation.webhookEndpointCreate': ENDPOINT_OWNERS,
  'Mutation.webhookEndpointUpdate': ENDPOINT_OWNERS,
  'Mutation.webhookEndpointPause': ENDPOINT_OWNERS,
  'Mutation.webhookEndpointResume': ENDPOINT_OWNERS,
  'Mutation.webhookEndpointDelete': ENDPOINT_OWNERS,
  'Mutation.webhookSecretRotate': ENDPOINT_OWNERS,
  'Mutation.webhookTest': ENDPOINT_OWNERS,
  'Mutation.webhookDeliveryReplay': ENDPOINT_OWNERS,
  'Mutation.tokenKeyRegister': memberWith('member:write'),
  'Mutation.tokenKeyRevoke': memberWith('member:write'),
  'Mutation.tokenKeyRotate': memberWith('member:write'),
  'Mutation.customerEnrol': memberWith('customers:write'),
  'Mutation.widgetSessionCreate': memberWith('sessions:write'),
  'Mutation.purchaseRecord': memberWith('purchases:write'),
  'Mutation.purchaseRefund': memberWith('purchases:write'),
  'Mutation.holdCreate': { ...NOBODY, member: ['holds:write'], customer: ['hold:create'] },
  'Mutation.holdCapture': memberWith('holds:write'),
  'Mutation.holdVoid': memberWith('holds:write'),
  'Mutation.promoAward': memberOrAdminWith('promotions:write'),
  'Mutation.adjustmentPropose': memberOrAdminWith('adjustments:write'),
  'Mutation.adjustmentApprove': memberOrAdminWith('adjustments:approve'),
  'Mutation.adjustmentWithdraw': memberOrAdminWith('adjustments:write'),
  'Mutation.householdJoin': memberOrAdminWith('customers:write'),
  'Mutation.householdLeave': memberOrAdminWith('customers:write'),
  'Mutation.pointsTransfer': memberOrAdminWith('customers:write'),
  'Mutation.confirmationRequest': {
    ...NOBODY,
    admin: ['customers:write'],
    member: ['customers:write', 'holds:write', 'purchases:write'],
    customer: ['hold:create', 'wallet:read'],
  },
  'Mutation.visitRecord': memberWith('purchases:write'),
  'Mutation.customerEventRecord': memberWith('purchases:write'),
  'Mutation.customerBirthDateSet': memberOrAdminWith('customers:write'),
  'Mutation.customerFreeze': POINTS_KEEPERS,
  'Mutation.customerUnfreeze': POINTS_KEEPERS,
  'Mutation.consentTextPublish': adminWith('coalition:write'),
  'Mutation.consentRecord': memberOrAdminWith('customers:write'),
  'Mutation.consentWithdraw': { ...memberOrAdminWith('customers:write'), customer: ['wallet:read'] },
  'Mutation.vehicleAdd': memberOrAdminWith('customers:write'),
  'Mutation.vehicleUpdate': memberOrAdminWith('customers:write'),
  'Mutation.vehicleRemove': memberOrAdminWith('customers:write'),
  'Mutation.customerErase': adminWith('customers:write'),
  'Query.customerExport': { ...NOBODY, admin: ['customers:write'], customer: ['wallet:read'] },
  'Mutation.customerMerge': { ...NOBODY, admin: ['customers:write'] },
  'Mutation.windowClose': adminWith('settlement:propose'),
  'Mutation.statementsIssue': adminWith('settlement:propose'),
  'Mutation.statementLinkCreate': adminWith('reports:read'),
  'Mutation.statementAccept': memberWith('settlement:accept'),
  'Mutation.disputeOpen': memberWith('settlement:accept'),
  'Mutation.disputeResolve': adminWith('settlement:approve'),
  'Mutation.planPropose': adminWith('settlement:propose'),
  'Mutation.planApprove': adminWith('settlement:approve'),
  'Mutation.paymentRecord': adminWith('settlement:propose'),
  'Mutation.paymentReverse': adminWith('settlement:propose'),
  'Mutation.bankStatementImport': adminWith('settlement:propose'),
  'Mutation.windowSettle': adminWith('settlement:propose'),
  'Mutation.receivableWriteOff': adminWith('coalition:write'),
  'Mutation.businessDaysSet': { ...NOBODY, admin: ['coalition:write'] },
  'Mutation.bankDetailsSet': { ...NOBODY, admin: ['coalition:write'], member: ['member:write'] },
  'Subscription.balanceChanged': {
    ...NOBODY,
    read: 'readWallet',
    admin: ['coalition:read'],
    member: ['wallet:read'],
    customer: ['wallet:read'],
  },
  'Subscription.purchaseRecorded': {
    ...NOBODY,
    read: 'readPurchases',
    admin: ['coalition:read'],
    member: ['purchases:write', 'reports:read'],
    customer: ['wallet:read'],
  },
  'Subscription.windowProgress': SETTLEMENT_READERS,
  'Mutation.clockAdvance': { ...NOBODY, admin: ['ops:write'] },
}
