import { micros, minor, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { generateKeyPair } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PermissionError } from '../errors/system-error.ts'
import * as door from '../index.ts'
import { commissionRules } from '../testing/commission-rules.ts'
import { customerRightsRules } from '../testing/customer-rights-rules.ts'
import { exportRules } from '../testing/export-rules.ts'
import { figureRules } from '../testing/figure-rules.ts'
import { freezeRules } from '../testing/freeze-rules.ts'
import { growthRules } from '../testing/growth-rules.ts'
import { importRules } from '../testing/import-rules.ts'
import {
  aCoalition,
  aHold,
  aSale,
  BURN_FUNDED_TERMS,
  type BuiltCoalition,
  ledgerRows,
  roubles,
} from '../testing/index.ts'
import { keyRules } from '../testing/key-rules.ts'
import { linkRules } from '../testing/link-rules.ts'
import { pageRules } from '../testing/page-rules.ts'
import { type Kind, principalsOf, withoutScope } from '../testing/principals.ts'
import { NOTES_OF_A_DOOR, READS_BY_IDS, READS_OF_THE_STORE } from '../testing/reads-of-the-door.ts'
import { sessionRules } from '../testing/session-rules.ts'
import { staffRules } from '../testing/staff-rules.ts'
import { type Rule, webhookRules } from '../testing/webhook-rules.ts'
import type { Principal } from './principal.ts'

let database: TestDatabase
let town: BuiltCoalition
let rules: Readonly<Record<string, Rule>>
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('shop').withCustomer('Anna').open(database.store)
  rules = await rulesOf(town)
})
afterAll(() => database.drop())

