import { points } from '@artel/ledger'
import {
  addToSegment,
  createApiKey,
  createLink,
  createSegment,
  draftRule,
  encodePublicId,
  handInImport,
  planPilot,
  publishConsentText,
  recordConsent,
  recordPurchase,
  registerTill,
  scheduleRule,
  startExport,
} from '@artel/use-cases'
import {
  aClaim,
  aCoalition,
  aDrive,
  aLinkOfAffiliate,
  anAffiliate,
  anEarnCode,
  aPerson,
  aProgramme,
  aReceipt,
  aSale,
  type BuiltCoalition,
  commissionAll,
  joinWithCodes,
  keyed,
} from '@artel/use-cases/testing'
import { ADJUST, freshKey, HOLD, RECORD, REFUND, roubles } from './operations.ts'
import { settledAffairs } from './settled-affairs.ts'
import type { TestApi } from './test-api.ts'
import { toldWebhook } from './told-webhook.ts'

/** A town with one of everything, made at the member `wash`, and another coalition that must see none of it. */
export interface AccessWorld {
  readonly town: BuiltCoalition
  readonly other: BuiltCoalition
  /** Public ids of one of everything, by noun. */
  readonly ids: Readonly<Record<string, string>>
  /** The secret of the wash's till. */
  readonly tillSecret: string
}

/** Builds both coalitions through the API and the verbs. The API must allow webhooks to private addresses. */
export async function accessWorld(api: TestApi): Promise<AccessWorld> {
  const town = await aCoalition()
    .withMember('wash', { allowedOrigins: ['https://wash.example'], inPerson: true })
    .withMember('parts')
    .withCustomer('Anna', { phone: '+79123456789', email: 'anna@example.org' })
    .withCustomer('Boris', { email: 'boris@example.org' })
    .open(api.store)
  const other = await aCoalition().withMember('stranger').withCustomer('Zoe').open(api.store)
  const key = town.member('wash').apiKey
  const customer = { id: encodePublicId('customer', town.customer('Anna').id) }
  const send = async (query: string, input: Record<string, unknown>, by = key) =>
    (await api.call(query, { input: { idempotencyKey: freshKey(), ...input } }, { key: by })).data
  const text = await publishedConsent(town)
  const words = { sku: 'W-1', category: 'wash/body', quantity: '1' }
  const lines = [{ ref: 'L1', title: 'Washing', total: roubles(10_000), ...words }]
  // Somebody who is signed in: sales of a key name nobody.
  const seller = await aPerson(town.member('wash').context, { email: 'seller@wash.example', role: 'CASHIER' })
  const recorded = await send(
    RECORD,
    {
      customer,
      receiptRef: 'R1',
      total: roubles(10_000),
      lines,
      code: 'WINTER',
    },
    seller.secret,
  )
  const refunded = await send(REFUND, { purchase: { receiptRef: 'R1' }, amount: roubles(1_000) })
  const held = await send(HOLD, {
    customer,
    orderRef: 'W1',
    bill: roubles(100),
    points: '10',
    code: 'WINTER',
  })
  const adjusted = await send(ADJUST, { customer, points: '5', kind: 'GOODWILL', reason: 'A kindness' })
  const read = await api.call(
    `query ($by: CustomerBy!) { customer(by: $by) { wallet { lots { id } } activity { nodes { id } } } viewer { member { apiKeys { id } } coalition { id terms { id } } } }`,
    { by: customer },
    { key },
  )
  const { till, secret: tillSecret } = await registerTill(town.member('wash').context, { name: 'Bay 1' })
  const ids = {
    coalition: read.data.viewer.coalition.id,
    terms: read.data.viewer.coalition.terms.id,
    member: encodePublicId('member', town.member('wash').id),
    customer: customer.id,
    ...text,
    purchase: recorded.purchaseRecord.purchase.id,
    refund: refunded.purchaseRefund.refund.id,
    hold: held.holdCreate.hold.id,
    lot: read.data.customer.wallet.lots[0].id,
    entry: read.data.customer.activity.nodes[0].id,
    apiKey: read.data.viewer.member.apiKeys[0].id,
    adjustment: adjusted.adjustmentPropose.adjustment.id,
    till: encodePublicId('till', till.id),
    ...(await ruleOf(town)),
    pilot: await pilotOf(town),
    ...(await segmentOf(town)),
    ...(await linkOf(town)),
    ...(await earnCodeOf(town)),
    ...(await receiptClaimOf(town)),
    ...(await settledAffairs(town)),
    ...(await commissionOf(town)),
    ...(await managerOf(town)),
    ...(await toldWebhook(api, key)),
    auditEvent: await eventOf(town),
    export: await exportOf(town),
    import: await importOf(town),
  }
  return { town, other, ids, tillSecret }
}

/** What she did elsewhere: points spent at the parts shop, and a household with Boris. */
export async function elsewhere({ town }: AccessWorld): Promise<void> {
  const anna = { id: town.customer('Anna').id }
  await recordPurchase(town.member('parts').context, aSale(anna, { points: points(20n) }))
  await joinWithCodes(town.adminContext, { customer: anna, with: { id: town.customer('Boris').id } })
}

/** What the audit log tells of the wash. */
async function eventOf({ store, ...built }: BuiltCoalition): Promise<string> {
  const where = { coalitionId: built.id, memberId: built.member('wash').id, outcome: 'DONE' }
  const { id } = await store.prisma.auditEvent.findFirstOrThrow({ where, orderBy: { position: 'desc' } })
  return encodePublicId('auditEvent', id)
}

