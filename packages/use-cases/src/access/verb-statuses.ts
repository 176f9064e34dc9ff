import { MemberNotActiveError } from '@artel/ledger'
import type { MemberStatus } from './member-status.ts'

/** Statuses in which a member's key works at all: the keys of a CLOSED member are revoked when it closes. */
type LivingStatus = Exclude<MemberStatus, 'CLOSED'>

const LIVING: readonly LivingStatus[] = ['INVITED', 'ACTIVE', 'SUSPENDED', 'EXITING']
/** An INVITED member sets itself up; a SUSPENDED one changes nothing of itself. */
const SETTING_UP: readonly LivingStatus[] = ['INVITED', 'ACTIVE', 'EXITING']
/** Serving customers: an EXITING member takes points to the end. */
const SERVING: readonly LivingStatus[] = ['ACTIVE', 'EXITING']
/** Looking at what is its own, undoing, and keeping promises made before: left to a SUSPENDED member. */
const OWN_AFFAIRS: readonly LivingStatus[] = ['ACTIVE', 'SUSPENDED', 'EXITING']
const ACTIVE_ALONE: readonly LivingStatus[] = ['ACTIVE']

/**
 * The statuses in which a member may use each verb and each read: the one table of it. Verbs refuse by it, the API
 * refuses queries and hides rows by it. A verb that members never use is not in it.
 */
