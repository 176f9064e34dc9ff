import { type FindableNoun, NotFoundError } from '@artel/ledger'
import { encodePublicId, type PublicIdNoun, parsePublicId } from '@artel/use-cases'

const NOUN_OF_TYPE: Readonly<Record<string, PublicIdNoun>> = {
  Coalition: 'coalition',
  Terms: 'terms',
  Member: 'member',
  Customer: 'customer',
  Consent: 'consent',
  ConsentText: 'consentText',
  Purchase: 'purchase',
  Refund: 'refund',
  Hold: 'hold',
  ActivityEntry: 'entry',
  Adjustment: 'adjustment',
  Lot: 'lot',
  ApiKey: 'apiKey',
  Person: 'person',
  StaffGrant: 'staffGrant',
  StaffSession: 'staffSession',
  Till: 'till',
  Rule: 'rule',
  Pilot: 'pilot',
  RuleVersion: 'ruleVersion',
  Link: 'link',
  EarnCode: 'earnCode',
  FiscalDrive: 'fiscalDrive',
  ReceiptClaim: 'receiptClaim',
  Segment: 'segment',
  Affiliate: 'affiliate',
  Commission: 'commission',
  CommissionProgramme: 'commissionProgramme',
  WebhookEndpoint: 'webhookEndpoint',
  WebhookDelivery: 'webhookDelivery',
  Reconciliation: 'reconciliation',
  MemberStatement: 'statement',
  StatementDispute: 'dispute',
  PaymentPlan: 'plan',
  PaymentLeg: 'paymentLeg',
  SettlementPayment: 'payment',
  BankImport: 'bankImport',
  AuditEvent: 'auditEvent',
  Export: 'export',
  Import: 'import',
}

/** The global id of an object: its public id. Throws for a type that has none, which is a bug of the schema. */
export function encodeNodeId(typename: string, uuid: string): string {
  const noun = NOUN_OF_TYPE[typename]
  if (!noun) throw new Error(`${typename} has no public id`)
  return encodePublicId(noun, uuid)
}

/** The UUID of an id argument of the given noun. A malformed id, or one of another noun, is not found. */
export function uuidOf(
  noun: PublicIdNoun & FindableNoun,
  publicId: string,
  path: readonly string[] = [],
): string {
  const parsed = parsePublicId(publicId)
  if (parsed?.noun !== noun) throw new NotFoundError({ what: noun }, { path })
  return parsed.uuid
}