async function rulesOf(world: BuiltCoalition): Promise<Record<string, Rule>> {
  const { privateKey } = await generateKeyPair('EdDSA')
  const memberId = world.member('shop').id
  const anna = world.customer('Anna')
  const id = uuidv7()
  const idempotencyKey = uuidv7()
  const coalitionId = world.id
  const plan = {
    name: 'x',
    pointsName: 'x',
    pointsSymbol: 'x',
    currency: 'RUB',
    timeZone: 'UTC',
    mode: 'TEST',
  } as const
  const terms = BURN_FUNDED_TERMS
  const opened = { ...plan, handle: 'another', locales: ['ru'], terms }
  const earnRule = { kind: 'PERCENT', percentBps: 1 } as const
  const profile = { handle: 'x', name: 'x', kind: 'CAFE', segment: 'SMALL' } as const
  const admitted = { ...profile, earnRule, allowedOrigins: [] }
  const accepted = { termsId: id, contractHash: '', acceptedBy: 'x' }
  const session = { customer: anna, ttlSeconds: 60, sessionKey: { privateKey, algorithm: 'EdDSA' as const } }
  const captured = { holdId: id, receiptRef: id, total: roubles(1), idempotencyKey }
  const refunded = { purchase: { id }, reason: '', idempotencyKey }
  const adjusted = {
    ...{ customer: { id }, memberId, points: points(0n), kind: 'GOODWILL' as const, reason: 'x' },
    idempotencyKey,
  }
  const leaving = { memberId: id, reason: 'x' }
  const sale = { memberId: id, receiptRef: 'x', reason: 'x' }
  const batch = { coalitionId, limit: 1 }
  const ofWindow = { windowNo: 0, idempotencyKey }
  const admin = (scope: string, use: Rule['use']): Rule => ({
    kinds: ['admin'],
    scopes: { admin: scope },
    use,
  })
  const member = (scope: string, use: Rule['use']): Rule => ({
    kinds: ['member'],
    scopes: { member: scope },
    use,
  })
  const both = (adminScope: string, memberScope: string, use: Rule['use']): Rule => ({
    kinds: ['admin', 'member'],
    scopes: { admin: adminScope, member: memberScope },
    use,
  })
  const each = (scope: string, use: Rule['use']): Rule => both(scope, scope, use)
  const person = (use: Rule['use']): Rule => ({ kinds: ['person'], scopes: {}, use })
  const operator = (use: Rule['use']): Rule => ({ kinds: ['operator'], scopes: {}, use })
  const lost = { email: '', reason: '', operator: '', language: 'en' } as const
  const everybody = (use: Rule['use']): Rule => ({ kinds: EVERYBODY, scopes: {}, use })
  const due = (use: Rule['use']): Rule => ({
    kinds: ['admin', 'operator'],
    scopes: { admin: 'ops:write' },
    use,
  })
  return {
    openCoalition: operator((c) => door.openCoalition(c, opened)),
    resetSecondFactor: operator((c) => door.resetSecondFactor(c, lost)),
    admitMember: admin('members:write', (c) => door.admitMember(c, admitted)),
    acceptTerms: member('member:write', (c) => door.acceptTerms(c, accepted)),
    updateMember: both('members:write', 'member:write', (c) => door.updateMember(c, { memberId })),
    suspendMember: admin('members:write', (c) => door.suspendMember(c, { memberId: id })),
    reinstateMember: admin('members:write', (c) => door.reinstateMember(c, { memberId: id })),
    closeMember: admin('members:write', (c) => door.closeMember(c, { memberId: id })),
    ...keyRules(memberId, both, member),
    ...sessionRules(id, { everybody, person }),
    ...pageRules(everybody),
    ...staffRules({ id, memberId }, both),
    ...growthRules(id, both),
    ...linkRules(id, batch, { both, member, admin, due }),
    ...commissionRules(coalitionId, id, { admin, member, both }, { everybody, due }),
    ...webhookRules(coalitionId, both, due),
    enrolCustomer: member('customers:write', (c) => door.enrolCustomer(c, { name: '', consentVersion: '' })),
    createWidgetSession: member('sessions:write', (c) => door.createWidgetSession(c, session)),
    readOffers: everybody((c) => door.readOffers(c, { memberId, limit: 1 })),
    readPartners: everybody((c) => door.readPartners(c, { memberId, limit: 1 })),
    quotePurchase: {
      kinds: ['admin', 'member', 'customer'],
      scopes: { admin: 'coalition:read', member: 'wallet:read', customer: 'wallet:read' },
      use: (c) => door.quotePurchase(c, { memberId, customer: { id: anna.id }, total: roubles(1) }),
    },
    recordPurchase: member('purchases:write', (c) => door.recordPurchase(c, aSale({ id }))),
    createHold: {
      kinds: ['member', 'customer'],
      scopes: { member: 'holds:write', customer: 'hold:create' },
      use: (c) => door.createHold(c, aHold(anna, { points: points(0n) })),
    },
    captureHold: member('holds:write', (c) => door.captureHold(c, captured)),
    voidHold: member('holds:write', (c) => door.voidHold(c, { holdId: id, idempotencyKey })),
    refundPurchase: member('purchases:write', (c) => door.refundPurchase(c, refunded)),
    closeWindow: admin('settlement:propose', (c) => door.closeWindow(c, ofWindow)),
    issueStatements: admin('settlement:propose', (c) => door.issueStatements(c, ofWindow)),
    acceptStatement: member('settlement:accept', (c) =>
      door.acceptStatement(c, { statementId: id, idempotencyKey }),
    ),
    openDispute: member('settlement:accept', (c) =>
      door.openDispute(c, { statementId: id, entryId: id, position: 0, reason: 'x', idempotencyKey }),
    ),
    resolveDispute: admin('settlement:approve', (c) =>
      door.resolveDispute(c, { disputeId: id, outcome: 'REJECTED', note: 'x', idempotencyKey }),
    ),
    proposePlan: admin('settlement:propose', (c) => door.proposePlan(c, ofWindow)),
    approvePlan: admin('settlement:approve', (c) =>
      door.approvePlan(c, { planId: id, planHash: '', idempotencyKey }),
    ),
    recordPayment: admin('settlement:propose', (c) =>
      door.recordPayment(c, { legId: id, amountMinor: minor(0n), paidOn: '', idempotencyKey }),
    ),
    importBankStatement: admin('settlement:propose', (c) =>
      door.importBankStatement(c, { content: new Uint8Array(), idempotencyKey }),
    ),
    reversePayment: admin('settlement:propose', (c) =>
      door.reversePayment(c, { paymentId: id, reason: 'x', idempotencyKey }),
    ),
    settleWindow: admin('settlement:propose', (c) => door.settleWindow(c, ofWindow)),
    createStatementLink: admin('reports:read', (c) =>
      door.createStatementLink(c, { statementId: id, days: 1, sessionKey: session.sessionKey }),
    ),
    setBusinessDays: admin('coalition:write', (c) => door.setBusinessDays(c, { year: 1, days: [] })),
    setBankDetails: both('coalition:write', 'member:write', (c) => door.setBankDetails(c, { legalName: '' })),
    readWindows: each('reports:read', (c) => door.readWindows(c, { first: 1 })),
    findStatement: each('reports:read', (c) => door.findStatement(c, { statementId: id })),
    findJournal: admin('reports:read', (c) => door.findJournal(c, {})),
    exportPaymentOrders: each('reports:read', (c) =>
      door.exportPaymentOrders(c, { windowNo: 1, format: '1c' }),
    ),
    settleDue: due((c) => door.settleDue(c, batch)),
    checkStatementLines: due((c) => door.checkStatementLines(c, batch)),
    expireDueLots: due((c) => door.expireDueLots(c, batch)),
    endCutOffYeses: due((c) => door.endCutOffYeses(c, batch)),
    releaseDueHolds: due((c) => door.releaseDueHolds(c, batch)),
    advanceClock: admin('ops:write', (c) => door.advanceClock(c, { seconds: 0 })),
    auditBooks: due((c) => door.auditBooks(c, { coalitionId, databaseUrl: database.databaseUrl })),
    reviewTiers: due((c) => door.reviewTiers(c, batch)),
    remindOfExpiry: due((c) => door.remindOfExpiry(c, batch)),
    awardPromo: each('promotions:write', (c) =>
      door.awardPromo(c, {
        customer: { id },
        points: points(0n),
        payers: [{ memberId, share: 1 }],
        idempotencyKey,
      }),
    ),
    proposeAdjustment: each('adjustments:write', (c) => door.proposeAdjustment(c, adjusted)),
    approveAdjustment: each('adjustments:approve', (c) =>
      door.approveAdjustment(c, { adjustmentId: id, idempotencyKey }),
    ),
    withdrawAdjustment: each('adjustments:write', (c) => door.withdrawAdjustment(c, { adjustmentId: id })),
    joinHousehold: each('customers:write', (c) => door.joinHousehold(c, { customer: { id }, with: { id } })),
    leaveHousehold: each('customers:write', (c) => door.leaveHousehold(c, { customer: { id } })),
    ...freezeRules(anna.id, each),
    transferPoints: each('customers:write', (c) =>
      door.transferPoints(c, { from: { id }, to: { id }, points: points(1n), idempotencyKey }),
    ),
    ...customerRightsRules(anna, batch),
    writeOffReceivable: admin('coalition:write', (c) =>
      door.writeOffReceivable(c, { memberId: id, amountMicros: micros(1n), idempotencyKey }),
    ),
    proposeTerms: admin('coalition:write', (c) =>
      door.proposeTerms(c, { startsAt: new Date(0), terms: BURN_FUNDED_TERMS, idempotencyKey }),
    ),
    withdrawTerms: admin('coalition:write', (c) => door.withdrawTerms(c, { termsId: id })),
    revaluePoints: due((c) => door.revaluePoints(c, { coalitionId })),
    approveLateSale: admin('members:write', (c) => door.approveLateSale(c, sale)),
    approveCreditSale: admin('members:write', (c) => door.approveCreditSale(c, sale)),
    readSaleApprovals: admin('coalition:read', (c) => door.readSaleApprovals(c, 1)),
    giveExitNotice: both('members:write', 'member:write', (c) => door.giveExitNotice(c, leaving)),
    withdrawExitNotice: both('members:write', 'member:write', (c) => door.withdrawExitNotice(c, leaving)),
    recordExitGuarantee: admin('members:write', (c) =>
      door.recordExitGuarantee(c, {
        ...{ memberId: id, kind: 'GUARANTEE', amount: micros(1n), reference: 'x' },
        idempotencyKey,
      }),
    ),
    estimateExit: admin('members:write', (c) => door.estimateExit(c, { memberId: id, idempotencyKey })),
    windDownCoalition: admin('coalition:write', (c) => door.windDownCoalition(c, { reason: '' })),
    readCoverage: both('coalition:read', 'reports:read', (c) => door.readCoverage(c, { coalitionId })),
    readChainHead: both('coalition:read', 'reports:read', (c) => door.readChainHead(c, { coalitionId })),
    readAgeing: both('coalition:read', 'reports:read', (c) => door.readAgeing(c, { coalitionId })),
    readBreakage: both('coalition:read', 'reports:read', (c) =>
      door.readBreakage(c, { coalitionId, months: 1 }),
    ),
    readOperatorAccounts: admin('coalition:read', (c) => door.readOperatorAccounts(c, { coalitionId })),
    ...figureRules(coalitionId, both),
    ...exportRules(coalitionId, both, due),
    ...importRules({ coalitionId, memberId: id }, both, due),
    readReciprocity: both('coalition:read', 'reports:read', (c) => door.readReciprocity(c, { coalitionId })),
    reconcileSales: both('coalition:write', 'purchases:write', (c) =>
      door.reconcileSales(c, { memberId: id, file: { open: noRows } }),
    ),
    setSalesMapping: both('coalition:write', 'purchases:write', (c) =>
      door.setSalesMapping(c, { memberId: id, mapping: null }),
    ),
    recordLateSales: member('purchases:write', (c) =>
      door.recordLateSales(c, { reconciliationId: id, positions: [0] }),
    ),
    updateCoalition: admin('coalition:write', (c) => door.updateCoalition(c, {})),
  }
}

