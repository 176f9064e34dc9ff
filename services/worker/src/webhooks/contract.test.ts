import { readdirSync, readFileSync } from 'node:fs'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { EVENTS, type EventKind, encodePublicId, tellEvents } from '@artel/use-cases'
import { anEndpoint, type BuiltCoalition } from '@artel/use-cases/testing'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playEverything, playPromoFund } from '../testing/play-everything.ts'

const contract = new URL('./events/', import.meta.resolve('@artel/schema/package.json'))
const ajv = new Ajv2020({ allErrors: true, strict: true })
ajv.addFormat('date-time', (text) => new Date(text).toISOString() === text)
ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/)

interface Told {
  readonly type: EventKind
  readonly timestamp: string
  readonly data: Readonly<Record<string, unknown>>
}

let database: TestDatabase
let town: BuiltCoalition
let funded: BuiltCoalition
const schemas = new Map<string, ValidateFunction>()
const read = (name: string) => JSON.parse(readFileSync(new URL(name, contract), 'utf8'))

beforeAll(async () => {
  for (const name of readdirSync(contract))
    if (name.endsWith('.schema.json')) schemas.set(name.replace('.schema.json', ''), ajv.compile(read(name)))
  database = await createTestDatabase()
  town = await playEverything(database.store)
  funded = await playPromoFund(database.store)
  for (const { adminContext } of [town, funded]) await anEndpoint(adminContext, 'http://localhost/coalition')
  for (const handle of ['wash', 'parts'])
    await anEndpoint(town.member(handle).context, `http://localhost/${handle}`)
  // As if they had been there from the beginning, which the application may not write.
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  await client.query(`update webhook_endpoint set created_at = '2000-01-01'`)
  await client.end()
  const work = { store: database.store, principal: { kind: 'operator' } } as const
  for (const { id: coalitionId } of [town, funded])
    while ((await tellEvents(work, { coalitionId, limit: 200 })).more);
})
afterAll(() => database?.drop())

async function toldTo(path: string, { id: coalitionId } = town): Promise<Told[]> {
  const deliveries = await database.store.prisma.webhookDelivery.findMany({
    where: { coalitionId, endpoint: { url: `http://localhost/${path}` } },
    orderBy: { id: 'asc' },
  })
  return deliveries.map(({ body }) => JSON.parse(body ?? 'null'))
}

test('every example is valid', () => {
  for (const [kind, validate] of schemas) {
    validate(read(`${kind}.example.json`))
    expect(validate.errors, kind).toBeNull()
  }
})

test('what is really sent is valid, and says nothing that the contract does not', async () => {
  const told = [...(await toldTo('coalition')), ...(await toldTo('coalition', funded))]
  const kinds = new Set(told.map(({ type }) => type))
  // What needs time, broken books or a second treasurer does not happen in this town.
  expect(kinds.size).toBeGreaterThanOrEqual(27)
  for (const message of told) {
    const validate = schemas.get(message.type)
    validate?.(message)
    expect(validate?.errors, message.type).toBeNull()
    const known = Object.keys(EVENTS[message.type].data)
    for (const name of Object.keys(message.data)) expect(known, message.type).toContain(name)
  }
})

test('what the promo fund pays for is told without a member', async () => {
  const ofFund = (await toldTo('coalition', funded)).filter(({ data }) => 'adjustmentId' in data)
  expect(ofFund.map(({ type }) => type).sort()).toEqual(['adjustment.proposed', 'points.adjusted'])
  for (const { data } of ofFund) expect(data).not.toHaveProperty('memberId')
})

test('each event of the outbox is told once, and nobody is told of what is not its own', async () => {
  const events = await database.store.prisma.outbox.count({ where: { coalitionId: town.id } })
  expect(await toldTo('coalition')).toHaveLength(events)
  expect(await database.store.prisma.outbox.count({ where: { sentAt: null } })).toBe(0)
  for (const handle of ['wash', 'parts']) {
    const own = encodePublicId('member', town.member(handle).id)
    const others = ['wash', 'parts', 'tyres', 'cafe']
      .map((other) => encodePublicId('member', town.member(other).id))
      .filter((id) => id !== own)
    const told = await toldTo(handle)
    expect(told.length).toBeGreaterThan(4)
    for (const message of told) {
      const { audience } = EVENTS[message.type]
      expect(audience).not.toBe('ADMINISTRATORS')
      const text = JSON.stringify(message.data)
      if (Array.isArray(audience)) expect(text, message.type).toContain(own)
      // A payment has two parties, who both are told.
      if (!message.type.startsWith('payment.'))
        for (const other of others) expect(text, message.type).not.toContain(other)
    }
  }
  const promos = (await toldTo('wash')).filter(({ type }) => type === 'points.awarded')
  // The promo that two members paid for would tell each what the other gave.
  expect(promos.map(({ data }) => data.points)).toEqual(['7'])
})
