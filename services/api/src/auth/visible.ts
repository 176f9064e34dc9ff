import type { Prisma } from '@artel/store/prisma'
import {
  dealtWithBy,
  entriesAt,
  isToldOf,
  kindsHeardBy,
  type MemberPrincipal,
  type MemberVerb,
  type PersonPrincipal,
  type Principal,
  statusAllows,
  toldOfMember,
} from '@artel/use-cases'
import { allOfGrowth, type GrowthVisible, NO_GROWTH, ownGrowth } from './visible-growth.ts'
import { NO_FILES, NO_WEBHOOKS, ownFiles, ownWebhooks } from './visible-own.ts'
import {
  allOfSettlement,
  NO_SETTLEMENT,
  ownSettlement,
  type SettlementVisible,
} from './visible-settlement.ts'

/** Customers of one coalition: all, those that a condition finds, or the one with this id. */
type CustomersSeen = Omit<Prisma.CustomerWhereInput, 'coalitionId' | 'id'> & {
  readonly coalitionId: string
  readonly id?: string
}

/** Where-clauses of the rows that a principal may see, one for each table; null = no rows. */
export interface Visible extends GrowthVisible, SettlementVisible {
  readonly coalition: Prisma.CoalitionWhereInput | null
  readonly terms: Prisma.TermsWhereInput | null
  readonly member: Prisma.MemberWhereInput | null
  readonly customer: CustomersSeen | null
  /** Of those, the ones that a list names or a search finds: a member is not handed the customers of the others. */
  readonly listedCustomer: Prisma.CustomerWhereInput | null
  /** Of those, the ones whose telephone a search may find: who sees no whole number must not find out its digits. */
  readonly contactedCustomer: Prisma.CustomerWhereInput | null
  readonly consent: Prisma.ConsentWhereInput | null
  readonly consentText: Prisma.ConsentTextWhereInput | null
  readonly purchase: Prisma.PurchaseWhereInput | null
  readonly refund: Prisma.RefundWhereInput | null
  readonly hold: Prisma.HoldWhereInput | null
  readonly lot: Prisma.LotWhereInput | null
  readonly entry: Prisma.EntryWhereInput | null
  /** Events that may concern the caller, of the kinds that it may hear of; `isHeardBy` says of each whether it does. */
  readonly event: Prisma.OutboxWhereInput | null
  readonly apiKey: Prisma.ApiKeyWhereInput | null
  readonly tokenKey: Prisma.TokenKeyWhereInput | null
  readonly person: Prisma.PersonWhereInput | null
  readonly staffGrant: Prisma.StaffGrantWhereInput | null
  readonly staffSession: Prisma.StaffSessionWhereInput | null
  readonly till: Prisma.TillWhereInput | null
  readonly adjustment: Prisma.AdjustmentWhereInput | null
  readonly reconciliation: Prisma.ReconciliationWhereInput | null
  readonly webhookEndpoint: Prisma.WebhookEndpointWhereInput | null
  readonly webhookDelivery: Prisma.WebhookDeliveryWhereInput | null
  readonly auditEvent: Prisma.AuditEventWhereInput | null
  /** Files of lists: those that the caller itself asked for. */
  readonly listExport: Prisma.ListExportWhereInput | null
  readonly importJob: Prisma.ImportJobWhereInput | null
}

const NO_STAFF = { person: null, staffGrant: null, staffSession: null, till: null }
const NO_LIST = { listedCustomer: null, contactedCustomer: null, event: null }
const NOTHING: Visible = {
  coalition: null,
  terms: null,
  member: null,
  customer: null,
  ...NO_LIST,
  consent: null,
  consentText: null,
  purchase: null,
  refund: null,
  hold: null,
  lot: null,
  entry: null,
  apiKey: null,
  tokenKey: null,
  ...NO_STAFF,
  ...NO_GROWTH,
  adjustment: null,
  reconciliation: null,
  statement: null,
  dispute: null,
  plan: null,
  paymentLeg: null,
  payment: null,
  bankImport: null,
  webhookEndpoint: null,
  webhookDelivery: null,
  auditEvent: null,
  ...NO_FILES,
}

