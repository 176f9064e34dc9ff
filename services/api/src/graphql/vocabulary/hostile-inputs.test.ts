import { encodePublicId } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCESS } from '../../auth/access-rules.ts'
import { type InputPlace, inputPlaces } from '../../testing/input-places.ts'
import { freshKey, HOLD, RECORD, REFUND, roubles } from '../../testing/operations.ts'
import { settledAffairs } from '../../testing/settled-affairs.ts'
import { OPERATOR_KEY, startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

interface Town extends BuiltCoalition {
  /** Public ids by the names that fields give them. */
  readonly ids: Readonly<Record<string, string | undefined>>
}

/** A coalition with a sale and a hold. */
async function aTown(): Promise<Town> {
  const town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna', { reference: 'anna' })
    .open(api.store)
  const key = town.member('wash').apiKey
  const customer = { reference: 'anna' }
  const sale = { customer, receiptRef: 'R', total: roubles(10_000), idempotencyKey: freshKey() }
  const sold = await api.call(RECORD, { input: sale }, { key })
  const back = { purchase: { receiptRef: 'R' }, amount: roubles(1_000), idempotencyKey: freshKey() }
  await api.call(REFUND, { input: back }, { key })
  const order = { customer, orderRef: 'O', bill: roubles(100), points: '10', idempotencyKey: freshKey() }
  const held = await api.call(HOLD, { input: order }, { key })
  const terms = await api.store.prisma.terms.findFirstOrThrow({ where: { coalitionId: town.id } })
  const memberId = encodePublicId('member', town.member('wash').id)
  return {
    ...town,
    ids: {
      ...{ memberId, id: memberId, termsId: encodePublicId('terms', terms.id) },
      ...{ 'customer.id': encodePublicId('customer', town.customer('Anna').id) },
      ...{ 'purchase.id': sold.data.purchaseRecord.purchase.id, holdId: held.data.holdCreate.hold.id },
    },
  }
}

/** A coalition with one of everything that a settlement makes. */
async function aSettledTown(): Promise<Town> {
  const town = await aTown()
  const { statement, dispute, plan, paymentLeg } = await settledAffairs(town)
  const settled = { statementId: statement, disputeId: dispute, planId: plan, legId: paymentLeg }
  return { ...town, ids: { ...town.ids, ...settled } }
}

const MAX_INT64 = 2n ** 63n - 1n
const base64 = (text: string) => Buffer.from(text).toString('base64url')

/** Texts that no text field accepts. */
const REFUSED_TEXTS = ['R\u0000', 'R\ud83d', '\u202eR']
/** Texts that a scanner, a spreadsheet or an attacker sends. */
const STRANGE_TEXTS = [
  '',
  String(MAX_INT64 + 1n),
  'x'.repeat(300_000),
  base64('\u0000'),
  base64(`${MAX_INT64 + 1n}`),
  base64(`${MAX_INT64 + 1n}.999999`),
  base64(JSON.stringify(['\u0000', '1'])),
  'cus_1111111111111111111111',
  `cus_${'z'.repeat(22)}`,
]
const NUMBERS = [-1, 0, 32_768, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, 1e21, 'x']
const DECIMALS = [`${MAX_INT64}`, `${-MAX_INT64 - 1n}`, `${MAX_INT64 + 1n}`, '-1', '0', '1e9', 1]
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  String: [...REFUSED_TEXTS, ...STRANGE_TEXTS, 1],
  ID: [...REFUSED_TEXTS, ...STRANGE_TEXTS, 1e21],
  Int: NUMBERS,
  Float: [...NUMBERS, 1e308, -1e308, 1e-320],
  Points: DECIMALS,
  Minor: DECIMALS,
  Micros: DECIMALS,
  DateTime: [
    ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59.999-12:00'],
    ...['1582-10-10T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:00:00Z\u0000', 0, ''],
  ],
  TimeZone: ['Europe/Moscow\u0000', 'Etc/GMT+99', 'a/b', '../etc/passwd', '', 1],
  JSONObject: [
    { a: 'x\u0000' },
    { 'x\u0000': 1 },
    { a: { b: ['\ud800'] } },
    JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
    { a: 1e308 },
    ...['x', 1, []],
  ],
}

/** Values that let a command come as far as possible before the strange one is looked at. */
const sampleIn =
  ({ ids }: Town) =>
  (name: string, typeName: string): unknown => {
    if (name === 'idempotencyKey') return freshKey()
    const samples: Readonly<Record<string, unknown>> = {
      ...{ Int: 1, Float: 1, Boolean: false, Points: '1', Minor: '100', Micros: '1000000' },
      ...{
        DateTime: '2026-11-01T00:00:00Z',
        TimeZone: 'Europe/Moscow',
        JSONObject: {},
        String: 'x',
        ID: 'x',
      },
    }
    return ids[name] ?? (name.endsWith('.id') ? ids['customer.id'] : samples[typeName])
  }

/** Secrets of every kind of caller that the rule of the root field admits. */
function keysFor(town: Town, { rootField }: InputPlace): string[] {
  const rule = ACCESS[rootField]
  const { adminKey } = town
  return [
    ...(rule?.admin ? [adminKey] : []),
    ...(rule?.member ? [town.member('wash').apiKey] : []),
    ...(rule?.operator && !rule.admin ? [OPERATOR_KEY] : []),
  ]
}

/** A mutation may end what the next one needs, so each has a coalition of its own. */
test('no value of any argument or input field ends as an error of the server', async () => {
  const shared = await aSettledTown()
  const rootFields = new Set(inputPlaces(sampleIn(shared)).map(({ rootField }) => rootField))
  const faults: string[] = []
  for (const rootField of rootFields) {
    const town = rootField.startsWith('Query.') ? shared : await aTown()
    const places = inputPlaces(sampleIn(town)).filter((place) => place.rootField === rootField)
    await Promise.all(places.map((place) => tryAll(town, place)))
  }
  expect(rootFields.size).toBeGreaterThan(50)
  expect(faults).toEqual([])

  async function tryAll(town: Town, place: InputPlace): Promise<void> {
    for (const key of keysFor(town, place)) {
      for (const value of VALUES[place.scalar] ?? []) {
        const answer = await api.call(place.query, place.variablesWith(value), { key })
        const codes = answer.errors.map(({ extensions }) => extensions.code)
        const shown = JSON.stringify(value)?.slice(0, 60)
        if (codes.includes('INTERNAL_SERVER_ERROR') || answer.status >= 500)
          faults.push(`${place.name} = ${shown}`)
        if (codes.includes('GRAPHQL_VALIDATION_FAILED'))
          faults.push(`${place.name}: ${answer.errors[0]?.message}`)
        if (REFUSED_TEXTS.includes(value as string) && !codes.includes('BAD_USER_INPUT'))
          faults.push(`${place.name} accepts ${shown}`)
      }
    }
  }
})
