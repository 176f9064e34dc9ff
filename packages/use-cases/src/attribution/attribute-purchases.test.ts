import { randomUUID } from 'node:crypto'
import { foldLinkCode } from '@artel/rules'
import { addClicks, coalitionNow, newId, verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { archiveLink } from '../link/archive-link.ts'
import { bindCustomer } from '../link/bind-customer.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { readReferrals } from '../referral/read-referrals.ts'
import { draftRule } from '../rule/draft-rule.ts'
import { scheduleRule } from '../rule/schedule-rule.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClick, aLink } from '../testing/a-link.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { aSale } from '../testing/sales.ts'
import { attributePurchases, type LoserJson } from './attribute-purchases.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withMember('parts')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .withCustomer('Clara')
    .withCustomer('Dmitri')
    .withCustomer('Egor')
    .withCustomer('Fedor')
    .withCustomer('Hleb')
    .open(database.store)
})
afterAll(() => database.drop())

const wash = () => town.member('wash').context
const operator = () => ({ store: database.store, principal: { kind: 'operator' } as const })
const idOf = (name: string) => ({ id: town.customer(name).id })
const UNKNOWN_CLICK = '018f0000-0000-7000-8000-000000000003'

async function attributeAll(limit = 5_000): Promise<number> {
  let decided = 0
  for (;;) {
    const { purchases, more } = await attributePurchases(operator(), { coalitionId: town.id, limit })
    decided += purchases
    if (!more) return decided
  }
}

const sold = async (name: string, says: { code?: string; clickId?: string } = {}, handle = 'wash') =>
  (await recordPurchase(town.member(handle).context, aSale(town.customer(name), says))).purchase.id

/** An affiliate that brings customers. */
async function anAffiliate(email = 'blogger@example.com') {
  const { prisma } = database.store
  const now = await coalitionNow(database.store, town.id)
  const terms = {
    coalitionId: town.id,
    version: 1,
    textEn: 'x',
    textRu: 'x',
    publishedAt: now,
    publishedById: town.id,
  }
  const where = { coalitionId_version: { coalitionId: town.id, version: 1 } }
  await prisma.affiliateTerms.upsert({ where, create: terms, update: {} })
  const named = { name: 'Blogger', legalName: 'Blogger', kind: 'BLOGGER', status: 'ACTIVE', email }
  const agreed = { termsVersion: 1, termsAcceptedAt: now, minPayoutMinor: 0n, createdAt: now, changedAt: now }
  return prisma.affiliate.create({ data: { coalitionId: town.id, id: newId(), ...named, ...agreed } })
}

async function decisionOf(purchaseId: string) {
  await attributeAll()
  const row = await database.store.prisma.attribution.findUniqueOrThrow({
    where: { coalitionId_purchaseId: { coalitionId: town.id, purchaseId } },
  })
  const losers = (JSON.parse(row.losers) as LoserJson[]).map(({ via, reason, link }) => [via, reason, link])
  return { via: row.via, linkId: row.linkId, sourceId: row.sourceId, losers }
}

it('decides nothing before there is a link, and nothing of what was sold before', async () => {
  const before = await sold('Anna')
  expect(await attributeAll()).toBe(0)
  await aLink(town, { to: 'wash' })
  const after = await sold('Anna')
  expect(await attributeAll()).toBe(1)
  const rows = await database.store.prisma.attribution.findMany({
    where: { purchaseId: { in: [before, after] } },
  })
  expect(rows).toMatchObject([{ purchaseId: after, via: 'NOBODY', sourceId: null, losers: '[]' }])
})

it('takes the typed code before the binding, that before the click, and keeps who lost', async () => {
  const [typed, bound, clicked] = [
    await aLink(town, { to: 'wash', from: 'cafe', code: 'ОСЕНЬ-7' }),
    await aLink(town, { to: 'wash', from: 'parts' }),
    await aLink(town, { to: 'wash' }),
  ]
  const clickId = await aClick(town, clicked)
  const first = await sold('Boris', { clickId })
  expect(await decisionOf(first)).toMatchObject({ via: 'CLICK', linkId: clicked.id, losers: [] })
  await bindCustomer(wash(), { customer: idOf('Boris'), code: bound.code })
  const second = await sold('Boris', { clickId })
  expect(await decisionOf(second)).toEqual({
    ...{ via: 'BINDING', linkId: bound.id, sourceId: town.member('parts').id },
    losers: [['CLICK', 'OUTRANKED', clicked.id]],
  })
  // As it is typed with the keyboard in Latin.
  const third = await sold('Boris', { code: 'jctym-7', clickId })
  expect(await decisionOf(third)).toEqual({
    ...{ via: 'CODE', linkId: typed.id, sourceId: town.member('cafe').id },
    losers: [
      ['BINDING', 'OUTRANKED', bound.id],
      ['CLICK', 'OUTRANKED', clicked.id],
    ],
  })
})

