import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mergeCustomers } from '../customer/merge-customers.ts'
import { archiveLink } from '../link/archive-link.ts'
import { bindCustomer } from '../link/bind-customer.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClick, aLink } from '../testing/a-link.ts'
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