/** A text that customers agree to, and Anna's yes to it at the wash. */
async function publishedConsent(town: BuiltCoalition) {
  const purpose = 'MARKETING_EMAIL' as const
  const words = { version: '1', textEn: 'We may write to you.', textRu: 'Мы можем вам писать.' }
  const { text } = await publishConsentText(town.adminContext, { purpose, ...words })
  const { consent } = await recordConsent(town.member('wash').context, {
    customer: { id: town.customer('Anna').id },
    consent: { purpose, textVersion: '1', source: 'PAPER', proof: 'form-1' },
  })
  return {
    consent: encodePublicId('consent', consent.id),
    consentText: encodePublicId('consentText', text.id),
  }
}

/** A pilot of the wash that will begin one day. */
async function pilotOf(town: BuiltCoalition): Promise<string> {
  const name = { en: 'Trial', ru: 'Проба' }
  const days = { fromDay: '2099-01-01', toDay: '2099-02-01' }
  const { pilot } = await planPilot(town.member('wash').context, { name, controlBps: 2_000, ...days })
  return encodePublicId('pilot', pilot.id)
}

/** A rule of the wash that will begin one day, and its version. */
async function ruleOf(town: BuiltCoalition) {
  const { context } = town.member('wash')
  const { rule } = await draftRule(context, {
    definition: {
      name: { en: 'Later', ru: 'Потом' },
      schedule: { fromDay: '2099-01-01' },
      give: [{ pointsFixed: points(10n) }],
      limits: { budget: { points: points(100n), per: 'MONTH' } },
    },
  })
  await scheduleRule(context, { id: rule.id })
  const version = await town.store.prisma.ruleVersion.findFirstOrThrow({ where: { ruleId: rule.id } })
  return { rule: encodePublicId('rule', rule.id), ruleVersion: encodePublicId('ruleVersion', version.id) }
}

/** A segment of the wash with Anna in it. */
async function segmentOf(town: BuiltCoalition) {
  const { context } = town.member('wash')
  const { segment } = await createSegment(context, { name: { en: 'Drivers', ru: 'Водители' } })
  await addToSegment(context, { id: segment.id, customers: [{ id: town.customer('Anna').id }] })
  return { segment: encodePublicId('segment', segment.id) }
}

/** A link of the wash to itself. */
async function linkOf(town: BuiltCoalition) {
  const { link } = await createLink(town.member('wash').context, { name: 'Poster' })
  return { link: encodePublicId('link', link.id) }
}

/** A file of the wash's customers, handed in. */
async function importOf(town: BuiltCoalition) {
  const { importJob } = await handInImport(town.member('wash').context, {
    ...{ kind: 'CUSTOMERS', consentVersion: '1' },
    file: {
      async *open() {
        yield Buffer.from('name,phone\nGleb,+79120000099\n')
      },
    },
  })
  return encodePublicId('import', importJob.id)
}

/** A file of the wash's sales. */
async function exportOf(town: BuiltCoalition) {
  const { context } = town.member('wash')
  const { listExport } = await startExport(context, { kind: 'PURCHASES', format: 'CSV', ...keyed() })
  return encodePublicId('export', listExport.id)
}

/** A code of the wash for a bill. */
async function earnCodeOf(town: BuiltCoalition) {
  const { earnCode } = await anEarnCode(town)
  return { earnCode: encodePublicId('earnCode', earnCode.id) }
}

/** A till of the wash, and a receipt of it that Anna claims. */
async function receiptClaimOf(town: BuiltCoalition) {
  const { id, fn } = await aDrive(town)
  const customer = { id: town.customer('Anna').id }
  const { receiptClaim } = await aClaim(town.member('wash').context, aReceipt(fn), { customer })
  return {
    fiscalDrive: encodePublicId('fiscalDrive', id),
    receiptClaim: encodePublicId('receiptClaim', receiptClaim.id),
  }
}

/** An affiliate that the wash pays, by which programme, and what it earned by a sale. */
async function commissionOf(town: BuiltCoalition) {
  const affiliate = await anAffiliate(town)
  await aLinkOfAffiliate(town, affiliate, { to: 'wash', code: 'BLOG-77' })
  const programme = await aProgramme(town, 'wash', { payeeId: affiliate.id })
  await recordPurchase(town.member('wash').context, aSale(town.customer('Boris'), { code: 'BLOG-77' }))
  await commissionAll(town)
  const { id } = await town.store.prisma.commission.findFirstOrThrow({ where: { coalitionId: town.id } })
  return {
    affiliate: encodePublicId('affiliate', affiliate.id),
    commissionProgramme: encodePublicId('commissionProgramme', programme.id),
    commission: encodePublicId('commission', id),
  }
}

/** The person behind the wash's key, and its role there. */
async function managerOf({ store, ...built }: BuiltCoalition) {
  const { id, personId } = await store.prisma.staffGrant.findFirstOrThrow({
    where: { coalitionId: built.id, memberId: built.member('wash').id },
    orderBy: { id: 'asc' },
  })
  return { person: encodePublicId('person', personId), staffGrant: encodePublicId('staffGrant', id) }
}

/** A key of the member `wash` or of the coalition that has these scopes alone. */
export async function keyWith(
  { town }: AccessWorld,
  of: 'wash' | 'coalition',
  scopes: readonly string[],
): Promise<string> {
  const context = of === 'wash' ? town.member('wash').context : town.adminContext
  return (await createApiKey(context, { name: 'A few scopes', scopes })).secret
}

/** A token for a customer of the town's page at the wash. */
export async function tokenOf(api: TestApi, { town }: AccessWorld, name: string): Promise<string> {
  const { data } = await api.call(
    `mutation ($id: ID!) { widgetSessionCreate(input: { customer: { id: $id } }) { ... on WidgetSessionCreatePayload { token } } }`,
    { id: encodePublicId('customer', town.customer(name).id) },
    { key: town.member('wash').apiKey },
  )
  return data.widgetSessionCreate.token
}
