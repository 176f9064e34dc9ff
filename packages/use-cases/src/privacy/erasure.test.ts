import { CustomerClosedError, CustomerHasOpenHoldsError, CustomerHasPointsError, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishConsentText } from '../consent/publish-consent-text.ts'
import { recordConsent } from '../consent/record-consent.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { type EraseCustomerInput, eraseCustomer } from '../customer/erase-customer.ts'
import { findCustomer } from '../customer/find-customer.ts'
import { setBirthDate } from '../customer/set-birth-date.ts'
import { createHold } from '../hold/create-hold.ts'
import { voidHold } from '../hold/void-hold.ts'
import { recordCustomerEvent } from '../occasion/record-customer-event.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { proposeAdjustment } from '../points/propose-adjustment.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { reconcileSales } from '../reconciliation/reconcile-sales.ts'
import {
  aCoalition,
  aHold,
  anEndpoint,
  aSale,
  type BuiltCoalition,
  codeFor,
  joinWithCodes,
  roubles,
} from '../testing/index.ts'
import { localDay } from '../testing/local-days.ts'
import { addVehicle } from '../vehicle/add-vehicle.ts'
import { takeDeliveries } from '../webhook/take-deliveries.ts'
import { tellEvents } from '../webhook/tell-events.ts'
import { applyRetention } from './apply-retention.ts'

const NAME = 'Аннушка "Zyxwv" Планта'
const PHONE = '+79125550199'
const PLATE = 'A123BC77'
const EMAIL = 'planted.anna@example.org'
const TWIN = { name: 'Twinna Zyxwvut', phone: '+79125550188' }
const REFERENCE = 'crm-planted-77'
const BORN = '1961-04-12'
const EVENT_KEY = 'planted-key-of-zyxwv'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const town = () =>
  aCoalition()
    .withMember('wash', { inPerson: true })
    .withMember('parts')
    .withCustomer('Anna', { name: NAME, phone: PHONE, email: EMAIL, reference: REFERENCE })
    .withCustomer('Boris', { email: 'boris@example.org' })
    .open(database.store)

const request = (customerId: string, own: Partial<EraseCustomerInput> = {}): EraseCustomerInput => ({
  ...{ customerId, reason: 'CUSTOMER_REQUEST', reference: 'request-1', givesUpPoints: true },
  ...own,
})

/** Columns of all tables, by what of `planted` stands in them, as text or in bytes. */
async function whereabouts(planted: readonly string[]): Promise<string[]> {
  const { rows: tables } = await database.store.pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  expect(tables.length).toBeGreaterThan(60)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await database.store.pool.query<{ name: string; value: string }>(
      `select distinct f.key as name, f.value from ${name} t cross join lateral jsonb_each_text(to_jsonb(t)) f
        where exists (select from unnest($1::text[]) p(mark) where strpos(f.value, p.mark) > 0
          or strpos(f.value, encode(convert_to(p.mark, 'UTF8'), 'hex')) > 0)`,
      [planted],
    )
    found.push(...rows.map((row) => `${name}.${row.name}`))
  }
  return [...new Set(found)]
}

/** What the worker does a minute after an erasure, `limit` rows at a time. */
async function scrub(built: BuiltCoalition, limit = 100) {
  const due = { coalitionId: built.id, limit, settledSeconds: 0 }
  for (let more = true; more; ) more = (await applyRetention(built.adminContext, due)).more
}

const csv = (...rows: string[]) => ({
  open: async function* () {
    yield Buffer.from(`receipt,date,total,customer\n${rows.join('\n')}\n`)
  },
})

