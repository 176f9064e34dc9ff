/** Mutations that change how a coalition is run, what it owes, or who may act in it: each leaves an event in the audit log. */
export const AUDITED = [
  'adjustmentApprove',
  'adjustmentPropose',
  'adjustmentWithdraw',
  'apiKeyCreate',
  'apiKeyRevoke',
  'apiKeyRotate',
  'bankDetailsSet',
  'bankStatementImport',
  'businessDaysSet',
  'clockAdvance',
  'coalitionOpen',
  'coalitionUpdate',
  'coalitionWindDown',
  'creditSaleApprove',
  'customerMerge',
  'disputeOpen',
  'disputeResolve',
  'lateSaleApprove',
  'memberAdmit',
  'memberClose',
  'memberExitEstimate',
  'memberExitGuarantee',
  'memberExitNotice',
  'memberExitWithdraw',
  'memberReinstate',
  'memberSuspend',
  'memberUpdate',
  'passwordChange',
  'paymentRecord',
  'paymentReverse',
  'planApprove',
  'planPropose',
  'promoAward',
  'receivableWriteOff',
  'salesMappingSet',
  'sessionConfirmTotp',
  'sessionCreate',
  'sessionEnd',
  'sessionEndAll',
  'sessionLinkRequest',
  'staffAccept',
  'staffInvite',
  'staffRevoke',
  'statementAccept',
  'statementLinkCreate',
  'statementsIssue',
  'termsAccept',
  'termsPropose',
  'termsRevalue',
  'termsWithdraw',
  'tokenKeyRegister',
  'tokenKeyRevoke',
  'tokenKeyRotate',
  'totpConfirm',
  'totpEnrol',
  'webhookDeliveryReplay',
  'webhookEndpointCreate',
  'webhookEndpointDelete',
  'webhookEndpointPause',
  'webhookEndpointResume',
  'webhookEndpointUpdate',
  'webhookSecretRotate',
  'webhookTest',
  'windowClose',
  'windowSettle',
] as const

/** Mutations of everyday business, and why the audit log can do without them. */
export const EVERYDAY: Readonly<Record<string, string>> = {
  confirmationRequest: 'Asks a customer; what the code is used for is recorded where it happens.',
  customerEnrol:
    'The till does it all day; the customer keeps who enrolled them, when, and to what they agreed.',
  holdCapture: "An entry of the ledger, which is chained and names the command's owner.",
  holdCreate: 'A hold of the ledger.',
  holdVoid: 'A hold of the ledger, given back.',
  householdJoin: 'A customer does it, with a code of their own; the household remembers it.',
  householdLeave: 'A customer does it; the household remembers it.',
  lateSalesRecord: 'Entries of the ledger, from a file that is kept with who handed it in.',
  pointsTransfer: 'An entry of the ledger, with a code of the customer.',
  purchaseRecord: 'An entry of the ledger, thousands a second.',
  purchaseRefund: 'An entry of the ledger that names the sale it undoes.',
  widgetSessionCreate: 'A token of minutes for one customer; what it does is a hold of the ledger.',
}

/** What is audited beside mutations: done by a command or by time. */
export const ACTS_WITHOUT_MUTATION = {
  auditBegin: 'The coalition was there before there was a log: here it begins.',
  booksAudit: 'The worker replayed the books of a night and they did not add up.',
  deliveriesForget: 'The worker deleted what was sent to webhook endpoints long ago.',
  secondFactorReset:
    'Whoever holds the database took a lost second factor away: `artel staff reset-second-factor`.',
  windowAgree: 'Silence or the last answer accepted the statements of a window.',
} as const

/** Name of what an event tells: a mutation, or what a command or the worker does without one. */
export type ActName = (typeof AUDITED)[number] | keyof typeof ACTS_WITHOUT_MUTATION

const AUDITED_NAMES: ReadonlySet<string> = new Set(AUDITED)

/** Whether a mutation leaves an event: then its refusals are noted too. */
export const isAudited = (mutation: string): boolean => AUDITED_NAMES.has(mutation)