/**
 * Turns a principal into the rows that it may see. Every lookup by an id or reference from outside adds this
 * where-clause, so a denied row is answered like one that does not exist.
 */
export function visibleTo(principal: Principal): Visible {
  switch (principal.kind) {
    case 'operator':
    case 'till':
      return NOTHING
    case 'anonymous':
      // The public profile of a member: badges on its pages are shown to visitors without a token.
      return { ...NOTHING, member: { status: 'ACTIVE' } }
    case 'admin':
      return ofCoalition(principal)
    case 'member':
      return ofMember(principal)
    case 'person':
      return { ...NOTHING, ...staffSeen(principal, null) }
    case 'customer':
      return ofCustomer(principal)
  }
}

function ofCoalition(admin: Extract<Principal, { kind: 'admin' }>): Visible {
  const { coalitionId, scopes } = admin
  const everything = scopes.has('coalition:read') ? { coalitionId } : null
  return {
    coalition: { id: coalitionId },
    terms: { coalitionId },
    member: { coalitionId },
    customer: everything,
    listedCustomer: everything,
    contactedCustomer: everything,
    event: eventsOf(admin),
    consent: everything,
    consentText: { coalitionId },
    purchase: everything,
    refund: everything,
    hold: everything,
    ...{ lot: everything, entry: everything },
    apiKey: scopes.has('members:write') ? { coalitionId } : null,
    tokenKey: scopes.has('members:write') ? { coalitionId } : null,
    ...staffSeen(admin, scopes.has('members:write') ? { coalitionId } : everything),
    till: scopes.has('members:write') ? { coalitionId } : everything,
    ...allOfGrowth(everything, scopes.has('reports:read') ? { coalitionId } : everything),
    adjustment: everything ?? (seesAdjustments(scopes) ? { coalitionId } : null),
    reconciliation: everything,
    auditEvent: everything,
    ...ownFiles(admin),
    ...(scopes.has('coalition:write') ? ownWebhooks({ coalitionId, memberId: null }) : NO_WEBHOOKS),
    ...allOfSettlement(everything ?? (scopes.has('reports:read') ? { coalitionId } : null)),
  }
}

function ofMember(member: MemberPrincipal): Visible {
  const { coalitionId, memberId, scopes, status } = member
  const own = { coalitionId, memberId }
  const ownIf = (read: MemberVerb, hasScope: boolean) => (hasScope && statusAllows(read, status) ? own : null)
  const readsSales = scopes.has('purchases:write') || scopes.has('reports:read')
  const readsWallets = scopes.has('wallet:read')
  return {
    coalition: { id: coalitionId },
    // What was agreed with one member alone is between that member and the administrators.
    terms: { coalitionId, OR: [{ memberId: null }, { memberId }] },
    member: { coalitionId },
    customer: customersOf(member),
    ...listedOf(member),
    event: eventsOf(member),
    consent: customersOf(member) && { coalitionId, customer: customersOf(member) ?? {} },
    consentText: { coalitionId },
    purchase: ownIf('readPurchases', readsSales),
    refund: ownIf('readPurchases', readsSales),
    hold: ownIf('readHolds', scopes.has('holds:write')),
    lot: ownIf('readWallet', readsWallets) && { coalitionId, issuerId: memberId },
    entry: ownIf('readWallet', readsWallets) && { coalitionId, ...entriesAt(memberId) },
    apiKey: scopes.has('member:write') ? own : null,
    tokenKey: scopes.has('member:write') ? own : null,
    ...staffSeen(member, ownIf('readStaff', scopes.has('member:write'))),
    till: ownIf('readTills', scopes.has('member:write')),
    ...ownGrowth(ownIf('readRules', scopes.has('rules:read')), member),
    earnCode: ownIf('readEarnCodes', readsSales),
    fiscalDrive: ownIf('readFiscalDrives', scopes.has('member:write')),
    receiptClaim: ownIf('readReceiptClaims', readsSales),
    adjustment: ownIf('readAdjustments', seesAdjustments(scopes)),
    auditEvent: ownIf('readAuditLog', scopes.has('member:write')),
    ...ownFiles(member),
    reconciliation: ownIf('readReconciliations', readsSales),
    ...(ownIf('readWebhooks', scopes.has('member:write')) ? ownWebhooks(own) : NO_WEBHOOKS),
    ...(ownIf('readSettlement', scopes.has('reports:read')) ? ownSettlement(own) : NO_SETTLEMENT),
  }
}

