import { randomUUID } from 'node:crypto'
import { coalitionNow, newId, verify } from '@artel/store'
import type { Link } from '@artel/store/prisma'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { bindCustomer } from '../link/bind-customer.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { readReferrals } from '../referral/read-referrals.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClick, aLink } from '../testing/a-link.ts'
import { aSale } from '../testing/sales.ts'
import { attributePurchases, type LoserJson } from './attribute-purchases.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const aTown = () =>
  aCoalition({ openedDaysAgo: 20 })
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .withCustomer('Clara')
    .open(database.store)

/** A link of an affiliate that brings customers to the wash. */
async function anAffiliateLink(town: BuiltCoalition): Promise<Link> {
  const { prisma } = database.store
  const now = await coalitionNow(database.store, town.id)
  const published = { version: 1, publishedAt: now, publishedById: town.id }
  await prisma.affiliateTerms.create({
    data: { coalitionId: town.id, textEn: 'x', textRu: 'x', ...published },
  })
  const named = {
    name: 'Blogger',
    legalName: 'Blogger',
    kind: 'BLOGGER',
    status: 'ACTIVE',
    email: 'b@example.com',
  }
  const agreed = { termsVersion: 1, termsAcceptedAt: now, minPayoutMinor: 0n, createdAt: now, changedAt: now }
  const { id } = await prisma.affiliate.create({
    data: { coalitionId: town.id, id: newId(), ...named, ...agreed },
  })
  return aLink(town, { to: 'wash', sourceAffiliateId: id })
}

/** Boris's own link to the wash. */
async function aFriendLink(town: BuiltCoalition, like: Link): Promise<Link> {
  const from = { sourceKind: 'CUSTOMER', sourceId: town.customer('Boris').id }
  const said = { code: 'DRUG-1', foldedCode: 'DRVG1', isMade: false }
  return database.store.prisma.link.create({ data: { ...like, id: newId(), ...said, ...from } })
}

async function aFriendOfBoris(town: BuiltCoalition) {
  const { id } = town.customer('Boris')
  const code = (await readReferrals(town.store, town.id, [id])).get(id)?.code
  const { context } = town.member('wash')
  const { customer } = await enrolCustomer(context, {
    ...{ name: 'Galina', consentVersion: '1', referralCode: code ?? 'none' },
  })
  return { id: customer.id }
}

async function decided(
  town: BuiltCoalition,
  customer: { readonly id: string },
  says: { code?: string; clickId?: string; occurredAt?: Date } = {},
) {
  const sale = { ...aSale(town.customer('Boris'), says), customer: { id: customer.id } }
  const { purchase } = await recordPurchase(town.member('wash').context, sale)
  const operator = { store: database.store, principal: { kind: 'operator' } as const }
  await attributePurchases(operator, { coalitionId: town.id, limit: 5_000 })
  const row = await database.store.prisma.attribution.findFirstOrThrow({
    where: { coalitionId: town.id, purchaseId: purchase.id },
  })
  const losers = (JSON.parse(row.losers) as LoserJson[]).map(({ reason, kind }) => [kind, reason])
  return { via: row.via, kind: row.sourceKind, losers }
}

const merged = (town: BuiltCoalition, customer: { id: string }, into: { id: string }) =>
  mergeCustomers(town.adminContext, { customer, into, idempotencyKey: randomUUID() })

const findings = async (town: BuiltCoalition) =>
  (await verify({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings

it('books are sound where another member went before a customer, and that customer before an affiliate', async () => {
  const town = await aTown()
  const affiliate = await anAffiliateLink(town)
  const friend = await aFriendLink(town, affiliate)
  const partner = await aLink(town, { to: 'wash', from: 'cafe' })
  const anna = { id: town.customer('Anna').id }
  await bindCustomer(town.member('wash').context, { customer: anna, code: friend.code })
  const clickId = await aClick(town, affiliate)
  expect(await decided(town, anna, { code: partner.code, clickId })).toEqual({
    ...{ via: 'CODE', kind: 'MEMBER' },
    losers: [
      ['CUSTOMER', 'OUTRANKED'],
      ['AFFILIATE', 'REFERRAL_FIRST'],
    ],
  })
  expect(await findings(town)).toEqual([])
})

it('books are sound where who was decided about is merged on', async () => {
  const town = await aTown()
  const affiliate = await anAffiliateLink(town)
  const [anna, clara] = [{ id: town.customer('Anna').id }, { id: town.customer('Clara').id }]
  const friend = await aFriendOfBoris(town)
  const partner = await aLink(town, { to: 'wash', from: 'cafe' })
  await bindCustomer(town.member('wash').context, { customer: friend, code: partner.code })
  await merged(town, friend, anna)
  expect(await decided(town, anna, { code: affiliate.code })).toMatchObject({
    ...{ via: 'BINDING', losers: [['AFFILIATE', 'REFERRAL_FIRST']] },
  })
  await merged(town, anna, clara)
  expect(await findings(town)).toEqual([])
})

it('a referral that came after the day of the sale takes it from no affiliate', async () => {
  const town = await aTown()
  const affiliate = await anAffiliateLink(town)
  const anna = { id: town.customer('Anna').id }
  await merged(town, await aFriendOfBoris(town), anna)
  const occurredAt = new Date(Date.now() - 3 * 86_400_000)
  expect(await decided(town, anna, { code: affiliate.code, occurredAt })).toMatchObject({
    ...{ kind: 'AFFILIATE', losers: [] },
  })
  expect(await findings(town)).toEqual([])
})
