import { addClicks, newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attributePurchases } from '../attribution/attribute-purchases.ts'
import { eraseCustomer } from '../customer/erase-customer.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { bindCustomer } from '../link/bind-customer.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aLink, aSale, type BuiltCoalition } from '../testing/index.ts'
import { applyRetention } from './apply-retention.ts'
import { exportCustomer } from './export-customer.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('cafe').withCustomer('Anna').open(database.store)
})
afterAll(() => database.drop())

/** A visit with all that is seen of one, so many days ago. */
async function aVisit(linkId: string, daysAgo: number): Promise<string> {
  const id = newId()
  const seen = { userAgent: 'Mozilla/5.0', utm: '{"source":"cafe"}', referrerHost: 'cafe.example' }
  const of = { coalitionId: town.id, linkId, visitor: id.replaceAll('-', ''), kind: 'HUMAN' } as const
  await addClicks(town.store, [{ ...of, ...seen, id, ageMs: daysAgo * 86_400_000 + 2_000 }])
  return id
}
const seenOf = (id: string) =>
  database.store.prisma.click.findFirstOrThrow({
    where: { coalitionId: town.id, id },
    select: { userAgent: true, utm: true, referrerHost: true },
  })

it('who brought a customer and what was seen of its visits is exported, and goes with it', async () => {
  const { id: linkId, code } = await aLink(town, { to: 'wash', from: 'cafe' })
  const [clickId, other] = [await aVisit(linkId, 1), await aVisit(linkId, 1)]
  const anna = town.customer('Anna')
  const wash = town.member('wash').context
  await bindCustomer(wash, { customer: { id: anna.id }, code })
  const { purchase } = await recordPurchase(wash, aSale(anna, { clickId }))
  await attributePurchases(town.adminContext, { coalitionId: town.id, limit: 100 })
  const { data } = await exportCustomer(town.adminContext, { customer: { id: anna.id } })
  const source = { kind: 'MEMBER', member: { handle: 'cafe' } }
  expect(data).toMatchObject({
    purchases: [{ click: encodePublicId('click', clickId) }],
    bindings: [{ member: { handle: 'wash' }, source, via: 'CODE' }],
    attributions: [{ purchase: encodePublicId('purchase', purchase.id), source, via: 'BINDING' }],
    clicks: [{ userAgent: 'Mozilla/5.0', utm: '{"source":"cafe"}', referrerHost: 'cafe.example' }],
  })
  await eraseCustomer(town.adminContext, {
    ...{ customerId: anna.id, reason: 'CUSTOMER_REQUEST', givesUpPoints: true },
  })
  expect(await seenOf(clickId)).toEqual({ userAgent: null, utm: null, referrerHost: null })
  expect(await seenOf(other)).toMatchObject({ userAgent: 'Mozilla/5.0' })
})

it('what a browser is called and its campaign go after 90 days', async () => {
  const { id: linkId } = await aLink(town, { to: 'wash', from: 'cafe' })
  const [old, young] = [await aVisit(linkId, 91), await aVisit(linkId, 89)]
  await applyRetention(town.adminContext, { coalitionId: town.id, limit: 100 })
  expect(await seenOf(old)).toEqual({ userAgent: null, utm: null, referrerHost: 'cafe.example' })
  expect(await seenOf(young)).toMatchObject({ userAgent: 'Mozilla/5.0', utm: '{"source":"cafe"}' })
})