it('is decided once: what comes later changes nothing', async () => {
  const link = await aLink(town, { to: 'wash', from: 'cafe' })
  const purchase = await sold('Clara')
  const before = await decisionOf(purchase)
  await bindCustomer(wash(), { customer: idOf('Clara'), code: link.code })
  expect(await attributeAll()).toBe(0)
  expect(await decisionOf(purchase)).toEqual(before)
  expect(before).toMatchObject({ via: 'NOBODY' })
})

it('says why nobody was taken: a click that is not there, a machine’s, an old one, another member’s link', async () => {
  const link = await aLink(town, { to: 'wash', from: 'cafe', windowDays: 2 })
  const elsewhere = await aLink(town, { to: 'parts', from: 'cafe' })
  const reasonOf = async (says: { code?: string; clickId?: string }) =>
    (await decisionOf(await sold('Dmitri', says))).losers.map(([, reason]) => reason)
  expect(await reasonOf({ clickId: UNKNOWN_CLICK })).toEqual(['UNKNOWN_CLICK'])
  expect(await reasonOf({ clickId: await aClick(town, link, { kind: 'BOT' }) })).toEqual(['MACHINE'])
  expect(await reasonOf({ clickId: await aClick(town, link, { daysAgo: 4 }) })).toEqual(['WINDOW_ENDED'])
  expect(await reasonOf({ clickId: await aClick(town, elsewhere) })).toEqual(['OTHER_MEMBER'])
  expect(await reasonOf({ code: elsewhere.code })).toEqual(['OTHER_MEMBER'])
  await archiveLink(wash(), { id: link.id })
  expect(await reasonOf({ code: link.code })).toEqual(['ARCHIVED'])
  expect(await reasonOf({ code: 'NO-LINK' })).toEqual([])
})

it('counts what a customer came by who was merged into another', async () => {
  const link = await aLink(town, { to: 'cafe', from: 'parts' })
  const cafe = town.member('cafe').context
  await bindCustomer(cafe, { customer: idOf('Anna'), code: link.code })
  await mergeCustomers(town.adminContext, {
    ...{ customer: idOf('Anna'), into: idOf('Dmitri'), idempotencyKey: randomUUID() },
  })
  expect(await decisionOf(await sold('Dmitri', {}, 'cafe'))).toMatchObject({
    via: 'BINDING',
    linkId: link.id,
  })
})

it('is the customer’s first purchase once, of those who were merged into it too', async () => {
  const affiliate = await anAffiliate()
  const link = await aLink(town, { to: 'wash', sourceAffiliateId: affiliate.id })
  const friend = { ...link, id: newId(), ...{ code: 'DRUG-1', foldedCode: 'DRVG1', isMade: false } }
  const from = { sourceKind: 'CUSTOMER', sourceId: town.customer('Boris').id }
  await database.store.prisma.link.create({ data: { ...friend, ...from } })
  for (const [name, via] of [
    ['Egor', 'BINDING'],
    ['Fedor', 'CODE'],
  ] as const) {
    await bindCustomer(wash(), { customer: idOf(name), code: friend.code })
    expect(await decisionOf(await sold(name, { code: link.code }))).toMatchObject({ via })
    if (name === 'Egor')
      await mergeCustomers(town.adminContext, {
        ...{ customer: idOf('Egor'), into: idOf('Fedor'), idempotencyKey: randomUUID() },
      })
  }
})