/** Any member may serve any customer of the coalition; a SUSPENDED one serves nobody, and sees those of its past. */
function customersOf({ coalitionId, memberId, scopes, status }: MemberPrincipal): Visible['customer'] {
  if (!scopes.has('customers:read') || !statusAllows('findCustomer', status)) return null
  return status === 'SUSPENDED' ? { coalitionId, ...dealtWithBy(memberId) } : { coalitionId }
}

/** A list names those that a member has dealt with; whose contacts it sees whole, `seesContactsOf` says too. */
function listedOf(member: MemberPrincipal): Pick<Visible, 'listedCustomer' | 'contactedCustomer'> {
  const { coalitionId, memberId } = member
  return customersOf(member) === null
    ? { listedCustomer: null, contactedCustomer: null }
    : {
        listedCustomer: { coalitionId, ...dealtWithBy(memberId) },
        contactedCustomer: { coalitionId, enrolledById: memberId },
      }
}

function eventsOf(principal: Extract<Principal, { kind: 'admin' | 'member' }>): Visible['event'] {
  const kinds = kindsHeardBy(principal)
  return kinds.length === 0 ? null : { coalitionId: principal.coalitionId, kind: { in: kinds } }
}

/**
 * A customer's token is in the hands of the member that issued it, which may issue one for any customer: of dealings it shows those at
 * that member. A token of the coalition's own page shows all.
 */
function ofCustomer(customer: Extract<Principal, { kind: 'customer' }>): Visible {
  const { coalitionId, customerId, scopes } = customer
  const own = scopes.has('wallet:read') ? { coalitionId, customerId } : null
  const onlyAt = toldOfMember(customer)
  const dealings = own && (onlyAt === null ? own : { ...own, memberId: onlyAt })
  return {
    coalition: { id: coalitionId },
    terms: { coalitionId, memberId: null },
    member: { coalitionId },
    customer: own && { coalitionId, id: customerId },
    ...NO_LIST,
    consent: own,
    consentText: { coalitionId },
    purchase: dealings,
    refund: dealings,
    hold: dealings,
    lot: own && (onlyAt === null ? own : { ...own, issuerId: onlyAt }),
    entry: own && { ...own, kind: { not: 'DISCOUNT_COST' }, ...(onlyAt === null ? {} : entriesAt(onlyAt)) },
    apiKey: null,
    tokenKey: null,
    ...NO_STAFF,
    // A quote says what a rule gives; how much it may give in all is the member's affair.
    ...NO_GROWTH,
    receiptClaim: dealings,
    // The reasons are internal to members and coalition; a customer sees the booked entry.
    adjustment: null,
    reconciliation: null,
    auditEvent: null,
    ...NO_FILES,
    ...NO_SETTLEMENT,
    ...NO_WEBHOOKS,
  }
}

/** Who is signed in, if it is a session, and how far it is proven. */
type InSession = Pick<Partial<PersonPrincipal>, 'sessionId' | 'lacks' | 'byPasswordAlone' | 'tillId'> & {
  readonly personId?: string | null
}