const EVERYBODY: readonly Kind[] = ['operator', 'admin', 'member', 'person', 'till', 'customer', 'anonymous']

/** A sales file without a row. */
async function* noRows(): AsyncIterable<Uint8Array> {}

const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)

describe('authorisation', () => {
  it('has a rule for every verb', () => {
    const verbs = Object.entries(door).flatMap(([name, value]) =>
      Object.prototype.toString.call(value) === '[object AsyncFunction]' ? [name] : [],
    )
    expect(verbs.toSorted()).toEqual(
      [...Object.keys(rules), ...READS_BY_IDS, ...READS_OF_THE_STORE, ...NOTES_OF_A_DOOR].toSorted(),
    )
  })

  it('refuses every other kind of caller and every key without the scope, and writes nothing', async () => {
    const before = await ledgerRows(town.store)
    for (const [verb, rule] of Object.entries(rules))
      for (const [kind, principal] of Object.entries(principalsOf(town)) as [Kind, Principal][]) {
        const context = { store: town.store, principal }
        const refusal = await refusalOf(rule.use(context))
        const allowed = rule.kinds.includes(kind)
        expect([verb, kind, refusal instanceof PermissionError]).toEqual([verb, kind, !allowed])
        const scope = rule.scopes[kind]
        if (!allowed || scope === undefined || !('scopes' in principal)) continue
        const stripped = await refusalOf(rule.use({ ...context, principal: withoutScope(principal, scope) }))
        expect([verb, kind, stripped]).toEqual([verb, kind, expect.any(PermissionError)])
        expect(stripped).toMatchObject({ missingScope: scope })
      }
    const after = await ledgerRows(town.store)
    expect({ ...after, outbox: '' }).toEqual({ ...before, outbox: '' })
  })

  it('of reads by ids shows the own coalition only, and nothing without the scope', async () => {
    const other = await aCoalition().withMember('far').withCustomer('Stranger').open(database.store)
    const contexts = Object.values(principalsOf(town)).map((principal) => ({ store: town.store, principal }))
    for (const context of contexts) {
      const { principal } = context
      const customers = { coalitionId: other.id, customerIds: [other.customer('Stranger').id] }
      expect((await door.readWallet(context, customers)).size).toBe(0)
      expect((await door.readWallet(context, { ...customers, coalitionId: town.id })).size).toBe(0)
      const members = { coalitionId: other.id, memberIds: [other.member('far').id] }
      expect((await door.readClearingPosition(context, members)).size).toBe(0)
      if (!('scopes' in principal)) continue
      const blind = { ...context, principal: { ...principal, scopes: new Set<string>() } }
      const own = { coalitionId: town.id, customerIds: [town.customer('Anna').id] }
      expect((await door.readWallet(context, own)).size).toBe(1)
      expect((await door.readWallet(blind, own)).size).toBe(0)
      const ownMember = { coalitionId: town.id, memberIds: [town.member('shop').id] }
      expect((await door.readClearingPosition(blind, ownMember)).size).toBe(0)
    }
  })
})
