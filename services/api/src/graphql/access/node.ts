import type { Store } from '@artel/store'
import { type PublicIdNoun, parsePublicId, WITH_SELLER } from '@artel/use-cases'
import { brandWithType } from '@pothos/core'
import { type Visible, visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { requestError } from '../../errors/request-error.ts'
import { activityEntryOf } from '../customer/activity.ts'
import { builder } from '../vocabulary/builder.ts'

const MAX_NODES = 100

type Where<Noun extends keyof Visible> = {
  readonly AND: [NonNullable<Visible[Noun]>, { id: { in: string[] } }]
}

interface NodeReader {
  readonly typename: string
  /** Reads the rows with these ids that the principal may see, in one query. */
  readonly read: (context: ApiContext, ids: string[]) => Promise<readonly { id: string }[]>
}

function reader<Noun extends keyof Visible>(
  typename: string,
  noun: Noun,
  readMany: (prisma: Store['prisma'], where: Where<Noun>) => Promise<readonly { id: string }[]>,
): NodeReader {
  return {
    typename,
    read: async (context, ids) => {
      const seen = visibleTo(context.principal)[noun]
      return seen === null ? [] : readMany(storeOf(context).prisma, { AND: [seen, { id: { in: ids } }] })
    },
  }
}

/**
 * A confirmation is nothing to look at, events are named in messages, clicks by rows, ladders are read with
 * their tiers, and vouchers, vehicles and passkeys with whose they are.
 */
const NOT_NODES = [
  'confirmation',
  'event',
  'click',
  'tier',
  'tierLadder',
  'voucher',
  'vehicle',
  'passkey',
] as const satisfies readonly PublicIdNoun[]
type NotANode = (typeof NOT_NODES)[number]
const isNode = (noun: PublicIdNoun): noun is Exclude<PublicIdNoun, NotANode> =>
  !(NOT_NODES as readonly PublicIdNoun[]).includes(noun)

/** How the objects behind public ids are read. */
const READERS: Readonly<Record<Exclude<PublicIdNoun, NotANode>, NodeReader>> = {
  coalition: reader('Coalition', 'coalition', (prisma, where) => prisma.coalition.findMany({ where })),
  terms: reader('Terms', 'terms', (prisma, where) => prisma.terms.findMany({ where })),
  member: reader('Member', 'member', (prisma, where) => prisma.member.findMany({ where })),
  customer: reader('Customer', 'customer', (prisma, where) => prisma.customer.findMany({ where })),
  consent: reader('Consent', 'consent', (prisma, where) => prisma.consent.findMany({ where })),
  consentText: reader('ConsentText', 'consentText', (prisma, where) =>
    prisma.consentText.findMany({ where }),
  ),
  purchase: reader('Purchase', 'purchase', (prisma, where) => prisma.purchase.findMany({ where })),
  refund: reader('Refund', 'refund', (prisma, where) => prisma.refund.findMany({ where })),
  hold: reader('Hold', 'hold', (prisma, where) => prisma.hold.findMany({ where })),
  fiscalDrive: reader('FiscalDrive', 'fiscalDrive', (prisma, where) =>
    prisma.fiscalDrive.findMany({ where }),
  ),
  receiptClaim: reader('ReceiptClaim', 'receiptClaim', (prisma, where) =>
    prisma.receiptClaim.findMany({ where }),
  ),
  earnCode: reader('EarnCode', 'earnCode', (prisma, where) => prisma.earnCode.findMany({ where })),
  lot: reader('Lot', 'lot', (prisma, where) => prisma.lot.findMany({ where })),
  apiKey: reader('ApiKey', 'apiKey', (prisma, where) => prisma.apiKey.findMany({ where })),
  webhookEndpoint: reader('WebhookEndpoint', 'webhookEndpoint', (prisma, where) =>
    prisma.webhookEndpoint.findMany({ where }),
  ),
  webhookDelivery: reader('WebhookDelivery', 'webhookDelivery', (prisma, where) =>
    prisma.webhookDelivery.findMany({ where }),
  ),
  auditEvent: reader('AuditEvent', 'auditEvent', (prisma, where) => prisma.auditEvent.findMany({ where })),
  export: reader('Export', 'listExport', (prisma, where) => prisma.listExport.findMany({ where })),
  import: reader('Import', 'importJob', (prisma, where) => prisma.importJob.findMany({ where })),
  adjustment: reader('Adjustment', 'adjustment', (prisma, where) => prisma.adjustment.findMany({ where })),
  person: reader('Person', 'person', (prisma, where) => prisma.person.findMany({ where })),
  staffGrant: reader('StaffGrant', 'staffGrant', (prisma, where) => prisma.staffGrant.findMany({ where })),
  staffSession: reader('StaffSession', 'staffSession', (prisma, where) =>
    prisma.staffSession.findMany({ where }),
  ),
  till: reader('Till', 'till', (prisma, where) => prisma.till.findMany({ where })),
  pilot: reader('Pilot', 'pilot', (prisma, where) => prisma.pilot.findMany({ where })),
  rule: reader('Rule', 'rule', (prisma, where) => prisma.rule.findMany({ where })),
  ruleVersion: reader('RuleVersion', 'ruleVersion', (prisma, where) =>
    prisma.ruleVersion.findMany({ where }),
  ),
  link: reader('Link', 'link', (prisma, where) => prisma.link.findMany({ where })),
  segment: reader('Segment', 'segment', (prisma, where) => prisma.segment.findMany({ where })),
  affiliate: reader('Affiliate', 'affiliate', (prisma, where) => prisma.affiliate.findMany({ where })),
  commission: reader('Commission', 'commission', (prisma, where) => prisma.commission.findMany({ where })),
  commissionProgramme: reader('CommissionProgramme', 'commissionProgramme', (prisma, where) =>
    prisma.commissionProgramme.findMany({ where }),
  ),
  statement: reader('MemberStatement', 'statement', (prisma, where) => prisma.statement.findMany({ where })),
  dispute: reader('StatementDispute', 'dispute', (prisma, where) => prisma.dispute.findMany({ where })),
  plan: reader('PaymentPlan', 'plan', (prisma, where) => prisma.plan.findMany({ where })),
  paymentLeg: reader('PaymentLeg', 'paymentLeg', (prisma, where) => prisma.paymentLeg.findMany({ where })),
  payment: reader('SettlementPayment', 'payment', (prisma, where) => prisma.payment.findMany({ where })),
  bankImport: reader('BankImport', 'bankImport', (prisma, where) => prisma.bankImport.findMany({ where })),
  reconciliation: reader('Reconciliation', 'reconciliation', (prisma, where) =>
    prisma.reconciliation.findMany({ where }),
  ),
  // Entries of money alone are no events of a customer's points.
  entry: reader('ActivityEntry', 'entry', async (prisma, where) =>
    (
      await prisma.entry.findMany({
        where: { AND: [where, { customerId: { not: null } }] },
        include: WITH_SELLER,
      })
    ).map((row) => activityEntryOf(row)),
  ),
}

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'The object behind a global id; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'A global id.' }) },
    resolve: async (_root, { id }, context) => (await readNodes(context, [id]))[0] ?? null,
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description:
      'The objects behind up to 100 global ids, in their order; null where the caller may see none.',
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, 100 at most.' }) },
    resolve: (_root, { ids }, context) => readNodes(context, ids),
  }),
}))

/** Reads objects by public id in the order asked, one query a noun; null for what is absent or out of reach. */
async function readNodes(context: ApiContext, publicIds: readonly string[]): Promise<(object | null)[]> {
  if (publicIds.length > MAX_NODES) {
    throw requestError('BAD_USER_INPUT', `Ask for at most ${MAX_NODES} ids at once.`)
  }
  const parsed = publicIds.map((id) => parsePublicId(id))
  const found = new Map<string, object>()
  for (const noun of new Set(parsed.flatMap((id) => (id ? [id.noun] : [])))) {
    const ids = parsed.flatMap((id) => (id?.noun === noun ? [id.uuid] : []))
    if (!isNode(noun)) continue
    const { typename, read } = READERS[noun]
    for (const row of await read(context, ids)) {
      brandWithType(row, typename as never)
      found.set(`${noun}/${row.id}`, row)
    }
  }
  return parsed.map((id) => (id && found.get(`${id.noun}/${id.uuid}`)) ?? null)
}