/** Sessions that a session sees: by PIN, or with a password alone where more is demanded, itself; otherwise all of its person. */
export const ownSessions = ({
  personId,
  sessionId,
  lacks,
  byPasswordAlone,
  tillId,
}: InSession & { readonly personId: string; readonly sessionId: string }): Prisma.StaffSessionWhereInput =>
  lacks === 'SECOND_FACTOR' || byPasswordAlone || tillId !== undefined
    ? { personId, id: sessionId }
    : { personId }

/**
 * Of people: roles within a condition and who has accepted one of them; oneself, and one's own sessions. Who was only invited
 * is shown by the role's e-mail alone: whether such a person exists elsewhere is nobody's business.
 */
function staffSeen(
  { personId, sessionId, ...proof }: InSession,
  grants: { readonly coalitionId: string; readonly memberId?: string } | null,
): Pick<Visible, 'person' | 'staffGrant' | 'staffSession'> {
  const colleagues = grants && { grants: { some: { ...grants, acceptedAt: { not: null } } } }
  const isHere = personId && sessionId !== undefined
  const oneself = isHere ? { id: personId } : null
  return {
    staffGrant: grants,
    person: colleagues && oneself ? { OR: [colleagues, oneself] } : (colleagues ?? oneself),
    staffSession: isHere ? ownSessions({ personId, sessionId, ...proof }) : null,
  }
}

const seesAdjustments = (scopes: ReadonlySet<string>): boolean =>
  scopes.has('adjustments:write') || scopes.has('adjustments:approve')

/** Whether the principal may see the member's internal data: keys, origins, position, purchases. */
export function seesAffairsOf(principal: Principal, member: { coalitionId: string; id: string }): boolean {
  if (principal.kind === 'admin') return principal.coalitionId === member.coalitionId
  return (
    principal.kind === 'member' &&
    principal.coalitionId === member.coalitionId &&
    principal.memberId === member.id
  )
}

/** Whether the principal may see the member's position in the money book; needs the scope of reports. */
export function seesPositionOf(principal: Principal, member: { coalitionId: string; id: string }): boolean {
  if (!seesAffairsOf(principal, member) || !('scopes' in principal)) return false
  if (principal.kind === 'member' && !statusAllows('readReports', principal.status)) return false
  return principal.scopes.has(principal.kind === 'admin' ? 'coalition:read' : 'reports:read')
}

/** Whether the principal may see the customer's points: itself, or the coalition's members and administrators; needs the scope. */
export function seesWalletOf(principal: Principal, customer: { coalitionId: string; id: string }): boolean {
  if (!('scopes' in principal) || principal.coalitionId !== customer.coalitionId) return false
  if (principal.kind === 'customer' && principal.customerId !== customer.id) return false
  if (principal.kind === 'member' && !statusAllows('readWallet', principal.status)) return false
  return principal.scopes.has(principal.kind === 'admin' ? 'coalition:read' : 'wallet:read')
}

/**
 * Whether the principal may see the name, the card and, masked or not, the contacts of a customer that it has reached,
 * whatever way it came.
 */
export function seesPersonOf(principal: Principal, customer: { coalitionId: string; id: string }): boolean {
  if (!('scopes' in principal) || principal.coalitionId !== customer.coalitionId) return false
  if (principal.kind === 'admin') return principal.scopes.has('coalition:read')
  if (principal.kind === 'customer')
    return principal.customerId === customer.id && principal.scopes.has('wallet:read')
  return principal.scopes.has('customers:read') && statusAllows('findCustomer', principal.status)
}

/**
 * Of those who see the person, whether phone and e-mail are whole: its enrolling member and tokens of it, the coalition's own page,
 * administrators.
 */
export function seesContactsOf(
  principal: Principal,
  customer: { coalitionId: string; id: string; enrolledById: string },
): boolean {
  if (principal.kind === 'customer')
    return principal.customerId === customer.id && isToldOf(principal, customer.enrolledById)
  if (principal.kind === 'member') return principal.memberId === customer.enrolledById
  return principal.kind === 'admin' && principal.coalitionId === customer.coalitionId
}