export const STATUSES_OF_VERB = {
  // Setting itself up.
  readCoalition: LIVING,
  simulateJoin: LIVING,
  /** SUSPENDED too: what it has not accepted keeps it from being reinstated. */
  acceptTerms: LIVING,
  updateMember: SETTING_UP,
  draftRule: SETTING_UP,
  editRule: SETTING_UP,
  scheduleRule: SETTING_UP,
  resumeRule: SETTING_UP,
  dryRunRule: SETTING_UP,
  planPilot: SETTING_UP,
  createLink: SETTING_UP,
  acceptRule: ACTIVE_ALONE,
  createSegment: SETTING_UP,
  addToSegment: SERVING,
  createTierLadder: SETTING_UP,
  startCommissionProgramme: SETTING_UP,
  changeCommissionProgramme: SETTING_UP,
  setBankDetails: SETTING_UP,
  createApiKey: SETTING_UP,
  rotateApiKey: SETTING_UP,
  inviteStaff: SETTING_UP,
  registerTill: SETTING_UP,
  createPinCode: SETTING_UP,
  registerTokenKey: SETTING_UP,
  rotateTokenKey: SETTING_UP,
  createWebhookEndpoint: SETTING_UP,
  updateWebhookEndpoint: SETTING_UP,
  rotateWebhookSecret: SETTING_UP,
  resumeWebhookEndpoint: SETTING_UP,
  testWebhookEndpoint: SETTING_UP,
  replayWebhookDelivery: SETTING_UP,
  /** A leaked key is revoked whatever the status. */
  revokeApiKey: LIVING,
  revokeTokenKey: LIVING,
  revokeStaff: LIVING,
  readStaff: LIVING,
  revokeTill: LIVING,
  /** A PIN that was seen is replaced whatever the status, too. */
  setPin: LIVING,
  readTills: LIVING,
  /** What a rule gives is stopped whatever the status, too. */
  pauseRule: LIVING,
  endRule: LIVING,
  /** Nobody is kept paying for another's rule. */
  declineRule: LIVING,
  endCommissionProgramme: LIVING,
  readAffiliates: LIVING,
  readRules: LIVING,
  decidePilot: LIVING,
  readPilots: LIVING,
  archiveLink: LIVING,
  readLinks: LIVING,
  removeFromSegment: LIVING,
  deleteSegment: LIVING,
  readSegments: LIVING,
  endTierLadder: LIVING,
  readTierLadders: LIVING,
  readAuditLog: LIVING,
  /** So is an address that leaks what it is sent. */
  pauseWebhookEndpoint: LIVING,
  deleteWebhookEndpoint: LIVING,
  readWebhooks: LIVING,

  // Serving customers.
  enrolCustomer: ACTIVE_ALONE,
  awardPromo: ACTIVE_ALONE,
  proposeAdjustment: ACTIVE_ALONE,
  approveAdjustment: ACTIVE_ALONE,
  issueEarnCode: ACTIVE_ALONE,
  addFiscalDrive: ACTIVE_ALONE,
  makeReceiptClaim: ACTIVE_ALONE,
  // A yes of one that gives nothing any more would take the receipt for no points.
  confirmReceiptClaim: ACTIVE_ALONE,
  quotePurchase: SERVING,
  recordPurchase: SERVING,
  recordLateSales: SERVING,
  createHold: SERVING,
  createWidgetSession: SERVING,
  /** What a token that the member signed is accepted for. */
  actAsCustomer: SERVING,
  joinHousehold: SERVING,
  leaveHousehold: SERVING,
  transferPoints: SERVING,
  requestConfirmation: SERVING,
  unfreezeCustomer: SERVING,
  recordConsent: SERVING,
  addVehicle: SERVING,
  updateVehicle: SERVING,
  removeVehicle: SERVING,
  bindCustomer: SERVING,
  bindReferral: SERVING,
  recordVisit: SERVING,
  recordCustomerEvent: SERVING,
  setBirthDate: SERVING,

  // Promises made before, and undoing.
  /** What keeps a customer safe waits for nobody. */
  freezeCustomer: OWN_AFFAIRS,
  captureHold: OWN_AFFAIRS,
  voidHold: OWN_AFFAIRS,
  refundPurchase: OWN_AFFAIRS,

  // Its own affairs. What was posted is settled whatever happens to the member: silence would accept for it.
  /** A customer may say no at any member that still has it. */
  withdrawConsent: OWN_AFFAIRS,
  /** A SUSPENDED member finds the customers that it has dealt with. */
  findCustomer: OWN_AFFAIRS,
  readWallet: OWN_AFFAIRS,
  readPurchases: OWN_AFFAIRS,
  readHolds: OWN_AFFAIRS,
  readEarnCodes: OWN_AFFAIRS,
  /** Whoever may not sell takes its promises back all the same. */
  revokeEarnCode: LIVING,
  closeFiscalDrive: LIVING,
  /** A no is said whatever the status, too. */
  declineReceiptClaim: LIVING,
  readFiscalDrives: LIVING,
  readReceiptClaims: OWN_AFFAIRS,
  readAdjustments: OWN_AFFAIRS,
  withdrawAdjustment: OWN_AFFAIRS,
  readReconciliations: OWN_AFFAIRS,
  reconcileSales: OWN_AFFAIRS,
  setSalesMapping: OWN_AFFAIRS,
  readSettlement: OWN_AFFAIRS,
  acceptStatement: OWN_AFFAIRS,
  approveCommission: OWN_AFFAIRS,
  rejectCommission: OWN_AFFAIRS,
  readCommissions: OWN_AFFAIRS,
  openDispute: OWN_AFFAIRS,
  readReports: OWN_AFFAIRS,
  giveExitNotice: OWN_AFFAIRS,
  withdrawExitNotice: OWN_AFFAIRS,

  // What members see of each other.
  readCoverage: SERVING,
  readReciprocity: SERVING,
} as const satisfies Readonly<Record<string, readonly LivingStatus[]>>

/** A verb or a read that members use. */
export type MemberVerb = keyof typeof STATUSES_OF_VERB

/** Whether a member in this status may use the verb. */
export const statusAllows = (verb: MemberVerb, status: MemberStatus): boolean =>
  (STATUSES_OF_VERB[verb] as readonly MemberStatus[]).includes(status)

/** Throws MemberNotActiveError when a member in this status may not use the verb. */
export function refuseStatus(verb: MemberVerb, status: MemberStatus): void {
  if (!statusAllows(verb, status)) throw new MemberNotActiveError({ memberStatus: status })
}