/** Anna in every table that can know her: sales, codes, a household, messages, a file, consents, a twin that was merged. */
async function livedThrough(built: BuiltCoalition): Promise<string[]> {
  const { context } = built.member('wash')
  const anna = { id: built.customer('Anna').id }
  await addVehicle(context, { customer: anna, plate: PLATE, make: 'Lada' })
  await setBirthDate(context, { customer: anna, birthDate: BORN })
  const event = { event: 'app-installed', idempotencyKey: EVENT_KEY }
  await recordCustomerEvent(context, { customer: anna, ...event })
  await anEndpoint(built.adminContext, 'http://127.0.0.1:9/a', { query: '{ viewer { kind } }' })
  await anEndpoint(context, 'http://127.0.0.1:9/b')
  const words = { version: '1', textEn: 'Write to me.', textRu: 'Пишите мне.' }
  await publishConsentText(built.adminContext, { purpose: 'MARKETING_SMS', ...words })
  const consent = {
    purpose: 'MARKETING_SMS',
    textVersion: '1',
    source: 'PHONE',
    proof: `call ${PHONE}`,
  } as const
  await recordConsent(context, { customer: anna, consent })
  const { purchase } = await recordPurchase(context, aSale(anna, { total: roubles(10_000) }))
  await refundPurchase(context, {
    ...{ purchase: { id: purchase.id }, amount: roubles(100), reason: 'Broken' },
    idempotencyKey: uuidv7(),
  })
  await joinWithCodes(context, { customer: anna, with: { id: built.customer('Boris').id } })
  await codeFor(context, { purpose: 'SPEND', customer: anna, points: points(10n) })
  const asked = { kind: 'GOODWILL', reason: `${NAME} was kind`, points: points(5n) } as const
  await proposeAdjustment(context, { customer: anna, ...asked, idempotencyKey: uuidv7() })
  const { customer: twin, card } = await enrolCustomer(context, { ...TWIN, consentVersion: '1' })
  const merged = { customer: { id: twin.id }, into: anna, idempotencyKey: uuidv7() }
  await mergeCustomers(built.adminContext, merged)
  const day = localDay(0)
  const rows = [PHONE, '8 (912) 555-01-99', EMAIL, card.number, REFERENCE, NAME.toUpperCase()].map(
    (key, at) => `unknown-${at},${day},100.00,${key}`,
  )
  await reconcileSales(context, { file: csv(...rows) })
  await tellEvents(built.adminContext, { coalitionId: built.id, limit: 1_000 })
  const answer = { data: { customer: { name: NAME, phone: PHONE, email: EMAIL, card: card.number, PLATE } } }
  await takeDeliveries(built.adminContext, {
    ...{ coalitionId: built.id, limit: 1_000, leaseSeconds: 1 },
    answerQuery: () => Promise.resolve(answer),
  })
  const cards = await built.store.prisma.card.findMany({ where: { customerId: anna.id } })
  expect(cards).toHaveLength(2)
  return cards.map(({ number }) => number)
}