it('pays no affiliate for the first purchase of who came by a customer’s referral code, and for later ones it may', async () => {
  const affiliate = await anAffiliate()
  const link = await aLink(town, { to: 'wash', sourceAffiliateId: affiliate.id })
  const { id } = town.customer('Boris')
  const code = (await readReferrals(town.store, town.id, [id])).get(id)?.code
  const friend = await enrolCustomer(wash(), {
    ...{ name: 'Galina', consentVersion: '1', referralCode: code ?? 'none' },
  })
  const sell = async () => {
    const sale = {
      ...aSale(town.customer('Boris'), { code: link.code }),
      customer: { id: friend.customer.id },
    }
    return (await recordPurchase(wash(), sale)).purchase.id
  }
  expect(await decisionOf(await sell())).toEqual({
    ...{ via: 'NOBODY', linkId: null, sourceId: null },
    losers: [['CODE', 'REFERRAL_FIRST', link.id]],
  })
  expect(await decisionOf(await sell())).toMatchObject({ via: 'CODE', sourceId: affiliate.id, losers: [] })
  expect((await verify({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual([])
})

it('is not brought by a source that the customer is or works for, nor by one that is suspended, whatever it came by', async () => {
  const email = 'gleb@example.com'
  const affiliate = await anAffiliate(email)
  const link = await aLink(town, { to: 'wash', sourceAffiliateId: affiliate.id })
  const person = { name: 'Gleb', email, consentVersion: '1' }
  const { customer } = await enrolCustomer(wash(), { ...person, cameBy: { code: link.code } })
  const bound = { where: { customerId: customer.id } }
  expect(await database.store.prisma.binding.findMany(bound)).toEqual([])
  const { prisma } = database.store
  const clickId = await aClick(town, link)
  const sell = async (by: string, says: object) =>
    (await recordPurchase(wash(), { ...aSale(town.customer('Boris'), says), customer: { id: by } })).purchase
      .id
  for (const says of [{ code: link.code }, { clickId }])
    expect((await decisionOf(await sell(customer.id, says))).losers).toEqual([
      ['code' in says ? 'CODE' : 'CLICK', 'OWN_LINK', link.id],
    ])
  const { id: other } = town.customer('Boris')
  const before = await sell(other, { code: link.code })
  const changedAt = await coalitionNow(database.store, town.id)
  const key = { coalitionId_id: { coalitionId: town.id, id: affiliate.id } }
  await prisma.affiliate.update({ where: key, data: { status: 'SUSPENDED', changedAt } })
  const after = await sell(other, { code: link.code })
  expect(await decisionOf(before)).toMatchObject({ via: 'CODE' })
  expect((await decisionOf(after)).losers).toContainEqual(['CODE', 'SOURCE_ENDED', link.id])
})

it('counts a link that was archived after the sale, and the window of a click as it was then', async () => {
  const link = await aLink(town, { to: 'wash', from: 'cafe' })
  const clickId = await aClick(town, link, { daysAgo: 5 })
  const [typed, clicked] = [await sold('Clara', { code: link.code }), await sold('Hleb', { clickId })]
  await archiveLink(wash(), { id: link.id })
  await updateCoalition(town.adminContext, { bindingDays: 1 })
  expect(await decisionOf(typed)).toMatchObject({ via: 'CODE', linkId: link.id })
  expect(await decisionOf(clicked)).toMatchObject({ via: 'CLICK', linkId: link.id })
  await updateCoalition(town.adminContext, { bindingDays: 90 })
  const row = await database.store.prisma.attribution.findFirstOrThrow({ where: { purchaseId: typed } })
  expect(JSON.parse(row.choice)).toEqual({
    ...{ policy: 'FIRST', priority: ['CUSTOMER', 'AFFILIATE', 'MEMBER'] },
  })
})

it('waits a minute for a click that may still be written', async () => {
  const link = await aLink(town, { to: 'wash', from: 'cafe' })
  const [late, lost] = [newId(), newId()]
  const purchase = await sold('Hleb', { clickId: late })
  expect(await attributeAll()).toBe(0)
  const seen = { visitor: late.replaceAll('-', ''), userAgent: null, utm: null, referrerHost: null }
  const click = { id: late, linkId: link.id, ageMs: 60_000, kind: 'HUMAN', ...seen } as const
  await addClicks(town.store, [{ coalitionId: town.id, ...click }])
  expect(await decisionOf(purchase)).toMatchObject({ via: 'CLICK', linkId: link.id })
  const next = await sold('Hleb', { clickId: lost })
  expect(await attributeAll()).toBe(0)
  const clock = (clockOffsetSeconds: bigint) =>
    database.store.prisma.coalition.update({ where: { id: town.id }, data: { clockOffsetSeconds } })
  await clock(61n)
  expect((await decisionOf(next)).losers).toContainEqual(['CLICK', 'UNKNOWN_CLICK', undefined])
  await clock(0n)
})

it('takes a code by which the member’s own rule gave something for the rule’s', async () => {
  const link = await aLink(town, { to: 'parts', from: 'cafe' })
  const parts = town.member('parts').context
  const { rule } = await draftRule(parts, { definition: aDefinition({ if: { code: 'ZIMA-78' } }) })
  await scheduleRule(parts, { id: rule.id })
  // From before codes of links and rules were held apart.
  const same = { code: 'ZIMA-78', foldedCode: foldLinkCode('ZIMA-78'), isMade: false }
  const { id } = await database.store.prisma.link.create({ data: { ...link, id: newId(), ...same } })
  const decision = await decisionOf(await sold('Clara', { code: 'ZIMA-78' }, 'parts'))
  expect(decision.losers).toContainEqual(['CODE', 'CODE_OF_RULE', id])
})

it('goes on where it stopped, a slice at a time, and never cuts a batch of the chain', async () => {
  const link = await aLink(town, { to: 'wash', from: 'cafe' })
  const sales = await Promise.all(
    Array.from({ length: 30 }, (_, at) => sold(at % 2 === 0 ? 'Boris' : 'Clara', { code: link.code })),
  )
  expect(await attributeAll(7)).toBe(30)
  const rows = await database.store.prisma.attribution.findMany({ where: { purchaseId: { in: sales } } })
  expect(rows.map(({ via, linkId }) => [via, linkId])).toEqual(sales.map(() => ['CODE', link.id]))
  expect(await attributeAll(7)).toBe(0)
})
