import { NotFoundError, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Context, CUSTOMER_SCOPES } from '../access/principal.ts'
import { createHold } from '../hold/create-hold.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { proposeAdjustment } from '../points/propose-adjustment.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { reconcileSales } from '../reconciliation/reconcile-sales.ts'
import { aCoalition, aHold, aSale, type BuiltCoalition, codeFor, joinWithCodes } from '../testing/index.ts'
import { localDay } from '../testing/local-days.ts'
import { exportCustomer } from './export-customer.ts'

let database: TestDatabase
let town: BuiltCoalition
let anna: { readonly id: string }
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna', { phone: '+79125550155', email: 'anna@example.org', reference: 'w-1' })
    .withCustomer('Boris', { email: 'boris@example.org' })
    .open(database.store)
  anna = town.customer('Anna')
  const [wash, parts] = [town.member('wash').context, town.member('parts').context]
  const { purchase } = await recordPurchase(wash, aSale(anna, { receiptRef: 'W-1' }))
  await refundPurchase(wash, { purchase: { id: purchase.id }, reason: 'Broken', idempotencyKey: uuidv7() })
  await recordPurchase(wash, aSale(anna, { receiptRef: 'W-2' }))
  await recordPurchase(parts, aSale(anna, { receiptRef: 'P-1' }))
  await createHold(parts, aHold(anna, { points: points(2n), orderRef: 'P-O' }))
  await proposeAdjustment(parts, {
    ...{ customer: { id: anna.id }, kind: 'GOODWILL', reason: 'For the wait', points: points(5n) },
    idempotencyKey: uuidv7(),
  })
  const day = localDay(0)
  const file = {
    open: async function* () {
      yield Buffer.from(`receipt,date,total,customer\nnot-here,${day},100.00,89125550155\n`)
    },
  }
  await reconcileSales(parts, { file })
  await joinWithCodes(wash, { customer: anna, with: town.customer('Boris') })
  await codeFor(parts, { purpose: 'SPEND', customer: anna, points: points(10n) })
})
afterAll(() => database.drop())

const token = (name: string, handle = 'wash'): Context => ({
  store: town.store,
  principal: {
    ...{ kind: 'customer', coalitionId: town.id, memberId: town.member(handle).id },
    ...{ customerId: town.customer(name).id, scopes: new Set(CUSTOMER_SCOPES) },
    ...{ tokenId: 't', maxPoints: null, origin: null },
  },
})

it('an administrator exports all that is held, in a format with a name, and nothing of others and no code', async () => {
  const { data, format, complete } = await exportCustomer(town.adminContext, {
    customer: { phone: '8 912 555 01 55' },
  })
  expect([format, complete]).toEqual(['artel.customer-export/1', true])
  expect(data).toMatchObject({
    profile: {
      id: encodePublicId('customer', anna.id),
      name: 'Anna',
      phone: '+79125550155',
      email: 'anna@example.org',
    },
    references: [{ member: { handle: 'wash' }, reference: 'w-1' }],
    household: { others: 1 },
    consents: [{ purpose: 'PERSONAL_DATA', given: true, member: { handle: 'wash' } }],
    refunds: [{ reason: 'Broken' }],
    holds: [{ orderRef: 'P-O', points: '2', status: 'OPEN' }],
    adjustments: [{ reason: 'For the wait', points: '5', status: 'POSTED', member: { handle: 'parts' } }],
    fileKeys: [{ key: '89125550155', receiptRef: 'not-here', member: { handle: 'parts' } }],
  })
  expect(data.cards).toHaveLength(1)
  expect(data.purchases.map(({ receiptRef }) => receiptRef)).toEqual(['P-1', 'W-2', 'W-1'])
  const moved = data.history.reduce((sum, entry) => sum + BigInt(entry.points), 0n)
  expect(String(moved)).toBe(data.points.balance)
  expect(data.messages.map(({ kind }) => kind)).toEqual(['CODE', 'CODE'])
  const file = JSON.stringify(data)
  const codes = await town.store.prisma.confirmation.findMany({ where: { customerId: anna.id } })
  for (const { codeHash, requestHash } of codes) {
    expect(file).not.toContain(Buffer.from(codeHash).toString('hex'))
    expect(file).not.toContain(requestHash)
  }
  expect(file).not.toContain('Boris')
  expect(JSON.parse(file)).toEqual(data)
})

it("with the customer's token tells no member the receipts, orders and events of another, and of its points the sum", async () => {
  const { data } = await exportCustomer(token('Anna'), {})
  expect(data.purchases.map(({ receiptRef }) => receiptRef)).toEqual(['W-2', 'W-1'])
  expect([data.holds, data.history.map(({ kind }) => kind)]).toEqual([[], ['EARN', 'EARN_REVERSAL', 'EARN']])
  const { balance, elsewhere } = data.points
  expect([BigInt(elsewhere) > 0n, BigInt(balance) > BigInt(elsewhere)]).toEqual([true, true])
  expect([data.adjustments, data.fileKeys]).toEqual([[], []])
  expect(JSON.stringify(data)).not.toMatch(/P-1|P-O/)
  expect(data.profile.phone).toBe('+79125550155')
  const parts = encodePublicId('member', town.member('parts').id)
  expect(JSON.stringify(data)).not.toContain(parts)
  expect(data.consents.map(({ source }) => source)).toEqual(['MEMBER_SYSTEM'])
})

it('with the token of a member that did not enrol the customer masks what names it', async () => {
  const { data } = await exportCustomer(token('Anna', 'parts'), {})
  expect(data.profile).toMatchObject({ name: 'Anna', phone: '+7********55', email: 'a***@example.org' })
  expect(data.purchases.map(({ receiptRef }) => receiptRef)).toEqual(['P-1'])
})

it('finds nobody else with a token, and nobody of another coalition', async () => {
  await expect(exportCustomer(token('Boris'), { customer: { id: anna.id } })).rejects.toThrow(NotFoundError)
  const other = await aCoalition().withMember('far').open(database.store)
  await expect(exportCustomer(other.adminContext, { customer: { id: anna.id } })).rejects.toThrow(
    NotFoundError,
  )
  await expect(exportCustomer(town.adminContext, {})).rejects.toThrow(NotFoundError)
})