describe('an erasure', () => {
  it('leaves the person in no column of any table, and the books as they were', async () => {
    const built = await town()
    const { id } = built.customer('Anna')
    const planted = [
      NAME,
      '"Zyxwv"',
      '\\"Zyxwv\\"',
      PHONE,
      '9125550199',
      '555-01-99',
      EMAIL,
      TWIN.name,
      TWIN.phone,
    ]
    planted.push(NAME.toUpperCase(), REFERENCE, PLATE, BORN, EVENT_KEY, ...(await livedThrough(built)))
    const before = await whereabouts(planted)
    expect(before).toEqual(
      expect.arrayContaining([
        ...['vehicle.plate', 'customer.birth_date', 'occasion.key'],
        ...['adjustment.reason', 'card.number', 'consent.proof', 'customer.email', 'customer.name'],
        ...['customer.phone', 'customer_reference.reference', 'reconciliation_line.customer_key'],
        'webhook_delivery.body',
      ]),
    )
    const books = async () => {
      const { rows } = await built.store.pool.query(
        `select (select json_agg(e order by entry_id) from entry e where coalition_id = $1 and kind <> 'EXPIRE') as entries,
          (select json_agg(p order by purchase_id) from purchase p where coalition_id = $1) as sales`,
        [built.id],
      )
      return rows
    }
    const kept = await books()

    const erased = await eraseCustomer(built.adminContext, request(id))
    expect(await whereabouts(planted)).not.toContain('customer.name')
    await scrub(built, 3)

    expect(await whereabouts(planted)).toEqual([])
    expect(await books()).toEqual(kept)
    expect(erased).toMatchObject({ tracesLeft: 0, replayed: false })
    expect(erased.points).toBeGreaterThan(0n)
    const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })
    expect(findings).toEqual([])
    const told = await built.store.prisma.outbox.findMany({ where: { kind: 'customer.erased' } })
    expect(told.map(({ payload }) => payload)).toEqual([{ customerId: id }])
  })

  it('is done once: again it answers what was done, and a twin that was merged leads to the survivor', async () => {
    const built = await aCoalition()
      .withMember('wash')
      .withCustomer('Anna')
      .withCustomer('Twin')
      .open(database.store)
    const [id, twin] = [built.customer('Anna').id, built.customer('Twin').id]
    const merged = { customer: { id: twin }, into: { id }, idempotencyKey: uuidv7() }
    await mergeCustomers(built.adminContext, merged)
    const ofTwin = eraseCustomer(built.adminContext, request(twin))
    await expect(ofTwin).rejects.toMatchObject({ code: 'CUSTOMER_CLOSED', mergedIntoId: id })
    const ten = Array.from({ length: 10 }, () => eraseCustomer(built.adminContext, request(id)))
    const answers = await Promise.all(ten)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(new Set(answers.map(({ erasedAt }) => erasedAt.getTime())).size).toBe(1)
    expect(await built.store.prisma.outbox.count({ where: { kind: 'customer.erased', subjectId: id } })).toBe(
      1,
    )
  })

  it('is refused while a shop holds points, and while there are points that nobody gave up; nothing changes', async () => {
    const built = await aCoalition()
      .withMember('wash')
      .withCustomer('Anna', { phone: '+79125550177' })
      .open(database.store)
    const { context } = built.member('wash')
    const anna = built.customer('Anna')
    await recordPurchase(context, aSale(anna))
    const { hold } = await createHold(context, aHold(anna, { points: points(3n) }))
    const early = eraseCustomer(built.adminContext, request(anna.id))
    await expect(early).rejects.toThrow(CustomerHasOpenHoldsError)
    await expect(early).rejects.toMatchObject({ openHolds: 1, held: 3n })
    await voidHold(context, { holdId: hold.id, idempotencyKey: uuidv7() })
    const silent = eraseCustomer(built.adminContext, request(anna.id, { givesUpPoints: false }))
    await expect(silent).rejects.toThrow(CustomerHasPointsError)
    const row = { coalitionId_id: { coalitionId: built.id, id: anna.id } }
    expect(await built.store.prisma.customer.findUnique({ where: row })).toMatchObject({
      ...{ phone: '+79125550177', status: 'ACTIVE', erasedAt: null },
    })
  })

  it('leaves nobody who can act: sales, holds and consents are refused, and the phone enrols somebody new', async () => {
    const phone = '+79125550166'
    const built = await aCoalition().withMember('wash').withCustomer('Anna', { phone }).open(database.store)
    const { context } = built.member('wash')
    const anna = built.customer('Anna')
    const { purchase } = await recordPurchase(context, aSale(anna, { receiptRef: `till 2 ${phone}` }))
    await recordPurchase(context, aSale(anna, { code: phone.slice(1) }))
    const { tracesLeft } = await eraseCustomer(built.adminContext, request(anna.id))
    // The books are for good: what a cashier wrote into the number of a receipt or a code is told, and stays.
    expect(tracesLeft).toBe(2)
    for (const refused of [
      recordPurchase(context, aSale(anna)),
      createHold(context, aHold(anna)),
      proposeAdjustment(context, {
        ...{ customer: { id: anna.id }, points: points(1n), kind: 'GOODWILL', reason: 'x' },
        idempotencyKey: uuidv7(),
      }),
    ])
      await expect(refused).rejects.toThrow(CustomerClosedError)
    expect(await findCustomer(context, { phone })).toBeNull()
    const { customer } = await enrolCustomer(context, { name: 'Anna', phone, consentVersion: '1' })
    expect(customer.id).not.toBe(anna.id)
    // The bill goes back all the same: the shop's money does not hang on who the customer was.
    const back = { purchase: { id: purchase.id }, reason: 'Broken', idempotencyKey: uuidv7() }
    expect((await refundPurchase(context, back)).refund.amountMinor).toBe(purchase.totalMinor)
    const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })
    expect(findings).toEqual([])
  })
})
